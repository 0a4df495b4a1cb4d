#!/usr/bin/env python3
"""The rules of the tree that no compiler checks: who may include whom, which library is known where,
how long a file may be, what it may be called and what must not stand in it.

    layering_test.py            checks this tree, then that planted violations are found
"""
import os
import re
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Where a file belongs -> what it may include, beside its own folder. The longest match on either side
# counts; an entry is a folder or a single header.
BOT_VALUES = [
    "bot/dialogue", "bot/eligibility", "bot/deflection", "bot/privacy", "bot/handoff", "bot/requests",
]
PURE_BOT = ["base", "kb", "index/search.h", *BOT_VALUES]
MAY_INCLUDE = {
    "base": [],
    "kb": ["base"],
    "index/search.h": ["base", "kb"],
    "index/text": ["base", "kb"],
    "index/rank": ["base", "kb", "index/text", "index/search.h"],
    "index/morphology": ["base", "index/text"],
    "index/sqlite": ["base"],
    "index/fts": ["base", "kb", "index"],
    # Whether an article has expired is told by the day the search counts in.
    # A data folder is checked whole, the weights of the search included.
    "bot": [*PURE_BOT, "bot/staff", "index/text/local_day.h", "index/rank/confidence.h"],
    # An intent's words are compared as the search compares them.
    "bot/dialogue": [*PURE_BOT, "index/text/analyzer.h"],
    # Hours are told by the clock in Slovenia, which only this header knows; so ICU stays out of bot.
    "bot/eligibility": [*PURE_BOT, "index/text/local_day.h"],
    # What counts of a day is told by the calendar in Slovenia.
    "bot/deflection": [*PURE_BOT, "index/text/local_day.h"],
    "bot/privacy": PURE_BOT,
    "bot/handoff": PURE_BOT,
    "bot/staff": ["base"],
    # What is measured is a reply; the confidence is fitted to the features that it is computed from.
    "bot/eval": [*PURE_BOT, "index/rank/confidence.h"],
    # A candidate is judged by its replies.
    "bot/publishing": [*PURE_BOT, "bot/eval", "bot/source_status.h"],
    # What a source may have counted is told by the day in Slovenia.
    "bot/store": ["base", "index/sqlite", "bot/desk_store.h", "bot/event_store.h", "bot/figures_store.h",
                  "bot/press_store.h", "bot/request_store.h", "bot/retention.h", "bot/turn_store.h", "bot/state_status.h", "bot/staff_log.h",
                  "bot/staff_store.h",
                  "bot/staff", *BOT_VALUES, "index/text/local_day.h"],
    # Made-up visitors ask the assistant itself.
    "bot/demo": [*PURE_BOT, "bot", "index/text/local_day.h"],
    # Names of columns are compared without accents; days are those of Slovenia.
    "bot/requests": [*PURE_BOT, "index/text/folding.h", "index/text/local_day.h"],
    "bot/portal": ["base", "bot/handoff"],
    "bot/http": ["base", "kb", "index/search.h", "bot", *BOT_VALUES, "web-widget/assets.h"],
    # Days are told as calendars in Slovenia show them.
    "bot/http/staff": ["base", "kb", "bot/http", "bot", "index/text/local_day.h"],
    "bot/commands": ["base", "kb", "index", "bot", "web-widget"],
    "bot/main.cc": ["base", "kb", "index", "bot", "web-widget"],
    "web-widget": [],
    "bench": ["base", "kb", "index"],
    "bench/figures": ["base", "bot"],
    # A request is measured whole.
    "bench/events": ["base", "kb", "index", "bot"],
}
# Parts of a room that its neighbours must not see although the room itself is allowed.
CLOSED = ["bot/store", "bot/portal", "bot/http", "bot/commands"]

# Library header (a prefix of it) -> the places whose .cc files may include it. No header includes any,
# but for those below.
LIBRARIES = {
    "sqlite3.h": ["index/sqlite", "index/fts"],
    "xapian.h": ["bench/search"],
    "csv.h": ["base/csv_rows.cc"],
    "unicode/": ["index/text", "bot/requests", "index/morphology/word_list.cc", "bot/dialogue/phrases.cc", "bot/dialogue/written_date.cc"],
    "yaml-cpp/": ["kb/yaml"],
    "cmark": ["kb/markdown"],
    "archive.h": ["kb/archive"],
    "chm_lib.h": ["kb/html_help/chm.cc"],
    "poppler": ["kb/pdf/word_reader.cc"],
    "archive_entry.h": ["kb/archive"],
    "seccomp.h": ["kb/import/isolated.cc"],
    "nlohmann/": ["kb/import", "kb/html/json_ld.cc", "bench", "index/fts", "bot/conversation_json.cc", "bot/explanation.cc", "bot/http", "bot/commands",
                  "bot/staff/account_file.cc", "kb/knowledge_owl", "kb/records"],
    "iconv.h": ["kb/charset"],
    "httplib.h": ["bot/http/server.cc"],
    "openssl/": ["base/base64.cc", "base/sha256.cc"],
    "sodium": ["bot/identity_keys.cc", "bot/source_names.cc", "bot/staff"],
    "libxml/": ["kb/feed/xml_tree.cc", "kb/html"],
    "curl/": ["kb/fetch/curl_transport.cc"],
    "gmime/": ["kb/newsletter/mail.cc"],
    "zxcvbn.h": ["bot/staff/password_rules.cc"],
    "liboath/": ["bot/staff/totp.cc"],
    "spdlog/": ["bot/commands", "bot/main.cc"],
    "CLI/": ["bench", "bot/commands", "bot/main.cc"],
}

# Header that only declares a library's types -> the places whose headers may include it.
DECLARATIONS = {"nlohmann/json_fwd.hpp": ["bot/http", "kb/import"]}

# Folders without input and output, and the headers that would bring it.
PURE = [
    "kb/markdown", "kb/html", "kb/lexicon", "kb/policy", "kb/phrases", "kb/yaml",
    "kb/feed", "kb/newsletter", "kb/dates",
    "kb/archive", "kb/charset", "kb/knowledge_owl", "kb/pdf", "kb/plain_text", "kb/records",
    "index/text", "index/morphology", "index/rank", *BOT_VALUES, "bot/eval", "bot/publishing",
]
INPUT_OUTPUT = {"fstream", "iostream", "filesystem", "thread", "unistd.h"}

LONGEST_FILE = 400
SOURCE_ENDINGS = {".h", ".cc", ".js", ".mjs", ".css", ".html", ".py", ".sql", ".cmake", ".sh", ""}
BANNED_WORDS = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}
BANNED_TEXTS = [
    (re.compile(r"std::w?regex|#include <regex>"), ("base", "kb", "index", "bot", "tests"), (".h", ".cc"),
     "std::regex may overflow the stack on a long text"),
    (re.compile(r"\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc)\b"
                r"|document\.write|\beval\(|new Function\("),
     ("web-widget/src", "web-widget/demo", "bot"), (".h", ".cc", ".js", ".mjs", ".html"),
     "text must never become markup or code"),
    (re.compile(r'(?:\.|->)(?:Prepare|Execute|Lend)\(\s*(?!sql::k|")|(?:\.|->)(?:Prepare|Execute|Lend)\(\s*"[^"]*"\s*\+'),
     ("index/fts", "bot"), (".cc", ".h"), "SQL is a file of its own or a literal; values are bound"),
    (re.compile(r"\b(TODO|FIXME)\b"), ("base", "kb", "index", "bot", "web-widget", "tests"),
     (".h", ".cc", ".js", ".mjs", ".css", ".sql"), "finish it or leave it out"),
]
SKIPPED_FOLDERS = {".git", "build", "data", "node_modules", "__pycache__"}

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)


def is_in(path, places):
    """Whether a path is one of the places or lies below one."""
    return any(path == place or path.startswith(place.rstrip("/") + "/") for place in places)


def longest_match(path, places):
    matches = [place for place in places if is_in(path, [place])]
    return max(matches, key=len) if matches else None


def files_of(root):
    """Every file of the tree as (path relative to the root, with '/')."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - SKIPPED_FOLDERS)
        for name in sorted(names):
            yield Path(folder, name).relative_to(root).as_posix()


class Tree:
    """The tree read once: its files, and what its C++ sources include."""

    def __init__(self, root):
        self.root = root
        self.files = list(files_of(root))
        self.includes = {}  # path -> [(quote, header)]
        for path in self.files:
            if path.endswith((".h", ".cc")) and longest_match(path, MAY_INCLUDE):
                self.includes[path] = INCLUDE.findall(self.text(path))

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="replace")


def may_include(path, header):
    room = longest_match(path, MAY_INCLUDE)
    if os.path.dirname(path) == os.path.dirname(header):
        return True
    closed = longest_match(header, CLOSED)
    if closed and not is_in(path, [closed, "bot/commands", "bot/main.cc", "bench"]):
        return False
    # A room may use all of itself, but bot is not one room: its parts have entries of their own.
    own = [] if room == "bot" else [room.split("/")[0] if room == "kb" else room]
    return is_in(header, own + MAY_INCLUDE[room])


def check_layers(tree):
    for path, includes in tree.includes.items():
        for quote, header in includes:
            if quote == '"' and not may_include(path, header):
                yield f"{path}: must not include {header}"


def check_libraries(tree):
    for path, includes in tree.includes.items():
        for _, header in includes:
            library = next((name for name in LIBRARIES if header.startswith(name)), None)
            if library is None or is_in(path, DECLARATIONS.get(header, [])):
                continue
            if path.endswith(".h"):
                yield f"{path}: a header must not include {header}; forward-declare, include it in the .cc"
            elif not is_in(path, LIBRARIES[library]):
                yield f"{path}: must not include {header}, only {', '.join(LIBRARIES[library])} may"


def check_purity(tree):
    for path, includes in tree.includes.items():
        for quote, header in includes:
            if quote == "<" and header in INPUT_OUTPUT and is_in(path, PURE):
                yield f"{path}: <{header}> in a folder without input and output"


def check_cycles(tree):
    """Reports each pair of folders that reach each other. The sources at the head of a room may use its
    parts, which in turn use the room's values; its headers may not.
    """
    edges = {}
    for path, includes in tree.includes.items():
        folder = os.path.dirname(path)
        for quote, header in includes:
            other = os.path.dirname(header)
            own_part = path.endswith(".cc") and other.startswith(folder + "/")
            if quote == '"' and other and other != folder and not own_part:
                edges.setdefault(folder, set()).add(other)
    reached = {folder: set(others) for folder, others in edges.items()}
    for middle in list(reached):
        for folder in reached:
            if middle in reached[folder]:
                reached[folder] |= reached[middle]
    for folder in sorted(reached):
        for other in sorted(reached[folder]):
            if folder < other and folder in reached.get(other, ()):
                yield f"{folder} and {other} include each other"


def check_names(tree):
    for path in tree.files:
        name = path.rsplit("/", 1)[-1]
        words = set(re.split(r"[^a-z]+", name.lower()))
        if not path.startswith("kb/articles/") and words & BANNED_WORDS:
            yield f"{path}: name it after what it holds"


def check_lengths(tree):
    for path in tree.files:
        if Path(path).suffix not in SOURCE_ENDINGS or path == "LICENSE":
            continue
        lines = tree.text(path).count("\n")
        if lines > LONGEST_FILE:
            yield f"{path}: {lines} lines, at most {LONGEST_FILE}"


def check_texts(tree):
    for path in tree.files:
        for pattern, places, endings, reason in BANNED_TEXTS:
            if is_in(path, places) and path.endswith(endings):
                for match in pattern.finditer(tree.text(path)):
                    line = tree.text(path).count("\n", 0, match.start()) + 1
                    yield f"{path}:{line}: {match.group(0)}: {reason}"


CHECKS = [check_layers, check_libraries, check_purity, check_cycles, check_names, check_lengths,
          check_texts]


def violations(root):
    tree = Tree(root)
    return [violation for check in CHECKS for violation in check(tree)]


class ThisTree(unittest.TestCase):
    maxDiff = None

    def test_keeps_the_rules(self):
        self.assertEqual([], violations(ROOT))

    def test_has_the_rooms_that_the_rules_speak_of(self):
        seen = {longest_match(path, MAY_INCLUDE) for path in Tree(ROOT).includes}
        self.assertLessEqual({"base", "kb", "index/search.h", "bot"}, seen)


class PlantedViolations(unittest.TestCase):
    """(file, its text, what the complaint must hold)"""

    PLANTED = [
        ("base/a.h", '#include "kb/article.h"\n', "must not include kb/article.h"),
        ("kb/a.h", '#include "index/search.h"\n', "must not include index/search.h"),
        ("index/text/a.cc", '#include "index/rank/b.h"\n', "must not include index/rank/b.h"),
        ("index/rank/a.cc", '#include "index/sqlite/database.h"\n', "must not include index/sqlite"),
        ("index/sqlite/a.cc", '#include "kb/article.h"\n', "must not include kb/article.h"),
        ("bot/a.cc", '#include "bot/store/b.h"\n', "must not include bot/store/b.h"),
        ("bot/a.cc", '#include "index/fts/b.h"\n', "must not include index/fts/b.h"),
        ("bot/dialogue/a.cc", '#include "bot/answerer.h"\n', "must not include bot/answerer.h"),
        ("bot/store/a.cc", '#include "bot/http/b.h"\n', "must not include bot/http/b.h"),
        ("bot/http/a.cc", '#include "bot/store/b.h"\n', "must not include bot/store/b.h"),
        ("bot/http/a.cc", "#include <httplib.h>\n", "must not include httplib.h"),
        ("kb/markdown/a.cc", "#include <libxml/HTMLparser.h>\n", "must not include libxml/"),
        ("bot/http/a.h", "#include <nlohmann/json.hpp>\n", "a header must not include nlohmann"),
        ("bot/commands/a.h", "#include <nlohmann/json_fwd.hpp>\n", "a header must not include nlohmann"),
        ("index/sqlite/a.h", "#include <sqlite3.h>\n", "a header must not include sqlite3.h"),
        ("bot/store/a.cc", "#include <sqlite3.h>\n", "must not include sqlite3.h"),
        ("bot/privacy/a.cc", "#include <fstream>\n", "without input and output"),
        ("kb/text_utils.cc", "", "name it after what it holds"),
        ("web-widget/src/helpers.js", "", "name it after what it holds"),
        ("index/fts/a.cc", "int i;\n" * 401, "401 lines"),
        ("index/text/a.cc", "std::regex r;\n", "std::regex"),
        ("web-widget/src/chat/a.js", "e.innerHTML = text;\n", "innerHTML"),
        ("bot/http/a.cc", '"<script>document.write(1)"\n', "document.write"),
        ("kb/a.cc", "// TODO: later\n", "TODO"),
        ("bot/store/a.cc", "database.Execute(text);\n", "SQL is a file"),
        ("bot/store/a.cc", "database->Prepare(\n    \"SELECT \" + name);\n", "SQL is a file"),
    ]

    def plant(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in files:
                target = Path(folder, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
            return violations(Path(folder))

    def test_each_is_found_and_nothing_else(self):
        for path, text, complaint in self.PLANTED:
            with self.subTest(path=path, text=text[:40]):
                found = self.plant([(path, text)])
                self.assertEqual(1, len(found), found)
                self.assertIn(complaint, found[0])
                self.assertTrue(found[0].startswith(path), found)

    def test_a_cycle_between_folders_is_found(self):
        found = self.plant([("kb/a.h", '#include "kb/markdown/b.h"\n'),
                            ("kb/markdown/b.h", '#include "kb/policy/c.h"\n'),
                            ("kb/policy/c.h", '#include "kb/a.h"\n')])
        self.assertIn("kb and kb/markdown include each other", found)
        self.assertIn("kb/markdown and kb/policy include each other", found)

    def test_what_is_allowed_is_left_alone(self):
        self.assertEqual([], self.plant([
            ("index/fts/a.cc", '#include <sqlite3.h>\n#include "index/text/b.h"\n#include "kb/c.h"\n'),
            ("bot/http/a.h", "#include <nlohmann/json_fwd.hpp>\n"),
            ("bot/http/server.cc", '#include <httplib.h>\n#include "bot/chat.h"\n'),
            ("bot/commands/a.cc", '#include "bot/store/b.h"\n#include "index/fts/c.h"\n'),
            ("bot/store/a.cc", '#include "bot/turn_store.h"\n#include "index/sqlite/database.h"\n'),
            ("tests/bot/http/a.cc", '#include <httplib.h>\n#include "bot/store/b.h"\n'),
        ]))


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=1))
