
// Plotly writes styles as attributes, which the policy stops; as properties they may be set.
const { setAttribute } = Element.prototype;
Element.prototype.setAttribute = function (name, value) {
  if (name === 'style') this.style.cssText = value;
  else setAttribute.call(this, name, value);
};

// Draws each chart in place of its picture when it comes near, and again when the ground turns.
const ground = matchMedia('(prefers-color-scheme: dark)');
const COLOUR = /#[0-9A-F]{6}|rgba\([^)]*\)/g;
const encoder = new TextEncoder();
const near = new IntersectionObserver(
  (seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      show(target);
    }
  },
  { rootMargin: '800px' },
);
for (const figure of document.querySelectorAll('figure.chart')) near.observe(figure);

function show(figure) {
  const host = figure.querySelector('.live');
  const said = JSON.parse(figure.querySelector('script').textContent);
  const { figures, dark, alternative, options } = said;
  const toolbar = matchMedia('(hover: hover)').matches;
  const rest = JSON.stringify({ alternative, picks: false, options: { ...options, toolbar } });
  const draw = () => {
    const drawn = dyed(JSON.stringify(figures), ground.matches ? dark : null);
    const data = encoder.encode(`${drawn.slice(0, -1)},${rest.slice(1)}`);
    chart({ parentElement: host, data, setTriggerValue: () => {} });
  };
  ground.addEventListener('change', draw);
  figure.classList.add('is-live');
  draw();
}

/** A figure as JSON with other colours in place of its own, in their order. */
function dyed(json, colours) {
  let at = 0;
  return colours ? json.replace(COLOUR, () => colours[at++]) : json;
}

// A table of several rows is put in order by a button in each of its headings.
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
for (const table of document.querySelectorAll('main table')) {
  const body = table.tBodies[0];
  if (body.querySelectorAll('tr:not(.below)').length < 2) continue;
  for (const heading of table.tHead.rows[0].cells) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    button.addEventListener('click', () => sort(body, heading));
    heading.append(button);
  }
}

/** Put rows in the order of a column, or in the opposite one; what has no value comes last. */
function sort(body, heading) {
  const turn = heading.ariaSort === 'ascending' ? -1 : 1;
  for (const other of heading.parentElement.cells) other.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', turn > 0 ? 'ascending' : 'descending');
  const rows = [];
  for (const row of body.rows) {
    if (row.classList.contains('below')) rows.at(-1).parts.push(row);
    else rows.push({ key: keyOf(row.cells[heading.cellIndex]), parts: [row] });
  }
  rows.sort((one, two) => !one.key - !two.key || turn * compared(one.key, two.key));
  body.append(...rows.flatMap(({ parts }) => parts));
}

function keyOf(cell) {
  return cell.dataset.key ?? cell.textContent.trim();
}

function compared(one, two) {
  const numbers = one - two;
  return Number.isNaN(numbers) ? order.compare(one, two) : numbers;
}
