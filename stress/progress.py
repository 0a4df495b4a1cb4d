"""How far a long run is."""
import sys
import time


class Progress:
    """One line that is written over on a terminal; elsewhere, as in a log, a line every half minute."""

    SECONDS_IN_A_LOG = 30

    def __init__(self, title, total):
        self.title, self.total = title, total
        self.shown = time.monotonic()

    def show(self, done, note=""):
        line = f"{self.title} {done}/{self.total} {note}"
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\033[K{line}")
            sys.stderr.flush()
        elif time.monotonic() - self.shown >= self.SECONDS_IN_A_LOG:
            self.shown = time.monotonic()
            print(line, file=sys.stderr, flush=True)

    @staticmethod
    def clear():
        if sys.stderr.isatty():
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
