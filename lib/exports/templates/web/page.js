
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
  const { figures, dark, alternative, ways, locale } = said;
  const rest = JSON.stringify({ alternative, picks: false, ways, locale });
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

// A chart can be taken along as a picture that says what it is of and what it rests on.
const WIDE = 720;
const EDGE = 24;
const SANS = '"IBM Plex Sans", sans-serif';
for (const place of document.querySelectorAll('.take')) {
  place.hidden = false;
  for (const button of place.children) {
    button.addEventListener('click', () => take(place, button.dataset.kind));
  }
}

async function take(place, kind) {
  const figure = place.previousElementSibling;
  const { picture } = JSON.parse(figure.querySelector('script').textContent);
  const drawn = drawing(figure, place.parentElement.querySelector('.legend'), picture);
  const svg = new Blob([drawn], { type: 'image/svg+xml' });
  save(kind === 'svg' ? svg : await png(svg), `${picture.file}.${kind}`);
}

/** One SVG: title, finding, chart, what marks mean, what it rests on, in the colours of the page. */
function drawing(figure, legend, { above, below }) {
  const root = getComputedStyle(document.documentElement);
  const parts = [];
  let at = EDGE;
  const write = (text, size, { weight = 400, fill = '--muted', family = SANS } = {}) => {
    for (const line of wrapped(text, `${weight} ${size}px ${family}`)) {
      at += size * 1.35;
      const look = `font-size="${size}" font-weight="${weight}" fill="var(${fill})"`;
      parts.push(`<text x="${EDGE}" y="${at}" ${look} font-family='${family}'>${escaped(line)}</text>`);
    }
  };
  const [title, finding, subtitle] = above;
  write(title, 12);
  write(finding, 20, { weight: 600, fill: '--text', family: '"Source Serif 4", serif' });
  write(subtitle, 12);
  at += 12;
  for (const still of figure.querySelectorAll('.still > svg')) at = placed(still, EDGE, at, parts);
  let across = EDGE;
  for (const item of legend?.children ?? []) {
    const [sign, name] = item.children;
    const wide = sign.viewBox.baseVal.width + 8 + measured(name.textContent, `400 12px ${SANS}`);
    if (across > EDGE && across + wide > WIDE + EDGE) [across, at] = [EDGE, at + 20];
    placed(sign, across, at + 2, parts);
    const x = across + sign.viewBox.baseVal.width + 8;
    const look = `font-size="12" fill="var(--text)" font-family='${SANS}'`;
    parts.push(`<text x="${x}" y="${at + 13}" ${look}>${escaped(name.textContent)}</text>`);
    across += wide + 20;
  }
  at += 28;
  for (const line of below) write(line, 11);
  const [wide, high] = [WIDE + 2 * EDGE, Math.ceil(at + EDGE)];
  const faces = [...document.styleSheets[0].cssRules].filter((one) => one instanceof CSSFontFaceRule);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" ` +
    `viewBox="0 0 ${wide} ${high}"><title>${escaped(finding)}</title>` +
    `<style>${faces.map((one) => one.cssText).join('')}</style>` +
    `<rect width="${wide}" height="${high}" fill="var(--ground)"/>${parts.join('')}</svg>`
  ).replace(/var\((--[\w-]+)\)/g, (_, name) => root.getPropertyValue(name).trim());
}

/** Put a drawing of the page at its own size; where it ends. */
function placed(drawn, x, y, parts) {
  const { width, height } = drawn.viewBox.baseVal;
  const own = drawn.cloneNode(true);
  for (const [name, value] of Object.entries({ x, y, width, height })) own.setAttribute(name, value);
  parts.push(new XMLSerializer().serializeToString(own));
  return y + height;
}

const pen = document.createElement('canvas').getContext('2d');

function measured(text, font) {
  pen.font = font;
  return pen.measureText(text).width;
}

function wrapped(text, font) {
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measured(longer, font) <= WIDE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function escaped(text) {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt()};`);
}

/** An SVG as a PNG of twice its size. */
async function png(svg) {
  const image = new Image();
  image.src = URL.createObjectURL(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2 * image.width, 2 * image.height];
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

function save(blob, name) {
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(blob),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // once it is written
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
