/* Where the marks of a drawn chart are, what they are called, and which rows they stand for.
   plotly.js keeps each mark's data on its element; the browser tests hold this version to it. */

function findMarks(plot) {
  const marks = [];
  const add = (node, trace, ids, label, key = '') => {
    const box = node.getBoundingClientRect ? node.getBoundingClientRect() : node;
    const drawn = trace.type === 'bar' ? box.width && box.height : box.width || box.height;
    if (drawn) marks.push({ box, ids: splitIds(ids), label, trace, key });
  };
  all('.scatterlayer .trace, .barlayer .trace', plot).forEach((group) => {
    const trace = group.__data__[0].trace;
    all('.point', group).forEach((node, order) => {
      const { i = order, index = i } = node.__data__;
      add(node, trace, pick(trace.customdata, index), labelPoint(plot, trace, index), nameActor(trace, index));
    });
  });
  all('.choroplethlocation', plot).forEach((node) => {
    const trace = node.__data__.trace || plot._fullData.find((found) => found.type === 'choropleth');
    const index = node.__data__.index;
    add(node, trace, pick(trace.customdata, index), labelPoint(plot, trace, index));
  });
  plot._fullData.filter((trace) => trace.type === 'heatmap').forEach((trace) => findCells(plot, trace, add));
  const flow = plot._fullData.find((trace) => trace.type === 'sankey');
  if (flow) findFlows(plot, flow, add);
  const byRow = marks.some((mark) => mark.trace.type === 'heatmap' || mark.trace.orientation === 'h' && mark.trace.type === 'bar');
  const place = ({ box }) => [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  return marks.sort((a, b) => {
    const [ax, ay] = place(a), [bx, by] = place(b);
    return byRow ? ay - by || ax - bx : ax - bx || ay - by;
  });
}

/* The id of an actor in a network that can be explored; other marks have none. */
const nameActor = (trace, index) => (trace.ids ? trace.ids[index] : '');

const pick = (list, index) => (Array.isArray(list) ? list[index] : list);

function findCells(plot, trace, add) {
  const grid = plot.calcdata[trace.index][0];
  const { xaxis, yaxis } = plot._fullLayout._plots[(trace.xaxis || 'x') + (trace.yaxis || 'y')];
  const frame = plot.getBoundingClientRect();
  trace.customdata.forEach((line, row) => line.forEach((ids, column) => {
    if (!ids) return;
    const x = [grid.x[column], grid.x[column + 1]].map((at) => xaxis.c2p(at)).sort((a, b) => a - b);
    const y = [grid.y[row], grid.y[row + 1]].map((at) => yaxis.c2p(at)).sort((a, b) => a - b);
    const box = new DOMRect(frame.x + xaxis._offset + x[0], frame.y + yaxis._offset + y[0], x[1] - x[0], y[1] - y[0]);
    add(box, trace, ids, labelCell(plot, trace, row, column));
  }));
}

function labelCell(plot, trace, row, column) {
  const names = [nameTick(plot, trace, 'y', row), nameTick(plot, trace, 'x', column), trace.z[row][column]];
  return names.map(readMarkup).join(', ');
}

function findFlows(plot, trace, add) {
  all('.sankey-link', plot).forEach((node) => {
    const i = node.__data__.link.pointNumber;
    add(node, trace, pick(trace.link.customdata, i), labelFlow(trace, 'link', i));
  });
  all('.sankey-node', plot).forEach((node) => {
    const i = node.__data__.node.pointNumber;
    add(node.querySelector('.node-rect') || node, trace, pick(trace.node.customdata, i), labelFlow(trace, 'node', i));
  });
}

function labelFlow(trace, part, i) {
  const names = (trace.node.label || []).map(joinLines);
  if (part === 'node') return readMarkup(names[i] || '');
  return readMarkup(`${names[trace.link.source[i]]} → ${names[trace.link.target[i]]}: ${trace.link.value[i]}`);
}

function labelPoint(plot, trace, index) {
  const given = pick(trace.hovertext, index) || (Array.isArray(trace.text) ? trace.text[index] : '');
  if (given) return readMarkup(given);
  const own = plot.data[trace.index] || {};
  const place = trace.locations ? [trace.locations[index], pick(trace.z, index)]
    : ['x', 'y'].map((letter) => nameTick(plot, trace, letter, index));
  return [own.name, ...place].filter((part) => part !== undefined && part !== null && part !== '').map(readMarkup).join(', ');
}

/* Rows may be numbers to plotly and names to a reader. */
function nameTick(plot, trace, letter, index) {
  const value = pick(trace[letter], index);
  const axis = plot._fullLayout[(trace[`${letter}axis`] || letter).replace(letter, `${letter}axis`)] || {};
  const at = axis.tickmode === 'array' && axis.ticktext ? axis.tickvals.indexOf(value) : -1;
  return at < 0 ? value : joinLines(axis.ticktext[at]);
}

/* A name that is broken for want of room is still one name. */
const joinLines = (label) => String(label).replaceAll('<br>', ' ');

/* Labels are written for plotly, which reads tags and entities. */
function readMarkup(text) {
  const entities = { lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'", nbsp: ' ', amp: '&' };
  return String(text).replace(/<br ?\/?>/g, ', ').replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#x27|#39|nbsp|amp);/g, (_, name) => entities[name]).replace(/\s+/g, ' ').trim();
}

function readClick(plot, point) {
  const trace = point.fullData || plot._fullData[point.curveNumber] || plot._fullData.find((found) => found.type === 'sankey');
  const i = point.pointNumber;
  if (trace.type === 'sankey') {
    const part = 'sourceLinks' in point ? 'node' : 'link';
    return { ids: splitIds(pick(trace[part].customdata, i)), label: labelFlow(trace, part, i) };
  }
  if (trace.type === 'heatmap') {
    const [row, column] = i;
    return { ids: splitIds(trace.customdata[row][column]), label: labelCell(plot, trace, row, column) };
  }
  return { ids: splitIds(pick(trace.customdata, i)), label: labelPoint(plot, trace, i), key: nameActor(trace, i) };
}

/* What lies exactly under a clicked point would otherwise be out of a mouse's reach. */
function withHidden(plot, clicked) {
  const centre = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  const points = findMarks(plot).filter((mark) => /scatter/.test(mark.trace.type));
  const top = points.find((mark) => mark.label === clicked.label && mark.ids.join() === clicked.ids.join());
  if (!top) return clicked;
  const [x, y] = centre(top);
  const near = points.filter((mark) => Math.hypot(centre(mark)[0] - x, centre(mark)[1] - y) < 3);
  const labels = [...new Set([clicked.label, ...near.map((mark) => mark.label)])];
  return {
    ids: [...new Set([...clicked.ids, ...near.flatMap((mark) => mark.ids)])],
    label: labels.length > 1 ? `${labels[0]} and ${labels.length - 1} more here` : labels[0],
  };
}
