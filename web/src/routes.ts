/** Which page stands at which address. */
import type { ComponentType } from "preact";
import { lazy } from "./lazy";

interface Route {
  path: RegExp;
  page: ComponentType;
}

const entity = lazy(() => import("./pages/entity/EntityPage"));

const ROUTES: readonly Route[] = [
  { path: /^\/$/, page: lazy(() => import("./pages/start/StartPage")) },
  { path: /^\/read(\/[^/]+)?$/, page: lazy(() => import("./pages/read/ReadPage")) },
  { path: /^\/timeline$/, page: lazy(() => import("./pages/timeline/TimelinePage")) },
  { path: /^\/map$/, page: lazy(() => import("./pages/map/MapPage")) },
  { path: /^\/network$/, page: lazy(() => import("./pages/network/NetworkPage")) },
  { path: /^\/(actor|agreement|regime)\/.+$/, page: entity },
  { path: /^\/follows$/, page: lazy(() => import("./pages/follows/FollowsPage")) },
];

/** The page of a path, or null. */
export function pageAt(path: string): ComponentType | null {
  return ROUTES.find((route) => route.path.test(path))?.page ?? null;
}
