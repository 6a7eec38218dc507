/* ---- whole lists: structure, tasks, topics, authority, processes, problems ---- */
const MANY = 80;
const seats = Object.entries(D.positions).filter(([, p]) => !p.members.length).map(([id]) => id);
const desks = Object.keys(D.positions).filter(id => D.positions[id].members.length);
const many = () => seats.length > MANY;
const inside = Object.create(null), divisions = Object.create(null);
for (const id of seats) for (const d of D.positions[id].departments.length ? D.positions[id].departments : [""]) (inside[d] ||= []).push(id);
for (const [id, d] of Object.entries(D.departments)) (divisions[d.within] ||= []).push(id);
const total = id => (inside[id] || []).length + (divisions[id] || []).reduce((s, d) => s + total(d), 0);
const counted = n => `${n}${w("count")}`;

/* The positions of a department as a tree; in a large organization branches are folded. */
function tree(ids) {
  const here = new Set(ids);
  const row = id => {
    const up = D.positions[id].up, a = link("position", id, el("span", {}, label("position", id)));
    if (up && !here.has(up)) a.append(el("span", {class: "up"}, "↑ " + name(up)));
    return a;
  };
  const branch = (list, depth) => el("ul", {}, list.map(id => {
    const under = (below[id] || []).filter(x => here.has(x));
    if (!under.length) return el("li", {}, row(id));
    const inner = branch(under, depth + 1);
    return el("li", {}, row(id), many() && depth ? el("details", {}, el("summary", {}, `${name(id)}: ${counted(under.length)}`), inner) : inner);
  }));
  return branch(ids.filter(id => !here.has(D.positions[id].up)), 0);
}
function card(id, opened) {
  const own = inside[id] || [], parts = (divisions[id] || []).filter(total);
  const heading = el("h3", {}, id ? to("department", id) : w("nodepartment"), el("small", {}, String(total(id))));
  const deeper = opened || !many() ? parts.map(d => card(d, false)) : parts.length ? el("ul", {}, parts.map(d => el("li", {}, to("department", d), " ", el("small", {}, counted(total(d)))))) : null;
  return el("section", {class: "card"}, heading, own.length ? tree(own) : null, deeper);
}
const chart = (ids, opened) => el("div", {class: "chart"}, ids.filter(total).map(id => card(id, opened)));
function home() {
  const tops = divisions[""] || [], one = tops.length === 1 && !inside[""];
  return [title(w("everybody")), desks.length ? section("desks", w("desks"), el("ul", {class: "list"}, desks.map(id => el("li", {}, who(id), el("span", {}, D.positions[id].members.map(name).join(sep())))))) : null,
    chart(inside[""] ? [...tops, ""] : tops, one), el("p", {class: "keys"}, el("kbd", {}, "/"), w("keys"))];
}

function tasks() {
  const areas = new Map();
  for (const [id, k] of Object.entries(D.tasks)) {
    const area = t(k.area) || "—";
    if (!areas.has(area)) areas.set(area, []);
    areas.get(area).push(el("li", {}, to("task", id), k.owners.length ? el("span", {class: k.status === "contested" ? "tag bad" : ""}, joined(k.owners.map(name))) : tag(k.status)));
  }
  return [title(w("tasks")), ...[...areas].map(([area, list]) => section("", area, el("ul", {class: "list"}, list)))];
}

function topics() {
  const own = new Set(Object.values(D.positions).flatMap(p => p.ladders.map(l => l.topic)));
  const path = (id, k) => k.ladder.map(s => t(s.name)).join(" → ") || w(own.has(id) ? "each" : "line");
  const list = Object.entries(D.topics).sort(([, a], [, b]) => Number(!a.ladder.length) - Number(!b.ladder.length)).map(([id, k]) => [id, path(id, k)]);
  return [title(w("topics")), el("ul", {class: "list"}, list.map(([id, path]) => el("li", {}, to("topic", id), el("span", {}, path))))];
}

function decider(s) {
  return el("li", {}, s.who ? who(s.who) : t(s.name), el("strong", {}, t(s.limit) || (s.any ? w("anyamount") : "")), t(s.note) ? el("small", {}, t(s.note)) : null);
}
function grant(m, level) {
  return el("div", {class: "topic"}, el(level, {}, m.topic ? to("topic", m.topic) : m.task ? to("task", m.task) : t(m.name), t(m.scope) ? ` · ${t(m.scope)}` : ""),
    m.steps.length ? el("ol", {class: "ladder grants"}, m.steps.map(decider)) : null, m.beside.length ? el("ul", {class: "ladder grants apart"}, m.beside.map(decider)) : null,
    m.absent.length ? el("small", {class: "other"}, `${w("absent")}: ${m.absent.map(t).join(sep())}`) : null, where([...m.steps, ...m.beside].map(s => [s.who ? name(s.who) : t(s.name), s.at, s.src])));
}
const authority = () => [title(w("granting")), D.authority.length ? el("div", {}, D.authority.map(m => grant(m, "h3"))) : lead(w("noauthority"))];

function processes() {
  const made = Object.entries(D.processes).map(([id, p]) => el("li", {class: "card"}, el("strong", {}, to("process", id)), el("div", {class: "other"}, `${p.steps.length} ${w("steps")}`),
    p.nobody ? el("span", {class: "tag bad"}, `${p.nobody} ${w("unowned")}`) : null, p.missing ? el("span", {class: "tag bad"}, `${p.missing} ${w("missing")}`) : null));
  return [title(w("processes")), made.length ? el("ul", {class: "cards"}, made) : lead(w("noprocesses"))];
}

const looked = () => `${w("looked")}${lang ? ": " : "："}${[["positions", seats.length], ["tasks", Object.keys(D.tasks).length], ["processes", Object.keys(D.processes).length]].map(([key, n]) => `${w(key)} ${n}`).join(sep())}`;
function problems() {
  const about = id => { const kind = ["task", "position", "process", "topic", "department"].find(k => entry(k, id)); return kind ? to(kind, id) : el("code", {}, id); };
  const parts = ["overlap", "gap"].map(sort => {
    const list = D.problems.filter(p => p.sort === sort);
    return list.length ? section(sort, `${w(sort)} ${list.length}`, el("ul", {class: "told"}, list.map(p => el("li", {}, about(p.subject), el("div", {}, named(t(p.text))), where([["", p.at, []]]))))) : null;
  });
  return [title(w("problems")), ...(D.problems.length ? parts : [lead(w("none")), lead(looked())])];
}
