/** The ways to a report: paste it, drop a file, or pick one that is kept. */
import { useEffect, useRef, useState } from "preact/hooks";
import { ErrorLine } from "../../parts/ErrorLine";
import { asProblem, type Problem } from "../../problem";
import { announce } from "../../shell/live";
import type { Sent } from "../../writing";
import { KeptReports } from "./KeptReports";
import { PasteForm } from "./PasteForm";
import { rememberSent, type Unkept } from "./sent";
import { type Progress, read as readReport } from "./streaming";

export function Bring({ read }: { read: (unkept: Unkept) => void }) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [over, setOver] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const send = async (sent: Sent | File) => {
    const control = new AbortController();
    running.current = control;
    setProblem(null);
    setProgress({ step: "waiting", seconds: 0 });
    try {
      const reading = await readReport(sent, setProgress, control.signal);
      const unkept = { reading, sent };
      rememberSent(unkept);
      announce(`read: ${reading.claims.length} claims`);
      read(unkept);
    } catch (thrown) {
      if (!control.signal.aborted) setProblem(asProblem(thrown));
      setProgress(null);
    }
  };
  const stop = () => {
    running.current?.abort();
    setProgress(null);
    announce("stopped");
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file && !progress) void send(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the form has a button for files
    <div
      class={over ? "read-bring read-over" : "read-bring"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <h1>Read a report</h1>
      <p class="read-lead">
        Paste it or drop a file: casus shows what it tells, who did what to whom and when, and on whose word. Nothing is
        kept until you say so.
      </p>
      {problem && <ErrorLine problem={problem} />}
      <div class="read-ways">
        <div>
          {progress && <Reading progress={progress} stop={stop} />}
          <div hidden={progress !== null}>
            <PasteForm send={send} />
          </div>
        </div>
        <KeptReports />
      </div>
    </div>
  );
}

function Reading({ progress, stop }: { progress: Progress; stop: () => void }) {
  const { step, seconds, ahead = 0, done } = progress;
  const share = done === undefined ? "" : ` ${Math.round(done * 100)} %`;
  const waits = ahead > 0 ? `${ahead} ${ahead === 1 ? "report is" : "reports are"} read before it` : "it is read next";
  return (
    <section class="read-progress" aria-label="Reading">
      <p role="status">{step === "waiting" ? `Waiting: ${waits}.` : `Reading …${share}`}</p>
      <progress max={1} value={step === "reading" ? done : undefined} aria-label="How much is read" />
      <p class="muted">{Math.round(seconds)} s</p>
      <button type="button" onClick={stop}>
        Stop
      </button>
    </section>
  );
}
