#!/usr/bin/env python3
"""Kills the program (kill -9) while visitors write, again and again, and compares what it acknowledged with what
is there: nothing acknowledged is lost, nothing is there twice, a repeated key gets the same turn, the database
is sound, and the program is ready again within two seconds.
"""
import random
import sys
import threading
import time

from progress import Progress
from support import Failure, Rows, Server, Workspace, Writers, make_parser, quantile, require, run_and_tell

WRITERS = 8
SHORTEST, LONGEST = 0.010, 0.500  # seconds from readiness to the kill
CHECK_EVERY = 50                  # kills
REPEATS = 3                       # acknowledged turns asked again after each start
READY_LIMIT = 2.0                 # seconds


class Ledger:
    """What was asked, and what the program said. Thread-safe."""

    def __init__(self):
        self._lock = threading.Lock()
        self.saved = []
        self.open = []  # not known to be kept; to be asked again under the same key
        self.unsaved = 0

    def note(self, turn, reply):
        if reply is not None and reply.status != 200:
            raise Failure(f"status {reply.status}: {reply.body[:200]!r}")
        with self._lock:
            (self.saved if turn.is_saved else self.open).append(turn)
            self.unsaved += reply is not None and not turn.is_saved


def ask_again(server, turn):
    """Repeats a turn under its key; what was acknowledged before must come back as it was."""
    reply = turn.send(server.port)
    require(reply.status == 200, f"a repeat got status {reply.status}: {reply.body[:200]!r}")
    answer = reply.json()
    require(turn.reply is None or not turn.reply["saved"] or answer == turn.reply,
            f"a repeat of {turn.key} got another turn: {answer['turn']}, before {turn.reply and turn.reply['turn']}")
    turn.reply = answer


def settle(server, ledger, chance):
    """Asks again what is open, and a few of what was acknowledged."""
    waiting, ledger.open = ledger.open, []
    for turn in waiting:
        ask_again(server, turn)
        ledger.note(turn, None)
    for turn in chance.sample(ledger.saved, min(REPEATS, len(ledger.saved))):
        ask_again(server, turn)


def run(options):
    chance = random.Random(options.seed)
    ledger = Ledger()
    ready = []
    progress = Progress("kill -9", options.kills)
    with Workspace(options.bin) as workspace:
        data = workspace.make_data()
        for number in range(1, options.kills + 1):
            with Server(options.bin, data) as server:
                ready.append(server.ready_seconds)
                settle(server, ledger, chance)
                writers = Writers(server.port, WRITERS, chance, ledger.note)
                time.sleep(chance.uniform(SHORTEST, LONGEST))
                server.kill()
                writers.stop()
            progress.show(number, f"{len(ledger.saved)} acknowledged")
            if number % CHECK_EVERY == 0:
                Rows(data).require_once(ledger.saved)
        with Server(options.bin, data) as server:
            ready.append(server.ready_seconds)
            settle(server, ledger, chance)
            server.stop()
        rows = Rows(data)
    rows.require_once(ledger.saved)
    # Everything that was ever asked has been acknowledged by now, so that one row more is a double.
    require(not ledger.open, f"{len(ledger.open)} turns could not be saved")
    require(len(rows.ids) == len(ledger.saved), f"{len(rows.ids)} rows for {len(ledger.saved)} acknowledged turns")
    require(max(ready) <= READY_LIMIT, f"ready after {max(ready):.2f} s, at most {READY_LIMIT} s")
    return (f"{options.kills} kills, {len(ledger.saved)} acknowledged = {len(rows.ids)} rows, 0 lost, 0 double, "
            f"{ledger.unsaved} answered unsaved, integrity ok, ready again p50 {quantile(ready, 0.5):.2f} s, "
            f"p99 {quantile(ready, 0.99):.2f} s, max {max(ready):.2f} s")


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--kills", type=int, default=500, help="how many times")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
