#!/usr/bin/env python3
"""script/build where nothing was ever built, with a stand-in for cmake.

    build_test.py
"""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / "script"


class BuildTest(unittest.TestCase):
    def test_a_fresh_tree_is_configured_and_built(self):
        root = Path(self.enterContext(tempfile.TemporaryDirectory()))
        shutil.copytree(SCRIPTS, root / "script")
        called = root / "called"
        for program, does in [(root / "script/bootstrap", "exit 0"), (root / "bin/cmake", f'echo "$*" >> "{called}"')]:
            program.parent.mkdir(exist_ok=True)
            program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
            program.chmod(0o755)
        path = f"{root}/bin:{os.environ['PATH']}"
        done = subprocess.run([root / "script/build"], env=os.environ | {"PATH": path}, capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        configured, built = called.read_text(encoding="utf-8").splitlines()
        self.assertIn("--preset release", configured)
        self.assertIn("--target pomocnik", built)


if __name__ == "__main__":
    unittest.main()
