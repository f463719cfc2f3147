/** A page whose code comes when it is first visited. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ErrorLine } from "./parts/ErrorLine";
import { Loading } from "./parts/Loading";
import { asProblem, type Problem } from "./problem";

type Loaded = { default: ComponentType };

/** A component that loads the real one; loaded once, it shows at once. */
export function lazy(load: () => Promise<Loaded>): ComponentType {
  let loaded: ComponentType | null = null;
  return function Lazy() {
    const [, render] = useState(0);
    const [problem, setProblem] = useState<Problem | null>(null);
    useEffect(() => {
      if (loaded) return;
      load().then(
        (page) => {
          loaded = page.default;
          render((n) => n + 1);
        },
        (thrown) => setProblem(asProblem(thrown)),
      );
    }, []);
    if (problem) return <ErrorLine problem={problem} again={() => location.reload()} />;
    const Page = loaded;
    return Page ? <Page /> : <Loading what="the page" />;
  };
}
