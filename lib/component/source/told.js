// A line that is read aloud whenever the bar of progress beside it says something else.

const lines = new WeakMap(); // by the element that Streamlit gives a component
const text = new TextDecoder();

/** Called by Streamlit at the start and after each change; `data` names the place of both. */
export default ({ parentElement: host, data }) => {
  const place = host.closest(`.st-key-${JSON.parse(text.decode(data)).place}`);
  if (!place || lines.has(host)) return; // it may come when the place has gone already
  const line = host.appendChild(document.createElement('p'));
  line.className = 'told';
  line.role = 'status';
  lines.set(host, line);
  const tell = () => {
    const said = place.querySelector('[data-testid=stProgress]')?.textContent ?? '';
    if (line.textContent !== said) line.textContent = said;
  };
  new MutationObserver(tell).observe(place, { subtree: true, childList: true, characterData: true });
};
