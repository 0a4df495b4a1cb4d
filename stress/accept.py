#!/usr/bin/env python3
"""Lets accept4() and poll() of the listening thread fail (strace --inject) with every error that they may have: before
each of many requests, then many times in a row. Each time somebody must be answered within a second, and the program
must not end.

Needs strace, and the right to trace (root).
"""
import platform
import random
import sys
import threading
import time
from pathlib import Path

from injector import Injector, skip_without_strace
from progress import Progress
from support import QUESTIONS, Failure, Server, Workspace, chat, make_parser, quantile, require, run_and_tell, skip, \
    some_address

FAULTS = [("accept4", error) for error in ("ECONNABORTED", "ENFILE", "ENOBUFS", "EPROTO", "EMFILE")] + \
    [("poll", error) for error in ("ENOMEM", "EINTR")]
LISTEN_LIMIT = 1.0   # seconds
PATIENCE = 60.0      # seconds for a request that has to wait until the calls have failed
AFTER = 50           # ordinary requests at the end
ATTACH = 0.5         # seconds that strace may take for it
POLL_NUMBERS = {"x86_64": "7", "aarch64": "73"}  # of the system call that waits for connections


def listening_thread(server):
    """The thread that waits in poll(); the others wait for something else while nobody asks."""
    number = POLL_NUMBERS.get(platform.machine())
    if number is None:
        skip(f"the system calls of {platform.machine()} are not known here")
    begin = time.monotonic()
    while time.monotonic() - begin < 5:
        waiting = [task.name for task in Path(f"/proc/{server.pid}/task").iterdir()
                   if (task / "syscall").read_text(encoding="ascii").split()[0] == number]
        if len(waiting) == 1:
            return waiting[0]
        time.sleep(0.05)
    require(False, f"{len(waiting)} threads wait in poll(), not one")


def ask(server, chance, timeout=10.0):
    """Says something as a new visitor; returns the seconds until the answer."""
    try:
        reply = chat(server.port, chance.choice(QUESTIONS), f"key-{chance.getrandbits(96):024x}",
                     address=some_address(chance), timeout=timeout)
    except OSError as broken:
        server.require_alive()
        raise Failure(f"no answer: {broken}") from None
    require(reply.status == 200, f"status {reply.status}: {reply.body[:200]!r}")
    return reply.seconds


def fail_between(server, thread, chance, fault, count, output):
    """Every second call fails until `count` have; returns how long each request took meanwhile."""
    call, error = fault
    output.unlink(missing_ok=True)
    seconds = []
    with Injector(server.pid, call, f"error={error}:when=1+2", output, thread) as injector:
        time.sleep(ATTACH)
        for _ in range(3 * count):
            if len(injector.injected()) >= count:
                return seconds
            seconds.append(ask(server, chance))
            server.require_alive()
            require(seconds[-1] <= LISTEN_LIMIT, f"{call} {error}: an answer after {seconds[-1]:.2f} s")
    raise Failure(f"{call} {error}: too few calls failed: {len(injector.injected())}")


def fail_in_a_row(server, thread, chance, fault, count, output):
    """`count` calls fail one after the other while visitors wait; returns the seconds from the last failure until all
    were answered.
    """
    call, error = fault
    output.unlink(missing_ok=True)
    with Injector(server.pid, call, f"error={error}:when=1..{count}", output, thread) as injector:
        answered = []
        visitors = [threading.Thread(target=lambda dice=random.Random(chance.random()): answered.append(
            (ask(server, dice, PATIENCE), time.time()))) for _ in range(4)]
        time.sleep(ATTACH)
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
        server.require_alive()
        ask(server, chance)
        injected = injector.injected()
        require(len(injected) == count, f"{call} {error}: {len(injected)} calls failed in a row, not {count}")
        require(len(answered) == len(visitors), f"{call} {error}: {len(answered)} of {len(visitors)} were answered")
        return max(when for _, when in answered) - injector.last_time()


def run(options):
    skip_without_strace()
    chance = random.Random(options.seed)
    between, in_a_row = [], []
    progress = Progress("accept", len(FAULTS))
    with Workspace(options.bin) as workspace:
        output = workspace.path / "strace.out"
        with Server(options.bin, workspace.make_data()) as server:
            thread = listening_thread(server)
            for number, fault in enumerate(FAULTS, 1):
                between += fail_between(server, thread, chance, fault, options.count, output)
                seconds = fail_in_a_row(server, thread, chance, fault, options.count, output)
                require(seconds <= LISTEN_LIMIT, f"{fault}: listening again {seconds:.2f} s after the last failure")
                in_a_row.append(seconds)
                progress.show(number, " ".join(fault))
            ordinary = [ask(server, chance) for _ in range(AFTER)]
            server.stop()
    return (f"{', '.join(' '.join(fault) for fault in FAULTS)}: each failed {options.count} times between and "
            f"{options.count} times in a row, 0 exits; {len(between)} requests meanwhile, all answered, p99 "
            f"{quantile(between, 0.99):.3f} s, at most {max(between):.3f} s; after those in a row all answered within "
            f"{max(in_a_row):.3f} s; {AFTER} ordinary ones afterwards at most {max(ordinary):.3f} s")


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--count", type=int, default=100, help="failures of each kind, between and in a row")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
