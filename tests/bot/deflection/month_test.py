#!/usr/bin/env python3
"""A month of 2,000 episodes with known truth, through the HTTP API of the real program, and requests as the portal
exports them: the ledger has to be exactly what happened. Over both changes of the clock; the clock of the program is set
by libfaketime.

    month_test.py PROGRAM
"""
import collections
import datetime
import itertools
import json
import os
import random
import sqlite3
import subprocess
import sys
import unittest
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "stress"))
from support import Server, Workspace, command  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[-1]
LIBRARY = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
LJUBLJANA = ZoneInfo("Europe/Ljubljana")
EPISODES = 2000
SECOND = datetime.timedelta(seconds=1)
WINDOW = datetime.timedelta(days=7)
# Half of the month is around the one change of the clock, half around the other.
BEGINS = [datetime.datetime(2026, 10, 17, 20, 30, tzinfo=datetime.UTC),
          datetime.datetime(2027, 3, 20, 21, 30, tzinfo=datetime.UTC)]
DAYS = 15

STORNO = "kako storniram temeljnico"
STORNO_AGAIN = "storno temeljnice"
ASSET = "kako izločim osnovno sredstvo"
TRACTOR = "kako popravim traktor"
PICKED = "dk-storno-temeljnice"

# What an episode has to be in the end.
Truth = collections.namedtuple("Truth", "day standing outcome reason answered questions requests",
                               defaults=(1, 1, 0))
UNANSWERED = {"answered": 0}


class Clock:
    """The time of the program, which stands still between two steps."""

    def __init__(self, path):
        self.path = path

    def set(self, now):
        draft = self.path.with_suffix(".new")
        draft.write_text(now.strftime("%Y-%m-%d %H:%M:%S\n"), encoding="ascii")
        draft.replace(self.path)

    def environment(self):
        return {"LD_PRELOAD": LIBRARY, "FAKETIME_TIMESTAMP_FILE": str(self.path), "FAKETIME_NO_CACHE": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1", "TZ": "UTC",
                "ASAN_OPTIONS": "verify_asan_link_order=0"}


class Visitor:
    """One conversation, from an address of its own."""

    numbers = itertools.count(1)

    def __init__(self, server, address=None, channel="web"):
        number = next(self.numbers)
        self.server, self.channel, self.number = server, channel, number
        self.address = address or f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"
        self.id, self.secret, self.asked, self.turn, self.reply = None, None, 0, None, None

    def post(self, path, body):
        headers = {"Content-Type": "application/json", "X-Real-IP": self.address}
        if self.secret:
            headers["X-Conversation-Secret"] = self.secret
        reply = self.server.request("POST", path, json.dumps(body).encode(), headers)
        assert reply.status == 200, (path, body, reply.status, reply.body)
        return reply.json()

    def ask(self, message, decision, **manner):
        self.asked += 1
        body = {"message": message, "key": f"key-{self.number:05}-{self.asked}", "lang": "sl",
                "context": {"channel": self.channel, "module": "Dvostavno knjigovodstvo"}, **manner}
        if self.id:
            body["conversation"] = self.id
        self.reply = self.post("/api/v1/chat", body)
        assert self.reply["decision"] == decision, (message, self.reply["decision"], decision)
        if not self.id:
            self.id, self.secret = self.reply["conversation"]["id"], self.reply["conversation"]["secret"]
        self.turn = self.reply["turn"]

    def view(self, how="dwell"):
        article = {"article": self.reply["citations"][0]["article"]} if how == "opened" else {}
        self.post("/api/v1/events", {"events": [{"kind": "view", "turn": self.turn, "how": how, **article}]})

    def vote(self, helpful):
        self.post("/api/v1/feedback", {"turn": self.turn, "helpful": helpful})

    def use_draft(self, event="draft_copied"):
        self.post("/api/v1/draft-event", {"turn": self.turn, "event": event})

    @property
    def reference(self):
        return self.reply["handoff"]["draft"]["reference"]


class Month:
    """Who did what, and what is true of it. Steps are made in the order of time, whoever makes them."""

    def __init__(self, server, clock):
        self.server, self.clock = server, clock
        self.truth = {}     # (conversation, episode): Truth
        self.requests = []  # rows of the portal's table
        self.visits = collections.Counter()
        self.steps = []     # (time, order, function)
        self.order = itertools.count()

    def at(self, time, step):
        self.steps.append((time, next(self.order), step))

    def run(self):
        for time, _, step in sorted(self.steps, key=lambda entry: entry[:2]):
            self.clock.set(time)
            step()

    def know(self, visitor, episode, time, standing, outcome, reason, **more):
        day = time.astimezone(LJUBLJANA).date().isoformat()
        self.truth[visitor.id, episode] = Truth(day, standing, outcome, reason, **more)

    def file(self, number, time, text):
        self.requests.append([f"Z-{number}", time.isoformat(), "zaprt", "", "", text])

    # --- What can become of an episode: each plans its steps, which tell what is true of it. ---

    def plain(self, time, act, *truth, channel="web", address=None, **more):
        visitor = Visitor(self.server, address, channel)

        def step():
            act(visitor)
            self.know(visitor, 1, time, *truth, **more)
        self.at(time, step)

    def unread(self, time):
        self.plain(time, lambda v: v.ask(STORNO, "answer"), "counted", "none", "unread")

    def read(self, time):
        def act(visitor):
            visitor.post("/api/v1/events", {"context": {"channel": "web", "module": "Plače"}, "lang": "sl",
                                            "events": [{"kind": "visit"}]})
            visitor.ask(STORNO, "answer")
            visitor.view()
            visitor.view()
        self.visits[time.astimezone(LJUBLJANA).date().isoformat()] += 1
        self.plain(time, act, "counted", "potential", "read")

    def opened(self, time):
        def act(visitor):
            visitor.ask(STORNO, "answer")
            visitor.view("opened")
        self.plain(time, act, "counted", "potential", "read")

    def helped(self, time):
        def act(visitor):
            visitor.ask(STORNO, "answer")
            visitor.vote(False)
            visitor.vote(True)
        self.plain(time, act, "counted", "confirmed", "helpful")

    def not_helped(self, time):
        def act(visitor):
            visitor.ask(ASSET, "answer")
            visitor.vote(True)
            visitor.view()
            visitor.vote(False)
        self.plain(time, act, "counted", "none", "unhelpful")

    def missed(self, time):
        self.plain(time, lambda v: v.ask(TRACTOR, "abstain"), "counted", "none", "not_found", **UNANSWERED)

    def drafted(self, time):
        def act(visitor):
            visitor.ask(STORNO, "answer")
            visitor.vote(True)
            visitor.ask("rad bi oddal zahtevek", "handoff")
        self.plain(time, act, "counted", "none", "drafted", questions=2)

    def copied(self, time):
        def act(visitor):
            visitor.ask(TRACTOR, "abstain")
            visitor.use_draft()
            visitor.use_draft("portal_opened")
        self.plain(time, act, "counted", "none", "drafted", **UNANSWERED)

    def greeted(self, time):
        self.plain(time, lambda v: v.ask("dober dan", "smalltalk"), "greeting", "none", "not_found",
                   answered=0, questions=0)

    def empty(self, time):
        self.plain(time, lambda v: v.ask("???", "abstain"), "empty", "none", "not_found", answered=0, questions=0)

    def tried_out(self, time):
        def act(visitor):
            visitor.ask(STORNO, "answer")
            visitor.vote(True)
        channel = "test" if time.minute % 2 else "staff"
        self.plain(time, act, channel, "confirmed", "helpful", channel=channel)

    def filed(self, time, number, after, reason):
        """A miss, an article that is picked after it and helped, and a request so long after that."""
        visitor = Visitor(self.server)

        def step():
            visitor.ask(TRACTOR, "abstain")
            reference = visitor.reference
            visitor.ask("Storno", "answer", choice=PICKED)
            visitor.vote(True)
            self.file(number, time + after, f"Pozdravljeni,\nOznaka: {reference}; prosim, \"nujno\".")
            outcome = "confirmed" if reason == "helpful" else "none"
            self.know(visitor, 1, time, "counted", outcome, reason, questions=2, requests=1)
        self.at(time, step)

    def returned(self, time, after, reason):
        """Another matter, and then the first one again, so long after its answer."""
        visitor = Visitor(self.server)

        def first():
            visitor.ask(STORNO, "answer")
            visitor.vote(True)
            visitor.ask(ASSET, "answer")
            outcome = "confirmed" if reason == "helpful" else "none"
            self.know(visitor, 1, time, "counted", outcome, reason)
            self.know(visitor, 2, time, "counted", "none", "unread")

        def again():
            visitor.ask(STORNO_AGAIN, "answer")
            self.know(visitor, 3, time + after, "counted", "none", "unread")
        self.at(time, first)
        self.at(time + after, again)

    def crowd(self, time):
        """One address that asks and votes far more than it may have counted."""
        for i in range(203):
            def act(visitor, votes=i < 12):
                visitor.ask(STORNO, "answer")
                if votes:
                    visitor.vote(True)
            truth = ["confirmed", "helpful"] if i < 10 else ["none", "unread"]
            self.plain(time + i * SECOND, act, "counted" if i < 200 else "excess", *truth, address="198.51.100.7")


def plan(month):
    """Fills the month to EPISODES, each kind often, and the rare ones at the edges."""
    rng = random.Random(20261126)
    numbers = itertools.count(1)
    planned = 0
    for begin in BEGINS:
        # Midnights, and the hour that comes twice or not at all.
        for i in range(DAYS * 24):
            month.read(begin + datetime.timedelta(minutes=60 * i + 7))
            planned += 1
        for after, reason in [(WINDOW, "filed"), (WINDOW + datetime.timedelta(milliseconds=1), "helpful"),
                              (SECOND, "filed"), (4 * WINDOW, "helpful")]:
            for i in range(12):
                month.filed(begin + datetime.timedelta(hours=13 * i, minutes=11), next(numbers), after, reason)
                planned += 1
        for after, reason in [(WINDOW, "returned"), (WINDOW + SECOND, "helpful"), (3600 * SECOND, "returned")]:
            for i in range(8):
                month.returned(begin + datetime.timedelta(hours=19 * i, minutes=23), after, reason)
                planned += 3
        month.crowd(begin + datetime.timedelta(days=5, hours=10))
        planned += 203
    common = [month.unread, month.opened, month.helped, month.not_helped, month.missed, month.drafted, month.copied,
              month.greeted, month.empty, month.tried_out]
    for i in range(EPISODES - planned):
        begin = BEGINS[i % 2]
        common[i % len(common)](begin + datetime.timedelta(seconds=rng.randrange(DAYS * 86400)))
    # Some that nobody can join with an episode.
    for number in range(5):
        month.file(f"{number}-tuj", BEGINS[0], "Oznaka: P-000000, telefon 041 123 456")


def read_ledger(data):
    with sqlite3.connect(f"file:{data}/state.db?mode=ro", uri=True) as state:
        rows = state.execute("SELECT conversation_id, number, day, standing, outcome, reason, answered, questions, "
                             "requests FROM episode").fetchall()
        visits = dict(state.execute("SELECT day, SUM(visits) FROM visit_day GROUP BY day").fetchall())
        votes = state.execute("SELECT SUM(helpful), SUM(unhelpful) FROM article_day").fetchone()
        texts = state.execute("SELECT text FROM request").fetchall()
    return {row[:2]: Truth(*row[2:]) for row in rows}, visits, votes, texts


class MonthTest(unittest.TestCase):
    def test_the_ledger_is_exactly_what_happened(self):
        with Workspace(PROGRAM) as work:
            data = work.make_data()
            config = work.path / "pomocnik.yaml"
            # The months lie further apart than drafts are kept, should a purge come in between.
            config.write_text("limits: {requests_per_second: 1000000, burst: 1000000, messages_per_day: 1000000}\n"
                              "retention: {texts_days: 800, events_days: 800, episodes_days: 800}\n")
            clock = Clock(work.path / "time")
            clock.set(BEGINS[0])
            os.environ.update(clock.environment())
            try:
                server = Server(PROGRAM, data, "--config", config)
            finally:
                for name in clock.environment():
                    os.environ.pop(name)
            with server:
                month = Month(server, clock)
                plan(month)
                self.assertEqual(len(month.steps), EPISODES - 48)  # of which a return is two for three
                month.run()
                table = work.path / "zahtevki.csv"
                self.write_table(table, month.requests)
                self.assertEqual(self.import_table(table, data), f"{len(month.requests)} added, 0 updated, "
                                 f"{len(month.requests) - 5} joined with an episode, 0 refused\n")
                self.assertEqual(self.import_table(table, data),
                                 "0 added, 0 updated, 0 joined with an episode, 0 refused\n")
                self.check(month, data)
                server.stop()

    @staticmethod
    def write_table(path, rows):
        lines = [["Številka", "Ustvarjen", "Stanje", "Zaprt", "Rešitev", "Besedilo"], *rows]
        quoted = [";".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines]
        path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(quoted).encode())

    def import_table(self, table, data):
        done = subprocess.run([PROGRAM, "requests", "import", table, "--data", data], capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def check(self, month, data):
        ledger, visits, votes, texts = read_ledger(data)
        self.assertEqual(len(month.truth), EPISODES)
        wrong = [(key, truth, ledger.get(key)) for key, truth in month.truth.items() if ledger.get(key) != truth]
        self.assertEqual(wrong[:5], [])
        self.assertEqual(len(ledger), EPISODES)
        self.assertEqual(visits, dict(month.visits))
        count = collections.Counter(truth.reason for truth in month.truth.values()
                                    if truth.standing == "counted")
        lost = sum(truth.requests and truth.reason == "filed" for truth in month.truth.values())
        drafted = sum(truth.reason == "drafted" and truth.answered for truth in month.truth.values())
        self.assertEqual(votes, (count["helpful"] + count["returned"] + lost + drafted, count["unhelpful"]))
        self.assertFalse(any("041" in text for text, in texts))
        # Folded from its events once more, the ledger is the same.
        told = command(PROGRAM, "stats", "--verify", "--data", data)
        self.assertEqual(told, f"{EPISODES} episodes were folded anew from their events.\n"
                         "The ledger is what the events say.\n")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
