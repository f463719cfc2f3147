/** The data of the pages, by the names that the pages use. */
import type { Network } from "./pages.generated";

export type {
  Bound,
  Edge as EdgePage,
  Entity as EntityPage,
  Facets,
  Follows as FollowsPage,
  Index as IndexPage,
  KeptClaim,
  Line as EntityLine,
  Map as MapPage,
  Mark,
  Named,
  Names,
  Network as NetworkPage,
  Read as ReadPage,
  Span as Days,
  Timeline as TimelinePage,
} from "./pages.generated";

export type EdgeKind = Network["edges"][number]["kind"];

/** A day, YYYY-MM-DD. */
export type Day = string;
