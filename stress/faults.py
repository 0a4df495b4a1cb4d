#!/usr/bin/env python3
"""Lets system calls of the running program fail (strace --inject) while visitors write: the n-th call of each kind
for n = 1, 2, 3 …, then every call for some seconds, as on a disk that is gone, full or read-only; at last one sync
hangs. Every question is answered with 200 within three seconds, none is acknowledged that was not kept, the program does not end, and saves again within five
seconds.

Needs strace, and the right to trace (root).
"""
import random
import sys
import time

from injector import Injector, skip_without_strace
from progress import Progress
from support import Rows, Server, Witness, Workspace, Writers, make_parser, quantile, require, run_and_tell

WRITERS = 4
CALLS = "fdatasync,fsync,write,pwrite64,ftruncate,openat,fallocate,unlink"
ERRORS = ["EIO", "ENOSPC"]
# What fails altogether; with any of them nothing can be kept.
OUTAGES = [("fdatasync", "EIO"), ("pwrite64", "EIO"), ("pwrite64,ftruncate", "ENOSPC"),
           ("pwrite64,ftruncate,openat,unlink", "EROFS")]
HIT_LIMIT = 3.0       # seconds to wait for the n-th sync, the rarest of the calls
OUTAGE = 3.0          # seconds
HANG = 8.0            # seconds that one sync takes
PATIENCE = 3.0        # seconds within which every question is answered, also then
HEAL_LIMIT = 5.0      # seconds


def wait_until(condition, limit):
    begin = time.monotonic()
    while not condition() and time.monotonic() - begin < limit:
        time.sleep(0.02)


def require_healed(server, witness, what):
    seconds = witness.wait_for(saved=True, limit=HEAL_LIMIT)
    server.require_alive()
    require(seconds is not None, f"nothing was saved within {HEAL_LIMIT} s after {what}")
    return seconds


def fail_nth(server, witness, error, number, output):
    """Lets the n-th call of every kind fail in every thread; returns the calls that failed and the seconds until
    something was saved again.
    """
    output.unlink(missing_ok=True)
    with Injector(server.pid, CALLS, f"error={error}:when={number}", output) as injector:
        wait_until(lambda: "fdatasync" in injector.injected(), HIT_LIMIT)
    return injector.injected(), require_healed(server, witness, f"call {number} failed with {error}")


def fail_all(server, witness, calls, error, output):
    """Lets every one of these calls fail for a while; returns the seconds until something was saved again."""
    output.unlink(missing_ok=True)
    with Injector(server.pid, calls, f"error={error}:when=1+", output) as injector:
        wait_until(injector.injected, HIT_LIMIT)
        require(injector.injected(), f"no {calls} was called within {HIT_LIMIT} s")
        require(witness.wait_for(saved=True, limit=OUTAGE) is None,
                f"a turn was acknowledged while {calls} failed with {error}")
    return require_healed(server, witness, f"{calls} failed with {error}")


def hang(server, witness, output):
    """Lets one sync take long; replies must not. Returns the seconds until something was saved again."""
    output.unlink(missing_ok=True)
    with Injector(server.pid, "fdatasync", f"delay_enter={HANG * 1_000_000:.0f}:when=1", output):
        require(witness.wait_for(saved=False, limit=HANG) is not None, "no reply while the disk hangs")
        before = witness.unsaved
        time.sleep(HANG - PATIENCE)
        answered = witness.unsaved - before
        require(answered >= WRITERS * HANG, f"{answered} replies in {HANG - PATIENCE:.0f} s while the disk hangs")
    return require_healed(server, witness, "the disk hung")


def run(options):
    skip_without_strace()
    witness = Witness()
    healed, failed = [], []
    progress = Progress("faults", options.calls * len(ERRORS) + len(OUTAGES))
    with Workspace(options.bin) as workspace:
        data = workspace.make_data()
        output = workspace.path / "strace.out"
        with Server(options.bin, data) as server:
            writers = Writers(server.port, WRITERS, random.Random(options.seed), witness.note)
            for number in range(1, options.calls + 1):
                for error in ERRORS:
                    calls, seconds = fail_nth(server, witness, error, number, output)
                    failed += calls
                    healed.append(seconds)
                progress.show(number * len(ERRORS), f"{len(failed)} calls failed")
            for calls, error in OUTAGES:
                healed.append(fail_all(server, witness, calls, error, output))
            healed.append(hang(server, witness, output))
            writers.stop()
            server.stop()
        Rows(data).require_once(witness.saved)
    require(witness.slowest <= PATIENCE, f"a reply took {witness.slowest:.2f} s, at most {PATIENCE} s")
    kinds = ", ".join(f"{failed.count(kind)} {kind}" for kind in sorted(set(failed)))
    return (f"{len(failed)} calls failed one at a time ({kinds}), {len(OUTAGES)} outages of {OUTAGE:.0f} s, one sync of {HANG:.0f} s: "
            f"{len(witness.saved) + witness.unsaved} questions, all answered 200, slowest {witness.slowest:.2f} s, "
            f"{len(witness.saved)} acknowledged and all there, {witness.unsaved} answered with saved:false, "
            f"healed p50 {quantile(healed, 0.5):.2f} s, at most {max(healed):.2f} s")


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--calls", type=int, default=100, help="the n-th call fails for n up to this")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
