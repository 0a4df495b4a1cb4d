#!/usr/bin/env python3
"""What /metrics of the running program says, read as strictly as Prometheus' text format is written down.

    metrics_test.py PROGRAM
"""
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "stress"))
from support import Server, Workspace, chat, request  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[-1]
NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
SAMPLE = re.compile(rf"({NAME})(?:\{{(.*)\}})? ([0-9]+(?:\.[0-9]+)?)")
LABEL = re.compile(r'([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\n"])*)"(?:,|$)')
SUFFIXES = {"counter": [""], "gauge": [""], "histogram": ["_bucket", "_sum", "_count"]}


def parse_labels(text):
    labels, position = {}, 0
    while position < len(text):
        label = LABEL.match(text, position)
        assert label and label[1] not in labels, text
        labels[label[1]] = label[2]
        position = label.end()
    return labels


def parse(text):
    """{family: (type, {(sample's name, labels): value})}; an AssertionError names the line that is wrong."""
    families, kind, name = {}, None, None
    assert text.endswith("\n")
    lines = iter(text[:-1].split("\n"))
    for line in lines:
        if line.startswith("# HELP "):
            name = re.fullmatch(rf"# HELP ({NAME}) \S.*", line)[1]
            assert name not in families, line
            kind = re.fullmatch(rf"# TYPE {name} (counter|gauge|histogram)", next(lines))[1]
            assert (kind == "counter") == name.endswith("_total"), line
            families[name] = (kind, {})
            continue
        sample = SAMPLE.fullmatch(line)
        assert sample, line
        assert sample[1] in [name + suffix for suffix in SUFFIXES[kind]], line
        key = (sample[1], tuple(sorted(parse_labels(sample[2] or "").items())))
        assert key not in families[name][1], line
        families[name][1][key] = float(sample[3])
    for name, (kind, samples) in families.items():
        if kind == "histogram":
            check_histogram(name, samples)
    return families


def check_histogram(name, samples):
    series = {}
    for (sample, labels), value in samples.items():
        rest = tuple(label for label in labels if label[0] != "le")
        one = series.setdefault(rest, {"buckets": []})
        if sample == name + "_bucket":
            one["buckets"].append((float(dict(labels)["le"].replace("+Inf", "inf")), value))
        else:
            one[sample.removeprefix(name)] = value
    for rest, one in series.items():
        bounds, counts = zip(*one["buckets"])
        assert list(bounds) == sorted(set(bounds)) and bounds[-1] == float("inf"), (name, rest, bounds)
        assert list(counts) == sorted(counts) and counts[-1] == one["_count"], (name, rest, counts)
        assert one["_sum"] >= 0 and (one["_count"] or one["_sum"] == 0), (name, rest, one)


def value_in(families, sample, *labels):
    family = re.sub("_(bucket|sum|count)$", "", sample)
    return families[family][1][(sample, tuple(sorted(labels)))]


class MetricsTest(unittest.TestCase):
    def test_a_turn_is_seen_in_every_count(self):
        workspace = self.enterContext(Workspace(PROGRAM))
        with Server(PROGRAM, workspace.make_data()) as server:
            first = self.after_first_purge(server)
            self.assertTrue(chat(server.port, "kako storniram temeljnico", "key-00000001").json()["saved"])
            reply = request(server.port, "GET", "/metrics")
            self.assertEqual(reply.headers["Content-Type"], "text/plain; version=0.0.4; charset=utf-8")
            self.families = parse(reply.body.decode())
            server.stop()
        self.assertLessEqual(set(first), set(self.families))
        route = ("route", "/api/v1/chat")
        self.assertEqual(self.value("pomocnik_requests_total", route, ("status", "2xx")), 1)
        self.assertEqual(self.value("pomocnik_request_duration_seconds_count", route), 1)
        self.assertEqual(self.value("pomocnik_answer_duration_seconds_count"), 1)
        for counter in (("pomocnik_commit_duration_seconds_count",), ("pomocnik_commits_total",),
                        ("pomocnik_writes_total", ("outcome", "kept"))):
            self.assertEqual(self.value(*counter) - value_in(first, *counter), 1, counter)
        self.assertEqual(self.value("pomocnik_writes_total", ("outcome", "failed")), 0)
        self.assertEqual(self.value("pomocnik_write_queue_depth"), 0)
        self.assertEqual(self.value("pomocnik_threads"), 24)
        self.assertGreaterEqual(self.value("pomocnik_threads_busy"), 1)  # the one that answers
        whole, inner = (self.value(f"pomocnik_{what}_duration_seconds_sum", *labels) for what, labels in
                        (("request", [route]), ("answer", [])))
        self.assertGreater(inner, 0)
        commit = "pomocnik_commit_duration_seconds_sum"
        self.assertGreater(whole, inner + self.value(commit) - value_in(first, commit))

    def value(self, sample, *labels):
        return value_in(self.families, sample, *labels)

    def after_first_purge(self, server):
        """The metrics once the program has looked for what it kept long enough, which is its first commit."""
        for _ in range(1000):
            families = parse(request(server.port, "GET", "/metrics").body.decode())
            if value_in(families, "pomocnik_commits_total") > 0:
                return families
        self.fail("nothing was purged")

    def test_the_check_finds_what_is_wrong(self):
        head = "# HELP a_seconds A.\n# TYPE a_seconds histogram\n"
        good = head + 'a_seconds_bucket{le="1"} 1\na_seconds_bucket{le="+Inf"} 2\na_seconds_sum 3\na_seconds_count 2\n'
        parse(good)
        for wrong in (good.replace("count 2", "count 3"), good.replace('"1"} 1', '"1"} 4'), good.replace("+Inf", "0"),
                      good.replace("histogram", "counter"), good.replace("sum 3", "sum x"), good + good,
                      good.replace("1\"}", "1}"), good[:-1]):
            with self.assertRaises(AssertionError, msg=wrong):
                parse(wrong)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
