/** Buttons that do what dragging, the wheel and keys do. */
import { type Moving, showWhole } from "./moving";

const STEP = 120;

export function Tools({ moving }: { moving: Moving }) {
  const near = moving.view.zoom > 1.01;
  return (
    <fieldset class="world-map-tools">
      <legend class="visually-hidden">What the map shows</legend>
      <button type="button" aria-label="Enlarge the map" onClick={() => moving.zoom(1.6)}>
        +
      </button>
      <button type="button" aria-label="Show more of the world" disabled={!near} onClick={() => moving.zoom(1 / 1.6)}>
        −
      </button>
      <button type="button" disabled={!near} onClick={() => showWhole(moving)}>
        all
      </button>
      {near && (
        <>
          <button type="button" aria-label="Move west" onClick={() => moving.move(-STEP, 0)}>
            ←
          </button>
          <button type="button" aria-label="Move east" onClick={() => moving.move(STEP, 0)}>
            →
          </button>
          <button type="button" aria-label="Move north" onClick={() => moving.move(0, -STEP)}>
            ↑
          </button>
          <button type="button" aria-label="Move south" onClick={() => moving.move(0, STEP)}>
            ↓
          </button>
        </>
      )}
    </fieldset>
  );
}
