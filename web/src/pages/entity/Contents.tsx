/** The table of contents. */
import type { Section } from "./line";

const ALWAYS: readonly [string, string][] = [
  ["changed", "What became known when"],
  ["sources", "Reference works"],
];

export function Contents({ sections }: { sections: readonly Section[] }) {
  const go = (event: MouseEvent, id: string) => {
    const heading = document.getElementById(`section-${id}`);
    if (!heading) return;
    event.preventDefault();
    heading.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
  };
  return (
    <nav class="entity-contents" aria-label="Sections of this page">
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <a href={`#section-${section.id}`} onClick={(event) => go(event, section.id)}>
              <span>{section.title}</span> <span class="entity-count">{section.lines.length.toLocaleString("en")}</span>
            </a>
          </li>
        ))}
        {ALWAYS.map(([id, title]) => (
          <li key={id}>
            <a href={`#section-${id}`} onClick={(event) => go(event, id)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
