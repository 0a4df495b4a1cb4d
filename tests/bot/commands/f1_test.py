#!/usr/bin/env python3
"""F1 at the front door of the running program, as a browser without JavaScript sees it: every screen of kb/, screens
that nobody knows, a search and its results.

    f1_test.py PROGRAM
"""
import re
import sqlite3
import sys
import unittest
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "stress"))
from support import Server, Workspace, request  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[-1]
SCREEN = re.compile(r'^- \{app: (\w+), id: ([\w.]+)(?:, number: (\d+))?, title: "([^"]*)", module: "([^"]*)"'
                    r"(?:, parent: ([\w.]+))?\}$", re.MULTILINE)
UNKNOWN = [
    "Neznan.Zaslon", "frmNeznano", "0", "-1", "1", "00000", "99999999999999999999", "1e9", "3.14", ".", "..", "...", "/",
    "//", "\\", "a/b/c", "../../etc/passwd", "..\\..\\windows", "%", "%zz", "%%", "%00", "%0d%0aX: y", "%ff", "%c3%28",
    "ra%E8un", "č", "Ž" * 20, "日本", "\U0001f4a9", "\u202e\u0000obrnjeno", " ", "   x   ", "x" * 200, "a." * 150 + "b",
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "';DROP TABLE screen;--", "*",
    "\"", "NEAR(a b)", "a AND b", "{}", "${7*7}", "{{7*7}}", "null", "undefined", "NaN", "CON",
]


class Page(HTMLParser):
    """What a reader without JavaScript has of a page."""

    def __init__(self, reply):
        super().__init__()
        self.links, self.marks, self.match, self.inputs, self.scripts = [], {}, None, {}, []
        self.action, self._tag, self.heading = None, None, ""
        self.feed(reply.body.decode())

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self._tag = tag
        if tag == "html":
            self.marks = attributes
        elif tag == "a":
            self.links.append(attributes["href"])
        elif tag == "form":
            self.action = attributes["action"]
        elif tag == "input":
            self.inputs[attributes["name"]] = attributes.get("value")
        elif tag == "script":
            self.scripts.append(attributes.get("src"))
        elif tag == "p" and attributes.get("class", "").startswith("match "):
            self.match = attributes["class"].split()[1]

    def handle_endtag(self, tag):
        self._tag = None

    def handle_data(self, data):
        if self._tag == "h1":
            self.heading += data


def read_knowledge():
    """({(app, id): (number, title, module, parent)}, {(app, id) that an article names}, modules with an article)."""
    screens = {}
    for app, name, number, title, module, parent in SCREEN.findall((ROOT / "kb/screens.yaml").read_text("utf-8")):
        screens[app, name] = (number, title, module, parent or name.rpartition(".")[0])
    named, modules = set(), set()
    for path in (ROOT / "kb/articles").glob("*.md"):
        front_matter = path.read_text("utf-8").split("---")[1]
        modules.add(re.search(r"^module: \"?(.*?)\"?$", front_matter, re.MULTILINE)[1])
        for item in re.findall(r"[\w.:]+", (re.search(r"^f1: \[(.*)\]$", front_matter, re.MULTILINE) or [0, ""])[1]):
            app, _, name = item.rpartition(":")
            named.add((app or "icenter", name))
    return screens, named, modules


def level_of(key, screens, named, modules):
    app, name = key
    if key in named:
        return "screen"
    parent = screens[key][3]
    while parent:
        if (app, parent) in named:
            return "parent"
        parent = screens[app, parent][3] if (app, parent) in screens else ""
    return "module" if screens[key][2] in modules else "none"


class F1Test(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.workspace = cls.enterClassContext(Workspace(PROGRAM))
        config = cls.workspace.path / "pomocnik.yaml"
        config.write_text("limits:\n  requests_per_second: 100000\n  burst: 100000\n"
                          "allowed_origins:\n  - https://program.example\n", "utf-8")
        cls.data = cls.workspace.make_data()
        cls.server = Server(PROGRAM, cls.data, "--config", config)

    @classmethod
    def tearDownClass(cls):
        cls.server.kill()

    def get(self, target):
        reply = request(self.server.port, "GET", target)
        self.assertEqual((reply.status, reply.headers["Content-Type"]), (200, "text/html; charset=utf-8"), target)
        page = Page(reply)
        self.assertTrue(page.heading.strip(), target)
        self.assertEqual(len(page.scripts), 1, target)
        self.assertTrue(page.scripts[0].startswith("/f1.js?v="), target)
        self.assertIn("q", page.inputs, target)
        for link in page.links:
            self.assertRegex(link, r"^(/|https://)")
        return page

    def test_every_listed_screen_has_its_help_by_id_and_by_number(self):
        screens, named, modules = read_knowledge()
        self.assertGreater(len(screens), 100)
        levels = set()
        for (app, name), (number, _, module, _) in screens.items():
            expected = level_of((app, name), screens, named, modules)
            levels.add(expected)
            for asked in filter(None, (name, name.upper(), number)):
                page = self.get(f"/f1/{app}/{asked}")
                self.assertEqual(page.match, expected, (app, asked))
                self.assertEqual(page.marks["data-screen"], name)
                self.assertEqual(page.marks["data-module"], module)
                self.assertTrue(any("article=" in link or "module=" in link for link in page.links), asked)
            control = self.get(f"/f1/{app}/{name}.NeznanGumb")
            self.assertEqual(control.match, "parent" if expected == "screen" else expected, (app, name))
        self.assertGreaterEqual(levels, {"screen", "module"})

    def test_every_article_of_a_screen_is_named_to_the_program(self):
        screens, named, _ = read_knowledge()
        listed = sorted(named & set(screens))[0]
        page = self.get("/f1/{}/{}".format(*listed))
        help_json = request(self.server.port, "GET", "/api/v1/f1/{}/{}".format(*listed)).json()
        self.assertEqual(help_json["match"], page.match)
        article = request(self.server.port, "GET", "/api/v1/articles/" + help_json["articles"][0]["article"]).json()
        self.assertIn(listed, [(screen["app"], screen["id"]) for screen in article["screens"]])

    def test_unknown_screens_have_a_page(self):
        self.assertEqual(len(UNKNOWN), 50)
        for name in UNKNOWN:
            # As a careful program sends it, and as a careless one does, where that is an address at all.
            for asked in {quote(name, safe=""), name}:
                if not asked.isascii() or not asked.isprintable() or " " in asked:
                    continue
                page = self.get(f"/f1/icenter/{asked}?lang=en&v={quote(name, safe='')}")
                self.assertIn(page.match, ["parent", "module", "search", "none", "start"], name)
                self.assertTrue(any("module=" in link or "article=" in link for link in page.links), name)

    def test_a_title_finds_what_the_screen_does_not(self):
        page = self.get("/f1/icenter/frm4711?" + urlencode({"title": "Uvoz izpiskov"}))
        self.assertEqual(page.match, "search")
        self.assertEqual(self.get("/f1/icenter/TfrmUvozIzpiskov").match, "search")

    def test_searching_reading_and_going_back_need_no_script(self):
        start = self.get("/f1/icenter/FAK.Dobropisi?lang=en&v=2026.1")
        self.assertEqual(start.marks["data-origins"], "https://program.example")
        fields = {**start.inputs, "q": "kako storniram temeljnico"}
        results = self.get(start.action + "?" + urlencode(fields))
        self.assertEqual(results.inputs["q"], "kako storniram temeljnico")
        self.assertIsNone(results.match)
        found = [link for link in results.links if "article=" in link]
        self.assertGreater(len(found), 3)
        article = self.get(found[0])
        self.assertEqual(self.get(article.links[0]).heading, results.heading)
        self.assertEqual(self.get(results.links[0]).heading, start.heading)

    def test_every_link_of_the_start_pages_leads_to_a_page(self):
        seen = set()
        waiting = ["/f1", "/f1/icenter", "/f1/mojinfo", "/f1/neznan"]
        while waiting and len(seen) < 400:
            target = waiting.pop()
            if target in seen:
                continue
            seen.add(target)
            page = self.get(target)
            waiting += [link for link in page.links if link.startswith("/f1") and "lang=sl" in link]
        self.assertGreater(len(seen), 100)

    def test_misses_are_kept_by_name(self):
        with Server(PROGRAM, self.workspace.make_data("counted")) as server:
            for _ in range(3):
                self.assertEqual(server.request("GET", "/f1/icenter/XY.Nikjer").status, 200)
            self.assertEqual(server.request("GET", "/f1/icenter/FAK.Dobropisi").status, 200)
            metrics = server.request("GET", "/metrics").body.decode()
            self.assertIn('pomocnik_f1_total{match="none"} 3\n', metrics)
            server.stop()
            with sqlite3.connect(server.data / "state.db") as database:
                rows = database.execute("SELECT app, screen, match, presses FROM screen_press ORDER BY presses").fetchall()
        self.assertEqual(rows, [("icenter", "FAK.Dobropisi", "screen", 1), ("icenter", "XY.Nikjer", "none", 3)])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
