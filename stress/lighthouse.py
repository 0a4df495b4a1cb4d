#!/usr/bin/env python3
"""Lighthouse 12 on the demo page of the program, as on a phone with a slow connection and on a desktop, and a visit
that opens the chat, asks and reads the whole article. The median of the loads must be 95 or more for performance, and
every load for accessibility; in the best of the visits no task of ours may hold up the page for more than 50 ms.
Needs Debian's chromium, Node, and the npm packages of stress/lighthouse (script/bootstrap --stress).
"""
import json
import shutil
import statistics
import subprocess
import sys

from support import ROOT, Failure, Server, Workspace, make_parser, require, run_and_tell, skip

FOLDER = ROOT / "stress/lighthouse"


def measure(url, rounds):
    """What audit.mjs prints."""
    done = subprocess.run(["node", str(FOLDER / "audit.mjs"), url, str(rounds)], capture_output=True, text=True,
                          timeout=180 * rounds, check=False)
    require(done.returncode == 0, f"audit.mjs ended with {done.returncode}: {done.stderr[-1000:]}")
    return json.loads(done.stdout)


def judge_look(audits, least):
    """Says how good the loads of one look were."""
    look = audits[0]["look"]
    lacking = sorted({text for audit in audits for text in audit["lacking"]})
    performance = [audit["performance"] for audit in audits]
    accessibility = min(audit["accessibility"] for audit in audits)
    said = f"{look} performance {statistics.median(performance):.0f} {performance}, accessibility {accessibility}"
    require(statistics.median(performance) >= least and accessibility >= least, f"{said}; lacking: {lacking}")
    return said


def longest(tasks, url):
    """The longest task of a visit that ran our code or is nobody's, in milliseconds."""
    scripts = [task["script"] for task in tasks if task.get("source", "").startswith(url)]
    return max([0, *scripts, *(task["task"] for task in tasks if "task" in task)])


def run(options):
    if not (FOLDER / "node_modules").exists():
        skip("the npm packages of stress/lighthouse are not installed (script/bootstrap --stress)")
    if not shutil.which("chromium"):
        skip("no chromium here")
    with Workspace(options.bin) as workspace, Server(options.bin, workspace.make_data()) as server:
        url = f"http://127.0.0.1:{server.port}/"
        measured = measure(url, options.rounds)
        server.require_alive()
    said = []
    for look in ("phone", "desktop"):
        said.append(judge_look([audit for audit in measured["audits"] if audit["look"] == look], options.least))
    worst = [longest(tasks, url) for tasks in measured["visits"]]
    if min(worst) > options.longest:
        raise Failure(f"longest task of each visit: {worst} ms: {measured['visits'][worst.index(min(worst))]}")
    return "; ".join([*said, f"longest task of a visit {min(worst):.0f} ms (0: none over 50)"])


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="loads of each look, and visits")
    parser.add_argument("--least", type=int, default=95, help="score out of 100")
    parser.add_argument("--longest", type=float, default=50, help="milliseconds of a task")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
