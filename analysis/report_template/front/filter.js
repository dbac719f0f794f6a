/* Narrows the list of runs to a report or a state. Without scripts the whole list stands. */

const reports = [...document.querySelectorAll('.report')];
const runs = [...document.querySelectorAll('.report li')];

function addChoice(parent, label, values) {
  const select = document.createElement('select');
  ['all', ...values].forEach((value) => select.add(new Option(value, value)));
  const named = document.createElement('label');
  named.append(label, select);
  select.addEventListener('change', narrow);
  parent.append(named);
  return select;
}

function narrow() {
  const chosen = (select, value) => select.value === 'all' || select.value === value;
  runs.forEach((run) => { run.hidden = !chosen(state, run.dataset.state); });
  reports.forEach((report) => {
    const left = report.querySelector('li:not([hidden])');
    report.hidden = !left || !chosen(name, report.dataset.report);
  });
  const shown = runs.filter((run) => !run.hidden && !run.closest('[hidden]')).length;
  count.textContent = `${shown} of ${runs.length} runs`;
}

const choose = document.createElement('div');
choose.className = 'choose';
const name = addChoice(choose, 'Report', reports.map((one) => one.dataset.report));
const state = addChoice(choose, 'State', [...new Set(runs.map((one) => one.dataset.state))].sort());
const count = document.createElement('output');
choose.append(count);
if (runs.length > 1) document.getElementById('runs-heading').after(choose);
/* A link to a run leads to it, whatever was chosen. */
addEventListener('hashchange', () => { name.value = state.value = 'all'; narrow(); });
