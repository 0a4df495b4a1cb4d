#!/usr/bin/env python3
"""Holds thousands of slow connections open to nginx with deploy/nginx.conf, each from an address of its own: heads and
bodies that come a byte at a time, and answers that nobody reads. One that ends is replaced. Ordinary visitors are
served meanwhile, and all slow connections are closed in the end. Then smuggled requests and the operators' addresses
are tried through nginx.

Needs nginx and openssl, root, and some 3,000 file descriptors.
"""
import functools
import heapq
import json
import random
import resource
import select
import socket
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from hostile import DESYNC, Connection, require_expected
from neighbour import Neighbour
from proxy import HOST, Proxy, require_nginx, some_source
from progress import Progress
from support import QUESTIONS, Failure, Server, Workspace, make_parser, quantile, request, require, run_and_tell

PAUSE = 2.0            # seconds between two bytes of a slow client
PORTION = 100          # slow clients that connect between two looks at the others
HEAD_LIMIT = 13.0      # seconds after which nginx has closed a head that drips: its ten, and a busy machine
END_LIMIT = 40.0       # seconds after which everything has to be closed: ten, or fifteen of keep-alive, and what waits
LATENCY_LIMIT = 0.050  # seconds, 99 of 100
ATTEMPTS = 3           # at that limit: other work on the machine may be to blame once
NGINX_LIMIT = 300      # MiB
SERVICE_LIMIT = 20     # MiB more than before
HEAD = f"POST /api/v1/chat HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/json\r\n".encode()
DOWNLOAD = f"GET /panel.js HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()
FOR_OPERATORS = ["/metrics", "/readyz", "/livez", "/%6detrics", "//metrics", "/./metrics", "/api/../metrics",
                 "/api/%2e%2e/readyz", "/f1/..%2fmetrics", "/metrics/", "/metrics?a", "/metrics%3f"]


@dataclass
class SlowClient:
    """A connection and what it drips; `kind` is head, body or unread."""
    kind: str
    socket: socket.socket
    begin: float
    dripped: int = 0

    def fileno(self):
        return self.socket.fileno()


@dataclass
class Crowd:
    """Slow clients, all in one thread. Call work() often."""
    port: int
    chance: random.Random
    clients: dict = field(default_factory=dict)       # descriptor -> SlowClient
    closed: dict = field(default_factory=dict)        # kind -> seconds that each connection lasted
    dripped: int = 0                                  # bytes
    _due: list = field(default_factory=list)          # (when, descriptor, client's begin): next byte
    _epoll: select.epoll = field(default_factory=select.epoll)

    def add(self, kind):
        connection = socket.socket()
        if kind == "unread":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        connection.bind((some_source(self.chance), 0))
        connection.connect(("127.0.0.1", self.port))
        connection.setblocking(False)
        client = SlowClient(kind, connection, time.monotonic())
        if kind == "unread":
            connection.send(DOWNLOAD * 20)
        elif kind == "body":
            connection.send(HEAD + b"Content-Length: 60000\r\n\r\n")
        else:
            connection.send(HEAD)
        self.clients[client.fileno()] = client
        # Without EPOLLIN: that an answer can be read does not interest who does not read.
        self._epoll.register(connection, select.EPOLLRDHUP | (0 if kind == "unread" else select.EPOLLIN))
        if kind != "unread":
            self._plan(client)

    def _plan(self, client):
        when = time.monotonic() + PAUSE * self.chance.uniform(0.5, 1)
        heapq.heappush(self._due, (when, client.fileno(), client.begin))

    def work(self, drip=True):
        """Notes who was closed within the next moment, and sends the bytes that are due."""
        for descriptor, _ in self._epoll.poll(0.02):
            self._end(self.clients[descriptor])
        while self._due and self._due[0][0] <= time.monotonic():
            _, descriptor, begin = heapq.heappop(self._due)
            client = self.clients.get(descriptor)
            if not drip or client is None or client.begin != begin:
                continue
            try:
                self.dripped += client.socket.send(b"X: "[client.dripped % 3:][:1] if client.kind == "head" else b" ")
                client.dripped += 1
                self._plan(client)
            except OSError:
                self._end(client)

    def _end(self, client):
        self.closed.setdefault(client.kind, []).append(time.monotonic() - client.begin)
        self._epoll.unregister(client.socket)
        del self.clients[client.fileno()]
        client.socket.close()


def send(port, method, path, body=None, source="127.0.0.1", headers=None):
    """One request through nginx."""
    return request(port, method, path, body, {"Host": HOST, "Connection": "close", **(headers or {})}, source=source)


def ask(port, chance):
    """What an ordinary visitor does."""
    source = some_source(chance)
    if chance.random() < 0.5:
        body = json.dumps({"message": chance.choice(QUESTIONS), "key": f"neighbour-{chance.getrandbits(64)}"})
        return send(port, "POST", "/api/v1/chat", body, source, {"Content-Type": "application/json"})
    return send(port, "GET", chance.choice(["/widget.js", "/", "/api/v1/suggest?q=te"]), source=source)


def resident_mib(pids):
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) for pid in pids)
    return pages * resource.getpagesize() / 1024 / 1024


def raise_descriptor_limit(needed):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    require(hard >= needed, f"{needed} descriptors are needed, {hard} are allowed")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, hard), hard))


def crowd_in(options, crowd, measure):
    """Keeps the number of slow clients up for the time of the run; returns the fewest that were there once all were."""
    kinds = ["head"] * 4 + ["body"] * 4 + ["unread"] * 2
    progress = Progress("second", int(options.seconds))
    begin = time.monotonic()
    fewest, next_look = options.clients, 0.0
    full = False
    while time.monotonic() - begin < options.seconds:
        for _ in range(min(PORTION, options.clients - len(crowd.clients))):
            crowd.add(crowd.chance.choice(kinds))
        crowd.work()
        full = full or len(crowd.clients) == options.clients
        if full:
            fewest = min(fewest, len(crowd.clients))
        if time.monotonic() >= next_look:
            measure()
            next_look = time.monotonic() + 0.5
            progress.show(int(time.monotonic() - begin), f"{len(crowd.clients)} slow clients")
    require(full, f"only {len(crowd.clients)} of {options.clients} slow clients could connect")
    return fewest


def let_end(crowd):
    """Nobody drips any more; returns the seconds until nginx has closed everything."""
    begin = time.monotonic()
    while crowd.clients:
        crowd.work(drip=False)
        left = sorted(client.kind for client in crowd.clients.values())
        require(time.monotonic() - begin < END_LIMIT, f"{len(left)} slow connections stay open: {set(left)}")
    return time.monotonic() - begin


def try_desync(port):
    """Each connection gets one answer: what follows a refused request is never taken for another one."""
    def head(line, *headers):
        return ("\r\n".join([line, f"Host: {HOST}", *headers]) + "\r\n\r\n").encode()

    for attack in DESYNC:
        # nginx says 501 to a Transfer-Encoding that it does not know.
        refused = replace(attack, expected=attack.expected | {501})
        require_expected(refused, Connection(port, refused, head, idle=0.3).run())


@dataclass
class Held:
    """What came of holding a crowd for the time of the run."""
    fewest: int      # slow clients at once
    seconds: list    # of each ordinary request
    closed: dict     # kind -> seconds that each connection lasted
    dripped: int     # bytes
    ended: float     # seconds until nginx had closed everything
    nginx: float     # MiB at most
    service: float   # MiB at most

    @property
    def slow(self):
        return quantile(self.seconds, 0.99)


def hold(options, server, proxy, neighbour):
    """All but the latency is judged here."""
    crowd = Crowd(proxy.port, random.Random(options.seed))
    nginx, service = [], []

    def measure():
        nginx.append(resident_mib([proxy.process.pid, *proxy.workers()]))
        service.append(resident_mib([server.pid]))
        server.require_alive()

    neighbour.take()
    fewest = crowd_in(options, crowd, measure)
    seconds, wrong = neighbour.take()
    held = Held(fewest, seconds, crowd.closed, crowd.dripped, let_end(crowd), max(nginx), max(service))
    require(not wrong, f"{len(wrong)} ordinary requests failed, the first with {wrong[:1]}; {len(seconds)} did not")
    require(len(seconds) >= 5 * options.seconds, f"only {len(seconds)} ordinary requests were made")
    require(fewest >= options.clients * 0.8, f"at times only {fewest} slow clients were connected")
    for kind in ("head", "body", "unread"):
        require(held.closed.get(kind), f"no slow client of the kind {kind} took part")
    require(max(held.closed["head"]) <= HEAD_LIMIT, f"a dripping head lasted {max(held.closed['head']):.0f} s")
    require(held.nginx <= NGINX_LIMIT, f"nginx took {held.nginx:.0f} MiB")
    return held


def hold_until_judged(options, server, proxy, neighbour):
    for _ in range(ATTEMPTS):
        held = hold(options, server, proxy, neighbour)
        if held.slow <= LATENCY_LIMIT:
            return held
        neighbour.wait_for_calm(LATENCY_LIMIT / 2)
    raise Failure(f"an ordinary request took {held.slow * 1000:.0f} ms (p99), {ATTEMPTS} times")


def run(options):
    require_nginx()
    raise_descriptor_limit(options.clients + 500)
    with Workspace(options.bin) as workspace, Server(options.bin, workspace.make_data()) as server, \
            Proxy(workspace.path / "nginx", server.port) as proxy:
        for path in FOR_OPERATORS:
            status = send(proxy.port, "GET", path).status
            require(status in (400, 404), f"{path} is answered with {status} through nginx")
        try_desync(proxy.port)
        with Neighbour(functools.partial(ask, proxy.port), options.seed) as neighbour:
            time.sleep(2)
            quiet, wrong = neighbour.take()
            require(not wrong, f"already without slow clients: {wrong[:1]}")
            before = resident_mib([server.pid])
            held = hold_until_judged(options, server, proxy, neighbour)
        server.stop()
    require(held.service - before <= SERVICE_LIMIT, f"the service grew by {held.service - before:.0f} MiB")
    total = sum(map(len, held.closed.values()))
    return (f"{held.fewest} to {options.clients} slow clients at once, {total} in all, {held.dripped} bytes dripped; "
            f"{len(held.seconds)} ordinary requests, 0 failed, p99 {held.slow * 1000:.1f} ms, max "
            f"{max(held.seconds) * 1000:.0f} ms ({quantile(quiet, 0.99) * 1000:.1f} ms p99 without them); all slow ones "
            f"closed after {held.ended:.0f} s; nginx {held.nginx:.0f} MiB, service {held.service:.0f} MiB, "
            f"{held.service - before:+.1f}; {len(DESYNC)} smuggled requests, one answer each; {len(FOR_OPERATORS)} "
            f"operators' addresses closed")


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--clients", type=int, default=2000, help="slow clients at once")
    parser.add_argument("--seconds", type=float, default=30.0, help="how long they are held")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
