/* The panel that shows sentences with their articles. What it shows is in the address: it can be
   linked to, and the back button closes it. */

const panel = document.getElementById('panel');
const tally = panel.querySelector('.tally');
const sources = panel.querySelector('.sources');
const said = panel.querySelector('.said');
const PANEL_HASH = /^#(row|open)=/;
/* A step back is taken by the browser later on: what is opened meanwhile waits for it. */
let stepping = false;
let waiting = null;

function setAddress(hash) {
  if (stepping) { waiting = hash; return; }
  const replaces = PANEL_HASH.test(location.hash) && PANEL_HASH.test(hash);
  history[replaces ? 'replaceState' : 'pushState'](replaces ? history.state : { opened: true }, '', hash);
}

function leaveAddress() {
  if (stepping) waiting = null;
  else if (history.state && history.state.opened) { stepping = true; history.back(); }
  else history.replaceState(null, '', location.pathname + location.search);
}

addEventListener('popstate', () => {
  if (!stepping) { followAddress(); return; }
  stepping = false;
  if (waiting !== null) setAddress(waiting);
  waiting = null;
});

/* What a line that leads to sentences is called: its figure, its row, or the heading above it. */
function nameLine(line) {
  const place = line.closest('figure, section');
  const heading = place && place.querySelector('h3');
  const title = heading ? heading.firstChild.textContent.trim() : '';
  if (line.matches('tr')) return [title, line.cells[0].textContent].filter(Boolean).join(': ');
  if (line.closest('.figures')) return [...line.querySelectorAll('.value, .what')].map((part) => part.firstChild.textContent.trim()).join(' ');
  return title;
}

/* Opens sentences as a step of its own: `place` is the element they are reached from, `named` what
   they are linked to by where that is fewer. */
function openPanel(title, ids, place, named = ids) {
  setAddress(place && place.id ? linkPlace(place.id, named) : linkRow(ids[0]));
  showPanel(title, ids);
}

function showPanel(title, ids) {
  const known = ids.filter((id) => evidence.rows[id] || evidence.articles[id]);
  const shown = known.slice(0, SHOWN);
  const articles = new Map();
  shown.forEach((id) => {
    const row = evidence.rows[id];
    const article = row ? row.article : id;
    if (!articles.has(article)) articles.set(article, writeArticle(article));
    articles.get(article).append(row ? writeSentence(id, row) : writeLead(evidence.articles[id]));
  });
  panel.querySelector('h2').textContent = title;
  tally.textContent = describe(ids);
  said.textContent = '';
  sources.replaceChildren(...articles.values());
  if (ids.length > shown.length) {
    const where = evidence.companion ? `, all in ${evidence.companion}` : '';
    sources.append(make('p', { className: 'rest', textContent: `and ${ids.length - shown.length} more${where}` }));
  }
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
}

function writeArticle(id) {
  const article = evidence.articles[id];
  const node = make('article', { className: 'source' });
  if (!article) return node;
  node.append(
    make('p', { className: 'byline' }, make('b', { textContent: article.outlet || 'No outlet', dir: 'auto' }),
      ` · ${article.published || 'undated'}`),
    make('h3', { dir: 'auto' }, linkTo(article.url, article.title || 'Untitled')));
  if (article.notice) node.append(make('p', { className: 'warning', textContent: article.notice }));
  if (article.duplicate_of) {
    const original = evidence.articles[article.duplicate_of];
    node.append(make('p', { className: 'warning',
      textContent: `Copy of ${original ? nameArticle(original) : article.duplicate_of}` }));
  }
  return node;
}

function writeSentence(id, row) {
  const state = make('p', { className: 'coding' });
  if (row.article) state.append(make('span', { className: 'tag', textContent: row.review || 'not reviewed' }), ' ');
  const coding = [row.confidence && `${row.confidence} confidence`, row.rule && `rule ${row.rule}`].filter(Boolean);
  const link = make('a', { className: 'permalink', href: linkRow(id), textContent: 'Copy link' });
  link.setAttribute('aria-label', `Copy link to this sentence: ${row.label}`);
  state.append(coding.join(' · '), coding.length ? ' · ' : '', link);
  const node = make('div', { className: 'sentence' },
    make('blockquote', { textContent: row.sentence, className: row.article ? '' : 'plain', dir: 'auto' }),
    make('p', { className: 'label', textContent: row.label, dir: 'auto' }), state);
  node.dataset.row = id;
  if (row.also.length) {
    const list = make('details', {}, make('summary', { textContent: `Also said in ${plural(row.also.length, 'further sentence')}` }));
    row.also.forEach((sentence) => list.append(make('p', {}, make('q', { textContent: sentence, dir: 'auto' }))));
    node.append(list);
  }
  return node;
}

/* What a mark that stands for whole articles shows of each: how it begins. */
function writeLead(article) {
  return article.lead ? make('blockquote', { className: 'lead', textContent: article.lead, dir: 'auto' }) : '';
}

async function copyLink(hash) {
  const address = location.href.split('#')[0] + hash;
  try {
    await navigator.clipboard.writeText(address);
    said.textContent = 'Link copied.';
  } catch {
    // Without leave to write, the address bar holds it.
    setAddress(hash);
    said.textContent = 'The link is in the address bar.';
  }
}

panel.querySelector('.copy').addEventListener('click', () => copyLink(location.hash));
panel.addEventListener('click', (event) => {
  const link = event.target.closest('a.permalink');
  if (link) { event.preventDefault(); copyLink(link.hash); } else if (event.target === panel) panel.close();
});
panel.querySelector('.close').addEventListener('click', () => panel.close());
panel.addEventListener('close', () => {
  // Opened again before this was told.
  if (panel.open) return;
  if (stepping || PANEL_HASH.test(location.hash)) leaveAddress();
});
