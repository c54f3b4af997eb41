// What the browser writes over the map, because deck.gl cannot. Words whose letters join, stack or run
// from the right: it sets one letter after the other, as English does. Lines to words that stand apart
// from what they are about: words stay as far away in pixels however near the map is, which none of its
// lines does.

export const LEADERS = 'Leaders'; // the kind of layer that is drawn here whole
const SHAPED = /[\u0590-\u1cff\p{M}]/u;

/** Whether a row of a layer of words is written here; what can be picked is numbers and stays. */
export function isShaped({ pickable }, { text }) {
  return !pickable && SHAPED.test(text);
}

export class Labels {
  constructor(place) {
    this.sheet = place.appendChild(document.createElement('div'));
    this.sheet.className = 'map-labels';
    this.sheet.ariaHidden = 'true'; // as the map itself: tables say the same
    this.all = [];
    this.leaders = [];
  }

  /** What layers that pydeck describes have of such words and lines. */
  show(described) {
    const apart = described.filter((layer) => layer['@@type'] === LEADERS);
    this.leaders = apart.flatMap(({ color, data }) => data.map((row) => led(color, row)));
    this.all = described.flatMap((layer) => {
      if (layer['@@type'] !== 'TextLayer') return [];
      return layer.data.filter((row) => isShaped(layer, row)).map((row) => written(layer, row));
    });
    this.sheet.replaceChildren(...[...this.leaders, ...this.all].map(({ element }) => element));
  }

  /** Each where its place is in a view of the map. */
  put(view) {
    for (const leader of this.leaders) {
      const { element, row } = leader;
      const [x, y] = view.project([row.longitude, row.latitude]);
      leader.at = [x + row.begin[0], y + row.begin[1]];
      const turn = Math.atan2(...across(row).reverse());
      element.style.transform = `translate(${leader.at[0]}px, ${leader.at[1]}px) rotate(${turn}rad)`;
    }
    for (const label of this.all) {
      const { element, row } = label;
      const [x, y] = view.project([row.longitude, row.latitude]);
      label.at = [x + row.right, y + row.down];
      element.style.transform = `translate(${label.at[0]}px, ${label.at[1]}px) translate(-50%, -50%)`;
    }
  }

  /** The same, into a picture so many times as large. */
  draw(pen, scale) {
    pen.scale(scale, scale);
    for (const { element, row, at: [x, y] } of this.leaders) {
      pen.strokeStyle = element.style.backgroundColor;
      pen.beginPath();
      pen.moveTo(x, y);
      const [right, down] = across(row);
      pen.lineTo(x + right, y + down);
      pen.stroke();
      pen.fillStyle = pen.strokeStyle;
      if (element.className) pen.fillRect(x - 1, y - 1, 3, 3);
    }
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    for (const { element, at } of this.all) {
      const { fontWeight, fontSize, fontFamily, color } = element.style;
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      pen.fillStyle = color;
      pen.fillText(element.textContent, ...at);
    }
  }
}

function written({ fontFamily, fontWeight, getColor, getSize }, row) {
  const element = document.createElement('span');
  element.dir = 'auto';
  element.textContent = row.text;
  Object.assign(element.style, { fontFamily, fontWeight, fontSize: `${getSize}px`, color: css(getColor) });
  return { element, row, at: [0, 0] };
}

function led(color, row) {
  const element = document.createElement('i');
  element.classList.toggle('from-point', !row.begin.some(Boolean)); // others are the rest of one
  Object.assign(element.style, { width: `${Math.hypot(...across(row))}px`, backgroundColor: css(color) });
  return { element, row, at: [0, 0] };
}

/** From where a line begins to where it ends. */
function across({ begin, end }) {
  return [end[0] - begin[0], end[1] - begin[1]];
}

function css([red, green, blue]) {
  return `rgb(${red}, ${green}, ${blue})`;
}
