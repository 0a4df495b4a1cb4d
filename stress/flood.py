#!/usr/bin/env python3
"""One client floods the chat while another one uses it as people do. The flood must be answered 429, but for what one
client may ask; the other client must not notice.
"""
import json
import multiprocessing
import os
import random
import socket
import sys
import threading
import time
import uuid

import support
from progress import Progress
from support import require

ATTACKER = "198.51.100.7"
VISITOR = "203.0.113.9"
BURST, PER_SECOND = 100, 10  # the usual limits of one client
VISITS_PER_SECOND = 7        # below them
SLOWEST = 0.100              # seconds, for 99 of 100 of the visitor's requests
PROCESSES = 4
THREADS = 4                  # of each process


def raw_request(message):
    body = json.dumps({"message": message, "key": str(uuid.uuid4())}).encode()
    head = (f"POST /api/v1/chat HTTP/1.1\r\nHost: localhost\r\nX-Real-IP: {ATTACKER}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.encode() + body


def exchange(port, request):
    """The head of the answer as text; empty when none came."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            connection.sendall(request)
            answer = b""
            while part := connection.recv(65536):
                answer += part
    except OSError:
        return ""
    return answer.partition(b"\r\n\r\n")[0].decode("latin-1")


def kind_of(head):
    """`429` for a refusal as it should be, else what came instead."""
    status = head.split(" ")[1] if head.startswith("HTTP/1.1 ") else "no answer"
    if status == "429" and "\r\nRetry-After: " not in head:
        return "429 without Retry-After"
    return status


def flood_thread(port, pace, seconds, counts, lock):
    begin = time.monotonic()
    own = {}
    sent = 0
    while (now := time.monotonic() - begin) < seconds:
        if now < sent / pace:
            time.sleep(sent / pace - now)
        kind = kind_of(exchange(port, raw_request(random.choice(support.QUESTIONS))))
        own[kind] = own.get(kind, 0) + 1
        sent += 1
    with lock:
        for kind, count in own.items():
            counts[kind] = counts.get(kind, 0) + count


def flood(port, rate, seconds, results):
    """One process of the flood; puts what it was answered, by kind."""
    os.nice(10)  # a flood from outside would not take the service's processors
    counts, lock = {}, threading.Lock()
    threads = [threading.Thread(target=flood_thread, args=(port, rate / THREADS, seconds, counts, lock))
               for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results.put(counts)


def visit(server, seconds, progress):
    """The other client, in turns chatting and reading; returns how long each request took."""
    times = []
    begin = time.monotonic()
    while (now := time.monotonic() - begin) < seconds:
        if now < len(times) / VISITS_PER_SECOND:
            time.sleep(len(times) / VISITS_PER_SECOND - now)
        progress.show(int(now), "s")
        try:
            if len(times) % 2 == 0:
                reply = support.chat(server.port, random.choice(support.QUESTIONS), str(uuid.uuid4()), address=VISITOR)
            else:
                reply = server.request("GET", "/api/v1/suggest?q=raz", headers={"X-Real-IP": VISITOR})
        except OSError as failure:
            raise support.Failure(f"the other client got no answer: {failure}") from None
        require(reply.status == 200, f"the other client got {reply.status}: {reply.body[:200]!r}")
        times.append(reply.seconds)
    return times


def run(options):
    random.seed(options.seed)
    with support.Workspace(options.bin) as work, support.Server(options.bin, work.make_data()) as server:
        results = multiprocessing.Queue()
        processes = [
            multiprocessing.Process(target=flood, args=(server.port, options.rate / PROCESSES, options.seconds, results),
                                    daemon=True)
            for _ in range(PROCESSES)]
        begin = time.monotonic()
        for process in processes:
            process.start()
        times = visit(server, options.seconds, Progress("flood", options.seconds))
        counts = {}
        for _ in processes:
            for kind, count in results.get(timeout=60).items():
                counts[kind] = counts.get(kind, 0) + count
        seconds = time.monotonic() - begin
        for process in processes:
            process.join()
        server.require_alive()
    return judge(options, counts, seconds, times)


def judge(options, counts, seconds, times):
    total = sum(counts.values())
    reached = total / seconds
    require(reached >= options.rate / 2,
            f"only {reached:.0f} requests/s were made, {options.rate} were asked for: no flood")
    require(set(counts) <= {"200", "429"}, f"the flood was answered otherwise than 200 and 429: {counts}")
    let_in, allowed = counts.get("200", 0), BURST + PER_SECOND * (seconds + 1)
    require(let_in <= allowed, f"{let_in} requests of the flood were let in, at most {allowed:.0f} may be")
    require(let_in >= BURST, f"only {let_in} requests were let in, a client may make {BURST} at once")
    share = 100 * counts.get("429", 0) / total
    require(share >= options.share, f"{share:.2f} % of the flood were answered 429, at least {options.share} % must be")
    slow = support.quantile(times, 0.99)
    require(slow <= SLOWEST, f"the other client waited {slow * 1000:.0f} ms (p99 of {len(times)})")
    return (f"{total} requests at {reached:.0f}/s from one address, {share:.2f} % answered 429, the rest 200; another "
            f"client: {len(times)} requests, 0 failures, p99 {slow * 1000:.0f} ms")


def main():
    parser = support.make_parser(__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="how long the flood lasts")
    parser.add_argument("--rate", type=int, default=1000, help="requests a second to aim at; half of it must be reached")
    parser.add_argument("--share", type=float, default=98, help="%% of the flood that must be answered 429")
    return support.run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
