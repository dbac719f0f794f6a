/* Draws the charts and lets a mouse and a keyboard walk their marks. */

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

function wire(plot, figure, network) {
  const title = figure.querySelector('h3') ? figure.querySelector('h3').textContent : '';
  const walk = figure.querySelector('.walk');
  const ring = make('div', { className: 'ring', hidden: true });
  let marks = [];
  let at = -1;
  const open = ({ ids, label, key }, named = ids) => {
    if (!ids.length) return;
    if (network && network.choose(key)) {
      leave();
      walk.textContent = 'Only ties of this actor; chosen again, it opens its sentences, Escape shows all.';
      return;
    }
    plot.focus({ preventScroll: true });
    openPanel(label || title, ids, figure, named);
  };
  const leave = () => { at = -1; ring.hidden = true; walk.textContent = ''; };
  const show = () => {
    marks = findMarks(plot);
    at = Math.max(0, Math.min(marks.length - 1, at));
    const mark = marks[at];
    if (!mark) { walk.textContent = 'Nothing to walk in this chart.'; return; }
    const frame = plot.getBoundingClientRect();
    const size = (value) => Math.max(12, value + 6);
    const [w, h] = [size(mark.box.width), size(mark.box.height)];
    Object.assign(ring.style, { left: `${mark.box.x + mark.box.width / 2 - w / 2 - frame.x}px`, top: `${mark.box.y + mark.box.height / 2 - h / 2 - frame.y}px`, width: `${w}px`, height: `${h}px` });
    plot.append(ring);
    ring.hidden = false;
    ring.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    walk.textContent = `${at + 1} of ${marks.length}: ${mark.label}. ${describe(mark.ids)}${mark.ids.length ? '; Enter opens' : ''}.`;
  };
  plot.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in STEPS) { at = at < 0 ? 0 : at + STEPS[event.key]; show(); } else if ((event.key === 'Enter' || event.key === ' ') && marks[at]) open(marks[at]);
    else if (event.key === 'Escape') { if (network) network.leave(); leave(); return; } else return;
    event.preventDefault();
  });
  plot.addEventListener('focus', () => {
    if (at < 0 && plot.matches(':focus-visible')) walk.textContent = document.getElementById('walking').textContent;
  });
  plot.addEventListener('blur', () => { if (!panel.open) leave(); });
  plot.on('plotly_click', (event) => {
    const clicked = readClick(plot, event.points[0]);
    open(clicked.key ? clicked : withHidden(plot, clicked), clicked.ids);
  });
  plot.on('plotly_hover', (event) => plot.classList.toggle('open', readClick(plot, event.points[0]).ids.length > 0));
  plot.on('plotly_unhover', () => plot.classList.remove('open'));
}

/* Draws a chart once; whoever asks again gets the same promise. */
const drawings = new WeakMap();
function drawChart(figure) {
  if (!drawings.has(figure)) drawings.set(figure, draw(figure));
  return drawings.get(figure);
}

async function draw(figure) {
  const plot = figure.querySelector('.plot');
  const source = readJson(figure.querySelector('script.figure'));
  const redraw = () => {
    plot.style.height = `${fitHeight(source, plot.clientWidth)}px`;
    const { data, layout } = dress(source, plot.clientWidth);
    const printing = document.documentElement.classList.contains('printing');
    if (printing) takeHatching(data, readColours().paper);
    const drawn = Plotly.react(plot, data, layout, { displayModeBar: false });
    if (printing) drawHatching(plot);
    return drawn;
  };
  try {
    const network = source.network ? explore(figure, plot, source, redraw) : null;
    plot.redraw = redraw;
    await redraw();
    wire(plot, figure, network);
    plot.findMarks = () => findMarks(plot);
    plot.dataset.drawn = 'true';
  } catch (error) {
    plot.className = 'failed';
    plot.textContent = `This chart could not be drawn (${error.message}). Its data is in the table below.`;
  }
}

const rest = () => new Promise((resolve) => { if (window.requestIdleCallback) requestIdleCallback(resolve, { timeout: 400 }); else setTimeout(resolve, 30); });

/* Draws the charts in sight; the others when they come near, or when there is nothing else to do. */
async function drawFirst() {
  // A page that only tells brings no plotly.js.
  const figures = all('figure.chart');
  if (!figures.length) return;
  const world = document.getElementById('world');
  window.PlotlyGeoAssets = { topojson: world ? { world_110m: readJson(world) } : {} };
  Plotly.setPlotConfig({ showSendToCloud: false, plotlyServerURL: '', displaylogo: false, topojsonURL: 'about:blank/' });
  figures.forEach(keepRoom);
  redrawOnChange(figures);
  for (const figure of figures) if (figure.getBoundingClientRect().top < innerHeight) await drawChart(figure);
}

/* What is not drawn yet is as high as it will be: nothing jumps below a reader's eyes. */
function keepRoom(figure) {
  const plot = figure.querySelector('.plot');
  plot.style.height = `${plot.dataset.height}px`;
}

function redrawOnChange(figures) {
  const plots = figures.map((figure) => figure.querySelector('.plot'));
  const redrawAll = () => plots.forEach((plot) => { if (plot.redraw) plot.redraw(); });
  let width = innerWidth;
  addEventListener('resize', () => { if (innerWidth !== width) { width = innerWidth; redrawAll(); } });
  for (const asked of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) matchMedia(asked).addEventListener('change', redrawAll);
  addEventListener('beforeprint', () => { document.documentElement.classList.add('printing'); figures.forEach(drawChart); redrawAll(); });
  addEventListener('afterprint', () => { document.documentElement.classList.remove('printing'); redrawAll(); });
}

async function drawRest() {
  const near = new IntersectionObserver((entries) => entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => drawChart(target)), { rootMargin: '60% 0px' });
  const figures = all('figure.chart');
  figures.forEach((figure) => near.observe(figure));
  for (const figure of figures) {
    await rest();
    await drawChart(figure);
  }
  near.disconnect();
}
