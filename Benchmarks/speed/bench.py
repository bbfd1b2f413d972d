#!/usr/bin/env python3
"""Measures Obstat's speed beside floors and peers: python3 bench.py OBSTAT WORKFOLDER [--quick]

Every figure is processor time of the whole process (user and system), the least of several runs, interleaved, so that
another program on the machine disturbs all alike. Ratios within one run are what counts. Writes results.md and
results.svg into the work folder and prints the table.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import corpora

HERE = pathlib.Path(__file__).parent


def run(command, environment):
    """Processor seconds of a command; nil where it is not to be had or fails to start."""
    before = os.times()
    try:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, timeout=600)
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return None
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def least(commands, repeats, environment):
    """The least processor time of each of some commands, run in turn."""
    best = {}
    for _ in range(repeats):
        for name, command in commands.items():
            seconds = run(command, environment)
            if seconds is not None:
                best[name] = min(seconds, best.get(name, seconds))
    return best


def literals(rules, target):
    """The longest word of each phrase of the shipped word lists: what any screen must at least look for."""
    words = set()
    for path in rules.glob("*/lexicons/*.txt"):
        for line in path.read_text().splitlines():
            found = re.findall(r"[a-z]{3,}", line.split("#")[0].lower())
            if found:
                words.add(max(found, key=len))
    target.write_text("\n".join(sorted(words)) + "\n")


def files(folder):
    return [str(path) for path in sorted(folder.iterdir())]


def size(paths):
    return sum(os.path.getsize(path) for path in paths)


def build_floors(folder):
    target = folder / "floors"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libhs", "md4c"], capture_output=True, text=True)
    if flags.returncode != 0:
        return None
    subprocess.run(["cc", "-O2", "-o", str(target), str(HERE / "floors.c")] + flags.stdout.split(), check=True)
    return str(target)


def bars(rows, title):
    """An SVG of horizontal bars, logarithmic: (label, megabytes a second)."""
    import math
    low, high = 0.01, 10_000
    scale = lambda value: 230 + 500 * (math.log10(max(value, low)) - math.log10(low)) / (math.log10(high) - math.log10(low))
    height = 60 + 24 * len(rows)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="820" height="{height}" font-family="sans-serif" font-size="13">',
           '<rect width="100%" height="100%" fill="white"/>', f'<text x="10" y="22" font-size="15">{title}</text>']
    for power in range(-2, 5):
        x = scale(10 ** power)
        out.append(f'<line x1="{x:.0f}" y1="34" x2="{x:.0f}" y2="{height - 22}" stroke="#ddd"/>')
        out.append(f'<text x="{x:.0f}" y="{height - 6}" text-anchor="middle" fill="#666">{10 ** power:g}</text>')
    for i, (label, value) in enumerate(rows):
        y = 52 + 24 * i
        colour = "#2d6cb5" if label.startswith("obstat") else "#9a9a9a"
        out.append(f'<text x="222" y="{y}" text-anchor="end">{label}</text>')
        out.append(f'<rect x="230" y="{y - 12}" width="{max(1, scale(value) - 230):.0f}" height="15" fill="{colour}"/>')
        out.append(f'<text x="{scale(value) + 5:.0f}" y="{y}" fill="#333">{value:.3g}</text>')
    return "\n".join(out + ["</svg>"]) + "\n"


def main():
    obstat, work = sys.argv[1], pathlib.Path(sys.argv[2])
    quick = "--quick" in sys.argv
    repeats = 2 if quick else 5
    rules = HERE.parent.parent / "Rules"
    work.mkdir(parents=True, exist_ok=True)
    sizes = [10_000, 100_000] if quick else [10_000, 100_000, 1_000_000, 10_000_000]
    corpora.make(work, sizes, 20 if quick else 100)
    cache = tempfile.mkdtemp(prefix="obstat-bench-")
    environment = dict(os.environ, XDG_CACHE_HOME=cache)
    report = []

    def table(head, rows):
        report.append("| " + " | ".join(head) + " |")
        report.append("|" + "---|" * len(head))
        report.extend("| " + " | ".join(map(str, row)) + " |" for row in rows)
        report.append("")

    # Start-up.
    one = str(work / "one.md")
    least({"warm": [obstat, "scan", one]}, 1, environment)
    start = least({
        "obstat, warm": [obstat, "scan", one], "obstat, --no-cache": [obstat, "scan", "--no-cache", one],
        "obstat --version": [obstat, "--version"], "proselint": ["proselint", "check", one], "codespell": ["codespell", one],
    }, repeats * 2, environment)
    report.append("## One Markdown file of 10 KB, the whole process\n")
    table(["program", "processor time, ms"], [(name, f"{seconds * 1000:.1f}") for name, seconds in start.items()])

    # Throughput.
    floors = build_floors(work)
    words = work / "literals.txt"
    literals(rules, words)
    plotted = []
    for corpus in ("copy-txt", "copy-md", "copy-html", "debian"):
        folder = work / corpus
        paths = files(folder)
        megabytes = size(paths) / 1e6
        commands = {"obstat, one worker": [obstat, "scan", "--jobs", "1", "--format", "ndjson", str(folder)],
                    "obstat, two workers": [obstat, "scan", "--jobs", "2", "--format", "ndjson", str(folder)]}
        if floors:
            commands["floor: read"] = [floors, "read"] + paths
            commands["floor: read and libhs scan"] = [floors, "scan", str(words)] + paths
            if corpus == "copy-md":
                commands["floor: read and md4c parse"] = [floors, "markdown"] + paths
        commands["ripgrep -F -i -w, the same words"] = ["rg", "-F", "-i", "-w", "-c", "-f", str(words), str(folder)]
        commands["codespell"] = ["codespell", str(folder)]
        if corpus != "copy-html":
            commands["proselint"] = ["proselint", "check"] + paths[:10]
        took = least(commands, repeats, environment)
        base = took["obstat, one worker"]
        rows = []
        for name, seconds in sorted(took.items(), key=lambda item: item[1]):
            share = size(paths[:10]) / 1e6 if name == "proselint" else megabytes
            speed = share / max(seconds, 1e-4)
            rows.append((name, f"{seconds:.3f}", f"{speed:.3g}", f"{(megabytes / base) / speed:.3g}"))
            if corpus == "copy-md":
                plotted.append((name, speed))
        report.append(f"## {corpus}: {len(paths)} files, {megabytes:.2f} MB\n")
        table(["program", "processor time, s", "MB/s", "obstat's speed ÷ this"], rows)

    # Growth.
    rows = []
    for number in sizes:
        path = str(work / "sizes" / f"{number}.txt")
        seconds = least({"obstat": [obstat, "scan", path]}, 1 if number > 1_000_000 else repeats, environment)["obstat"]
        rows.append((f"{number / 1000:g} KB", f"{seconds:.3f}", f"{(seconds - start['obstat, warm']) / number * 1e9:.0f}"))
    report.append("## One text of growing size\n")
    table(["size", "processor time, s", "ns a byte beyond start-up"], rows)

    text = "# Speed\n\n" + "\n".join(report)
    (work / "results.md").write_text(text)
    (work / "results.svg").write_text(bars(sorted(plotted, key=lambda row: -row[1]), "Markdown copy full of findings, MB/s of processor time"))
    shutil.rmtree(cache, ignore_errors=True)
    print(text)
    print(f"The same with a plot: {work}/results.md, {work}/results.svg")


main()
