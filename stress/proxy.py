"""Debian's nginx with deploy/nginx.conf, on ports and with a certificate of its own. Standard library only."""
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from support import READY_LIMIT, ROOT, Failure, free_port, require, skip

HOST = "pomoc.example.si"  # as in deploy/nginx.conf


def require_nginx():
    if not shutil.which("nginx") or not shutil.which("openssl"):
        skip("no nginx or no openssl; script/bootstrap --test installs them")
    if os.geteuid() != 0 and not os.access("/var/lib/nginx", os.W_OK):
        skip("nginx keeps temporary files in /var/lib/nginx, which needs root")


def adapt(text, replacements):
    """The configuration with each pattern replaced; one that no longer occurs is a Failure."""
    for pattern, replacement in replacements:
        text, count = re.subn(pattern, replacement, text)
        require(count > 0, f"deploy/nginx.conf has no {pattern} any more")
    return text


def some_source(random):
    """An address of this machine to connect from, so that nginx takes each client for another."""
    return f"127.{random.randrange(1, 255)}.{random.randrange(256)}.{random.randrange(1, 255)}"


class Proxy:
    """A running nginx; also a context manager that ends it. `port` speaks plain HTTP instead of TLS, so that the
    clients of a run cost less than the service does; `tls_port` and `redirect_port` are as on the real machine.
    """

    def __init__(self, folder, upstream_port):
        self.folder = Path(folder)
        self.folder.mkdir()
        self.port, self.tls_port, self.redirect_port = free_port(), free_port(), free_port()
        self._make_certificate()
        config = self.folder / "nginx.conf"
        config.write_text(self._adapted(upstream_port), encoding="utf-8")
        self._command = ["nginx", "-c", str(config)]
        checked = subprocess.run([*self._command, "-t"], capture_output=True, text=True, check=False)
        require(checked.returncode == 0, f"nginx -t: {checked.stderr}")
        self.warnings = [line for line in checked.stderr.splitlines() if "[warn]" in line and '"user"' not in line]
        self.process = subprocess.Popen([*self._command, "-g", "daemon off;"], stderr=subprocess.DEVNULL)
        self._wait_until_open()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGQUIT)  # ends requests under way and writes their log lines
        self.process.wait()

    def _make_certificate(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                        "-nodes", "-days", "2", "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}",
                        "-keyout", str(self.folder / "privkey.pem"), "-out", str(self.folder / "fullchain.pem")],
                       capture_output=True, check=True)

    def _adapted(self, upstream_port):
        """All in which the tested configuration differs from the installed one."""
        return adapt((ROOT / "deploy/nginx.conf").read_text(encoding="utf-8"), [
            (r"/run/nginx\.pid", f"{self.folder}/nginx.pid"),
            (r"/var/log/nginx", str(self.folder)),
            (rf"/etc/letsencrypt/live/{re.escape(HOST)}", str(self.folder)),
            (r"server 127\.0\.0\.1:8080;", f"server 127.0.0.1:{upstream_port};"),
            (r"listen \[::\]:.*;", ""),
            (r"listen 80\b", f"listen 127.0.0.1:{self.redirect_port}"),
            (r"listen 443 ssl( default_server[^;]*)?;",
             rf"listen 127.0.0.1:{self.tls_port} ssl\1; listen 127.0.0.1:{self.port}\1;"),
        ])

    def _wait_until_open(self):
        begin = time.monotonic()
        while time.monotonic() - begin < READY_LIMIT:
            require(self.process.poll() is None, f"nginx did not start: {self.log('error.log')}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.01)
        raise Failure("nginx does not listen")

    def log(self, name):
        """What access.log or error.log holds."""
        return (self.folder / name).read_text(encoding="utf-8", errors="replace")

    def workers(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        return [int(pid) for pid in children.split()]
