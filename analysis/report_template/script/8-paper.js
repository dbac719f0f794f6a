/* Hatching on paper: a browser prints patterns as pictures, of which a page of bars has megabytes.
   Here each bar is drawn plain and its hatching as lines. */

const SPACING = 6;

/* Takes the patterns out of a figure about to be drawn and keeps what they were. */
function takeHatching(data, paper) {
  data.filter((trace) => trace.marker && trace.marker.pattern).forEach((trace) => {
    const { color, pattern } = trace.marker;
    const open = pattern.fillmode === 'replace';
    trace.meta = { hatching: { shape: pattern.shape, stroke: open ? color : pattern.fgcolor || paper } };
    trace.marker = { ...trace.marker, color: open ? paper : color, pattern: undefined };
  });
}

/* Draws the lines into each bar of a drawn chart, and into the bars of its legend. */
function drawHatching(plot) {
  all('.hatching', plot).forEach((path) => path.remove());
  all('.barlayer .point path, .legend .layers path', plot).forEach((bar) => {
    const group = bar.closest('.trace, .traces');
    const { trace } = group.__data__[0];
    const { hatching } = trace.meta || {};
    const shape = hatching && pick(hatching.shape, (bar.parentNode.__data__ || {}).i || 0);
    const box = bar.getBBox();
    if (!shape || !box.width || !box.height) return;
    const lines = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    const attributes = { class: 'hatching', d: writeLines(shape, box), fill: 'none', stroke: pick(hatching.stroke, 0), 'stroke-width': 1.2, 'pointer-events': 'none' };
    if (shape === '.') attributes['stroke-dasharray'] = '1.5 4';
    Object.entries(attributes).forEach(([name, value]) => lines.setAttribute(name, value));
    if (bar.getAttribute('transform')) lines.setAttribute('transform', bar.getAttribute('transform'));
    bar.after(lines);
  });
}

/* Every line is cut where it leaves the bar; "\" is "/" upside down. */
function writeLines(shape, { x, y, width, height }) {
  const draw = [];
  const line = (x1, y1, x2, y2) => draw.push(`M${x + x1},${y + y1}L${x + x2},${y + y2}`);
  const slant = (flip) => {
    for (let at = SPACING / 2; at < width + height; at += SPACING) {
      const [x1, y1, x2, y2] = [Math.max(0, at - height), Math.min(height, at), Math.min(width, at), Math.max(0, at - width)];
      line(x1, flip ? height - y1 : y1, x2, flip ? height - y2 : y2);
    }
  };
  if ('/x'.includes(shape)) slant(false);
  if ('\\x'.includes(shape)) slant(true);
  if ('-+.'.includes(shape)) for (let at = SPACING / 2; at < height; at += SPACING) line(0, at, width, at);
  if ('|+'.includes(shape)) for (let at = SPACING / 2; at < width; at += SPACING) line(at, 0, at, height);
  return draw.join('');
}
