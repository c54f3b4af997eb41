// Words whose letters join, stack or run from the right: deck.gl sets one letter after the other,
// as English does. The browser writes these, over the map.

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
  }

  /** What layers that pydeck describes have of such words. */
  show(described) {
    this.all = described.flatMap((layer) => {
      if (layer['@@type'] !== 'TextLayer') return [];
      return layer.data.filter((row) => isShaped(layer, row)).map((row) => written(layer, row));
    });
    this.sheet.replaceChildren(...this.all.map(({ element }) => element));
  }

  /** Each where its place is in a view of the map. */
  put(view) {
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
  const [red, green, blue] = getColor;
  Object.assign(element.style, { fontFamily, fontWeight, fontSize: `${getSize}px`, color: `rgb(${red}, ${green}, ${blue})` });
  return { element, row, at: [0, 0] };
}
