#!/usr/bin/env python3
"""Strangers try to sign in as staff. Two hundred at once must neither take the program's memory nor make visitors wait, and
how long an answer takes must not tell which names there are.
"""
import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

import support
from neighbour import Neighbour
from progress import Progress
from support import require

AT_ONCE = 200
ROUNDS = 5
MEMORY_LIMIT = 160 * 1024  # KiB
SLOWEST = 0.100            # seconds, for 99 of 100 of a visitor's messages
CALM = 0.060               # seconds: what a machine that has time for this needs for one
ACCOUNTS = 2000            # each is tried less often than would close it
DIFFERENCE = 0.05          # of the medians
WARM_UP = 20


def make_accounts(program, data):
    """Many accounts with one password, because each would take its time to be made."""
    done = subprocess.run(
        [program, "staff", "add", "first", "--role", "viewer", "--password-stdin", "--data", str(data)],
        input="tunel kolo marmor čebela", text=True, capture_output=True, timeout=60, check=False)
    require(done.returncode == 0, f"no account was made: {done.stderr}")
    file = Path(data) / "staff.json"
    [first] = json.loads(file.read_text(encoding="utf-8"))["accounts"]
    accounts = [first | {"name": f"known{number:05}"} for number in range(ACCOUNTS)]
    file.write_text(json.dumps({"accounts": accounts}), encoding="utf-8")


def sign_in(port, name, chance):
    """With a wrong password, from an address that has not been used."""
    body = json.dumps({"name": name, "password": str(uuid.UUID(int=chance.getrandbits(128)))}).encode()
    return support.request(port, "POST", "/api/v1/staff/login", body,
                           {"Content-Type": "application/json", "Origin": f"http://127.0.0.1:{port}",
                            "X-Real-IP": support.some_address(chance)}, timeout=30)


class Crowd:
    """AT_ONCE sign-ins, all begun in one moment."""

    def __init__(self, port, number):
        self._gate = threading.Barrier(AT_ONCE)
        self.statuses = []
        self.failures = []
        self._threads = [threading.Thread(target=self._run, args=(port, number * AT_ONCE + i), daemon=True)
                         for i in range(AT_ONCE)]

    def _run(self, port, number):
        chance = random.Random(number)
        name = f"known{number % ACCOUNTS:05}" if number % 2 else f"unknown{number}"
        try:
            self._gate.wait(60)
            self.statuses.append(sign_in(port, name, chance).status)
        except (OSError, threading.BrokenBarrierError) as failure:
            self.failures.append(failure)

    def pass_by(self):
        for thread in self._threads:
            thread.start()
        for thread in self._threads:
            thread.join()
        require(not self.failures, f"{len(self.failures)} sign-ins got no answer: {self.failures[:3]}")
        require(set(self.statuses) <= {401, 503}, f"sign-ins were answered {sorted(set(self.statuses))}")
        return self.statuses.count(401)


class MemoryWatch:
    """Looks at the program's memory all the time; a context manager."""

    def __init__(self, server):
        self._server = server
        self._done = threading.Event()
        self.most = 0
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._done.set()
        self._thread.join()

    def _run(self):
        while not self._done.wait(0.002):
            self.most = max(self.most, self._server.resident_kib())


def crowds(server, chance):
    """Visitors beside crowds that sign in; returns the figures as text."""
    port = server.port

    def ask(own):
        return support.chat(port, own.choice(support.QUESTIONS), str(uuid.UUID(int=own.getrandbits(128))),
                            address=support.some_address(own))

    with Neighbour(ask, chance.random()) as visitor:
        visitor.wait_for_calm(CALM)
        Crowd(port, ROUNDS).pass_by()  # what is made once is there
        before = server.resident_kib()
        visitor.take()
        os.nice(10)  # a crowd from outside would not take the service's processors
        with MemoryWatch(server) as memory:
            checked = [Crowd(port, number).pass_by() for number in range(ROUNDS)]
        seconds, wrong = visitor.take()
    require(not wrong, f"visitors were refused: {wrong[:3]}")
    grown = memory.most - before
    require(grown <= MEMORY_LIMIT, f"memory grew by {grown / 1024:.0f} MiB")
    slow = support.quantile(seconds, 0.99)
    require(slow <= SLOWEST, f"beside {AT_ONCE} sign-ins a visitor waited {slow * 1000:.0f} ms (p99 of {len(seconds)})")
    return (f"{ROUNDS} crowds of {AT_ONCE}: {min(checked)} to {max(checked)} passwords checked, the others 503; memory "
            f"+{grown / 1024:.0f} MiB; visitors: {len(seconds)} messages, p99 {slow * 1000:.0f} ms")


def medians(port, count, chance):
    """Known and unknown names in turns; returns the figures as text."""
    taken = {"known": [], "unknown": []}
    progress = Progress("sign-ins", count)
    for number in range(WARM_UP + count):
        progress.show(number)
        for kind in chance.sample(sorted(taken), 2):
            # From the end, which the crowds have not used up.
            reply = sign_in(port, f"{kind}{ACCOUNTS - 1 - number % ACCOUNTS:05}", chance)
            require(reply.status == 401, f"a wrong password was answered {reply.status}: {reply.body[:200]!r}")
            if number >= WARM_UP:
                taken[kind].append(reply.seconds)
    known, unknown = (statistics.median(taken[kind]) for kind in ("known", "unknown"))
    difference = abs(known - unknown) / min(known, unknown)
    require(difference <= DIFFERENCE,
            f"medians differ by {difference:.1%}: {known * 1000:.1f} ms known, {unknown * 1000:.1f} ms unknown")
    return (f"{count} sign-ins each: median {known * 1000:.1f} ms for known, {unknown * 1000:.1f} ms for unknown names "
            f"({difference:.1%} apart)")


def run(options):
    chance = random.Random(options.seed)
    with support.Workspace(options.bin) as work:
        data = work.make_data()
        make_accounts(options.bin, data)
        with support.Server(options.bin, data) as server:
            begin = time.monotonic()
            told = medians(server.port, options.logins, chance)
            Progress.clear()
            told += "; " + crowds(server, chance)
            require(time.monotonic() - begin < 900, "it took longer than a quarter of an hour")
            server.require_alive()
    return told


def main():
    parser = support.make_parser(__doc__)
    parser.add_argument("--logins", type=int, default=1000, help="with known and with unknown names, each")
    return support.run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
