"""A server over TLS whose answers are good and bad, and a canary that counts who connects to it.

    tls_server.py FOLDER    makes a CA and a certificate in FOLDER, then prints the ports of server and canary in one line,
                            and serves on 127.0.0.1 and 127.0.0.2 until its standard input ends; /site/ is what is in
                            FOLDER/site at the time
"""
import gzip
import hashlib
import mimetypes
import os
import socket
import ssl
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

NAMES = ["help.example", "both.example"]
BOMB = gzip.compress(bytes(16 * 1024 * 1024), compresslevel=1)
PAGE = "<p>Račun knjižimo.</p>".encode()
ETAG = '"v1"'
MODIFIED = "Mon, 02 Nov 2026 10:00:00 GMT"

connects = 0  # to the canary


def openssl(folder, *arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def make_certificate(folder):
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    openssl(folder, "req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Test CA")
    openssl(folder, "req", *key, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=help.example")
    Path(folder, "names").write_text("subjectAltName=" + ",".join(f"DNS:{name}" for name in NAMES))
    openssl(folder, "x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-days", "2", "-extfile", "names", "-out", "server.pem")


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # a handshake that the other side did not like is what it should be


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, headers=(), body=b""):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        path, _, query = self.path.partition("?")
        name = "answer_" + path.strip("/").replace("-", "_")
        try:
            if path.startswith("/site/"):
                return self.answer_file(Path(sys.argv[1], path.lstrip("/")))
            getattr(self, name, self.answer_missing)(unquote(query))
        except OSError:  # the other side has had enough
            self.close_connection = True

    def answer_missing(self, _):
        self.answer(404)

    def answer_page(self, _):
        headers = [("Content-Type", "text/html; charset=utf-8"), ("ETag", ETAG), ("Last-Modified", MODIFIED)]
        same = self.headers["If-None-Match"] == ETAG or (
            self.headers["If-None-Match"] is None and self.headers["If-Modified-Since"] == MODIFIED)
        if same:
            self.answer(304, headers)
        else:
            self.answer(200, headers, PAGE)

    def answer_file(self, file):
        if not file.is_file():
            return self.answer(404)
        body = file.read_bytes()
        etag = f'"{hashlib.sha256(body).hexdigest()}"'
        headers = [("Content-Type", mimetypes.guess_type(file.name)[0]), ("ETag", etag)]
        if self.headers["If-None-Match"] == etag:
            return self.answer(304, headers)
        return self.answer(200, headers, body)

    def answer_packed(self, _):
        self.answer(200, [("Content-Encoding", "gzip")], gzip.compress(PAGE))

    def answer_bomb(self, _):
        self.answer(200, [("Content-Encoding", "gzip")], BOMB)

    def answer_bomb_in_bomb(self, _):
        self.answer(200, [("Content-Encoding", "gzip, gzip")], gzip.compress(BOMB))

    def answer_damaged(self, _):
        self.answer(200, [("Content-Encoding", "gzip")], b"\x1f\x8b\x08\xff no gzip at all")

    def answer_large(self, _):
        self.send_response(200)
        self.send_header("Content-Length", str(10 ** 12))
        self.end_headers()
        self.pour(b"x" * 65536)

    def answer_endless(self, _):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.pour(b"1000\r\n" + b"x" * 4096 + b"\r\n")

    def answer_headers(self, _):
        self.send_response(200)
        self.flush_headers()
        self.pour(b"X-More: " + b"x" * 1000 + b"\r\n")

    def pour(self, piece):
        while True:
            self.wfile.write(piece)

    def answer_silent(self, _):
        time.sleep(60)

    def answer_stalled(self, _):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"x")
        time.sleep(60)

    def answer_drip(self, _):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 50)
            time.sleep(0.2)

    def answer_cut_off(self, _):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"x")
        self.close_connection = True

    def answer_redirect(self, to):
        self.answer(302, [("Location", to)])

    def answer_asked(self, _):
        self.answer(200, [("Content-Type", "text/plain")], str(self.headers).encode())

    def answer_connects(self, _):
        self.answer(200, [("Content-Type", "text/plain")], str(connects).encode())


def count_connects(listener):
    global connects
    while True:
        connection, _ = listener.accept()
        connects += 1
        connection.close()


def main():
    folder = sys.argv[1]
    make_certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(folder, "server.pem"), Path(folder, "server.key"))
    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    canary = socket.create_server(("127.0.0.2", 0))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Thread(target=count_connects, args=(canary,), daemon=True).start()
    print(server.server_address[1], canary.getsockname()[1], flush=True)
    sys.stdin.read()
    os._exit(0)  # whatever still waits


if __name__ == "__main__":
    main()
