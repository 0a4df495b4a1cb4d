#!/usr/bin/env python3
"""Imports traps while visitors ask: pages of nested tags and of thousands of attributes, archives that unpack without end or out of
their folder, feeds of nested entities, mails in mails and the like. Each import ends in time, refuses its trap with a reason and
takes the good document beside it; visitors wait no longer than without.
"""
import gzip
import io
import json
import shutil
import struct
import subprocess
import sys
import tarfile
import time
import zipfile
import zlib

from neighbour import Neighbour
from progress import Progress
from support import QUESTIONS, ROOT, Server, Workspace, chat, command, make_parser, quantile, require, run_and_tell

IMPORT_LIMIT = 10.0   # seconds for each
SLOWER = 1.5          # p99 beside imports, as a multiple of p99 without; on two cores the import has one of them
LEAST_P99 = 0.02      # seconds; below, the machine's own noise decides

GOOD_PAGE = '<html lang="sl"><head><title>Kako izdam račun</title></head><body><h1>Kako izdam račun</h1><p>Izberite stranko.</p></body></html>'
GOOD_FEED = ('<rss version="2.0"><channel><title>N</title><item><title>Novost</title><link>https://a.example.si/1</link>'
             "<description>Besedilo novosti.</description></item></channel></rss>")
GOOD_MAIL = "From: a@a.si\nSubject: E-novice 7\nDate: Mon, 2 Nov 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nNovost\n\nBesedilo novosti.\n"


def nested(tag, count):
    return f"<html><body>{f'<{tag}>' * count}x</body></html>"


def zeros_zip():
    """1 GB of zeros in 1 MB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a.html", "w", force_zip64=True) as entry:
            for _ in range(1024):
                entry.write(bytes(1 << 20))
    return packed.getvalue()


def entries_zip(names):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, GOOD_PAGE)
    return packed.getvalue()


def link_tar():
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        link = tarfile.TarInfo("a.html")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return packed.getvalue()


def png_bomb():
    """A picture of 60,000 by 60,000 pixels, shown by a good page."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60000, 60000, 8, 0, 0, 0, 0)) + chunk(b"IEND", b"")


def laughs():
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return f"<!DOCTYPE rss [{entities}]><rss version='2.0'><channel><item><title>&a9;</title><description>&a9;</description></item></channel></rss>"


def mails_in_mails(depth):
    text = "x"
    for number in range(depth):
        text = f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n{text}\n--b{number}--\n"
    return "From: a@a.si\nSubject: E-novice 8\n" + text


def broken_pdf():
    """Pages that are their own parents, and a stream that unpacks to 500 MB."""
    stream = zlib.compress(bytes(500 << 20), 9)
    return (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1000000/Kids[2 0 R 3 0 R]/Parent 2 0 R>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n4 0 obj<</Length " + str(len(stream)).encode() +
            b"/Filter/FlateDecode>>stream\n" + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")


# name -> (format, {file: bytes or text}, what `from` names; empty: the folder, good documents that come in)
def bombs():
    page = {"dobra.html": GOOD_PAGE}
    return {
        "deep-tags": ("html", {**page, "past.html": nested("div", 200_000)}, "", 1),
        "deep-lists": ("html", {**page, "past.html": nested("ul><li", 80_000)}, "", 1),
        "deep-tables": ("html", {**page, "past.html": nested("table><tr><td", 60_000)}, "", 1),
        "attributes": ("html", {**page, "past.html": "<p " + " ".join(f"a{i}=1" for i in range(20_000)) + ">x</p>"}, "", 1),
        "huge-page": ("html", {**page, "past.html": "<p>" + "beseda " * 6_000_000}, "", 1),
        "huge-picture": ("html", {"dobra.html": GOOD_PAGE.replace("<p>", '<p><img src="a.png" alt="Okno"></p><p>'), "a.png": png_bomb()}, "", 1),
        "zeros-zip": ("html", {"past.zip": zeros_zip()}, "past.zip", 0),
        "names-zip": ("html", {"past.zip": entries_zip(["../../ven.html"])}, "past.zip", 0),
        "many-zip": ("html", {"past.zip": entries_zip(f"{i}.html" for i in range(20_000))}, "past.zip", 0),
        "link-tar": ("html", {"past.tar.gz": link_tar()}, "past.tar.gz", 0),
        "zeros-gzip": ("html", {"past.tar.gz": gzip.compress(bytes(1 << 30), 9)}, "past.tar.gz", 0),
        "laughs": ("feed", {"dobro.xml": GOOD_FEED, "past.xml": laughs()}, "", 1),
        "mails": ("newsletter", {"dobra.eml": GOOD_MAIL, "past.eml": mails_in_mails(20_000)}, "", 1),
        "markdown": ("markdown", {"dobra.md": "# Kako izdam račun\n\nIzberite stranko.\n", "past.md": "> " * 500_000 + "x"}, "", 1),
        "pdf": ("pdf", {"past.pdf": broken_pdf()}, "", 0),
    }


def write_source(folder, bomb):
    kind, files, origin, _ = bomb
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return f"  - {{name: {folder.name}, format: {kind}, from: {folder / origin}, module: Modul, lang: sl}}\n"


def ask_by_chat(port, chance):
    return chat(port, chance.choice(QUESTIONS), f"key-{chance.getrandbits(96):024x}",
                address=f"198.51.{chance.randrange(256)}.{chance.randrange(1, 255)}")


def run_bomb(options, config, name, data):
    report = data.parent / "report.json"
    begin = time.monotonic()
    done = subprocess.run([options.bin, "import", "--config", config, "--data", data, "--source", name, "--json", report],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    seconds = time.monotonic() - begin
    require(done.returncode in (0, 2), f"{name}: the import ended with {done.returncode}: {done.stderr[-500:]}")
    require(seconds <= IMPORT_LIMIT, f"{name}: the import took {seconds:.1f} s")
    return seconds, json.loads(report.read_text(encoding="utf-8"))["sources"][0]


def check(name, bomb, source):
    about_trap = [each["message"] for each in source["diagnostics"] if "past" in each["file"] or "picture" in each["message"]]
    reasons = about_trap + [source["error"]]
    require(source["articles"] >= bomb[3], f"{name}: the good document beside it is not there: {reasons}")
    require(any(reasons), f"{name}: nothing tells what was wrong")
    return next(reason for reason in reasons if reason)


def run(options):
    with Workspace(options.bin) as workspace:
        data, pages = workspace.path / "data", workspace.path / "sources"
        command(options.bin, "index", "--kb", ROOT / "kb", "--data", data)
        traps = bombs()
        config = workspace.path / "config.yaml"
        config.write_text("sources:\n" + "".join(write_source(pages / name, bomb) for name, bomb in traps.items()),
                          encoding="utf-8")
        with Server(options.bin, data) as server, \
                Neighbour(lambda chance: ask_by_chat(server.port, chance), options.seed) as neighbour:
            neighbour.take()
            time.sleep(options.quiet)
            alone, _ = neighbour.take()
            progress, slowest = Progress("bombs", options.rounds), 0.0
            for number in range(1, options.rounds + 1):
                for name, bomb in traps.items():
                    seconds, source = run_bomb(options, config, name, data)
                    slowest = max(slowest, seconds)
                    reason = check(name, bomb, source)
                    if number == 1:
                        print(f"{name}: {seconds:.1f} s: {reason[:150]}", flush=True)
                progress.show(number)
            beside, wrong = neighbour.take()
            server.stop()
        require(not (workspace.path / "ven.html").exists(), "an archive wrote outside its folder")
        shutil.rmtree(pages)
    p99, was = quantile(beside, 0.99), quantile(alone, 0.99)
    figures = (f"{len(traps)} traps, {options.rounds} times, the slowest {slowest:.1f} s; beside them p99 {p99 * 1000:.1f} ms of {len(beside)} replies, "
               f"without {was * 1000:.1f} ms of {len(alone)}")
    require(not wrong, f"requests failed: {wrong[:3]}")
    require(p99 <= max(SLOWER * was, LEAST_P99), f"visitors wait longer: {figures}")
    return figures


def main():
    parser = make_parser(__doc__)
    parser.add_argument("--rounds", type=int, default=30, help="how often each trap is imported: a round takes 2 s")
    parser.add_argument("--quiet", type=float, default=10.0, help="seconds without imports, to compare with")
    return run_and_tell(run, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
