#!/usr/bin/env python3
"""Publishes one index version after another while visitors ask. Two knowledge bases that differ by a word in every text
of theirs take turns, so that a reply shows which version each part of it comes from. No request may fail, no reply may
mix versions, none may wait for a swap, and what a version took is given back.
"""
import json
import os
import random
import re
import shutil
import sys
import threading
import time
from pathlib import Path

from index_versions import IndexVersion, newest, publish_again
from progress import Progress
from support import QUESTIONS, ROOT, Rows, Server, Turn, Workspace, command, make_parser, quantile, require, \
    run_and_tell, some_address

CLIENTS = 16
PAUSE = 0.2            # seconds between two questions of a client, so that the machine has time to spare
KEPT = 3               # versions, as `pomocnik index` keeps
STAGES = 10            # of swaps, with quiet times before, between and after
WARM_UP = 30           # swaps
WARM_UP_TURNS = 15000  # what is kept in memory of turns grows until about then, with or without swaps
WARM_UP_PAUSE = 0.05   # seconds
SWAP_LIMIT = 30.0      # seconds; on a busy machine the opening waits for others
LATENCY_LIMIT = 1.5    # p99 beside swaps, as a multiple of p99 without
GROWTH_LIMIT = 1.05    # of memory and descriptors
SETTLE = 3.0           # seconds until a replaced version is given back
MARKERS = ("Alfaznak", "Betaznak")

# Beside questions on articles: small talk, policy, prices, hand-over, misspelt, nothing found.
SAID = QUESTIONS + ["pozdravljeni", "kdaj dela podpora", "koliko stane ura dela", "rad bi govoril z osebo",
                    "kje vidim stanje zahtevka", "kako stornriam temljnico", "xyzzy plugh", "thanks", "zavihek splošno"]


def mark_article(text, marker):
    """An article with a word more in its title and in every paragraph, item, heading and cell."""
    _, front, body = text.split("---\n", 2)
    front = re.sub(r'^title: (.*?)("?)$', rf"title: \1 {marker}\2", front, flags=re.MULTILINE)
    lines = []
    for line in body.split("\n"):
        bare = line.strip(" >")
        if re.fullmatch(r"\|[-| :]+\|", bare) or not bare or bare.startswith("!["):
            lines.append(line)
        elif bare.startswith("|"):
            lines.append(re.sub(r"(?<=\S) \|", f" {marker} |", line))
        else:
            # A stub's links are shown without the text around them.
            lines.append(line.replace("](", f" {marker}](") + f" {marker}")
    return f"---\n{front}---\n" + "\n".join(lines)


def mark_texts(text, marker):
    """A file of texts in three languages with a word more in each."""
    def mark(match):
        value = match[2]
        marked = f'{value[:-1]} {marker}"' if value.endswith('"') else f"{value} {marker}"
        return f"{match[1]}: {marked}"

    lines = []
    for line in text.split("\n"):
        value = r'("[^"]*"|[^,}]+)' if "{sl:" in line else r'(".*"|[^"].*)$'
        lines.append(re.sub(rf"\b(sl|en|hr): {value}", mark, line))
    return "\n".join(lines)


def make_knowledge(folder, marker):
    """A copy of the tree's knowledge base, every text marked."""
    shutil.copytree(ROOT / "kb", folder, ignore=lambda _, names: [
        name for name in names if "." in name and not name.endswith((".md", ".yaml"))])
    for path in (folder / "articles").glob("*.md"):
        path.write_text(mark_article(path.read_text(encoding="utf-8"), marker), encoding="utf-8")
    for name in ("phrases/phrases.yaml", "policy/policy.yaml"):
        path = folder / name
        path.write_text(mark_texts(path.read_text(encoding="utf-8"), marker), encoding="utf-8")


def texts_of(reply):
    """Every text of a reply that stands in the knowledge base."""
    yield reply["handoff"]["label"]
    for reference in (*reply["citations"], *reply["choices"]):
        yield reference["title"]
    for block in reply["blocks"]:
        yield json.dumps(block, ensure_ascii=False)


def marker_of(reply):
    """Which version the reply is from; a Failure if that is not one."""
    found = {marker for marker in MARKERS if marker in json.dumps(reply)}
    require(len(found) == 1, f"a reply of {len(found)} versions: {json.dumps(reply, ensure_ascii=False)[:1000]}")
    marker = found.pop()
    for text in texts_of(reply):
        require(marker in text, f"a text without its version's mark, the check would see nothing: {text[:300]}")
    return marker


class Clients:
    """Ask at a steady pace, each on its own beat, until told to stop."""

    def __init__(self, port, count, chance):
        self.turns = []      # (turn, marker)
        self.seconds = {}    # what is measured now -> how long each reply took
        self.measured = "nothing"
        self.pause = WARM_UP_PAUSE
        self._stop = threading.Event()
        self._failures = []
        self._threads = [threading.Thread(target=self._run, args=(port, random.Random(chance.random())), daemon=True)
                         for _ in range(count)]
        for thread in self._threads:
            thread.start()

    def _run(self, port, chance):
        try:
            due = time.monotonic() + chance.random() * self.pause
            while not self._stop.wait(max(0.0, due - time.monotonic())):
                due = max(due + self.pause, time.monotonic())
                self._ask(port, chance)
        except Exception as failure:  # handed to the thread that joins
            self._failures.append(failure)

    def _ask(self, port, chance):
        measured = self.measured
        turn = Turn(f"key-{chance.getrandbits(96):024x}", chance.choice(SAID), address=some_address(chance))
        reply = turn.send(port)
        require(reply.status == 200, f"status {reply.status}: {reply.body[:200]!r}")
        turn.reply = reply.json()
        require(turn.is_saved, "a turn was not saved")
        self.turns.append((turn, marker_of(turn.reply)))
        if measured == self.measured:
            self.seconds.setdefault(measured, []).append(reply.seconds)

    def require_well(self):
        if self._failures:
            raise self._failures[0]

    def stop(self):
        self._stop.set()
        for thread in self._threads:
            thread.join()
        self.require_well()


class Publisher:
    """Publishes the two versions in turn, each time under a new name, and removes old ones."""

    def __init__(self, sources, data):
        self._sources, self._folder = sources, data / "index"
        self._folder.mkdir(parents=True)
        self._published = []
        self.markers = {}  # version -> marker

    def publish(self):
        number = len(self.markers)
        version = IndexVersion(self._folder, f"9{number:06d}")
        self.markers[version.name] = MARKERS[number % 2]
        publish_again(self._sources[MARKERS[number % 2]], version)
        self._published.append(version)
        return version.name

    def swap(self, server):
        """Returns the seconds from the publishing until the version was served."""
        begin = time.monotonic()
        name = self.publish()
        while server.request("GET", "/readyz").json()["index"] != name:
            require(time.monotonic() - begin < SWAP_LIMIT, f"{name} was not served within {SWAP_LIMIT} s")
            time.sleep(0.05)
        if len(self._published) > KEPT:
            self._published.pop(0).remove()
        return time.monotonic() - begin


def open_indexes(server):
    """The index files that the program has open; of removed ones, too."""
    names = set()
    for descriptor in Path(f"/proc/{server.pid}/fd").iterdir():
        try:
            names.add(os.readlink(descriptor))
        except FileNotFoundError:  # closed in the meantime
            continue
    return {name for name in names if "/index/" in name}


def be_quiet(options, server, clients):
    """Lets the clients alone; returns the memory in KiB and the descriptors, the median of the time, as one request
    more or less is at work.
    """
    time.sleep(SETTLE)
    clients.measured = "quiet"
    memory, descriptors = [], []
    until = time.monotonic() + options.quiet
    while time.monotonic() < until:
        memory.append(server.resident_kib())
        descriptors.append(server.descriptors())
        time.sleep(0.1)
    clients.measured = "nothing"
    clients.require_well()
    return quantile(memory, 0.5), quantile(descriptors, 0.5)


def warm_up(clients, publisher, server):
    for _ in range(WARM_UP):
        publisher.swap(server)
    while len(clients.turns) < WARM_UP_TURNS:
        clients.require_well()
        time.sleep(0.1)
    clients.pause = PAUSE


def run_stages(options, server, clients, publisher):
    """Quiet, swaps, quiet, … quiet; returns the seconds of each swap, and what be_quiet told at each time."""
    progress = Progress("swap", options.swaps)
    swaps, quiet = [], [be_quiet(options, server, clients)]
    for stage in range(1, STAGES + 1):
        clients.measured = "swaps"
        while len(swaps) < options.swaps * stage // STAGES:
            swaps.append(publisher.swap(server))
            clients.require_well()
            progress.show(len(swaps))
        clients.measured = "nothing"
        quiet.append(be_quiet(options, server, clients))
    server.require_alive()
    return swaps, quiet


def build_sources(options, workspace):
    sources = {}
    for marker in MARKERS:
        make_knowledge(workspace.path / marker, marker)
        data = workspace.path / f"data-{marker}"
        command(options.bin, "index", "--kb", workspace.path / marker, "--data", data)
        sources[marker] = newest(data)
    return sources


def run(options):
    chance = random.Random(options.seed)
    with Workspace(options.bin) as workspace:
        data = workspace.path / "data"
        publisher = Publisher(build_sources(options, workspace), data)
        publisher.publish()
        with Server(options.bin, data) as server:
            clients = Clients(server.port, CLIENTS, chance)
            warm_up(clients, publisher, server)
            swaps, quiet = run_stages(options, server, clients, publisher)
            clients.stop()
            indexes = open_indexes(server)
            server.stop()
        answered_by = Rows(data).index_version
    for turn, marker in clients.turns:
        version = answered_by[turn.reply["turn"]]
        require(publisher.markers[version] == marker, f"a reply of {marker} was recorded as of {version}")
    return verdict(clients, swaps, quiet, indexes, len(set(answered_by.values())))


def verdict(clients, swaps, states, indexes, versions):
    before, after = states[0], states[-1]
    quiet, busy = (quantile(clients.seconds[what], 0.99) for what in ("quiet", "swaps"))
    figures = (f"{len(swaps)} swaps under {CLIENTS} clients, served after p50 {quantile(swaps, 0.5):.2f} s: "
               f"{len(clients.turns)} replies out of {versions} versions, none failed, none mixed; "
               f"p99 {busy * 1000:.1f} ms ({len(clients.seconds['swaps'])} replies), "
               f"without swaps {quiet * 1000:.1f} ms ({len(clients.seconds['quiet'])}); "
               f"memory {', '.join(str(memory) for memory, _ in states)} KiB, descriptors {before[1]} to {after[1]}")
    require(versions > len(swaps) * 0.9, f"the visitors saw {versions} versions only: {figures}")
    require(busy <= LATENCY_LIMIT * quiet, f"replies wait for swaps: {figures}")
    require(after[0] <= GROWTH_LIMIT * before[0], f"memory grew: {figures}")
    require(after[1] <= GROWTH_LIMIT * before[1], f"descriptors grew: {figures}")
    require(len(indexes) == 1, f"files of replaced versions are open: {sorted(indexes)}")
    return figures


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--swaps", type=int, default=200, help="how many")
    parser.add_argument("--quiet", type=float, default=10.0, help="seconds of each time without swaps")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
