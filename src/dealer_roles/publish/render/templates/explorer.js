"use strict";
const D = JSON.parse(document.getElementById("data").textContent);
const SVG = "http://www.w3.org/2000/svg";
const WORDS = {
  positions: ["岗位", "Positions"], tasks: ["任务", "Tasks"], topics: ["事项", "Topics"], processes: ["流程", "Processes"], problems: ["问题", "Problems"],
  position: ["岗位", "Position"], task: ["任务", "Task"], topic: ["事项", "Topic"], process: ["流程", "Process"], post: ["合并岗位", "Combined desk"],
  search: ["搜索岗位、任务、事项：中文、英文或拼音首字母", "Search positions, tasks, topics: Chinese, English, pinyin initials"],
  nothing: ["没有找到", "Nothing found"], skip: ["跳到正文", "Skip to content"], dark: ["深色", "Dark"], light: ["浅色", "Light"], other: ["English", "中文"],
  department: ["部门", "Department"], up: ["直接上级", "Reports to"], reports: ["直接下级", "Direct reports"], deputy: ["职务代理人", "Deputy"], members: ["包含岗位", "Combines"], desk: ["所属合并岗位", "Part of the desk"],
  duties: ["岗位职责", "Duties"], share: ["责任", "Share"], limits: ["条件、频次、时限与权限", "Condition, how often, limits"], where: ["出处", "Where it stands"], noduties: ["没有写明职责", "No duties are stated"],
  handoffs: ["交接", "Hand-offs"], nohandoffs: ["没有写明交接", "No hand-offs are stated"], unnamed: ["未指明", "not named"], approval: ["须批准", "needs approval"],
  ladder: ["异常上报：找谁", "Who is called"], general: ["一般事项", "General matters"], noladder: ["此处没有写明上级", "Nobody is named above"], again: ["以下同上", "then as above"],
  owner: ["负责岗位", "Owner"], nobody: ["无人负责", "Nobody"], declared: ["明示不设", "Nobody, on purpose"], owned: ["已明确", "owned"], contested: ["有争议", "contested"], unowned: ["无人负责", "unowned"],
  shares: ["全部责任", "All shares"], scope: ["范围", "Scope"], who: ["岗位", "Holder"], whole: ["属于", "Part of"], parts: ["包含", "Parts"], ups: ["出了问题找谁", "Called when it goes wrong"],
  overlap: ["重叠", "Overlap"], gap: ["缺口", "Gap"], inprocess: ["所在流程", "In the processes"], missing: ["缺少交接", "hand-offs missing"], steps: ["步", "steps"], none: ["没有发现问题", "No problems found"], by: ["从各岗位看", "Seen from each position"],
  noprocesses: ["没有写明流程", "No processes are stated"], about: ["对象", "About"], area: ["业务", "Area"],
  rule: ["规定的升级阶梯", "The ladder laid down"], norule: ["没有单独的阶梯：逐级找直接上级。", "No ladder of its own: the reporting line is the ladder."],
  keys: [" 搜索　↑ ↓ 选择　Enter 打开　Esc 返回", " search   ↑ ↓ choose   Enter open   Esc back"], unknown: ["没有这个条目", "There is no such entry"],
  accountable: ["负责", "accountable"], responsible: ["执行", "responsible"], approver: ["审批", "approves"], supporting: ["协助", "supports"], consulted: ["会签", "consulted"], informed: ["知会", "informed"],
};
let lang = D.lang === "en" ? 1 : 0;

/* ---- small helpers ---- */
const w = key => WORDS[key][lang];
const t = pair => (pair && (pair[lang] || pair[1 - lang])) || "";
const sep = () => lang ? ", " : "、";
const has = (o, k) => Object.prototype.hasOwnProperty.call(o, k);
function el(tag, attrs, ...children) {
  const node = document.createElement(tag);
  for (const [k, v] of Object.entries(attrs || {})) if (v !== "" && v != null) node.setAttribute(k, v);
  node.append(...children.filter(c => c != null && c !== ""));
  return node;
}
function sv(tag, attrs, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [k, v] of Object.entries(attrs)) node.setAttribute(k, v);
  node.append(...children);
  return node;
}
const link = (kind, id, text) => el("a", {href: `#${kind}/${encodeURIComponent(id)}`}, text);
const entry = (kind, id) => { const all = {position: D.positions, task: D.tasks, topic: D.topics, process: D.processes}[kind]; return all && has(all, id) ? all[id] : null; };
const name = id => has(D.positions, id) ? t(D.positions[id].name) : has(D.parties, id) ? t(D.parties[id]) : id;
const who = id => has(D.positions, id) ? link("position", id, name(id)) : el("span", {}, name(id));
const taskLink = id => has(D.tasks, id) ? link("task", id, t(D.tasks[id].name)) : el("span", {}, id);
const tag = key => el("span", {class: `tag ${key}`}, w(key));
function at(place, src) {
  const line = (place || "").replace(/:\d+$/, "");
  return el("span", {class: "at", title: place}, [(src || []).join(" "), line].filter(Boolean).join(" · "));
}
const named = text => text.replace(/(?<![(\w-])[a-z][a-z0-9-]*/g, id => { const e = entry("position", id) || (id.includes("-") ? entry("task", id) || entry("topic", id) : null); return e ? t(e.name) : id; });
function joined(nodes) { const out = []; nodes.forEach((n, i) => { if (i) out.push(sep()); out.push(n); }); return out; }
const fact = (label, ...nodes) => el("span", {}, el("b", {}, label), ...nodes);
const members = id => { const p = D.positions[id]; return p ? [id, ...p.members, ...(p.post ? [p.post] : [])] : [id]; };

/* ---- pages ---- */
function head(kind, pair, id) {
  return [el("div", {class: "kind"}, w(kind)), el("h2", {}, t(pair), " ", el("span", {class: "other"}, pair[1 - lang] !== t(pair) ? pair[1 - lang] : "")), el("code", {}, id)];
}
const section = (title, ...nodes) => el("section", {}, el("h3", {}, title), ...nodes);
function table(heads, rows) {
  return el("div", {class: "scroll"}, el("table", {}, el("thead", {}, el("tr", {}, ...heads.map(h => el("th", {scope: "col"}, h)))), el("tbody", {}, ...rows.map(r => el("tr", {}, ...r.map(c => c instanceof Element && c.tagName === "TD" ? c : el("td", {}, ...[c].flat())))))));
}
function alarms(list) {
  return list.map(p => el("div", {class: "alarm" + (p.note ? " note" : ""), role: "note"}, el("strong", {}, w(p.sort)), "　", named(t(p.text)), el("br"), at(p.at)));
}

function home() {
  const chart = el("div", {class: "chart"});
  const all = Object.entries(D.positions).filter(([, p]) => !p.members.length);
  for (const dep of D.departments) {
    const inside = all.filter(([, p]) => p.department === dep.id).map(([id]) => id);
    if (!inside.length) continue;
    const below = boss => inside.filter(id => D.positions[id].up === boss);
    const branch = ids => el("ul", {}, ...ids.map(id => {
      const p = D.positions[id], link_ = link("position", id, el("span", {}, t(p.name)));
      if (p.up && !inside.includes(p.up)) link_.append(el("span", {class: "up"}, "↑ " + name(p.up)));
      const under = below(id);
      return el("li", {}, link_, under.length ? branch(under) : null);
    }));
    const tops = inside.filter(id => !inside.includes(D.positions[id].up));
    chart.append(el("section", {class: "card"}, el("h3", {}, t(dep.name), el("small", {}, String(inside.length))), branch(tops)));
  }
  return [chart, el("p", {class: "keys"}, el("kbd", {}, "/"), w("keys"))];
}

function tasks() {
  const areas = new Map();
  for (const [id, task] of Object.entries(D.tasks)) {
    const area = t(task.area) || "—";
    if (!areas.has(area)) areas.set(area, []);
    areas.get(area).push([id, task]);
  }
  return [...areas].map(([area, list]) => section(area, el("ul", {class: "list"}, ...list.map(([id, task]) => el("li", {}, taskLink(id),
    task.owners.length ? el("span", {class: task.status === "contested" ? "tag bad" : ""}, ...joined(task.owners.map(name))) : tag(task.status))))));
}

function ladder(steps) {
  return el("ol", {class: "ladder"}, ...steps.map(s => el("li", {class: s.alert ? "alert" : ""}, s.alert ? "⚑ " : "", s.who ? who(s.who) : t(s.name),
    el("small", {}, [s.within, s.limit, s.remarks].filter(Boolean).map(t).filter(Boolean).join(lang ? ", " : "，") || named(t(s.why))), at(s.at))));
}
function climb(l) {
  const ways = l.branches.map(b => el("div", {}, t(b.cases) ? el("small", {class: "other"}, t(b.cases)) : null, ladder(b.steps.map(n => l.steps[n - 1])),
    b.again ? el("small", {class: "other"}, w("again")) : null));
  return el("div", {}, ...ways, t(l.told) ? el("small", {class: "other"}, t(l.told)) : null);
}
function ladders(list) {
  const shown = list.filter(l => l.steps.length).sort((a, b) => Number(!a.topic) - Number(!b.topic));
  if (!shown.length) return [el("p", {class: "lead"}, w("noladder"))];
  return shown.map(l => el("div", {class: "topic"}, el("h4", {}, l.topic ? link("topic", l.topic, t(D.topics[l.topic].name)) : w("general")), climb(l), t(l.ends) ? el("small", {class: "other"}, t(l.ends)) : null));
}

function position(id, p) {
  const facts = el("div", {class: "facts"});
  const dep = D.departments.find(d => d.id === p.department);
  if (dep) facts.append(fact(w("department"), t(dep.name)));
  if (p.up) facts.append(fact(w("up"), who(p.up)));
  const under = Object.keys(D.positions).filter(o => D.positions[o].up === id);
  if (under.length) facts.append(fact(w("reports"), ...joined(under.map(who))));
  if (p.deputy) facts.append(fact(w("deputy"), who(p.deputy)));
  if (p.post) facts.append(fact(w("desk"), who(p.post)));
  if (p.members.length) facts.append(fact(w("members"), ...joined(p.members.map(who))));
  const rows = p.duties.map(d => [
    el("td", {class: "text"}, taskLink(d.task), t(d.text) && t(d.text) !== t((D.tasks[d.task] || {}).name) ? el("div", {}, t(d.text)) : null),
    tag(d.share),
    [t(d.scope), t(d.when), t(d.cadence).replace(/\n/g, sep()), t(d.within), t(d.limit)].filter(Boolean).join(lang ? "; " : "；"),
    at(d.at, d.src)]);
  const own = new Set(members(id));
  const out = D.handoffs.filter(h => own.has(h.from)), in_ = D.handoffs.filter(h => h.to.some(x => own.has(x)) && !own.has(h.from));
  return [...head(p.members.length ? "post" : "position", p.name, id), facts, t(p.purpose) ? el("p", {class: "lead"}, t(p.purpose)) : null,
    ...alarms(D.problems.filter(x => x.subject === id)),
    section(w("handoffs"), out.length + in_.length ? handoffPicture(id, in_, out) : el("p", {class: "lead"}, w("nohandoffs"))),
    section(w("ladder"), ...ladders(p.ladders)),
    section(w("duties"), rows.length ? table([w("task"), w("share"), w("limits"), w("where")], rows) : el("p", {class: "lead"}, w("noduties")))];
}

function task(id, k) {
  const owners = k.owners.length ? joined(k.owners.map(who)) : [w(k.status === "declared" ? "declared" : "nobody")];
  const facts = el("div", {class: "facts"});
  if (t(k.area)) facts.append(fact(w("area"), t(k.area)));
  if (k.whole) facts.append(fact(w("whole"), taskLink(k.whole)));
  if (k.parts.length) facts.append(fact(w("parts"), ...joined(k.parts.map(taskLink))));
  const inside = Object.entries(D.processes).filter(([, p]) => p.tasks.includes(id));
  if (inside.length) facts.append(fact(w("inprocess"), ...joined(inside.map(([p, x]) => link("process", p, t(x.name))))));
  const answer = el("div", {class: `card answer ${k.status}`, id: "answer"}, el("div", {class: "kind"}, w("owner"), " ", tag(k.status)), el("div", {class: "who"}, ...owners), el("p", {}, named(t(k.why))),
    ...k.evidence.map(e => el("p", {}, e.who ? who(e.who) : "", " ", e.share ? tag(e.share) : "", " ", at(e.at, e.src))));
  const given = D.handoffs.filter(h => h.task === id || h.then === id);
  const ups = k.owners.filter(o => has(D.positions, o)).map(o => el("div", {}, k.owners.length > 1 ? el("h4", {}, name(o)) : null, ...ladders(D.positions[o].ladders)));
  return [...head("task", k.name, id), facts, t(k.about) ? el("p", {class: "lead"}, t(k.about)) : null, answer, ...alarms(k.problems),
    k.cells.length ? section(w("scope"), table([w("scope"), w("owner")], k.cells.map(c => [t(c.scope), c.owners.length ? joined(c.owners.map(who)) : tag("unowned")]))) : null,
    k.shares.length ? section(w("shares"), table([w("who"), w("share"), w("scope"), w("where")], k.shares.map(s => [who(s.who), tag(s.share), t(s.scope), at(s.at, s.src)]))) : null,
    given.length ? section(w("handoffs"), flowPicture(given)) : null,
    ups.length ? section(w("ups"), ...ups) : null];
}

function topic(id, k) {
  const rows = Object.entries(D.positions).flatMap(([p, x]) => x.ladders.filter(l => l.topic === id && l.steps.length).map(l => [who(p), climb(l)]));
  return [...head("topic", k.name, id), section(w("rule"), k.ladder.length ? ladder(k.ladder) : el("p", {class: "lead"}, w("norule"))),
    rows.length ? section(w("by"), table([w("who"), w("ladder")], rows)) : null];
}

const processes = () => [!Object.keys(D.processes).length ? el("p", {class: "lead"}, w("noprocesses")) : el("div", {class: "cards"}, ...Object.entries(D.processes).map(([id, p]) => el("div", {class: "card"}, el("strong", {}, link("process", id, t(p.name))), el("div", {class: "other"}, `${p.tasks.length} ${w("steps")}`),
  p.nobody ? el("span", {class: "tag bad"}, `${p.nobody} ${w("unowned")}`) : null, p.missing ? el("span", {class: "tag bad"}, `${p.missing} ${w("missing")}`) : null)))];
function topics() {
  const list = Object.entries(D.topics).map(([id, k]) => [id, k, k.ladder.map(s => t(s.name)).join(" → ")]);
  list.sort((a, b) => Number(!a[2]) - Number(!b[2]));
  return [el("ul", {class: "list"}, ...list.map(([id, k, path]) => el("li", {}, link("topic", id, t(k.name)), el("span", {}, path))))];
}
function process(id, p) {
  const made = new DOMParser().parseFromString(D.lanes[id][lang], "image/svg+xml").documentElement;
  return [...head("process", p.name, id), t(p.about) ? el("p", {class: "lead"}, t(p.about)) : null,
    ...alarms(D.problems.filter(x => x.subject === id)), el("h3", {}, ""), pictureBox(document.importNode(made, true), t(p.name))];
}
function problems() {
  if (!D.problems.length) return [el("p", {class: "lead"}, w("none"))];
  const about = p => has(D.tasks, p.subject) ? taskLink(p.subject) : has(D.positions, p.subject) ? who(p.subject) : has(D.processes, p.subject) ? link("process", p.subject, t(D.processes[p.subject].name)) : has(D.topics, p.subject) ? link("topic", p.subject, t(D.topics[p.subject].name)) : el("code", {}, p.subject);
  return ["overlap", "gap"].map(sort => { const list = D.problems.filter(p => p.sort === sort); return list.length ? section(`${w(sort)} ${list.length}`, table([w("about"), w(sort), w("where")], list.map(p => [about(p), named(t(p.text)), at(p.at)]))) : null; });
}

/* ---- pictures ---- */
const wide = c => /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud83c-\ud83e\ud840-\ud88f]/.test(c);
const measure = (text, size) => [...text].reduce((s, c) => s + (wide(c) ? 1 : /[A-ZmwMW@%&]/.test(c) ? .7 : .57), 0) * size;
function lines(text, size, most, count) {
  const out = []; let line = "";
  for (const word of text.replace(/\n/g, " ").match(/[\u0021-\u024f]{1,18}\s*|[\ud800-\udbff][\udc00-\udfff]|[^]/g) || []) {
    if (line && measure(line + word, size) > most) {
      out.push(line); line = "";
      if (out.length === count) { let last = [...out[count - 1]]; while (last.length && measure(last.join("") + "…", size) > most) last.pop(); out[count - 1] = last.join("") + "…"; return out; }
    }
    line += word;
  }
  return line ? [...out, line] : out;
}
function words(list, x, y, lead, cls, anchor) {
  return sv("text", {class: cls, "text-anchor": anchor || "start"}, ...list.map((l, i) => { const s = sv("tspan", {x, y: y + i * lead}); s.textContent = l; return s; }));
}
function box(id, label, x, y, width, cls) {
  const node = sv("g", has(D.positions, id) ? {"data-ref": `position/${id}`} : {}), title = sv("title", {}), list = lines(label, 13, width - 14, 2);
  title.textContent = label;
  node.append(title, sv("rect", {class: `box ${cls}`, x, y, width, height: 36, rx: 6}), words(list, x + width / 2, y + (list.length > 1 ? 15 : 23), 15, "name", "middle"));
  return node;
}
const kindOf = id => has(D.positions, id) ? "" : "party";
function note(h) { return t(h.what) + [t(h.within), t(h.when), h.approval ? w("approval") : ""].filter(Boolean).map(x => ` · ${x}`).join(""); }
function receivers(h) { return h.to.length ? h.to.map(x => [x, name(x)]) : [["", t(h.named) || w("unnamed")]]; }
function arrow(x1, x2, y, text) {
  const list = lines(text, 11, x2 - x1 - 30, 3), title = sv("title", {}), y0 = y - 6 - (list.length - 1) * 14;
  title.textContent = text;
  return sv("g", {}, title, words(list, (x1 + x2) / 2 - 4, y0, 14, "small", "middle"), sv("path", {class: "way", d: `M${x1} ${y}H${x2 - 8}`}), sv("path", {class: "tip", d: `M${x2} ${y}l-9 -4v8z`}));
}
function handoffPicture(id, in_, out) {
  const side = 172, way = 225, step = 66, self = 150, x = [0, side, side + way, side + way + self, side + 2 * way + self];
  const ins = in_.map(h => [h.from, name(h.from), note(h)]);
  const own = new Set(members(id));
  const outs = out.flatMap(h => receivers(h).filter(([r]) => !own.has(r)).map(([r, n]) => [r, n, note(h)]));
  const rows = Math.max(ins.length, outs.length, 1), high = rows * step + 8, svg = sv("svg", {width: x[4] + side, height: high, viewBox: `0 0 ${x[4] + side} ${high}`, role: "group"});
  const place = (list, i) => high / 2 + (i - (list.length - 1) / 2) * step + 12;
  const tall = Math.max(44, (Math.max(ins.length, outs.length) - 1) * step + 44), top = Math.min(place(Array(rows), 0) - 22, high - tall - 2);
  svg.append(sv("rect", {class: "box self", x: x[2], y: top, width: self, height: Math.min(tall, high - top - 2), rx: 8}), words(lines(name(id), 13, self - 16, 2), x[2] + self / 2, top + Math.min(tall, high - top - 2) / 2 + 2, 18, "head", "middle"));
  ins.forEach(([who_, label, text], i) => { const y = place(ins, i); svg.append(arrow(x[1], x[2], y, text), box(who_, label, x[0], y - 18, side, kindOf(who_))); });
  outs.forEach(([who_, label, text], i) => { const y = place(outs, i); svg.append(arrow(x[3], x[4], y, text), box(who_, label, x[4], y - 18, side, kindOf(who_))); });
  return pictureBox(svg, `${w("handoffs")}: ${name(id)}`);
}
function flowPicture(list) {
  const side = 170, way = 330, step = 66, rows = list.flatMap(h => receivers(h).map(r => [h, r])), high = rows.length * step + 4;
  const svg = sv("svg", {width: 2 * side + way, height: high, viewBox: `0 0 ${2 * side + way} ${high}`, role: "group"});
  rows.forEach(([h, [r, label]], i) => { const y = i * step + 46; svg.append(arrow(side, side + way, y, note(h)), box(h.from, name(h.from), 0, y - 18, side, kindOf(h.from)), box(r, label, side + way, y - 18, side, kindOf(r))); });
  return pictureBox(svg, w("handoffs"));
}
function pictureBox(svg, label) {
  svg.setAttribute("aria-label", label);
  for (const node of svg.querySelectorAll("[data-ref]")) {
    node.setAttribute("tabindex", "0"); node.setAttribute("role", "link");
    const go = () => { location.hash = "#" + node.getAttribute("data-ref"); };
    node.addEventListener("click", go);
    node.addEventListener("keydown", e => { if (e.key === "Enter") { e.stopPropagation(); go(); } });
  }
  return el("div", {class: "picture"}, svg);
}

/* ---- search ---- */
const q = document.getElementById("q"), hits = document.getElementById("hits"), fold = s => s.toLowerCase().replace(/[\s-]+/g, "");
const find = D.find.map(([kind, id, py]) => ({kind, id, py, zh: fold(entry(kind, id).name[0]), en: fold(entry(kind, id).name[1]), key: fold(id)}));
const rank = {position: 0, task: 1, topic: 2, process: 3};
let shown = [], chosen = 0;
function score(f, s) {
  if (f.zh === s || f.en === s || f.key === s || f.py === s) return 0;
  if (f.zh.startsWith(s) || f.en.startsWith(s) || f.py.startsWith(s)) return 1;
  if (f.zh.includes(s) || f.en.includes(s) || f.key.includes(s)) return 2;
  if (s.length > 1 && f.py.includes(s)) return 3;
  return s.length > 1 && /^[\u3400-\u9fff]+$/.test(s) && scattered(f.zh, s) ? 5 : 9;
}
/* 开发票 finds 开具发票 */
function scattered(text, s) { let from = 0; return [...s].every(c => (from = text.indexOf(c, from) + 1) > 0); }
function search() {
  const parts = q.value.trim().split(/\s+/).filter(Boolean).map(fold), s = parts.join("");
  shown = !s ? [] : find.map(f => [Math.min(score(f, s), parts.length > 1 && parts.every(p => score(f, p) < 9) ? 4 : 9), f]).filter(x => x[0] < 9)
    .sort((a, b) => a[0] - b[0] || rank[a[1].kind] - rank[b[1].kind] || a[1].zh.length - b[1].zh.length).slice(0, 40).map(x => x[1]);
  chosen = 0;
  hits.replaceChildren(...shown.map((f, i) => {
    const e = entry(f.kind, f.id), li = el("li", {role: "option", id: `hit-${i}`, "data-ref": `${f.kind}/${f.id}`}, el("span", {class: "kind"}, w(f.kind)), el("span", {}, t(e.name)), el("span", {class: "other"}, e.name[1 - lang]));
    li.addEventListener("mousedown", ev => ev.preventDefault());
    li.addEventListener("click", () => open_(f));
    return li;
  }));
  if (s && !shown.length) hits.append(el("li", {class: "none"}, w("nothing")));
  hits.hidden = !s;
  q.setAttribute("aria-expanded", String(!hits.hidden));
  mark();
}
function mark() {
  [...hits.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === chosen && shown.length > 0)));
  if (shown.length && !hits.hidden) { q.setAttribute("aria-activedescendant", `hit-${chosen}`); hits.children[chosen].scrollIntoView({block: "nearest"}); } else q.removeAttribute("aria-activedescendant");
}
function close_() { hits.hidden = true; q.setAttribute("aria-expanded", "false"); q.removeAttribute("aria-activedescendant"); }
function open_(f) { q.value = ""; search(); close_(); location.hash = `#${f.kind}/${encodeURIComponent(f.id)}`; document.getElementById("main").focus(); }
q.addEventListener("input", search);
q.addEventListener("focus", () => { if (q.value) search(); });
q.addEventListener("blur", close_);
q.addEventListener("keydown", e => {
  if (e.key === "ArrowDown" || e.key === "ArrowUp") { e.preventDefault(); if (shown.length) { chosen = (chosen + (e.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length; mark(); } }
  else if (e.key === "Enter" && shown[chosen]) { e.preventDefault(); open_(shown[chosen]); }
  else if (e.key === "Escape") { e.stopPropagation(); e.preventDefault(); if (q.value) { q.value = ""; search(); close_(); } else q.blur(); }
});
document.addEventListener("keydown", e => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  if (e.ctrlKey || e.metaKey || e.altKey || typing) return;
  if (e.key === "/") { e.preventDefault(); q.focus(); q.select(); }
  else if (e.key === "Escape" && location.hash && location.hash !== "#home") { if (history.length > 1) history.back(); else location.hash = "#home"; }
  else if (e.key === "ArrowDown" || e.key === "ArrowUp") {
    const all = [...document.querySelectorAll("main a, main [data-ref]")], now = all.indexOf(document.activeElement);
    if (now < 0) return;
    e.preventDefault();
    all[(now + (e.key === "ArrowDown" ? 1 : all.length - 1)) % all.length].focus();
  }
});

/* ---- the frame ---- */
const PAGES = {home, tasks, topics, processes, problems}, ONE = {position, task, topic, process};
function render(moved) {
  const [kind, raw] = location.hash.slice(1).split("/");
  let id = raw || "";
  try { id = decodeURIComponent(id); } catch { /* a broken link is an unknown id */ }
  const item = has(ONE, kind) ? entry(kind, id) : null;
  const parts = item ? ONE[kind](id, item) : has(ONE, kind) ? [el("h2", {}, w("unknown")), el("code", {}, id)] : (has(PAGES, kind) ? PAGES[kind] : home)();
  const main = document.getElementById("main");
  main.replaceChildren(...parts.filter(Boolean));
  document.documentElement.lang = lang ? "en" : "zh";
  document.title = item ? `${t(item.name)} · ${t(D.name)}` : t(D.name);
  document.getElementById("org").textContent = t(D.name);
  document.getElementById("skip").textContent = w("skip");
  q.placeholder = w("search"); q.setAttribute("aria-label", w("search"));
  const tab = {position: "home", task: "tasks", topic: "topics", process: "processes"}[kind] || (has(PAGES, kind) ? kind : "home");
  document.getElementById("tabs").replaceChildren(...Object.keys(PAGES).filter(k => k !== "processes" || Object.keys(D.processes).length).map(k => el("a", {href: `#${k}`, "aria-current": k === tab ? "page" : ""}, w(k === "home" ? "positions" : k), k === "problems" && D.problems.length ? ` ${D.problems.length}` : "")));
  document.getElementById("lang").textContent = w("other");
  document.getElementById("theme").textContent = w(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  main.dataset.page = location.hash;
  if (moved) { scrollTo(0, 0); main.focus({preventScroll: true}); }
}
document.getElementById("lang").addEventListener("click", () => { lang = 1 - lang; render(false); });
document.getElementById("theme").addEventListener("click", () => { const r = document.documentElement; r.dataset.theme = r.dataset.theme === "dark" ? "light" : "dark"; render(false); });
document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
addEventListener("hashchange", () => render(true));
render(false);
