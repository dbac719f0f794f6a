/* Sorts and filters the tables, and gives their rows a way to the sentences. */

function wireTable(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  if (rows.some((row) => row.dataset.rows)) addButtons(table, rows);
  heads.forEach((head, column) => {
    const button = make('button', { type: 'button' }, ...head.childNodes);
    button.addEventListener('click', () => sort(head, column));
    head.append(button);
  });
  if (rows.length > 8) addFilter(table, rows);

  function sort(head, column) {
    const down = head.getAttribute('aria-sort') === 'ascending';
    heads.forEach((other) => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const compare = new Intl.Collator('en', { numeric: true }).compare;
    const keyed = rows.map((row) => [row, row.cells[column].textContent.trim()]);
    keyed.sort(([, a], [, b]) => {
      if (!a || !b) return (a === '') - (b === '');
      const numbers = [Number(a), Number(b)];
      const order = numbers.some(Number.isNaN) ? compare(a, b) : numbers[0] - numbers[1];
      return down ? -order : order;
    });
    body.append(...keyed.map(([row]) => row));
  }
}

function addButtons(table, rows) {
  table.tHead.rows[0].append(make('th', { scope: 'col', textContent: 'Evidence' }));
  rows.forEach((row) => {
    const ids = splitIds(row.dataset.rows);
    const cell = row.insertCell();
    if (!ids.length) return;
    const button = make('button', { type: 'button', className: 'more', textContent: countIds(ids) });
    const label = row.cells[0].textContent;
    button.setAttribute('aria-label', `${button.textContent}: ${label}`);
    button.addEventListener('click', () => openPanel(nameLine(row), ids, table.closest('figure')));
    cell.append(button);
  });
}

function addFilter(table, rows) {
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const input = make('input', { type: 'search', placeholder: 'Filter rows' });
  const count = make('output', { textContent: plural(rows.length, 'row') });
  input.setAttribute('aria-label', 'Filter rows');
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every((word) => texts[i].includes(word));
      left += row.hidden ? 0 : 1;
    });
    count.textContent = `${left} of ${plural(rows.length, 'row')}`;
  });
  table.parentElement.before(make('div', { className: 'filter' }, input, count));
}
