/* What only the moment of reading tells: how old something is, and whether its time has passed. */

function tellAges() {
  const now = Date.now();
  document.querySelectorAll('[data-due]').forEach((one) => {
    one.hidden = !(now > Date.parse(one.dataset.due));
  });
  document.querySelectorAll('[data-since]').forEach((one) => {
    one.textContent = sayAge(now - Date.parse(one.dataset.since));
  });
}

/* "3 hours ago"; nothing where the reader's clock is behind. */
function sayAge(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (!(minutes >= 0)) return '';
  const say = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  if (minutes < 1) return 'just now';
  if (minutes < 60) return say.format(-minutes, 'minute');
  if (minutes < 48 * 60) return say.format(-Math.floor(minutes / 60), 'hour');
  if (minutes < 60 * 24 * 60) return say.format(-Math.floor(minutes / 1440), 'day');
  return say.format(-Math.floor(minutes / 43_830), 'month');
}

tellAges();
setInterval(tellAges, 60_000);
