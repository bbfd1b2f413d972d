#!/usr/bin/env python3
"""Precision and recall over the labelled documents of a folder.

Usage: documents.py OBSTAT FOLDER… [--rules DIR] [--show]

FOLDER holds docs/ and labels.jsonl, negatives.jsonl, optional.jsonl, manifest.jsonl; see README.md. A finding is right
where it overlaps a label of its category in its file (for labels of document scope: stands in the file at all) and is
no longer than 600 characters. Findings on optional labels, and of the pairs in FORGIVEN, are neither right nor wrong.
Exit status: 0 scored, 2 the scan failed.
"""
import collections, json, os, subprocess, sys

LONGEST = 600
# A label's category → categories of findings on it that say the same thing less well.
FORGIVEN = {
    "guaranteed-returns": {"guarantee", "absolute-safety", "uncited-number"},
    "testimonial-atypical": {"uncited-number", "cure", "guarantee", "missing-disclosure"},
    "efficacy-from-early-phase": {"uncited-number", "cure", "clinically-proven"},
    "uncited-number": {"missing-disclosure"},
}


def read(folder, name):
    path = os.path.join(folder, name + ".jsonl")
    if not os.path.exists(path):
        return []
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def placed(folder, rows):
    for row in rows:
        raw = open(os.path.join(folder, "docs", row["file"]), "rb").read()
        start = raw.find(row["quote"].encode())
        yield dict(row, start=start, end=start + len(row["quote"].encode()))


def overlap(finding, label):
    return finding["file"] == label["file"] and finding["start"] < label["end"] and label["start"] < finding["end"]


def fits(finding, label):
    if finding["category"] != label["category"] or finding["file"] != label["file"]:
        return False
    return label.get("scope") == "document" or overlap(finding, label) and len(finding["text"]) <= LONGEST


def forgiven(finding, labels, optional):
    if any(fits(finding, dict(label, scope=label.get("scope", "span"))) for label in optional):
        return True
    return any(overlap(finding, label) and finding["category"] in FORGIVEN.get(label["category"], ()) for label in labels)


def score(binary, folder, rules, show):
    labels, optional = list(placed(folder, read(folder, "labels"))), list(placed(folder, read(folder, "optional")))
    controls = {row["file"] for row in read(folder, "manifest") if row.get("control")}
    categories = {label["category"] for label in labels}
    run = subprocess.run([binary, "scan", os.path.join(folder, "docs"), "--format", "json", *rules], capture_output=True)
    if run.returncode not in (0, 1, 3):
        sys.stderr.write(run.stderr.decode(errors="replace"))
        sys.exit(2)
    findings = [
        {"file": os.path.basename(document["path"]), "category": finding["category"], "text": finding["text"],
         "start": finding["location"]["startByte"], "end": finding["location"]["endByte"], "rule": finding["rule"]}
        for document in json.loads(run.stdout)["documents"] for finding in document["findings"] if finding["category"] in categories
    ]
    table = collections.defaultdict(lambda: [0, 0, 0])  # labels, found, false findings
    for label in labels:
        row = table[label["category"]]
        row[0] += 1
        if any(fits(finding, label) for finding in findings):
            row[1] += 1
        elif show:
            print(f"missed {label['category']}: {label['file']}: {label['quote'][:150]}")
    on_controls = 0
    for finding in findings:
        if any(fits(finding, label) for label in labels) or forgiven(finding, labels, optional):
            continue
        table[finding["category"]][2] += 1
        on_controls += finding["file"] in controls
        if show:
            print(f"false {finding['rule']}: {finding['file']}: {finding['text'][:150]}")
    print(f"{folder}\n{'category':28} labels  found  false  precision  recall")
    total = [sum(row[i] for row in table.values()) for i in range(3)]
    for name, (count, found, false) in sorted(table.items()) + [("ALL", total)]:
        precision = found / (found + false) if found + false else float("nan")
        recall = found / count if count else float("nan")
        print(f"{name:28} {count:6} {found:6} {false:6} {precision:10.2f} {recall:7.2f}")
    print(f"false findings on the {len(controls)} compliant documents: {on_controls}")


def main():
    arguments = sys.argv[1:]
    show = "--show" in arguments
    rules = []
    if "--rules" in arguments:
        at = arguments.index("--rules")
        rules = arguments[at : at + 2]
        del arguments[at : at + 2]
    arguments = [argument for argument in arguments if argument != "--show"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    for folder in arguments[1:]:
        score(arguments[0], folder, rules, show)


main()
