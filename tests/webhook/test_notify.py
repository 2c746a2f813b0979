"""The webhook: signed, retried, each outcome once per address."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

pytest.importorskip("sqlalchemy")

from citebound_hooks.ledger.closing import finish
from citebound_hooks.ledger.history import history
from citebound_hooks.ledger.leasing import claim
from citebound_hooks.ledger.receiving import receive
from citebound_hooks.ledger.values import Closing, Receipt
from citebound_hooks.webhook.command import tell_all
from citebound_hooks.webhook.outbox import due, settle, start
from citebound_hooks.webhook.sending import send
from citebound_hooks.webhook.signing import HEADER, is_genuine, signature

SECRET = b"a secret of the two of us"


@pytest.fixture
def receiver():
    """A server that answers with the statuses that it is given, then with 204, and keeps what it got."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.got.append((self.headers[HEADER], body))
            self.send_response(server.answers.pop(0) if server.answers else 204)
            self.send_header("Location", "http://127.0.0.1:1/")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.got, server.answers = [], []
    server.address = f"http://127.0.0.1:{server.server_port}/hook"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def end(ledger, sign, outcome="published", reason=None):
    receive(ledger, Receipt(document=sign * 64, key="1" * 64, name="a.txt", bytes=1))
    finish(ledger, claim(ledger, "w", 10), Closing(outcome=outcome, reason=reason))


def ignore(_):
    pass


def test_each_outcome_from_the_start_on_is_told_once_and_signed(ledger, receiver):
    end(ledger, "a")
    start(ledger, receiver.address)
    end(ledger, "b", "quarantined", "it is broken")
    end(ledger, "c")
    for _ in range(2):
        tell_all(ledger, receiver.address, SECRET, ignore)
    told = [json.loads(body) for _, body in receiver.got]
    assert [(each["document"][0], each["outcome"]) for each in told] == [
        ("b", "quarantined"),
        ("c", "published"),
    ]
    assert told[0]["reason"] == "it is broken"
    header, body = receiver.got[0]
    sent = int(header.split(",")[0][2:])
    assert is_genuine(header, body, SECRET, sent)
    assert [event.what for event in history(ledger)].count("notified") == 2


@pytest.mark.parametrize("answer", [302, 404, 500])
def test_what_is_not_delivered_is_tried_again_with_the_same_body(ledger, clock, receiver, answer):
    receiver.answers = [answer]
    said = []
    start(ledger, receiver.address)
    end(ledger, "a")
    tell_all(ledger, receiver.address, SECRET, said.append)
    tell_all(ledger, receiver.address, SECRET, said.append)
    assert len(receiver.got) == 1, "not before the pause is over"
    assert str(answer) in said[0]
    clock.now += 1
    tell_all(ledger, receiver.address, SECRET, said.append)
    assert receiver.got[0][1] == receiver.got[1][1]
    clock.now += 1000
    assert due(ledger, receiver.address) == []


def test_two_addresses_are_told_each_for_itself(ledger):
    start(ledger, "http://one")
    start(ledger, "http://two")
    end(ledger, "a")
    settle(ledger, "http://one", due(ledger, "http://one")[0], None)
    assert due(ledger, "http://one") == []
    assert len(due(ledger, "http://two")) == 1


def test_a_clock_that_is_set_back_holds_no_notice_up(ledger, clock):
    start(ledger, "http://one")
    end(ledger, "a")
    settle(ledger, "http://one", due(ledger, "http://one")[0], "no answer")
    clock.now -= 86_400
    assert len(due(ledger, "http://one")) == 1


def test_an_address_that_never_answers_is_given_up(ledger, clock, monkeypatch):
    monkeypatch.setattr("citebound_hooks.webhook.outbox.GIVE_UP_AFTER", 9)
    start(ledger, "http://one")
    end(ledger, "a")
    for _ in range(9):
        (event,) = due(ledger, "http://one")
        settle(ledger, "http://one", event, "no answer")
        clock.now += 300
    assert due(ledger, "http://one") == []
    assert history(ledger)[-1].what == "notice-given-up"


def test_nobody_there_is_a_reason_and_no_crash():
    assert "refused" in send("http://127.0.0.1:1/", b"{}", {})


@pytest.mark.parametrize(
    ("header", "body", "secret", "now"),
    [
        (signature(b"x", SECRET, 1000), b"y", SECRET, 1000),
        (signature(b"x", SECRET, 1000), b"x", b"another", 1000),
        (signature(b"x", SECRET, 1000), b"x", SECRET, 1301),
        (signature(b"x", SECRET, 1000).replace("1000", "1001"), b"x", SECRET, 1000),
        ("", b"x", SECRET, 0),
        ("t=é,v1=", b"x", SECRET, 0),
    ],
)
def test_what_is_not_genuine(header, body, secret, now):
    assert not is_genuine(header, body, secret, now)


@pytest.mark.parametrize(
    ("address", "secret", "says"),
    [
        ("http://x", "short", b"at least 16"),
        *(
            (address, SECRET.decode(), b"write an address like https://")
            for address in (
                "file:///etc/passwd",
                "example.org/hook",
                "http://",
                "http://[::1",
                "http://x:99999999/",
                "http://x:y/",
                "http://a b/",
                "http://x/\n",
                "http://x/\u00e4",
            )
        ),
    ],
)
def test_wrong_usage_is_one_clear_line(process, address, secret, says):
    done = process("notify", address, "--once", env={"CITEBOUND_WEBHOOK_SECRET": secret})
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_the_command_tells_what_is_due(process, receiver, tmp_path):
    (tmp_path / "a.txt").write_text("A bridge\n\nA bridge was built.\n")
    env = {"CITEBOUND_WEBHOOK_SECRET": SECRET.decode()}
    assert process("notify", receiver.address, "--once", env=env).returncode == 0
    process("enqueue", "a.txt")
    process("work", "--once")
    assert process("notify", receiver.address, "--once", env=env).returncode == 0
    assert [json.loads(body)["outcome"] for _, body in receiver.got] == ["published-with-warnings"]
