/** What stands around every page. */
import { useEffect, useRef } from "preact/hooks";
import { href, useAddress } from "../address";
import { Empty } from "../parts/Empty";
import { pageAt } from "../routes";
import { Banner } from "./Banner";
import { Header } from "./Header";
import { HelpDialog, openHelp } from "./HelpDialog";
import { useKeys } from "./keys";
import { LiveRegion } from "./live";
import "./shell.css";
import { TokenDialog } from "./TokenDialog";

export function Shell() {
  const { path } = useAddress();
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useKeys([{ key: "?", does: "this help", run: openHelp }]);
  useEffect(() => {
    // A screen reader goes on where the new page begins; parameters that change leave the focus where it is.
    if (section(before.current) !== section(path)) {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    before.current = path;
  }, [path]);
  const Page = pageAt(path);
  return (
    <>
      <a class="shell-skip" href="#page">
        To the page
      </a>
      <Header />
      <Banner />
      <main id="page" ref={main} tabIndex={-1}>
        {Page ? (
          <Page />
        ) : (
          <Empty title="There is no page here">
            <p>
              The address may be old. <a href={href("/")}>Begin at the start</a>.
            </p>
          </Empty>
        )}
      </main>
      <LiveRegion />
      <TokenDialog />
      <HelpDialog />
    </>
  );
}

function section(path: string): string {
  return path.split("/", 2).join("/");
}
