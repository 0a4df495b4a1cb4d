"""An ordinary visitor beside whatever happens. Standard library only."""
import multiprocessing
import random
import time

from support import Failure, quantile, require

PACE = 0.01        # seconds between two requests
CALM_LIMIT = 60.0  # seconds


class Neighbour:
    """A process that calls ask(random), which sends a request and returns its Reply, again and again. A context manager
    that ends it.
    """

    def __init__(self, ask, seed):
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=self._run, args=(theirs, ask, random.Random(seed)), daemon=True)
        self._process.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.join()

    def take(self):
        """The seconds of each request since the last take, and what went wrong with any."""
        self._pipe.send(None)
        require(self._pipe.poll(30), "an ordinary request takes longer than 30 s")
        return self._pipe.recv()

    def wait_for_calm(self, limit):
        """Waits until the machine answers 99 of 100 requests within the limit (seconds) when nobody disturbs it."""
        begin = time.monotonic()
        alone = 0.0
        while time.monotonic() - begin < CALM_LIMIT:
            self.take()
            time.sleep(2)
            alone = quantile(self.take()[0], 0.99)
            if 0 < alone <= limit:
                return
        raise Failure(f"the machine is too busy to tell: undisturbed, a request takes {alone * 1000:.0f} ms (p99)")

    @staticmethod
    def _run(pipe, ask, chance):
        seconds, wrong = [], []
        while True:
            try:
                reply = ask(chance)
                seconds.append(reply.seconds)
                if reply.status != 200:
                    wrong.append(f"status {reply.status}: {reply.body[:200]!r}")
            except OSError as failure:
                wrong.append(repr(failure))
            if pipe.poll(PACE):
                pipe.recv()
                pipe.send((seconds, wrong))
                seconds, wrong = [], []
