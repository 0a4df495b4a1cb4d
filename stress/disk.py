#!/usr/bin/env python3
"""Puts the state on a file system of 8 MiB and takes it away: full while visitors write, and read-only when the
program starts. Every question is answered all the same, and the reply says that it is not saved; nothing that was
acknowledged is lost; once the disk is back, turns are saved within five seconds, without a restart.

Needs root, to mount. (A file system that turns read-only under the running program is in faults.py: the kernel
does not remount one with files open for writing.)
"""
import os
import random
import subprocess
import sys
import time

from progress import Progress
from support import Rows, Server, Witness, Workspace, Writers, make_parser, quantile, require, run_and_tell, skip

WRITERS = 8
PAUSE = 0.03          # seconds between the turns of a visitor
SIZE = 8 << 20        # bytes of the file system
WRITES_FOR = 1.5      # seconds before the disk goes away
FULL_WITHIN = 30.0    # seconds until the first reply that is not saved
STAYS = 3.0           # seconds that the disk stays away
HEAL_LIMIT = 5.0      # seconds


class SmallDisk:
    """A tmpfs; a context manager that mounts and unmounts it."""

    def __init__(self, path):
        self.path = path
        self._size = SIZE

    def __enter__(self):
        self.path.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0700", "tmpfs", self.path], check=True)
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "--lazy", self.path], check=True)

    def _free(self):
        info = os.statvfs(self.path)
        return info.f_bavail * info.f_frsize

    def remount(self, how):
        subprocess.run(["mount", "-o", f"remount,{how}", self.path], check=True)

    def fill(self):
        with open(self.path / "ballast", "ab", buffering=0) as ballast:
            while self._free() > 0:
                try:
                    ballast.write(bytes(min(self._free(), 1 << 20)))
                except OSError:
                    break

    def clear(self):
        os.unlink(self.path / "ballast")

    def restore_size(self):
        """Makes it larger by what is in it, so that every round has the same room."""
        self.remount(f"size={SIZE + sum(file.stat().st_size for file in self.path.iterdir() if file.is_file())}")


def require_healed(witness, what):
    seconds = witness.wait_for(saved=True, limit=HEAL_LIMIT)
    require(seconds is not None, f"nothing was saved within {HEAL_LIMIT} s after {what}")
    return seconds


def fill_and_free(disk, server, witness):
    """One round; the seconds until something was saved again."""
    time.sleep(WRITES_FOR)
    disk.fill()
    require(witness.wait_for(saved=False, limit=FULL_WITHIN) is not None,
            f"everything is saved, {FULL_WITHIN} s after the disk was full")
    time.sleep(STAYS)
    disk.clear()
    healed = require_healed(witness, "the disk had room again")
    disk.restore_size()
    server.require_alive()
    return healed


def start_read_only(options, disk, witness, chance):
    """Starts on a read-only disk, which then is written again; the seconds until something was saved."""
    disk.remount("ro")
    with Server(options.bin, disk.path, log=disk.path.parent / "read-only.log") as server:
        writers = Writers(server.port, WRITERS, chance, witness.note, PAUSE)
        time.sleep(STAYS)
        require(witness.wait_for(saved=False, limit=1.0) is not None, "something was saved on a read-only disk")
        disk.remount("rw")
        healed = require_healed(witness, "the disk could be written again")
        time.sleep(WRITES_FOR)
        writers.stop()
        server.stop()
    return healed


def run(options):
    if os.geteuid() != 0:
        skip("mounting needs root")
    chance = random.Random(options.seed)
    witness = Witness()
    healed = []
    progress = Progress("disk", 2 * options.rounds)
    with Workspace(options.bin) as workspace, SmallDisk(workspace.path / "small") as disk:
        (disk.path / "index").symlink_to(workspace.make_data() / "index")
        with Server(options.bin, disk.path) as server:
            writers = Writers(server.port, WRITERS, chance, witness.note, PAUSE)
            for number in range(1, options.rounds + 1):
                healed.append(fill_and_free(disk, server, witness))
                progress.show(number, f"{len(witness.saved)} saved, {witness.unsaved} not")
            writers.stop()
            server.stop()
        Rows(disk.path).require_once(witness.saved)
        for number in range(1, options.rounds + 1):
            healed.append(start_read_only(options, disk, witness, chance))
            progress.show(options.rounds + number, f"{len(witness.saved)} saved, {witness.unsaved} not")
            disk.restore_size()
        Rows(disk.path).require_once(witness.saved)
    return (f"{options.rounds} times full, {options.rounds} times read-only: {len(witness.saved) + witness.unsaved} "
            f"questions, all answered 200, slowest {witness.slowest:.2f} s, {len(witness.saved)} acknowledged and all "
            f"there, {witness.unsaved} answered with saved:false, healed in {quantile(healed, 0.5):.2f} s, "
            f"at most {max(healed):.2f} s")


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how many times each")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
