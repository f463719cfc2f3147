import { Empty } from "../../parts/Empty";
import { useTitle } from "../../shell/title";
import "./network.css";

export default function NetworkPage() {
  useTitle("Network");
  return (
    <div class="network">
      <h1>Network</h1>
      <Empty title="Nothing is shown here yet" />
    </div>
  );
}
