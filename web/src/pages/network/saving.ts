/** Files of the network that is seen: for Gephi, for print, for a page. */
import type { Size } from "./camera";
import { gexfOf } from "./gexf";
import type { Net } from "./graph";
import type { Places } from "./layout";
import { type Inks, paint } from "./paint";
import type { Scene } from "./scene";
import { svgOf } from "./svg";

export type Form = "GEXF" | "SVG" | "PNG";

interface Seen {
  net: Net;
  places: Places;
  scene: Scene;
  size: Size;
  inks: Inks;
  title: string;
}

/** Twice as many pixels as on the screen, so that it can be printed. */
const DENSITY = 2;

export async function save(form: Form, seen: Seen): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const name = `casus-network-${day}.${form.toLowerCase()}`;
  if (form === "PNG") return offer(await png(seen), name);
  const text =
    form === "GEXF"
      ? gexfOf(seen.net, seen.places, { day, asked: location.href })
      : svgOf(seen.scene, seen.size, seen.inks, seen.title);
  offer(new Blob([text], { type: form === "GEXF" ? "application/gexf+xml" : "image/svg+xml" }), name);
}

function png({ scene, size, inks }: Seen): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = size.width * DENSITY;
  canvas.height = size.height * DENSITY;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser draws on no canvas");
  paint(context, scene, size, inks, DENSITY);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("the picture is too big for a PNG"))),
      "image/png",
    ),
  );
}

function offer(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
