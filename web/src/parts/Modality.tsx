import { lineOf } from "./modalityLine";

/** A line as the modality's, for legends and labels. */
export function ModalityLine({ modality, length = 26 }: { modality: string; length?: number }) {
  const line = lineOf(modality);
  const at = line.double ? [2.5, 6.5] : [4.5];
  return (
    <svg class="modality-line" width={length} height={9} aria-hidden="true">
      {at.map((y) => (
        <line
          key={y}
          x1={1}
          x2={length - 1}
          y1={y}
          y2={y}
          stroke="currentColor"
          stroke-width={line.width}
          stroke-dasharray={line.dash || undefined}
        />
      ))}
    </svg>
  );
}

interface Told {
  modality: string;
  /** That it should not happen. */
  negated?: boolean;
  /** Another word for it, as "said" for a statement that was made. */
  word?: string;
}

/** How something is told: a word and a line. */
export function Modality({ modality, negated = false, word = modality }: Told) {
  return (
    <span class={`modality modality-${modality}`}>
      <ModalityLine modality={modality} />
      <span class="modality-word">{negated ? `${word} not to be` : word}</span>
    </span>
  );
}
