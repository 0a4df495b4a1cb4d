#!/usr/bin/env python3
"""How long until a change of the knowledge is live: prepared, checked with kb/questions.tsv, published, served.

    bench/publish/measure.py [--articles 1000] [--rounds 3] [--bin build/release/pomocnik]

Writes so many articles, the project's and text made to look like them (bench/search), starts a server, then changes an
article and publishes with `pomocnik publish`, round by round. Needs build/bench/bench_search, which `script/bench search`
builds.
"""
import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "stress"))
from support import Server  # noqa: E402  pylint: disable=wrong-import-position


def write_articles(folder, count, generator):
    """Fills the folder up to `count` articles."""
    with tempfile.TemporaryDirectory() as dump:
        subprocess.run([generator, "--kb", ROOT / "kb", "--questions", ROOT / "kb/questions.tsv", "--count", str(count),
                        "--engines", "fts5", "--ask", "1", "--rounds", "1", "--folder", dump, "--dump", dump],
                       check=True, stdout=subprocess.DEVNULL)
        with open(Path(dump) / "articles.jsonl", encoding="utf-8") as lines:
            articles = [json.loads(line) for line in lines]
    present = {path.stem for path in folder.glob("*.md")}
    for article in articles:
        if article["id"] in present:
            continue
        title = json.dumps(article["title"], ensure_ascii=False)
        body = re.sub(r"[^\w\s.,]", " ", article["body"])
        paragraphs = "\n\n".join(" ".join(body.split()[i:i + 50]) for i in range(0, len(body.split()), 50))
        (folder / f"{article['id']}.md").write_text(
            f"---\nid: {article['id']}\ntitle: {title}\nmodule: Merjenje\nkind: tip\nlang: sl\n---\n\n{paragraphs}\n",
            encoding="utf-8")


def processor_seconds():
    """Of all children that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure_round(program, kb, data, server, number):
    """Seconds until `publish` ends, until the version is served, and of a processor that `publish` took."""
    article = kb / "articles" / "dk-storno-temeljnice.md"
    article.write_text(article.read_text(encoding="utf-8") + f"\nDopolnitev {number}.\n", encoding="utf-8")
    used = processor_seconds()
    begin = time.monotonic()
    told = subprocess.run([program, "publish", "--kb", kb, "--data", data, "--yes"], check=True, capture_output=True,
                          text=True).stdout
    published = time.monotonic() - begin
    used = processor_seconds() - used
    version = re.search(r"^Published (\S+);", told, re.MULTILINE).group(1)
    while server.request("GET", "/readyz").json()["index"] != version:
        time.sleep(0.01)
    return published, time.monotonic() - begin, used


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bin", default=str(ROOT / "build/release/pomocnik"))
    parser.add_argument("--generator", default=str(ROOT / "build/bench/bench_search"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pomocnik-publish-") as folder:
        kb, data = Path(folder) / "kb", Path(folder) / "data"
        shutil.copytree(ROOT / "kb", kb, ignore=shutil.ignore_patterns("*.cc", "*.h", "CMakeLists.txt"))
        write_articles(kb / "articles", options.articles, options.generator)
        count = len(list((kb / "articles").rglob("*.md")))
        subprocess.run([options.bin, "index", "--kb", kb, "--data", data], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        with Server(options.bin, data) as server:
            for number in range(1, options.rounds + 1):
                published, served, used = measure_round(options.bin, kb, data, server, number)
                print(f"{count} articles, round {number}: published after {published:.2f} s, served after {served:.2f} s; "
                      f"publishing took {used:.2f} s of a processor", flush=True)


if __name__ == "__main__":
    main()
