import type { ComponentChildren } from "preact";

/** Nothing to show: why, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="empty" aria-label={title}>
      <p class="empty-title">{title}</p>
      {children}
    </section>
  );
}
