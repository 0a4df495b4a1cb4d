#!/usr/bin/env python3
"""Backup and restore as an operator does them.

    backup_test.py PROGRAM
"""
import random
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "stress"))
from support import Server, Turn, Workspace, command  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[-1]


def refused(*arguments):
    """What the program says when it refuses."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1, done
    return done.stderr


class BackupTest(unittest.TestCase):
    def setUp(self):
        self.workspace = self.enterContext(Workspace(PROGRAM))
        self.data = self.workspace.make_data()
        self.file = self.workspace.path / "first.backup"
        self.new_data = self.workspace.path / "new"

    def test_a_conversation_goes_on_after_a_restore(self):
        first = Turn("key-of-the-first-turn", "kako storniram temeljnico")
        with Server(PROGRAM, self.data) as server:
            answer = first.send(server.port).json()
            self.assertTrue(answer["saved"])
            self.assertIn(": 1 turns", command(PROGRAM, "backup", "--data", self.data, "--out", self.file))
            self.assertIn("exists already", refused("backup", "--data", self.data, "--out", self.file))
            self.assertIn("another process", refused("restore", "--from", self.file, "--data", self.data))
            server.stop()
        self.assertIn("exists", refused("restore", "--from", self.file, "--data", self.data))

        command(PROGRAM, "restore", "--from", self.file, "--data", self.new_data)
        command(PROGRAM, "index", "--kb", Path(__file__).resolve().parents[3] / "kb", "--data", self.new_data)
        with Server(PROGRAM, self.new_data) as server:
            self.assertEqual(answer, first.send(server.port).json())
            second = Turn("key-of-the-second-turn", "kako naredim dobropis", answer["conversation"]["id"],
                          answer["conversation"]["secret"])
            self.assertTrue(second.send(server.port).json()["saved"])
            server.stop()

    def test_a_backup_that_cannot_be_written_leaves_nothing(self):
        with Server(PROGRAM, self.data) as server:
            server.stop()
        self.assertIn("cannot create", refused("backup", "--data", self.data, "--out",
                                               self.workspace.path / "no" / "such.backup"))
        self.assertIn("there is none", refused("backup", "--data", self.workspace.path, "--out", self.file))
        self.assertFalse(self.file.exists())

    def test_a_restore_that_was_cut_off_can_be_run_again(self):
        with Server(PROGRAM, self.data) as server:
            server.stop()
        command(PROGRAM, "backup", "--data", self.data, "--out", self.file)
        self.new_data.mkdir()
        (self.new_data / "identity.key").write_bytes((self.data / "identity.key").read_bytes())
        (self.new_data / "identity.key").chmod(0o600)
        command(PROGRAM, "restore", "--from", self.file, "--data", self.new_data)

    def test_another_key_is_not_overwritten(self):
        with Server(PROGRAM, self.data) as server:
            server.stop()
        command(PROGRAM, "backup", "--data", self.data, "--out", self.file)
        self.new_data.mkdir()
        key = bytes(random.Random(1).randrange(256) for _ in range(32))
        (self.new_data / "identity.key").write_bytes(key)
        (self.new_data / "identity.key").chmod(0o600)
        self.assertIn("exists", refused("restore", "--from", self.file, "--data", self.new_data))
        self.assertEqual(key, (self.new_data / "identity.key").read_bytes())
        self.assertFalse((self.new_data / "state.db").exists())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
