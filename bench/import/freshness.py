#!/usr/bin/env python3
"""How long until a changed page is found by those who ask: `serve` watches a folder of generated pages; one of them gets a word
that no other has, and the search is asked for it again and again.

    bench/import/freshness.py [--pages 1000] [--rounds 3] [--bin build/release/pomocnik]

No request may fail meanwhile. The time begins when the page is written; that it is seen may take two seconds.
"""
import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from pages import write_config, write_pages

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "stress"))
from support import Server  # noqa: E402  pylint: disable=wrong-import-position

LONGEST = 120  # seconds


def is_found(server, word):
    reply = server.request("GET", f"/api/v1/search?q={quote(word)}")
    if reply.status != 200:
        raise SystemExit(f"a request failed: {reply.status}")
    return word in json.dumps(reply.json())


def measure(server, page, number):
    word = f"zanimivost{number:04d}"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</h1>", f" {word}</h1>", 1).replace("</title>", f" {word}</title>", 1), encoding="utf-8")
    begin = time.monotonic()
    while not is_found(server, word):
        if time.monotonic() - begin > LONGEST:
            raise SystemExit(f"{word} was not found within {LONGEST} s")
        time.sleep(0.05)
    return time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bin", default=str(ROOT / "build/release/pomocnik"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pomocnik-fresh-") as folder:
        place = Path(folder)
        shutil.copytree(ROOT / "kb", place / "kb", ignore=shutil.ignore_patterns("*.cc", "*.h", "CMakeLists.txt"))
        write_pages(place / "pages", options.pages)
        config, data = place / "config.yaml", place / "data"
        write_config(config, place / "pages", place / "kb")
        subprocess.run([options.bin, "import", "--config", config, "--data", data], check=True, stdout=subprocess.DEVNULL)
        with Server(options.bin, data, "--config", config) as server:
            time.sleep(3)  # the first look finds that nothing has changed
            for number in range(1, options.rounds + 1):
                seconds = measure(server, place / "pages" / "000" / f"stran-{number}.html", number)
                print(f"{options.pages} pages, round {number}: found after {seconds:.1f} s", flush=True)


if __name__ == "__main__":
    main()
