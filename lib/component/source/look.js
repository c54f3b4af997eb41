// Where a map looks: its centre (degrees) with a zoom, each whole one of which doubles the scale.
import { WebMercatorViewport } from '@deck.gl/core';

const TILE = 512; // pixels that the world is wide at zoom 0
const CLOSEST = 20;

/** As a link writes it: with the decimals that pixels can tell apart, two at least. */
export function written({ latitude, longitude, zoom }) {
  const digits = Math.max(2, Math.ceil(Math.log10((TILE * 2 ** zoom) / 360)));
  return [latitude.toFixed(digits), longitude.toFixed(digits), zoom.toFixed(2)].map(Number).join();
}

/** A look moved by pixels and nearer by so many zooms, held within the world. */
export function moved(look, { width, height }, right = 0, down = 0, nearer = 0) {
  const least = Math.max(0, Math.log2(height / TILE));
  const zoom = between(least, look.zoom + nearer, CLOSEST);
  const view = new WebMercatorViewport({ ...look, width, height, zoom });
  const [x, y] = view.projectFlat([look.longitude, look.latitude]);
  const half = height / 2 / 2 ** zoom;
  const [longitude, latitude] = view.unprojectFlat([
    (x + right / 2 ** zoom + TILE) % TILE,
    between(half, y - down / 2 ** zoom, TILE - half), // counted from the south
  ]);
  return { ...look, longitude, latitude, zoom };
}

/** What of the world a map of a size shows, or one so many times as large: west, south, east, north. */
export function degreesAround(look, { width, height }, times) {
  return new WebMercatorViewport({ ...look, width: times * width, height: times * height }).getBounds();
}

/** How many degrees a pixel is wide. */
export function pixelAt(zoom) {
  return 360 / (TILE * 2 ** zoom);
}

function between(least, value, most) {
  return Math.min(Math.max(least, value), Math.max(least, most));
}
