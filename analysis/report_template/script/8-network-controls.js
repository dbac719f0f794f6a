/* What a reader filters a network by: a search for an actor, classes, a period, what is alleged. */

const OFFERED = 12;

function addControls(figure, plot, net, view, changed) {
  const search = addSearch(figure, net, (id) => isolate(id));
  const quads = net.looks.quads.map(({ name }, at) => addBox(name, true, (on) => {
    view.quads = [1, 2, 3, 4].filter((quad) => (quad === at + 1 ? on : view.quads.includes(quad)));
    changed();
  }));
  const alleged = addBox('also what is only alleged', view.alleged, (on) => { view.alleged = on; changed(); });
  const period = net.last > 0 ? addPeriod(net, view, changed) : null;
  const reset = make('button', { type: 'button', className: 'more', textContent: 'Show all' });
  const counted = make('output', { className: 'counted' });
  counted.setAttribute('aria-live', 'polite');
  const said = make('p', { className: 'left-out' });
  const panel = make('div', { className: 'explore' }, search.node,
    make('fieldset', {}, make('legend', { textContent: 'Classes' }), ...quads.map(({ node }) => node), ...(net.hasClaims ? [alleged.node] : [])),
    ...(period ? [period.node] : []), make('p', {}, reset, ' ', counted));
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', 'Explore this network');
  plot.before(panel, said);
  reset.addEventListener('click', () => { Object.assign(view, startView(net)); fill(); changed(); });

  function fill() {
    search.fill(view.actor);
    quads.forEach(({ box }, at) => { box.checked = view.quads.includes(at + 1); });
    alleged.box.checked = view.alleged;
    if (period) period.fill();
  }
  function isolate(id) {
    view.actor = id;
    search.fill(id);
    changed();
  }
  function show(left) {
    const part = (some, whole, noun) => `${some.toLocaleString('en')} of ${plural(whole, noun)}`;
    counted.textContent = [part(left.met.length, net.actors.length, 'actor'), part(left.events, net.events.length, 'event'), plural(left.arcs.length, 'directed tie')].join(', ');
    const told = tellView(net, view);
    said.textContent = told ? `Shown: ${told}.` : '';
    reset.disabled = !told;
  }
  return { fill, isolate, show };
}

function addBox(name, checked, changed) {
  const box = make('input', { type: 'checkbox', checked });
  box.addEventListener('change', () => changed(box.checked));
  return { box, node: make('label', {}, box, ` ${name}`) };
}

/* A combobox: typing offers actors, the arrows walk them, Enter takes one, Escape lets go. */
function addSearch(figure, net, choose) {
  const id = `${figure.id}-actors`;
  const input = make('input', { type: 'text', autocomplete: 'off', spellcheck: false, placeholder: 'All actors' });
  const list = make('ul', { id, hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Actors');
  const set = (attributes) => Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
  set({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list' });
  const folded = net.actors.map(({ name }) => fold(name));
  let offered = [];
  let at = -1;
  let taken = '';
  const nameOf = (actor) => (net.actors.find((one) => one.id === actor) || { name: '' }).name;
  const close = () => { list.hidden = true; at = -1; set({ 'aria-expanded': 'false' }); input.removeAttribute('aria-activedescendant'); };
  const take = (actor) => { close(); if (actor !== taken) choose(actor); else input.value = nameOf(taken); };
  const walk = (to) => {
    at = (to + offered.length) % offered.length;
    [...list.children].forEach((item, number) => item.setAttribute('aria-selected', String(number === at)));
    set({ 'aria-activedescendant': list.children[at].id });
    list.children[at].scrollIntoView({ block: 'nearest' });
  };
  const offer = () => {
    const words = fold(input.value).trim();
    const starts = (number) => folded[number].startsWith(words);
    offered = net.actors.map((_, number) => number).filter((number) => folded[number].includes(words));
    offered = [...offered.filter(starts), ...offered.filter((number) => !starts(number))].slice(0, OFFERED);
    list.replaceChildren(...offered.map((number, place) => {
      const item = make('li', { id: `${id}-${place}`, textContent: net.actors[number].name, dir: 'auto' });
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      item.addEventListener('pointerdown', (event) => { event.preventDefault(); take(net.actors[number].id); });
      return item;
    }));
    at = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = !offered.length;
    set({ 'aria-expanded': String(offered.length > 0) });
  };
  input.addEventListener('input', () => { if (input.value) offer(); else take(''); });
  input.addEventListener('blur', () => { close(); input.value = nameOf(taken); });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { if (list.hidden) offer(); if (offered.length) walk(at < 0 && step < 0 ? -1 : at + step); } else if (event.key === 'Enter' && !list.hidden) take(net.actors[offered[Math.max(at, 0)]].id);
    else if (event.key === 'Escape' && !list.hidden) { close(); input.value = nameOf(taken); } else if (event.key === 'Escape') take('');
    else return;
    event.preventDefault();
  });
  const fill = (actor) => { taken = actor; input.value = nameOf(actor); };
  return { fill, node: make('div', { className: 'search' }, make('label', {}, 'Only ties of ', input), list) };
}

/* Two ends of a period, each as a slider and as a date to be typed; neither passes the other. */
function addPeriod(net, view, changed) {
  const ends = ['from', 'to'].map((end) => {
    const slider = make('input', { type: 'range', min: 0, max: net.last, value: view[end] });
    const typed = make('input', { type: 'date', min: writeDay(net, 0), max: writeDay(net, net.last), value: writeDay(net, view[end]) });
    const name = end === 'from' ? 'first day' : 'last day';
    slider.setAttribute('aria-label', `Period, ${name}`);
    typed.setAttribute('aria-label', `Period, ${name}, as a date`);
    const move = (day) => {
      if (Number.isNaN(day)) return;
      view[end] = Math.max(end === 'to' ? view.from : 0, Math.min(end === 'from' ? view.to : net.last, day));
      fill();
      changed();
    };
    // While a slider moves only its date follows: the chart is drawn once it rests.
    slider.addEventListener('input', () => { typed.value = writeDay(net, Number(slider.value)); });
    slider.addEventListener('change', () => move(Number(slider.value)));
    typed.addEventListener('change', () => move(readDay(net, typed.value)));
    return { end, slider, typed };
  });
  function fill() {
    ends.forEach(({ end, slider, typed }) => {
      slider.value = view[end];
      slider.setAttribute('aria-valuetext', writeDay(net, view[end]));
      typed.value = writeDay(net, view[end]);
    });
  }
  fill();
  const [from, to] = ends;
  return { fill, node: make('fieldset', { className: 'period' }, make('legend', { textContent: 'Period' }), from.typed, from.slider, to.slider, to.typed) };
}
