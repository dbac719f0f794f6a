/* Links to what the panel shows: #row=<id>/<article>, #open=<chart or list>/<key of the rows>/<first of
   them>. Rows are coded anew and windows move: a link then leads to what is nearest, and says so. */

const CHANGED = 'What this link named has changed since it was made; this stands there now.';

function linkRow(id) {
  const { article = '' } = evidence.rows[id] || {};
  return `#row=${[id, article].filter(Boolean).map(encodeURIComponent).join('/')}`;
}

const linkPlace = (name, ids) => `#open=${name}/${keyOf(ids)}/${encodeURIComponent(ids[0])}`;

/* Opens what the address names, and closes what it no longer does. */
function followAddress() {
  const [, kind = '', text = ''] = /^#(row|open|search)=?(.*)$/.exec(location.hash) || [];
  // A row whose id has a slash in it may come as it is.
  const parts = evidence.rows[decode(text)] ? [decode(text)] : text.split('/').map(decode);
  if (kind !== 'row' && kind !== 'open' && panel.open) panel.close();
  if (!kind && search.open) search.close();
  if (kind === 'row') showRow(...parts);
  if (kind === 'open') showPlace(...parts);
  if (kind === 'search' && !search.open) showSearch(parts[0]);
}

function decode(text) {
  try { return decodeURIComponent(text); } catch { return ''; }
}

function showRow(id, article) {
  const row = evidence.rows[id];
  if (row || evidence.articles[id]) showPanel(row ? row.label : 'Article', [id]);
  else showGone(article);
}

/* A place is a chart or a list; the key is that of the rows one of its marks or lines stands for. */
async function showPlace(name, key, first) {
  const place = document.getElementById(name);
  const leads = place ? await findLeads(place) : [];
  const same = leads.find(({ ids }) => keyOf(ids) === key);
  const [near] = leads.filter(({ ids }) => ids.includes(first)).sort((a, b) => a.ids.length - b.ids.length);
  if (place) place.scrollIntoView({ block: 'nearest' });
  if (same || near) showPanel((same || near).label, (same || near).ids);
  else if (evidence.rows[first] || evidence.articles[first]) showRow(first);
  else showGone('');
  if (!same && (near || evidence.rows[first])) said.textContent = CHANGED;
}

/* What leads to sentences in a chart or list. */
async function findLeads(place) {
  const plot = place.querySelector('.plot');
  if (plot) await drawChart(place);
  const marks = plot && plot.findMarks ? plot.findMarks() : [];
  const lines = all('[data-rows]', place).map((line) => ({ ids: splitIds(line.dataset.rows), label: nameLine(line) }));
  return [...marks, ...lines];
}

/* The other rows of its article stand in for a row that is not here. */
function showGone(article) {
  const others = Object.keys(evidence.rows).filter((id) => article && evidence.rows[id].article === article);
  const near = others.length || !evidence.articles[article] ? others : [article];
  showPanel('No longer on this page', near);
  const where = evidence.companion ? `, or only in ${evidence.companion}` : '';
  said.textContent = 'What this link names is not on this page: coded anew, rejected by a reviewer, or outside '
    + `the dates of this page${where}. ${near.length ? 'Below is what else its article tells.' : 'Search the evidence for its words.'}`;
}

