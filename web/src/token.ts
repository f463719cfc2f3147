/** The token that writing needs: `casus serve` shows an address that carries it behind `#`, where no server sees it. */

const KEPT = "casus-token";

/** Moves the token out of the address, so that a copied address does not give it away. */
export function takeToken(): void {
  const found = /^#token=([^&]+)$/.exec(location.hash);
  if (!found?.[1]) return;
  rememberToken(decodeURIComponent(found[1]));
  history.replaceState(null, "", location.pathname + location.search);
}

export function token(): string | null {
  return sessionStorage.getItem(KEPT);
}

export function rememberToken(given: string): void {
  sessionStorage.setItem(KEPT, given.trim());
}

export function forgetToken(): void {
  sessionStorage.removeItem(KEPT);
}

/** The headers that show the token, where there is one. */
export function shown(): Record<string, string> {
  const known = token();
  return known ? { Authorization: `Bearer ${known}` } : {};
}

/** Asks the user for the token; the dialog of the shell answers. Resolves to whether one was given. */
export type AskForToken = (why: string) => Promise<boolean>;
let askUser: AskForToken = async () => false;

export function tokenIsAskedBy(dialog: AskForToken): void {
  askUser = dialog;
}

export function askForToken(why: string): Promise<boolean> {
  return askUser(why);
}
