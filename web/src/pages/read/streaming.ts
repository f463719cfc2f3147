/** Reading a report that is sent, told as it goes. */
import { asked } from "../../asking";
import type { Reading } from "../../contract/reading";
import { Problem } from "../../problem";
import type { Sent } from "../../writing";

/** What is told while a report is read: since how many seconds, how many are read before it, what share is done (0 to 1). */
export interface Progress {
  step: "waiting" | "reading";
  seconds: number;
  ahead?: number;
  done?: number;
}

/** The reading of a report that is sent; nothing is kept. Raises Problem; AbortError where `signal` stops it. */
export async function read(
  sent: Sent | File,
  told: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Reading> {
  const answer = await asked("/api/v1/read?stream=1", { method: "POST", signal, ...bodyOf(sent) });
  for await (const event of eventsOf(answer)) {
    const data = JSON.parse(event.data) as Record<string, unknown>;
    if (event.name === "done") return data as unknown as Reading;
    if (event.name === "problem") throw new Problem(Number(data.status), String(data.title), String(data.detail));
    if (event.name === "waiting" || event.name === "reading") told({ ...data, step: event.name } as Progress);
  }
  throw new Problem(0, "no answer", "the reading ended before its answer came; send the report again");
}

function bodyOf(sent: Sent | File): RequestInit {
  if (!(sent instanceof File)) return { body: JSON.stringify(sent), headers: { "Content-Type": "application/json" } };
  const form = new FormData();
  form.append("file", sent);
  return { body: form };
}

export interface ServerEvent {
  name: string;
  data: string;
}

/** The server-sent events of an answer, as they come. */
export async function* eventsOf(answer: Response): AsyncGenerator<ServerEvent> {
  if (!answer.body) return;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += value ?? "";
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) yield event;
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventOf(block: string): ServerEvent | null {
  let name = "message";
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith("event:")) name = line.slice(6).trim();
    else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
  }
  return data.length > 0 ? { name, data: data.join("\n") } : null;
}
