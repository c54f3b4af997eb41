
// Plotly writes styles as attributes, which the policy stops; as properties they may be set.
const { setAttribute } = Element.prototype;
Element.prototype.setAttribute = function (name, value) {
  if (name === 'style') this.style.cssText = value;
  else setAttribute.call(this, name, value);
};

// Draws each chart in place of its picture when it comes near, and again when the ground turns.
const ground = matchMedia('(prefers-color-scheme: dark)');
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
  const { light, dark, alternative, options } = JSON.parse(figure.querySelector('script').textContent);
  const toolbar = matchMedia('(hover: hover)').matches;
  const draw = () => {
    const drawn = { ...(ground.matches ? dark : light), alternative, picks: false };
    drawn.options = { ...options, toolbar };
    chart({
      parentElement: host,
      data: encoder.encode(JSON.stringify(drawn)),
      setTriggerValue: () => {},
    });
  };
  ground.addEventListener('change', draw);
  figure.classList.add('is-live');
  draw();
}
