import type { Problem } from "../problem";

const TO_DO: Record<number, string> = {
  0: "See in its terminal whether it still runs.",
  401: "Give the token that casus serve shows.",
  404: "It may have another id since; look for it by its name.",
  409: "Look at what changed meanwhile, then try again.",
  422: "Change what was asked.",
  503: "Ask for less (a shorter time, fewer actors), or in a moment.",
};

/** What went wrong, in the service's words, and what to do. */
export function ErrorLine({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <div class="error-line" role="alert">
      <p>
        <strong>It did not work:</strong> {problem.message}
      </p>
      <p class="muted">{TO_DO[problem.status] ?? "Try again; if it stays, it is a defect of casus."}</p>
      {again && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}
