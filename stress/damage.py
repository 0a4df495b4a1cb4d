#!/usr/bin/env python3
"""Damages index files: flips one bit, overwrites one page, cuts the end off; and spoils manifests. Each must be
refused with its reason in the log and on /readyz while an older version answers: at the start, and published to a
running server under visitors. Then the file that is being served is cut off and deleted. The program must not end.
"""
import json
import os
import random
import shutil
import sys
import time
from dataclasses import dataclass

from index_versions import IndexVersion, newest, publish_bytes
from progress import Progress
from support import Rows, Server, Workspace, Writers, chat, make_parser, quantile, require, run_and_tell, some_address

PAGE = 4096
BATCH = 50            # damaged versions published at a time
REFUSAL_LIMIT = 10.0  # seconds until all of a batch are refused
CLIENTS = 4
HEAL_LIMIT = 2.0      # seconds without right answers after the served file was cut off
QUESTION = "kako storniram temeljnico"


@dataclass
class Damage:
    """A damaged version: what is published, and how its refusal begins or what it holds."""
    name: str
    content: bytes
    manifest: str
    reason: str

    def publish(self, folder):
        version = IndexVersion(folder, self.name)
        publish_bytes(version, self.content, self.manifest)
        return version


class Spoiler:
    """Makes damaged versions of a sound one. Their names are newer than its name, and each is used once."""

    def __init__(self, sound, chance):
        self.content = sound.file.read_bytes()
        self._manifest = sound.manifest()
        self._chance = chance
        self._count = 0
        self.sound_names = {sound.name}

    def next_name(self):
        self._count += 1
        return f"9{self._count:06d}"

    def _damage(self, content, reason, **changes):
        name = self.next_name()
        return Damage(name, bytes(content), json.dumps({**self._manifest, "version": name, **changes}), reason)

    def sound(self):
        """Not damaged."""
        copy = self._damage(self.content, "")
        self.sound_names.add(copy.name)
        return copy

    def flipped(self):
        content = bytearray(self.content)
        content[self._chance.randrange(len(content))] ^= 1 << self._chance.randrange(8)
        return self._damage(content, "SHA-256")

    def overwritten(self):
        content = bytearray(self.content)
        begin = self._chance.randrange(len(content) // PAGE) * PAGE
        content[begin:begin + PAGE] = self._chance.randbytes(PAGE)
        return self._damage(content, "SHA-256")

    def cut(self):
        return self._damage(self.content[:self._chance.randrange(len(self.content))], "bytes instead of")

    def spoilt_manifests(self):
        """Of other programs, and broken ones."""
        whole = json.dumps(self._manifest)
        damaged = [
            self._damage(self.content, "another program version", schema=self._manifest["schema"] + 1),
            self._damage(self.content, "another program version", analysis=self._manifest["analysis"] + 1),
            self._damage(self.content, "another program version", schema=self._manifest["schema"] + 2**32),
            self._damage(self.content, "SHA-256", sha256="0" * 64),
            self._damage(self.content, "of version other", version="other"),
            self._damage(self.content, "not a manifest", size=-1),
        ]
        for text in ("", "{}", "[" * 100_000, whole[:len(whole) // 2], "\0" * 200):
            damaged.append(Damage(self.next_name(), self.content, text, "not a manifest"))
        return damaged

    def all_kinds(self, count):
        """`count` of each kind of damaged file in random order, and the spoilt manifests."""
        damaged = [make() for make in (self.flipped, self.overwritten, self.cut) for _ in range(count)]
        damaged += self.spoilt_manifests()
        self._chance.shuffle(damaged)
        return damaged


class Answers:
    """What the service should say to every question, and what it said. Thread-safe as far as Writers needs it."""

    def __init__(self):
        self.expected = {}   # message -> the reply's text
        self.bad = []        # (when, status) of replies that were not 200
        self.right = 0
        self.tolerant = False

    @staticmethod
    def text(reply):
        """The reply without what is different each time."""
        return json.dumps([reply["decision"], reply["blocks"], reply["citations"], reply["choices"]])

    def note(self, turn, reply):
        require(reply is not None, f"no answer to {turn.message}")
        if reply.status != 200:
            require(self.tolerant and reply.status in (500, 503), f"status {reply.status}: {reply.body[:200]!r}")
            self.bad.append((time.monotonic(), reply.status))
            return
        # What a later turn of a conversation is told depends on those before it.
        if turn.conversation is None:
            said = self.text(turn.reply)
            require(self.expected.setdefault(turn.message, said) == said,
                    f"another answer to {turn.message}: {said[:300]}")
        self.right += 1


def ask(server, chance):
    reply = chat(server.port, QUESTION, f"key-{chance.getrandbits(64):016x}", address=some_address(chance))
    server.require_alive()
    return reply


def require_answer(server, chance, answers):
    reply = ask(server, chance)
    require(reply.status == 200 and reply.json()["saved"], f"status {reply.status}: {reply.body[:200]!r}")
    require(reply.json()["decision"] == "answer", f"no answer: {reply.body[:200]!r}")
    said = answers.text(reply.json())
    require(answers.expected.setdefault(QUESTION, said) == said, f"another answer: {said[:300]}")


def readiness(server):
    reply = server.request("GET", "/readyz")
    body = reply.json()
    return reply.status, body.get("index"), {entry["version"]: entry["reason"] for entry in body["refused"]}


def logged_refusals(server):
    """version -> reason"""
    refusals = {}
    for line in server.log_path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["event"] == "index_refused":
            refusals[entry["version"]] = entry["reason"]
    return refusals


def require_refused(server, damaged, status, index):
    """Exactly these are refused, each for its own reason, and this version is served."""
    told_status, served, refused = readiness(server)
    require((told_status, served) == (status, index), f"/readyz says {told_status} and {served}, not {status}, {index}")
    require(set(refused) == {damage.name for damage in damaged},
            f"/readyz tells of {len(refused)} refusals, not of {len(damaged)}")
    logged = logged_refusals(server)
    for damage in damaged:
        require(damage.reason in refused[damage.name], f"{damage.name} is refused for: {refused[damage.name]}")
        require(logged.get(damage.name) == refused[damage.name], f"the log does not tell why {damage.name} is refused")


def check_starts(options, data, spoiler, chance, answers, count):
    """Starts once for each damaged file, beside a sound one and, for some, alone."""
    sound = newest(data)
    damaged = spoiler.all_kinds(count)
    progress = Progress("start", len(damaged))
    seconds = []
    for number, damage in enumerate(damaged, 1):
        version = damage.publish(sound.folder)
        log = data.parent / "start.log"
        log.unlink(missing_ok=True)
        with Server(options.bin, data, log=log) as server:
            require_refused(server, [damage], 200, sound.name)
            require_answer(server, chance, answers)
            seconds.append(server.ready_seconds)
        version.remove()
        progress.show(number)
    return len(damaged), seconds


def check_starts_alone(options, workspace, spoiler, chance):
    """With nothing sound the program starts, says why it cannot answer, and takes up a sound version."""
    damaged = [spoiler.flipped(), spoiler.overwritten(), spoiler.cut(), *spoiler.spoilt_manifests()]
    for damage in damaged:
        data = workspace.path / "alone"
        (data / "index").mkdir(parents=True)
        damage.publish(data / "index")
        with Server(options.bin, data, ready=503) as server:
            require_refused(server, [damage], 503, None)
            require(ask(server, chance).status == 503, "a damaged version answers")
            if damage is damaged[0]:
                sound = spoiler.sound()
                sound.publish(data / "index")
                wait_for_index(server, sound.name, REFUSAL_LIMIT)
                require(ask(server, chance).status == 200, "no answer from a version that came later")
        shutil.rmtree(data)
        server.log_path.unlink()
    return len(damaged)


def wait_until(condition, limit):
    """Seconds until the condition held, or None."""
    begin = time.monotonic()
    while time.monotonic() - begin < limit:
        if condition():
            return time.monotonic() - begin
        time.sleep(0.02)
    return None


def wait_for_index(server, name, limit):
    """Returns the seconds until this version was served."""
    seconds = wait_until(lambda: readiness(server)[1] == name, limit)
    server.require_alive()
    require(seconds is not None, f"{name} was not served within {limit} s: {readiness(server)}")
    return seconds


def check_swaps(server, spoiler, chance, answers, count):
    """Publishes damaged versions to the running server, many at a time."""
    folder = server.data / "index"
    served = readiness(server)[1]
    damaged = spoiler.all_kinds(count)
    progress = Progress("swap", len(damaged))
    for begin in range(0, len(damaged), BATCH):
        batch = damaged[begin:begin + BATCH]
        versions = [damage.publish(folder) for damage in batch]
        wait_until(lambda names={damage.name for damage in batch}: set(readiness(server)[2]) == names, REFUSAL_LIMIT)
        require_refused(server, batch, 200, served)
        require_answer(server, chance, answers)
        for version in versions:
            version.remove()
        require(wait_until(lambda: not readiness(server)[2], REFUSAL_LIMIT) is not None,
                "/readyz tells of versions that are gone")
        progress.show(begin + len(batch))
    return len(damaged)


def cuts(size):
    """How the served file is damaged: what is done, and the size that is left; None: it is deleted."""
    return [("emptied", 0), ("cut to one page", PAGE), ("cut in half", size // 2), ("cut by a page", size - PAGE),
            ("cut by one byte", size - 1), ("deleted", None)]


def shorten(path, size):
    if size is None:
        path.unlink()
    else:
        os.truncate(path, size)


def check_served_file(server, spoiler, writers, answers):
    """Damages the very file that is served, under clients; returns the longest time without right answers, and how
    many requests failed in it.
    """
    folder = server.data / "index"
    before = readiness(server)[1]
    longest, failed = 0.0, 0
    for what, size in cuts(len(spoiler.content)):
        victim = spoiler.sound()
        version = victim.publish(folder)
        wait_for_index(server, victim.name, REFUSAL_LIMIT)
        answers.bad.clear()
        answers.tolerant = True
        begin = time.monotonic()
        shorten(version.file, size)
        wait_for_index(server, before, HEAL_LIMIT)
        require(victim.name in readiness(server)[2], f"the {what} version is not told as refused")
        right = answers.right
        answered = wait_until(lambda: answers.right >= right + 20, 5)
        writers.require_alive()
        require(answered is not None, f"no answers after the file was {what}")
        answers.tolerant = False
        last = max((when for when, _ in answers.bad), default=begin) - begin
        require(last <= HEAL_LIMIT, f"wrong for {last:.2f} s after the file was {what}")
        longest, failed = max(longest, last), failed + len(answers.bad)
        version.remove()
    return longest, failed


def check_last_file(server, spoiler, chance):
    """Damages the only version: nothing is served, until there is one again."""
    folder = server.data / "index"
    last = IndexVersion(folder, readiness(server)[1])
    os.truncate(last.file, len(spoiler.content) // 3)
    require(wait_until(lambda: readiness(server)[0] == 503, HEAL_LIMIT) is not None, "a file that is cut off is served")
    require(last.name in readiness(server)[2], "the reason is not told")
    require(ask(server, chance).status == 503, "an answer out of nothing")
    sound = spoiler.sound()
    sound.publish(folder)
    wait_for_index(server, sound.name, REFUSAL_LIMIT)
    require(ask(server, chance).status == 200, "no answer from the new version")


def run(options):
    chance = random.Random(options.seed)
    answers = Answers()
    with Workspace(options.bin) as workspace:
        data = workspace.make_data()
        sound = newest(data)
        spoiler = Spoiler(sound, chance)
        starts, seconds = check_starts(options, data, spoiler, chance, answers, options.count)
        alone = check_starts_alone(options, workspace, spoiler, chance)
        with Server(options.bin, data) as server:
            writers = Writers(server.port, CLIENTS, chance, answers.note, pause=0.02)
            swaps = check_swaps(server, spoiler, chance, answers, options.count)
            during = answers.right
            longest, failed = check_served_file(server, spoiler, writers, answers)
            writers.stop()
            check_last_file(server, spoiler, chance)
            server.stop()
        served = Rows(data).index_version.values()
    require(during > 0 and answers.right > during, "the visitors were not answered")
    wrong = set(served) - spoiler.sound_names
    require(not wrong, f"answers out of {sorted(wrong)}")
    return (f"{starts} starts and {swaps} swaps with a damaged version, {alone} starts with nothing else: each refused by "
            f"name and reason, the older one answered (ready p99 {quantile(seconds, 0.99):.2f} s); "
            f"{answers.right} answers to visitors, all right; the served file cut off or deleted "
            f"{len(cuts(len(spoiler.content)))} times: right answers again after at most {longest:.2f} s, "
            f"{failed} requests failed until then")


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--count", type=int, default=100, help="damaged files of each kind, at start and at swap")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
