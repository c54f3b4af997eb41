// Layers as pydeck describes them, as deck.gl draws them.
import { ArcLayer, GeoJsonLayer, TextLayer } from '@deck.gl/layers';
import { isShaped, LEADERS } from './labels.js';

const LAYERS = { ArcLayer, GeoJsonLayer, TextLayer };
const READ = '@@='; // begins what is read of each row: a name, a.name.inside or [several, names]

/** deck.gl's layers, of outlines the `rows` of each by its id; rows are never read as anything but rows. */
export function layers(described, rows) {
  const drawn = described.filter((layer) => layer['@@type'] !== LEADERS);
  return drawn.map(({ '@@type': type, data, ...rest }) => {
    const props = Object.entries(rest).map(([name, value]) => [name, reading(value)]);
    return new LAYERS[type]({
      ...Object.fromEntries(props),
      data: rows.get(rest.id) ?? data.filter((row) => !isShaped(rest, row)),
      // Outlines stay the same: only this tells that their colours, say, have changed.
      updateTriggers: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
    });
  });
}

/** The families that texts are written in. */
export function families(described) {
  return [...new Set(described.flatMap(({ fontFamily }) => fontFamily ?? []))];
}

function reading(value) {
  if (typeof value !== 'string' || !value.startsWith(READ)) return value;
  const text = value.slice(READ.length);
  if (!text.startsWith('[')) return inside(text);
  const parts = text.slice(1, -1).split(',').map(inside);
  return (row) => parts.map((part) => part(row));
}

function inside(text) {
  const names = text.trim().split('.');
  return (row) => names.reduce((found, name) => found[name], row);
}
