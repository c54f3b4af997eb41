// A chart that stays: every change is drawn into the plot that is there already.
import { glide, snapshot } from './glide.js';
import { Marks } from './marks.js';
import Plotly from './plotly.js';
import { typeface } from './typeface.js';

const PAPER = 727; // pixels for a chart on a sheet, which shows it a little smaller (shell.css)
const LEAST = 0.9; // of the width that a chart is made for; with less its words would meet
const SETTINGS = { displayModeBar: false, scrollZoom: false }; // its own pictures lack title and sources
const charts = new WeakMap(); // by the element that Streamlit gives a component
const text = new TextDecoder();

/** Called by Streamlit at the start and after each change; what it returns ends the chart. */
export default ({ parentElement: host, data, setTriggerValue }) => {
  let chart = charts.get(host);
  if (!chart) charts.set(host, (chart = new Chart(host)));
  chart.send = (custom) => setTriggerValue('pick', custom);
  chart.show(text.decode(data));
  // Streamlit also calls this for a change that another one has overtaken, while the chart is
  // still on the page: it ends only when its place is gone.
  return () =>
    setTimeout(() => {
      if (host.isConnected) return;
      chart.end();
      charts.delete(host);
    });
};

class Chart {
  constructor(host) {
    this.host = host;
    this.plot = host.appendChild(document.createElement('div'));
    this.plot.className = 'chart-plot';
    this.marks = new Marks(this.plot, (custom) => this.send(custom));
    this.queue = Promise.resolve();
    // Tells of the first width, too: a chart in a closed tab is drawn once the tab is opened.
    this.observer = new ResizeObserver(([{ contentRect }]) => this.fit(Math.floor(contentRect.width)));
    this.observer.observe(host);
    this.signals = new AbortController();
    const { signal } = this.signals;
    addEventListener('beforeprint', () => this.stretch(PAPER), { signal });
    addEventListener('afterprint', () => this.stretch(this.drawnWidth), { signal });
  }

  /** What to show, as JSON: Streamlit repeats itself, also when nothing is new. */
  show(json) {
    if (json === this.json) return;
    this.json = json;
    this.wanted = JSON.parse(json);
    if (!this.drawn) this.plot.style.height = `${this.figure.layout.height}px`;
    this.draw();
  }

  /** The figure for the room there is. */
  get figure() {
    return fitting(this.wanted, this.width);
  }

  fit(width) {
    if (!width || width === this.width) return;
    this.width = width;
    this.draw();
  }

  /** One drawing at a time, each of the newest wish: what lies between is never drawn. */
  draw() {
    this.queue = this.queue.then(() => this.drawNow()).catch(console.error);
  }

  async drawNow() {
    const { plot, drawn } = this;
    if (this.isOver || !this.wanted || !this.width) return;
    if (drawn === this.wanted && this.drawnWidth === this.width) return;
    if (!drawn) await typeface(this.figure.layout.font?.family); // Plotly measures texts once
    if (this.isOver) return;
    const { wanted, width } = this;
    const before = drawn && drawn !== wanted ? snapshot(plot) : null;
    const hadFocus = this.marks.hasFocus();
    // With the same settings Plotly keeps its drawing, with others it begins anew.
    const settings = drawn?.locale === wanted.locale ? undefined : { ...SETTINGS, locale: wanted.locale };
    this.drawn = wanted;
    this.drawnWidth = width;
    await this.put(this.figure, width, settings);
    if (!drawn) plot.on('plotly_click', ({ points: [point] }) => this.marks.onClick(point.customdata));
    this.marks.name(wanted, hadFocus);
    if (before) glide(plot, before);
  }

  put(figure, width, settings) {
    this.shown = figure;
    const { data, layout } = structuredClone(figure); // Plotly writes into what it is given
    const wide = this.shrink(layout, width);
    return Plotly.react(this.plot, data, { ...layout, width: wide }, settings);
  }

  /** In a narrow place a chart is drawn as wide as it is made for, and shown smaller. */
  shrink({ height, meta }, width) {
    const { style } = this.plot;
    const made = meta?.narrowest ?? 0;
    const scale = width < LEAST * made ? width / made : 1;
    style.height = `${height}px`;
    style.width = scale < 1 ? `${made}px` : '';
    style.transform = scale < 1 ? `scale(${scale})` : '';
    this.host.style.height = scale < 1 ? `${Math.round(scale * height)}px` : '';
    return scale < 1 ? made : width;
  }

  /** A printer waits for nothing: what is drawn is made as wide as paper, at once. */
  stretch(width) {
    if (!this.drawn) return;
    const figure = fitting(this.drawn, width);
    if (figure === this.shown) Plotly.relayout(this.plot, { width });
    else this.put(figure, width);
    this.marks.name(this.drawn, this.marks.hasFocus());
  }

  end() {
    this.isOver = true;
    this.signals.abort();
    this.observer.disconnect();
    this.queue = this.queue.then(() => Plotly.purge(this.plot)).catch(console.error);
  }
}

/** Of up to three figures the widest one whose words have room. */
function fitting({ figure, wide, wider }, width) {
  return [wider, wide].find((one) => one && width >= one.layout.meta.narrowest) ?? figure;
}
