// Panels that open over the page stand at its end: whoever opens one with a key would have to go
// through everything before it is reached, and Tab would lead out of it to the top of the page. Below
// a button at the foot of the window they would have no room.

const BUTTON = '[data-testid="stPopoverButton"]';
const PANEL = '[data-testid="stPopoverBody"]';
const MENU = `${PANEL} .st-key-pages a`; // the pages, on a telephone
const OPEN = 'data-panel';
const LONGEST_WAIT = 3000; // milliseconds; later the reader is elsewhere
const WIDE = '(min-width: 641px)'; // in a narrow window a panel is a sheet (shell.css)
const ENOUGH = 0.6; // of the window: a panel of this height needs no more room
const AROUND = 16; // pixels above and below a panel
const RUNNING = '[data-test-script-state="running"]';
const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex]';
let isListening = false;

/** From now on a panel has room below its button, and a key that opens it leads into it; Escape
 *  leads back, as Streamlit does, and Tab out of it to what stands beside its button. */
export function enter() {
  if (isListening) return;
  isListening = true;
  document.addEventListener('click', ({ target, detail }) => {
    // Whoever has chosen a page wants to see it: the menu would go on covering half of it.
    if (target.closest?.(MENU)) document.querySelector(`${BUTTON}[aria-expanded="true"]`)?.click();
    const button = target.closest?.(BUTTON);
    if (!button) return;
    makeRoom(button);
    if (detail === 0) follow(button); // a pointer counts its clicks
  });
  document.addEventListener('keydown', leave);
}

/** Tab beyond either end of a panel closes it: forward to what follows its button, back to that. */
function leave(event) {
  const panel = event.key === 'Tab' && document.activeElement?.closest(PANEL);
  if (!panel || event.altKey || event.ctrlKey || event.metaKey) return;
  const ends = [...panel.querySelectorAll(REACHED)].filter(isReached);
  const end = event.shiftKey ? ends[0] : ends.at(-1);
  if (!end && !event.shiftKey && document.querySelector(RUNNING)) return event.preventDefault(); // it is being filled
  if (end && document.activeElement !== end && document.activeElement !== panel) return;
  if (end && document.activeElement === panel && !event.shiftKey) return;
  // Streamlit closes it and leads to its button, from where the browser goes on.
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  if (event.shiftKey) event.preventDefault();
}

/** Whether Tab stops at an element; of radio buttons that belong together it does at one. */
function isReached(element) {
  const { type, name, checked } = element;
  const isAside = type === 'radio' && !checked && element.closest(PANEL).querySelector(`[name="${name}"]:checked`);
  return element.tabIndex >= 0 && !element.disabled && !isAside && element.checkVisibility();
}

/** The page goes up as far as a panel lacks room below its button, also once its content comes. */
function makeRoom(button) {
  const page = button.closest('[data-testid="stMain"]');
  if (!page || !matchMedia(WIDE).matches) return;
  const watch = new MutationObserver(() => {
    const panel = document.querySelector(PANEL);
    if (!panel) return;
    if (!page.hasAttribute(OPEN)) keepRoom(page, panel);
    const { bottom } = button.getBoundingClientRect();
    if (panel.getBoundingClientRect().top < bottom) return; // it stands above
    const wanted = Math.min(panel.scrollHeight, ENOUGH * innerHeight) + AROUND;
    page.scrollTop += Math.max(0, wanted - (innerHeight - bottom));
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), LONGEST_WAIT);
}

/** The page has more room at its foot for as long as a panel is open (shell.css). */
function keepRoom(page, panel) {
  page.toggleAttribute(OPEN, true);
  const watch = new MutationObserver(() => {
    if (panel.isConnected) return;
    page.removeAttribute(OPEN);
    watch.disconnect();
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

function follow(button) {
  const look = () => {
    const panel = document.querySelector(PANEL);
    if (!panel) return;
    watch.disconnect();
    if (document.activeElement !== button) return;
    panel.tabIndex = -1;
    panel.focus({ preventScroll: true });
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), LONGEST_WAIT);
}
