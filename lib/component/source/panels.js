// Panels that open over the page stand at its end: whoever opens one with a key would have to go
// through everything before it is reached.

const BUTTON = '[data-testid="stPopoverButton"]';
const PANEL = '[data-testid="stPopoverBody"]';
const LONGEST_WAIT = 3000; // milliseconds; later the reader is elsewhere
let isListening = false;

/** From now on a key that opens a panel leads into it; Escape leads back, as Streamlit does. */
export function enter() {
  if (isListening) return;
  isListening = true;
  document.addEventListener('click', ({ target, detail }) => {
    const button = target.closest?.(BUTTON);
    if (button && detail === 0) follow(button); // a pointer counts its clicks
  });
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
