/* ---- the frame: which page is shown, keys, language and theme ---- */
const PAGES = {home, tasks, topics, authority, processes, problems};
const ONE = {position, task, topic, process, department, form};
const TAB = {position: "home", department: "home", task: "tasks", topic: "topics", process: "processes", form: "tasks"};
const main = document.getElementById("main"), root = document.documentElement;
const shownTabs = () => Object.keys(PAGES).filter(k => k !== "processes" || Object.keys(D.processes).length);

function asked() {
  const [kind, raw, part] = location.hash.slice(1).split("/");
  let id = raw || "";
  try { id = decodeURIComponent(id); } catch { /* a broken link is an unknown id */ }
  return {kind, id, part, item: has(ONE, kind) ? entry(kind, id) : null};
}
function page({kind, id, item}) {
  if (item) return ONE[kind](id, item);
  return has(ONE, kind) ? [title(w("unknown")), el("code", {}, id)] : (has(PAGES, kind) ? PAGES[kind] : home)();
}
function render(moved) {
  const {kind, id, part, item} = asked();
  main.replaceChildren(...page({kind, id, item}).flat().filter(Boolean));
  root.lang = lang ? D.second : "zh";
  document.title = item ? `${t(item.name)} · ${t(D.name)}` : t(D.name);
  document.getElementById("org").textContent = t(D.name);
  document.getElementById("skip").textContent = w("skip");
  q.placeholder = w("search");
  q.setAttribute("aria-label", w("search"));
  hits.setAttribute("aria-label", w("hits"));
  const tab = TAB[kind] || (has(PAGES, kind) ? kind : "home"), tabs = document.getElementById("tabs");
  tabs.setAttribute("aria-label", w("tabs"));
  tabs.replaceChildren(...shownTabs().map(k => el("a", {href: `#${k}`, "aria-current": k === tab ? "page" : ""},
    w(k === "home" ? "positions" : k), k === "problems" && D.problems.length ? ` ${D.problems.length}` : "")));
  document.getElementById("lang").textContent = w("other");
  document.getElementById("lang").lang = lang ? "zh" : D.second;
  document.getElementById("theme").textContent = w(root.dataset.theme === "dark" ? "light" : "dark");
  main.dataset.page = location.hash;
  if (moved) arrive(part);
}
function arrive(part) {
  const target = part ? document.getElementById(part) : null;
  if (target) target.scrollIntoView(); else scrollTo(0, 0);
  (target || main).setAttribute("tabindex", "-1");
  (target || main).focus({preventScroll: true});
}
document.addEventListener("keydown", e => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  if (e.ctrlKey || e.metaKey || e.altKey || typing) return;
  if (e.key === "/") { e.preventDefault(); q.focus(); q.select(); }
  else if (e.key === "Escape" && location.hash && location.hash !== "#home") { if (history.length > 1) history.back(); else location.hash = "#home"; }
  else if (e.key === "ArrowDown" || e.key === "ArrowUp") {
    const all = [...document.querySelectorAll("main a, main summary, main [data-ref]")].filter(x => x.checkVisibility()), now = all.indexOf(document.activeElement);
    if (now < 0) return;
    e.preventDefault();
    all[(now + (e.key === "ArrowDown" ? 1 : all.length - 1)) % all.length].focus();
  }
});
document.getElementById("skip").addEventListener("click", e => { e.preventDefault(); main.focus(); main.scrollIntoView(); });
document.getElementById("lang").addEventListener("click", () => { lang = 1 - lang; keep.set("lang", lang ? "en" : "zh"); render(false); });
document.getElementById("theme").addEventListener("click", () => {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  keep.set("theme", root.dataset.theme);
  render(false);
});
const kept = keep.get("theme");
root.dataset.theme = kept === "dark" || kept === "light" ? kept : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
addEventListener("hashchange", () => render(true));
render(false);
if (asked().part) arrive(asked().part);
