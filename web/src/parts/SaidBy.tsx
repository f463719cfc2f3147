/** On whose word: the ladder from the report inwards. `names`: outermost first, without the report itself. */
export function SaidBy({ names, inline = false }: { names: readonly string[]; inline?: boolean }) {
  if (names.length === 0) return <span class="said-by said-by-report">the report itself</span>;
  if (inline) return <span class="said-by">{["report", ...names].join(" › ")}</span>;
  return (
    <ol class="said-by said-by-ladder" aria-label="Said by, outermost first">
      <li>the report</li>
      {names.map((name, step) => (
        <li key={`${step}:${name}`} style={{ paddingInlineStart: `${(step + 1) * 0.9}em` }}>
          {name}
        </li>
      ))}
    </ol>
  );
}
