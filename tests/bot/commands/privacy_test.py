#!/usr/bin/env python3
"""Personal data that is told to the running program is nowhere on disk afterwards.

    privacy_test.py PROGRAM
"""
import contextlib
import ipaddress
import itertools
import json
import random
import re
import shutil
import signal
import sqlite3
import sys
import unicodedata
import unittest
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "stress"))
from support import (  # noqa: E402  pylint: disable=wrong-import-position
    Server, Workspace, command, request, some_address)

PROGRAM = sys.argv[-1]
CHANNEL_LIMIT = 20  # characters that the program takes of a channel
PATIENCE = 20.0     # seconds after which the program does not end

FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
INVISIBLE_OR_BETWEEN_GROUPS = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\-\u2010-\u2015\u2212./()\[\]]+")


@dataclass
class Canary:
    """Something personal in groups, as it is printed on forms, behind words that tell what it is. Where those do not
    fit, it must be known by itself."""
    told: str
    groups: list

    @property
    def bare(self):
        return plain("".join(self.groups)).removeprefix("+")

    def spellings(self):
        yield "".join(self.groups)
        for gap in (" ", "\u00a0", "\u202f", "-", "\u200b"):
            yield gap.join(self.groups)
        yield "".join(self.groups).translate(FULL_WIDTH)
        yield "\u3000".join(self.groups).translate(FULL_WIDTH)


class Address(Canary):
    """An e-mail address; its groups are the name and the host."""

    def spellings(self):
        for sign in ("@", " @ ", "\u00a0@\u00a0", "(at)"):
            yield sign.join(self.groups)
        yield "@".join(self.groups).translate(FULL_WIDTH)

    @property
    def bare(self):
        return plain(self.groups[0])  # the name alone is too much


CANARIES = [
    Canary("moj EMŠO je", ["0102", "985", "500", "476"]),
    Canary("davčna št.", ["9705", "3180"]),
    Canary("DŠ", ["9705", "3180"]),
    Canary("ID za DDV", ["SI", "97053180"]),
    Canary("na račun", ["SI56", "0431", "1009", "2746", "578"]),
    Canary("s kartico", ["4539", "9612", "0747", "3187"]),
    Canary("telefon", ["041", "987", "652"]),
    Canary("tel.", ["+386", "41", "987", "652"]),
    Address("pišite na", ["zvonkak7", "pe.example"]),
]


def plain(text):
    """The text without what people put between groups, in plain small letters and digits."""
    return INVISIBLE_OR_BETWEEN_GROUPS.sub("", unicodedata.normalize("NFKC", text).casefold())


def raw_forms(written):
    """The bytes that would hold the spelling: as it is, as JSON may escape it, as an address does."""
    return {written.encode(), json.dumps(written)[1:-1].encode(), quote(written).encode(), quote(written, "").encode()}


FORBIDDEN = sorted(set(itertools.chain.from_iterable(
    raw_forms(written) for canary in CANARIES for written in canary.spellings())))
FORBIDDEN_PLAIN = sorted({canary.bare for canary in CANARIES})


def leaks(content):
    """Which canaries the bytes hold, in whatever spelling."""
    raw = [form for form in FORBIDDEN if form in content]
    text = plain(content.decode(errors="replace"))
    return raw + [bare for bare in FORBIDDEN_PLAIN if bare in text]


def rows_of(path):
    """Every value of a database, which its pages may hold in pieces."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        names = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        rows = [row for name, in names for row in database.execute(f'SELECT * FROM "{name}"')]
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row)


class PrivacyTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.workspace = self.enterContext(Workspace(PROGRAM))
        self.data = self.workspace.make_data()
        self.backup = self.workspace.path / "state.backup"
        self.random = random.Random(1)
        self.numbers = itertools.count()

    def post(self, server, path, body, secret=None):
        """As a client of its own, so that no limit is met."""
        headers = {"Content-Type": "application/json", "X-Real-IP": some_address(self.random)}
        if secret:
            headers["X-Conversation-Secret"] = secret
        return request(server.port, "POST", "/api/v1/" + path, json.dumps(body).encode(), headers)

    def converse(self, server, told, key, channel):
        """Tells it in a question with an answer, in one without, in one for a person and in every field beside them."""
        conversation = {}
        for question in ("kako storniram temeljnico", "kako popravim traktor", "rad bi oddal zahtevek"):
            body = {"message": f"{question}, {told}", "key": f"{key}-{next(self.numbers)}", "lang": "sl",
                    "context": {"app": told, "screen": told, "module": told, "version": told, "channel": channel}}
            if conversation:
                body["conversation"] = conversation["id"]
            reply = self.post(server, "chat", body, conversation.get("secret"))
            self.assertEqual(200, reply.status, reply.body)
            self.assertTrue(reply.json()["saved"])
            conversation = conversation or reply.json()["conversation"]
            feedback = {"turn": reply.json()["turn"], "helpful": False, "reason": told}
            self.assertEqual(200, self.post(server, "feedback", feedback, conversation["secret"]).status)
        body["message"] += " znova"
        self.assertEqual(409, self.post(server, "chat", body, conversation["secret"]).status)

    def be_refused(self, server, told):
        """Tells it where the program takes no such thing, which it may want to log."""
        self.assertEqual(400, self.post(server, "chat", {"message": "a", "key": told}).status)
        self.assertEqual(400, self.post(server, "chat", {"message": told, "key": "some-key", "lang": told}).status)
        for path in ("/api/v1/search?q=", "/api/v1/suggest?q=", "/api/v1/articles/", "/api/v1/f1/fakture/", "/f1/fakture/",
                     "/f1/icenter/x?title=", "/f1/icenter?q=", "/"):
            request(server.port, "GET", path + quote(told, ""), headers={
                "User-Agent": quote(told), "Referer": "https://a.example/" + quote(told),
                "X-Real-IP": some_address(self.random)})

    def tell_everything(self, server):
        for canary in CANARIES:
            for written in canary.spellings():
                told = f"{canary.told} {written}"
                channel = next((text for text in (told, written) if len(text) <= CHANNEL_LIMIT), "web")
                self.converse(server, told, canary.bare, channel)
                self.be_refused(server, told)

    def disk(self):
        """{what: its bytes} of everything that the program may have written."""
        paths = [path for place in (self.data, self.backup, self.data.with_suffix(".log"))
                 for path in ([place] if place.is_file() else place.rglob("*")) if path.is_file()]
        contents = {path.name: path.read_bytes() for path in paths}
        copies = self.workspace.path / "copies"
        copies.mkdir(exist_ok=True)
        for path in paths:
            if path.name.startswith("state."):
                shutil.copy(path, copies)
        for name in ("state.db", "state.backup"):
            if name in contents:
                contents["rows of " + name] = rows_of(copies / name)
        shutil.rmtree(copies)
        return contents

    def require_clean(self):
        contents = self.disk()
        found = {name: leaks(content) for name, content in contents.items()}
        self.assertEqual({}, {name: leaked for name, leaked in found.items() if leaked})
        return contents

    def test_what_is_personal_is_in_no_byte_of_the_data_the_backup_and_the_log(self):
        self.require_clean()
        with Server(PROGRAM, self.data) as server:
            self.tell_everything(server)
            self.converse(server, "sledilnik", "key-of-the-trace", "sledilni-kanal")
            command(PROGRAM, "backup", "--data", self.data, "--out", self.backup)
            running = self.require_clean()
            server.process.send_signal(signal.SIGTERM)
            self.assertEqual(0, server.process.wait(PATIENCE))
            self.assertEqual([], leaks(server.process.stdout.read()))
        stopped = self.require_clean()

        # What is nobody's own is kept in the same places: it was looked for where it would be.
        self.assertIn("state.db-wal", running)
        self.assertIn(b"stopping", stopped["data.log"])
        for name in ("state.backup", "state.db", "rows of state.backup", "rows of state.db"):
            for kept in (b"sledilnik", "Različica: sledilnik".encode(), b"sledilni-kanal", b"kako popravim traktor",
                         "[EMŠO]".encode(), "Različica: DŠ [davčna številka]".encode()):
                self.assertIn(kept, stopped[name], name)
            self.assertNotIn(b"key-of-the-trace", stopped[name], name)

    def test_the_address_of_a_visitor_is_in_no_byte_of_the_data_and_the_log(self):
        addresses = ["203.0.113.77", "2001:db8:77:88:99:aa:bb:cc"]
        with Server(PROGRAM, self.data) as server:
            for number, address in enumerate(addresses):
                headers = {"Content-Type": "application/json", "X-Real-IP": address, "User-Agent": "sledilni-brskalnik"}
                reply = request(server.port, "POST", "/api/v1/chat", json.dumps(
                    {"message": "kako popravim traktor", "key": f"key-of-address-{number}"}).encode(), headers)
                self.assertEqual(200, reply.status, reply.body)
                vote = {"turn": reply.json()["turn"], "helpful": False}
                headers["X-Conversation-Secret"] = reply.json()["conversation"]["secret"]
                self.assertEqual(200, request(
                    server.port, "POST", "/api/v1/feedback", json.dumps(vote).encode(), headers).status)
                for path in ("/f1/icenter/neznan.zaslon", "/api/v1/staff/session", "/staff"):
                    request(server.port, "GET", path, headers=headers)
                request(server.port, "POST", "/api/v1/staff/login", b'{"name":"ana","password":"ugibam ugibam"}', headers)
            running = self.disk()
        contents = {**{"running " + name: content for name, content in running.items()}, **self.disk()}
        self.assertTrue(b"kako popravim traktor" in contents["rows of state.db"])
        forbidden = [b"203.0.113", b"2001:db8:77", b"sledilni-brskalnik", *(ipaddress.ip_address(a).packed for a in addresses)]
        found = {name: [bytes_ for bytes_ in forbidden if bytes_ in content] for name, content in contents.items()}
        self.assertEqual({}, {name: leaked for name, leaked in found.items() if leaked})

    def test_the_check_finds_every_spelling(self):
        for canary in CANARIES:
            for written in canary.spellings():
                for form in raw_forms(written):
                    self.assertTrue(leaks(b"\x00\xff{" + form + b"\xfe"), form)
        self.assertTrue(leaks(b"EMSO 0102985 - 500 476"))
        self.assertTrue(leaks("\uff10\uff14\uff11/987-652".encode()))
        self.assertEqual([], leaks(b"0102985500477"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
