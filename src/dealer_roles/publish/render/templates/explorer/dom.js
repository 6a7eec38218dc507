/* ---- what is kept, and small helpers ---- */
const D = JSON.parse(document.getElementById("data").textContent);
/* A browser may refuse to keep anything for a page from a disk; then nothing is kept. */
const keep = {
  get(key) { try { return localStorage.getItem(`dealer-roles.${key}`); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(`dealer-roles.${key}`, value); } catch { /* not kept */ } },
};
let lang = (keep.get("lang") || D.lang) === "zh" ? 0 : 1;
const w = key => WORDS[key][lang];
const t = pair => (pair && (pair[lang] || pair[1 - lang])) || "";
const sep = () => lang ? ", " : "、";
const pause = () => lang ? ", " : "，";
const has = (o, k) => Object.prototype.hasOwnProperty.call(o, k);
const ENTRIES = {position: D.positions, task: D.tasks, topic: D.topics, process: D.processes, department: D.departments, form: D.forms};
const entry = (kind, id) => has(ENTRIES, kind) && has(ENTRIES[kind], id) ? ENTRIES[kind][id] : null;

function el(tag, attrs, ...children) {
  const node = document.createElement(tag);
  for (const [k, v] of Object.entries(attrs || {})) if (v !== "" && v != null) node.setAttribute(k, v);
  node.append(...children.flat().filter(c => c != null && c !== ""));
  return node;
}
function joined(nodes) {
  const out = [];
  nodes.forEach((n, i) => { if (i) out.push(sep()); out.push(n); });
  return out;
}
const address = (kind, id, part) => `#${kind}/${encodeURIComponent(id)}${part ? `/${part}` : ""}`;
const link = (kind, id, text) => el("a", {href: address(kind, id)}, text);
const label = (kind, id) => { const e = entry(kind, id); return e ? t(e.name) : id; };
const to = (kind, id) => entry(kind, id) ? link(kind, id, label(kind, id)) : el("span", {}, id);
const name = id => has(D.positions, id) ? label("position", id) : has(D.parties, id) ? t(D.parties[id]) : id;
const who = id => has(D.positions, id) ? to("position", id) : el("span", {}, name(id));
const tag = key => el("span", {class: `tag ${key}`}, w(key));
/* Ids inside a sentence become names, and those behind a name go; in English one without a hyphen may be a plain word. */
const known = id => entry("position", id) || (!lang || id.includes("-") ? entry("task", id) || entry("topic", id) || (has(D.said, id) ? {name: D.said[id]} : null) : null);
const some = id => ["position", "task", "topic", "department", "process"].some(k => entry(k, id)) || has(D.parties, id);
const bare = text => text.replace(/「([^」]*)」\([a-z][a-z0-9-]*\)/g, "$1").replace(/ \(([a-z][a-z0-9-]*)\)/g, (all, id) => some(id) ? "" : all);
const named = text => bare(text).replace(/(?<![(\w-])[a-z][a-z0-9-]*/g, id => {
  const e = known(id);
  return e ? `\u2063${t(e.name)}\u2063` : id;
}).replace(/ ?\u2063 ?/g, (gap, at, all) =>  /* no space between a Chinese name and Chinese */
  gap.includes(" ") && /\w/.test((all[at - 1] || "") + (all[at + gap.length] || "")) ? " " : "");

/* ---- the parts of a page ---- */
function head(kind, pair, id, words) {
  const second = pair[1 - lang] !== t(pair) ? el("span", {class: "other", lang: lang ? "zh" : D.second}, pair[1 - lang]) : null;
  return [el("div", {class: "kind"}, kind), el("h2", {}, t(pair), second ? [" ", second] : []),
    el("div", {class: "facts"}, words && words.length ? fact("also", words.join(sep())) : null, el("code", {}, id))];
}
const title = text => el("h2", {}, text);
const lead = text => text ? el("p", {class: "lead"}, text) : null;
const fact = (key, ...nodes) => el("span", {}, el("b", {}, w(key)), ...nodes);
const facts = (...list) => el("div", {class: "facts"}, ...list);
function section(key, heading, ...nodes) {
  return el("section", {id: key}, el("h3", {}, heading), ...nodes);
}
/* Where things stand is folded away: [what, place, sources] each. */
function where(list) {
  const known = list.filter(([, place, src]) => place || (src || []).length);
  if (!known.length) return null;
  return el("details", {class: "where"}, el("summary", {}, `${w("where")} ${known.length}`), el("ul", {}, known.map(([what, place, src]) =>
    el("li", {}, what, " ", el("span", {class: "at"}, [(src || []).join(" "), (place || "").replace(/:\d+$/, "")].filter(Boolean).join(" · "))))));
}
/* A table that becomes a card a row on a phone; roles keep it a table for a screen reader. */
function table(caption, heads, rows) {
  const cells = row => row.map((c, i) => el("td", {role: "cell", "data-label": heads[i], class: c ? "" : "empty"}, c));
  return el("div", {class: "scroll", tabindex: "0", role: "group", "aria-label": caption}, el("table", {role: "table"},
    el("thead", {role: "rowgroup"}, el("tr", {role: "row"}, heads.map(h => el("th", {scope: "col", role: "columnheader"}, h)))),
    el("tbody", {role: "rowgroup"}, rows.map(r => el("tr", {role: "row"}, cells(r))))));
}
function alarms(list) {
  return list.map(p => el("div", {class: "alarm" + (p.note ? " note" : ""), role: "note"},
    el("strong", {}, w(p.sort)), "　", named(t(p.text)), where([["", p.at, []]])));
}
