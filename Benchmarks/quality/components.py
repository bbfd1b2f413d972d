#!/usr/bin/env python3
"""Precision and recall of each component on its labelled cases, beside peers.

Usage: components.py ANSWERER LEXICONS [tuning|test] [--component NAME] [--show] [--peers]

ANSWERER is the program `component-benchmark`. With --show the wrong answers on the
*tuning* half are printed; of the test half only totals are ever shown. --peers adds
pySBD (sentences) and negspaCy (negation), which the Python that runs this must have.
"""
import json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
COMPONENTS = ["sentences", "context", "quantities", "references", "studies"]


class Tally:
    """Counts of one line of the table."""

    def __init__(self):
        self.right = self.wrong = self.missed = 0

    def add(self, gold, given):
        """Compares two collections without order; True where they are equal."""
        rest = list(given)
        for item in gold:
            if item in rest:
                rest.remove(item)
                self.right += 1
            else:
                self.missed += 1
        self.wrong += len(rest)
        return not rest and len(gold) == len(given)

    def row(self, name):
        given, gold = self.right + self.wrong, self.right + self.missed
        precision = self.right / given if given else 1.0
        recall = self.right / gold if gold else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{name:<34} {precision:9.3f} {recall:9.3f} {f1:9.3f} {gold:6}"


class Scores:
    def __init__(self):
        self.tallies, self.wrong, self.cases, self.clean = {}, [], 0, 0

    def add(self, name, gold, given):
        return self.tallies.setdefault(name, Tally()).add(gold, given)

    def case(self, is_right, case, note):
        self.cases += 1
        self.clean += is_right
        if not is_right:
            self.wrong.append((case["text"], note))


def squeezed(text):
    return " ".join(text.split())


def ends(text, sentences):
    """How many letters and digits of the text stand before each sentence's end.

    Bullets and labels of items belong to blocks, so that a sentence may leave them out.
    """
    text = " ".join(text.split())
    found, at = [], 0
    for sentence in sentences:
        sentence = squeezed(sentence)
        start = text.find(sentence, at)
        at = (at if start < 0 else start) + len(sentence)
        found.append(sum(c.isalnum() for c in text[:at]))
    return found


def score_sentences(scores, case, answer):
    gold, given = ends(case["text"], case["sentences"]), ends(case["text"], answer["sentences"])
    # The end of the text is no decision.
    is_right = scores.add("boundaries", gold[:-1], given[:-1])
    if case.get("golden"):
        scores.add("golden rules: whole cases", [True], [is_right])
    scores.case(is_right, case, answer["sentences"])


def score_context(scores, case, answer):
    if "object" in case:
        objects = [squeezed(o).casefold() for o in answer.get("objects", [])]
        is_right = any(case["object"].casefold() in o for o in objects)
        scores.add("object of a trigger", [True], [True] if is_right else [])
        scores.case(is_right, case, answer.get("objects"))
        return
    is_right = True
    for flag in ["negated", "hypothetical", "quoted", "distanced", "questioned", "historical", "other"]:
        gold, given = [flag] if flag in case["flags"] else [], [flag] if flag in answer["flags"] else []
        is_right &= scores.add(flag, gold, given)
        scores.add("all flags", gold, given)
    scores.case(is_right, case, answer["flags"])


def score_quantities(scores, case, answer):
    """A number is found where spans overlap; its kind and value are judged apart."""
    rest, is_right = list(answer["quantities"]), True
    for gold in case["quantities"]:
        low = gold["start"]
        high = low + len(gold["words"].encode())
        hits = [q for q in rest if q["start"] < high and q["end"] > low]
        kinds = [q for q in hits if q["kind"] == gold["kind"]]
        is_right &= scores.add("kind", [gold["kind"]], [(kinds or hits)[0]["kind"]] if hits else [])
        if "value" in gold and hits:
            best = (kinds or hits)[0]
            close = "value" in best and abs(best["value"] - gold["value"]) <= 0.01 * max(abs(gold["value"]), 0.1)
            is_right &= scores.add("value", [True], [close])
        for q in hits:
            rest.remove(q)
    scores.tallies["kind"] = scores.tallies.get("kind", Tally())
    scores.tallies["kind"].wrong += len(rest)
    note = [(case["text"].encode()[q["start"]:q["end"]].decode(errors="replace"), q["kind"], q.get("value")) for q in answer["quantities"]]
    scores.case(is_right and not rest, case, note)


def score_references(scores, case, answer):
    given = [r for r in answer["references"] if r["bibliographic"]]
    if case["type"] == "prose":
        scores.case(scores.add("entries recognised", [], given), case, given)
        return
    if case["type"] == "entry":
        is_right = scores.add("entries recognised", [1], [1] * len(given))
        found = given[0] if given else {}
        for field in ["authors", "year", "suffix", "title", "journal", "doi", "pmid", "pmcid", "registration"]:
            gold, value = case.get(field), found.get(field)
            if isinstance(value, str):
                value = squeezed(value).rstrip(".")
            if isinstance(gold, str):
                gold = gold.rstrip(".")
            as_list = lambda v: [] if v in (None, []) else v if isinstance(v, list) else [v]
            is_right &= scores.add(f"field {field}", as_list(gold), as_list(value))
            scores.add("all fields", as_list(gold), as_list(value))
        scores.case(is_right, case, {k: v for k, v in found.items() if k not in ("start", "end")})
        return
    is_right = scores.add("entries recognised", [1] * len(case["entries"]), [1] * len(given))
    rest = list(answer["citations"])
    for gold in case["citations"]:
        low = gold["start"]
        high = low + len(gold["words"].encode())
        hits = [c for c in rest if c["start"] < high and c["end"] > low]
        pointed = sorted({r for c in hits for r in c["references"]})
        alone = any(c["self"] for c in hits)
        good = bool(hits) and (alone and not pointed if gold.get("self") else pointed == gold["references"] and not (alone and not pointed))
        is_right &= scores.add("citations found and resolved", [True], [good] if hits else [])
        for c in hits:
            rest.remove(c)
    # What stands in the list itself is not judged.
    end = case["text"].find("References\n")
    limit = len(case["text"][:end].encode()) if end >= 0 else len(case["text"].encode())
    stray = [c for c in rest if c["start"] < limit]
    scores.tallies.setdefault("citations found and resolved", Tally()).wrong += len(stray)
    words = lambda c: (case["text"].encode()[c["start"]:c["end"]].decode(errors="replace"), c["references"], c["self"])
    scores.case(is_right and not stray, case, [words(c) for c in answer["citations"]])


def score_studies(scores, case, answer):
    is_right = True
    for field in ["phase", "designs", "size", "pooled", "endpoints", "blinding", "species", "preliminary", "preclinical"]:
        as_list = lambda v: [] if v is None else v if isinstance(v, list) else [v]
        # Phase I, pilot and feasibility are preliminary by themselves; the label is about words that say so.
        if field == "preliminary" and not case.get("preliminary"):
            continue
        good = scores.add(field, as_list(case.get(field)), as_list(answer.get(field)))
        scores.add("all attributes", as_list(case.get(field)), as_list(answer.get(field)))
        is_right &= good
    if "supports" in case:
        is_right &= scores.add("can it carry a benefit", [case["supports"]], [answer["supports"]] if "supports" in answer else [])
    scores.case(is_right, case, answer)


SCORERS = {
    "sentences": score_sentences, "context": score_context, "quantities": score_quantities,
    "references": score_references, "studies": score_studies,
}


def own_answers(answerer, lexicons, component, cases):
    lines = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
    run = subprocess.run([answerer, lexicons, component], input=lines.encode(), capture_output=True)
    if run.returncode:
        sys.exit(run.stderr.decode())
    return [json.loads(line) for line in run.stdout.splitlines()]


def pysbd_answers(cases):
    import pysbd
    segmenter = pysbd.Segmenter(language="en", clean=False)
    return [{"sentences": [s for s in segmenter.segment(case["text"]) if s.strip()]} for case in cases]


def negspacy_answers(cases):
    """Negation by negspaCy on a blank pipeline; the marked words are the entity."""
    import spacy
    from negspacy.negation import Negex  # registers the component
    answers = []
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    words = sorted({re.search("⟦(.*?)⟧", case["text"]).group(1) for case in cases})
    ruler.add_patterns([{"label": "TRIGGER", "pattern": word} for word in words])
    pipeline.add_pipe("negex", config={"ent_types": ["TRIGGER"]})
    for case in cases:
        low = case["text"].index("⟦")
        document = pipeline(case["text"].replace("⟦", "").replace("⟧", ""))
        negated = any(e._.negex for e in document.ents if e.start_char <= low < e.end_char)
        answers.append({"flags": ["negated"] if negated else [], "objects": []})
    return answers


def report(title, scores, only=None):
    print(f"\n{title:<34} {'precision':>9} {'recall':>9} {'F1':>9} {'gold':>6}")
    for name, tally in scores.tallies.items():
        if only is None or name in only:
            print("  " + tally.row(name)[:32].ljust(32) + tally.row(name)[34:])
    if only is None:
        print(f"  cases without any fault: {scores.clean} of {scores.cases}")


def main():
    arguments = sys.argv[1:]
    flags = {name: name in arguments for name in ["--show", "--peers"]}
    arguments = [a for a in arguments if a not in flags]
    only = None
    if "--component" in arguments:
        at = arguments.index("--component")
        only = arguments[at + 1]
        del arguments[at:at + 2]
    if len(arguments) < 2:
        sys.exit(__doc__)
    answerer, lexicons = arguments[:2]
    half = arguments[2] if len(arguments) > 2 else "tuning"
    for component in COMPONENTS:
        if only not in (None, component):
            continue
        with open(os.path.join(HERE, "components", half, component + ".jsonl"), encoding="utf-8") as file:
            cases = [json.loads(line) for line in file]

        def scored(answers):
            scores = Scores()
            for case, answer in zip(cases, answers, strict=True):
                SCORERS[component](scores, case, answer)
            return scores

        own = scored(own_answers(answerer, lexicons, component, cases))
        report(f"{component} ({half})", own)
        if flags["--show"] and half == "tuning":
            for text, note in own.wrong:
                print(f"    - {text!r}\n        {note}")
        if flags["--peers"] and component == "sentences":
            report("  pySBD", scored(pysbd_answers(cases)), {"boundaries", "golden rules: whole cases"})
        if flags["--peers"] and component == "context":
            cases = [case for case in cases if "object" not in case]
            report("  negspaCy", scored(negspacy_answers(cases)), {"negated"})


main()
