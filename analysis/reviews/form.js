// The form in which rows are reviewed. Python sends what to show as `view`; keys and buttons are sent back.
// All texts are set with textContent: an article cannot bring markup with it.

const KEYS = { a: "accept", r: "reject", s: "skip", u: "undo" };
const SOURCES = { A: "reliable", B: "usually reliable", C: "fairly reliable", D: "not usually reliable", E: "unreliable", F: "cannot be judged" };
const INFORMATION = { 1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable", 6: "cannot be judged" };

function make(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function choose(label, choices, chosen) {
  const select = make("select", "attache-grade");
  for (const [value, meaning] of Object.entries(choices)) {
    const option = make("option", "", `${value} ${meaning}`);
    option.value = value;
    option.selected = value === chosen;
    select.append(option);
  }
  select.setAttribute("aria-label", label);
  return select;
}

function drawPassage(view) {
  const passage = make("p", "attache-passage", view.before);
  passage.append(make("mark", "", view.evidence), document.createTextNode(view.behind));
  return passage;
}

function drawFields(view) {
  const fields = make("div", "attache-fields");
  fields.hidden = true;
  for (const [name, { value, values }] of Object.entries(view.fields)) {
    const label = make("label", "", name);
    const input = make(values.length ? "select" : "input", "");
    for (const each of values) {
      const option = make("option", "", each);
      option.value = each;
      input.append(option);
    }
    input.value = value;
    input.dataset.name = name;
    input.dataset.coded = value;
    label.append(input);
    fields.append(label);
  }
  return fields;
}

function render({ model, el }) {
  const root = make("div", "attache-review");
  // JupyterLab would take the keys for its own: "a" adds a cell, "x" cuts one.
  root.dataset.lmSuppressShortcuts = "true";
  root.tabIndex = 0;
  el.append(root);

  function decide(action) {
    const pick = (selector) => root.querySelector(selector)?.value ?? "";
    const changed = [...root.querySelectorAll("[data-name]")].filter((input) => input.value !== input.dataset.coded);
    model.send({
      action,
      changes: Object.fromEntries(changed.map((input) => [input.dataset.name, input.value])),
      source_grade: pick("[aria-label='Source']"),
      information_grade: pick("[aria-label='Information']"),
      reason: pick(".attache-reason"),
    });
  }

  function openFields() {
    const fields = root.querySelector(".attache-fields");
    fields.hidden = false;
    fields.querySelector("[data-name]").focus();
  }

  function button(label, key, action) {
    const made = make("button", "attache-button", label);
    made.append(make("kbd", "", key));
    made.addEventListener("click", action);
    return made;
  }

  function draw() {
    const view = model.get("view");
    root.replaceChildren();
    root.append(make("div", "attache-progress", view.progress));
    if (view.message) {
      const message = make("div", "attache-message", view.message);
      message.setAttribute("role", "alert");
      root.append(message);
    }
    const undo = button("Undo", "u", () => decide("undo"));
    if (!view.evidence) {
      root.append(make("p", "", "Nothing is left to look at."), undo);
      return;
    }
    root.append(make("div", "attache-where", `${view.table} · ${view.outlet} · ${view.published} · ${view.rule_id} · ${view.why}`));
    root.append(make("div", "attache-summary", view.summary), drawPassage(view), drawFields(view));
    const reason = make("input", "attache-reason");
    reason.placeholder = "reason (optional)";
    reason.setAttribute("aria-label", "Reason");
    const grades = make("div", "attache-grades");
    grades.append(choose("Source", SOURCES, view.source_grade), choose("Information", INFORMATION, view.information_grade), reason);
    const buttons = make("div", "attache-buttons");
    buttons.append(
      button("Accept", "a", () => decide("accept")),
      button("Reject", "r", () => decide("reject")),
      button("Edit", "e", openFields),
      button("Skip", "s", () => decide("skip")),
      undo,
    );
    root.append(grades, buttons);
  }

  root.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing) {
      if (event.key === "Enter") decide("accept");
      else if (event.key === "Escape") root.focus();
      else return;
    } else if (event.key === "e") openFields();
    else if (event.key in KEYS) decide(KEYS[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  model.on("change:view", () => {
    draw();
    root.focus();
  });
  draw();
}

export default { render };
