"""What the stress runs share: the program under test, its clients and verdict. Standard library only."""
import argparse
import collections
import contextlib
import errno
import http.client
import json
import math
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from random import SystemRandom

from progress import Progress

ROOT = Path(__file__).resolve().parent.parent
READY_LIMIT = 20.0  # seconds after which a start has failed

QUESTIONS = [
    "kako storniram temeljnico", "kje nastavim akontacijsko stopnjo", "kako naredim dobropis",
    "kako oddam ddv-o", "kako zaključim leto", "zakaj ne morem knjižiti računa",
    "kako uvozim bančni izpisek", "koliko stane pomoč", "zapiranje odprtih postavk",
    "kako dodam novega delavca", "inventura s čitalnikom", "how do I cancel an invoice",
]


class Failure(Exception):
    """The run found what it looks for: the program did not keep a promise."""


def make_parser(description):
    parser = argparse.ArgumentParser(description=description,
                                     formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--bin", default=str(ROOT / "build/release/pomocnik"), help="program under test")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is random")
    return parser


def run_and_tell(run, options):
    """Runs run(options), which returns the figures as text; prints the verdict and returns the exit code."""
    begin = time.monotonic()
    try:
        if not os.access(options.bin, os.X_OK):
            raise Failure(f"no program {options.bin}; script/build makes it, or name another with --bin")
        figures = run(options)
    except Failure as failure:
        Progress.clear()
        print(f"FAILED: {failure} (seed {options.seed}, {time.monotonic() - begin:.0f} s)", flush=True)
        return 1
    Progress.clear()
    print(f"ok: {figures} (seed {options.seed}, {time.monotonic() - begin:.0f} s)", flush=True)
    return 0


def skip(reason):
    """Ends the run because this machine lacks what it needs."""
    Progress.clear()
    print(f"skipped: {reason}", flush=True)
    sys.exit(0)


def require(condition, message):
    if not condition:
        raise Failure(message)


def quantile(values, share):
    """The smallest value that at least this share of the values does not exceed; 0 of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0


class Workspace:
    """A folder of the run's own, with an index made once; a context manager that removes it."""

    def __init__(self, program):
        self.program = program
        self.path = Path(tempfile.mkdtemp(prefix="pomocnik-stress-"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def make_data(self, name="data"):
        """A data folder with an index of the tree's articles and no state."""
        template = self.path / "template"
        if not template.exists():
            command(self.program, "index", "--kb", ROOT / "kb", "--data", template)
        shutil.copytree(template, self.path / name, dirs_exist_ok=True)
        return self.path / name


def command(program, *arguments):
    """Runs a subcommand to its end and returns what it printed; a failed one is a Failure. `index` learns no word
    forms, which takes seconds: no run is about them."""
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=300,
                          env={**os.environ, "POMOCNIK_WORD_LISTS": os.devnull}, check=False)
    require(done.returncode == 0, f"pomocnik {arguments[0]}: exit code {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


@dataclass
class Reply:
    status: int
    headers: dict
    body: bytes
    seconds: float

    def json(self):
        try:
            return json.loads(self.body)
        except ValueError:
            raise Failure(f"status {self.status} with a body that is no JSON: {self.body[:200]!r}") from None


class Server:
    """A running `pomocnik serve`; its log goes to a file. Also a context manager that ends the process. `ready` is the
    status that /readyz comes to.
    """

    def __init__(self, program, data, *arguments, port=0, log=None, ready=200):
        self.data = Path(data)
        self.log_path = Path(log) if log else self.data.parent / (self.data.name + ".log")
        begin = time.monotonic()
        with open(self.log_path, "ab") as log_file:
            self.process = subprocess.Popen(
                [program, "serve", "--data", str(data), "--listen", f"127.0.0.1:{port}", *map(str, arguments)],
                stdout=subprocess.PIPE, stderr=log_file)
        first_line = self.process.stdout.readline().decode()
        if "http://" not in first_line:
            self.kill()
            raise Failure(f"the program did not start: {self.log_tail()}")
        self.port = int(first_line.rsplit(":", 1)[1])
        self._wait_until_ready(begin, ready)
        self.ready_seconds = time.monotonic() - begin  # from the start of the process

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def _wait_until_ready(self, begin, status):
        while time.monotonic() - begin < READY_LIMIT:
            try:
                if self.request("GET", "/readyz").status == status:
                    return
            except OSError:
                self.require_alive()
            time.sleep(0.005)
        raise Failure(f"not ready within {READY_LIMIT} s: {self.log_tail()}")

    @property
    def pid(self):
        return self.process.pid

    def is_alive(self):
        return self.process.poll() is None

    def require_alive(self):
        require(self.is_alive(), f"the program ended with {self.process.returncode}: {self.log_tail()}")

    def log_tail(self):
        return self.log_path.read_text(encoding="utf-8", errors="replace")[-1000:]

    def kill(self):
        """kill -9, and waits for the end."""
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        """SIGINT, which does not wait for a proxy to look away; returns the seconds until the end. An exit code other
        than 0 is a Failure.
        """
        begin = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        try:
            code = self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            raise Failure("SIGINT did not end the program within 30 s") from None
        require(code == 0, f"exit code {code} after SIGINT: {self.log_tail()}")
        self.process.stdout.close()
        return time.monotonic() - begin

    def resident_kib(self):
        for line in Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        raise Failure("the program is gone")

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def request(self, method, path, body=None, headers=None, timeout=10.0):
        return request(self.port, method, path, body, headers, timeout)


def request(port, method, path, body=None, headers=None, timeout=10.0, source="127.0.0.1"):
    """One request on a connection of its own, from an address of this machine. OSError: no whole answer came."""
    begin = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout, source_address=(source, 0))
    try:
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        content = response.read()
    except http.client.HTTPException as broken:
        raise ConnectionResetError(f"{type(broken).__name__}: {broken}") from broken
    finally:
        connection.close()
    return Reply(response.status, dict(response.getheaders()), content, time.monotonic() - begin)


def some_address(random):
    """A client's address out of a private range, so that limits per client do not stop a run."""
    return f"10.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(1, 255)}"


def chat(port, message, key, conversation=None, secret=None, address=None, timeout=10.0):
    """Says something; without a conversation a new one is begun."""
    body = {"message": message, "key": key, "lang": "sl"}
    headers = {"Content-Type": "application/json"}
    if conversation:
        body["conversation"] = conversation
        headers["X-Conversation-Secret"] = secret
    if address:
        headers["X-Real-IP"] = address
    return request(port, "POST", "/api/v1/chat", json.dumps(body).encode(), headers, timeout)


@dataclass
class Turn:
    """A turn that was asked for, with what is needed to ask again."""
    key: str
    message: str
    conversation: str = None
    secret: str = None
    address: str = None
    reply: dict = field(default=None, repr=False)

    @property
    def is_saved(self):
        return self.reply is not None and self.reply["saved"]

    def send(self, port, timeout=10.0):
        return chat(port, self.message, self.key, self.conversation, self.secret, self.address, timeout)


class Writers:
    """Threads that chat as visitors do, a new conversation every few turns, until they are told to stop.
    `on_reply(turn, reply)` is called for every turn, from many threads; what it raises ends the run at stop().
    The reply is None when no whole answer came, and turn.reply is set when it was a 200.
    """

    TURNS_A_CONVERSATION = 4

    def __init__(self, port, count, random, on_reply, pause=0.0):
        self._stop = threading.Event()
        self._failures = []
        self._threads = [
            threading.Thread(target=self._run, args=(port, type(random)(random.random()), on_reply, pause), daemon=True)
            for _ in range(count)]
        for thread in self._threads:
            thread.start()

    def _run(self, port, random, on_reply, pause):
        conversation = secret = address = None
        turns = 0
        try:
            while not self._stop.is_set():
                if turns % self.TURNS_A_CONVERSATION == 0:
                    conversation, secret, address = None, None, some_address(random)
                turn = Turn(str(uuid.UUID(int=random.getrandbits(128))), random.choice(QUESTIONS), conversation,
                            secret, address)
                turns += 1
                try:
                    reply = turn.send(port)
                except OSError:
                    on_reply(turn, None)
                    turns = 0  # the conversation may not exist
                    if self._stop.wait(0.005):
                        return
                    continue
                if reply.status == 200:
                    turn.reply = reply.json()
                    if not conversation:
                        conversation = turn.reply["conversation"]["id"]
                        secret = turn.reply["conversation"]["secret"]
                on_reply(turn, reply)
                if pause:
                    self._stop.wait(pause)
        except Exception as failure:  # handed to the thread that joins
            self._failures.append(failure)

    def require_alive(self):
        for failure in self._failures:
            raise failure

    def stop(self):
        self._stop.set()
        for thread in self._threads:
            thread.join()
        self.require_alive()


class Witness:
    """Takes the replies of Writers while the state's disk fails: each must be a 200. Thread-safe."""

    def __init__(self):
        self._changed = threading.Condition()
        self.saved = []         # turns
        self.unsaved = 0
        self.slowest = 0.0      # seconds
        self._last_asked = {}   # whether saved -> when the youngest such turn was asked

    def note(self, turn, reply):
        require(reply is not None, f"no answer to {turn.key}")
        require(reply.status == 200, f"status {reply.status}: {reply.body[:200]!r}")
        with self._changed:
            if turn.is_saved:
                self.saved.append(turn)
            self.unsaved += not turn.is_saved
            self.slowest = max(self.slowest, reply.seconds)
            self._last_asked[turn.is_saved] = time.monotonic() - reply.seconds
            self._changed.notify_all()

    def wait_for(self, saved, limit):
        """Waits for the reply to a turn that is asked from now on and is saved, or is not; returns the seconds
        until then. None: there was none within the limit.
        """
        begin = time.monotonic()
        with self._changed:
            arrived = self._changed.wait_for(lambda: self._last_asked.get(saved, -math.inf) >= begin, limit)
        return time.monotonic() - begin if arrived else None


class Rows:
    """The turns in a data folder, read from a copy, so that the program alone recovers its file. The program
    may be running, but must not be writing. The copy's integrity is checked first.
    """

    def __init__(self, data):
        with tempfile.TemporaryDirectory(prefix="pomocnik-rows-") as folder:
            for name in ("state.db", "state.db-wal"):
                if (Path(data) / name).exists():
                    shutil.copy(Path(data) / name, folder)
            with contextlib.closing(sqlite3.connect(Path(folder) / "state.db")) as database:
                verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
                require(verdict == "ok", f"the database is damaged: {verdict}")
                rows = database.execute("SELECT id, index_version FROM turn ORDER BY number").fetchall()
        self.ids = [row[0] for row in rows]
        self.index_version = dict(rows)  # turn id -> the version that answered

    def require_once(self, turns):
        """Every one of these saved turns is there, once."""
        counts = collections.Counter(self.ids)
        for turn in turns:
            count = counts[turn.reply["turn"]]
            require(count == 1, f"turn {turn.reply['turn']} was acknowledged and is there {count} times")


def free_port():
    """A port that was free a moment ago, and that the system gives to nobody who asks for any."""
    while True:
        port = SystemRandom().randrange(10000, 30000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise
