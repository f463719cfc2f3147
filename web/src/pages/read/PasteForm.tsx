import { useId, useState } from "preact/hooks";
import { DayInput } from "../../parts/DayInput";
import type { Sent } from "../../writing";

/** A report as text or as a file, with what is known of it. */
export function PasteForm({ send }: { send: (sent: Sent | File) => void }) {
  const [text, setText] = useState("");
  const [published, setPublished] = useState("");
  const [publisher, setPublisher] = useState("");
  const [title, setTitle] = useState("");
  const id = useId();
  const submitted = (event: Event) => {
    event.preventDefault();
    if (!text.trim()) return;
    const known = { published, publisher: publisher.trim(), title: title.trim() };
    send({ text, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== "")) });
  };
  return (
    <form class="read-paste" onSubmit={submitted}>
      <label class="field-label" for={id}>
        The report: plain text or HTML
      </label>
      <textarea
        id={id}
        rows={14}
        value={text}
        placeholder="Paste it whole, with its dateline: what is dated in it is counted from there."
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <details>
        <summary>What you know of it</summary>
        <div class="read-known">
          <DayInput label="Came out on" value={published} onChange={setPublished} />
          <label class="field">
            <span class="field-label">Published by</span>
            <input value={publisher} maxLength={200} onInput={(event) => setPublisher(event.currentTarget.value)} />
          </label>
          <label class="field">
            <span class="field-label">Title</span>
            <input value={title} maxLength={200} onInput={(event) => setTitle(event.currentTarget.value)} />
          </label>
        </div>
      </details>
      <div class="read-send">
        <button type="submit" class="primary" disabled={!text.trim()}>
          Read it
        </button>
        <label class="button read-file">
          or choose a file
          <input
            type="file"
            class="visually-hidden"
            accept=".txt,.html,.htm,text/plain,text/html"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) send(file);
            }}
          />
        </label>
      </div>
    </form>
  );
}
