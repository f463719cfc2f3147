/** The six questions: what each is called, what it takes, and when it says enough to be asked. */
import type { FollowsPage, Names } from "../../contract/pages";

export const ASKS = ["obligations", "promises", "forbids", "conflicts", "positions", "suppose"] as const;
export type Ask = (typeof ASKS)[number];

interface Question {
  tab: string;
  /** What it answers, in a sentence. */
  answers: string;
  /** Parameters that only this question takes. */
  takes: readonly string[];
}

export const QUESTIONS: Record<Ask, Question> = {
  obligations: {
    tab: "Who owes what",
    answers: "Who owes help, may not act, or must consult when a state is attacked.",
    takes: ["attacked", "by", "at"],
  },
  promises: {
    tab: "Promises",
    answers: "All that a state has promised: to whom, since when, and how it can end.",
    takes: ["of"],
  },
  forbids: {
    tab: "What is forbidden",
    answers: "Which measures in force forbid something toward a target, and on which paragraph.",
    takes: ["target", "what", "from"],
  },
  conflicts: {
    tab: "What conflicts",
    answers: "Which claims cannot both hold, which stand against a known fact, and which a rule makes notable.",
    takes: ["about", "actor", "since", "after"],
  },
  positions: {
    tab: "Who stands where",
    answers: "Who is for a thing, against it or neither, since when, and where they stood before.",
    takes: ["on", "actor", "since"],
  },
  suppose: {
    tab: "What if",
    answers: "What would follow if something were so, as a difference to without it. Nothing is kept.",
    takes: ["claim", "depth"],
  },
};

/** The question that an address asks; who owes what where it asks none. */
export function askOf(query: URLSearchParams): Ask {
  const asked = query.get("ask");
  return ASKS.find((ask) => ask === asked) ?? "obligations";
}

/** Whether the address says enough to be asked. */
export function complete(query: URLSearchParams): boolean {
  if (!query.has("ask")) return false;
  switch (askOf(query)) {
    case "obligations":
      return query.has("attacked");
    case "promises":
      return query.has("of");
    case "forbids":
      return query.has("target");
    case "positions":
      return query.has("on");
    case "suppose":
      return query.has("claim");
    case "conflicts":
      return true;
  }
}

/** The name of an id as answers write it: "POL" for a state, or a whole id. */
export function nameOf(names: Names, id: string): string {
  return names[id] ?? names[`state:${id}`] ?? names[`country:${id}`] ?? names[id.replace(/^state:/, "country:")] ?? id;
}

/** A few names of many: "Austria, Belgium, Bulgaria and 22 more". */
export function listed(ids: readonly string[], names: Names, most = 3): string {
  const told = ids.slice(0, most).map((id) => nameOf(names, id));
  return told.join(", ") + (ids.length > most ? ` and ${ids.length - most} more` : "");
}

/** The names of an answer, with those of agreements that its own lines tell. */
export function namesOf(data: FollowsPage): Names {
  const told: Record<string, string> = {};
  const look = (one: unknown): void => {
    if (Array.isArray(one)) for (const part of one) look(part);
    else if (one && typeof one === "object") {
      const { agreement, title, duties, added, lost } = one as Record<string, unknown>;
      if (typeof agreement === "string" && typeof title === "string") told[agreement] = title;
      for (const lines of [duties, added, lost]) look(lines);
    }
  };
  look(data.items);
  return { ...told, ...data.names };
}

/** The codes and ids that an address asks about, also within suppositions; names and other words are not among them. */
export function idsAsked(query: URLSearchParams): string[] {
  const words = [...query].filter(([name]) => ASKED.has(name)).flatMap(([, value]) => value.split(/\s+/));
  return [...new Set(words.filter((word) => /^[A-Z]{3}$|^(agreement|regime|person|org|group|bloc):\S+$/.test(word)))];
}

const ASKED = new Set(["attacked", "by", "of", "target", "from", "actor", "about", "claim", "view.off"]);

/** How a picked id is written in an address and in a command: states by their code. */
export function asAsked(id: string): string {
  return id.replace(/^(country|state):(?=[A-Z]{3}$)/, "");
}

/** The id whose page tells of a state that answers write as "POL". */
export function stateId(code: string): string {
  return code.includes(":") ? code : `state:${code}`;
}
