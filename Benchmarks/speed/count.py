#!/usr/bin/env python3
"""Counts the instructions of fixed cases with callgrind: python3 count.py OBSTAT [--record]

Counts hardly depend on what else the machine does, so a case that grows by more than a fifth over the stored count
fails. After a change that is meant to cost more, or has made a case cheaper, store the new counts with --record.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
STORED = HERE / "instructions.json"
TOLERANCE = 1.2


def count(obstat, arguments, cache):
    environment = dict(os.environ, XDG_CACHE_HOME=cache, SWIFT_DETERMINISTIC_HASHING="1", LANG="C.UTF-8")
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", obstat] + arguments
    result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
    found = re.search(r"Collected : (\d+)", result.stderr)
    if found is None:
        sys.exit(f"callgrind gave no count for obstat {' '.join(arguments)}:\n{result.stderr[-2000:]}")
    return int(found.group(1))


def main():
    obstat = sys.argv[1]
    samples = HERE.parent.parent / "Samples"
    rules = ["--rules", str(HERE.parent.parent / "Rules")]
    cases = {
        "version": ["--version"],
        "one Markdown file, rules from the cache": ["scan", *rules, "--jobs", "1", str(samples / "fund-control.md")],
        "all samples, rules from the cache": ["scan", *rules, "--jobs", "1", "--format", "json", str(samples)],
        "one Markdown file, rules from their sources": ["scan", *rules, "--jobs", "1", "--no-cache", str(samples / "fund-control.md")],
    }
    with tempfile.TemporaryDirectory() as cache:
        # Without debug information, which callgrind cannot read in every version of DWARF.
        stripped = os.path.join(cache, "obstat-stripped")
        subprocess.run(["strip", "-o", stripped, obstat], check=True)
        obstat = stripped
        # The cache is filled under valgrind, too: a program that it runs does not look like itself.
        count(obstat, ["rules", "list", *rules], cache)
        counts = {name: count(obstat, arguments, cache) for name, arguments in cases.items()}
    if "--record" in sys.argv:
        STORED.write_text(json.dumps(counts, indent=2) + "\n")
    if not STORED.exists():
        for name, number in counts.items():
            print(f"{number / 1e6:9.1f} million instructions: {name}")
        sys.exit(f"no counts are stored in {STORED.name} yet; store these with --record")
    stored = json.loads(STORED.read_text())
    failed = False
    for name, number in counts.items():
        ratio = number / stored[name]
        failed = failed or ratio > TOLERANCE
        print(f"{number / 1e6:9.1f} million instructions, {ratio:.2f} of the stored count: {name}")
    if failed:
        sys.exit(f"a case grew by more than {TOLERANCE - 1:.0%}; store the new counts with --record if that is meant")


main()
