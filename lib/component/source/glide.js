// Marks and words go from where they stood to where they stand.
//
// The new state is drawn whole before it is animated, so nothing is ever stale: not a label, not
// the drawing of an end, which Plotly's own transitions leave behind. A change that comes in
// between begins where things stand at that moment.
import { MARKS, whose } from './marks.js';

const GLIDE = 'glide';
const TIMING = { id: GLIDE, duration: 320, easing: 'cubic-bezier(0.2, 0, 0, 1)' };
const REACH = 48; // pixels: who comes from farther begins here, so that the first frame can be read
const PALE = 0.35; // the opacity with which something new begins
const MOST = 400; // elements; nobody follows more with the eye, and a change is shown at once
const NEAR = 6; // pixels: what is so close to the middle of a mark stands on its line
const ROW = 40; // pixels: what is so close below a name belongs to it
const WORDS = '.infolayer .annotation';
const DRAWINGS = '.shapelayer path, .scatterlayer .js-line';
const RIBBONS = '.scatterlayer .js-fill';

/** Where everything stands now; null when nothing should move. */
export function snapshot(plot) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return null;
  // Ribbons cannot glide, and the words on them must not leave them.
  if (document.hidden || plot.querySelector(RIBBONS)) return null;
  const all = plot.querySelectorAll([MARKS, WORDS, DRAWINGS].join());
  if (!all.length || all.length > MOST) return null;
  const places = new Map();
  const origin = plot.getBoundingClientRect();
  for (const [key, element] of keyed(plot)) places.set(key, box(element, origin));
  return places;
}

/** Let a plot that was just drawn begin at a snapshot. */
export function glide(plot, before) {
  for (const motion of plot.getAnimations({ subtree: true })) {
    if (motion.id === GLIDE) motion.cancel(); // Plotly gives elements new roles
  }
  const all = keyed(plot);
  if (all.size > MOST) return;
  const origin = plot.getBoundingClientRect();
  const now = new Map([...all].map(([key, element]) => [key, box(element, origin)]));
  const leaders = [...now].flatMap(([key, place]) => lead(key, before.get(key), place));
  const starts = [...all].map(([key, element]) => [
    element,
    start(key, element, before.get(key), now.get(key), leaders),
  ]);
  for (const [element, from] of starts) {
    if (from) element.animate(...from);
  }
}

/** What is known from before leads; the rest of its line goes with it. */
function lead(key, old, place) {
  if (!old || key.startsWith('drawing')) return [];
  const dx = key.startsWith('bar') ? old.right - place.right : old.x - place.x;
  return [{ x: place.x, y: place.y, dx, dy: reach(old.y - place.y), isMark: !key.startsWith('word') }];
}

/** How an element begins: where it stood, with its line, out of nothing, or as it is. */
function start(key, element, old, place, leaders) {
  if (old) {
    const [dx, dy] = [old.x - place.x, reach(old.y - place.y)];
    const isBar = key.startsWith('bar');
    if (isBar ? isSame(old, place) : Math.hypot(dx, dy) < 0.5) return null;
    return motion(isBar ? stretch(element, old, place, dy) : shift(dx, dy));
  }
  const leader = nearest(leaders, place);
  if (!leader) return [{ opacity: [PALE, 1] }, TIMING];
  const isAfterMark = leader.isMark && place.x > leader.x;
  const dx = isAfterMark ? leader.dx : 0;
  return dx || leader.dy ? motion(shift(dx, leader.dy)) : null;
}

function motion(transform) {
  return [{ transform: [transform, 'none'] }, { ...TIMING, composite: 'add' }];
}

function reach(dy) {
  return Math.max(-REACH, Math.min(REACH, dy));
}

function shift(dx, dy) {
  return `matrix(1, 0, 0, 1, ${dx}, ${dy})`;
}

/** A bar as long and as tall as it was, ``down`` pixels from where it is. */
function stretch(element, old, place, down) {
  const { x, y } = element.getBBox();
  const wide = place.width ? old.width / place.width : 1;
  const tall = place.height ? old.height / place.height : 1;
  const dx = old.left - place.left + x * (1 - wide);
  const dy = down + (place.height - old.height) / 2 + y * (1 - tall);
  return `matrix(${wide}, 0, 0, ${tall}, ${dx}, ${dy})`;
}

/** Every element that may move, under a name by which the next state knows it again. */
function keyed(plot) {
  const found = new Map();
  const add = (key, element) => {
    let n = 0;
    while (found.has(`${key} ${n}`)) n += 1;
    found.set(`${key} ${n}`, element);
  };
  for (const element of plot.querySelectorAll(MARKS)) {
    const { trace, i } = whose(element);
    const custom = trace.customdata?.[i] ?? [trace.name, i];
    add(`${trace.type} ${JSON.stringify(custom)}`, element);
  }
  const words = [...plot.querySelectorAll(WORDS)];
  const counts = new Map();
  for (const { textContent: text } of words) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const element of words) {
    // A text that stands there twice says nothing about where it came from.
    const text = element.textContent;
    add(counts.get(text) === 1 ? `word ${text}` : `words ${text} ${element.dataset.index}`, element);
  }
  for (const element of plot.querySelectorAll(DRAWINGS)) {
    add(`drawing ${element.getAttribute('d')} ${element.getAttribute('style')}`, element);
  }
  return found;
}

function box(element, origin) {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  return {
    left: left - origin.left,
    right: right - origin.left,
    top: top - origin.top,
    bottom: bottom - origin.top,
    x: (left + right) / 2 - origin.left,
    y: (top + bottom) / 2 - origin.top,
    width,
    height,
  };
}

function isSame(old, now) {
  return ['left', 'right', 'top', 'bottom'].every((side) => Math.abs(old[side] - now[side]) < 0.5);
}

/** Whom an element follows: a mark on its line, else words on it, else the nearest name above. */
function nearest(leaders, { x, y }) {
  const line = leaders.filter((leader) => Math.abs(leader.y - y) < NEAR);
  line.sort((a, b) => b.isMark - a.isMark || Math.abs(a.x - x) - Math.abs(b.x - x));
  const above = leaders.filter((leader) => !leader.isMark && leader.y < y && y - leader.y < ROW);
  above.sort((a, b) => b.y - a.y);
  return line[0] ?? above[0];
}
