#!/usr/bin/env python3
"""Measuring by the command line: a set with articles of its own, two runs compared, a fit.

    eval_test.py PROGRAM
"""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = sys.argv[-1]
ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "eval"  # a larger set, where there is one

SUBJECTS = ["kolesa", "letala", "ladje", "vlaki", "traktorji", "jadrnice", "kajaki", "motorji", "tramvaji", "sani"]
ARTICLE = """---
id: a-{subject}
title: Kako se popravijo {subject}
module: Test
kind: tip
lang: sl
---

Za {subject} odpremo delavnico in pritisnemo gumb Popravi.
"""


def run(*arguments):
    # Without word lists, so that nothing has to be learnt.
    return subprocess.run([PROGRAM, "eval", *map(str, arguments)], capture_output=True, text=True, timeout=120,
                          env={**os.environ, "POMOCNIK_WORD_LISTS": os.devnull}, check=False)


def figures(text):
    """name -> (value, number of questions)"""
    table = text[text.index("figure "):text.index("Interval: ")].splitlines()[1:]
    return {line.split()[0]: (line.split()[1], line.split()[-1]) for line in table}


class EvalTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.set = self.folder / "set"
        (self.set / "articles").mkdir(parents=True)
        for subject in SUBJECTS:
            (self.set / "articles" / f"{subject}.md").write_text(ARTICLE.format(subject=subject), encoding="utf-8")
        self.ask([("n1-a", f"a-{SUBJECTS[0]}", "kako se popravijo kolesa"),
                  ("n2-a", f"a-{SUBJECTS[1]}", "popravilo za kolesa"),
                  ("n3-a", "-", "kje je astronavt")])
        (self.set / "outside.tsv").write_text("qid\tkind\ttext\no1\tsmalltalk\tživjo\n", encoding="utf-8")
        (self.set / "policy.tsv").write_text("qid\ttext\tverdict\np1\tkdaj delate\tinfo\n", encoding="utf-8")

    def ask(self, questions):
        rows = ["qid\tarticle\tstyle\tlang\ttext"]
        rows += [f"{qid}\t{article}\tnatural\tsl\t{text}" for qid, article, text in questions]
        (self.set / "questions.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    def eval(self, *arguments, kb=ROOT / "kb", code=0):
        done = run("--kb", kb, "--data", self.folder / "data", "--set", self.set, *arguments)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stderr if code == 1 else done.stdout

    def changed_kb(self, intercept):
        kb = self.folder / "kb"
        shutil.copytree(ROOT / "kb", kb)
        self.set_value(kb / "policy" / "confidence.yaml", "intercept", intercept)
        self.set_value(kb / "policy" / "thresholds.yaml", "named", 1)  # only the confidence decides
        return kb

    @staticmethod
    def set_value(file, key, value):
        lines = [f"{key}: {value}" if line.startswith(key) else line
                 for line in file.read_text(encoding="utf-8").splitlines()]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def test_figures_and_failures_are_told(self):
        told = self.eval()
        found = figures(told)
        self.assertEqual(found["r1.all"], ("0.500", "2"))
        self.assertEqual(found["wrong.absent"], ("0.000", "1"))
        self.assertEqual(found["smalltalk"], ("1.000", "1"))
        self.assertEqual(found["verdict"], ("1.000", "1"))
        self.assertIn("n2-a misses r1.all", told)
        self.assertIn("a-kolesa Kako se popravijo kolesa", told)  # came
        self.assertIn("a-letala", told)  # expected
        self.assertNotIn("n1-a misses", told)
        self.assertIn("And (--failures shows more): n2-a", self.eval("--failures", 0))

    def test_two_runs_are_compared_by_question(self):
        saved = self.folder / "run.jsonl"
        self.eval("--save", saved)
        self.assertIn("No figure differs", self.eval("--against", saved))
        self.assertIn("over 4 of 5 questions", self.compare_without(saved, "n3-a"))
        silent = self.eval("--against", saved, kb=self.changed_kb(-100))
        self.assertIn("solved.all lost 1: n1-a", silent)
        self.assertNotIn("r1.all lost", silent)

    def compare_without(self, saved, qid):
        lines = [line for line in saved.read_text().splitlines() if f'"{qid}"' not in line]
        saved.write_text("\n".join(lines) + "\n")
        return self.eval("--against", saved)

    def test_worse_beyond_chance_is_exit_code_2(self):
        self.ask([(f"n{i}-a", f"a-{subject}", f"kako se popravijo {subject}") for i, subject in enumerate(SUBJECTS)])
        saved = self.folder / "run.jsonl"
        self.eval("--save", saved)
        self.assertIn("solved.all lost 10", self.eval("--against", saved, kb=self.changed_kb(-100), code=2))

    def test_a_fit_writes_weights_that_can_be_used(self):
        self.ask([(f"n{i}-a", f"a-{subject}", f"kako se popravijo {subject}") for i, subject in enumerate(SUBJECTS)] +
                 [(f"m{i}-a", "-", f"kje za {subject} najdem zeleno barvo in krznen plašč")
                  for i, subject in enumerate(SUBJECTS)])
        kb = self.changed_kb(0)
        told = self.eval("--fit", kb / "policy" / "confidence.yaml", kb=kb)
        self.assertIn("20 examples of 20 needs", told)
        self.assertIn("| 0.9 to 1.0 |", told)
        self.assertNotIn("intercept: 0", (kb / "policy" / "confidence.yaml").read_text(encoding="utf-8"))
        found = figures(self.eval(kb=kb))
        self.assertEqual(found["solved.all"], ("1.000", "10"))
        self.assertEqual(found["wrong.absent"], ("0.000", "10"))

    def test_what_cannot_be_measured_is_exit_code_1(self):
        self.ask([("n1-a", "a-raketa", "kako se popravi raketa")])
        self.assertIn("n1-a expects the article a-raketa", self.eval(code=1))
        self.assertIn("no questions in", run("--kb", ROOT / "kb", "--data", self.folder / "data", "--set",
                                             self.folder).stderr)
        bad = self.folder / "bad.jsonl"
        bad.write_text('{"id": "n1-a"}\n')
        self.ask([("n1-a", "a-kolesa", "kolesa")])
        self.assertIn("bad.jsonl: line 1 is not what", self.eval("--against", bad, code=1))

    @unittest.skipUnless((SHARED / "score.py").exists(), "no ../shared/eval")
    def test_figures_equal_those_of_another_program(self):
        self.set = SHARED
        saved = self.folder / "run.jsonl"
        found = figures(self.eval("--save", saved))
        scored = subprocess.run([sys.executable, SHARED / "score.py", SHARED, saved], capture_output=True, text=True,
                                check=True).stdout
        expected = {name: (value, count.strip("()")) for name, value, count in
                    (line.split() for line in scored.splitlines() if "(" in line)}
        self.assertGreater(len(expected), 30)
        self.assertEqual(found, expected)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
