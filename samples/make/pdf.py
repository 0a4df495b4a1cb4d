#!/usr/bin/env python3
"""Prints the pages in pdf/ as ../pdf/*.pdf, the way a word processor would: with chromium. To be run again after a page is changed.

The days within a file are set to the one that the page is dated with, so that the same page prints nearly the same file.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "pdf"
DATES = {
    "avtorski-honorarji": "20230220",
    "klasifikacijski-nacrt": "20200525",
    "place-prehod-v-novo-leto": "20251230",
    "vklop-prejemanja-e-racunov": "20210210",
    "zaloge-kontrole-pred-popisom": "20241209",
}
STYLE = """
@page { size: A4; margin: 25mm 30mm; }
body { font: 11pt "DejaVu Sans"; line-height: 1.4; }
h1 { font-size: 17pt; }
h2 { font-size: 14pt; }
"""
FOOT = """
@page { @bottom-left { content: "iCenter, priloga k navodilom"; font: 8pt "DejaVu Sans"; }
        @bottom-right { content: "stran " counter(page); font: 8pt "DejaVu Sans"; } }
"""
WITH_FOOT = {"place-prehod-v-novo-leto"}


def page(name, body):
    title = re.search(r"<h1>(.*?)</h1>", body).group(1)
    style = STYLE + FOOT if name in WITH_FOOT else STYLE
    return (f'<!DOCTYPE html><html lang="sl"><head><meta charset="utf-8"><title>{title}</title>'
            f"<style>{style}</style></head><body>{body}</body></html>")


def print_page(source, day, folder):
    html = Path(folder, source.name)
    html.write_text(page(source.stem, source.read_text(encoding="utf-8")), encoding="utf-8")
    pdf = Path(folder, source.stem + ".pdf")
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                    "--no-pdf-header-footer", f"--print-to-pdf={pdf}", html.as_uri()],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    dated, count = re.subn(rb"(/(?:Creation|Mod)Date \(D:)\d{14}", rb"\g<1>" + day.encode() + b"090000", pdf.read_bytes())
    if count != 2:
        sys.exit(f"{source.name}: {count} dates in the PDF instead of 2")
    Path(TARGET, pdf.name).write_bytes(dated)


def main():
    with tempfile.TemporaryDirectory() as folder:
        for name, day in DATES.items():
            print_page(HERE / "pdf" / f"{name}.html", day, folder)


if __name__ == "__main__":
    main()
