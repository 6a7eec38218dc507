/* ---- search: names, other names, former ids, English, pinyin initials ---- */
const q = document.getElementById("q"), hits = document.getElementById("hits");
const fold = s => s.toLowerCase().replace(/[\s-]+/g, "");
const find = D.find.map(([kind, id, py, words]) => ({
  kind, id, py, zh: fold(entry(kind, id).name[0]), en: fold(entry(kind, id).name[1]), key: fold(id), words: words.map(x => [fold(x), x]),
}));
const RANK = {position: 0, task: 1, topic: 2, form: 3, process: 4, department: 5};
const MOST_HITS = 40;
let shown = [], chosen = 0;
/* 开发票 finds 开具发票 */
function scattered(text, s) { let from = 0; return [...s].every(c => (from = text.indexOf(c, from) + 1) > 0); }
const letters = s => s.length > 1;
function score(f, s) {
  if (f.zh === s || f.en === s || f.key === s || f.py === s) return 0;
  if (f.words.some(([x]) => x === s)) return 1;
  if (f.zh.startsWith(s) || f.en.startsWith(s) || f.py.startsWith(s)) return 2;
  if (f.zh.includes(s) || f.en.includes(s) || f.key.includes(s)) return 3;
  if (letters(s) && (f.words.some(([x]) => x.includes(s)) || f.py.includes(s))) return 4;
  return letters(s) && /^[\u3400-\u9fff]+$/.test(s) && scattered(f.zh, s) ? 6 : 9;
}
function found(parts) {
  const s = parts.join("");
  const best = f => Math.min(score(f, s), parts.length > 1 && parts.every(p => score(f, p) < 9) ? 5 : 9);
  return find.map(f => [best(f), f]).filter(x => x[0] < 9)
    .sort((a, b) => a[0] - b[0] || RANK[a[1].kind] - RANK[b[1].kind] || a[1].zh.length - b[1].zh.length).slice(0, MOST_HITS).map(x => x[1]);
}
function hit(f, i, s) {
  const e = entry(f.kind, f.id), said = f.words.find(([x]) => s && x.includes(s));
  const second = said && !f.zh.includes(s) && !f.en.includes(s) ? `${w("also")} ${said[1]}` : e.name[1 - lang];
  const li = el("li", {role: "option", id: `hit-${i}`, "data-ref": `${f.kind}/${f.id}`}, el("span", {class: "kind"}, w(f.kind)), el("span", {}, t(e.name)), el("span", {class: "other"}, second));
  li.addEventListener("mousedown", ev => ev.preventDefault());
  li.addEventListener("click", () => open_(f));
  return li;
}
function search() {
  const parts = q.value.trim().split(/\s+/).filter(Boolean).map(fold), s = parts.join("");
  shown = s ? found(parts) : [];
  chosen = 0;
  hits.replaceChildren(...shown.map((f, i) => hit(f, i, s)));
  if (s && !shown.length) hits.append(el("li", {class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false"}, w("nothing")));
  hits.hidden = !s;
  q.setAttribute("aria-expanded", String(!hits.hidden));
  mark();
}
function mark() {
  if (shown.length) [...hits.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === chosen)));
  if (shown.length && !hits.hidden) {
    q.setAttribute("aria-activedescendant", `hit-${chosen}`);
    hits.children[chosen].scrollIntoView({block: "nearest"});
  } else q.removeAttribute("aria-activedescendant");
}
function close_() { hits.hidden = true; q.setAttribute("aria-expanded", "false"); q.removeAttribute("aria-activedescendant"); }
function open_(f) {
  q.value = "";
  search();
  close_();
  location.hash = address(f.kind, f.id);
  document.getElementById("main").focus();
}
q.addEventListener("input", search);
q.addEventListener("focus", () => { if (q.value) search(); });
q.addEventListener("blur", close_);
q.addEventListener("keydown", e => {
  const step = {ArrowDown: 1, ArrowUp: shown.length - 1}[e.key];
  if (step !== undefined) {
    e.preventDefault();
    if (shown.length) { chosen = (chosen + step) % shown.length; mark(); }
  } else if (e.key === "Enter" && shown[chosen]) {
    e.preventDefault();
    open_(shown[chosen]);
  } else if (e.key === "Escape") {
    e.stopPropagation();
    e.preventDefault();
    if (q.value) { q.value = ""; search(); close_(); } else q.blur();
  }
});
