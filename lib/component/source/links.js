// The sign ≠ in a chart leads to what differs: its words become a link, for mouse, finger and keys.

const SVG = 'http://www.w3.org/2000/svg';
// Who asks a page for its links expects texts: the plain attribute of a drawing gives an object.
export const XLINK = 'http://www.w3.org/1999/xlink';
const DIFFER = 'differ:'; // begins the name of such words; then comes whom they are about
const LEAST = 24; // pixels that a finger needs
const ASIDE = 6; // from the words to the end of the chip that they stand on

/** Make links of those words of a plot that `ways` know: for an id an address and what is there. */
export function links(plot, ways) {
  const found = [];
  const named = plot.layout.annotations ?? [];
  for (const words of plot.querySelectorAll('.infolayer > .annotation')) {
    const { name } = named[words.dataset.index] ?? {};
    const [href, about] = (name?.startsWith(DIFFER) && ways[name.slice(DIFFER.length)]) || [];
    words.ariaHidden = href ? null : 'true'; // the chart says all other words itself
    if (!href) continue;
    const element = words.querySelector('a') ?? wrapped(words);
    element.setAttributeNS(XLINK, 'xlink:href', href);
    // inside.js keeps it in this tab, unless asked otherwise; a place on this page is never elsewhere
    if (!href.startsWith('#')) element.setAttribute('target', '_blank');
    const label = `${element.textContent} · ${about}`;
    found.push({ element, key: label, label, role: 'link' });
  }
  return found;
}

/** A link around words, with room for a finger. */
function wrapped(words) {
  const text = words.querySelector('text');
  const link = document.createElementNS(SVG, 'a');
  const { x, y, width, height } = text.getBBox();
  const wide = Math.max(LEAST, width + 2 * ASIDE);
  const tall = Math.max(LEAST, height);
  const target = link.appendChild(document.createElementNS(SVG, 'rect'));
  target.setAttribute('class', 'target');
  const place = { x: x + (width - wide) / 2, y: y + (height - tall) / 2, width: wide, height: tall };
  for (const [side, value] of Object.entries(place)) target.setAttribute(side, value);
  text.replaceWith(link);
  link.append(text);
  return link;
}
