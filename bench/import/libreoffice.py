#!/usr/bin/env python3
"""A help that nobody here wrote: the Slovene one of LibreOffice, as Debian packs it (libreoffice-help-sl and -common), imported
with the rules that come with the program, then asked.

    script/bench libreoffice [--bin build/release/pomocnik]

- import: how long, how many pages were refused or warned about
- F1: whether context ids, chosen by a seeded generator, open the page that hid2file.js names
- known-item search: MRR@10 of titles as questions to an index in which they were taken out of their pages, and of the entries of
  the help's index where these were taken out, too; each also with the content words in other forms of their classes and without
  č, š, ž

Nothing of it is copied into the tree.
"""
import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from other_forms import OtherForms

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "stress"))
from support import Server  # noqa: E402  pylint: disable=wrong-import-position

HELP = Path("/usr/share/libreoffice/help")
APP = "libreoffice"


def write_config(path):
    path.write_text(f"sources:\n  - {{name: libreoffice, format: html, from: {HELP / 'sl'}, rules: libreoffice, app: {APP}, "
                    f"screens: {HELP / 'hid2file.js'}, lang: sl, kind: f1, module: LibreOffice, "
                    "address: \"https://help.libreoffice.org/latest/sl/\"}\n", encoding="utf-8")


def import_all(program, config, data, report):
    begin = time.monotonic()
    subprocess.run([program, "import", "--config", config, "--data", data, "--json", report], check=True,
                   stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - begin
    source = json.loads(report.read_text(encoding="utf-8"))["sources"][0]
    pages = {each["file"].split("#")[0] for each in source["diagnostics"]}
    print(f"import: {source['articles']} articles of {source['documents']} pages in {seconds:.1f} s; {len(pages)} pages "
          f"({100 * len(pages) / source['documents']:.2f} %) with {source['warned']} warnings, {source['refused']} refused",
          flush=True)
    for each in source["diagnostics"][:10]:
        print(f"  {each['file']}: {each['severity']}: {each['message']}")


def read_documents(data):
    """Page -> the id and title of its article."""
    known = json.loads((data / "sources/libreoffice/documents.json").read_text(encoding="utf-8"))
    return {document["address"]: (document["articles"][0]["id"], document["articles"][0]["title"])
            for document in known["documents"] if document["articles"]}


def read_map():
    """Screen -> page, of screens that have one."""
    screens = {}
    for screen, page in re.findall(r"'([^']*)':'([^']*)'", (HELP / "hid2file.js").read_text(encoding="utf-8")):
        screens.setdefault(screen, set()).add(page.split("#")[0])
    return {screen: pages.pop() for screen, pages in screens.items() if len(pages) == 1}


def check_f1(server, documents, seed):
    screens = read_map()
    named = sorted(screen for screen, page in screens.items() if page in documents)
    chosen = random.Random(seed).sample(named, 200)
    right, wrong = 0, []
    for screen in chosen:
        reply = server.request("GET", f"/api/v1/f1/{APP}/{quote(screen, safe='')}?press=false")
        found = [each["article"] for each in reply.json()["articles"]] if reply.status == 200 else [reply.status]
        expected = documents[screens[screen]][0]
        right += expected in found
        if expected not in found:
            wrong.append(f"{screen}: {found} instead of {expected}")
    print(f"F1: {right} of 200 context ids open their page", flush=True)
    for line in wrong[:5]:
        print("  " + line)


def without_title(text):
    """The article under a title that says nothing."""
    return re.sub(r"^title: .*$", "title: \"Stran pomoči\"", text, count=1, flags=re.MULTILINE)


def without_keywords(text):
    """And without its index keywords, so that its text alone can be found."""
    return re.sub(r"^tags: .*\n", "", without_title(text), flags=re.MULTILINE)


def titles_of(documents):
    """(question, expected ids): pages with one title are all right."""
    asked = {}
    for identity, title in documents.values():
        asked.setdefault(title, set()).add(identity)
    return sorted(asked.items())


def keywords_of(documents):
    """(question, expected ids): what the index of the help lists."""
    asked = {}
    bookmarks = (HELP / "sl/bookmarks.js").read_text(encoding="utf-8")
    for page, text in re.findall(r'url:"sl/([^"?#]*)[^"]*",[^}]*text:"([^"]*)"', bookmarks):
        words = " ".join(text.replace(" -- ", " ").split())
        if page in documents and words:
            asked.setdefault(words, set()).add(documents[page][0])
    return sorted((question, ids) for question, ids in asked.items() if re.search(r"\w{3}", question))


def sample(options, questions):
    if not options.sample or options.sample >= len(questions):
        return questions
    return random.Random(options.seed).sample(questions, options.sample)


def reciprocal_rank(server, question, expected):
    reply = server.request("GET", f"/api/v1/search?limit=10&q={quote(question)}")
    if reply.status != 200:
        return 0.0
    hits = [hit["article"] for hit in reply.json()["results"]]
    return next((1 / (rank + 1) for rank, hit in enumerate(hits[:10]) if hit in expected), 0.0)


def ask_all(server, label, questions):
    ranks = [reciprocal_rank(server, question, expected) for question, expected in questions]
    print(f"known-item search, {label}: MRR@10 {sum(ranks) / len(ranks):.3f} of {len(ranks)} questions", flush=True)


def make_index(program, kb, articles, data):
    subprocess.run([program, "index", "--kb", kb, "--data", data, "--articles", articles], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(ROOT / "build/release/pomocnik"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=1500, help="questions of each kind; 0: all")
    options = parser.parse_args()
    if not (HELP / "sl/text").is_dir():
        raise SystemExit("apt-get install libreoffice-help-sl libreoffice-help-common")
    with tempfile.TemporaryDirectory(prefix="pomocnik-libreoffice-") as folder:
        place = Path(folder)
        write_config(place / "config.yaml")
        import_all(options.bin, place / "config.yaml", place / "data", place / "report.json")
        documents = read_documents(place / "data")
        kb = ROOT / "kb"
        make_index(options.bin, kb, kb / "articles", place / "data")
        with Server(options.bin, place / "data", "--config", no_limits(place)) as server:
            check_f1(server, documents, options.seed)
        articles = place / "articles"
        (place / "data/sources/libreoffice/articles").rename(articles)
        shutil.rmtree(place / "data/sources")
        forms = OtherForms(options.seed)
        for label, strip, questions in (
                ("titles", without_title, sample(options, titles_of(documents))),
                ("index keywords, which are taken out, too", without_keywords, sample(options, keywords_of(documents)))):
            bare = place / strip.__name__
            bare.mkdir()
            for path in articles.glob("*.md"):
                (bare / path.name).write_text(strip(path.read_text(encoding="utf-8")), encoding="utf-8")
            make_index(options.bin, kb, bare, place / "data")
            with Server(options.bin, place / "data", "--config", no_limits(place)) as server:
                ask_all(server, label, questions)
                ask_all(server, f"{label}; other forms, no č š ž", [(forms.change(question), ids) for question, ids in questions])


def no_limits(place):
    """A configuration under which one client may ask as much as it likes."""
    path = place / "limits.yaml"
    path.write_text("limits: {requests_per_second: 100000, burst: 100000}\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
