import { useEffect } from "preact/hooks";

/** Says in the title of the document what is shown. */
export function useTitle(shown: string): void {
  useEffect(() => {
    document.title = shown ? `${shown} · casus` : "casus";
  }, [shown]);
}
