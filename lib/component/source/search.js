// The search: its field has the cursor as soon as it is there, and gets what was typed before.
//
// Streamlit leads into the dialog, not into its field, and letters outside of a field are orders to
// it: "r" runs the page anew, which closes the dialog.

const BUTTON = '.st-key-find button';
const FIELD = '[role="dialog"] input[type="search"]';
const TYPED_INTO = 'input, textarea, select, [contenteditable="true"]';
const LETTER = /^[\p{L}\p{N}]$/u;
const LONGEST_WAIT = 5000; // milliseconds; later the reader is elsewhere
let isListening = false;
let early = null; // letters typed since the button was pressed; null while no dialog is expected

/** From now on who opens the search types into it, and nowhere else. */
export function find() {
  if (isListening) return;
  isListening = true;
  document.addEventListener('click', ({ target }) => target.closest?.(BUTTON) && open());
  addEventListener('keydown', onKey, true); // before Streamlit hears of it
}

function open() {
  early = '';
  const watch = new MutationObserver(() => {
    const field = document.querySelector(FIELD);
    if (!field) return;
    field.focus();
    if (early) document.execCommand('insertText', false, early);
    end();
  });
  const late = setTimeout(() => end(), LONGEST_WAIT);
  const end = () => {
    early = null;
    watch.disconnect();
    clearTimeout(late);
  };
  watch.observe(document.body, { childList: true, subtree: true });
}

function onKey(event) {
  const field = document.querySelector(FIELD);
  if (!field && early === null) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !LETTER.test(event.key)) return;
  if (event.target.closest?.(TYPED_INTO)) return;
  event.stopImmediatePropagation();
  if (field) field.focus(); // the letter follows
  else early += event.key;
}
