#!/usr/bin/env python3
"""Publishing with a safety net by the command line and from the staff's page: what is lost is shown and not published
without consent, a running server takes up what is published, and every version can be put back.

    publish_test.py PROGRAM
"""
import fcntl
import os
import pty
import shutil
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "stress"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from staff_test import PASSWORD, Browser, run  # noqa: E402  pylint: disable=wrong-import-position
from support import ROOT, Server, Workspace, chat, command  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[-1]
PATIENCE = 20.0  # seconds until a version is served

STORNO = "dk-storno-temeljnice"
QUESTIONS = f"""qid\tarticle\tstyle\tlang\ttext
q1-a\t{STORNO}\tnatural\tsl\tkako storniram knjiženo temeljnico
q2-a\tkolesa\tnatural\tsl\tkako popravim koleščke na pisarniškem stolu
q3-a\t-\tnatural\tsl\tkakšno bo jutri vreme v Kopru
"""
CHAIRS = """---
id: kolesa
title: Popravilo koleščkov na pisarniškem stolu
module: Sistem
kind: tip
lang: sl
---

Koleščke na pisarniškem stolu popravimo tako, da stol obrnemo in jih privijemo.
"""


TEMPLATE = None  # a knowledge base with its first version, made once


def setUpModule():
    global TEMPLATE
    space = unittest.enterModuleContext(Workspace(PROGRAM))
    TEMPLATE = space.path
    shutil.copytree(ROOT / "kb", TEMPLATE / "kb", ignore=shutil.ignore_patterns("*.cc", "*.h", "CMakeLists.txt"))
    (TEMPLATE / "kb" / "questions.tsv").write_text(QUESTIONS, encoding="utf-8")
    command(PROGRAM, "index", "--kb", TEMPLATE / "kb", "--data", TEMPLATE / "data")


class PublishFolders(unittest.TestCase):
    """A knowledge base and data of its own."""

    def setUp(self):
        space = self.enterContext(Workspace(PROGRAM))
        self.kb, self.data = space.path / "kb", space.path / "data"
        shutil.copytree(TEMPLATE, space.path, dirs_exist_ok=True)

    def publish(self, *arguments, code=0):
        """What it prints, on stdout and stderr."""
        done = subprocess.run([PROGRAM, "publish", "--data", self.data, *map(str, arguments)], capture_output=True,
                              text=True, timeout=120, stdin=subprocess.DEVNULL, check=False,
                              env={**os.environ, "POMOCNIK_WORD_LISTS": os.devnull})
        told = done.stdout + done.stderr
        self.assertEqual(done.returncode, code, told)
        return told

    def versions(self):
        """The lines of --list, newest first."""
        return self.publish("--list").splitlines()

    def served(self):
        """The version that the list says is in service."""
        return next(line.split()[0] for line in self.versions() if "in service" in line)

    def wait_for(self, server, version):
        end = time.monotonic() + PATIENCE
        while (now := server.request("GET", "/readyz").json()["index"]) != version:
            self.assertLess(time.monotonic(), end, f"{now} is served instead of {version}")
            time.sleep(0.2)  # below what one client may ask


class PublishTest(PublishFolders):
    def test_a_lost_question_is_shown_and_needs_consent(self):
        first = self.served()
        (self.kb / "articles" / f"{STORNO}.md").unlink()
        for arguments in (["--dry-run"], []):
            told = self.publish("--kb", self.kb, *arguments, code=1)
            self.assertIn("0 added, 0 changed, 1 removed", told)
            self.assertIn("3 questions asked: 0 won, 1 lost", told)
            self.assertIn("lost  kako storniram knjiženo temeljnico  [q1-a]", told)
            self.assertIn(f"expected {STORNO}; was answer {STORNO}; now", told)
            self.assertIn(f"q1-a expects the article '{STORNO}', which does not exist", told)
            self.assertEqual(first, self.served())
            self.assertFalse((self.data / "candidate").exists())
        self.publish("--kb", self.kb, "--allow-lost", 1)
        self.assertNotEqual(first, self.served())

    def test_published_taken_up_rolled_back_and_forward_by_a_running_server(self):
        first = self.served()
        (self.kb / "articles" / "kolesa.md").write_text(CHAIRS, encoding="utf-8")
        with Server(PROGRAM, self.data) as server:
            told = self.publish("--kb", self.kb)
            self.assertIn("  + kolesa  Popravilo koleščkov", told)
            self.assertIn("1 won, 0 lost", told)
            self.assertIn("won   kako popravim koleščke na pisarniškem stolu", told)
            second = self.served()
            self.wait_for(server, second)
            self.assertIn(f"In service is {first}", self.publish("--rollback"))
            self.wait_for(server, first)
            self.assertIn("rolled back", self.versions()[0])
            self.publish("--rollback", second)
            self.wait_for(server, second)
            self.publish("--rollback", first)
            self.wait_for(server, first)
            server.stop()
        with Server(PROGRAM, self.data) as server:  # the choice outlives a restart
            self.wait_for(server, first)
        self.assertEqual(2, len(self.versions()))

    def test_the_first_version_is_published_into_an_empty_folder(self):
        shutil.rmtree(self.data)
        told = self.publish("--kb", self.kb)
        self.assertIn("the first one", told)
        self.assertIn("Published", told)
        self.assertIn("no version is older", self.publish("--rollback", code=1))
        self.assertIn("no version 1 in", self.publish("--rollback", 1, code=1))

    def test_what_is_broken_is_told_by_file_and_line_and_changes_nothing(self):
        first = self.served()
        for name, text, complaint in (
                ("lexicon/synonyms.yaml", "- [a\n", "lexicon/synonyms.yaml:"),
                ("questions.tsv", "qid\tarticle\tstyle\tlang\ttext\nq1-a\n", "questions.tsv:2: no article")):
            with self.subTest(name=name):
                before = (self.kb / name).read_text(encoding="utf-8")
                (self.kb / name).write_text(text, encoding="utf-8")
                self.assertIn(complaint, self.publish("--kb", self.kb, code=1))
                (self.kb / name).write_text(before, encoding="utf-8")
        self.assertEqual(first, self.served())
        self.assertFalse((self.data / "candidate").exists())

    def test_at_a_terminal_it_asks_first(self):
        first = self.served()
        (self.kb / "articles" / f"{STORNO}.md").unlink()
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ["POMOCNIK_WORD_LISTS"] = os.devnull
            os.execv(PROGRAM, [PROGRAM, "publish", "--kb", str(self.kb), "--data", str(self.data)])
        shown = b""
        while not shown.endswith(b"Questions are lost. Publish it all the same? [y/N] "):
            shown += os.read(terminal, 1024)
        os.write(terminal, b"n\n")
        self.assertEqual(1, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        os.close(terminal)
        self.assertEqual(first, self.served())

    def test_a_second_one_at_once_is_refused(self):
        with open(self.data / "publish.lock", "w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for arguments in (["--kb", self.kb], ["--rollback"]):
                self.assertIn("another version is being prepared", self.publish(*arguments, code=1))

    def test_what_a_killed_one_leaves_is_no_version(self):
        first = self.served()
        left = self.data / "candidate"
        left.mkdir()
        (left / ".building-1").write_text("half a file", encoding="ascii")
        # Moved into place without its manifest yet.
        (self.data / "index" / "20990101T000000000-00000000.db").write_text("", encoding="ascii")
        self.assertEqual(first, self.served())
        self.publish("--kb", self.kb, "--yes")
        self.assertFalse((left / ".building-1").exists())

    def test_the_options_say_how_they_are_used(self):
        told = subprocess.run([PROGRAM, "publish", "--help"], capture_output=True, text=True, check=True).stdout
        for example in ("--dry-run", "--rollback VERSION", "--allow-lost 2", "questions.tsv"):
            self.assertIn(example, told)
        missing = subprocess.run([PROGRAM, "publish", "--data", self.data], capture_output=True, text=True, check=False)
        self.assertNotEqual(0, missing.returncode)
        self.assertIn("--kb", missing.stderr + missing.stdout)



class DeskTest(PublishFolders):
    """The same over HTTP, by a curator."""

    def setUp(self):
        super().setUp()
        self.staff("add", "ana", "--role", "curator")

    def staff(self, *arguments):
        done = run(*arguments, "--password-stdin", "--data", self.data, password=PASSWORD + "\n")
        self.assertEqual(done.returncode, 0, done.stderr)

    def curator(self, server):
        browser = Browser(server.port)
        self.assertEqual(200, browser.sign_in("ana").status)
        return browser

    def ask(self, browser, method, path, body=None, status=200):
        reply = browser.ask(method, path, body)
        self.assertEqual(status, reply.status, reply.body)
        return reply.json()

    def wait(self, browser, until):
        """How publishing stands once that is so."""
        end = time.monotonic() + PATIENCE
        while not until(now := self.ask(browser, "GET", "publish")):
            self.assertLess(time.monotonic(), end, now)
            time.sleep(0.2)  # below what one client may ask
        return now

    def prepare(self, browser):
        self.assertIn(self.ask(browser, "POST", "publish/prepare", {})["state"], ("building", "checking", "ready"))
        now = self.wait(browser, lambda now: now["state"] in ("ready", "failed"))
        self.assertEqual("ready", now["state"], now)
        return now["candidate"]

    def answered_by(self, server, message, key):
        reply = chat(server.port, message, key).json()
        return [citation["article"] for citation in reply["citations"]] if reply["decision"] == "answer" else []

    def test_a_gap_is_closed_and_opened_again(self):
        question = "kako popravim koleščke na pisarniškem stolu"
        with Server(PROGRAM, self.data, "--kb", self.kb) as server:
            self.assertNotIn("popravilo-kolesckov", self.answered_by(server, question, "before-0001"))
            ana = self.curator(server)
            first = self.ask(ana, "GET", "publish")["served"]
            saved = self.ask(ana, "POST", "edits/article", {
                "title": "Popravilo koleščkov", "module": "Sistem", "kind": "tip", "lang": "sl",
                "markdown": "Koleščke na pisarniškem stolu popravimo tako, da stol obrnemo in jih privijemo.",
                "questions": [question]})
            self.assertEqual("popravilo-kolesckov", saved["id"])
            candidate = self.prepare(ana)
            self.assertEqual([{"id": saved["id"], "title": "Popravilo koleščkov"}], candidate["changes"]["added"])
            won = candidate["won"]
            self.assertIn((question, "Popravilo koleščkov"), [(row["text"], row["now"]) for row in won])
            self.assertEqual([], candidate["lost"])
            self.assertEqual(first, self.ask(ana, "GET", "publish")["served"])
            self.ask(ana, "POST", "publish/go", {"version": candidate["version"]})
            self.wait(ana, lambda now: now["served"] == candidate["version"])
            self.assertEqual([saved["id"]], self.answered_by(server, question, "after-00001"))
            self.ask(ana, "POST", "publish/rollback", {"version": first})
            now = self.wait(ana, lambda now: now["served"] == first)
            self.assertIn(candidate["version"], [version["version"] for version in now["versions"]])
            self.assertEqual([], self.answered_by(server, question, "rolled-0001"))
            server.stop()

    def test_a_candidate_that_was_overtaken_does_not_go(self):
        with Server(PROGRAM, self.data, "--kb", self.kb) as server:
            ana = self.curator(server)
            (self.kb / "articles" / "kolesa.md").write_text(CHAIRS, encoding="utf-8")
            candidate = self.prepare(ana)
            self.publish("--kb", self.kb, "--yes")
            refused = self.ask(ana, "POST", "publish/go", {"version": candidate["version"]}, status=409)
            self.assertEqual("conflict", refused["error"]["code"])
            with open(self.data / "publish.lock", "w", encoding="ascii") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                self.ask(ana, "POST", "publish/prepare", {}, status=409)
            (self.kb / "policy" / "thresholds.yaml").write_text("answer: often\n", encoding="utf-8")
            self.ask(ana, "POST", "publish/prepare", {})
            failed = self.wait(ana, lambda now: now["state"] == "failed")
            self.assertIn("policy/thresholds.yaml:1: error", failed["error"])
            self.assertEqual("idle", self.ask(ana, "POST", "publish/discard", {})["state"])

    def test_a_stop_does_not_wait_for_what_is_prepared(self):
        with Server(PROGRAM, self.data, "--kb", self.kb) as server:
            self.ask(self.curator(server), "POST", "publish/prepare", {})
            self.assertLess(server.stop(), 8)

    def test_without_a_folder_the_desk_says_how_editing_is_turned_on(self):
        with Server(PROGRAM, self.data) as server:
            ana = self.curator(server)
            self.assertFalse(self.ask(ana, "GET", "publish")["editable"])
            for path, body in (("publish/prepare", {}), ("edits/synonym", {"word": "a", "means": "b", "lang": "sl"})):
                refused = self.ask(ana, "POST", path, body, status=409)["error"]
                self.assertEqual("editing_off", refused["code"])
                self.assertIn("kb: ", refused["message"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
