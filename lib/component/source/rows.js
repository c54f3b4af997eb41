// Rows of a table that can be picked: with the pointer, or with arrows and Enter.
//
// Streamlit draws the table. What stands beside it here, with nothing to show, hears what happens
// to the rows in the place that both share.

const PLACE = '[class*="st-key-rows-"]';
const ROWS = 'tbody tr, [data-testid="stMarkdown"]:not(:has(table))'; // a telephone has paragraphs
const STEPS = { ArrowDown: 1, ArrowUp: -1 };
const tables = new WeakMap(); // by the element that Streamlit gives a component
const text = new TextDecoder();

/** Called by Streamlit at the start and after each change; what it returns ends the hearing. */
export default ({ parentElement: host, data, setTriggerValue }) => {
  const place = host.closest(PLACE);
  if (!place) return undefined; // this came when the table had gone already
  let table = tables.get(host);
  if (!table) tables.set(host, (table = new Table(place)));
  table.send = (choice) => setTriggerValue('pick', choice);
  table.choices = JSON.parse(text.decode(data)).choices;
  table.name();
  return () =>
    setTimeout(() => {
      if (host.isConnected) return;
      table.end();
      tables.delete(host);
    });
};

class Table {
  constructor(place) {
    this.place = place;
    this.at = 0;
    this.signals = new AbortController();
    const { signal } = this.signals;
    place.addEventListener('click', ({ target }) => this.onClick(target), { signal });
    place.addEventListener('keydown', (event) => this.onKey(event), { signal });
    place.addEventListener('focusin', ({ target }) => this.reach(this.rows.indexOf(target)), { signal });
    // Streamlit may draw its rows later than this, or draw others.
    this.observer = new MutationObserver(() => this.name());
    this.observer.observe(place, { childList: true, subtree: true });
  }

  /** Say of each row what it chooses. */
  name() {
    this.rows = [...this.place.querySelectorAll(ROWS)];
    this.rows.forEach((row, i) => {
      const choice = this.choices[i];
      row.classList.toggle('can-pick', Boolean(choice));
      if (choice) row.title = choice.label;
      else for (const name of ['title', 'tabindex']) row.removeAttribute(name);
    });
    this.reach(this.choices[this.at] ? this.at : this.choices.findIndex(Boolean));
  }

  /** Tab leads to the row that was reached last. */
  reach(at) {
    if (!this.choices[at]) return;
    this.at = at;
    this.rows.forEach((row, i) => this.choices[i] && row.setAttribute('tabindex', i === at ? 0 : -1));
  }

  /** A click on something in a row that leads elsewhere is not one on the row, nor is a selection. */
  onClick(target) {
    if (target.closest('a, button') || !getSelection().isCollapsed) return;
    this.pick(this.rows.indexOf(target.closest(ROWS)));
  }

  pick(at) {
    if (this.choices[at]) this.send(this.choices[at].chosen);
  }

  onKey(event) {
    const at = this.rows.indexOf(event.target);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    const able = this.rows.filter((_row, i) => this.choices[i]);
    if (step) able[(able.indexOf(event.target) + step + able.length) % able.length].focus();
    else if (event.key === 'Home') able[0].focus();
    else if (event.key === 'End') able.at(-1).focus();
    else if (event.key === 'Enter' || event.key === ' ') this.pick(at);
    else return;
    event.preventDefault();
  }

  end() {
    this.signals.abort();
    this.observer.disconnect();
  }
}
