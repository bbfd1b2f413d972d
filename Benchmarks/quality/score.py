#!/usr/bin/env python3
"""Precision and recall of a build on the labelled cases, by category.

Usage: score.py OBSTAT [tuning|test] [--rules DIR] [--category NAME] [--show] [--tsv]

Each case becomes a document; a mark counts as found if a finding of the case's
category overlaps it, and every other finding of that category is false. With
--show the misses and false findings of the *tuning* half are printed, with --tsv
the counts by category are, for `obstat rules catalogue` (`make catalogue` stores them).
"""
import json, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
EXTENSION = {"text": "txt", "markdown": "md", "html": "html"}
DOCUMENT_SCOPE = {"missing-risk-info", "unapproved-status"}


def take(arguments, name):
    if name in arguments:
        at = arguments.index(name)
        value = arguments[at + 1]
        del arguments[at:at + 2]
        return value


def unmarked(text):
    """The text without marks, and the marks as byte ranges in it."""
    out, marks, start = bytearray(), [], None
    for character in text:
        if character == "⟦":
            start = len(out)
        elif character == "⟧":
            marks.append((start, len(out)))
        else:
            out += character.encode()
    return bytes(out), marks


def main():
    arguments = sys.argv[1:]
    show = "--show" in arguments
    if show:
        arguments.remove("--show")
    tsv = "--tsv" in arguments
    if tsv:
        arguments.remove("--tsv")
    rules, only = take(arguments, "--rules"), take(arguments, "--category")
    if not arguments:
        sys.exit(__doc__)
    binary, half = arguments[0], arguments[1] if len(arguments) > 1 else "tuning"
    folder = os.path.join(HERE, "cases", half)
    cases = []
    for name in sorted(os.listdir(folder)):
        for number, line in enumerate(open(os.path.join(folder, name), encoding="utf-8"), 1):
            case = json.loads(line)
            if only in (None, case["category"]):
                cases.append((name, number, case, *unmarked(case["text"])))
    with tempfile.TemporaryDirectory() as scratch:
        for index, (_, _, case, text, _) in enumerate(cases):
            with open(os.path.join(scratch, f"{index:05}.{EXTENSION[case['format']]}"), "wb") as file:
                file.write(text)
        command = [binary, "scan", scratch, "--format", "json"] + (["--rules", rules] if rules else [])
        run = subprocess.run(command, capture_output=True)
        if run.returncode not in (0, 1):
            sys.exit(run.stderr.decode(errors="replace") or f"exit status {run.returncode}")
        findings = {int(os.path.basename(d["path"])[:5]): d["findings"] for d in json.loads(run.stdout)["documents"]}
    table = {}
    for index, (name, number, case, text, marks) in enumerate(cases):
        row = table.setdefault(case["category"], {"gold": 0, "right": 0, "false": 0, "cases": 0, "wrong cases": 0})
        row["cases"] += 1
        row["gold"] += len(marks)
        found, false = set(), []
        for finding in findings[index]:
            if finding["category"] != case["category"]:
                continue
            place = finding["location"]
            hits = {m for m in marks if place["startByte"] < m[1] and m[0] < place["endByte"]}
            if not hits and marks and (finding["scope"] == "document" or case["category"] in DOCUMENT_SCOPE):
                hits = {marks[0]}
            if hits:
                found |= hits
            else:
                false.append(finding)
        row["right"] += len(found)
        row["false"] += len(false)
        row["wrong cases"] += bool(false) or len(found) < len(marks)
        if show and half == "tuning":
            for mark in marks:
                if mark not in found:
                    print(f"MISS  {case['category']}:{number} {text[mark[0]:mark[1]].decode()!r} in {text.decode()[:300]!r}")
            for finding in false:
                print(f"FALSE {case['category']}:{number} {finding['rule']} {finding['text']!r} in {text.decode()[:300]!r}")
    if tsv:
        for category, row in sorted(table.items()):
            print(category, half, row["cases"], row["gold"], row["right"], row["false"], sep="\t")
        return
    print(f"{'category':28}{'cases':>6}{'marks':>6}{'right':>6}{'false':>6}{'prec':>7}{'recall':>7}")
    total = {"gold": 0, "right": 0, "false": 0, "cases": 0}
    for category, row in sorted(table.items()):
        for key in total:
            total[key] += row[key]
        print_row(category, row)
    print_row("ALL", total)


def print_row(name, row):
    made = row["right"] + row["false"]
    precision = row["right"] / made if made else float("nan")
    recall = row["right"] / row["gold"] if row["gold"] else float("nan")
    print(f"{name:28}{row['cases']:6}{row['gold']:6}{row['right']:6}{row['false']:6}{precision:7.2f}{recall:7.2f}")


main()
