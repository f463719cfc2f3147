/** What went wrong, as the service says it (RFC 9457) or as the browser does. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, detail: string) {
    super(detail);
    this.status = status;
    this.title = title;
  }
}

/** The problem that an answer tells. */
export async function problemOf(answer: Response): Promise<Problem> {
  try {
    const told: unknown = await answer.json();
    if (told && typeof told === "object" && "detail" in told) {
      const title = "title" in told ? String(told.title) : answer.statusText;
      return new Problem(answer.status, title, String(told.detail));
    }
  } catch {
    // The answer is no JSON, so its status is all that it tells.
  }
  return new Problem(answer.status, answer.statusText, `casus serve answered ${answer.status} ${answer.statusText}`);
}

/** Any thrown thing as a problem. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof TypeError) {
    return new Problem(0, "no answer", "casus serve does not answer; see whether it still runs, then try again");
  }
  return new Problem(0, "defect of the page", thrown instanceof Error ? thrown.message : String(thrown));
}
