#!/usr/bin/env python3
"""The systemd units: rated safe by systemd itself, and the program does its work with the system calls, socket families
and memory mappings that they allow.

    service_test.py PROGRAM
"""
import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "stress"))
from support import Server, Workspace, chat  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = str(Path(sys.argv[-1]).resolve())
DEPLOY = ROOT / "deploy"
SERVICES = ["pomocnik.service", "pomocnik-backup.service"]
WORST_EXPOSURE = 1.5


def is_instrumented():
    """A sanitizer makes system calls of its own."""
    content = Path(PROGRAM).read_bytes()
    return b"__asan_init" in content or b"__tsan_init" in content


def calls_of(group):
    """The names of a group as "@system-service", or of a single call."""
    if not group.startswith("@"):
        return {group}
    listed = subprocess.run(["systemd-analyze", "syscall-filter", group], capture_output=True, text=True, check=True)
    names = set()
    for line in listed.stdout.splitlines()[1:]:
        if line.strip() and not line.strip().startswith("#"):
            names |= calls_of(line.strip())
    return names


def allowed_calls(unit):
    allowed = set()
    for setting in re.findall(r"^SystemCallFilter=(.*)$", unit, re.MULTILINE):
        groups = set().union(*(calls_of(group) for group in setting.lstrip("~").split()))
        allowed = allowed - groups if setting.startswith("~") else allowed | groups
    return allowed


class ServiceTest(unittest.TestCase):
    @unittest.skipUnless(shutil.which("systemd-analyze"), "no systemd-analyze")
    def test_systemd_rates_the_units_as_safe(self):
        for name in SERVICES:
            done = subprocess.run(["systemd-analyze", "security", "--offline=true",
                                   f"--threshold={int(WORST_EXPOSURE * 10)}", str(DEPLOY / name)],
                                  capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout[-500:] + done.stderr)
            self.assertIn("Overall exposure level", done.stdout)

    @unittest.skipUnless(shutil.which("systemd-analyze"), "no systemd-analyze")
    def test_systemd_finds_nothing_wrong(self):
        with Workspace(PROGRAM) as workspace:
            copies = []
            for unit in [*SERVICES, "pomocnik-backup.timer"]:
                text = (DEPLOY / unit).read_text(encoding="utf-8").replace("/usr/local/bin/pomocnik", PROGRAM)
                copies.append(workspace.path / unit)
                copies[-1].write_text(text, encoding="utf-8")
            done = subprocess.run(["systemd-analyze", "verify", *map(str, copies)], capture_output=True, text=True,
                                  check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_the_example_configuration_is_taken(self):
        with Workspace(PROGRAM) as workspace, \
                Server(PROGRAM, workspace.make_data(), "--config", DEPLOY / "pomocnik.yaml") as server:
            server.stop()

    @unittest.skipUnless(shutil.which("systemd-analyze") and shutil.which("strace"), "no systemd-analyze or no strace")
    @unittest.skipIf(is_instrumented(), "the program is built with a sanitizer")
    def test_the_program_does_what_the_units_allow_and_nothing_else(self):
        with Workspace(PROGRAM) as workspace:
            data = workspace.make_data()
            with Server(self.traced(workspace, "serve"), data) as server:
                self.assertEqual(chat(server.port, "kako storniram temeljnico", "key-of-the-first-turn").status, 200)
                subprocess.run([self.traced(workspace, "backup"), "backup", "--data", str(data), "--out",
                                str(workspace.path / "a.backup")], check=True, timeout=60, capture_output=True)
                server.stop()
            for name, service in [("serve", "pomocnik.service"), ("backup", "pomocnik-backup.service")]:
                self.check_trace((workspace.path / f"{name}.strace").read_text(encoding="utf-8", errors="replace"),
                                 (DEPLOY / service).read_text(encoding="utf-8"))

    @staticmethod
    def traced(workspace, name):
        """A program that is PROGRAM under strace. With -D it keeps its process id, and gets our signals."""
        script = workspace.path / name
        script.write_text(f'#!/bin/sh\nexec strace -D -f -o {workspace.path}/{name}.strace {PROGRAM} "$@"\n',
                          encoding="utf-8")
        script.chmod(0o755)
        return str(script)

    def check_trace(self, trace, unit):
        used = set(re.findall(r"^\d+ +(\w+)\(", trace, re.MULTILINE))
        self.assertGreater(len(used), 20)
        self.assertIn("fdatasync", used)
        # SQLite gives its files to the owner of the folder, as root only.
        as_root = {"fchown"} if os.geteuid() == 0 else set()
        self.assertEqual(used - allowed_calls(unit) - as_root, set())
        families = set(re.findall(r"\bsocket\((AF_\w+)", trace))
        allowed = re.search(r"^RestrictAddressFamilies=(.*)$", unit, re.MULTILINE)[1].split()
        self.assertEqual(families - set(allowed), set())
        self.assertNotRegex(trace, r"PROT_WRITE\|PROT_EXEC|mprotect\([^)]*PROT_EXEC")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
