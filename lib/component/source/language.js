// What a page tells the browser, and the browser the page: on every page, with nothing to show.
import { follow } from './ground.js';
import { stay } from './inside.js';
import { enter } from './panels.js';
import { remain } from './remaining.js';
import { find } from './search.js';

/** Called by Streamlit at the start and after each change.
 *
 * `data` holds a language code, and under the name of a CSS variable each word that Streamlit itself
 * says in English only (see shell.css).
 */
export default ({ parentElement, data: { language, ...said }, setTriggerValue }) => {
  const root = document.documentElement;
  root.lang = language; // screen readers choose their voice by it
  for (const [name, text] of Object.entries(said)) {
    root.style.setProperty(`--${name}`, JSON.stringify(text));
  }
  stay();
  enter();
  remain();
  find();
  follow(parentElement, setTriggerValue);
};
