#!/usr/bin/env python3
"""A made-up year and its figures by the command line.

    stats_test.py PROGRAM
"""
import csv
import io
import json
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "stress"))
from support import Server, Workspace, command  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[-1]
YEAR = ["--episodes", "1500", "--days", "60", "--until", "2026-11-22"]
PERIOD = ["--from", "2026-10-01", "--to", "2026-11-22"]


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False)


class StatsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.workspace = cls.enterClassContext(Workspace(PROGRAM))
        cls.data = cls.workspace.make_data()
        command(PROGRAM, "demo-data", "--data", cls.data, *YEAR)

    def figures(self, *more):
        return json.loads(command(PROGRAM, "stats", "--data", self.data, *PERIOD, "--format", "json", *more))

    def test_the_figures_add_up(self):
        figures = self.figures()
        totals = figures["totals"]
        self.assertGreater(totals["visits"], totals["episodes"])
        self.assertEqual(totals["episodes"], totals["confirmed"] + totals["potential"] + totals["none"])
        self.assertEqual(totals["episodes"], sum(figures["reasons"].values()))
        for rows in ("byChannel", "byModule", "byLang"):
            self.assertEqual(totals["episodes"], sum(row["episodes"] for row in figures[rows]))
        self.assertEqual(totals["episodes"], sum(point["episodes"] for point in figures["series"]["points"]))
        self.assertEqual({"web", "f1", "portal"}, {row["key"] for row in figures["byChannel"]})
        self.assertEqual({"sl", "en", "hr"}, {row["key"] for row in figures["byLang"]})
        for outcome in ("confirmed", "potential", "none"):
            self.assertGreater(totals[outcome], totals["episodes"] // 20, outcome)
        self.assertGreater(figures["knows"]["requestsImported"], 0)

    def test_all_episodes_are_there(self):
        whole = json.loads(command(PROGRAM, "stats", "--data", self.data, "--from", "2026-09-01", "--to", "2026-11-30",
                                   "--format", "json"))
        self.assertEqual(1500, whole["totals"]["episodes"] + sum(whole["excluded"].values()))

    def test_a_filter_leaves_only_its_own(self):
        all_of_it = self.figures()
        web = self.figures("--channel", "web")
        row = next(row for row in all_of_it["byChannel"] if row["key"] == "web")
        self.assertEqual(row["episodes"], web["totals"]["episodes"])

    def test_the_table_and_the_csv_say_the_same(self):
        totals = self.figures()["totals"]
        table = command(PROGRAM, "stats", "--data", self.data, *PERIOD)
        self.assertIn(f"{totals['episodes']:,}", table)
        text = command(PROGRAM, "stats", "--data", self.data, *PERIOD, "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
        first = next(row for row in rows if row["table"] == "totals")
        self.assertEqual(str(totals["confirmed"]), first["confirmed"])

    def test_the_ledger_is_what_the_events_say(self):
        done = run("stats", "--data", self.data, "--verify")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("The ledger is what the events say.", done.stdout)

    def test_the_figures_are_read_beside_a_server(self):
        with Server(PROGRAM, self.data) as server:
            self.assertGreater(self.figures()["totals"]["episodes"], 0)
            server.stop()

    def test_the_same_seed_makes_the_same_year(self):
        again = self.workspace.path / "again"
        command(PROGRAM, "index", "--kb", Path(__file__).resolve().parents[3] / "kb", "--data", again)
        command(PROGRAM, "demo-data", "--data", again, *YEAR)
        other = json.loads(command(PROGRAM, "stats", "--data", again, *PERIOD, "--format", "json"))
        self.assertEqual(self.figures(), other)

    def test_made_up_traffic_is_never_added_to_what_is_there(self):
        done = run("demo-data", "--data", self.data, *YEAR)
        self.assertEqual(1, done.returncode)
        self.assertIn("give a folder of its own", done.stderr)

    def test_what_is_wrong_is_told(self):
        empty = self.workspace.path / "empty"
        empty.mkdir()
        self.assertIn("there is no state", run("stats", "--data", empty).stderr)
        self.assertIn("is before", run("stats", "--data", self.data, "--from", "2026-11-02", "--to", "2026-11-01").stderr)
        self.assertIn("expected a day", run("stats", "--data", self.data, "--from", "yesterday").stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
