// The toolbar under the pointer: the chart as a picture.

const icon = (path) => ({ width: 24, height: 24, path });
const CAMERA = icon(
  'M9 4 7.2 6H4a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V8a2 2 0 0 0-2-2h-3.2L15 4Z' +
    'm3 4a5 5 0 1 1 0 10 5 5 0 0 1 0-10Zm0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
);
const CURVE = icon('M2 15h6v6H2ZM15 2h6v6h-6ZM4 15C4 8 8 4 15 4v2C9 6 6 9 6 15Z');

/** Plotly's options for a chart: locale, toolbar with a button a format. */
export function options(Plotly, { locale, toolbar, file, labels }) {
  const button = (format, drawing) => ({
    name: format,
    title: labels[format],
    icon: drawing,
    click: (plot) =>
      Plotly.downloadImage(plot, { format, filename: file, scale: format === 'png' ? 2 : 1 }).catch(
        console.warn,
      ),
  });
  return {
    locale,
    displaylogo: false,
    displayModeBar: toolbar && 'hover',
    modeBarButtons: [[button('png', CAMERA), button('svg', CURVE)]],
    scrollZoom: false,
  };
}
