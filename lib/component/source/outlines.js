// Outlines of countries as a view of the map needs them: what lies in and around it, to half a pixel.
//
// Without a graphics card each point of an outline costs 36 µs a frame, whether it is seen or not.
import { clipPolygon } from '@math.gl/polygon';
import { degreesAround, pixelAt } from './look.js';

const AROUND = 1.5; // times as wide and high as the view is what is drawn: it is moved some way first
const STEP = 0.5; // zooms nearer or farther, and there is other detail to see
const files = new Map(); // outlines by their address: fetched once, whatever else changes

/** The layers of outlines among those that pydeck describes. */
export class Ground {
  /** `onCome` is called when outlines have come that are fetched. */
  constructor(described, onCome) {
    this.all = new Map();
    for (const { id, data } of described) {
      if (typeof data !== 'string') {
        if (data[0]?.geometry?.type.endsWith('Polygon')) this.all.set(id, new Outlines(data));
        continue;
      }
      const file = fetched(data);
      this.all.set(id, file.outlines ?? NONE);
      if (file.outlines) continue;
      file.coming.then((outlines) => {
        this.all.set(id, outlines);
        this.drawn = null;
        onCome();
      });
    }
  }

  /** What to draw of each layer, by its id, in a look at a map of a size; nothing where it is drawn. */
  rows(look, size) {
    const [west, south, east, north] = degreesAround(look, size, 1);
    const { box, zoom } = this.drawn ?? {};
    const isIn = box && box[0] <= west && box[1] <= south && box[2] >= east && box[3] >= north;
    if (isIn && Math.abs(look.zoom - zoom) <= STEP) return null;
    this.drawn = { box: degreesAround(look, size, AROUND), zoom: look.zoom };
    const half = pixelAt(look.zoom) / 2;
    return new Map([...this.all].map(([id, outlines]) => [id, outlines.within(this.drawn.box, half)]));
  }
}

class Outlines {
  constructor(features) {
    this.features = features.map(({ geometry: { type, coordinates }, ...rest }) => {
      const parts = type === 'Polygon' ? [coordinates] : coordinates;
      return { rest, parts: parts.map((rings) => ({ rings: rings.map((ring) => ring.flat()), box: boxOf(rings[0]) })) };
    });
  }

  /** As many features in their order, of each what lies in a box, without detail below a grain (degrees). */
  within(box, grain) {
    const key = String([...box, grain]);
    if (key !== this.key) {
      this.key = key;
      this.rows = this.features.map(({ rest, parts }) => {
        const near = parts.filter((part) => meet(part.box, box));
        const coordinates = near.flatMap(({ rings: [outer, ...holes] }) => {
          const edge = cut(outer, box, grain);
          return edge ? [[edge, ...holes.map((hole) => cut(hole, box, grain)).filter(Boolean)]] : [];
        });
        return { ...rest, geometry: { type: 'MultiPolygon', coordinates } };
      });
    }
    return this.rows;
  }
}

const NONE = new Outlines([]);

function boxOf(ring) {
  const [x, y] = [0, 1].map((at) => ring.map((point) => point[at]));
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

function meet(one, other) {
  return one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
}

/** A ring of x, y, x, y … as points, cut to a box and with no more detail than a grain; if any is left. */
function cut(ring, box, grain) {
  const flat = clipPolygon(ring, box);
  const points = [];
  for (let at = 0; at < flat.length; at += 2) points.push([flat[at], flat[at + 1]]);
  if (!points.length) return null;
  if (String(points[0]) !== String(points.at(-1))) points.push(points[0]);
  const left = simpler(points, grain);
  return left.length > 3 ? left : null;
}

/** A line without the points that are nearer than a grain to what is left of it (Douglas, Peucker). */
function simpler(points, grain) {
  const isKept = new Uint8Array(points.length);
  isKept[0] = isKept[points.length - 1] = 1;
  const open = [[0, points.length - 1]];
  while (open.length) {
    const [from, to] = open.pop();
    let [most, at] = [grain ** 2, 0];
    for (let i = from + 1; i < to; i += 1) {
      const off = squared(points[i], points[from], points[to]);
      if (off > most) [most, at] = [off, i];
    }
    if (!at) continue;
    isKept[at] = 1;
    open.push([from, at], [at, to]);
  }
  return points.filter((_point, at) => isKept[at]);
}

/** How far a point is from a line between two others, squared. */
function squared([x, y], [left, low], [right, high]) {
  const [dx, dy] = [right - left, high - low];
  const along = ((x - left) * dx + (y - low) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return (x - left - share * dx) ** 2 + (y - low - share * dy) ** 2;
}

function fetched(address) {
  if (files.has(address)) return files.get(address);
  const file = { outlines: null };
  files.set(address, file);
  file.coming = fetch(address)
    .then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    })
    .then(({ features }) => (file.outlines = new Outlines(features)))
    // A map without the land of others is still one; the next one asks again.
    .catch((error) => {
      files.delete(address);
      console.warn(error);
      return NONE;
    });
  return file;
}
