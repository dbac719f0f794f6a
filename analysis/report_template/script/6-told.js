/* Gives told sentences, readings and key figures a way to the rows behind them: a click anywhere
   on one, or its note's number, opens them. Without scripts the number leads to the note. */

function wireTold(line) {
  const note = line.querySelector('a.note');
  const open = () => openPanel(nameLine(line), splitIds(line.dataset.rows), line.closest('[id]'));
  line.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey) return;
    // Whoever marks words to copy them opens nothing.
    if (!event.target.closest('a') && !getSelection().isCollapsed) return;
    event.preventDefault();
    note.focus({ preventScroll: true });
    open();
  });
}

all('.told li[data-rows], .figures li[data-rows], .reading[data-rows]').forEach(wireTold);
