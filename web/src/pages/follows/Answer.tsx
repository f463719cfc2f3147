import type * as told from "../../contract/answers";
import type { FollowsPage } from "../../contract/pages";
import { Conflicts } from "./Conflicts";
import { Duties } from "./Duties";
import { Forbids } from "./Forbids";
import { Positions } from "./Positions";
import { Promises } from "./Promises";
import type { Ask } from "./questions";
import { Supposed } from "./Supposed";

interface Props {
  ask: Ask;
  data: FollowsPage;
  claims: readonly string[];
}

/** The answer to a question; what the lines are is said by the question. */
export function Answer({ ask, data, claims }: Props) {
  const items: unknown = data.items;
  switch (ask) {
    case "obligations":
      return <Duties duties={items as (told.Duty | told.Nothing)[]} data={data} />;
    case "promises":
      return <Promises items={items as (told.Promised | told.Nothing)[]} data={data} />;
    case "forbids":
      return <Forbids items={items as (told.Prohibition | told.Allowed)[]} data={data} />;
    case "conflicts":
      return <Conflicts items={items as (told.Borne | told.Finding | told.NoConflict)[]} data={data} />;
    case "positions":
      return <Positions items={items as (told.Position | told.NoPosition)[]} data={data} />;
    case "suppose":
      return <Supposed items={items as told.Supposed[]} claims={claims} data={data} />;
  }
}
