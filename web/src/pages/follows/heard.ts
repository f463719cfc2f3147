import type { Names } from "../../contract/pages";

const heard: Record<string, string> = {};

/** Remembers the name of what was picked, so that it is called by it also before there is an answer. */
export function hear(id: string, name: string): void {
  heard[id] = name;
}

/** The names that were picked in this visit, and those given, which come first. */
export function withHeard(names: Names): Names {
  return { ...heard, ...names };
}
