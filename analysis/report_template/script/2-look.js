/* How a figure is dressed for this page: its colours, its type, its width. */

const clear = 'rgba(0,0,0,0)';
const clone = (value) => JSON.parse(JSON.stringify(value));

/* plotly.js knows no colours of the system: a probe turns them into numbers. */
function readColours() {
  const probe = make('i', { hidden: true });
  document.body.append(probe);
  const names = ['paper', 'ink', 'muted', 'line', 'strong', 'land'];
  const colours = Object.fromEntries(names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  }));
  colours.sans = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim();
  probe.remove();
  return colours;
}

function isMap(trace) { return /geo|choropleth/.test(trace.type); }

const isNarrow = (width) => width < 480;

/* A world map is as high as its width allows; a chart of nothing needs room for one line; on a phone
   the names of a flow break into lines, which take height. */
function fitHeight({ data, layout, network }, width) {
  const height = layout.height || 420;
  if (!data.length && !network) return (layout.annotations || []).length ? 120 : 24;
  if (data.some(isMap)) return Math.min(height, Math.max(230, width * .55));
  return data.some((trace) => trace.type === 'sankey') && isNarrow(width) ? height * 1.3 : height;
}

function dress(figure, width) {
  const { data, layout } = clone(figure);
  const colours = readColours();
  Object.assign(layout, { paper_bgcolor: clear, plot_bgcolor: clear, autosize: true, dragmode: false, width, height: fitHeight(figure, width) });
  if (layout.hovermode !== false) layout.hovermode = 'closest';
  layout.font = { ...layout.font, family: colours.sans, color: colours.ink, size: isNarrow(width) ? 12 : 13 };
  layout.hoverlabel = { ...layout.hoverlabel, bgcolor: colours.paper, bordercolor: colours.strong, font: { family: colours.sans, color: colours.ink }, namelength: -1 };
  layout.legend = { ...layout.legend, ...placeLegend(isNarrow(width)), bgcolor: clear };
  /* The title stands above the chart as text: no room is needed for it inside. */
  layout.margin = { l: 8, r: 8, b: 8, ...layout.margin };
  layout.margin.t = Math.min(layout.margin.t ?? 16, 24);
  layout.xaxis = layout.xaxis || {};
  layout.yaxis = layout.yaxis || {};
  for (const key of Object.keys(layout)) {
    if (/^[xy]axis\d*$/.test(key)) dressAxis(layout[key], colours, data.length > 0, isNarrow(width));
  }
  if (data.some(isMap)) layout.geo = layout.geo || {};
  for (const key of Object.keys(layout).filter((name) => /^geo\d*$/.test(name))) layout[key] = dressMap(layout[key], colours);
  (layout.annotations || []).forEach((note) => dressNote(note, colours, isNarrow(width)));
  data.forEach((trace) => {
    if (trace.type === 'sankey') dressFlow(trace, colours, isNarrow(width));
    if (trace.type === 'heatmap') dressCells(trace, layout.xaxis, colours, width);
    if (trace.textposition === 'outside') leaveRoom(trace, layout, isNarrow(width));
    if (trace.colorbar && isNarrow(width)) trace.colorbar.nticks = 4;
    if (trace.name === 'actors' && isNarrow(width)) thinActors(trace);
    if (trace.mode === 'text' && isNarrow(width)) trace.text = trace.text.map((text) => cutLine(text, 46));
    if (/text/.test(trace.mode || '')) trace.textfont = { size: isNarrow(width) ? 11 : 13, ...trace.textfont, color: colours.ink };
  });
  return { data, layout };
}

/* The heading of a panel: on a phone it ends where the panel does, so that it has the room beside the
   names of the rows, too. */
function dressNote(note, colours, narrow) {
  note.font = { ...note.font, color: colours.muted };
  if (!narrow || note.xanchor !== 'left') return;
  Object.assign(note, { x: 1, xanchor: 'right', align: 'right', text: breakLines(note.text, 50), font: { ...note.font, size: 11 } });
}

/* On a phone the actors of most events are named, and all are drawn smaller. */
function thinActors(trace) {
  trace.text = trace.text.map((name, rank) => (rank < 20 ? name : ''));
  trace.marker.size = trace.marker.size.map((size) => size * .7);
}

/* From the left edge of the whole chart, where it has room: above, on a phone below. */
function placeLegend(narrow) {
  return { orientation: 'h', x: 0, xref: 'container', xanchor: 'left', y: narrow ? 0 : 1, yref: 'container', yanchor: narrow ? 'bottom' : 'top' };
}

function dressMap(geo, colours) {
  return {
    showland: true, showcountries: true, showcoastlines: false, showlakes: false, showframe: false, countrywidth: .7, ...geo,
    bgcolor: clear, landcolor: colours.land, oceancolor: clear, lakecolor: colours.paper,
    coastlinecolor: colours.strong, countrycolor: colours.paper, framecolor: colours.line,
  };
}

function dressFlow(trace, colours, narrow) {
  trace.textfont = { ...trace.textfont, color: colours.ink, shadow: 'none' };
  /* A node that can be dragged cannot be clicked, and keeps a phone from scrolling. */
  trace.arrangement = 'fixed';
  trace.link = { color: 'rgba(128,136,144,.4)', ...trace.link };
  if (narrow) Object.assign(trace, { textfont: { ...trace.textfont, size: 11 }, node: { ...trace.node, label: trace.node.label.map((label) => breakLines(label)), pad: 24 } });
}

/* The number beyond the end of the longest bar needs its place on the axis. */
function leaveRoom(trace, layout, narrow) {
  const axis = layout[(trace.xaxis || 'x').replace('x', 'xaxis')];
  if (trace.orientation === 'h' && axis && !axis.range) axis.autorangeoptions = { include: Math.max(0, ...trace.x) * (narrow ? 1.2 : 1.06) };
}

/* Between words only: the text has entities in it. */
function cutLine(text, length) {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}

/* Numbers stand in cells that hold two digits in a size one can read; the names take 190 pixels. */
function dressCells(trace, columns, colours, width) {
  const cell = (width - 190) / trace.x.length;
  if (columns.type === 'category') {
    const size = Math.min(columns.tickfont?.size || 13, Math.max(9, cell));
    Object.assign(columns, { dtick: 1, tickfont: { ...columns.tickfont, size } });
  }
  if (cell < 14) delete trace.texttemplate;
  trace.textfont = { ...trace.textfont, color: colours.ink, size: Math.min(12, Math.max(9, cell * .6)) };
}

/* Two lines at most; of 12 characters two columns of names fit beside one another on a phone. */
function breakLines(label, length = 12) {
  const lines = [''];
  label.split(' ').forEach((word) => {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length >= length) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  });
  return lines.slice(0, 2).join('<br>') + (lines.length > 2 ? '…' : '');
}

function dressAxis(axis, colours, visible, narrow) {
  if (!visible) axis.visible = false;
  if (narrow && axis.type === 'date') Object.assign(axis, { nticks: 3, tickangle: 0 });
  if (narrow && axis.exponentformat === 'B') Object.assign(axis, { nticks: 3, tickangle: 0 });
  Object.assign(axis, { gridcolor: colours.line, linecolor: colours.strong, zerolinecolor: colours.strong, tickcolor: colours.strong });
  axis.tickfont = { ...axis.tickfont, color: colours.muted };
  if (axis.automargin === undefined) axis.automargin = true;
  if (axis.fixedrange === undefined) axis.fixedrange = true;
}
