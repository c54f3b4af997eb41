// Tells the page which of a picture's widths has room, wherever it does not know (see picture.js).

const QUIET = 300; // milliseconds: while a window is drawn wider, nobody is told
const told = new WeakMap(); // by the element that Streamlit gives a component

/** Called by Streamlit at the start and after each change. */
export default ({ parentElement: host, setTriggerValue }) => {
  const send = told.get(host);
  told.set(host, (rooms) => setTriggerValue('told', rooms));
  if (send) return;
  let waiting;
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => tell(told.get(host)), QUIET);
  };
  new MutationObserver(wait).observe(document.body, { subtree: true, attributeFilter: ['data-room'] });
  wait();
};

function tell(send) {
  const places = [...document.querySelectorAll('[data-room]')];
  if (!places.length) return;
  send(Object.fromEntries(places.map(({ dataset }) => JSON.parse(dataset.room))));
  for (const place of places) delete place.dataset.room;
}
