/** The bar over the picture: undo, nearer, another layout, what is hidden, files. */
import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { ErrorLine } from "../../parts/ErrorLine";
import { asProblem, type Problem } from "../../problem";
import type { Picture } from "./Drawing";
import type { Net } from "./graph";
import { useInks } from "./inks";
import type { Places } from "./layout";
import { type Form, save } from "./saving";
import type { Steps } from "./useTrail";
import { seedWritten, type View } from "./view";

interface Props {
  picture: RefObject<Picture | null>;
  trail: Steps;
  view: View;
  net: Net;
  places: Places;
  centers: readonly string[];
  name: (id: string) => string;
}

export function Tools({ picture, trail, view, net, places, centers, name }: Props) {
  const inks = useInks();
  const [problem, setProblem] = useState<Problem | null>(null);
  const saved = async (form: Form) => {
    const seen = picture.current?.seen();
    if (!seen) return;
    try {
      setProblem(null);
      await save(form, { net, places, inks, title: document.title, ...seen });
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  const hidden = [...view.hidden];
  return (
    <div class="network-tools">
      <fieldset aria-label="Undo">
        <button type="button" disabled={!trail.undoes} onClick={trail.undo} title={trail.undoes ?? undefined}>
          Undo{trail.undoes && <span class="network-tools-what">: {trail.undoes}</span>}
        </button>
        <button type="button" disabled={!trail.redoes} onClick={trail.redo} title={trail.redoes ?? undefined}>
          Redo
        </button>
      </fieldset>
      <fieldset aria-label="View">
        <button type="button" aria-label="nearer" onClick={() => picture.current?.zoom(1.25)}>
          +
        </button>
        <button type="button" aria-label="farther" onClick={() => picture.current?.zoom(0.8)}>
          −
        </button>
        <button type="button" onClick={() => picture.current?.fit()}>
          See all
        </button>
        <button
          type="button"
          onClick={() => trail.act("lay out anew", seedWritten(view.seed + 1, Math.max(centers.length, 1)))}
        >
          Lay out anew
        </button>
      </fieldset>
      <fieldset aria-label="Save the network as">
        <span class="muted">Save as</span>
        {(["GEXF", "SVG", "PNG"] as const).map((form) => (
          <button key={form} type="button" onClick={() => void saved(form)}>
            {form}
          </button>
        ))}
      </fieldset>
      {hidden.length > 0 && (
        <ul class="chips" aria-label="Hidden">
          {hidden.map((id) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => trail.act(`show ${name(id)}`, { "view.hide": hidden.filter((one) => one !== id) })}
              >
                {name(id)}: show again
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && <ErrorLine problem={problem} />}
    </div>
  );
}
