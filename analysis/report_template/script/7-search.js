/* Search over all evidence in the page: every word must occur, in any of a sentence's particulars. */

const search = document.getElementById('search');
const words = document.getElementById('words');
const found = search.querySelector('.found');
const results = search.querySelector('.results');
const LISTED = 60;
let entries = null;
let searcher = null;

const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[-‐-―_]/g, ' ').toLowerCase();

/* Newest first. Articles that no row comes from are found by their titles and beginnings. */
function readEntries() {
  const used = new Set();
  const list = Object.entries(evidence.rows).map(([id, row]) => {
    used.add(row.article);
    return { id, row, article: evidence.articles[row.article] || {}, text: row.sentence };
  });
  Object.entries(evidence.articles).forEach(([id, article]) => {
    if (!used.has(id)) list.push({ id, row: null, article, text: article.lead || article.title });
  });
  list.forEach((entry) => {
    const { row, article } = entry;
    const parts = [entry.text, ...(row ? [row.label, row.review, ...row.also] : []), article.outlet, article.published, article.title];
    entry.hay = fold(parts.filter(Boolean).join('\n')).replace(/(\d{4}) (\d\d)(?: (\d\d))?/g, (_, ...ymd) => ymd.slice(0, 3).filter(Boolean).join('-'));
  });
  return list.sort((a, b) => (b.article.published || '').localeCompare(a.article.published || ''));
}

/* “Quoted words” stay together; a date keeps its hyphens. */
function readQuery(text) {
  return [...text.matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g)]
    .flatMap(([whole, quoted]) => (/^\d{4}-\d\d/.test(whole) ? [whole] : quoted ? [fold(quoted).trim()] : fold(whole).split(' ')))
    .filter(Boolean);
}

function findEntries(text) {
  entries = entries || readEntries();
  const terms = readQuery(text);
  return terms.length ? entries.filter(({ hay }) => terms.every((term) => hay.includes(term))) : [];
}

function listResults() {
  const hits = findEntries(words.value);
  const terms = readQuery(words.value);
  found.textContent = terms.length ? countHits(hits.length) : '';
  results.replaceChildren(...hits.slice(0, LISTED).map((hit) => writeHit(hit, terms)));
}

function countHits(count) {
  if (!count) return 'Nothing in this page has all of these words.';
  return plural(count, 'result') + (count > LISTED ? `, the latest ${LISTED} listed.` : '.');
}

function writeHit({ id, row, article, text }, terms) {
  const link = make('a', { href: linkRow(id) });
  link.append(make('span', { className: 'byline', dir: 'auto' }, make('b', { textContent: article.outlet || (row && row.table) || '' }), ` ${article.published || ''}`),
    make('span', { className: 'hit', dir: 'auto' }, ...markWords(text || '', terms)),
    make('span', { className: 'label', dir: 'auto', textContent: row ? row.label : article.title || '' }));
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    openPanel(row ? row.label : 'Article', [id]);
  });
  return make('li', {}, link);
}

/* Marks each term where the text has it in so many characters; cut to what a list can show. */
function markWords(text, terms) {
  const short = text.length > 320 ? `${text.slice(0, 320)}…` : text;
  const plain = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return short.split(new RegExp(`(${plain})`, 'iu')).map((part, i) => (i % 2 ? make('mark', { textContent: part }) : part));
}

function showSearch(text) {
  searcher = document.activeElement;
  search.showModal();
  if (text) words.value = text;
  words.select();
  listResults();
}

function openSearch() {
  setAddress('#search');
  showSearch('');
}

function walkResults(event) {
  const links = all('a', results);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const first = event.key === 'Enter' && event.target === words;
  if (!links.length || !step && !first) return;
  event.preventDefault();
  if (first) { links[0].click(); return; }
  const at = links.indexOf(document.activeElement) + step;
  (links[at] || (at < 0 ? words : links[links.length - 1])).focus();
}

words.addEventListener('input', listResults);
search.addEventListener('keydown', walkResults);
search.addEventListener('click', (event) => { if (event.target === search) search.close(); });
search.querySelector('.close').addEventListener('click', () => search.close());
search.addEventListener('close', () => {
  if (search.open) return;
  if (stepping || location.hash.startsWith('#search')) leaveAddress();
  if (searcher && searcher.isConnected) searcher.focus({ preventScroll: true });
});
const find = document.querySelector('.find');
find.hidden = false;
find.addEventListener('click', openSearch);
addEventListener('keydown', (event) => {
  const typing = event.target.closest && event.target.closest('input, textarea, select, dialog');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  openSearch();
});
