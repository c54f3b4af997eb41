// Marks for who does not use a mouse: arrows go from one to the next, Enter picks it; so does a tap.
import { links } from './links.js';

export const MARKS = '.barlayer .point, .scatterlayer .point';
const LINE = 6; // pixels between the middles of what stands on one line
const FINGER = 12; // pixels around a mark in which a tap means it
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What can be picked in a plot. Where nothing can, the drawing is one picture with a name. */
export class Marks {
  constructor(plot, send) {
    this.plot = plot;
    this.send = send;
    this.found = [];
    plot.addEventListener('keydown', (event) => this.onKey(event));
    plot.addEventListener('focusin', ({ target }) => this.reach(this.at(target)));
    plot.addEventListener('pointerdown', ({ pointerType }) => (this.isTouched = pointerType === 'touch'), true);
    plot.addEventListener('click', (event) => this.onTap(event), true);
  }

  /** What Plotly says was clicked: it knows where a mouse is, of a finger only once it has gone. */
  onClick(custom) {
    if (!this.isTouched) this.pick(custom);
  }

  onTap({ isTrusted, target, clientX, clientY }) {
    // A tap is followed by clicks that Plotly makes, and those are none of the reader's.
    if (!this.isTouched || !isTrusted || target.closest('a')) return;
    this.pick(near(this.plot, clientX, clientY));
  }

  pick(custom) {
    if (this.canPick && custom?.length) this.send(custom);
  }

  hasFocus() {
    return this.at(document.activeElement) >= 0;
  }

  at(element) {
    return this.found.findIndex((mark) => mark.element === element);
  }

  /** Name what was just drawn; with ``isFocused`` the mark that had the focus gets it again. */
  name({ alternative, picks, ways = {} }, isFocused) {
    const [drawing, ...others] = this.plot.querySelectorAll('.main-svg');
    this.canPick = picks;
    const differing = links(this.plot, ways);
    this.found = inOrder([...(picks ? marks(this.plot) : []), ...differing]);
    for (const other of others) {
      other.ariaHidden = differing.some(({ element }) => other.contains(element)) ? null : 'true';
    }
    // A group where something can be reached: nothing in a picture can.
    name(this.plot, this.found.length ? 'group' : null, alternative);
    name(drawing, this.found.length ? null : 'img', alternative);
    for (const { element, label, role } of this.found) name(element, role, label);
    this.reach(Math.max(0, this.found.findIndex(({ key }) => key === this.key)));
    const mark = this.found.find(({ key }) => key === this.key);
    if (isFocused) mark?.element.focus({ preventScroll: true });
  }

  /** Tab leads to the mark that was reached last. */
  reach(at) {
    if (!this.found[at]) return;
    this.found.forEach(({ element }, i) => element.setAttribute('tabindex', i === at ? 0 : -1));
    this.key = this.found[at].key;
  }

  onKey(event) {
    const { found } = this;
    const at = this.at(event.target);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step) found[(at + step + found.length) % found.length].element.focus();
    else if (event.key === 'Home') found[0].element.focus();
    else if (event.key === 'End') found.at(-1).element.focus();
    else if (found[at].role === 'link') return; // the browser follows it
    else if (event.key === 'Enter' || event.key === ' ') this.pick(found[at].custom);
    else return;
    event.preventDefault();
  }
}

/** The trace of a mark, and which of its points the mark is. */
export function whose(element) {
  return { trace: element.closest('.trace').__data__[0].trace, i: element.__data__.i };
}

/** What can be picked: a bar drawn in two pieces is one mark. */
function marks(plot) {
  const found = new Map();
  for (const element of plot.querySelectorAll(MARKS)) {
    name(element, null);
    element.removeAttribute('tabindex');
    const { trace, i } = whose(element);
    const custom = trace.customdata?.[i];
    const key = JSON.stringify(custom);
    if (!custom?.length || found.has(key)) continue;
    found.set(key, { element, custom, key, label: said(trace, i), role: 'button' });
  }
  return [...found.values()];
}

/** What is picked by a tap at a place of the window; nothing where no mark is near. */
function near(plot, x, y) {
  let [least, found] = [FINGER, null];
  for (const element of plot.querySelectorAll(MARKS)) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const { trace, i } = whose(element);
    if (away < least && trace.customdata?.[i]?.length) [least, found] = [away, trace.customdata[i]];
  }
  return found;
}

/** From the top down; what stands on one line, along it. */
function inOrder(found) {
  const places = new Map(found.map(({ element }) => [element, element.getBoundingClientRect()]));
  const middle = ({ element }) => (places.get(element).top + places.get(element).bottom) / 2;
  const left = ({ element }) => places.get(element).left;
  return found.sort((a, b) => {
    const down = middle(a) - middle(b);
    return Math.abs(down) > LINE ? down : left(a) - left(b);
  });
}

/** What the hover box says, as plain text on one line. */
function said(trace, i) {
  const html = trace.hovertext?.[i] ?? trace.text?.[i] ?? `${trace.y[i]}: ${trace.x[i]}`;
  const lined = String(html).replaceAll('<br>', ', ');
  return new DOMParser().parseFromString(lined, 'text/html').body.textContent;
}

function name(element, role, label = null) {
  element.role = role;
  element.ariaLabel = role && label;
}
