#!/usr/bin/env python3
"""A lemma model made by an operator, from a word list or a list of pairs, and what it changes.

    lexicon_test.py PROGRAM
"""
import json
import os
import re
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


def run(*arguments, text=None, word_lists=os.devnull):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=text, capture_output=True, text=True, timeout=120,
                          env={**os.environ, "POMOCNIK_WORD_LISTS": str(word_lists)}, check=False)


def pairs_in(output):
    """How many pairs were learnt, the irregular words of the program among them."""
    return int(re.search(r"(\d+) pairs", output).group(1))


class LexiconTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.data = self.folder / "data"
        (self.folder / "articles").mkdir()
        (self.folder / "articles" / "skrbotavi-zapisi.md").write_text(ARTICLE, encoding="utf-8")

    def index(self, word_lists=os.devnull):
        made = run("index", "--kb", KB, "--data", self.data, "--articles", self.folder / "articles",
                   word_lists=word_lists)
        self.assertEqual(made.returncode, 0, made.stderr)
        return made.stderr

    def first_article(self, question):
        """Indexes anew, asks, and returns the best article's id."""
        self.index()
        asked = json.dumps({"id": "1", "text": question})
        answer = json.loads(run("ask", "--data", self.data, "--batch", text=asked + "\n").stdout)
        return answer["articles"][0] if answer["articles"] else None

    def make_lists(self, words="korak/M koraku korakom koraki korakov korake korakih korakoma"):
        """A folder with a Slovene list of these words."""
        lists = self.folder / "lists"
        lists.mkdir(exist_ok=True)
        (lists / "sl_SI.aff").write_text("SET UTF-8\nSFX M Y 1\nSFX M 0 a .\n", encoding="utf-8")
        (lists / "sl_SI.dic").write_text("\n".join(["1", *words.split()]), encoding="utf-8")
        return lists

    def learn_pairs(self):
        (self.folder / "pairs.tsv").write_text(PAIRS, encoding="utf-8")
        return run("lexicon", "build", "--data", self.data, "--pairs", self.folder / "pairs.tsv")

    def test_pairs_of_ones_own_are_used_from_the_next_index_on(self):
        self.assertIsNone(self.first_article("čmrljih"))
        built = self.learn_pairs()
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertIn("3 pairs", built.stdout)
        self.assertEqual(self.first_article("čmrljih"), "skrbotavi-zapisi")

    def test_a_word_list_is_expanded(self):
        lists = self.make_lists()
        built = run("lexicon", "build", "--data", self.data, "--word-lists", lists)
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertGreater(pairs_in(built.stdout), 9)
        self.assertIn("no word list hr_HR", built.stderr)
        again = run("lexicon", "build", "--data", self.data, "--word-lists", lists)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertIn("up to date", again.stdout)

    def test_index_learns_from_the_lists_once_and_again_when_they_change(self):
        model = self.data / "lemmas.model"
        all_forms = pairs_in(self.index(self.make_lists()))
        first = model.read_bytes()
        self.assertNotIn("pairs", self.index(self.make_lists()))
        self.assertEqual(model.read_bytes(), first)
        one_less = "korak koraka koraku korakom koraki korakov korake korakih"
        self.assertEqual(pairs_in(self.index(self.make_lists(one_less))), all_forms - 1)
        self.assertNotEqual(model.read_bytes(), first)
        # Lists that were taken away take nothing with them.
        self.assertNotIn("warning: no word list sl_SI", self.index())

    def test_index_keeps_a_model_learnt_from_pairs(self):
        self.learn_pairs()
        pairs = (self.data / "lemmas.model").read_bytes()
        self.index(self.make_lists())
        self.assertEqual((self.data / "lemmas.model").read_bytes(), pairs)
        run("lexicon", "build", "--data", self.data, word_lists=self.make_lists())
        self.assertNotEqual((self.data / "lemmas.model").read_bytes(), pairs)

    def test_without_lists_index_names_the_packages(self):
        warning = self.index()
        for package in ("hunspell-sl", "hunspell-hr", "hunspell-en-us"):
            self.assertIn(package, warning)
        self.assertFalse((self.data / "lemmas.model").exists())

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
        self.assertIn("no lemma model; delete the file", refused.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
