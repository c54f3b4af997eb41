// What moves a map without a pointer: keys; and for everybody, buttons.

const STEP = 100; // pixels
const KEYS = {
  ArrowLeft: [-STEP, 0, 0],
  ArrowRight: [STEP, 0, 0],
  ArrowUp: [0, -STEP, 0],
  ArrowDown: [0, STEP, 0],
  // As they are written: where they lie differs from language to language.
  '+': [0, 0, 1],
  '=': [0, 0, 1],
  '-': [0, 0, -1],
  '−': [0, 0, -1],
  _: [0, 0, -1],
};
const DRAWINGS = {
  nearer: 'M12 5v14M5 12h14',
  farther: 'M5 12h14',
  whole: 'M9 4H4v5M15 4h5v5M20 15v5h-5M4 15v5h5',
};
const SVG = 'http://www.w3.org/2000/svg';

/** `move` gets pixels right and down and how many zooms nearer. */
export function listen(area, move, onEscape) {
  area.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') onEscape();
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    move(...step);
  });
  // One finger moves the page up and down; two never do.
  for (const name of ['touchstart', 'touchmove']) {
    area.addEventListener(name, (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });
  }
}

export class Buttons {
  constructor(place, move) {
    this.row = place.appendChild(document.createElement('div'));
    this.row.className = 'map-buttons';
    this.all = {
      nearer: this.button('nearer', () => move(0, 0, 1)),
      farther: this.button('farther', () => move(0, 0, -1)),
    };
    if (!document.fullscreenEnabled) return;
    this.all.whole = this.button('whole', () => {
      const turned = document.fullscreenElement ? document.exitFullscreen() : place.requestFullscreen();
      turned.catch(console.warn); // a browser may refuse
    });
    place.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && document.fullscreenElement) document.exitFullscreen().catch(console.warn);
    });
  }

  button(name, onClick) {
    const button = this.row.appendChild(document.createElement('button'));
    button.type = 'button';
    const drawing = button.appendChild(document.createElementNS(SVG, 'svg'));
    drawing.setAttribute('viewBox', '0 0 24 24');
    drawing.ariaHidden = 'true';
    drawing.appendChild(document.createElementNS(SVG, 'path')).setAttribute('d', DRAWINGS[name]);
    button.addEventListener('click', onClick);
    return button;
  }

  name(words) {
    for (const [name, button] of Object.entries(this.all)) button.ariaLabel = button.title = words[name];
  }
}
