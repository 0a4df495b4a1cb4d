#!/usr/bin/env python3
"""Strangers with many addresses write junk until the state has reached its limit, and go on. Every message must be
answered, the files must stay within the limit, and the service must stay up and come up again.
"""
import contextlib
import random
import string
import sys
import threading
import time

import support
from progress import Progress
from support import require

MIB = 1024 * 1024
WAL_LIMIT = 16 * MIB  # what the program cuts its write-ahead log back to
WRITERS = 8


def junk(source):
    letters = string.ascii_lowercase + "čšž      "
    return "".join(source.choice(letters) for _ in range(1990)) + " ok"


class Sizes(contextlib.AbstractContextManager):
    """Looks at the sizes of the state's files all the time; keeps the largest, in bytes."""

    def __init__(self, data):
        self._files = [data / "state.db", data / "state.db-wal"]
        self.database = self.both = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self):
        while not self._stop.wait(0.01):
            database, log = (path.stat().st_size if path.exists() else 0 for path in self._files)
            self.database = max(self.database, database)
            self.both = max(self.both, database + log)

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()


def write_junk(port, source, count, tally, progress):
    """Adds to `tally`, which counts replies by whether they were saved."""
    for _ in range(count):
        reply = support.chat(port, junk(source), f"key-{source.getrandbits(100):x}",
                             address=support.some_address(source))
        require(reply.status == 200, f"status {reply.status}: {reply.body[:200]!r}")
        with tally["lock"]:
            tally[reply.json()["saved"]] += 1
            progress.show(tally[True] + tally[False], f"saved {tally[True]}")


def write_all(port, options, progress):
    tally = {True: 0, False: 0, "lock": threading.Lock()}
    failures = []

    def work(number):
        try:
            write_junk(port, random.Random(options.seed * 1000 + number), options.messages // WRITERS, tally, progress)
        except (support.Failure, OSError) as failure:
            failures.append(failure)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise support.Failure(f"a message was not answered: {failures[0]}")
    return tally


def metric(server, name):
    for line in server.request("GET", "/metrics").body.decode().splitlines():
        if line.startswith(name + " "):
            return int(line.split()[1])
    raise support.Failure(f"/metrics has no {name}")


def run(options):
    limit = options.limit_mb * MIB
    with support.Workspace(options.bin) as work:
        data = work.make_data()
        config = work.path / "config.yaml"
        config.write_text(f"state_limit_mb: {options.limit_mb}\n", encoding="ascii")
        with support.Server(options.bin, data, "--config", config) as server, Sizes(data) as sizes:
            begin = time.monotonic()
            tally = write_all(server.port, options, Progress("fill", options.messages))
            seconds = time.monotonic() - begin
            require(tally[True] > 0, "nothing was saved")
            require(tally[False] > 0, f"{tally[True]} messages did not fill {options.limit_mb} MiB: no attack")
            require(metric(server, "pomocnik_state_bytes") >= metric(server, "pomocnik_state_limit_bytes") == limit,
                    "/metrics does not tell that the state is full")
            require(metric(server, "pomocnik_lost_turns_total") == tally[False], "/metrics miscounts the lost turns")
            log = server.log_path.read_text(encoding="utf-8")
            require(log.count("state_not_writable") == 1 and "state_limit_mb" in log,
                    "the log does not tell once that the state is full")
            server.stop()
        # One write may go over the limit by its own size.
        require(sizes.database <= limit + MIB, f"state.db grew to {sizes.database / MIB:.1f} MiB")
        require(sizes.both <= limit + WAL_LIMIT, f"state.db and its log grew to {sizes.both / MIB:.1f} MiB")
        require(len(support.Rows(data).ids) == tally[True], "the turns said to be saved are not those in the database")
        with support.Server(options.bin, data, "--config", config) as server:
            reply = support.chat(server.port, "kako naredim dobropis", "key-after-restart", address="10.0.0.1")
            require(reply.status == 200 and not reply.json()["saved"], "a full state is not answered after a restart")
    total = tally[True] + tally[False]
    return (f"{total} messages of 2 KB at {total / seconds:.0f}/s, all answered 200, {tally[True]} saved; state.db at "
            f"most {sizes.database / MIB:.1f} MiB of {options.limit_mb}, with its log {sizes.both / MIB:.1f} MiB")


def main():
    parser = support.make_parser(__doc__)
    parser.add_argument("--messages", type=int, default=10000, help="how many are written")
    parser.add_argument("--limit-mb", type=int, default=8, help="state_limit_mb")
    return support.run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
