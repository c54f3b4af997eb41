
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
