/** The network: who has to do with whom, opened node by node. */
import { useCallback, useEffect, useMemo, useRef } from "preact/hooks";
import { dataAddress, setQuery, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { NetworkPage as Told } from "../../contract/pages";
import { Empty } from "../../parts/Empty";
import { ErrorLine } from "../../parts/ErrorLine";
import { Loading } from "../../parts/Loading";
import { SameAs } from "../../parts/SameAs";
import { counted } from "../../parts/Sources";
import { useKeys } from "../../shell/keys";
import { announce } from "../../shell/live";
import { useTitle } from "../../shell/title";
import { type Camera, cameraWritten } from "./camera";
import { Drawing, type Picture } from "./Drawing";
import type { Found } from "./finding";
import { centersInOrder, MOST_NODES, means, stepsOf, without } from "./graph";
import { KEYS } from "./keyboard";
import { radiusOf } from "./kinds";
import { Lists } from "./Lists";
import { laidOut, type Point, pinned } from "./layout";
import "./network.css";
import { type Deeds, edgeName, Panel } from "./Panel";
import { Sieve } from "./Sieve";
import { Tools } from "./Tools";
import { useTrail } from "./useTrail";
import { pinsWritten, viewOf } from "./view";

const MOST_NEIGHBOURS = 200;

export default function NetworkPage() {
  const here = useAddress();
  const { data, asking, problem, again } = useAsked<Told>(dataAddress(here, ".json"));
  const words = here.query.getAll("center");
  const names = data?.nodes.filter((node) => node.center).map((node) => node.name) ?? [];
  useTitle(words.length > 0 ? `Network: ${(names.length > 0 ? names : words).join(", ")}` : "Network");
  return (
    <div class="network">
      <div class="network-head">
        <h1>Network</h1>
        {data && (
          <p class="muted" aria-live="polite">
            {shownWords(data)}
            {asking && " · asking anew …"}
          </p>
        )}
      </div>
      <Sieve names={data?.names ?? {}} edges={data?.edges ?? []} />
      {problem && <ErrorLine problem={problem} again={again} />}
      {!data && asking && <Loading what="the network" />}
      {data && data.nodes.length === 0 && (
        <Empty title={words.length > 0 ? "Nothing ties them to anybody, filtered like this" : "Nothing is kept yet"}>
          <p>Take filters out, or begin with somebody else.</p>
        </Empty>
      )}
      {data && data.nodes.length > 0 && <Shown page={data} />}
      <SameAs command={undefined} python={undefined} />
    </div>
  );
}

function shownWords(page: Told): string {
  const full = page.nodes.length >= MOST_NODES ? `, at most ${MOST_NODES} at once` : "";
  return `${counted(page.nodes.length, "node")}${full} · ${counted(page.edges.length, "edge")}, of ${counted(page.total, "thing")} that fit`;
}

function Shown({ page }: { page: Told }) {
  const { query } = useAddress();
  const trail = useTrail();
  const picture = useRef<Picture>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const text = query.toString();
  const view = useMemo(() => viewOf(new URLSearchParams(text)), [text]);
  const centers = query.getAll("center");
  const order = useMemo(() => centersInOrder(page.nodes, centers), [page, centers.join("\n")]);
  const { seed, whole } = view;
  const laid = useMemo(
    () => laidOut(page.nodes, page.edges, { seed, steps: stepsOf(page, order, whole), radius: radiusOf }),
    [page, order, seed, whole],
  );
  const pins = query.getAll("view.pin").join("\n");
  const all = useMemo(() => pinned(laid, view.pins, page.edges), [laid, pins, page]);
  const hides = query.getAll("view.hide").join("\n");
  const net = useMemo(() => without(page, view.hidden), [page, hides]);
  const places = useMemo(
    () => new Map(net.nodes.flatMap(({ id }): [string, Point][] => (all.has(id) ? [[id, all.get(id) as Point]] : []))),
    [net, all],
  );
  const pinnedIds = useMemo(() => new Set(view.pins.keys()), [pins]);
  const camera = useMemo(() => view.camera, [query.get("view.at")]);
  const node = net.nodes.find((one) => one.id === view.node) ?? null;
  const edge = net.edges.find((one) => one.id === view.edge) ?? null;
  const name = (id: string) => page.names[id] ?? id;

  const choose = (found: Found | null) => {
    if (!found) return setQuery({ "view.on": null, "view.edge": null }, { replace: true });
    if (found.is === "edge") {
      const chosen = net.edges.find((one) => one.id === found.id);
      const stays = chosen && (chosen.from === view.node || chosen.to === view.node);
      if (chosen) announce(edgeName(chosen, name));
      return setQuery({ "view.edge": found.id, ...(stays ? {} : { "view.on": null }) }, { replace: true });
    }
    const more = net.more[found.id] ?? 0;
    announce(`${name(found.id)}${more ? `, ${more} more neighbours` : ""}`);
    return setQuery({ "view.on": found.id, "view.edge": null }, { replace: true });
  };
  const open = (id: string) => {
    const of = name(id);
    const more = net.more[id] ?? 0;
    if (more === 0) return announce(`${of} has no more neighbours`);
    if (page.nodes.length >= MOST_NODES)
      return announce(`${MOST_NODES} nodes are shown already; hide or filter some first`);
    const looking = { "view.on": id, "view.edge": null };
    if (!order.includes(id)) return trail.act(`open ${of}`, { center: [...centers, id], ...looking, "view.at": null });
    const limit = Number(query.get("limit") ?? 40);
    if (limit >= MOST_NEIGHBOURS)
      return announce(`${of} shows its ${limit} strongest neighbours, the most there can be`);
    const next = String(Math.min(limit * 2, MOST_NEIGHBOURS));
    return trail.act(`show more of ${of}`, { limit: next, ...looking, "view.at": null });
  };
  // From a list or the panel: the reader goes on where it is told.
  const shown = (found: Found) => {
    choose(found);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const deeds: Deeds = {
    onNode: (id) => shown({ is: "node", id }),
    onEdge: (id) => shown({ is: "edge", id }),
    onNothing: () => {
      choose(null);
      picture.current?.focus();
    },
    onOpened: open,
    onClosed: (id) => trail.act(`close ${name(id)}`, { center: centers.filter((word) => !means(word, id)) }),
    onHidden: (id) => {
      trail.act(`hide ${name(id)}`, { "view.hide": [...view.hidden, id], "view.on": null, "view.edge": null });
      announce(`${name(id)} is hidden; u brings it back`);
    },
    onPinned: (id) => {
      const next = new Map(view.pins);
      const at = all.get(id);
      if (!next.delete(id) && at) next.set(id, at);
      trail.act(`${next.has(id) ? "pin" : "let go"} ${name(id)}`, pinsWritten(next));
    },
  };
  const look = useCallback(
    later((seen: Camera | null) => {
      setQuery({ "view.at": seen ? cameraWritten(seen) : null }, { replace: true });
    }),
    [],
  );
  useKeys([
    { key: "u", does: "undo what was done to the picture", run: trail.undo },
    { key: "U", does: "do it again", run: trail.redo },
  ]);
  useEffect(() => announce(shownWords(page)), [page]);

  return (
    <>
      <Tools picture={picture} trail={trail} view={view} net={net} places={places} centers={order} name={name} />
      <div class="network-stage">
        <div class="network-seen">
          <Drawing
            net={net}
            places={places}
            node={node?.id ?? null}
            edge={edge?.id ?? null}
            pins={pinnedIds}
            camera={camera}
            label={`Network of ${counted(net.nodes.length, "node")} and ${counted(net.edges.length, "edge")}; the lists below have the same`}
            picture={picture}
            onLooked={look}
            onMoved={(id, to) => trail.act(`move ${name(id)}`, pinsWritten(new Map(view.pins).set(id, to)))}
            onChosen={choose}
            onOpened={open}
            onHidden={deeds.onHidden}
            onPinned={deeds.onPinned}
            onWords={() => heading.current?.focus()}
          />
          <p class="network-keys muted" id="network-keys">
            {KEYS}
          </p>
        </div>
        <Panel page={page} net={net} node={node} edge={edge} pins={pinnedIds} heading={heading} {...deeds} />
      </div>
      <Lists page={page} net={net} node={node?.id ?? null} edge={edge?.id ?? null} pins={pinnedIds} {...deeds} />
    </>
  );
}

/** The last of several calls, a moment after it: dragging must not write each of its steps into the address. */
function later<T>(run: (given: T) => void): (given: T) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (given) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(given), 250);
  };
}
