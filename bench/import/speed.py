#!/usr/bin/env python3
"""How fast pages come in, and how much memory that takes: a folder of generated pages, imported into an empty data folder, then
again with nothing changed.

    bench/import/speed.py [--pages 10000] [--bin build/release/pomocnik]
"""
import argparse
import json
import resource
import subprocess
import tempfile
import time
from pathlib import Path

from pages import write_config, write_pages

ROOT = Path(__file__).resolve().parent.parent.parent


def run(program, config, data, report):
    begin = time.monotonic()
    subprocess.run([program, "import", "--config", config, "--data", data, "--json", report], check=True,
                   stdout=subprocess.DEVNULL)
    return time.monotonic() - begin, json.loads(report.read_text(encoding="utf-8"))["sources"][0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--bin", default=str(ROOT / "build/release/pomocnik"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pomocnik-import-") as folder:
        place = Path(folder)
        write_pages(place / "pages", options.pages)
        write_config(place / "config.yaml", place / "pages")
        for label in ("all of them", "nothing changed"):
            seconds, source = run(options.bin, place / "config.yaml", place / "data", place / "report.json")
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"{label}: {source['articles']} articles of {source['documents']} pages in {seconds:.1f} s, "
                  f"{options.pages / seconds:.0f} pages/s; {source['warned']} warnings, {source['refused']} refused; "
                  f"the largest process had {memory:.0f} MB", flush=True)


if __name__ == "__main__":
    main()
