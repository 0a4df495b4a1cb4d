#!/usr/bin/env python3
"""Importing by the command line, and by a running server on its own: the samples come in and are found, a dry run changes nothing,
a source that fails stays as it was and says so, and what changes in a folder is answered soon.

    import_test.py PROGRAM
"""
import json
import os
import shutil
import subprocess
import sys
import time
import unittest
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "stress"))
from support import ROOT, Server, Workspace  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[-1]
os.environ["POMOCNIK_WORD_LISTS"] = os.devnull  # to learn word forms takes longest, above all under a sanitizer
PATIENCE = 120.0  # seconds until something is found on a busy machine; the limits are in bench/import

PAGE = """<html lang="sl"><head><title>Popravilo koleščkov</title></head><body><h1>Popravilo koleščkov</h1>
<p>Koleščke na pisarniškem stolu {how}.</p></body></html>
"""


def run_import(*arguments, code=0):
    done = subprocess.run([PROGRAM, "import", *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != code:
        raise AssertionError(f"exit code {done.returncode}: {done.stdout[-1500:]}{done.stderr[-1500:]}")
    return done


class Importing(unittest.TestCase):
    def setUp(self):
        space = self.enterContext(Workspace(PROGRAM))
        self.place, self.data, self.pages = space.path, space.path / "data", space.path / "pages"
        self.kb = self.place / "kb"
        shutil.copytree(ROOT / "kb", self.kb, ignore=shutil.ignore_patterns("*.cc", "*.h", "CMakeLists.txt"))
        self.pages.mkdir()
        self.write("kolesa.html", PAGE.format(how="privijemo"))
        self.config = self.place / "config.yaml"
        self.config.write_text("kb: kb\nsources:\n  - {name: stoli, format: html, from: pages, module: Pohištvo, lang: sl}\n",
                               encoding="utf-8")

    def write(self, name, text):
        (self.pages / name).write_text(text, encoding="utf-8")

    def report(self, *arguments, code=0):
        path = self.place / "report.json"
        run_import("--config", self.config, "--data", self.data, "--json", path, *arguments, code=code)
        return json.loads(path.read_text(encoding="utf-8"))

    def ask(self, server, question):
        reply = server.request("GET", f"/api/v1/search?q={quote(question)}")
        self.assertEqual(200, reply.status)
        return [each["article"] for each in reply.json()["results"]]

    def wait_until_found(self, server, article, text):
        begin = time.monotonic()
        while time.monotonic() - begin < PATIENCE:
            reply = server.request("GET", f"/api/v1/articles/{article}")
            self.assertIn(reply.status, (200, 404))
            if text in json.dumps(reply.json(), ensure_ascii=False):
                return
            time.sleep(0.2)
        self.fail(f"{text} is not in {article}")

    def test_what_changes_is_taken_over_and_the_rest_stays(self):
        first = self.report()
        self.assertEqual(["kolesa"], [each["id"] for each in first["sources"][0]["added"]])
        self.assertTrue(first["version"])
        again = self.report()
        self.assertEqual("", again["version"])
        self.assertEqual([], again["sources"][0]["changed"])
        self.write("kolesa.html", PAGE.format(how="zamenjamo"))
        dry = self.report("--dry-run")
        self.assertIn("+ Koleščke na pisarniškem stolu zamenjamo.", dry["sources"][0]["changed"][0]["diff"])
        self.assertEqual("", dry["version"])
        changed = self.report()
        self.assertEqual(["kolesa"], [each["id"] for each in changed["sources"][0]["changed"]])
        self.assertTrue(changed["version"])

    def test_a_source_that_fails_keeps_its_articles_and_says_so(self):
        self.report()
        shutil.rmtree(self.pages)
        failed = self.report(code=2)["sources"][0]
        self.assertEqual("failed", failed["outcome"])
        self.assertEqual(1, failed["articles"])
        self.assertTrue((self.data / "sources/stoli/articles/kolesa.md").exists())
        with Server(PROGRAM, self.data, "--config", self.config) as server:
            self.assertEqual("kolesa", self.ask(server, "koleščki na pisarniškem stolu")[0])
            metrics = server.request("GET", "/metrics").body.decode()
            self.assertIn('pomocnik_source_up{source="stoli"} 0', metrics)
            self.assertIn('pomocnik_source_articles{source="stoli"} 1', metrics)
            self.assertIn('pomocnik_source_imported_seconds{source="stoli"}', metrics)

    def test_a_source_that_shrinks_is_refused_until_it_is_allowed(self):
        for number in range(5):
            self.write(f"stran-{number}.html", PAGE.replace("Popravilo", f"Nasvet {number}").format(how=f"{number}-krat obrnemo"))
        self.report()
        for number in range(5):
            (self.pages / f"stran-{number}.html").unlink()
        refused = self.report(code=2)["sources"][0]
        self.assertEqual(("shrunk", 6), (refused["outcome"], refused["articles"]))
        allowed = self.report("--allow-shrink")["sources"][0]
        self.assertEqual(5, len(allowed["removed"]))

    def test_a_running_server_imports_what_changes(self):
        self.report()
        with Server(PROGRAM, self.data, "--config", self.config) as server:
            self.wait_until_found(server, "kolesa", "privijemo")
            self.write("kolesa.html", PAGE.format(how="zamenjamo"))
            self.write("naslon.html", PAGE.replace("Popravilo koleščkov", "Nagib naslona").format(how="ne nagibamo"))
            self.wait_until_found(server, "kolesa", "zamenjamo")
            self.wait_until_found(server, "naslon", "ne nagibamo")
            self.assertLess(server.stop(), 8)

    def test_what_cannot_begin_says_why(self):
        cases = [
            (("--config", self.place / "none.yaml"), "cannot read the configuration file"),
            (("--config", self.config), "no data folder; give --data DIR"),
            (("--config", self.config, "--data", self.data, "--source", "mize"), "names no source 'mize'"),
        ]
        for arguments, told in cases:
            with self.subTest(told=told):
                self.assertIn(told, run_import(*arguments, code=1).stderr)
        self.config.write_text("sources:\n  - {name: stoli, format: word, from: pages}\n", encoding="utf-8")
        self.assertIn("config.yaml:2: error: sources: 'format' must be one of",
                      run_import("--config", self.config, "--data", self.data, code=1).stderr)


class Samples(unittest.TestCase):
    def test_come_in_whole_and_only_once(self):
        data = self.enterContext(Workspace(PROGRAM)).path / "data"
        report = data.parent / "report.json"
        arguments = ("--config", ROOT / "samples/pomocnik.yaml", "--data", data, "--json", report)
        run_import(*arguments)
        first = json.loads(report.read_text(encoding="utf-8"))
        for source in first["sources"]:
            with self.subTest(source=source["source"]):
                self.assertEqual("imported", source["outcome"], source["error"])
                self.assertGreater(len(source["added"]), 0)
        copies = {(copy["source"], copy["copy"]) for copy in first["merged"]}
        self.assertGreaterEqual(len(copies), 3)
        run_import(*arguments)
        again = json.loads(report.read_text(encoding="utf-8"))
        self.assertEqual("", again["version"])
        for source in again["sources"]:
            self.assertEqual([], source["added"] + source["changed"] + source["removed"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
