"""Hostile bytes for the parts that read what strangers write: every target of tests/fuzz under libFuzzer with the
address and undefined-behaviour sanitizers. A crash, a broken property, an input above a second or 512 MiB fails; the
input is then kept in the build folder under artifacts/. Build first: cmake --preset fuzz && ninja -C build/fuzz fuzz"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from progress import Progress
from support import ROOT, Failure, require

# Target -> the longest input in bytes, and where its seeds are beside its own corpus.
TARGETS = {
    "archive": (4096, []),
    "article": (4096, ["kb/articles"]),
    "chat": (4096, ["tests/bot/http/golden"]),
    "chm": (16384, []),
    "guard": (4096, []),
    "html": (4096, []),
    "html_help": (4096, []),
    "knowledge_owl": (4096, []),
    "pdf": (2048, []),
    "query": (512, []),
    "records": (2048, []),
    "redactor": (512, []),
    "requests": (2048, []),
    "feed": (4096, []),
    "fetch_address": (1024, []),
    "newsletter": (4096, []),
    "sitemap": (2048, []),
}
SLOWEST_SECONDS = 1  # whole seconds: libFuzzer counts no parts
STUCK_SECONDS = 10   # after which an input is given up
MEMORY_MIB = 512
# The address sanitizer keeps what is freed, by default up to half of the limit, which would then be spent on earlier inputs.
SANITIZER = "quarantine_size_mb=32"


def command_line(name, options, found):
    longest, more_seeds = TARGETS[name]
    kept = options.build / "artifacts" / name
    kept.mkdir(parents=True, exist_ok=True)
    seeds = [str(ROOT / "tests/fuzz/corpus" / name), *(str(ROOT / folder) for folder in more_seeds)]
    return [options.build / f"fuzz_{name}", f"-runs={options.runs}", f"-seed={options.seed}", f"-max_len={longest}",
            f"-dict={ROOT}/tests/fuzz/dictionaries/{name}.dict", f"-timeout={STUCK_SECONDS}",
            f"-rss_limit_mb={MEMORY_MIB}", f"-artifact_prefix={kept}/", "-print_final_stats=1", found, *seeds]


def run_target(name, options):
    """Runs one target to its end and returns its figures as text."""
    require((options.build / f"fuzz_{name}").exists(), f"{options.build}/fuzz_{name} is not built")
    progress = Progress(name, options.runs)
    tail = []
    stats = {}
    coverage = []
    with tempfile.TemporaryDirectory(prefix="pomocnik-fuzz-") as found:
        process = subprocess.Popen(command_line(name, options, found), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True, errors="replace",
                                   env={**os.environ, "ASAN_OPTIONS": SANITIZER})
        killer = threading.Timer(options.limit, process.kill)
        killer.start()
        for line in process.stderr:
            tail = [*tail[-59:], line.rstrip()]
            if pulse := re.match(r"#(\d+)\s+\w+\s+cov: (\d+)", line):
                coverage.append(int(pulse[2]))
                progress.show(int(pulse[1]), f"edges {pulse[2]}")
            elif stat := re.match(r"stat::(\w+):\s+(\d+)", line):
                stats[stat[1]] = int(stat[2])
        code = process.wait()
        killer.cancel()
    require(code == 0, f"exit code {code}\n  " + "\n  ".join(tail))
    runs = stats["number_of_executed_units"]
    require(runs >= options.runs, f"only {runs} of {options.runs} inputs were run")
    require(stats["slowest_unit_time_sec"] <= SLOWEST_SECONDS, f"an input took {stats['slowest_unit_time_sec']} s")
    require(coverage and coverage[-1] > 100, "the target reached no code of ours")
    return (f"{runs} inputs, {stats['average_exec_per_sec']}/s, {coverage[-1]} edges, "
            f"peak {stats['peak_rss_mb']} MiB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="target", help=f"of {', '.join(TARGETS)}; none: all")
    parser.add_argument("--runs", type=int, default=300_000, help="inputs for each target")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is random; not 0")
    parser.add_argument("--limit", type=int, default=3600, help="seconds after which a target is stopped and has failed")
    parser.add_argument("--build", type=Path, default=ROOT / "build/fuzz", help="folder of the targets")
    options = parser.parse_args()
    if unknown := set(options.targets) - set(TARGETS):
        parser.error(f"no target {', '.join(sorted(unknown))}")
    failed = False
    for name in options.targets or TARGETS:
        try:
            verdict = f"ok: {name}: {run_target(name, options)}"
        except Failure as failure:
            failed = True
            verdict = f"FAILED: {name}: {failure}"
        Progress.clear()
        print(f"{verdict} (seed {options.seed})", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
