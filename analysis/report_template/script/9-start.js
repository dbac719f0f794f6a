/* What is in sight first; then what the address names; the rest as time allows. */

all('details.data').forEach((data) => {
  const table = data.querySelector('table');
  const wireOnce = () => { if (table.isConnected) wireTable(table); };
  if (data.open) wireOnce(); else data.addEventListener('toggle', wireOnce, { once: true });
});
drawFirst().then(() => {
  document.documentElement.dataset.ready = 'true';
  followAddress();
  return drawRest();
}).then(() => { document.documentElement.dataset.drawn = 'true'; });
