// A button that takes something away may go with it: the last chip of a filter, the one that resets
// them. Whoever pressed it with a key would begin anew at the top of the page.

const SENTENCE = '.st-key-summary [data-testid="stMarkdown"]'; // what is selected now
const LONGEST_WAIT = 3000; // milliseconds; later the reader is elsewhere
let isListening = false;

/** From now on the focus of a button that goes is led to the sentence that says what is selected. */
export function remain() {
  if (isListening) return;
  isListening = true;
  document.addEventListener('click', ({ target, detail }) => {
    const button = target.closest?.('button');
    if (button && detail === 0) watch(button); // a pointer counts its clicks
  });
}

function watch(button) {
  const look = () => {
    if (button.isConnected) return;
    changes.disconnect();
    const sentence = document.querySelector(SENTENCE);
    if (!sentence || document.activeElement !== document.body) return;
    sentence.tabIndex = -1; // it is read aloud, and Tab goes on behind it
    sentence.focus({ preventScroll: true });
  };
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => changes.disconnect(), LONGEST_WAIT);
}
