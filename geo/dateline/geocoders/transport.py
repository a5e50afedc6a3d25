"""HTTP for geopy with bounds: how long, how much, how far a server may send us on."""

import json
from collections.abc import Mapping
from http.client import HTTPException, HTTPMessage, HTTPResponse
from math import inf
from ssl import SSLContext
from time import monotonic
from typing import IO, Any, Final, NoReturn
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import (
    GeocoderParseError,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)

LARGEST: Final = 4 * 1024 * 1024
"""Bytes of an answer; five places with their addresses have some five thousand."""

MOST_REDIRECTS: Final = 3
"""Times that a server may send us on."""

_PIECE: Final = 64 * 1024
"""Bytes read at a time; after each the clock is looked at."""

_ERROR_BODY: Final = 1024
"""Bytes kept of the page that comes with an error; geopy writes it to its log."""


class _Redirects(HTTPRedirectHandler):
    """Follows few redirects, and none from https to anything else."""

    max_redirections = MOST_REDIRECTS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Make the next request, or none."""
        if not newurl.startswith("https://" if req.type == "https" else ("http://", "https://")):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class BoundedAdapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy is untyped
    """Fetches with urllib, over http and https only.

    Parameters
    ----------
    proxies
        By scheme, or ``None`` for the system's own.
    ssl_context
        Certificates, or ``None`` for the system's own.
    """

    def __init__(
        self, *, proxies: Mapping[str, str] | None, ssl_context: SSLContext | None
    ) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._opener = OpenerDirector()
        for handler in (
            ProxyHandler(None if proxies is None else dict(proxies)),
            HTTPHandler(),
            HTTPSHandler(context=ssl_context),
            HTTPDefaultErrorHandler(),
            _Redirects(),
            HTTPErrorProcessor(),
        ):
            self._opener.add_handler(handler)

    def get_json(self, url: str, *, timeout: float | None, headers: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON
        """Fetch and parse; NaN and infinities are refused."""
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text, parse_constant=_refuse)
        except (ValueError, RecursionError):
            raise GeocoderParseError("the answer is not JSON") from None

    def get_text(self, url: str, *, timeout: float | None, headers: Mapping[str, str]) -> str:
        """Fetch; raises what `geopy.adapters` asks of an adapter."""
        deadline = inf if timeout is None else monotonic() + timeout
        try:
            with self._opener.open(Request(url, headers=dict(headers)), timeout=timeout) as page:  # noqa: S310 - http and https only
                return _read(page, deadline)
        except HTTPError as error:
            raise _refused(error) from None
        except URLError as error:
            _not_reached(error.reason)
        except (OSError, HTTPException, ValueError) as error:
            _not_reached(error)


def _read(page: HTTPResponse, deadline: float) -> str:
    """Read an answer piece by piece, so that one that trickles in does not hold us up."""
    pieces, size = [], 0
    while piece := page.read1(_PIECE):
        size += len(piece)
        if size > LARGEST:
            raise GeocoderServiceError(f"the answer is larger than {LARGEST // 1024**2} MB")
        if monotonic() > deadline:
            raise GeocoderTimedOut("the answer took too long")
        pieces.append(piece)
    if page.length:
        raise GeocoderServiceError("the answer was cut off")
    return b"".join(pieces).decode("utf-8")


def _refused(error: HTTPError) -> AdapterHTTPError:
    """Turn a status that is no success into what geopy expects."""
    with error:
        body = error.read(_ERROR_BODY).decode("utf-8", "replace") if error.fp else ""
    headers = {name.lower(): value for name, value in error.headers.items()}
    return AdapterHTTPError(
        f"HTTP status {error.code}", status_code=error.code, headers=headers, text=body
    )


def _not_reached(reason: object) -> NoReturn:
    """Say why there is no answer in geopy's words."""
    if isinstance(reason, TimeoutError):
        raise GeocoderTimedOut("no answer in time") from None
    if isinstance(reason, UnicodeDecodeError):
        raise GeocoderParseError("the answer is not UTF-8") from None
    if isinstance(reason, HTTPException):
        raise GeocoderServiceError("the answer was cut off or is not HTTP") from None
    said = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    raise GeocoderUnavailable(said) from None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number of JSON")
