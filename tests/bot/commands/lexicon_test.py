#!/usr/bin/env python3
"""A lemma model made by an operator, from a word list or a list of pairs, and what it changes.

    lexicon_test.py PROGRAM
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = sys.argv[-1]
KB = Path(__file__).resolve().parents[3] / "kb"

# An adjective whose forms share too few letters for any rule.
PAIRS = "škrbotav\tškrbotav\nčmrlja\tškrbotav\nčmrljih\tškrbotav\n"
ARTICLE = """---
id: skrbotavi-zapisi
title: Škrbotavi zapisi
module: Test
kind: tip
lang: sl
---

Škrbotav zapis popravite z gumbom Škrbotav.
"""


def run(*arguments, text=None):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=text, capture_output=True, text=True, timeout=120,
                          check=False)


class LexiconTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.data = self.folder / "data"
        (self.folder / "articles").mkdir()
        (self.folder / "articles" / "skrbotavi-zapisi.md").write_text(ARTICLE, encoding="utf-8")

    def first_article(self, question):
        """Indexes anew, asks, and returns the best article's id."""
        made = run("index", "--kb", KB, "--data", self.data, "--articles", self.folder / "articles")
        self.assertEqual(made.returncode, 0, made.stderr)
        asked = json.dumps({"id": "1", "text": question})
        answer = json.loads(run("ask", "--data", self.data, "--batch", text=asked + "\n").stdout)
        return answer["articles"][0] if answer["articles"] else None

    def test_pairs_of_ones_own_are_used_from_the_next_index_on(self):
        (self.folder / "pairs.tsv").write_text(PAIRS, encoding="utf-8")
        self.assertIsNone(self.first_article("čmrljih"))
        built = run("lexicon", "build", "--data", self.data, "--pairs", self.folder / "pairs.tsv")
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertIn("3 pairs", built.stdout)
        self.assertEqual(self.first_article("čmrljih"), "skrbotavi-zapisi")

    def test_a_word_list_is_expanded(self):
        lists = self.folder / "lists"
        lists.mkdir()
        (lists / "sl_SI.aff").write_text("SET UTF-8\nSFX M Y 1\nSFX M 0 a .\n", encoding="utf-8")
        words = "korak/M koraku korakom koraki korakov korake korakih korakoma".split()
        (lists / "sl_SI.dic").write_text("\n".join([str(len(words)), *words]), encoding="utf-8")
        built = run("lexicon", "build", "--data", self.data, "--word-lists", lists)
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertIn("Lemma model: 9 pairs", built.stdout)
        self.assertIn("no word list hr_HR", built.stderr)

    def test_what_is_missing_or_wrong_is_said(self):
        missing = run("lexicon", "build", "--data", self.data, "--word-lists", self.folder)
        self.assertEqual(missing.returncode, 1)
        self.assertIn("hunspell-sl", missing.stderr)
        (self.folder / "bad.tsv").write_text("one\n", encoding="utf-8")
        wrong = run("lexicon", "build", "--data", self.data, "--pairs", self.folder / "bad.tsv")
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("line 1", wrong.stderr)
        self.data.mkdir(exist_ok=True)
        (self.data / "lemmas.model").write_bytes(b"broken")
        refused = run("index", "--kb", KB, "--data", self.data)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("lemma model", refused.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
