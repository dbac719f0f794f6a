/* The sentences behind the marks, and how many of them there are in words.
   Article text reaches the page only through textContent. */

const SHOWN = 50;
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const readJson = (node) => JSON.parse(node.textContent);
const evidence = readJson(document.getElementById('evidence'));
const plural = (count, noun) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
const splitIds = (text) => (text ? String(text).split(';').filter(Boolean).flatMap(standIn) : []);

/* "+1204" stands for rows that the page had no room for: they count, and lead nowhere. */
function standIn(id, at, ids) {
  return id[0] === '+' ? Array.from({ length: Number(id) }, (_, i) => `${ids[0]}+${i}`) : [id];
}

function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
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

/* A short name for a set of rows, for links: FNV-1a in base 36. */
function keyOf(ids) {
  let hash = 0x811c9dc5;
  for (const character of ids.join(';')) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}

function linkTo(url, text) {
  let parsed = null;
  try { parsed = new URL(url); } catch { /* not an address */ }
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return document.createTextNode(text);
  return make('a', { href: parsed.href, target: '_blank', rel: 'noopener noreferrer', textContent: text });
}

function nameArticle(article) {
  return [article.outlet, article.published || 'undated', article.title].filter(Boolean).join(', ');
}
