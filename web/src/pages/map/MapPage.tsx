import { Empty } from "../../parts/Empty";
import { useTitle } from "../../shell/title";
import "./map.css";

export default function MapPage() {
  useTitle("Map");
  return (
    <div class="map">
      <h1>Map</h1>
      <Empty title="Nothing is shown here yet" />
    </div>
  );
}
