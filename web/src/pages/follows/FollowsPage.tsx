import { Empty } from "../../parts/Empty";
import { useTitle } from "../../shell/title";
import "./follows.css";

export default function FollowsPage() {
  useTitle("What follows");
  return (
    <div class="follows">
      <h1>What follows</h1>
      <Empty title="Nothing is shown here yet" />
    </div>
  );
}
