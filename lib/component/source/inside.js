// Links in texts and tables to other pages: Streamlit opens each in a tab of its own, in which the
// visit begins anew, without the tables that a visitor brought.

import { XLINK } from './links.js';

const FILE = /\.\w+$/;
let isListening = false;

/** From now on such a link leads on in the same tab, unless the reader asks for another one. */
export function stay() {
  if (isListening) return;
  isListening = true;
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[target=_blank]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = link.getAttribute('href') ?? link.getAttributeNS(XLINK, 'href');
    const { href, origin, pathname } = new URL(to, document.baseURI);
    if (origin !== location.origin || FILE.test(pathname)) return;
    event.preventDefault();
    // What Streamlit does when the reader goes back or forward.
    history.pushState({}, '', href);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  });
}
