import { Empty } from "../../parts/Empty";
import { useTitle } from "../../shell/title";
import "./read.css";

export default function ReadPage() {
  useTitle("Read");
  return (
    <div class="read">
      <h1>Read</h1>
      <Empty title="Nothing is shown here yet" />
    </div>
  );
}
