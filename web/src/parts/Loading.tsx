import { useEffect, useState } from "preact/hooks";

/** Says what is awaited, after 150 ms, so that quick answers do not flicker. `what`: "the timeline". */
export function Loading({ what }: { what: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="loading" role="status">
      {late ? `Getting ${what} …` : ""}
    </p>
  );
}
