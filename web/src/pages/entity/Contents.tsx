/** The table of contents. */
import type { Section } from "./line";

/** `beside`: ids and titles of sections that have no lines. */
export function Contents({ sections, beside }: { sections: readonly Section[]; beside: readonly [string, string][] }) {
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
        {beside.map(([id, title]) => (
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
