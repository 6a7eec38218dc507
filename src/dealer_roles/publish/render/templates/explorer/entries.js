/* ---- one position, task, topic, process, department, form ---- */
const members = id => { const p = D.positions[id]; return p ? [id, ...p.members, ...(p.post ? [p.post] : [])] : [id]; };
const below = Object.create(null);
for (const [id, p] of Object.entries(D.positions)) if (p.up) (below[p.up] ||= []).push(id);

/* What somebody else at the same desk brings says whose it is. */
function duty(d, id) {
  const own = t(d.text), limits = [has(D.positions, id) && D.positions[id].members.includes(d.who) ? name(d.who) : "", t(d.scope), t(d.when), t(d.cadence).replace(/\n/g, sep()), t(d.within), t(d.limit), d.with.length ? `${w("with")}${d.with.map(name).join(sep())}` : ""].filter(Boolean).join(lang ? "; " : "；");
  return el("li", {}, tag(d.share), " ", to("task", d.task), own && own !== label("task", d.task) ? el("div", {class: "text"}, own) : null,
    limits ? el("small", {}, limits) : null, d.forms.length ? el("small", {}, joined(d.forms.map(f => to("form", f)))) : null);
}
function stated(part) {
  const rows = part.rows.map(r => r.cells.map(t));
  const body = part.heads.length ? table(t(part.title), part.heads.map(t), rows) : el("ul", {class: "plain"}, rows.map(([text]) => el("li", {class: "text"}, text)));
  return section(part.id, t(part.title), body, where(part.rows.map(r => [t(r.cells[0]), r.at, r.src])));
}
function jumps(id, parts) {
  return el("p", {class: "jumps"}, parts.filter(Boolean).map(node => el("a", {href: address("position", id, node.id)}, node.querySelector("h3").textContent)));
}
function position(id, p) {
  const own = new Set(members(id));
  const out = D.handoffs.filter(h => own.has(h.from)), in_ = D.handoffs.filter(h => h.to.some(x => own.has(x)) && !own.has(h.from));
  const shown = p.ladders.filter(l => l.steps.length);
  const parts = [
    section("duties", w("duties"), p.duties.length ? el("ol", {class: "duties"}, p.duties.map(d => duty(d, id))) : lead(w("noduties")), where(p.duties.map(d => [label("task", d.task), d.at, d.src]))),
    ...p.stated.filter(s => s.id === "authority").map(stated),
    section("handoffs", w("handoffs"), out.length + in_.length ? around(id, in_, out) : lead(w("nohandoffs")), places([...in_, ...out])),
    section("ladder", w("ladder"), ladders(shown)),
    ...p.stated.filter(s => s.id !== "authority").map(stated),
  ];
  return [...head(w(p.members.length ? "post" : "position"), p.name, id, p.words),
    facts(p.departments.length ? fact("department", joined(p.departments.map(d => to("department", d)))) : null, p.up ? fact("up", who(p.up)) : null,
      p.dotted.length ? fact("dotted", joined(p.dotted.map(who))) : null, has(below, id) ? fact("reports", joined(below[id].map(who))) : null,
      p.deputies.length ? fact("deputy", p.deputies.map(t).join(sep())) : null, t(p.headcount) ? fact("headcount", t(p.headcount)) : null, p.post ? fact("desk", who(p.post)) : null,
      p.members.length ? fact("members", joined(p.members.map(who))) : null),
    lead(t(p.purpose)), jumps(id, parts.slice(1)), ...alarms(D.problems.filter(x => x.subject === id)), ...parts];
}

function task(id, k) {
  const owners = k.owners.length ? joined(k.owners.map(who)) : [w(k.status === "declared" ? "declared" : "nobody")];
  const inside = Object.entries(D.processes).filter(([, p]) => p.steps.some(s => s.task === id));
  const given = D.handoffs.filter(h => h.task === id || h.then === id);
  const ups = k.owners.filter(o => has(D.positions, o)).map(o => el("div", {}, k.owners.length > 1 ? el("h4", {}, name(o)) : null, ladders(D.positions[o].ladders)));
  return [...head(w("task"), k.name, id, k.words),
    facts(t(k.area) ? fact("area", t(k.area)) : null, k.whole ? fact("whole", to("task", k.whole)) : null, k.parts.length ? fact("parts", joined(k.parts.map(x => to("task", x)))) : null,
      inside.length ? fact("inprocess", joined(inside.map(([p]) => to("process", p)))) : null),
    lead(t(k.about)),
    el("div", {class: `card answer ${k.status}`, id: "answer"}, el("div", {class: "kind"}, w("owner"), " ", tag(k.status)), el("div", {class: "who"}, owners),
      el("p", {}, named(t(k.why))), where(k.evidence.map(e => [[e.who ? name(e.who) : "", e.share ? w(e.share) : ""].filter(Boolean).join(" "), e.at, e.src]))),
    ...alarms(k.problems),
    k.cells.length ? section("scope", w("scope"), el("ul", {class: "list"}, k.cells.map(c => el("li", {}, t(c.scope), el("span", {}, c.owners.length ? joined(c.owners.map(who)) : tag("unowned")))))) : null,
    k.shares.length ? section("shares", w("shares"), el("ul", {class: "list"}, k.shares.map(s => el("li", {}, el("span", {}, tag(s.share), " ", who(s.who)), el("span", {}, t(s.scope))))), where(k.shares.map(s => [name(s.who), s.at, s.src]))) : null,
    given.length ? section("handoffs", w("handoffs"), flow(given), places(given)) : null,
    ups.length ? section("ladder", w("ups"), ups) : null];
}

function topic(id, k) {
  const rows = Object.entries(D.positions).flatMap(([p, x]) => x.ladders.filter(l => l.topic === id && l.steps.length).map(l => el("div", {class: "topic"}, el("h4", {}, who(p)), climb(l))));
  const grants = D.authority.filter(m => m.topic === id);
  return [...head(w("topic"), k.name, id, k.words), lead(t(k.about)), section("rule", w("rule"), k.ladder.length ? ladder(k.ladder) : lead(w("norule")), where(rungs(k.ladder))),
    grants.length ? section("authority", w("granting"), grants.map(m => grant(m, "h4"))) : null, rows.length ? section("by", w("by"), rows) : null];
}

function process(id, p) {
  const step = s => el("li", {class: s.missing ? "bad" : ""}, to("task", s.task), el("span", {class: "by"}, s.who.length ? joined(s.who.map(who)) : tag("unowned")),
    t(s.note) ? el("small", {}, t(s.note)) : null, s.missing ? el("small", {class: "bad"}, w("nohandoff")) : null);
  return [...head(w("process"), p.name, id, []), lead(t(p.about)), lead(t(p.way)), ...alarms(D.problems.filter(x => x.subject === id)),
    section("steps", w("step"), el("ol", {class: "steps"}, p.steps.map(step))), section("lanes", w("picture"), drawn(D.lanes[id][lang], t(p.name)))];
}

function department(id, d) {
  return [...head(w("department"), d.name, id, []), facts(d.within ? fact("within", to("department", d.within)) : null, d.heads.length ? fact("heads", joined(d.heads.map(who))) : null),
    chart([id], true)];
}

function form(id, f) {
  const list = D.handoffs.filter(h => h.form === id);
  const used = Object.entries(D.positions).flatMap(([p, x]) => x.duties.filter(d => d.who === p && d.forms.includes(id)).map(d => [p, d]));
  return [...head(w("form"), f.name, id, f.words), lead(t(f.about)), list.length ? section("handoffs", w("handoffs"), flow(list), places(list)) : null,
    used.length ? section("duties", w("uses"), el("ul", {class: "list"}, used.map(([p, d]) => el("li", {}, el("span", {}, tag(d.share), " ", to("task", d.task)), el("span", {}, who(p)))))) : null];
}
