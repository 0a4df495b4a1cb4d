#!/usr/bin/env python3
"""Accounts of staff as an administrator makes them, beside a running server.

    staff_test.py PROGRAM
"""
import base64
import hmac
import json
import os
import pty
import stat
import struct
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "stress"))
from support import Server, Workspace, request  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[-1]
PASSWORD = "čebela kolo tunel marmor"


def run(*arguments, password=None):
    return subprocess.run([PROGRAM, "staff", *map(str, arguments)], input=password, capture_output=True, text=True,
                          timeout=60, check=False)


def type_at_terminal(keys, *arguments):
    """Runs the program at a terminal; returns its exit code and all that the terminal showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(PROGRAM, [PROGRAM, "staff", *map(str, arguments)])
    shown = b""
    for prompt, typed in keys:
        while not shown.endswith(prompt):
            shown += os.read(terminal, 1024)
        os.write(terminal, typed.encode())
    try:
        while piece := os.read(terminal, 1024):
            shown += piece
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()


def code_of(secret):
    """The six digits that an app shows now (RFC 6238)."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), "sha1")
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7fffffff) % 1_000_000:06}"


class Browser:
    def __init__(self, port):
        self.port, self.cookie, self.token = port, None, None

    def ask(self, method, path, body=None):
        headers = {"Origin": f"http://127.0.0.1:{self.port}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if self.cookie:
            headers["Cookie"] = self.cookie
            headers["X-Staff-Token"] = self.token
        return request(self.port, method, "/api/v1/staff/" + path, None if body is None else json.dumps(body).encode(),
                       headers)

    def sign_in(self, name, password=PASSWORD, code=None):
        reply = self.ask("POST", "login", {"name": name, "password": password} | ({"code": code} if code else {}))
        if reply.status == 200:
            self.cookie = reply.headers["Set-Cookie"].split(";")[0]
            self.token = reply.json()["csrf"]
        return reply


class StaffTest(unittest.TestCase):
    def setUp(self):
        self.workspace = self.enterContext(Workspace(PROGRAM))
        self.data = self.workspace.path / "staff-data"
        self.data.mkdir()

    def staff(self, *arguments, password=None):
        done = run(*arguments, "--data", self.data, password=password)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def refused(self, *arguments, password=None):
        done = run(*arguments, "--data", self.data, password=password)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertNotIn(PASSWORD, done.stderr)
        return done.stderr

    def test_an_administrator_signs_in_until_the_account_is_changed(self):
        with Server(PROGRAM, self.data, ready=503) as server:
            self.assertIn("There are no accounts", self.staff("list"))
            made = self.staff("add", "ana", "--role", "admin", "--password-stdin", password=PASSWORD + "\n")
            secret = made.split("secret   ")[1].split("\n")[0].replace(" ", "")
            self.assertIn(f"otpauth://totp/Pomo%C4%8Dnik:ana?secret={secret}&", made)
            self.assertEqual(stat.S_IMODE((self.data / "staff.json").stat().st_mode), 0o600)
            self.assertNotIn(PASSWORD, (self.data / "staff.json").read_text())

            ana = Browser(server.port)
            self.assertEqual(ana.sign_in("ana").json()["error"]["code"], "code_required")
            reply = ana.sign_in("ana", code=code_of(secret))
            self.assertEqual(reply.status, 200, reply.body)
            self.assertEqual(ana.ask("GET", "log").json()["entries"][0]["act"], "signed_in")
            self.assertEqual(ana.ask("POST", "logout", {}).status, 200)
            self.assertEqual(ana.ask("GET", "session").status, 401)

            self.staff("add", "bor", "--role", "viewer", "--password-stdin", password=PASSWORD)
            bor = Browser(server.port)
            for change in (["role", "bor", "--role", "curator"], ["remove", "bor"]):
                self.assertEqual(bor.sign_in("bor").status, 200)
                self.assertEqual(bor.ask("GET", "session").status, 200)
                self.assertIn("its sessions have ended", self.staff(*change))
                self.assertEqual(bor.ask("GET", "session").status, 401)
            self.assertEqual(bor.sign_in("bor").status, 401)

            metrics = request(server.port, "GET", "/metrics").body.decode()
            self.assertIn('pomocnik_staff_sign_ins_total{outcome="signed_in"} 3\n', metrics)
            self.assertIn('pomocnik_staff_sign_ins_total{outcome="refused"} 1\n', metrics)
            log = server.log_tail()
            for text in ("ana", "bor", secret):
                self.assertNotIn(f'"{text}', log)
            server.stop()

    def test_accounts_are_listed_and_changed(self):
        self.staff("add", "cene", "--role", "curator", "--password-stdin", password=PASSWORD)
        self.staff("add", "ana", "--role", "viewer", "--password-stdin", password=PASSWORD)
        rows = [line.split()[:3] for line in self.staff("list").splitlines()]
        self.assertEqual(rows, [["NAME", "ROLE", "CODE"], ["ana", "viewer", "no"], ["cene", "curator", "no"]])
        before = (self.data / "staff.json").read_text()
        self.staff("password", "ana", "--password-stdin", password="tunel kolo čebela marmor\r\n")
        self.assertNotEqual((self.data / "staff.json").read_text(), before)
        self.assertIn("secret   ", self.staff("role", "ana", "--role", "admin"))
        first = self.staff("totp", "ana")
        self.assertNotEqual(self.staff("totp", "ana"), first)
        self.assertNotIn("secret   ", self.staff("role", "ana", "--role", "admin"))
        self.staff("remove", "cene")
        self.assertEqual([line.split()[:3] for line in self.staff("list").splitlines()][1:], [["ana", "admin", "yes"]])
        self.assertEqual(sorted(path.name for path in self.data.iterdir()), ["staff.json", "staff.lock"])

    def test_what_is_wrong_is_told_and_changes_nothing(self):
        add = ["add", "ana", "--role", "viewer", "--password-stdin"]
        self.staff(*add, password=PASSWORD)
        before = (self.data / "staff.json").read_bytes()
        for arguments, password, told in [
                (add, PASSWORD, "there is an account ana already"),
                (["add", "Ana Novak", "--role", "viewer", "--password-stdin"], PASSWORD, "a-z, 0-9"),
                (["add", "bor", "--role", "viewer", "--password-stdin"], "short", "at least 12 characters"),
                (["add", "bor", "--role", "viewer", "--password-stdin"], "password123456", "too easy to guess"),
                (["add", "bor", "--role", "viewer", "--password-stdin"], "xqvbor7#zpTmLw", "must not hold the account's"),
                (["add", "bor", "--role", "viewer", "--password-stdin"], "", "is empty"),
                (["add", "bor", "--role", "viewer"], "", "no terminal"),
                (["password", "bor"], None, "there is no account bor"),
                (["role", "bor", "--role", "admin"], None, "there is no account bor"),
                (["totp", "bor"], None, "there is no account bor"),
                (["remove", "bor"], None, "there is no account bor")]:
            with self.subTest(arguments=arguments):
                self.assertIn(told, self.refused(*arguments, password=password))
                self.assertEqual((self.data / "staff.json").read_bytes(), before)
        nowhere = run("list", "--data", self.workspace.path / "nowhere")
        self.assertIn("no data folder", nowhere.stderr)
        wrong_role = run("role", "ana", "--role", "root", "--data", self.data)
        self.assertNotEqual(wrong_role.returncode, 0)

    def test_a_password_is_typed_twice_and_never_shown(self):
        add = ["add", "ana", "--role", "viewer", "--data", self.data]
        typed = PASSWORD[:-1] + "xč\x7f\x7f" + PASSWORD[-1] + "\r"  # two keys taken back
        code, shown = type_at_terminal([(b"ana: ", "wrong\x15" + typed), (b"Again: ", PASSWORD + "\r")], *add)
        self.assertEqual(code, 0, shown)
        self.assertNotIn("marmor", shown)
        with Server(PROGRAM, self.data, ready=503) as server:
            self.assertEqual(Browser(server.port).sign_in("ana").status, 200)
            server.stop()

        change = ["password", "ana", "--data", self.data]
        before = (self.data / "staff.json").read_bytes()
        for keys, told in [([(b"ana: ", PASSWORD + "\r"), (b"Again: ", PASSWORD + ".\r")], "the two passwords differ"),
                           ([(b"ana: ", "čebela\x03")], "no password was typed"),
                           ([(b"ana: ", PASSWORD + "\r"), (b"Again: ", "\x04")], "no password was typed")]:
            with self.subTest(told=told):
                code, shown = type_at_terminal(keys, *change)
                self.assertEqual(code, 1, shown)
                self.assertIn(told, shown)
                self.assertEqual((self.data / "staff.json").read_bytes(), before)

    def test_the_help_shows_examples(self):
        shown = run("--help").stdout
        for verb in ("add", "list", "remove", "password", "role", "totp"):
            self.assertIn(f"\n  {verb} ", shown)
        self.assertIn("pomocnik staff add ana.novak --role admin --data data", shown)
        self.assertIn("curator", run("add", "--help").stdout)


if __name__ == "__main__":
    sys.exit(unittest.main(argv=sys.argv[:1], verbosity=1))
