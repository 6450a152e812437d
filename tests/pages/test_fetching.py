"""What is fetched: https, or this machine; within limits of size and time; and never from the web to this machine."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from comment_kit.errors import CommentKitError
from comment_kit.pages.fetching import fetch


class Shelf(BaseHTTPRequestHandler):
    """A server with one file, one that never ends, and some that lead elsewhere."""

    def do_GET(self) -> None:
        """Answer one of the paths above."""
        match self.path:
            case "/file":
                self._answer(200, body=b"%PDF-1.7 and so on")
            case "/away":
                self._answer(302, location="http://example.com/file")
            case "/disk":
                self._answer(302, location="file:///etc/hostname")
            case "/again":
                self._answer(302, location="/file")
            case "/drip":
                self._answer(200)
                for _ in range(100):
                    self.wfile.write(b"x")
                    time.sleep(0.05)
            case "/long":
                self._answer(200, body=b"x" * 100_000)
            case _:
                self._answer(404)

    def _answer(self, code: int, *, body: bytes = b"", location: str | None = None) -> None:
        self.send_response(code)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's interface
        """Say nothing."""

    def handle_one_request(self) -> None:
        """Answer, unless the client stops listening, as it should."""
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shelf)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_file_on_this_machine_is_fetched(address: str) -> None:
    assert fetch(f"{address}/file") == b"%PDF-1.7 and so on"
    assert fetch(f"{address}/again") == b"%PDF-1.7 and so on"


@pytest.mark.parametrize("url", ["http://example.com/x.pdf", "file:///etc/hostname", "ftp://example.com/x", "x.pdf"])
def test_only_https_is_asked(url: str) -> None:
    with pytest.raises(CommentKitError, match="only addresses with https are fetched") as caught:
        fetch(url)
    assert caught.value.where == url


@pytest.mark.parametrize(("path", "said"), [("/away", "only addresses with https"), ("/disk", "is not allowed")])
def test_an_answer_that_leads_to_an_unsafe_place_is_not_followed(address: str, path: str, said: str) -> None:
    with pytest.raises(CommentKitError, match=said):
        fetch(f"{address}{path}")


def test_what_is_not_there_is_one_plain_sentence(address: str) -> None:
    with pytest.raises(CommentKitError, match="cannot be fetched: the server answers 404 Not Found"):
        fetch(f"{address}/none")


def test_nobody_answering_is_one_plain_sentence() -> None:
    with pytest.raises(CommentKitError, match="cannot be fetched: "):
        fetch("http://127.0.0.1:9/file")


def test_a_file_beyond_the_limit_of_size_is_not_taken(address: str) -> None:
    with pytest.raises(CommentKitError, match="more than 50,000 bytes"):
        fetch(f"{address}/long", size_limit=50_000)


def test_a_download_that_drips_is_stopped(address: str) -> None:
    began = time.monotonic()
    with pytest.raises(CommentKitError, match="takes too long"):
        fetch(f"{address}/drip", time_limit=0.5)
    assert time.monotonic() - began < 4
