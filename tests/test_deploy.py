"""The site as a server of one's own sends it: nginx with deploy/nginx.conf, on loopback."""

import gzip
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from site_build import ROOT

from guidebook.adapters.compress import compress

NGINX = shutil.which("nginx")
WRK = shutil.which("wrk")
needs_nginx = pytest.mark.skipif(
    NGINX is None, reason="Debian's nginx is not installed: the server's tests did not run"
)


@pytest.fixture(scope="module")
def deployed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copied = Path(shutil.copytree(site, tmp_path_factory.mktemp("deployed") / "site"))
    assert compress(copied) > 250
    return copied


@pytest.fixture(scope="module")
def server(deployed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    ours = ours.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("listen [::]:80;", "")
    ours = ours.replace("/srv/guide", str(deployed))
    main = folder / "nginx.conf"
    main.write_text(
        f"user root; pid {folder}/pid; error_log {folder}/error.log; daemon off; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; client_body_temp_path {folder}/body;\n{ours}\n}}\n"
    )
    assert NGINX
    process = subprocess.Popen([NGINX, "-e", str(folder / "error.log"), "-c", str(main)])
    address = f"http://127.0.0.1:{port}"
    _wait_for(address)
    yield address
    process.terminate()
    process.wait(timeout=10)


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("nginx did not answer within ten seconds")


def ask(address: str, **headers: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@needs_nginx
@pytest.mark.parametrize("path", ["/", "/mobilitate/darba-grupa/", "/en/", "/nav-tadas-lapas/"])
def test_every_answer_carries_the_rules(server: str, path: str) -> None:
    status, headers, body = ask(server + path)
    assert status == (404 if "nav-" in path else 200)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == "no-cache"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert b"<h1" in body


@needs_nginx
def test_names_with_a_hash_are_kept_for_good_and_pages_are_asked_for_again(server: str) -> None:
    _, _, page = ask(f"{server}/")
    hashed = re.findall(rb'(?:href|src)="(assets/[^"]*\.[0-9a-f]{8}\.[^"]*)"', page)
    assert hashed
    for address in hashed:
        _, headers, _ = ask(f"{server}/{address.decode()}")
        assert "immutable" in headers["Cache-Control"], address
    _, headers, _ = ask(f"{server}/")
    status, _, body = ask(f"{server}/", **{"If-None-Match": headers["ETag"]})
    assert (status, body) == (304, b"")


@needs_nginx
def test_compressed_copies_are_sent_and_equal_the_page(server: str) -> None:
    _, plain, page = ask(f"{server}/glosarijs/")
    _, headers, body = ask(f"{server}/glosarijs/", **{"Accept-Encoding": "gzip"})
    assert plain["Content-Encoding"] is None
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == page
    assert len(body) < len(page) / 3


@needs_nginx
@pytest.mark.skipif(WRK is None, reason="Debian's wrk is not installed: the load test did not run")
def test_nothing_fails_under_load(server: str) -> None:
    assert WRK
    command = [WRK, "-t1", "-c50", "-d3s", "-H", "Accept-Encoding: gzip", f"{server}/mobilitate/darba-grupa/"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    answered = re.search(r"(\d+) requests in", said)
    assert answered
    assert int(answered[1]) > 100
    assert "Non-2xx" not in said
    assert "Socket errors" not in said


def test_compressing_again_gives_equal_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("ā" * 1000)
    (tmp_path / "small.html").write_text("ā")
    (tmp_path / "a.woff2").write_bytes(b"x" * 5000)
    assert compress(tmp_path) == 1
    first = (tmp_path / "a.html.gz").read_bytes()
    assert compress(tmp_path) == 1
    assert (tmp_path / "a.html.gz").read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.html.gz", "a.woff2", "small.html"]
