"""A server on this machine that speaks Nominatim's format, and can be told to misbehave."""

import json
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

BUCHA_STREET = {
    "place_id": 101,
    "osm_type": "way",
    "osm_id": 202,
    "lat": "50.5464",
    "lon": "30.2286",
    "class": "highway",
    "type": "residential",
    "display_name": "Yablunska Street, Bucha, Bucha Raion, Kyiv Oblast, 08292, Ukraine",
}
PINHOOK = {
    "lat": "36.6917",
    "lon": "-89.2800",
    "class": "place",
    "type": "village",
    "display_name": "Pinhook, Mississippi County, Missouri, United States",
}
PINHOOK_FAR = PINHOOK | {
    "lat": "38.8434",
    "lon": "-86.4961",
    "display_name": "Pinhook, Lawrence County, Indiana, United States",
}


class GeocoderServer(ThreadingHTTPServer):
    """Answers ``/search?q=…`` from a table; each fault is used up by one request."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, list[Any]] = {
            "Yablunska Street": [BUCHA_STREET],
            "Pinhook, Missouri": [PINHOOK_FAR, PINHOOK],
        }
        self.faults: deque[str] = deque()
        self.always = ""
        self.asked: list[dict[str, str]] = []
        self.agents: list[str] = []
        self.released = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/nominatim"

    @property
    def queries(self) -> list[str]:
        return [each.get("q", "") for each in self.asked]


class Handler(BaseHTTPRequestHandler):
    server: GeocoderServer

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(address.query).items()}
        self.server.asked.append(query)
        self.server.agents.append(self.headers["User-Agent"])
        fault = self.server.faults.popleft() if self.server.faults else self.server.always
        name, _, value = fault.partition(" ")
        getattr(self, f"fault_{name}" if name else "found")(query, value)

    def found(self, query: dict[str, str], _value: str = "") -> None:
        known = self.server.answers.get(query.get("q", ""), [])
        self.send(200, json.dumps(known[: int(query.get("limit", 10))]).encode())

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def fault_status(self, _query: dict[str, str], value: str) -> None:
        self.send(int(value), b"<html>trouble</html>")

    def fault_wait(self, _query: dict[str, str], value: str) -> None:
        self.send(429, b"slow down", Retry_After=value)

    def fault_slow(self, _query: dict[str, str], _value: str) -> None:
        self.server.released.wait(20)

    def fault_drip(self, _query: dict[str, str], _value: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        while not self.server.released.wait(0.05):
            self.wfile.write(b" ")
            self.wfile.flush()

    def fault_cut(self, _query: dict[str, str], _value: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(json.dumps([BUCHA_STREET]).encode())

    def fault_says(self, _query: dict[str, str], value: str) -> None:
        self.send(200, value.encode("utf-8", "surrogateescape"))

    def fault_huge(self, _query: dict[str, str], _value: str) -> None:
        self.send(200, b"[" + b" " * 8_000_000 + b"]")

    def fault_redirect(self, _query: dict[str, str], value: str) -> None:
        place = value.replace("SAME", self.path).replace("PORT", str(self.server.server_port))
        self.send(302, b"", Location=place)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def geocoder_server() -> Iterator[GeocoderServer]:
    server = GeocoderServer()
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that hung up
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
