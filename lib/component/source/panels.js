// Panels that open over the page stand at its end: whoever opens one with a key would have to go
// through everything before it is reached. Below a button at the foot of the window they would have
// no room.

const BUTTON = '[data-testid="stPopoverButton"]';
const PANEL = '[data-testid="stPopoverBody"]';
const MENU = `${PANEL} .st-key-pages a`; // the pages, on a telephone
const OPEN = 'data-panel';
const LONGEST_WAIT = 3000; // milliseconds; later the reader is elsewhere
const WIDE = '(min-width: 641px)'; // in a narrow window a panel is a sheet (shell.css)
const ENOUGH = 0.6; // of the window: a panel of this height needs no more room
const AROUND = 16; // pixels above and below a panel
let isListening = false;

/** From now on a panel has room below its button, and a key that opens it leads into it; Escape
 *  leads back, as Streamlit does. */
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
