// Layers as pydeck describes them, as deck.gl draws them.
import { ArcLayer, GeoJsonLayer, TextLayer } from '@deck.gl/layers';
import { isShaped, LEADERS } from './labels.js';

const LAYERS = { ArcLayer, GeoJsonLayer, TextLayer };
const READ = '@@='; // begins what is read of each row: a name, a.name.inside or [several, names]
const files = new Map(); // outlines by their address: fetched once, whatever else changes

/** deck.gl's layers; rows are never read as anything but rows. */
export function layers(described) {
  const drawn = described.filter((layer) => layer['@@type'] !== LEADERS);
  return drawn.map(({ '@@type': type, data, ...rest }) => {
    const props = Object.entries(rest).map(([name, value]) => [name, reading(value)]);
    return new LAYERS[type]({
      ...Object.fromEntries(props),
      data: typeof data === 'string' ? fetched(data) : data.filter((row) => !isShaped(rest, row)),
      // What is fetched stays the same: only this tells that its colours, say, have changed.
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

function fetched(address) {
  if (!files.has(address)) {
    const file = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    });
    // A map without the land of others is still one; the next one asks again.
    const forgive = (error) => {
      files.delete(address);
      console.warn(error);
      return [];
    };
    files.set(address, file.catch(forgive));
  }
  return files.get(address);
}
