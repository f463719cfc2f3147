/** A report: its exact text, the claims beside their words, and what may be done with them. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { setQuery, useAddress } from "../../address";
import type { ReadPage } from "../../contract/pages";
import type { Claim, Span } from "../../contract/reading";
import { SameAs } from "../../parts/SameAs";
import { useKeys } from "../../shell/keys";
import { announce } from "../../shell/live";
import { Arcs } from "./Arcs";
import { useActing } from "./acting";
import { type Register, registerOf } from "./describing";
import { boxesOf, CAN_HIGHLIGHT, highlightClaims, rangesOf, type Shown, setHighlight } from "./highlights";
import { Orphans } from "./Orphans";
import { PlainRanges } from "./PlainRanges";
import { nextAt, placesOf, spansOf } from "./places";
import { ReportHead, type UnkeptActions } from "./ReportHead";
import { Row } from "./Row";
import { inOrder, rowsOf, type Row as TextRow } from "./rows";
import { useSeen } from "./seen";
import { pointAt, selectedText } from "./selection";
import { remPixels, useNarrow } from "./width";

interface Props {
  title: string;
  data: ReadPage;
  unkept?: UnkeptActions;
}

export function AnnotatedReport({ title, data, unkept }: Props) {
  const { reading, records } = data;
  const narrow = useNarrow();
  const { query } = useAddress();
  const places = useMemo(() => placesOf(reading.report.text), [reading]);
  const register = useMemo(() => registerOf(reading, places), [reading, places]);
  const { rows, orphans } = useMemo(
    () => rowsOf(reading, places, narrow ? "sentences" : "paragraphs"),
    [reading, places, narrow],
  );
  const order = useMemo(() => inOrder(reading.claims, places.point(places.text.length)), [reading, places]);
  const named = query.get("view.claim") ?? "";
  const chosen = register.claims.get(named) ?? register.claims.get(ofRecord(records, named) ?? "") ?? null;
  const body = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const seen = useSeen(body, rows, narrow);
  const acting = useActing(records);
  // A claim that the address names when the page comes is brought to view, as one that a key chooses.
  const byKey = useRef(true);
  const far = useMemo(() => farRows(rows, register, narrow), [rows, register, narrow]);

  useLayoutEffect(() => {
    const texts = body.current?.querySelectorAll(".read-text") ?? [];
    const nodes = [...texts].map((text) => text.firstChild as Text);
    setShown({ places, starts: rows.map((row) => row.start), nodes });
  }, [rows, places]);
  useEffect(
    () => (shown ? highlightClaims(shown, claimsIn(reading.claims, rows, seen)) : undefined),
    [shown, rows, seen],
  );
  useEffect(() => {
    if (!shown) return;
    const furniture = (reading.report.furniture ?? []).flatMap((span) => rangesOf(shown, span));
    setHighlight("read-furniture", furniture, 0);
    return () => setHighlight("read-furniture", [], 0);
  }, [shown, reading]);
  useEffect(() => {
    if (!shown) return;
    const ranges = chosen?.spans.flatMap((span) => rangesOf(shown, span)) ?? [];
    setHighlight("read-chosen", ranges, 3);
    if (chosen && byKey.current) bringToView(ranges[0], chosen.id);
    byKey.current = false;
    return () => setHighlight("read-chosen", [], 3);
  }, [shown, chosen]);

  const choose = (claim: Claim | null) => {
    acting.open(null);
    setQuery({ "view.claim": claim?.id ?? null }, { replace: true });
  };
  const step = (by: 1 | -1) => {
    const at = chosen ? order.indexOf(chosen) : -1;
    const first = by === 1 ? order.findIndex((claim) => seen.has(rowOf(rows, claim))) : -1;
    const next = order[chosen ? at + by : Math.max(first, 0)];
    if (!next) return announce(by === 1 ? "no further claim" : "no claim before");
    byKey.current = true;
    choose(next);
  };
  const record = chosen ? records[chosen.id] : undefined;
  useKeys([
    { key: "j", does: "next claim", run: () => step(1) },
    { key: "k", does: "claim before", run: () => step(-1) },
    { key: "a", does: "accept the claim: it is right", run: () => acting.accept(record) },
    { key: "x", does: "reject the claim: it is not told", run: () => acting.open(record ? "reject" : null) },
    { key: "c", does: "correct the claim", run: () => acting.open(record ? "correct" : null) },
    { key: "u", does: "undo the last change of the claim", run: () => acting.undo(record) },
    { key: "Escape", shown: "Esc", does: "close the claim", run: () => choose(null) },
  ]);

  const hover = useHover(shown, reading.claims, body);
  const clicked = (event: MouseEvent) => {
    if (!shown || !getSelection()?.isCollapsed) return;
    const point = pointAt(shown, event.clientX, event.clientY);
    if (point !== null) choose(nextAt(reading.claims, point, chosen?.id ?? null));
  };
  const copied = (event: ClipboardEvent) => {
    const text = shown && selectedText(shown, getSelection());
    if (!text) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
  };
  const goTo = (span: Span) => {
    const range = shown && rangesOf(shown, span)[0];
    const box = range && boxesOf(range)[0];
    if (box) scrollBy({ top: box.top - innerHeight / 3 });
    if (shown) setHighlight("read-hovered", rangesOf(shown, span), 2);
  };
  const cards = { shown, register, records, chosen, choose, hover, acting, kept: data.kept, goTo };
  return (
    <article class={narrow ? "read read-narrow" : "read"}>
      <ReportHead title={title} data={data} goTo={goTo} unkept={unkept} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys j and k, and every claim's own button, do the same */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer only */}
      <div class="read-body" ref={body} onClick={clicked} onCopy={copied}>
        {rows.map((row, n) =>
          seen.has(n) || (chosen && row.claims.includes(chosen)) ? (
            <Row {...(far[n] as RowElement).props} key={row.start} cards={cards} />
          ) : (
            far[n]
          ),
        )}
        {shown && chosen && !narrow && (
          <Arcs key={chosen.id} claim={chosen} register={register} shown={shown} body={body} />
        )}
        {shown && chosen && !CAN_HIGHLIGHT && <PlainRanges spans={chosen.spans} shown={shown} body={body} />}
      </div>
      <Orphans claims={orphans} register={register} records={records} />
      {data.kept && <SameAs csv={false} />}
    </article>
  );
}

/** The claims of which words stand in rows that are near the window; only they are drawn in the text. */
function claimsIn(claims: readonly Claim[], rows: readonly TextRow[], seen: ReadonlySet<number>): Claim[] {
  const near = [...seen].flatMap((n) => rows[n] ?? []);
  const from = Math.min(...near.map((row) => row.start));
  const to = Math.max(...near.map((row) => row.end));
  return claims.filter((claim) => claim.spans.some(([start, end]) => start < to && from < end));
}

type RowElement = ReturnType<typeof farRows>[number];

/** The rows without cards. They are made once, so that what happens elsewhere leaves them alone. */
function farRows(rows: readonly TextRow[], { places, reading }: Register, narrow: boolean) {
  const rem = remPixels();
  const title = reading.report.headline;
  return rows.map((row, n) => {
    const text = places.text.slice(places.unit(row.start), places.unit(row.end));
    const headline = Boolean(title && title[0] < row.end && row.start < title[1] && row.end - row.start < 300);
    const props = { row, n, text, headline, narrow, rem };
    return <Row key={row.start} {...props} cards={null} />;
  });
}

function rowOf(rows: readonly { start: number; end: number }[], claim: Claim): number {
  const at = spansOf(claim, Number.POSITIVE_INFINITY)[0]?.[0] ?? -1;
  return rows.findIndex((row) => row.start <= at && at < row.end);
}

/** The quote comes to the upper third, the focus to its card. */
function bringToView(range: StaticRange | undefined, id: string): void {
  const card = document.getElementById(`claim-${id}`);
  card?.querySelector("button")?.focus({ preventScroll: true });
  const box = (range && boxesOf(range)[0]) ?? card?.getBoundingClientRect();
  if (box && (box.top < 80 || box.bottom > innerHeight * 0.7)) scrollBy({ top: box.top - innerHeight / 3 });
}

/** Shows the claim under the pointer in both places, without drawing the page anew. Returns how a card says it is hovered. */
function useHover(shown: Shown | null, claims: readonly Claim[], body: { current: HTMLElement | null }) {
  const last = useRef<string | null>(null);
  const show = (claim: Claim | null) => {
    if (!shown || last.current === (claim?.id ?? null)) return;
    document.getElementById(`claim-${last.current}`)?.classList.remove("read-hovered");
    last.current = claim?.id ?? null;
    document.getElementById(`claim-${last.current}`)?.classList.add("read-hovered");
    setHighlight("read-hovered", claim?.spans.flatMap((span) => rangesOf(shown, span)) ?? [], 2);
  };
  const now = useRef(show);
  now.current = show;
  useEffect(() => {
    const element = body.current;
    if (!element || !shown) return;
    let frame = 0;
    const moved = (event: PointerEvent) => {
      cancelAnimationFrame(frame);
      if ((event.target as Element).closest(".read-card")) return;
      frame = requestAnimationFrame(() => {
        const point = pointAt(shown, event.clientX, event.clientY);
        now.current(point === null ? null : nextAt(claims, point, null));
      });
    };
    const left = () => now.current(null);
    element.addEventListener("pointermove", moved);
    element.addEventListener("pointerleave", left);
    return () => {
      cancelAnimationFrame(frame);
      setHighlight("read-hovered", [], 2);
      element.removeEventListener("pointermove", moved);
      element.removeEventListener("pointerleave", left);
    };
  }, [shown, claims, body]);
  return show;
}

/** The claim that a record is of: other pages know a claim by its fact in the ledger. */
function ofRecord(records: ReadPage["records"], named: string): string | undefined {
  return Object.entries(records).find(([, { id, fact }]) => named === fact || named === id)?.[0];
}
