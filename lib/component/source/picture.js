// A picture whose marks can be picked: with the pointer, or with arrows and Enter.
import { tell } from './wide.js';

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const pictures = new WeakMap(); // by the element that Streamlit gives a component
const text = new TextDecoder();

/** Called by Streamlit at the start and after each change. */
export default ({ parentElement: host, data, setTriggerValue }) => {
  let picture = pictures.get(host);
  if (!picture) pictures.set(host, (picture = new Picture(host)));
  picture.send = (picked) => setTriggerValue('pick', picked);
  picture.show(text.decode(data));
};

class Picture {
  constructor(host) {
    this.place = host.appendChild(document.createElement('div'));
    this.place.className = 'picture';
    this.place.addEventListener('click', ({ target }) => this.pick(target));
    this.place.addEventListener('keydown', (event) => this.onKey(event));
    this.place.addEventListener('focusin', ({ target }) => this.reach(this.found.indexOf(target)));
    new ResizeObserver(() => tell(this.place, this.room)).observe(this.place);
  }

  /** What to show, as JSON: Streamlit repeats itself, also when nothing is new. */
  show(json) {
    if (json === this.json) return;
    this.json = json;
    const { svg, alternative, picks, room } = JSON.parse(json);
    const { documentElement: drawn } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const focused = this.found?.indexOf(document.activeElement) ?? -1;
    const pick = this.found?.[focused]?.dataset.pick;
    this.place.replaceChildren(document.importNode(drawn, true));
    const marks = picks ? [...this.place.querySelectorAll('[data-pick]')] : [];
    this.found = marks.filter((mark) => isInside(mark, this.place));
    for (const mark of this.found) mark.role = 'button';
    this.place.role = picks ? 'group' : 'img';
    this.place.ariaLabel = alternative;
    const again = this.found.findIndex((mark) => mark.dataset.pick === pick);
    this.reach(Math.max(0, again));
    if (again >= 0) this.found[again].focus({ preventScroll: true });
    this.room = room;
    tell(this.place, room);
  }

  pick(element) {
    const mark = element.closest('[data-pick]');
    if (this.found.includes(mark)) this.send(JSON.parse(mark.dataset.pick));
  }

  /** Tab leads to the mark that was reached last. */
  reach(at) {
    if (this.found[at]) {
      this.found.forEach((mark, i) => mark.setAttribute('tabindex', i === at ? 0 : -1));
    }
  }

  onKey(event) {
    const { found } = this;
    const at = found.indexOf(event.target);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step) found[(at + step + found.length) % found.length].focus();
    else if (event.key === 'Home') found[0].focus();
    else if (event.key === 'End') found.at(-1).focus();
    else if (event.key === 'Enter' || event.key === ' ') this.pick(found[at]);
    else return;
    event.preventDefault();
  }
}

/** A picture may be wider than its place: what is cut off can be neither seen nor picked. */
function isInside(mark, place) {
  const [own, room] = [mark, place].map((element) => element.getBoundingClientRect());
  return own.right > room.left && own.left < room.right && own.bottom > room.top && own.top < room.bottom;
}
