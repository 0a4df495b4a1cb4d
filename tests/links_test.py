#!/usr/bin/env python3
"""Dead links in the Markdown of this tree: files that are not there, anchors that no heading makes.
Articles of the knowledge base are left to `pomocnik index`, which knows their ids, and those that imports are expected to make to
their tests.
"""
import os
import re
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
SKIPPED_FOLDERS = {".git", "build", "data", "node_modules", "articles", "expected"}

FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
INLINE_CODE = re.compile(r"`[^`\n]*`")
INLINE_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
REFERENCE = re.compile(r"^\[[^\]]+\]:\s*<?(\S+?)>?\s*$", re.MULTILINE)
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$", re.MULTILINE)
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def markdown_files(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - SKIPPED_FOLDERS)
        yield from (Path(folder, name) for name in sorted(names) if name.endswith(".md"))


def without_code(text):
    return INLINE_CODE.sub("", FENCE.sub("", text))


def anchors(text):
    """The anchors that GitHub gives to the headings."""
    found = set()
    for heading in HEADING.findall(FENCE.sub("", text)):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
        slug = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        number = 0
        while (numbered := slug if number == 0 else f"{slug}-{number}") in found:
            number += 1
        found.add(numbered)
    return found


def complaint_about(target, file, root):
    """What is wrong with a link in a file, or None."""
    path, _, anchor = unquote(target).partition("#")
    if SCHEME.match(target):
        return None
    linked = file if not path else (root / path[1:] if path.startswith("/") else file.parent / path)
    if not linked.exists():
        return "no such file"
    if anchor and linked.suffix == ".md" and anchor not in anchors(linked.read_text(encoding="utf-8")):
        return "no such heading"
    return None


def dead_links(root):
    dead = []
    for file in markdown_files(root):
        text = without_code(file.read_text(encoding="utf-8"))
        for target in INLINE_LINK.findall(text) + REFERENCE.findall(text):
            complaint = complaint_about(target, file, root)
            if complaint:
                dead.append(f"{file.relative_to(root)}: {target}: {complaint}")
    return dead


class ThisTree(unittest.TestCase):
    maxDiff = None

    def test_has_no_dead_links(self):
        self.assertEqual([], dead_links(ROOT))


class Planted(unittest.TestCase):
    def check(self, text):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "a.md").write_text(text, encoding="utf-8")
            Path(folder, "b.md").write_text("# Kje je `dom`?\n## Šifrant\n## Šifrant\n", encoding="utf-8")
            return dead_links(Path(folder))

    def test_dead_ones_are_found(self):
        for link, complaint in [
            ("[x](c.md)", "a.md: c.md: no such file"),
            ("![x](picture.png \"title\")", "a.md: picture.png: no such file"),
            ("[x]\n\n[x]: c.md", "a.md: c.md: no such file"),
            ("[x](b.md#ni)", "a.md: b.md#ni: no such heading"),
            ("[x](#ni)", "a.md: #ni: no such heading"),
        ]:
            with self.subTest(link=link):
                self.assertEqual([complaint], self.check(link))

    def test_live_ones_are_left_alone(self):
        for link in ["[x](b.md)", "[x](b.md#kje-je-dom)", "[x](b.md#%C5%A1ifrant-1)", "[x](/b.md)",
                     "[x](https://example.com/c.md)", "`[x](c.md)`", "```\n[x](c.md)\n```\n"]:
            with self.subTest(link=link):
                self.assertEqual([], self.check(link))


if __name__ == "__main__":
    sys.exit(unittest.main())
