"""Makes the texts that speed is measured on: marketing prose by a seeded generator, and prose that Debian ships.

The generated prose is full of what the rules look for (claims, numbers, citations, stories, offers) so that the rules
have as much to do as they ever have; the shipped prose is licences and package notes, where they have little.
"""
import pathlib
import random

SUBJECTS = ["Our serum", "The programme", "This patch", "Stem cell therapy", "The tea", "Each capsule", "The device", "Our clinic",
            "A single session", "The fund", "This detergent", "The app", "Our method", "The cream", "The supplement"]
CLAIMS = ["is guaranteed to relieve back pain", "cures arthritis in {n} weeks", "reverses hair loss", "works for everyone",
          "has no side effects", "is clinically proven", "doubles your savings every {n} months", "is completely safe for children",
          "reduces wrinkles by {p}%", "is the best choice on the market", "is certified carbon neutral", "cannot harm you",
          "restores hearing in {p} of 100 patients", "ends insomnia for good", "is approved by the FDA", "beats every other brand",
          "improved walking in a pilot study of {n} people (Alda et al. 20{y})", "may help some people sleep better",
          "was compared with placebo in {p} adults", "comes in three sizes", "ships within {n} working days",
          "is made in a small workshop near the harbour", "has been on sale since 19{y}", "needs no refrigeration"]
OPENERS = ["", "", "", "In our experience, ", "As seen on television: ", "According to our customers, ", "If you act now, ", "Today ",
           "Unlike other brands, ", "Doctors agree that "]
STORIES = ["“I lost {n} kilos in {n} weeks”, says Petra M., 4{n}.", "After two sessions I could walk without a stick again.",
           "“My pain is gone. I sleep through the night”, wrote Ivo K.", "Only {n} places left – book before Friday!",
           "Up to {p}% off while stocks last.", "Results may vary.", "Ask your doctor before you begin.",
           "The price includes delivery and a printed guide.", "You can return the parcel within 30 days.",
           "See the leaflet for the full list of ingredients."]
HEADINGS = ["Why it works", "What our customers say", "The science", "Prices and delivery", "Questions and answers", "About us"]


def fill(text, pick):
    return text.format(n=pick.randint(2, 9), p=pick.randint(11, 98), y=pick.randint(10, 24))


def sentence(pick):
    if pick.random() < 0.3:
        return fill(pick.choice(STORIES), pick)
    return pick.choice(OPENERS) + pick.choice(SUBJECTS) + " " + fill(pick.choice(CLAIMS), pick) + pick.choice([".", ".", ".", "!"])


def blocks(pick, size):
    """Headings and paragraphs, some of them lists, of about `size` bytes."""
    total = 0
    while total < size:
        yield "heading", pick.choice(HEADINGS)
        for _ in range(pick.randint(2, 4)):
            if pick.random() < 0.2:
                items = [sentence(pick) for _ in range(pick.randint(3, 5))]
                total += sum(map(len, items))
                yield "list", items
            else:
                text = " ".join(sentence(pick) for _ in range(pick.randint(3, 6)))
                total += len(text)
                yield "paragraph", text


def written(kind, content, form):
    if form == "md":
        return {"heading": lambda: f"## {content}\n\n", "paragraph": lambda: f"{content}\n\n",
                "list": lambda: "".join(f"- {item}\n" for item in content) + "\n"}[kind]()
    if form == "html":
        return {"heading": lambda: f"<h2>{content}</h2>\n", "paragraph": lambda: f"<p>{content}</p>\n",
                "list": lambda: "<ul>" + "".join(f"<li>{item}</li>" for item in content) + "</ul>\n"}[kind]()
    return {"heading": lambda: f"{content}\n\n", "paragraph": lambda: f"{content}\n\n",
            "list": lambda: "".join(f"- {item}\n" for item in content) + "\n"}[kind]()


def document(seed, size, form):
    pick = random.Random(seed)
    text = "".join(written(kind, content, form) for kind, content in blocks(pick, size))
    if form == "html":
        return f"<!doctype html><html lang=en><title>Page {seed}</title><body>\n{text}</body></html>\n"
    return text


def make(folder, sizes, count):
    """One folder a corpus, each of `count` files; and one file of each of `sizes` to see how cost grows."""
    folder = pathlib.Path(folder)
    for form in ("txt", "md", "html"):
        target = folder / f"copy-{form}"
        target.mkdir(parents=True, exist_ok=True)
        for seed in range(count):
            (target / f"{seed:04}.{form}").write_text(document(seed, 10_000, form))
    sized = folder / "sizes"
    sized.mkdir(exist_ok=True)
    for size in sizes:
        (sized / f"{size}.txt").write_text(document(size, size, "txt"))
    prose = folder / "debian"
    prose.mkdir(exist_ok=True)
    sources = sorted(pathlib.Path("/usr/share/common-licenses").glob("*")) + sorted(pathlib.Path("/usr/share/doc").glob("*/copyright"))
    taken = 0
    for source in sources:
        if taken >= count:
            break
        if source.is_file() and not source.is_symlink():
            text = source.read_bytes().decode("utf-8", "replace")
            if 3_000 < len(text) < 110_000:
                (prose / f"{taken:04}.txt").write_text(text)
                taken += 1
    (folder / "one.md").write_text(document(1, 10_000, "md"))
