import { Empty } from "../../parts/Empty";
import { useTitle } from "../../shell/title";
import "./entity.css";

export default function EntityPage() {
  useTitle("Entity");
  return (
    <div class="entity">
      <h1>Entity</h1>
      <Empty title="Nothing is shown here yet" />
    </div>
  );
}
