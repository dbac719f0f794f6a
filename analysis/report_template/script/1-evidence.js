/* The sentences behind the marks, and the panel that shows them.
   Article text reaches the page only through textContent. */

const SHOWN = 50;
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const readJson = (node) => JSON.parse(node.textContent);
const evidence = readJson(document.getElementById('evidence'));
const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const splitIds = (text) => (text ? String(text).split(';').filter(Boolean) : []);

function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}


const panel = document.getElementById('panel');
const tally = panel.querySelector('.tally');
const sources = panel.querySelector('.sources');
let opener = null;

function linkTo(url, text) {
  let parsed = null;
  try { parsed = new URL(url); } catch { /* not an address */ }
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return document.createTextNode(text);
  return make('a', { href: parsed.href, target: '_blank', rel: 'noopener noreferrer', textContent: text });
}

function nameArticle(article) {
  return [article.outlet, article.published || 'undated', article.title].filter(Boolean).join(', ');
}

function writeArticle(id) {
  const article = evidence.articles[id];
  const node = make('article', { className: 'source' });
  if (!article) return node;
  node.append(
    make('p', { className: 'byline' }, make('b', { textContent: article.outlet || 'No outlet' }),
      ` · ${article.published || 'undated'}`),
    make('h3', {}, linkTo(article.url, article.title || 'Untitled')));
  if (article.notice) node.append(make('p', { className: 'warning', textContent: article.notice }));
  if (article.duplicate_of) {
    const original = evidence.articles[article.duplicate_of];
    node.append(make('p', { className: 'warning',
      textContent: `Copy of ${original ? nameArticle(original) : article.duplicate_of}` }));
  }
  return node;
}

function writeSentence(id, row) {
  const coding = [row.label, row.confidence && `${row.confidence} confidence`, row.rule && `rule ${row.rule}`,
    row.article && (row.review || 'not reviewed')];
  const node = make('div', { className: 'sentence' },
    make('blockquote', { textContent: row.sentence, className: row.article ? '' : 'plain' }),
    make('p', { className: 'coding' }, coding.filter(Boolean).join(' · ') + ' · ',
      make('a', { href: `#row=${encodeURIComponent(id)}`, textContent: 'link' })));
  node.dataset.row = id;
  if (row.also.length) {
    const list = make('details', {}, make('summary', { textContent: `Also said in ${plural(row.also.length, 'further sentence')}` }));
    row.also.forEach((sentence) => list.append(make('p', {}, make('q', { textContent: sentence }))));
    node.append(list);
  }
  return node;
}

/* What a mark that stands for whole articles shows of each: how it begins. */
function writeLead(article) {
  return article.lead ? make('blockquote', { className: 'lead', textContent: article.lead }) : '';
}

function openPanel(title, ids) {
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
  sources.replaceChildren(...articles.values());
  if (ids.length > shown.length) {
    const where = evidence.companion ? `, all in ${evidence.companion}` : '';
    sources.append(make('p', { className: 'rest', textContent: `and ${ids.length - shown.length} more${where}` }));
  }
  opener = document.activeElement;
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
}

/* "3 sentences", "2 articles": what a button beside a row or a told sentence opens. */
const countIds = (ids) => plural(ids.length, ids.some((id) => evidence.rows[id]) ? 'sentence' : 'article');

/* "3 sentences from 2 articles"; a sentence that the page had no room for still counts. */
function describe(ids) {
  const whole = ids.filter((id) => !evidence.rows[id] && evidence.articles[id]);
  const articles = new Set(whole);
  ids.forEach((id) => { if (evidence.rows[id] && evidence.rows[id].article) articles.add(evidence.rows[id].article); });
  const counts = [];
  if (ids.length > whole.length) counts.push(plural(ids.length - whole.length, 'sentence'));
  if (articles.size) counts.push(plural(articles.size, 'article'));
  return counts.join(' from ') || 'No sentences';
}

panel.querySelector('.close').addEventListener('click', () => panel.close());
panel.addEventListener('click', (event) => { if (event.target === panel) panel.close(); });
panel.addEventListener('close', () => {
  if (location.hash.startsWith('#row=')) history.replaceState(null, '', location.pathname + location.search);
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
});

function openLinked() {
  if (!location.hash.startsWith('#row=')) return;
  const id = decodeURIComponent(location.hash.slice(5));
  const row = evidence.rows[id];
  if (row || evidence.articles[id]) openPanel(row ? row.label : 'Article', [id]);
}
addEventListener('hashchange', openLinked);
