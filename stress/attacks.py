#!/usr/bin/env python3
"""Sends the program what is known to bring its HTTP library down, without nginx in between: endless bodies, lines and
headers, decompression bombs, smuggled requests, traversals, hostile JSON (hostile.py is the list). Every one is
refused with the right status or hung up on, each connection gets one answer at most, memory hardly grows, and another
client is answered meanwhile.

Slow clients take part with half as many connections as there are threads: as many as threads hold the program for ten
seconds, which no setting of it prevents. slow_clients.py shows that nginx does.
"""
import functools
import random
import re
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from hostile import Connection, all_attacks, require_expected
from neighbour import Neighbour
from progress import Progress
from support import QUESTIONS, Failure, Server, Workspace, chat, make_parser, quantile, request, require, \
    run_and_tell, some_address

GROWTH_LIMIT = 10.0    # MiB
LATENCY_LIMIT = 0.050  # seconds, 99 of 100
ATTEMPTS = 3           # at that limit: what other work on the machine does once, an attack that works does always
LEAST_SAMPLES = 50     # ordinary requests beside an attack


def ask(port, chance):
    """What an ordinary visitor does."""
    address = some_address(chance)
    if chance.random() < 0.5:
        return chat(port, chance.choice(QUESTIONS), f"neighbour-{chance.getrandbits(64)}", address=address)
    return request(port, "GET", "/api/v1/suggest?q=te", headers={"X-Real-IP": address})


def make_head(chance):
    """The beginning of an honest client's request; each has an address of its own, as behind nginx."""
    def head(line, *headers):
        lines = [line, "Host: a", f"X-Real-IP: {some_address(chance)}", *headers]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
    return head


def attack_once(port, attack, chance):
    """Plays an attack on its number of connections at once; returns the bytes that were sent, and the answers."""
    outcomes, failures = [], []

    def play(connection):
        try:
            outcomes.append(connection.run())
        except Failure as failure:
            failures.append(failure)

    head = make_head(chance)
    connections = [Connection(port, attack, head) for _ in range(attack.connections)]
    threads = [threading.Thread(target=play, args=(connection,), daemon=True) for connection in connections]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    require(len(outcomes) == attack.connections, f"{attack.name}: {len(outcomes)} of {attack.connections} were played")
    for statuses in outcomes:
        require_expected(attack, statuses)
    return sum(connection.sent for connection in connections), set().union(*outcomes)


class Memory:
    """The most that the program had in memory since the last reset, over what it had at first."""

    def __init__(self, server):
        self._server = server
        self._quiet = server.resident_kib()

    def reset(self):
        Path(f"/proc/{self._server.pid}/clear_refs").write_text("5", encoding="ascii")

    def growth(self):
        """In MiB."""
        status = Path(f"/proc/{self._server.pid}/status").read_text(encoding="ascii")
        return (int(re.search(r"VmHWM:\s+(\d+)", status)[1]) - self._quiet) / 1024


def warm_up(port, chance):
    """Lets every thread do its largest lawful work once, so that what grows later is the attack's doing."""
    for _ in range(3):
        threads = []
        for _ in range(32):
            address = some_address(chance)
            key = f"warm-up-{chance.getrandbits(64)}"
            threads.append(threading.Thread(target=chat, args=(port, "kako storniram " * 130, key),
                                            kwargs={"address": address}))
            body = b'{"message":"a","key":"0123456789abcdef","other":"' + b"x" * 65000 + b'"}'
            threads.append(threading.Thread(target=request, args=(
                port, "POST", "/api/v1/chat", body, {"Content-Type": "application/json", "X-Real-IP": address})))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


@dataclass
class Result:
    connections: int
    sent: int        # bytes
    grown: float     # MiB
    seconds: list    # of each ordinary request

    @property
    def slow(self):
        return quantile(self.seconds, 0.99)


def play(server, neighbour, memory, attack, options):
    """Repeats an attack for some seconds. All but the latency is judged here."""
    chance = random.Random(f"{options.seed} {attack.name}")
    memory.reset()
    neighbour.take()
    times = sent = 0
    seen = set()
    begin = time.monotonic()
    while not times or time.monotonic() - begin < options.seconds:
        more, answers = attack_once(server.port, attack, chance)
        sent += more
        seen |= answers
        times += 1
    seconds, wrong = neighbour.take()
    server.require_alive()
    require(sent > 0, f"{attack.name}: nothing was sent")
    require(attack.awaited <= seen, f"{attack.name}: answered {seen}, without {set(attack.awaited)}")
    require(not wrong, f"{attack.name}: {len(wrong)} ordinary requests failed, the first with {wrong[:1]}")
    require(len(seconds) >= LEAST_SAMPLES,
            f"{attack.name}: only {len(seconds)} ordinary requests were answered beside it")
    result = Result(times * attack.connections, sent, memory.growth(), seconds)
    require(result.grown <= GROWTH_LIMIT, f"{attack.name}: memory grew by {result.grown:.1f} MiB")
    return result


def play_until_judged(server, neighbour, memory, attack, options):
    for _ in range(ATTEMPTS):
        result = play(server, neighbour, memory, attack, options)
        if result.slow <= LATENCY_LIMIT:
            return result
        neighbour.wait_for_calm(LATENCY_LIMIT / 2)
    raise Failure(f"{attack.name}: an ordinary request took {result.slow * 1000:.0f} ms (p99), {ATTEMPTS} times")


def run(options):
    attacks = [attack for attack in all_attacks() if options.only in attack.name]
    require(attacks, f"no attack is named {options.only}")
    progress = Progress("attack", len(attacks))
    results = {}
    with Workspace(options.bin) as workspace, Server(options.bin, workspace.make_data()) as server:
        warm_up(server.port, random.Random(options.seed))
        memory = Memory(server)
        with Neighbour(functools.partial(ask, server.port), options.seed) as neighbour:
            for number, attack in enumerate(attacks, 1):
                progress.show(number, attack.name)
                result = results[attack.name] = play_until_judged(
                    server, neighbour, memory, attack, options)
                if options.table:
                    print(f"{attack.name:45} {result.connections:6} connections {result.sent / 1024 / 1024:8.1f} MiB "
                          f"sent {result.grown:5.1f} MiB grown, p99 {result.slow * 1000:5.1f} ms, "
                          f"max {max(result.seconds) * 1000:5.1f} ms", flush=True)
        server.stop()
    greediest = max(results, key=lambda name: results[name].grown)
    slowest = max(results, key=lambda name: results[name].slow)
    connections = sum(result.connections for result in results.values())
    longest = max(max(result.seconds) for result in results.values())
    return (f"{len(attacks)} attacks on {connections} connections, each met as it should be; memory grew by "
            f"{results[greediest].grown:.1f} MiB at most ({greediest}), another client's p99 was "
            f"{results[slowest].slow * 1000:.1f} ms at most ({slowest}), its slowest answer {longest * 1000:.0f} ms. "
            f"More slow clients than threads are nginx's work")


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--seconds", type=float, default=2.0, help="how long each is repeated")
    parser.add_argument("--only", default="", help="only the attacks with this in their name")
    parser.add_argument("--table", action="store_true", help="a line for each attack")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
