// What a page tells the browser, and the browser the page: on every page, with nothing to show.
import { follow } from './ground.js';

/** Called by Streamlit at the start and after each change; `data` is a language code. */
export default ({ parentElement, data, setTriggerValue }) => {
  document.documentElement.lang = data; // screen readers choose their voice by it
  follow(parentElement, setTriggerValue);
};
