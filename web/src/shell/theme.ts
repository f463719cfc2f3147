/** Light or dark: as the system says, or as the reader chose. */

export type Theme = "light" | "dark";
const KEPT = "casus-theme";

export function theme(): Theme {
  const chosen = localStorage.getItem(KEPT);
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Puts the theme on the document, where the style sheets look for it. */
export function showTheme(): void {
  document.documentElement.dataset.theme = theme();
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(KEPT, chosen);
  showTheme();
  // Drawings on a canvas take their colours anew.
  dispatchEvent(new CustomEvent("casus:theme"));
}
