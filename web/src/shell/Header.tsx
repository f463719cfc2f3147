import { useState } from "preact/hooks";
import { href, useAddress } from "../address";
import { Clocks } from "./Clocks";
import { openHelp } from "./HelpDialog";
import { chooseTheme, theme } from "./theme";

const PAGES: readonly [string, string][] = [
  ["/read", "Read"],
  ["/timeline", "Timeline"],
  ["/map", "Map"],
  ["/network", "Network"],
  ["/follows", "What follows"],
];

export function Header() {
  const { path } = useAddress();
  const [shown, setShown] = useState(theme);
  const other = shown === "dark" ? "light" : "dark";
  return (
    <header class="shell-header">
      <a class="shell-name" href={href("/")} aria-current={path === "/" ? "page" : undefined}>
        casus
      </a>
      <nav class="shell-nav" aria-label="Pages">
        <ul>
          {PAGES.map(([to, name]) => (
            <li key={to}>
              <a href={href(to)} aria-current={path === to || path.startsWith(`${to}/`) ? "page" : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="shell-tools">
        <Clocks />
        <button
          type="button"
          class="plain"
          onClick={() => {
            chooseTheme(other);
            setShown(other);
          }}
        >
          {other === "dark" ? "Dark" : "Light"}
        </button>
        <button type="button" class="plain" aria-label="Help: keys and lines" onClick={openHelp}>
          ?
        </button>
      </div>
    </header>
  );
}
