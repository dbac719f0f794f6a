/* Gives each told sentence a way to the rows that say so: a click anywhere on it, or its button. */

function wireTold(item) {
  const ids = splitIds(item.dataset.rows);
  const text = item.textContent;
  const heading = item.closest('section').querySelector('h3').firstChild.textContent.trim();
  const button = make('button', { type: 'button', className: 'more', textContent: countIds(ids) });
  button.setAttribute('aria-label', `${describe(ids)}: ${text}`);
  item.append(' ', button);
  item.addEventListener('click', (event) => {
    // Whoever marks words to copy them opens nothing.
    if (event.target !== button && !getSelection().isCollapsed) return;
    button.focus({ preventScroll: true });
    openPanel(heading, ids);
  });
}

all('.told li[data-rows]').forEach(wireTold);
