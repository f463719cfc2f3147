/** How the reader looks at the network: all of it stands in the address, behind `view.`. */
import type { Changes } from "../../address";
import { type Camera, cameraRead } from "./camera";
import type { Point } from "./layout";

export interface View {
  hidden: Set<string>;
  pins: Map<string, Point>;
  seed: number;
  /** How many centers are laid out at once, the first ones. */
  whole: number;
  camera: Camera | null;
  node: string | null;
  edge: string | null;
}

export function viewOf(query: URLSearchParams): View {
  const [seed, whole] = (query.get("view.seed") ?? "").split(".").map(Number);
  return {
    hidden: new Set(query.getAll("view.hide")),
    pins: new Map(query.getAll("view.pin").flatMap(pinRead)),
    seed: natural(seed),
    whole: natural(whole),
    camera: cameraRead(query.get("view.at")),
    node: query.get("view.on"),
    edge: query.get("view.edge"),
  };
}

/** Parameters for pins, those of the plane's points to the unit. */
export function pinsWritten(pins: ReadonlyMap<string, Point>): Changes {
  return { "view.pin": [...pins].map(([id, { x, y }]) => `${id}@${Math.round(x)},${Math.round(y)}`) };
}

/** Parameters for another layout of what is shown: what is opened after it comes step by step again. */
export function seedWritten(seed: number, whole: number): Changes {
  return { "view.seed": `${seed}.${whole}`, "view.at": null };
}

function pinRead(text: string): [string, Point][] {
  // Ids may hold an @ themselves (person:...@RUS), so the last one parts.
  const found = /^(.+)@(-?\d+),(-?\d+)$/.exec(text);
  return found?.[1] ? [[found[1], { x: Number(found[2]), y: Number(found[3]) }]] : [];
}

function natural(number: number | undefined): number {
  return number !== undefined && Number.isInteger(number) && number > 0 ? number : 1;
}
