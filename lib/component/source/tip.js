// The box that says what the pointer is on: texts, never markup.

const AWAY = 12; // pixels from the pointer

export class Tip {
  constructor(place) {
    this.place = place;
    this.box = place.appendChild(document.createElement('div'));
    this.box.className = 'map-tip';
    this.title = this.box.appendChild(document.createElement('strong'));
    this.text = this.box.appendChild(document.createElement('div'));
    this.hide();
  }

  /** What deck.gl picked at a point, in the half of the map that has more room. */
  show({ object, x, y }) {
    const { tip_title: title, tip_text: text } = object?.properties ?? object ?? {};
    this.box.hidden = !title;
    if (!title) return;
    this.title.textContent = title;
    this.text.textContent = text;
    const { clientWidth: width, clientHeight: height } = this.place;
    const side = (at, size) => (at > size / 2 ? ['auto', `${size - at + AWAY}px`] : [`${at + AWAY}px`, 'auto']);
    const { style } = this.box;
    [style.left, style.right] = side(x, width);
    [style.top, style.bottom] = side(y, height);
  }

  hide() {
    this.box.hidden = true;
  }
}
