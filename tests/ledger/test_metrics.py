"""The counts for monitoring: as text, and over HTTP."""

import threading
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

pytest.importorskip("sqlalchemy")
pytest.importorskip("prometheus_client")

from citebound.errors import ConfigurationError
from citebound_hooks.ledger.closing import finish
from citebound_hooks.ledger.exposing import server_of
from citebound_hooks.ledger.leasing import claim
from citebound_hooks.ledger.receiving import receive
from citebound_hooks.ledger.values import Closing, Receipt


@pytest.fixture
def scraped(ledger):
    server = server_of(ledger, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield lambda path: urlopen(f"http://127.0.0.1:{server.server_port}{path}", timeout=5)
    server.shutdown()
    thread.join()
    server.server_close()


def counts(answer):
    lines = [line.split() for line in answer.read().decode().splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in lines}


def test_each_scrape_counts_anew(ledger, scraped, clock):
    assert counts(scraped("/metrics"))["citebound_documents_waiting"] == 0
    for sign in "ab":
        receive(ledger, Receipt(document=sign * 64, key="1" * 64, name="a.txt", bytes=1))
    finish(ledger, claim(ledger, "w", 10), Closing(outcome="quarantined"))
    clock.now += 7
    with scraped("/metrics") as answer:
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        seen = counts(answer)
    assert seen["citebound_documents_waiting"] == 1
    assert seen["citebound_oldest_waiting_seconds"] == 7
    assert seen['citebound_documents{outcome="quarantined"}'] == 1


def test_health_is_told(scraped):
    with scraped("/healthz") as answer:
        assert answer.read() == b"ok\n"


def test_a_ledger_that_does_not_answer_is_unhealthy(ledger, scraped):
    with ledger.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE jobs RENAME TO gone")
    with pytest.raises(HTTPError, match="503") as refused:
        scraped("/healthz")
    assert b"no such table" in refused.value.read()
    refused.value.close()


def test_there_is_nothing_else(scraped):
    with pytest.raises(HTTPError, match="404") as refused:
        scraped("/../ledger.db")
    refused.value.close()


def test_a_port_that_is_taken_is_told(ledger):
    with server_of(ledger, "127.0.0.1", 0) as first, pytest.raises(ConfigurationError, match="cannot listen"):
        server_of(ledger, "127.0.0.1", first.server_port)


def test_one_document_has_no_counts(citebound):
    done = citebound("status", "abcdef", "--format", "prometheus")
    said = "citebound: --format prometheus counts all documents; leave out DOCUMENT\n"
    assert (done.returncode, done.stderr.decode()) == (2, said)


def test_ctrl_c_is_how_the_server_ends(citebound, monkeypatch):
    from http.server import HTTPServer

    def interrupted(server):
        raise KeyboardInterrupt

    monkeypatch.setattr(HTTPServer, "serve_forever", interrupted)
    done = citebound("metrics", "--port", "0")
    assert done.returncode == 0
    assert done.stderr.decode().endswith("/metrics; Ctrl-C ends\n")
