"""Runs the script of the batch page in a JavaScript engine, on as much of a document as it uses, and works the page."""
import json
import quickjs

DOCUMENT = """
function Element(tag) { this.tag = tag; this.children = []; this.dataset = {}; this.attributes = {}; this.listeners = {}; this.hidden = false; this.value = ''; this.text = ''; this.parent = null; }
Object.defineProperty(Element.prototype, 'textContent', {
  get: function () { return this.text + this.children.map(function (c) { return c.textContent; }).join(''); },
  set: function (text) { this.text = text; this.children = []; }
});
Element.prototype.appendChild = function (child) {
  if (child.parent) child.parent.children = child.parent.children.filter(function (c) { return c !== child; });
  child.parent = this; this.children.push(child); return child;
};
Element.prototype.all = function (test) {
  return this.children.reduce(function (found, c) { return found.concat(test(c) ? [c] : [], c.all(test)); }, []);
};
Element.prototype.querySelectorAll = function (tag) { return this.all(function (e) { return e.tag === tag; }); };
Element.prototype.getAttribute = function (name) { return name in this.attributes ? this.attributes[name] : null; };
Element.prototype.setAttribute = function (name, value) { this.attributes[name] = value; };
Element.prototype.removeAttribute = function (name) { delete this.attributes[name]; };
Element.prototype.addEventListener = function (name, f) { (this.listeners[name] = this.listeners[name] || []).push(f); };
Element.prototype.fire = function (name) { (this.listeners[name] || []).forEach(function (f) { f({ preventDefault: function () {} }); }); };
function build(node) {
  var element = new Element(node.tag);
  element.attributes = node.attributes; element.text = node.text; element.hidden = 'hidden' in node.attributes; element.name = node.attributes.name;
  Object.keys(node.attributes).forEach(function (key) { if (key.indexOf('data-') === 0) element.dataset[key.slice(5)] = node.attributes[key]; });
  node.children.forEach(function (child) { element.appendChild(build(child)); });
  return element;
}
var root;
var document = {
  getElementById: function (id) { return root.all(function (e) { return e.attributes.id === id; })[0]; },
  createElement: function (tag) { return new Element(tag); }
};
function setTimeout(f) { f(); }
function control(name) { return document.getElementById('filters').all(function (e) { return e.name === name; })[0]; }
function choose(name, value) { control(name).value = value; document.getElementById('filters').fire('input'); }
function options(name) { var c = control(name); return c ? c.querySelectorAll('option').map(function (o) { return o.attributes.value; }) : []; }
function reset() { document.getElementById('filters').all(function (e) { return e.tag === 'select' || e.tag === 'input'; }).forEach(function (c) { c.value = ''; }); document.getElementById('filters').fire('reset'); }
function click(key) { document.getElementById('batch').all(function (e) { return e.tag === 'th' && e.dataset.key === key; })[0].children[0].fire('click'); }
function state() {
  return JSON.stringify({
    shown: document.getElementById('shown').textContent, form: !document.getElementById('filters').hidden,
    documents: document.getElementById('batch').querySelectorAll('tbody').map(function (body) {
      var rows = body.querySelectorAll('tr');
      return { path: body.dataset.path, verdict: body.dataset.verdict, market: body.dataset.market, product: body.dataset.product,
        findings: Number(body.dataset.findings), hidden: body.hidden,
        rows: rows.slice(1).map(function (row) { return { data: row.dataset, hidden: row.hidden, text: row.textContent }; }) };
    })
  });
}
"""


def tree(element):
    return {
        "tag": element.tag, "attributes": dict(element.attrib), "text": element.text or "",
        "children": [tree(child) for child in element if isinstance(child.tag, str)],
    }


def check(page, script):
    problems = []
    engine = quickjs.Context()
    engine.eval(DOCUMENT)
    engine.eval("root = build(" + json.dumps(tree(page)) + ");")
    engine.eval(script)

    def state():
        return json.loads(engine.eval("state()"))

    def expect(condition, words):
        if not condition:
            problems.append(words)

    first = state()
    expect(first["form"], "the script does not show the filters")
    expect(not any(d["hidden"] for d in first["documents"]), "without a filter something is hidden")
    count = len(first["documents"])
    total = sum(len(d["rows"]) for d in first["documents"])
    for document in first["documents"]:
        expect(document["findings"] == len(document["rows"]), f"{document['path']} has {len(document['rows'])} rows and says {document['findings']}")
    expect(first["shown"] == f"{count} of {count} documents, {total} findings", f"says {first['shown']!r}")
    for facet in ("verdict", "severity", "category", "rule", "market", "product", "jurisdiction"):
        for value in json.loads(engine.eval(f"JSON.stringify(options({json.dumps(facet)}))"))[1:]:
            engine.eval(f"choose({json.dumps(facet)}, {json.dumps(value)})")
            wanted = value[1:]
            for document in state()["documents"]:
                shown = [row for row in document["rows"] if not row["hidden"]]
                if facet in ("verdict", "market", "product"):
                    expect(document["hidden"] == (document[facet] != wanted), f"{facet}={wanted}: wrong document {document['path']}")
                else:
                    def has(row):
                        held = row["data"].get(facet, "")
                        return wanted in held.split(" ") if facet == "jurisdiction" and wanted else held == wanted
                    expect([has(row) for row in document["rows"]] == [not row["hidden"] for row in document["rows"]], f"{facet}={wanted}: wrong findings")
                    expect(document["hidden"] == (not shown), f"{facet}={wanted}: wrong document {document['path']}")
            engine.eval("reset()")
    rows = [row for document in first["documents"] for row in document["rows"]]
    if rows:
        words = rows[0]["text"].split()[-1].lower()
        engine.eval(f"choose('words', {json.dumps(words.upper())})")
        for document in state()["documents"]:
            for row in document["rows"]:
                expect(row["hidden"] == (words not in row["text"].lower()) or words in document["path"].lower(), f"search: {row['text'][:80]!r}")
        engine.eval("reset()")
    expect(state()["shown"] == first["shown"], "after reset something stays hidden")
    for key in ("path", "verdict", "findings", "market", "product"):
        for direction in (1, -1):
            engine.eval(f"click({json.dumps(key)})")
            order = ["clear", "review", "blocked"]
            values = [order.index(d[key]) if key == "verdict" else d[key] for d in state()["documents"]]
            expect(values == sorted(values, reverse=direction < 0), f"sorting by {key} gives {values[:6]}")
    return problems
