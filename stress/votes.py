#!/usr/bin/env python3
"""One address votes as often as it can, beside visitors who behave. The share of confirmed episodes that is shown must not
move by more than a point, however many of the votes arrive.
"""
import json
import multiprocessing
import random
import sqlite3
import sys
import uuid

import support
from progress import Progress
from support import QUESTIONS, require

ATTACKER = "198.51.100.7"
PROCESSES = 4
TURNS = 4           # of each of the attacker's conversations, which is less than a conversation may hold at once
VOTES_A_TURN = 5    # the attacker changes its mind each time, so that none is a repeat
COUNTED_VOTES = 10  # of a source in a day
CONFIRMED = 0.3     # of the visitors' episodes
VOTED_DOWN = 0.1


class Visitor:
    def __init__(self, port, address):
        self.port, self.address, self.id, self.secret, self.turn = port, address, None, None, None

    def post(self, path, body):
        headers = {"Content-Type": "application/json", "X-Real-IP": self.address}
        if self.secret:
            headers["X-Conversation-Secret"] = self.secret
        reply = support.request(self.port, "POST", path, json.dumps(body).encode(), headers, timeout=30)
        require(reply.status == 200, f"{path}: status {reply.status}: {reply.body[:200]!r}")
        return reply.json()

    def ask(self, message):
        body = {"message": message, "key": str(uuid.uuid4()), "lang": "sl", "context": {"channel": "web"}}
        if self.id:
            body["conversation"] = self.id
        reply = self.post("/api/v1/chat", body)
        require(reply["saved"], "a turn was not saved")
        if not self.id:
            self.id, self.secret = reply["conversation"]["id"], reply["conversation"]["secret"]
        self.turn = reply["turn"]

    def vote(self, helpful):
        self.post("/api/v1/feedback", {"turn": self.turn, "helpful": helpful})


def believable(task):
    """So many episodes of visitors, each from an address of its own."""
    port, seed, count = task
    rng = random.Random(seed)
    for _ in range(count):
        visitor = Visitor(port, support.some_address(rng))
        visitor.ask(rng.choice(QUESTIONS))
        mood = rng.random()
        if mood < CONFIRMED + VOTED_DOWN:
            visitor.vote(mood < CONFIRMED)
    return count


def fake(task):
    """So many votes of the attacker; all of them arrive."""
    port, seed, count = task
    rng = random.Random(seed)
    sent = 0
    while sent < count:
        visitor = Visitor(port, ATTACKER)
        for _ in range(TURNS):
            visitor.ask(rng.choice(QUESTIONS))
            for i in range(VOTES_A_TURN):
                visitor.vote(i % 2 == 0)  # the last one says yes
                sent += 1
    return sent


def spread(work, port, seed, total, least, title):
    share = max(least, total // (PROCESSES * 10))
    tasks = [(port, seed + i, share) for i in range(total // share)]
    done, progress = 0, Progress(title, total)
    with multiprocessing.Pool(PROCESSES) as pool:
        for count in pool.imap_unordered(work, tasks):
            done += count
            progress.show(done)
    return done


def read_rate(data):
    """(share of confirmed episodes in percent, episodes, votes that are kept, votes that count)"""
    with sqlite3.connect(f"file:{data}/state.db?mode=ro", uri=True) as state:
        rate, episodes = state.execute(
            "SELECT 100.0 * AVG(outcome = 'confirmed'), COUNT(*) FROM episode WHERE standing = 'counted'").fetchone()
        kept, counted = state.execute("SELECT COUNT(*), SUM(counted) FROM event WHERE kind = 'vote'").fetchone()
    return rate, episodes, kept, counted


def run(options):
    with support.Workspace(options.bin) as work:
        data = work.make_data()
        # The client's own limits would keep most of the votes out.
        config = work.path / "pomocnik.yaml"
        config.write_text("limits: {requests_per_second: 1000000, burst: 1000000, messages_per_day: 1000000}\n")
        with support.Server(options.bin, data, "--config", config) as server:
            spread(believable, server.port, options.seed, options.episodes, 1, "episodes of visitors")
            before, episodes, kept_before, counted_before = read_rate(data)
            sent = spread(fake, server.port, options.seed, options.votes, TURNS * VOTES_A_TURN, "fake votes")
            after, _, kept, counted = read_rate(data)
            told = support.command(options.bin, "stats", "--verify", "--data", data)
            require("The ledger is what the events say." in told, told[-500:])
            server.stop()
    require(kept - kept_before == sent, f"{sent} votes were sent, {kept - kept_before} are kept")
    require(counted - counted_before <= 2 * COUNTED_VOTES, f"{counted - counted_before} of them count")
    require(abs(after - before) <= options.points,
            f"{sent} votes from one address moved the rate from {before:.2f} to {after:.2f} %")
    return (f"{sent} votes from one address beside {episodes} episodes: {before:.2f} % confirmed before, "
            f"{after:.2f} % after; {counted - counted_before} of the votes count")


def main():
    parser = support.make_parser(__doc__)
    parser.add_argument("--episodes", type=int, default=8000, help="of visitors")
    parser.add_argument("--votes", type=int, default=100000, help="of the attacker")
    parser.add_argument("--points", type=float, default=1.0, help="that the rate may move by")
    return support.run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
