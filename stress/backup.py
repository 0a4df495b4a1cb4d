#!/usr/bin/env python3
"""Makes backups while visitors write, restores each elsewhere, and looks for every turn that was acknowledged
before the backup began.
"""
import random
import sys
import threading
import time

from progress import Progress
from support import Failure, Rows, Server, Workspace, Writers, command, make_parser, quantile, require, run_and_tell

WRITERS = 8
BETWEEN = 0.3      # seconds of writing between two backups
QUIET = 2.0        # seconds of writing without a backup, for comparison
REPEATS = 10       # acknowledged turns asked again from a restored server


class Acknowledged:
    """The turns that were saved, in order, and how long each reply took. Thread-safe."""

    def __init__(self):
        self._lock = threading.Lock()
        self.turns = []
        self.seconds = []

    def note(self, turn, reply):
        if reply is None or reply.status != 200 or not turn.is_saved:
            raise Failure(f"a turn was not saved: {reply and (reply.status, reply.body[:200])}")
        with self._lock:
            self.turns.append(turn)
            self.seconds.append(reply.seconds)

    def count(self):
        with self._lock:
            return len(self.turns)


def make_backups(options, server, writers_notes, folder):
    """Returns [(file, how many turns were acknowledged before it began)] and the seconds each took."""
    backups, seconds = [], []
    progress = Progress("backup", options.backups)
    for number in range(1, options.backups + 1):
        time.sleep(BETWEEN)
        file = folder / f"{number}.backup"
        before = writers_notes.count()
        begin = time.monotonic()
        command(options.bin, "backup", "--data", server.data, "--out", file)
        seconds.append(time.monotonic() - begin)
        backups.append((file, before))
        progress.show(number, f"{before} turns")
    return backups, seconds


def check_backup(options, workspace, file, turns):
    data = workspace.path / f"restored-{file.stem}"
    command(options.bin, "restore", "--from", file, "--data", data)
    Rows(data).require_once(turns)
    return data


def check_served(options, data, turns):
    """A server on a restored folder gives the same replies to the same keys, secrets included."""
    with Server(options.bin, data) as server:
        for turn in turns:
            answer = turn.send(server.port).json()
            require(answer == turn.reply, f"the restored server gives another reply to {turn.key}")
        server.stop()


def run(options):
    chance = random.Random(options.seed)
    notes = Acknowledged()
    with Workspace(options.bin) as workspace:
        with Server(options.bin, workspace.make_data()) as server:
            writers = Writers(server.port, WRITERS, chance, notes.note)
            time.sleep(QUIET)
            quiet = quantile(notes.seconds, 0.99)
            first_loaded = notes.count()
            backups, seconds = make_backups(options, server, notes, workspace.path)
            writers.stop()
            loaded = quantile(notes.seconds[first_loaded:], 0.99)
            server.stop()
        for file, before in backups:
            data = check_backup(options, workspace, file, notes.turns[:before])
        last = notes.turns[:backups[-1][1]]
        workspace.make_data(data.name)  # adds the index
        check_served(options, data, chance.sample(last, min(REPEATS, len(last))))
    return (f"{len(backups)} backups of {backups[0][1]} to {backups[-1][1]} acknowledged turns, each restored whole; "
            f"a backup took at most {max(seconds):.2f} s, a reply p99 {loaded * 1000:.0f} ms beside them, "
            f"{quiet * 1000:.0f} ms without")


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--backups", type=int, default=20, help="how many")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
