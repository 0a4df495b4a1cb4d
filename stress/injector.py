"""Lets system calls of a running program fail, by strace. Needs strace and the right to trace (root)."""
import re
import shutil
import subprocess

from support import Failure, skip


def skip_without_strace():
    if not shutil.which("strace"):
        skip("strace is not installed (the Debian package strace)")


class Injector:
    """strace, attached to a process with all its threads, or to one thread of it; a context manager that detaches.
    `fault` is what strace calls so: "error=EIO:when=3", counted in each thread by itself.
    """

    def __init__(self, pid, calls, fault, output, thread=None):
        self._output = output
        target = ["-f", "-p", str(pid)] if thread is None else ["-p", str(thread)]
        self._process = subprocess.Popen(
            ["strace", "-q", "-ttt", *target, "-o", str(output), "-e", f"trace={calls}",
             "-e", f"inject={calls}:{fault}"], stderr=subprocess.PIPE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        message = self._process.communicate()[1].decode(errors="replace")
        if "PTRACE_SEIZE" in message or "not permitted" in message:
            raise Failure(f"strace: {message.strip()}")

    def _found(self):
        if not self._output.exists():
            return []
        text = self._output.read_text(encoding="utf-8", errors="replace")
        return re.findall(r"^(?:\d+ +)?(\d+\.\d+) (\w+)\(.*\(INJECTED\)$", text, re.MULTILINE)

    def injected(self):
        """The calls that were made to fail so far."""
        return [call for _, call in self._found()]

    def last_time(self):
        """When the last of them was begun, as time.time() counts."""
        return float(self._found()[-1][0])
