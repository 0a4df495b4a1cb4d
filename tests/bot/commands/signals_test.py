#!/usr/bin/env python3
"""What the running program does when it is signalled, seen from outside.

    signals_test.py PROGRAM HANGING_SYNC
"""
import itertools
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import unittest
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "stress"))
from support import Workspace, chat, request  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM, HANGING_SYNC = sys.argv[1:]
PATIENCE = 20.0  # seconds after which what was waited for does not come


CLIENTS = itertools.count()


def next_address():
    number = next(CLIENTS)
    return f"10.{number // 65536}.{number // 256 % 256}.{number % 256}"


def suggest(port, origin):
    """Asks for suggestions as a client of its own, so that no limit is met."""
    return request(port, "GET", "/api/v1/suggest?q=sto", headers={"Origin": origin, "X-Real-IP": next_address()})


def say(port, key):
    """A turn that begins a conversation, by a client of its own."""
    return chat(port, "kako storniram temeljnico", key, address=next_address()).json()


def wait_for(find, what):
    """What find() returns once it is true."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = find()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError(f"{what}: not within {PATIENCE} s")


class Service:
    """A running `pomocnik serve`; a context manager that ends the process."""

    def __init__(self, log, *arguments, environment=None):
        self.log_path = log
        with open(log, "wb") as log_file:
            self.process = subprocess.Popen([PROGRAM, "serve", *map(str, arguments)], stdout=subprocess.PIPE,
                                            stderr=log_file, env=os.environ | (environment or {}))
        first_line = self.process.stdout.readline().decode()
        assert "http://" in first_line, log.read_text()
        self.port = int(first_line.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def send(self, number):
        self.process.send_signal(number)

    def events(self, name):
        """The log's events of that name."""
        lines = [json.loads(line) for line in self.log_path.read_text(encoding="utf-8").split("\n")[:-1]]
        return [line for line in lines if line["event"] == name]

    def end(self):
        """Waits for the end; returns the exit code."""
        return self.process.wait(PATIENCE)

    def readiness(self):
        answer = request(self.port, "GET", "/readyz")
        return "ready" if answer.status == 200 else answer.json()["error"]["code"]

    def reload(self, event):
        """SIGHUP; returns the event that says what came of it."""
        before = len(self.events(event))
        self.send(signal.SIGHUP)
        wait_for(lambda: len(self.events(event)) > before, event)
        return self.events(event)[-1]

    def allows(self, origin):
        answer = suggest(self.port, origin)
        assert answer.status == 200, answer
        return answer.headers.get("Access-Control-Allow-Origin") == origin


class SignalsTest(unittest.TestCase):
    def setUp(self):
        self.workspace = self.enterContext(Workspace(PROGRAM))
        self.data = self.workspace.make_data()
        self.config = self.workspace.path / "pomocnik.yaml"
        self.log = self.workspace.path / "log"

    def write_config(self, origin, data=None, port=0, burst=1000000, further=""):
        limits = f"limits: {{requests_per_second: {burst}, burst: {burst}}}\n"
        self.config.write_text(f"data: {data or self.data}\nlisten: 127.0.0.1:{port}\nallowed_origins: [{origin}]\n"
                               f"{limits}{further}", encoding="utf-8")

    def serve(self, environment=None):
        return Service(self.log, "--data", self.data, "--listen", "127.0.0.1:0", environment=environment)

    def require_flushed(self):
        """The state is one whole file, without a log beside it."""
        self.assertEqual([path.name for path in self.data.glob("state.db*")], ["state.db"])

    def test_sigterm_tells_proxies_first_and_answers_for_two_seconds(self):
        with self.serve() as service:
            self.assertEqual(service.readiness(), "ready")
            begin = time.monotonic()
            service.send(signal.SIGTERM)
            wait_for(lambda: service.readiness() == "draining", "draining")
            turns = 0
            while not service.events("stopping"):
                try:
                    answer = say(service.port, f"key-{turns:08}")
                except ConnectionError:
                    break  # it came when the listener had closed already
                self.assertTrue(answer["saved"])
                turns += 1
            self.assertGreaterEqual(time.monotonic() - begin, 2.0)
            self.assertGreater(turns, 0)
            self.assertEqual(service.end(), 0)
            self.assertEqual(len(service.events("stopped")), 1)
            self.require_flushed()
        with sqlite3.connect(f"file:{self.data}/state.db?mode=ro", uri=True) as state:
            self.assertEqual(state.execute("SELECT count(*) FROM turn").fetchone(), (turns,))

    def test_a_second_sigterm_does_not_wait_for_proxies(self):
        with self.serve() as service:
            service.send(signal.SIGTERM)
            wait_for(lambda: service.events("draining"), "draining")
            service.send(signal.SIGTERM)
            self.assertEqual(service.end(), 0)
            (draining,), (stopping,) = service.events("draining"), service.events("stopping")
            waited = datetime.fromisoformat(stopping["time"]) - datetime.fromisoformat(draining["time"])
            self.assertLess(waited.total_seconds(), 2.0)
            self.require_flushed()

    def test_sigint_waits_for_no_proxy_and_for_no_half_sent_request(self):
        with self.serve() as service, socket.create_connection(("127.0.0.1", service.port)) as half:
            half.sendall(b"POST /api/v1/chat HTTP/1.1\r\nHost: localhost\r\n")
            begin = time.monotonic()
            service.send(signal.SIGINT)
            self.assertEqual(service.end(), 0)
            self.assertLess(time.monotonic() - begin, 4.0)  # of the ten that it could have sent in
            self.assertEqual(service.events("draining"), [])
            self.require_flushed()

    def test_a_sync_that_hangs_holds_up_no_stop(self):
        hang = self.workspace.path / "hang"
        disk = {"LD_PRELOAD": HANGING_SYNC, "HANG_WHILE": str(hang), "ASAN_OPTIONS": "verify_asan_link_order=0"}
        with self.serve(disk) as service:
            hang.touch()
            begin = time.monotonic()
            service.send(signal.SIGTERM)
            self.assertFalse(say(service.port, "key-00000001")["saved"])
            self.assertEqual(service.end(), 0)
            self.assertLess(time.monotonic() - begin, 10.0)
            self.assertEqual(len(service.events("stopped_without_flush")), 1)
            self.assertEqual(service.events("stopped"), [])

    def test_sighup_takes_over_what_can_change_and_drops_no_request(self):
        old, new = "https://old.example", "https://new.example"
        self.write_config(old)
        with Service(self.log, "--config", self.config) as service:
            stop, failures, asked = threading.Event(), [], []

            def ask():
                while not stop.is_set():
                    try:
                        answer = suggest(service.port, old)
                        (asked if answer.status == 200 else failures).append(answer)
                    except OSError as failure:
                        failures.append(failure)

            client = threading.Thread(target=ask)
            client.start()
            try:
                self.assertTrue(service.allows(old))
                self.write_config(new)
                service.reload("reloaded")
                self.assertTrue(service.allows(new))
                self.assertFalse(service.allows(old))
                self.assertEqual(service.events("needs_restart"), [])
                reloads = 0
                while reloads < 20 or (len(asked) < 20 and not failures):
                    service.reload("reloaded")
                    reloads += 1
            finally:
                stop.set()
                client.join()
            self.assertEqual(failures, [])

    def test_sighup_takes_over_the_limits_of_clients(self):
        def statuses(count):
            return {request(service.port, "GET", "/api/v1/suggest?q=sto").status for _ in range(count)}

        self.write_config("https://old.example", burst=1)
        with Service(self.log, "--config", self.config) as service:
            self.assertEqual(statuses(10), {200, 429})
            self.write_config("https://old.example", burst=1000)
            service.reload("reloaded")
            self.assertEqual(statuses(100), {200})

    def test_sighup_refuses_a_broken_file_and_keeps_the_settings(self):
        self.write_config("https://old.example")
        with Service(self.log, "--config", self.config) as service:
            self.write_config("old.example")
            refused = service.reload("not_reloaded")
            self.assertEqual(refused["level"], "error")
            self.assertIn(f"{self.config}:3: error: allowed_origins", refused["error"])
            self.config.unlink()
            self.assertIn("cannot read", service.reload("not_reloaded")["error"])
            self.assertTrue(service.allows("https://old.example"))

    def test_sighup_says_what_needs_a_restart(self):
        self.write_config("https://old.example")
        with Service(self.log, "--config", self.config) as service:
            self.write_config("https://new.example", data=self.workspace.path, port=1,
                              further="state_limit_mb: 7\ntrusted_proxies: [192.0.2.1]\n")
            service.reload("reloaded")
            told = {key: value for event in service.events("needs_restart") for key, value in event.items()}
            self.assertEqual(told["data"], str(self.workspace.path))
            self.assertEqual(told["listen"], "127.0.0.1:1")
            self.assertEqual(told["state_limit_mb"], "7")
            self.assertEqual(told["setting"], "trusted_proxies")
            self.assertTrue(service.allows("https://new.example"))

    def test_the_command_line_stays_in_front_of_the_file(self):
        self.write_config("https://file.example")
        with Service(self.log, "--config", self.config, "--allowed-origin", "https://given.example",
                     "--data", self.data, "--listen", "127.0.0.1:0") as service:
            self.write_config("https://new.example", data=self.workspace.path, port=1)
            service.reload("reloaded")
            self.assertTrue(service.allows("https://given.example"))
            self.assertFalse(service.allows("https://new.example"))
            self.assertEqual(service.events("needs_restart"), [])

    def test_sighup_looks_again_at_an_index_version_that_was_refused(self):
        index = next((self.data / "index").glob("*.db"))
        aside = self.workspace.path / "aside.db"
        shutil.copy(index, aside)
        index.write_bytes(aside.read_bytes()[:-1])
        with Service(self.log, "--data", self.data, "--listen", "127.0.0.1:0") as service:
            self.assertEqual(len(service.events("index_refused")), 1)
            aside.replace(index)
            service.reload("reloaded")
            wait_for(lambda: request(service.port, "GET", "/readyz").status == 200, "the index in service")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
