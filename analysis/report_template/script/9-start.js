/* Tables at once, charts one after the other, then what the address names. */

all('details.data table').forEach(wireTable);
drawAll().then(() => {
  document.documentElement.dataset.ready = 'true';
  followAddress();
});
