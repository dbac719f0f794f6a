/* In the folder of its run a page stands two levels below the others, and may not be the latest. */

if (/\/runs\/[^/]+\/[^/]+$/.test(location.pathname)) {
  const latest = document.createElement('a');
  latest.href = `../../${location.pathname.split('/').pop()}`;
  latest.textContent = 'the latest page';
  const told = document.createElement('p');
  told.className = 'notice';
  told.setAttribute('role', 'note');
  told.append('This page is kept as one run made it; see ', latest, '.');
  document.querySelector('.masthead').prepend(told);
  document.querySelectorAll('a[href="index.html"]').forEach((one) => { one.href = '../../index.html'; });
}
