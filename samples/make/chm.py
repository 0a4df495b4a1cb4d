#!/usr/bin/env python3
"""Builds ../html-help.chm out of ../html-help with chmcmd (Debian: fp-utils).

chmcmd knows one number a file and no anchors in [ALIAS], and wants '/' in paths: it is given a copy of the project in which
the other lines are left out. The file names of the topics, their text and the first number of each are the project's.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SAMPLES = pathlib.Path(__file__).resolve().parent.parent
CHARSET = "cp1250"


def aliases_for_chmcmd(lines):
    """The lines of [ALIAS] that chmcmd understands, by the name of the topic."""
    kept = {}
    files = set()
    for line in lines:
        name, _, file = line.strip().replace("\\", "/").partition("=")
        if file and "#" not in file and file not in files:
            files.add(file)
            kept[name] = f"{name}={file}"
    return kept


def project_for_chmcmd(project):
    sections = re.split(r"(?m)^(?=\[)", project)
    aliases = {}
    for number, section in enumerate(sections):
        if section.startswith("[ALIAS]"):
            aliases = aliases_for_chmcmd(section.splitlines()[1:])
            sections[number] = "[ALIAS]\n" + "\n".join(aliases.values()) + "\n\n"
        elif section.startswith(("[FILES]", "[OPTIONS]")):
            sections[number] = section.replace("\\", "/")
    return "".join(sections), aliases


def main():
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "html-help"
        shutil.copytree(SAMPLES / "html-help", copy)
        text, aliases = project_for_chmcmd((copy / "icenter.hhp").read_text(CHARSET))
        (copy / "icenter.hhp").write_text(text, CHARSET)
        header = (copy / "icenter.h").read_text(CHARSET).splitlines()
        defines = [line for line in header if line.startswith("#define ") and line.split()[1] in aliases]
        numbers = [f"#define {name} {int(number, 0)}" for _, name, number in map(str.split, defines)]
        (copy / "icenter.h").write_text("\n".join(numbers) + "\n", CHARSET)
        subprocess.run(["chmcmd", "icenter.hhp"], cwd=copy, check=True)
        shutil.move(copy / "icenter.chm", SAMPLES / "html-help.chm")
    print(f"{SAMPLES / 'html-help.chm'}: {len(numbers)} numbers")


if __name__ == "__main__":
    sys.exit(main())
