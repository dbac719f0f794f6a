/* Lets a reader explore a chart that declares a network: one actor and its partners, classes of
   events, a period, what is only alleged. What is drawn, read and listed follows; places stay.
   Called by 4-charts.js; the state of each view is in the address, to be linked. */

const VIEW_HASH = /^#view&/;
const DAY = 86400000;

function readNetwork(source) {
  const { actors, events, ties, first, ...rest } = source.network;
  const days = events.map(([, day]) => day);
  const last = Math.max(0, ...days);
  return {
    ...rest, first, last,
    actors: actors.map(([id, name, x, y, community, side]) => ({ id, name, x, y, community, side })),
    events: events.map(([id, day, type, quad, outlet, claim, standing]) => ({ id, day, type: rest.types[type], quad, outlet, claim, standing: rest.standings[standing] })),
    ties: ties.map(([a, b, numbers]) => ({ a, b, numbers })),
    hasClaims: events.some((event) => event[5]),
    hasUndated: days.includes(-1),
  };
}

const startView = (net) => ({ actor: '', quads: [1, 2, 3, 4], from: 0, to: net.last, alleged: net.alleged });
const writeDay = (net, day) => new Date(Date.parse(net.first) + day * DAY).toISOString().slice(0, 10);
const readDay = (net, text) => Math.round((Date.parse(text) - Date.parse(net.first)) / DAY);

/* Which events pass, and what is left of each tie: facts and claims apart, most events first. */
function filterNetwork(net, view) {
  const whole = view.from === 0 && view.to === net.last;
  const passes = net.events.map((event) => (view.alleged || !event.claim) && view.quads.includes(event.quad)
    && (event.day < 0 ? whole : event.day >= view.from && event.day <= view.to));
  const chosen = net.actors.findIndex((actor) => actor.id === view.actor);
  const arcs = [];
  const of = net.actors.map(() => new Set());
  net.ties.forEach(({ a, b, numbers }) => {
    if (chosen >= 0 && a !== chosen && b !== chosen) return;
    [0, 1].forEach((claim) => {
      const left = numbers.filter((at) => passes[at] && net.events[at].claim === claim);
      if (!left.length) return;
      left.forEach((at) => { of[a].add(at); of[b].add(at); });
      arcs.push({ a, b, claim, numbers: left });
    });
  });
  arcs.sort((one, other) => other.numbers.length - one.numbers.length);
  const met = of.map((numbers, at) => ({ at, numbers: [...numbers] })).filter(({ numbers }) => numbers.length);
  // The one chosen is never left out.
  met.sort((one, other) => (other.at === chosen) - (one.at === chosen) || other.numbers.length - one.numbers.length);
  const drawn = met.slice(0, net.looks.drawn);
  const inside = new Set(drawn.map(({ at }) => at));
  const between = arcs.filter(({ a, b }) => inside.has(a) && inside.has(b));
  return { chosen, arcs, met, drawn, between, shown: between.slice(0, net.looks.arcs), events: new Set(arcs.flatMap(({ numbers }) => numbers)).size };
}

function countUp(list) {
  const counts = new Map();
  list.forEach((one) => counts.set(one, (counts.get(one) || 0) + 1));
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] > b[0] ? 1 : -1));
}

/* Row ids as marks carry them; what the page had no room for is counted. */
function joinEvents(net, numbers) {
  const ids = numbers.map((at) => net.events[at].id).filter(Boolean);
  const rest = numbers.length - ids.length;
  return [...ids, ...(rest ? [`+${rest}`] : [])].join(';');
}

function describeArc(net, { a, b, claim, numbers }) {
  const events = numbers.map((at) => net.events[at]);
  const tell = (list) => countUp(list).map(([name, count]) => `${name} ${count}`).join(', ');
  const days = events.map(({ day }) => day).filter((day) => day >= 0);
  return {
    actor: net.actors[a].name, recipient: net.actors[b].name, told: claim ? 'claim' : 'fact',
    standing: tell(events.map(({ standing }) => standing).filter(Boolean)), types: tell(events.map(({ type }) => type)),
    events: numbers.length, sources: new Set(events.map(({ outlet }) => outlet)).size,
    first: days.length ? writeDay(net, Math.min(...days)) : '', last: days.length ? writeDay(net, Math.max(...days)) : '',
    quad: countUp(events.map(({ quad }) => quad))[0][0],
  };
}

/* What plotly would read as markup. */
const escapeText = (text) => text.replace(/[&<>]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter]);

/* The same arcs as analysis/charts/network/drawing.py bends. */
function bendArc(net, { a, b, claim }) {
  const [from, to] = [net.actors[a], net.actors[b]];
  const swing = net.looks.swings[claim];
  const pull = { x: (from.x + to.x) / 2 + 2 * swing * (to.y - from.y), y: (from.y + to.y) / 2 + 2 * swing * (from.x - to.x) };
  return Array.from({ length: net.looks.steps + 1 }, (_, step) => {
    const t = step / net.looks.steps;
    return ['x', 'y'].map((axis) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * pull[axis] + t ** 2 * to[axis]);
  });
}

function drawArcs(net, shown) {
  const groups = new Map();
  const arrows = new Map();
  const put = (map, key, one) => map.set(key, [...(map.get(key) || []), one]);
  shown.forEach((arc) => {
    const told = describeArc(net, arc);
    const width = net.looks.widths.find(([least]) => told.events >= least)[1];
    const one = { ...arc, ...told, width, curve: bendArc(net, arc) };
    put(groups, `${told.quad} ${arc.claim} ${width}`, one);
    put(arrows, `${told.quad} ${arc.claim}`, one);
  });
  const lines = [...groups.keys()].sort().map((key) => drawLines(net, groups.get(key)));
  return [...drawLegend(net), ...lines, ...[...arrows.keys()].sort().map((key) => drawArrows(net, arrows.get(key)))];
}

/* The same legend whatever is left out: what stands below it never moves. */
function drawLegend(net) {
  const looks = net.looks.quads.map(({ name, colour }) => ({ name, color: colour, dash: 'solid' }));
  if (net.hasClaims) looks.push({ name: 'dashed: only alleged', color: net.looks.neutral[0], dash: '6px,4px' });
  return looks.map(({ name, ...line }) => ({ type: 'scatter', mode: 'lines', name, x: [null], y: [null], hoverinfo: 'skip', line: { ...line, width: 2 }, showlegend: true }));
}

function drawLines(net, arcs) {
  const { quad, claim, width } = arcs[0];
  const points = arcs.flatMap(({ curve }) => [...curve, [null, null]]);
  return {
    type: 'scatter', mode: 'lines', showlegend: false, hoverinfo: 'skip', x: points.map(([x]) => x), y: points.map(([, y]) => y),
    line: { color: net.looks.quads[quad - 1].colour, width, dash: claim ? '6px,4px' : 'solid' },
  };
}

/* A point without size just before each arrow turns it the right way at any page width. */
function drawArrows(net, arcs) {
  const { quad, claim } = arcs[0];
  const look = net.looks.quads[quad - 1];
  const middle = net.looks.steps / 2;
  const twice = (write) => arcs.flatMap((arc) => [write(arc, 0), write(arc, 1)]);
  const label = (arc) => `${escapeText(arc.actor)} → ${escapeText(arc.recipient)}${claim ? ' (alleged)' : ''}<br>${arc.types}`
    + `<br>${plural(arc.events, 'event')}, ${plural(arc.sources, 'outlet')}${arc.standing ? `<br>cases: ${arc.standing}` : ''}`;
  return {
    type: 'scatter', mode: 'markers', name: look.name, showlegend: false, hoverinfo: 'text',
    x: twice((arc, end) => arc.curve[middle - 1 + end][0]), y: twice((arc, end) => arc.curve[middle - 1 + end][1]),
    marker: { symbol: look.arrow, angleref: 'previous', size: twice((arc, end) => end * (9 + arc.width)), color: look.colour, opacity: 1, line: { width: 1.5, color: look.colour } },
    customdata: twice((arc) => joinEvents(net, arc.numbers)), hovertext: twice(label),
  };
}

function drawNodes(net, { drawn, arcs, chosen }) {
  if (!drawn.length) return [];
  const partners = new Map();
  arcs.forEach(({ a, b }) => [[a, b], [b, a]].forEach(([one, other]) => partners.set(one, (partners.get(one) || new Set()).add(other))));
  const most = Math.max(...drawn.map(({ numbers }) => numbers.length));
  const { symbols, neutral, letters } = net.looks;
  const cut = (name) => (name.length > letters ? `${name.slice(0, letters - 1).trimEnd()}…` : name);
  const symbol = ({ community }) => symbols[Math.min(community || symbols.length, symbols.length) - 1];
  const label = ({ at, numbers }) => {
    const { name, community } = net.actors[at];
    return `${escapeText(name)}<br>${plural(numbers.length, 'event')}, tied to ${partners.get(at).size}${community ? `, community ${community}` : ''}`;
  };
  return [{
    type: 'scatter', mode: 'markers+text', name: 'actors', showlegend: false, cliponaxis: false, hoverinfo: 'text',
    x: drawn.map(({ at }) => net.actors[at].x), y: drawn.map(({ at }) => net.actors[at].y), ids: drawn.map(({ at }) => net.actors[at].id),
    text: drawn.map(({ at }, rank) => (rank < net.names ? `<b>${escapeText(cut(net.actors[at].name))}</b>` : '')),
    textposition: drawn.map(({ at }) => net.actors[at].side),
    marker: {
      symbol: drawn.map(({ at }) => symbol(net.actors[at])), size: drawn.map(({ numbers }) => 10 + 20 * Math.sqrt(numbers.length / most)), opacity: 1,
      color: neutral[0], line: { width: drawn.map(({ at }) => (at === chosen ? 4 : 1.5)), color: neutral[1] },
    },
    customdata: drawn.map(({ numbers }) => joinEvents(net, numbers)), hovertext: drawn.map(label),
  }];
}

/* The reading of analysis/charts/network/drawing.py, of what is left. */
function readLeft(net, left) {
  if (!left.shown.length) return 'No event in this selection ties two actors.';
  const first = left.shown[0];
  const alleged = left.shown.filter(({ claim }) => claim).length;
  const cut = left.arcs.length > left.shown.length ? ` (the strongest of ${left.met.length.toLocaleString('en')} actors and ${left.arcs.length.toLocaleString('en')} ties)` : '';
  return `${plural(left.drawn.length, 'actor')} and ${plural(left.shown.length, 'directed tie')}${alleged ? `, ${alleged} of them only alleged` : ''}${cut}; `
    + `most often ${net.actors[first.a].name} ${first.claim ? 'is alleged to act' : 'acts'} towards ${net.actors[first.b].name}, in ${plural(first.numbers.length, 'event')}.`;
}

/* What a view leaves out, in words; empty where it leaves out nothing. */
function tellView(net, view) {
  const start = startView(net);
  const actor = net.actors.find(({ id }) => id === view.actor);
  const quads = view.quads.map((quad) => net.looks.quads[quad - 1].name).join(', ') || 'no class of events';
  return [
    actor && `only ties of ${actor.name}`,
    view.quads.length < 4 && `only ${quads}`,
    (view.from !== 0 || view.to !== net.last) && `only ${writeDay(net, view.from)} to ${writeDay(net, view.to)}${net.hasUndated ? ', without undated events' : ''}`,
    view.alleged !== start.alleged && (view.alleged ? 'with what is only alleged' : 'without what is only alleged'),
  ].filter(Boolean).join('; ');
}

/* Takes over a figure that declares a network: its data come from the view. Returns what 4-charts.js
   calls when a mark is chosen, or left. */
function explore(figure, plot, source, redraw) {
  const net = readNetwork(source);
  const view = startView(net);
  // What is left out is left out above, where it is counted.
  source.layout.legend = { ...source.layout.legend, itemclick: false, itemdoubleclick: false };
  const reading = figure.querySelector('.reading');
  reading.style.minHeight = `${reading.offsetHeight}px`;
  const controls = addControls(figure, plot, net, view, () => { saveView(figure.id, net, view); update(); });
  function update(draw = true) {
    const left = filterNetwork(net, view);
    source.data = [...drawArcs(net, left.shown), ...drawNodes(net, left)];
    controls.show(left);
    // Until something is left out, the page itself tells what is drawn.
    if (draw || tellView(net, view)) retell(figure, net, left);
    if (draw) redraw();
  }
  const follow = () => { if (loadView(figure.id, net, view)) { controls.fill(); update(); } };
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
  if (loadView(figure.id, net, view)) controls.fill();
  update(false);
  return {
    choose: (id) => { if (!id || id === view.actor) return false; controls.isolate(id); return true; },
    leave: () => { if (!view.actor) return false; controls.isolate(''); return true; },
  };
}

/* The reading and the data below the chart follow what is drawn. */
function retell(figure, net, left) {
  const reading = figure.querySelector('.reading');
  reading.firstChild.textContent = readLeft(net, left);
  if (reading.dataset.rows !== undefined) reading.dataset.rows = joinEvents(net, [...new Set(left.between.flatMap(({ numbers }) => numbers))]);
  const data = figure.querySelector('details.data');
  if (!data) return;
  const lines = left.between.slice(0, 200);
  const columns = ['actor', 'recipient', 'told', 'standing', 'types', 'events', 'sources', 'first', 'last'];
  const table = make('table', {}, make('thead', {}, make('tr', {}, ...columns.map((name) => make('th', { scope: 'col', textContent: name })))),
    make('tbody', {}, ...lines.map((arc) => {
      const told = describeArc(net, arc);
      const row = make('tr', {}, ...columns.map((name) => make('td', { textContent: told[name], className: typeof told[name] === 'number' ? 'number' : '' })));
      row.dataset.rows = joinEvents(net, arc.numbers);
      return row;
    })));
  all('.filter, .rest', data).forEach((one) => one.remove());
  data.querySelector('.scroll').replaceChildren(table);
  wireTable(table);
  const total = left.between.length.toLocaleString('en');
  data.querySelector('summary').textContent = `The data: ${lines.length < left.between.length ? `${lines.length} of ` : ''}${total} ${left.between.length === 1 ? 'row' : 'rows'}`;
}

/* Views in the address: #view&network.actor=RUS&network.quads=34 */
function readViews() {
  return new URLSearchParams(VIEW_HASH.test(location.hash) ? location.hash.slice(6) : '');
}

function saveView(name, net, view) {
  const views = readViews();
  [...views.keys()].filter((key) => key.startsWith(`${name}.`)).forEach((key) => views.delete(key));
  const start = startView(net);
  if (view.actor) views.set(`${name}.actor`, view.actor);
  if (view.quads.length < 4) views.set(`${name}.quads`, view.quads.join('') || '0');
  if (view.from !== 0) views.set(`${name}.from`, writeDay(net, view.from));
  if (view.to !== net.last) views.set(`${name}.to`, writeDay(net, view.to));
  if (view.alleged !== start.alleged) views.set(`${name}.alleged`, view.alleged ? '1' : '0');
  const text = views.toString();
  history.replaceState(history.state, '', text ? `#view&${text}` : location.pathname + location.search);
}

/* Reads a view from the address; whether it changed anything. An address of another kind, such as
   that of an open panel, changes nothing. */
function loadView(name, net, view) {
  if (!VIEW_HASH.test(location.hash)) return false;
  const views = readViews();
  const before = JSON.stringify(view);
  const day = (key, fallback) => {
    const found = readDay(net, views.get(`${name}.${key}`) || '');
    return Number.isNaN(found) ? fallback : Math.max(0, Math.min(net.last, found));
  };
  const start = startView(net);
  const actor = views.get(`${name}.actor`) || '';
  view.actor = net.actors.some(({ id }) => id === actor) ? actor : '';
  view.quads = views.has(`${name}.quads`) ? [1, 2, 3, 4].filter((quad) => views.get(`${name}.quads`).includes(quad)) : start.quads;
  view.from = day('from', 0);
  view.to = Math.max(view.from, day('to', net.last));
  view.alleged = views.has(`${name}.alleged`) ? views.get(`${name}.alleged`) === '1' : start.alleged;
  return JSON.stringify(view) !== before;
}
