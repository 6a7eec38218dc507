/* ---- ladders ---- */
function ladder(steps) {
  return el("ol", {class: "ladder"}, steps.map(s => el("li", {class: s.alert ? "alert" : ""}, s.alert ? "⚑ " : "", s.who ? who(s.who) : t(s.name),
    el("small", {}, [s.within, s.limit, s.remarks].filter(Boolean).map(t).filter(Boolean).join(pause()) || named(t(s.why))))));
}
function climb(l) {
  const ways = l.branches.map(b => el("div", {}, t(b.cases) ? el("small", {class: "other"}, t(b.cases)) : null,
    ladder(b.steps.map(n => l.steps[n - 1])), b.again ? el("small", {class: "other"}, w("again")) : null));
  return el("div", {}, ways, t(l.told) ? el("small", {class: "other"}, t(l.told)) : null);
}
const rungs = steps => steps.map(s => [s.who ? name(s.who) : t(s.name), s.at, []]);
function ladders(list) {
  const shown = list.filter(l => l.steps.length).sort((a, b) => Number(!a.topic) - Number(!b.topic));
  if (!shown.length) return [lead(w("noladder"))];
  return shown.map(l => el("div", {class: "topic"}, el("h4", {}, l.topic ? to("topic", l.topic) : w("general")), climb(l),
    t(l.ends) ? el("small", {class: "other"}, named(t(l.ends))) : null, where(rungs(l.steps))));
}

/* ---- hand-offs ---- */
const remarks = h => [t(h.within), t(h.when), h.approval ? w("approval") : ""].filter(Boolean).join(" · ");
const boxed = (id, text) => has(D.positions, id) ? el("a", {class: "box", href: address("position", id), "data-ref": `position/${id}`}, text) : el("span", {class: "box party"}, text);
const receivers = h => h.to.length ? h.to.map(x => [x, name(x)]) : [["", t(h.named) || w("unnamed")]];
function passed(h) {
  const what = h.form && has(D.forms, h.form) ? link("form", h.form, t(h.what)) : t(h.what);
  return el("span", {class: "what"}, what, remarks(h) ? el("small", {}, remarks(h)) : null);
}
const places = list => where(list.map(h => [t(h.what), h.at, h.src]));
/* What somebody receives and gives; the name stays in sight while the lists go by. */
function around(id, in_, out) {
  const own = new Set(members(id));
  const ins = in_.map(h => el("li", {}, boxed(h.from, name(h.from)), passed(h)));
  const outs = out.flatMap(h => receivers(h).filter(([r]) => !own.has(r)).map(([r, n]) => el("li", {}, passed(h), boxed(r, n))));
  const side = (key, list) => el("div", {class: key}, el("h4", {}, `${w(key)} ${list.length}`), el("ul", {}, list));
  return el("div", {class: "picture around"}, el("div", {class: "self"}, el("strong", {}, name(id))),
    ins.length ? side("receives", ins) : null, outs.length ? side("gives", outs) : null);
}
function flow(list) {
  return el("ul", {class: "picture flow"}, list.flatMap(h => receivers(h).map(([r, n]) => el("li", {}, boxed(h.from, name(h.from)), passed(h), boxed(r, n)))));
}

/* ---- pictures drawn elsewhere; on paper one too large to read gives way to the list above it ---- */
const PAPER = {width: 1300, height: 1800};
function drawn(text, caption) {
  const svg = document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
  svg.setAttribute("aria-label", caption);
  for (const node of svg.querySelectorAll("[data-ref]")) {
    node.setAttribute("tabindex", "0");
    node.setAttribute("role", "link");
    const go = () => { location.hash = "#" + node.getAttribute("data-ref"); };
    node.addEventListener("click", go);
    node.addEventListener("keydown", e => { if (e.key === "Enter") { e.stopPropagation(); go(); } });
  }
  const large = Object.keys(PAPER).some(side => Number(svg.getAttribute(side)) > PAPER[side]);
  return el("div", {class: `picture scroll${large ? " large" : ""}`, tabindex: "0", role: "group", "aria-label": caption}, svg);
}
