// The search: its field has the cursor as soon as it is there, and gets what was typed before.
//
// Streamlit leads into the dialog, not into its field, and letters outside of a field are orders to
// it: "r" runs the page anew, which closes the dialog.

const BUTTON = '.st-key-find button';
const FIELD = '[role="dialog"] input[type="search"]';
const TYPED_INTO = 'input, textarea, select, [contenteditable="true"]';
const SERVER = 'data-test-connection-state';
const LETTER = /^[\p{L}\p{N}]$/u;
const LONGEST_WAIT = 5000; // milliseconds; later the reader is elsewhere
let isListening = false;
let early = null; // letters typed while no field takes them; null while none is expected

/** From now on who opens the search types into it, and nowhere else. */
export function find() {
  if (isListening) return;
  isListening = true;
  document.addEventListener('click', ({ target }) => target.closest?.(BUTTON) && open());
  addEventListener('keydown', onKey, true); // before Streamlit hears of it
}

function open() {
  early ??= '';
  let field = null;
  let isCut = false; // whether the server was away: started anew, it knows of no dialog and closes it
  const watch = new MutationObserver(() => {
    const found = document.querySelector(FIELD);
    if (found && !field) {
      clearTimeout(late);
      found.focus();
      found.select(); // what the browser may have kept is part of it
      if (early) document.execCommand('insertText', false, early);
      early = null;
    }
    if (field && !found) {
      watch.disconnect();
      early = isCut && hasServer() ? field.value + (early ?? '') : null;
      if (early !== null) reopen();
    }
    field = found;
    isCut ||= !hasServer();
  });
  const late = setTimeout(() => {
    early = null;
    watch.disconnect();
  }, LONGEST_WAIT);
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: [SERVER] });
}

function reopen() {
  const button = document.querySelector(BUTTON);
  button?.focus(); // where the dialog leads back to
  button?.click();
}

function hasServer() {
  return document.querySelector(`[${SERVER}]`)?.getAttribute(SERVER) === 'CONNECTED';
}

function onKey(event) {
  const field = document.querySelector(FIELD);
  if (!field && early === null) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !LETTER.test(event.key)) return;
  if (event.target.closest?.(TYPED_INTO)) return;
  event.stopImmediatePropagation();
  if (field && !field.disabled) field.focus(); // the letter follows
  else early = (early ?? '') + event.key;
}
