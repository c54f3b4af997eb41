// A button that copies the address of what is shown.

const OPEN = '[data-testid="stPopoverButton"][aria-expanded="true"], details[open]';
const PAUSE = 2500; // milliseconds for which the button says what it did
const links = new WeakMap(); // by the element that Streamlit gives a component
const text = new TextDecoder();

/** Called by Streamlit at the start and after each change. */
export default ({ parentElement: host, data }) => {
  let link = links.get(host);
  if (!link) links.set(host, (link = new Link(host)));
  link.show(JSON.parse(text.decode(data)));
};

class Link {
  constructor(host) {
    this.place = host.appendChild(document.createElement('div'));
    this.place.className = 'copy-link';
    this.button = this.place.appendChild(document.createElement('button'));
    this.button.type = 'button';
    this.button.addEventListener('click', () => this.copy());
    this.answer = this.place.appendChild(document.createElement('span'));
    this.answer.role = 'status';
  }

  show(words) {
    this.words = words;
    this.button.textContent = words.label;
  }

  async copy() {
    // The page as the browser names it, whatever a proxy made of that; the query in full.
    const query = new URLSearchParams(this.words.query);
    for (const key of opened()) query.append('open', key);
    for (const key of turned()) query.append('list', key);
    const asked = [query, ...looking()].join('&');
    const address = new URL(`${location.pathname}?${asked}`, location.origin).href;
    if (await isCopied(address, this.place)) this.say(this.words.done);
    else this.offer(address);
  }

  say(done) {
    this.answer.textContent = done;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.answer.replaceChildren(), PAUSE);
  }

  /** The address itself, selected, where a browser lets nobody copy for its reader. */
  offer(address) {
    const field = selected(address, this.place);
    field.ariaLabel = field.title = this.words.byHand;
    field.addEventListener('blur', () => field.remove());
  }
}

/** The keys of the panels and folds that are open: a panel still is while the button is clicked. */
const opened = () =>
  [...document.querySelectorAll(OPEN)]
    .map((place) => keyed(place.closest('[data-testid="stLayoutWrapper"]')))
    .filter(Boolean);

/** The lists that do not stand at their first page, each with the page that is shown. */
const turned = () =>
  [...document.querySelectorAll('[class*="st-key-at-"]')]
    .map((place) => keyed(place).slice('at-'.length))
    .filter((key) => !key.endsWith('-1'));

/** Where a map looks that was moved (map.js). */
const looking = () => [...document.querySelectorAll('[data-at]')].map(({ dataset }) => `at=${dataset.at}`);

const keyed = (place) => place?.className.match(/\bst-key-(\S+)/)?.[1];

async function isCopied(address, place) {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    // Without encryption there is no clipboard, but there is the command of old.
    const focused = document.activeElement;
    const field = selected(address, place);
    const isDone = document.execCommand('copy');
    field.remove();
    focused.focus();
    return isDone;
  }
}

function selected(address, place) {
  const field = place.appendChild(document.createElement('input'));
  field.readOnly = true;
  field.value = address;
  field.select();
  return field;
}
