"""Sends one message; follows nowhere, waits not long."""

from __future__ import annotations

from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

SECONDS = 10.0


class _NoRedirects(HTTPRedirectHandler):
    """A message for one address goes to no other."""

    def redirect_request(self, *_: object) -> None:
        return None


def send(address: str, body: bytes, headers: dict[str, str]) -> str | None:
    """Posts a message.

    Returns:
        Why it was not delivered; None if the receiver answered with a 2xx status.
    """
    request = Request(address, data=body, headers=headers, method="POST")  # noqa: S310  # http(s) only: command.py
    try:
        with build_opener(_NoRedirects).open(request, timeout=SECONDS):
            return None
    except HTTPError as error:
        error.close()
        return f"the receiver answered {error.code}"
    except URLError as error:
        return str(error.reason)
    except (OSError, ValueError, HTTPException) as error:
        return f"{type(error).__name__}: {error}"
