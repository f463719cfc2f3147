/** Why something follows, as a tree by the pattern of WAI-ARIA: arrows, Home, End, *, and the first letter. */
import { useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { navigate } from "../../address";
import type { Proof } from "../../contract/answers";
import type { Names } from "../../contract/pages";
import { inReport } from "./inReport";
import { branches, type Node, openAtFirst, pressed, seen, treeOf, without } from "./proofTree";
import { topicWords } from "./topic";

interface Props {
  label: string;
  proof: Proof;
  changes?: readonly string[];
  names: Names;
}

export function ProofTree({ label, proof, changes = [], names }: Props) {
  const root = useMemo(() => treeOf(proof, changes), [proof, changes]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(root));
  const [at, setAt] = useState(root.id);
  const moved = useRef(false);
  const id = useId();
  const item = (node: string) => `${id}-${node}`;

  useLayoutEffect(() => {
    if (moved.current) document.getElementById(item(at))?.focus();
    moved.current = false;
  });

  const toggle = (node: Node) => {
    if (node.children.length === 0) return;
    setOpen(open.has(node.id) ? without(open, node.id) : new Set([...open, node.id]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = seen(root, open).find((one) => one.id === at);
    if (node && (event.key === "Enter" || event.key === " ")) {
      const to = event.key === "Enter" ? linkOf(node) : null;
      if (to) navigate(to);
      else toggle(node);
    } else {
      const next = pressed(event.key, root, { at, open });
      if (!next) return;
      moved.current = true;
      setAt(next.at);
      setOpen(new Set(next.open));
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const whole = branches(root);
  const all = whole.every((one) => open.has(one));
  return (
    <>
      <button type="button" class="plain" onClick={() => setOpen(all ? openAtFirst(root) : new Set(whole))}>
        {all ? "Fold the sources" : "Unfold the sources"}
      </button>
      <div class="follows-proof" role="tree" aria-label={label} onKeyDown={onKeyDown}>
        {seen(root, open).map((node) => {
          const siblings = node.parent === null ? [root] : (find(root, node.parent)?.children ?? []);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
            <div
              key={node.id}
              id={item(node.id)}
              role="treeitem"
              aria-level={node.level}
              aria-setsize={siblings.length}
              aria-posinset={siblings.indexOf(node) + 1}
              aria-expanded={node.children.length > 0 ? open.has(node.id) : undefined}
              aria-selected={node.id === at}
              tabIndex={node.id === at ? 0 : -1}
              class={`follows-node follows-node-${node.kind}`}
              style={{ paddingInlineStart: `${(node.level - 1) * 1.35}rem` }}
              onFocus={() => setAt(node.id)}
              onClick={(event) => {
                if (!(event.target as Element).closest("a")) toggle(node);
              }}
            >
              <span class="follows-twist" aria-hidden="true">
                {node.children.length === 0 ? "·" : open.has(node.id) ? "▾" : "▸"}
              </span>
              <Said node={node} names={names} />
            </div>
          );
        })}
      </div>
    </>
  );
}

function Said({ node, names }: { node: Node; names: Names }) {
  if (node.kind === "record" && node.premise) {
    const { premise } = node;
    return (
      <span>
        <strong>{node.says}</strong> {topicWords(premise.topic, names)}
        {premise.valid && <span class="follows-days"> {premise.valid.replace("..", " – ")}</span>}{" "}
        <span class="muted">sure {Math.round(premise.confidence * 100)}%</span>{" "}
        <code class="muted">{premise.fact.slice(0, 8)}</code>
      </span>
    );
  }
  if (node.kind === "words") {
    return (
      <span>
        <q class="follows-words">{node.says}</q>{" "}
        <a href={linkOf(node) ?? ""} tabIndex={-1}>
          {names[node.report ?? ""] ?? `report ${node.report?.slice(0, 8)}`}
        </a>
      </span>
    );
  }
  if (node.kind === "citation") {
    return (
      <span>
        <span class="muted">source:</span> <cite>{node.says}</cite>
      </span>
    );
  }
  if (node.kind === "change") {
    return (
      <span>
        <span class="muted">would change it:</span> {node.says}
      </span>
    );
  }
  return (
    <span>
      {node.says}
      {node.rule && (
        <span class="follows-rule">
          {node.rule.says} <span class="follows-rule-source">({node.rule.source})</span>
        </span>
      )}
    </span>
  );
}

function linkOf(node: Node): string | null {
  return node.report ? inReport(node.report, node.fact) : null;
}

function find(node: Node, id: string): Node | null {
  if (node.id === id) return node;
  for (const child of node.children) {
    const found = id.startsWith(child.id) ? find(child, id) : null;
    if (found) return found;
  }
  return null;
}
