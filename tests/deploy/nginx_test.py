#!/usr/bin/env python3
"""deploy/nginx.conf in Debian's nginx: what reaches the program, what does not, and what is written down.

    nginx_test.py PROGRAM
"""
import http.client
import json
import random
import re
import socket
import ssl
import sys
import threading
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "stress"))
from proxy import HOST, Proxy, require_nginx, some_source  # noqa: E402  pylint: disable=wrong-import-position
from support import Server, Workspace, free_port  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[-1]
PATHS = ["/", "/widget.js", "/panel.js", "/demo.css", "/demo.js", "/f1.css", "/f1.js", "/icon.svg", "/demo/f1", "/simulator.css",
         "/simulator.js", "/demo/gallery", "/gallery.css", "/gallery.js", "/api/v1/search?q=ddv",
         "/api/v1/suggest?q=te", "/api/v1/articles/ddv-odbitni-delez", "/f1/DK/temeljnice", "/f1",
         "/staff", "/staff/gaps", "/staff.css", "/staff.js"]
CHAT = {"Content-Type": "application/json"}


def send(port, method, path, body=None, headers=None, source="127.0.0.1", host=HOST):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(source, 0))
    connection.request(method, path, body, {"Host": host, "Connection": "close", **(headers or {})})
    response = connection.getresponse()
    content = response.read().decode()
    connection.close()
    return response, content


class RecordingUpstream:
    """Takes one request at a time, answers 200, and keeps what it got."""

    def __init__(self):
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.requests = []
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self):
        while True:
            connection, _ = self._listening.accept()
            with connection:
                request = b""
                while b"\r\n\r\n" not in request:
                    request += connection.recv(65536)
                self.requests.append(request.decode())
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")


class NginxTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.workspace = cls.enterClassContext(Workspace(PROGRAM))
        cls.server = cls.enterClassContext(Server(PROGRAM, cls.workspace.make_data()))
        cls.proxy = cls.enterClassContext(Proxy(cls.workspace.path / "nginx", cls.server.port))
        cls.chance = random.Random(1)

    def send(self, method, path, *rest, **options):
        return send(self.proxy.port, method, path, *rest, **{"source": some_source(self.chance), **options})

    def refused(self, status, code, *arguments, **options):
        response, content = self.send(*arguments, **options)
        self.assertEqual(response.status, status)
        self.assertEqual(response.headers["Content-Type"], "application/json")
        error = json.loads(content)["error"]
        self.assertEqual(error["code"], code)
        self.assertEqual(set(error), {"code", "message"})
        return response, error["message"]

    def test_it_is_sound(self):
        self.assertEqual(self.proxy.warnings, [])

    def test_what_is_for_the_outside_comes_through(self):
        for path in PATHS:
            response, content = self.send("GET", path)
            direct = self.server.request("GET", path)
            self.assertEqual((response.status, content), (200, direct.body.decode()), path)
            for name, value in direct.headers.items():
                if name not in ("Connection", "Keep-Alive"):
                    self.assertIn(value, response.headers.get_all(name) or [], f"{path}: {name}")

    def test_every_file_of_the_widget_is_among_them(self):
        listed = (ROOT / "web-widget/CMakeLists.txt").read_text(encoding="utf-8")
        embedded = re.findall(r"^  (/\S*) \S+?\)?$", listed, re.MULTILINE)
        self.assertGreater(len(embedded), 3)
        self.assertEqual(set(embedded) - set(PATHS), set())

    def test_all_else_does_not(self):
        for path in ["/livez", "/readyz", "/metrics", "/metrics/", "/%6detrics", "//metrics", "/./metrics", "/readyz?a",
                     "/api/../metrics", "/api/%2e%2e/readyz", "/f1/..%2fmetrics", "/etc/passwd", "/.git/config"]:
            response, content = self.send("GET", path)
            self.assertEqual(response.status, 404, path)
            self.assertIn("Na tem naslovu ni ničesar.", content)
            self.assertTrue(response.headers["Content-Type"].startswith("text/html"))

    def test_refusals_speak_as_the_program_does(self):
        self.refused(413, "too_large", "POST", "/api/v1/chat", b"x" * 70000, CHAT)
        self.refused(415, "unsupported_media_type", "POST", "/api/v1/chat", b"x", {"Content-Encoding": "br"})
        self.refused(411, "length_required", "POST", "/api/v1/chat", b"1\r\nx\r\n0\r\n\r\n",
                     {"Transfer-Encoding": "chunked"})
        response, content = self.send("POST", "/widget.js", b"x" * 70000)
        self.assertEqual((response.status, response.headers["Content-Type"]), (413, "text/html; charset=utf-8"))
        self.assertIn("Zahteva je prevelika.", content)

    def test_the_same_words_stand_in_both(self):
        config = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
        table = config[config.index("map $status $problem_text"):]
        texts = dict(re.findall(r'^    (\d+) "(.*)";$', table[:table.index("}")], re.MULTILINE))
        self.assertEqual(set(texts), {"404", "411", "413", "415", "429", "500"})
        program = (ROOT / "bot/http/refusal.cc").read_text(encoding="utf-8")
        for text in texts.values():
            self.assertIn(f'{{"{text}"', program)

    def test_one_address_has_its_limit_and_the_others_do_not_feel_it(self):
        source = some_source(self.chance)
        statuses = [self.send("POST", "/api/v1/chat", b"{}", CHAT, source=source)[0].status for _ in range(40)]
        self.assertEqual(set(statuses[:20]), {400})
        self.assertIn(429, statuses)
        response, message = self.refused(429, "rate_limited", "POST", "/api/v1/chat", b"{}", CHAT, source=source)
        self.assertEqual(response.headers["Retry-After"], "5")
        self.assertIn("Preveč zahtev", message)
        self.assertEqual(self.send("POST", "/api/v1/chat", b"{}", CHAT)[0].status, 400)

    def test_plain_http_leads_to_tls_and_strangers_nowhere(self):
        response, _ = send(self.proxy.redirect_port, "GET", "/f1/DK/x?lang=sl")
        self.assertEqual((response.status, response.headers["Location"]), (301, f"https://{HOST}/f1/DK/x?lang=sl"))
        for port in (self.proxy.redirect_port, self.proxy.port):
            with self.assertRaises((ConnectionError, http.client.RemoteDisconnected)):
                send(port, "GET", "/", host="other.example")

    def test_tls_is_new_and_for_the_host_only(self):
        trust = ssl.create_default_context(cafile=self.proxy.folder / "fullchain.pem")
        with socket.create_connection(("127.0.0.1", self.proxy.tls_port)) as plain, \
                trust.wrap_socket(plain, server_hostname=HOST) as secure:
            self.assertEqual(secure.version(), "TLSv1.3")
            secure.sendall(f"GET /f1.css HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
            self.assertTrue(secure.recv(100).startswith(b"HTTP/1.1 200"))
        with socket.create_connection(("127.0.0.1", self.proxy.tls_port)) as plain, self.assertRaises(ssl.SSLError):
            trust.wrap_socket(plain, server_hostname="other.example")

    def test_text_is_compressed(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.proxy.port, timeout=20)
        connection.request("GET", "/widget.js", headers={"Host": HOST, "Accept-Encoding": "gzip"})
        response = connection.getresponse()
        self.assertEqual(response.headers["Content-Encoding"], "gzip")
        self.assertLess(len(response.read()), 30000)
        connection.close()


class BehindNginxTest(unittest.TestCase):
    def setUp(self):
        self.workspace = self.enterContext(Workspace(PROGRAM))

    def test_what_a_client_claims_about_itself_ends_at_nginx(self):
        upstream = RecordingUpstream()
        proxy = self.enterContext(Proxy(self.workspace.path / "nginx", upstream.port))
        send(proxy.port, "GET", "/api/v1/search?q=a", source="127.1.2.3", headers={
            "X-Real-IP": "10.9.9.9", "X-Forwarded-For": "10.9.9.9", "REMOTE_ADDR": "10.9.9.9", "X_Real_IP": "10.9.9.9",
            "Forwarded": "for=10.9.9.9", "Range": "bytes=0-1,2-3", "Accept-Language": "hr"})
        [request] = upstream.requests
        first, *headers = request.rstrip().split("\r\n")
        self.assertEqual(first, "GET /api/v1/search?q=a HTTP/1.0")
        self.assertEqual(sorted(headers), sorted([
            f"Host: {HOST}", "Connection: close", "X-Real-IP: 127.1.2.3", "X-Forwarded-For: 127.1.2.3",
            "Accept-Encoding: identity", "Accept-Language: hr"]))

    def test_a_program_that_is_away_is_told_in_its_words(self):
        proxy = self.enterContext(Proxy(self.workspace.path / "nginx", free_port()))
        response, content = send(proxy.port, "GET", "/api/v1/search?q=a", source="127.1.2.3")
        self.assertEqual((response.status, response.headers["Retry-After"]), (502, "2"))
        self.assertEqual(json.loads(content)["error"]["code"], "unavailable")
        response, content = send(proxy.port, "GET", "/f1/DK/x", source="127.1.2.3")
        self.assertEqual((response.status, response.headers["Content-Type"]), (502, "text/html; charset=utf-8"))
        self.assertIn("Pomočnik trenutno ni dosegljiv", content)
        self.assertNotIn("127.1.2.3", proxy.log("error.log"))

    def test_the_log_knows_no_person(self):
        with Proxy(self.workspace.path / "nginx", free_port()) as proxy:
            send(proxy.port, "GET", "/api/v1/search?q=skrivnost", source="127.77.88.99",
                 headers={"User-Agent": "Skrivni/1", "Referer": "https://skrivnost.si/"})
            send(proxy.port, "POST", "/api/v1/chat?q=skrivnost", b"x" * 70000, CHAT, source="127.77.88.99")
        # Only now: nginx writes its line after the answer has gone out.
        logs = proxy.log("access.log") + proxy.log("error.log")
        self.assertIn('127.77.88.0 [', logs)
        self.assertRegex(logs, r'"GET /api/v1/search" 502 ')
        self.assertRegex(logs, r'"POST /api/v1/chat" 413 ')
        for word in ("127.77.88.99", "skrivnost", "Skrivni"):
            self.assertNotIn(word, logs)


if __name__ == "__main__":
    require_nginx()
    unittest.main(argv=sys.argv[:1])
