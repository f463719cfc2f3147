/** How much stands behind something, always in the same words. Without `events` it is one thing. */
export function Sources(of: { events?: number; reports?: number; independent: number }) {
  return <span class="sources">{sourcesWords(of)}</span>;
}

export function sourcesWords({ events, independent }: { events?: number; independent: number }): string {
  const told = counted(independent, "independent report");
  return events === undefined ? told : `${counted(events, "event")} · ${told}`;
}

/** "1 event", "2,310 events". */
export function counted(n: number, what: string): string {
  // The browser's own rules of languages take 20 ms to get ready, which is long before anything is shown.
  return `${String(n).replace(/\B(?=(\d{3})+$)/g, ",")} ${what}${n === 1 ? "" : "s"}`;
}
