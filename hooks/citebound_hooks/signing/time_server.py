"""Asks a server for a time stamp over HTTP (RFC 3161, section 3.4)."""

from __future__ import annotations

from base64 import b64encode
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import Request, urlopen

from asn1crypto.core import Any, SequenceOf
from asn1crypto.tsp import PKIStatusInfo, TimeStampReq, TimeStampResp
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError

from citebound.errors import UsageError

SECONDS = 5.0
LARGEST = 1 << 20
"""In bytes; a token with its certificates takes about 6 KiB."""


class TimeServer(TimeStamper):
    """A time stamping authority on the web; pyHanko's own client needs another library in each of its versions.

    Args:
        address: http or https; a name and a password in it are sent as such, and are named nowhere.

    Raises:
        UsageError: If it is no such address.
    """

    def __init__(self, address: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        parts = _parts(address)
        host = parts.netloc.rpartition("@")[2]
        self.shown = parts._replace(netloc=host, query="", fragment="").geturl()
        self._address = parts._replace(netloc=host).geturl()
        self._headers = {
            "Content-Type": "application/timestamp-query",
            "Accept": "application/timestamp-reply",
        }
        self._login = ""
        if parts.username is not None:
            known = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            self._login = f"Basic {b64encode(known.encode()).decode()}"

    async def async_request_tsa_response(self, req: TimeStampReq) -> TimeStampResp:
        """Asks for a time stamp.

        Raises:
            TimestampRequestError: If the server cannot be reached, or answers otherwise; says why in a few words.
        """
        request = Request(self._address, req.dump(), self._headers)  # noqa: S310  # http(s) only, see `_parts`
        if self._login:
            request.add_unredirected_header("Authorization", self._login)  # for this server alone
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
                return _granted(answer.read(LARGEST))
        except HTTPError as error:
            error.close()
            raise TimestampRequestError(f"the server answered {error.code}") from error
        except URLError as error:
            raise TimestampRequestError(f"cannot be reached: {_reason(error.reason)}") from error
        except TimestampRequestError:
            raise
        except (OSError, HTTPException) as error:
            raise TimestampRequestError(f"cannot be reached: {_reason(error)}") from error
        except ValueError as error:
            raise TimestampRequestError("the server answered with no time stamp") from error


class _Parts(SequenceOf):  # type: ignore[misc]  # asn1crypto is not typed
    """What a response consists of, with or without a token; the library's own type insists on one."""

    _child_spec = Any


def _granted(body: bytes) -> TimeStampResp:
    """Returns the response, if it grants a time stamp.

    Raises:
        TimestampRequestError: If the server refuses; says why in its words.
        ValueError: If it is no response.
    """
    parts = _Parts.load(body, strict=True)
    status = parts[0].parse(PKIStatusInfo).native if len(parts) else None
    if status is None:
        raise ValueError("no response")
    if len(parts) < 2:
        words = " ".join(" ".join(status["status_string"] or ()).split())[:200]
        raise TimestampRequestError(f"the server refuses: {words or status['status']}")
    return TimeStampResp.load(body, strict=True)


def _reason(error: object) -> str:
    if isinstance(error, TimeoutError):
        return f"no answer within {SECONDS:g} s"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise UsageError("the time stamp needs the address of a server, such as https://time.example/tsa")
    return parts
