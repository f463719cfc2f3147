import { Empty } from "../../parts/Empty";
import { useTitle } from "../../shell/title";
import "./start.css";

export default function StartPage() {
  useTitle("Start");
  return (
    <div class="start">
      <h1>Start</h1>
      <Empty title="Nothing is shown here yet" />
    </div>
  );
}
