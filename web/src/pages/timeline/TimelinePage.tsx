import { Empty } from "../../parts/Empty";
import { useTitle } from "../../shell/title";
import "./timeline.css";

export default function TimelinePage() {
  useTitle("Timeline");
  return (
    <div class="timeline">
      <h1>Timeline</h1>
      <Empty title="Nothing is shown here yet" />
    </div>
  );
}
