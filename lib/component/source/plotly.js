// The part of plotly.js that the charts need: its core, three kinds of trace, the languages.
import Plotly from 'plotly.js/lib/core';
import bar from 'plotly.js/lib/bar';
import scatter from 'plotly.js/lib/scatter';
import treemap from 'plotly.js/lib/treemap';
import de from 'plotly.js/lib/locales/de';
import es from 'plotly.js/lib/locales/es';
import fr from 'plotly.js/lib/locales/fr';
import it from 'plotly.js/lib/locales/it';

Plotly.register([bar, scatter, treemap, de, es, fr, it]);

export default Plotly;
