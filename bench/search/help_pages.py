#!/usr/bin/env python3
"""Turns LibreOffice's Slovene help into articles, to be indexed beside a question set's own as distractors.

    help_pages.py FOLDER [--count 2000] [--pages /usr/share/libreoffice/help/sl/text]

Writes one Markdown file a page into FOLDER: title, headings and paragraphs. Pages of fewer than 20 words are left
out; of the others each run takes the same ones, spread over all programs. The pages come from Debian's
libreoffice-help-sl (`script/bootstrap --bench`); what is written is for measuring only and belongs to nobody's
knowledge base.
"""
import argparse
import hashlib
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

MODULES = {"scalc": "Calc", "swriter": "Writer", "simpress": "Impress", "sdraw": "Draw", "smath": "Math",
           "schart": "Grafikoni", "sdatabase": "Base", "sbasic": "Basic", "shared": "LibreOffice"}
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
TEXTS = {"p", "pre", "td", "th", "li", *HEADINGS}
FEWEST_WORDS = 20


class Page(HTMLParser):
    """The blocks of a page as (tag, text), without what surrounds every page."""

    def __init__(self, html):
        super().__init__()
        self.blocks = []
        self.tag = None
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag in TEXTS:
            self.end_block()
            self.tag = tag
        elif tag == "br":
            self.text += " "

    def handle_endtag(self, tag):
        if tag in TEXTS:
            self.end_block()

    def handle_data(self, data):
        if self.tag:
            self.text += data

    def end_block(self):
        text = " ".join(self.text.split())
        if self.tag and text:
            self.blocks.append((self.tag, text))
        self.tag = None
        self.text = ""


def escape(text):
    """As Markdown that means just these letters."""
    text = re.sub(r"([\\`*_{}\[\]<>|~#])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=>:])", r"\\\1", text))


def article(path, pages):
    """An article's id and Markdown; None when the page says too little."""
    html = path.read_text(encoding="utf-8")
    body = html.partition('<div id="DisplayArea"')[2].partition('<div id="SearchFrame">')[0]
    blocks = Page('<div id="DisplayArea"' + body).blocks
    title = next((text for tag, text in blocks if tag == "h1"), None)
    if title is None or sum(len(text.split()) for _, text in blocks) < FEWEST_WORDS:
        return None
    place = path.relative_to(pages)
    name = "lo-" + re.sub(r"[^a-z0-9]+", "-", str(place.with_suffix("")).lower()).strip("-")
    quoted = title[:200].replace("\\", "").replace('"', "'")
    lines = ["---", f"id: {name}", f'title: "{quoted}"', f"module: {MODULES.get(place.parts[0], 'LibreOffice')}",
             "kind: f1", "lang: sl", "---"]
    seen_title = False
    for tag, text in blocks:
        if tag == "h1" and not seen_title:
            seen_title = True
            continue
        lines += ["", "#" * max(HEADINGS.get(tag, 0), 2) + " " + escape(text) if tag in HEADINGS else escape(text)]
    return name, "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--pages", type=Path, default=Path("/usr/share/libreoffice/help/sl/text"))
    options = parser.parse_args()
    if not options.pages.is_dir():
        sys.exit(f"help_pages.py: no folder {options.pages}; run script/bootstrap --bench")
    paths = sorted(options.pages.rglob("*.html"),
                   key=lambda path: hashlib.sha256(str(path.relative_to(options.pages)).encode()).digest())
    options.folder.mkdir(parents=True, exist_ok=True)
    names = set()
    for path in paths:
        if len(names) == options.count:
            break
        made = article(path, options.pages)
        if made and made[0] not in names:
            names.add(made[0])
            (options.folder / f"{made[0]}.md").write_text(made[1], encoding="utf-8")
    print(f"{len(names)} articles in {options.folder}")


if __name__ == "__main__":
    main()
