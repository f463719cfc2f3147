import { useKeys } from "../../shell/keys";

/** j and k go from row to row of all tables of the page that are seen, by their buttons. */
export function useStepping(): void {
  const step = (by: number) => {
    const all = [...document.querySelectorAll<HTMLElement>("#page [data-why]")].filter((one) => one.offsetParent);
    const now = all.indexOf(document.activeElement as HTMLElement);
    all[now < 0 ? 0 : Math.min(Math.max(now + by, 0), all.length - 1)]?.focus();
  };
  useKeys([
    { key: "j", does: "next row", run: () => step(1) },
    { key: "k", does: "row before", run: () => step(-1) },
  ]);
}
