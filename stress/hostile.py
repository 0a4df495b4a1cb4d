"""What attackers send, as data, and the connection that sends it. Standard library only."""
import gzip
import itertools
import json
import re
import select
import socket
import time
import zlib
from dataclasses import dataclass
from typing import Callable

from support import require

MIB = 1024 * 1024
PATIENCE = 16.0   # seconds until a connection has to be over: the program's ten, and what follows
UNREAD = 12.0     # seconds that an answer is left unread
CLOSED = 0        # instead of a status: the connection ended without an answer

# 841 bytes of brotli that stand for 1 GiB.
BROTLI_BOMB = b"".join([
    bytes.fromhex("cfffff7ff82700e2b14020f7fe9ffffffff04f00c4610180eefd3fffffffe19f0088c322"),
    7 * bytes.fromhex("00ddfb7ffeffffc33f0110870500baf7fffcffff877f02200e0b0074effff9ffff0fff04401c1600e8defff3ffff1f"
                      "fe0980382c00d0bdffe7ffff3ffc1300715800a07bffcfffff7ff82700e2b00040f7fe9ffffffff04f00c4610180ee"
                      "fd3fffffffe19f0088c302"),
    bytes.fromhex("00ddfb7ffeffffc33f0110870500baf7fffcffff877f02200e0b0074effff9ffff0fff04401c1600e8defff3ffff1f"
                  "fe0980382c00d0bdffe7ffff3ffc1300715800a07bff3f")])


@dataclass(frozen=True)
class Attack:
    """`parts(head)` gives what one connection sends, piece by piece; head(line, *headers) begins a request, and adds
    Host and what else an honest client of the same place would send.
    """
    name: str
    parts: Callable
    expected: frozenset      # the statuses that refuse it, and CLOSED where that will do
    connections: int = 4     # at once
    unread: bool = False     # the answer is not read
    pause: float = 0.0       # seconds between two pieces
    awaited: frozenset = frozenset()  # statuses that have to come at least once while it is repeated


def flood(first, piece, size):
    """`first`, then pieces until they are `size` bytes in all."""
    yield first
    for _ in range(size // len(piece)):
        yield piece


def post(head, *headers, path="/api/v1/chat", type_="application/json"):
    return head(f"POST {path} HTTP/1.1", f"Content-Type: {type_}", *headers)


def whole(head, body, *headers, type_="application/json"):
    """A POST with its true length."""
    return [post(head, f"Content-Length: {len(body)}", *headers, type_=type_) + body]


def slowly(text):
    return (bytes([byte]) for byte in text)


# Two lengths for one body, or none that both sides of a proxy would agree upon (T35). Whoever is fooled takes what
# follows for a second request and answers twice.
SECOND = b"GET /f1.css HTTP/1.1\r\nHost: a\r\n\r\n"
DESYNC_HEADERS = {
    "the same length twice": ["Content-Length: {n}", "Content-Length: {n}"],
    "two lengths": ["Content-Length: 0", "Content-Length: {n}"],
    "two lengths, the other way": ["Content-Length: {n}", "Content-Length: 0"],
    "a list of lengths": ["Content-Length: 0, {n}"],
    "a length of letters": ["Content-Length: abc"],
    "a length with a sign": ["Content-Length: +0"],
    "a length in hex": ["Content-Length: 0x0"],
    "a length of 20 digits": ["Content-Length: 18446744073709551616"],
    "length, then chunked": ["Content-Length: {n}", "Transfer-Encoding: chunked"],
    "chunked, then length": ["Transfer-Encoding: chunked", "Content-Length: {n}"],
    "chunked by another name": ["Transfer-Encoding: xchunked", "Content-Length: 0"],
    "chunked, then identity": ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
}


def desync_parts(headers):
    body = b"0\r\n\r\n" + SECOND
    return lambda head: [post(head, *(header.format(n=len(body)) for header in headers)) + body]


REFUSED_LENGTH = frozenset({400, 411, 413})
DESYNC = [Attack(name, desync_parts(headers), REFUSED_LENGTH) for name, headers in DESYNC_HEADERS.items()] + [
    Attack("body of a GET", lambda head: [head("GET /f1.css HTTP/1.1", f"Content-Length: {len(SECOND)}") + SECOND],
           frozenset({400})),
]

TRAVERSALS = [
    "/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/..\\..\\etc\\passwd",
    "/.%2e/.%2e/etc/passwd", "/%252e%252e/etc/passwd", "/widget.js/../../etc/passwd", "//etc/passwd",
    "/static../etc/passwd", "/widget.js%00.png", "/widget.jsa", "/%c0%ae%c0%ae/etc/passwd", "/./././etc/passwd",
]

BODIES = {
    "60,000 nested arrays": b"[" * 60000,
    "nested objects": b'{"a":' * 10000 + b"1" + b"}" * 10000,
    "5,000 members": json.dumps({f"m{number}": 1 for number in range(5000)}).encode(),
    "a NUL behind the JSON": b'{"message":"a","key":"0123456789abcdef"}\0',
    "UTF-8 cut short": b'{"message":"\xc4","key":"0123456789abcdef"}',
    "a number of 60,000 digits": b'{"message":' + b"9" * 60000 + b"}",
}


def bombs():
    zeros = bytes(40 * MIB)
    unsupported = frozenset({415})
    for encoding, body in [("gzip", gzip.compress(zeros, 9)), ("deflate", zlib.compress(zeros, 9)),
                           ("br", BROTLI_BOMB)]:
        yield Attack(f"bomb, {encoding}",
                     lambda head, encoding=encoding, body=body: whole(head, body, f"Content-Encoding: {encoding}"),
                     unsupported)


def endless():
    """What has no end, or one that is too far off. The server may hang up while we still send."""
    megabyte = bytes(MIB)
    chunk = b"100000\r\n" + megabyte + b"\r\n"
    yield Attack("chunked body of 200 MiB",
                 lambda head: flood(post(head, "Transfer-Encoding: chunked"), chunk, 200 * MIB),
                 frozenset({411, CLOSED}))
    yield Attack("body of 200 MiB without a length", lambda head: flood(post(head), megabyte, 200 * MIB),
                 frozenset({411, CLOSED}))
    yield Attack("body of 3 GiB with its length",
                 lambda head: flood(post(head, f"Content-Length: {3 * 1024 * MIB}"), megabyte, 3 * 1024 * MIB),
                 frozenset({413, CLOSED}))
    yield Attack("line of 200 MiB", lambda head: flood(b"GET /", b"a" * MIB, 200 * MIB), frozenset({414, 431, CLOSED}))
    yield Attack("header of 200 MiB", lambda head: flood(b"GET / HTTP/1.1\r\nHost: a\r\nX: ", b"a" * MIB, 200 * MIB),
                 frozenset({400, 431, CLOSED}))
    yield Attack("1,000,000 headers",
                 lambda head: flood(b"GET / HTTP/1.1\r\nHost: a\r\n", b"X-Many: 1\r\n" * 1000, 1_000_000 * 11),
                 frozenset({400, 431, CLOSED}))
    yield Attack("negative chunk size",
                 lambda head: flood(post(head, "Transfer-Encoding: chunked") + b"-2\r\n", megabyte, 100 * MIB),
                 frozenset({411, CLOSED}))


def malformed():
    bad = frozenset({400})
    yield Attack("line break in a header, encoded",
                 lambda head: [head("GET /f1.css HTTP/1.1", "X-A: a%0d%0aInjected: 1")], bad)
    yield Attack("multipart file name of 60,000 characters",
                 lambda head: whole(head, b"--b\r\nContent-Disposition: form-data; name=a; filename*=UTF-8''"
                                    + b"%41" * 20000 + b"\r\n\r\nx\r\n--b--\r\n",
                                    type_="multipart/form-data; boundary=b"),
                 frozenset({415}))
    yield Attack("2,000 ranges",
                 lambda head: [head("GET /widget.js HTTP/1.1", "Range: bytes=" + ",".join(["0-"] * 2000))], bad)
    # The library throws at this number; no word of its exception may get out.
    yield Attack("range beyond every number",
                 lambda head: [head("GET /widget.js HTTP/1.1", f"Range: bytes={'9' * 30}-")], frozenset({400, 416}))
    yield Attack("address of 8 KB for the routes", lambda head: [head(f"GET /api/v1/articles/{'ab/' * 2700} HTTP/1.1")],
                 frozenset({414}))
    yield Attack("address of just under the limit", lambda head: [head(f"GET /api/v1/{'a/' * 500} HTTP/1.1")],
                 frozenset({404}))
    yield Attack("two hosts", lambda head: [head("GET /f1.css HTTP/1.1", "Host: b")], bad)
    yield Attack("no HTTP", lambda head: [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500) + b"\r\n\r\n"],
                 frozenset({400, CLOSED}))
    for path in TRAVERSALS:
        yield Attack(f"GET {path}", lambda head, path=path: [head(f"GET {path} HTTP/1.1")], frozenset({400, 404}))
    for name, body in BODIES.items():
        yield Attack(name, lambda head, body=body: whole(head, body), bad)


def forged():
    """A client that takes another address for each request. Only X-Real-IP counts, and only one of it."""
    numbers = itertools.count()
    for name, fixed, claim in [
            ("REMOTE_ADDR", "X-Real-IP: 10.1.1.1\r\n", "REMOTE_ADDR: {}"),
            ("X-Forwarded-For", "X-Real-IP: 10.1.1.2\r\n", "X-Forwarded-For: {0}\r\nForwarded: for={0}"),
            ("a second X-Real-IP", "X-Real-IP: 10.1.1.3\r\n", "X-Real-IP: {}"),
            ("X_Real_IP", "X-Real-IP: 10.1.1.4\r\n", "X_Real_IP: {}")]:
        def parts(_, fixed=fixed, claim=claim):
            number = next(numbers)
            address = f"10.2.{number // 250 % 250}.{number % 250 + 1}"
            yield f"GET /api/v1/suggest?q=te HTTP/1.1\r\nHost: a\r\n{fixed}{claim.format(address)}\r\n\r\n".encode()
        yield Attack(f"forged address: {name}", parts, frozenset({200, 400, 429}), awaited=frozenset({429}))


def many_and_slow():
    """Fewer than there are threads, so that others are served beside them. Each holds a thread for the whole of its
    ten seconds; as many as there are threads hold the program, which is what nginx is in front for.
    """
    yield Attack("200 connections at once", lambda head: [head("GET /f1.css HTTP/1.1")], frozenset({200}),
                 connections=200)
    yield Attack("head at a byte each 2 s", lambda head: slowly(head("GET /f1.css HTTP/1.1")),
                 frozenset({400, CLOSED}), connections=8, pause=2.0)
    yield Attack("body at a byte each 2 s",
                 lambda head: [post(head, "Content-Length: 1000"), *slowly(b"{" * 1000)],
                 frozenset({400, CLOSED}), connections=8, pause=2.0)
    yield Attack("answer not read", lambda head: [head("GET /panel.js HTTP/1.1")], frozenset({200, CLOSED}),
                 connections=8, unread=True)


def all_attacks():
    return [*endless(), *bombs(), *malformed(), *DESYNC, *forged(), *many_and_slow()]


class Connection:
    """One connection of an attack, from its first byte to its end. Behind a proxy that keeps connections open it ends
    after `idle` seconds without an answer.
    """

    def __init__(self, port, attack, head, idle=None):
        self._socket = socket.socket()
        self._port, self._attack, self._head, self._idle = port, attack, head, idle
        self.sent = 0

    def run(self):
        """Returns the statuses of all answers that came."""
        with self._socket:
            if self._attack.unread:
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
            self._socket.settimeout(PATIENCE)
            self._socket.connect(("127.0.0.1", self._port))
            try:
                for part in self._attack.parts(self._head):
                    self._socket.sendall(part)
                    self.sent += len(part)
                    if self._attack.pause and self._ends_within(self._attack.pause):
                        break
            except (ConnectionError, TimeoutError):
                pass  # it hung up on us; what it said before can still be read
            if self._attack.unread:
                time.sleep(UNREAD)
            return self._read_answers()

    def _ends_within(self, seconds):
        return bool(select.select([self._socket], [], [], seconds)[0])

    def _read_answers(self):
        answer = b""
        self._socket.settimeout(self._idle or PATIENCE)
        try:
            while data := self._socket.recv(65536):
                answer += data
        except ConnectionError:
            pass
        except TimeoutError:
            require(self._idle, f"{self._attack.name}: the connection stays open")
        require(b"EXCEPTION_WHAT" not in answer and b"root:x:" not in answer, f"{self._attack.name}: {answer[:500]!r}")
        return [int(status) for status in re.findall(rb"^HTTP/1\.[01] (\d{3}) ", answer, re.MULTILINE)]


def require_expected(attack, statuses):
    """One answer at most, and one that refuses the attack."""
    require(len(statuses) <= 1, f"{attack.name}: {len(statuses)} answers on one connection: {statuses}")
    require((statuses or [CLOSED])[0] in attack.expected,
            f"{attack.name}: answered {statuses or 'nothing'}, expected {sorted(attack.expected)}")
