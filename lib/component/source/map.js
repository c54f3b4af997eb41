// A map that its reader moves: what pydeck describes, drawn by deck.gl into the map that is there.
//
// Where it looks is known here alone. Nobody is told while it moves, nor later: "Copy link" reads it
// where it stands (copy-link.js).
import { Deck, LinearInterpolator, MapController, MapView } from '@deck.gl/core';
import { Buttons, listen } from './controls.js';
import { Labels } from './labels.js';
import { families, layers } from './layers.js';
import { moved, written } from './look.js';
import { Ground } from './outlines.js';
import { Tip } from './tip.js';
import { typeface } from './typeface.js';
import { tell, widthOf } from './wide.js';

const REST = 120; // milliseconds without any move: it has ended
const GLIDE = { transitionDuration: 300, transitionInterpolator: new LinearInterpolator(['longitude', 'latitude', 'zoom']) };
const maps = new WeakMap(); // by the element that Streamlit gives a component
const text = new TextDecoder();

/** Called by Streamlit at the start and after each change; what it returns ends the map. */
export default ({ parentElement: host, data, setTriggerValue }) => {
  let map = maps.get(host);
  if (!map) maps.set(host, (map = new MovingMap(host)));
  map.send = setTriggerValue;
  map.show(text.decode(data));
  // As for charts: it ends only when its place is gone.
  return () =>
    setTimeout(() => {
      if (host.isConnected) return;
      map.end();
      maps.delete(host);
    });
};

/** The wheel moves the page, unless a key asks for the map; two fingers on a pad press that key. */
class Controller extends MapController {
  handleEvent(event) {
    const isForPage = event.type === 'wheel' && !event.srcEvent.ctrlKey && !event.srcEvent.metaKey;
    return isForPage ? false : super.handleEvent(event);
  }
}

class MovingMap {
  constructor(host) {
    this.place = host.appendChild(document.createElement('div'));
    this.place.className = 'moving-map';
    this.place.role = 'figure';
    this.area = this.place.appendChild(document.createElement('div'));
    this.area.className = 'deck-events-root'; // where deck.gl listens
    this.area.role = 'application';
    this.area.tabIndex = 0;
    const move = (...step) => this.move(...step);
    this.labels = new Labels(this.place);
    this.tip = new Tip(this.place);
    this.buttons = new Buttons(this.place, move);
    listen(this.area, move, () => this.tip.hide());
    this.place.addEventListener('webglcontextlost', () => this.fail(), true);
    this.sized = new ResizeObserver(() => this.resize());
    this.sized.observe(this.place);
    this.signals = new AbortController();
    const { signal } = this.signals;
    addEventListener('beforeprint', () => this.print(), { signal });
    addEventListener('afterprint', () => this.printed?.remove(), { signal });
  }

  /** What to show, as JSON: Streamlit repeats itself, also when nothing is new. */
  show(json) {
    if (json === this.json) return;
    this.json = json;
    this.wanted = JSON.parse(json);
    const { deck, at, of, width, height, alternative, room, words } = this.wanted;
    // Drawn for another width, it has the height at once that it will have when it is drawn for this.
    this.place.style.height = `${room.heights[widthOf(this.place, room)] ?? height}px`;
    this.place.ariaLabel = alternative;
    this.area.ariaLabel = words.keys;
    this.buttons.name(words);
    this.tip.hide();
    const first = { frame: deck.initialViewState, room: { width, height } };
    if (of === this.of) this.resize(first);
    else this.begin(first, at);
    this.of = of;
    if (!this.deck && !canDraw()) this.fail();
    else this.draw().catch(console.error);
  }

  /** Look at what was framed for a room (pixels), or where the reader of a link is to look. */
  begin(first, at) {
    const [latitude, longitude, zoom] = at ?? [];
    this.frameIn(first);
    this.face(at ? moved({ ...first.frame, latitude, longitude, zoom }, this.size()) : this.framed);
  }

  /** The frame, as large as the place has room for it. */
  frameIn(first) {
    const { frame, room } = (this.first = first);
    const { width, height } = this.size();
    this.fit = Math.log2(Math.min(width / room.width, height / room.height));
    this.framed = moved(frame, { width, height }, 0, 0, this.fit);
  }

  /**
   * In another room, as on the whole screen, the same part of the world, as large as that allows; or
   * framed for another room, if nobody has moved it.
   */
  resize(first = this.first) {
    if (this.isOver || !this.place.clientWidth) return; // nobody sees it
    tell(this.place, this.wanted.room);
    const { fit, framed } = this;
    const here = this.goal ?? this.look;
    const isSame = first === this.first;
    this.frameIn(first);
    if (written(here) === written(framed)) this.face(this.framed);
    else if (isSame && this.fit !== fit) this.face(moved(here, this.size(), 0, 0, this.fit - fit));
  }

  size() {
    return { width: this.place.clientWidth, height: this.place.clientHeight };
  }

  face(look) {
    this.look = look;
    this.goal = null;
    this.turn(look); // now: a glide that went on would lead away again
    clearTimeout(this.resting);
    this.rest();
  }

  /** Show a look, with other outlines where it needs them. */
  turn(look) {
    if (!this.deck) return;
    const rows = this.ground.rows(look, this.size());
    if (rows) this.layers = this.layers.map((layer) => (rows.has(layer.id) ? layer.clone({ data: rows.get(layer.id) }) : layer));
    this.deck.setProps({ viewState: look, ...(rows && { layers: this.layers }) });
  }

  async draw() {
    const { wanted } = this;
    await Promise.all(families(wanted.deck.layers).map(typeface));
    if (this.isOver || wanted !== this.wanted) return;
    this.labels.show(wanted.deck.layers);
    const ground = new Ground(wanted.deck.layers, () => this.ground === ground && !this.isOver && this.turn(this.look));
    this.ground = ground;
    this.layers = layers(wanted.deck.layers, ground.rows(this.look, this.size()));
    const [{ controller }] = wanted.deck.views;
    const props = {
      layers: this.layers,
      views: new MapView({ controller: { ...controller, type: Controller } }),
      viewState: this.look,
      getCursor: ({ isDragging, isHovering }) =>
        isDragging ? 'grabbing' : isHovering && wanted.picks ? 'pointer' : 'grab',
    };
    if (this.deck) this.deck.setProps(props);
    else this.deck = this.made(props);
  }

  made(props) {
    return new Deck({
      ...props,
      parent: this.area,
      touchAction: 'pan-y', // a finger goes on moving the page
      onViewStateChange: (change) => this.follow(change),
      onAfterRender: () => this.labels.put(this.deck.getViewports()[0]),
      onHover: (info) => this.tip.show(info),
      onDragStart: () => this.tip.hide(),
      onClick: (info) => this.pick(info),
      onError: (error, layer) => (layer || this.isDrawn ? console.error(error) : this.fail()),
      onLoad: () => (this.isDrawn = true),
    });
  }

  follow({ viewState, interactionState }) {
    if (!interactionState.inTransition) this.goal = null;
    this.isHeld = interactionState.isDragging;
    this.put(isCalm() ? { ...viewState, transitionDuration: 0 } : viewState);
  }

  /** As keys and buttons do: from where the map is going to be. */
  move(...step) {
    if (!this.deck) return;
    const { longitude, latitude, zoom } = this.goal ?? this.look;
    this.goal = moved({ longitude, latitude, zoom, pitch: 0, bearing: 0 }, this.size(), ...step);
    this.put({ ...this.goal, ...(isCalm() ? {} : GLIDE) });
  }

  put(look) {
    this.look = look;
    this.tip.hide();
    this.turn(look);
    clearTimeout(this.resting);
    if (!this.isHeld) this.resting = setTimeout(() => this.rest(), REST);
  }

  /** Say where it looks, for who copies a link; nothing where it was framed. */
  rest() {
    const [here, framed] = [this.goal ?? this.look, this.framed].map(written);
    if (here === framed) delete this.place.dataset.at;
    else this.place.dataset.at = here;
  }

  pick(info) {
    this.tip.show(info);
    if (this.wanted.picks && info.index >= 0) this.send('pick', [info.layer.id, info.index]);
  }

  /** A printer takes no canvas of a graphics card: it gets its picture, as it is now. */
  print() {
    if (!this.isDrawn) return;
    this.deck.redraw('print');
    this.printed = document.createElement('img');
    this.printed.className = 'map-printed';
    this.printed.alt = '';
    this.printed.src = this.picture().toDataURL();
    this.place.append(this.printed);
  }

  picture() {
    const drawn = this.deck.getCanvas();
    const { width, height } = drawn;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    pen.drawImage(drawn, 0, 0);
    this.labels.draw(pen, width / drawn.clientWidth);
    return canvas;
  }

  /** Nothing can be drawn here, or no longer: the page has another map. */
  fail() {
    if (this.isOver) return;
    this.end();
    this.send('failed', true);
  }

  end() {
    if (this.isOver) return;
    this.isOver = true;
    this.signals.abort();
    this.sized.disconnect();
    clearTimeout(this.resting);
    this.deck?.finalize();
  }
}

function canDraw() {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext(); // a browser has only some of them
  return Boolean(context);
}

function isCalm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
