#!/usr/bin/env python3
"""What a support lead changes in the YAML of kb/ is seen without a build, and a mistake leaves the old words in force.

    policy_edit_test.py PROGRAM
"""
import os
import shutil
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "stress"))
from support import ROOT, Server, Workspace, chat, command  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[-1]
PATIENCE = 20.0  # seconds until a new version is served


class PolicyEditTest(unittest.TestCase):
    def setUp(self):
        self.space = self.enterContext(Workspace(PROGRAM))
        self.kb = self.space.path / "kb"
        shutil.copytree(ROOT / "kb", self.kb, ignore=shutil.ignore_patterns("*.cc", "*.h"))
        self.data = self.space.path / "data"
        command(PROGRAM, "index", "--kb", self.kb, "--data", self.data)
        self.server = self.enterContext(Server(PROGRAM, self.data))
        self.asked = 0

    def edit(self, name, before, after):
        path = self.kb / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(before, text)
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    def say(self, message):
        self.asked += 1
        return chat(self.server.port, message, f"policy-edit-{self.asked:04}").body.decode()

    def see(self, message, words):
        """Asks until the reply holds the words."""
        end = time.monotonic() + PATIENCE
        while words not in (reply := self.say(message)):
            self.assertLess(time.monotonic(), end, reply)
            time.sleep(0.2)

    def check(self, *arguments):
        return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=120,
                              env={**os.environ, "POMOCNIK_WORD_LISTS": os.devnull}, check=False)

    def test_a_price_a_clause_the_hours_and_a_phrase(self):
        self.edit("policy/policy.yaml", 'with_contract: "71"', 'with_contract: "77"')
        self.edit("policy/policy.yaml", "Zahtevek, ki ni oddan prek portala, je plačljiv.",
                  "Kar ne pride prek portala, je plačljivo.")
        self.edit("policy/policy.yaml", 'friday: {opens: "08:00", closes: "16:00"}',
                  'friday: {opens: "08:00", closes: "15:00"}')
        self.edit("phrases/phrases.yaml", "Z veseljem.", "Ni za kaj.")
        self.assertEqual(self.check("check", "--kb", self.kb).returncode, 0)
        command(PROGRAM, "index", "--kb", self.kb, "--data", self.data)
        self.see("hvala", "Ni za kaj.")
        self.see("koliko stane ura vašega dela", "77")
        self.see("poklical vas bom po telefonu, ali se to plača?", "Kar ne pride prek portala")
        self.see("ali delate v petek?", "15.00")

    def test_a_mistake_is_told_by_file_and_line_and_changes_nothing(self):
        self.edit("policy/policy.yaml", "verdict: paid", "verdict: maybe")
        line = 1 + (self.kb / "policy/policy.yaml").read_text(encoding="utf-8").split("verdict: maybe")[0].count("\n")
        for arguments in (("check", "--kb", self.kb), ("index", "--kb", self.kb, "--data", self.data)):
            told = self.check(*arguments)
            self.assertNotEqual(told.returncode, 0)
            self.assertIn(f"policy/policy.yaml:{line}: error", told.stdout + told.stderr)
        self.assertIn("Z veseljem", self.say("hvala"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
