"""A server may say when a briefing was signed (RFC 3161); `verify` says what that is worth."""

import json
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper

from citebound_hooks.signing import time_server

STAMPED = datetime(2024, 6, 1, 9, 30, tzinfo=UTC)
YEARS = timedelta(days=3650)


def certified(key, usage=ExtendedKeyUsageOID.TIME_STAMPING, first=STAMPED - YEARS, last=STAMPED + YEARS):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "The clock")])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(77)
        .not_valid_before(first)
        .not_valid_after(last)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
        .sign(key, hashes.SHA256())
    )


class Clock:
    """A time stamping authority on this machine; `answer` may be replaced, `seen` keeps the headers of requests."""

    def __init__(self, folder, certificate, key):
        self.certificate, self.seen, self.answer = folder / "clock.pem", [], self.stamped
        self.certificate.write_bytes(certificate.public_bytes(Encoding.PEM))
        secret = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        self._stamper = DummyTimeStamper(
            asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER)),
            asn1_keys.PrivateKeyInfo.load(secret),
            fixed_dt=STAMPED,
        )

    def stamped(self, request):
        return 200, self._stamper.request_tsa_response(tsp.TimeStampReq.load(request)).dump()

    def handler(self):
        clock = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                clock.seen.append(dict(self.headers))
                code, body = clock.answer(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(code)
                if code == 302:
                    self.send_header("Location", "/elsewhere")
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                clock.seen.append(dict(self.headers))
                self.send_error(404)

            def log_message(self, *_):
                """Says nothing."""

        return Handler


@pytest.fixture(scope="module")
def clock_key():
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture
def serve(tmp_path, clock_key):
    """Starts an authority with a certificate of its own; it ends with the test."""
    servers = []

    def serve(**certificate):
        clock = Clock(tmp_path, certified(clock_key, **certificate), clock_key)
        server = HTTPServer(("127.0.0.1", 0), clock.handler())
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        clock.address = f"http://127.0.0.1:{server.server_port}/tsa"
        return clock

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def clock(serve):
    return serve()


@pytest.fixture
def stamped(run, briefing, keys, tmp_path, clock):
    """The briefing, signed and stamped."""
    code, _, said = run(
        "sign", briefing, "--key", keys / "desk.p12", "--timestamp", clock.address, "-o", tmp_path / "s.pdf"
    )
    assert code == 0, said
    return tmp_path / "s.pdf"


def found(run, path, *trust):
    options = [option for each in trust for option in ("--trust", each)]
    code, said, _ = run("verify", path, *options, "--format", "json")
    return code, {each["code"]: each["message"] for each in json.loads(said)["findings"]}


def test_a_trusted_authority_says_when_it_was_signed(run, stamped, keys, clock):
    code, said, _ = run("verify", stamped, "--trust", keys / "desk.pem", "--trust", clock.certificate)
    assert code == 0
    assert "Signed by The desk. It was signed by 2024-06-01T09:30:00Z, says The clock." in said
    assert found(run, stamped, keys / "desk.pem", clock.certificate) == (0, {})


def test_brief_asks_for_the_time_as_well(run, keys, tmp_path, clock):
    (tmp_path / "note.txt").write_text("The gate was shut.\n", "utf-8")
    asked = ("--sign", keys / "desk.p12", "--timestamp", clock.address)
    assert run("brief", tmp_path / "note.txt", *asked)[0] == 0
    assert found(run, tmp_path / "note.briefing.pdf", keys / "desk.pem", clock.certificate) == (0, {})


def test_the_configuration_may_name_key_and_server(run, keys, tmp_path, clock):
    (tmp_path / "note.txt").write_text("The gate was shut.\n", "utf-8")
    (tmp_path / "desk.p12").write_bytes((keys / "desk.p12").read_bytes())
    configuration = tmp_path / "citebound.toml"
    configuration.write_text(f'sign = "desk.p12"\ntimestamp = "{clock.address}"\n', "utf-8")
    assert run("--config", configuration, "brief", tmp_path / "note.txt")[0] == 0
    assert found(run, tmp_path / "note.briefing.pdf", keys / "desk.pem", clock.certificate) == (0, {})
    assert run("--config", configuration, "brief", tmp_path / "note.txt", "--format", "html")[0] == 0


def test_without_trust_the_time_is_told_but_not_proved(run, stamped, keys, clock):
    code, said = found(run, stamped)
    assert (code, set(said)) == (0, {"BRF016", "BRF018"})
    assert said["BRF018"] == (
        "A time stamp by The clock says 2024-06-01T09:30:00Z; that is not proved: name its certificate with --trust."
    )
    code, said = found(run, stamped, keys / "desk.pem")
    assert (code, set(said)) == (0, {"BRF018"})
    assert "it is by nobody whom a certificate given with --trust stands behind" in said["BRF018"]


def test_a_certificate_that_is_not_for_time_stamps_proves_none(run, serve, briefing, keys, tmp_path):
    clock = serve(usage=ExtendedKeyUsageOID.CODE_SIGNING)
    asked = ("--key", keys / "desk.p12", "--timestamp", clock.address, "-o", tmp_path / "s.pdf")
    assert run("sign", briefing, *asked)[0] == 0
    code, said = found(run, tmp_path / "s.pdf", keys / "desk.pem", clock.certificate)
    assert (code, set(said)) == (0, {"BRF018"})
    assert "it was made with a certificate that is not for time stamps" in said["BRF018"]


def test_what_was_signed_in_time_holds_when_the_certificate_has_expired(
    run, stamped, keys, clock, monkeypatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert found(run, stamped, keys / "desk.pem", clock.certificate) == (0, {})
    code, said = found(run, stamped, keys / "desk.pem")
    assert (code, set(said)) == (1, {"BRF015", "BRF018"})


def test_an_authority_whose_certificate_has_expired_proves_nothing(run, serve, briefing, keys, tmp_path):
    clock = serve(last=STAMPED - timedelta(days=300))
    asked = ("--key", keys / "desk.p12", "--timestamp", clock.address, "-o", tmp_path / "s.pdf")
    assert run("sign", briefing, *asked)[0] == 0
    _, said = found(run, tmp_path / "s.pdf", keys / "desk.pem", clock.certificate)
    assert "was made with a certificate that holds from" in said["BRF018"]


def test_a_stamp_of_another_signature_is_an_error(run, serve, clock, briefing, keys, tmp_path):
    def of_something_else(request):
        asked = tsp.TimeStampReq.load(request)
        asked["message_imprint"]["hashed_message"] = b"\0" * 32
        return clock.stamped(asked.dump(force=True))

    clock.answer = of_something_else
    asked = ("--key", keys / "desk.p12", "--timestamp", clock.address, "-o", tmp_path / "s.pdf")
    assert run("sign", briefing, *asked)[0] == 0
    code, said = found(run, tmp_path / "s.pdf", keys / "desk.pem", clock.certificate)
    assert code == 1
    assert said["BRF015"] == "The time stamp by The clock is of another signature than this one."


def without_token(**status):
    """A response that holds nothing but the status."""
    said = tsp.PKIStatusInfo(status).dump()
    return 200, bytes([0x30, len(said)]) + said


FAILURES = {
    "gone": (lambda _: (404, b""), "the server answered 404"),
    "no stamp": (lambda _: (200, b"<html>Welcome</html>"), "the server answered with no time stamp"),
    "nothing": (lambda _: (200, b""), "the server answered with no time stamp"),
    "refused": (
        lambda _: without_token(status=2, status_string=["too busy"]),
        "the server refuses: too busy",
    ),
    "granted nothing": (lambda _: without_token(status=0), "the server refuses: granted"),
}


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("command", ["brief", "sign"])
def test_a_server_that_fails_is_told_in_one_line_and_leaves_nothing(
    run, clock, briefing, keys, tmp_path, command, failure
):
    clock.answer, why = FAILURES[failure]
    (tmp_path / "note2.txt").write_text("The gate was shut.\n", "utf-8")
    before = sorted(tmp_path.iterdir())
    address = clock.address.replace("http://", "http://desk:geese@") + "?token=geese"
    arguments = {
        "sign": (briefing, "--key", keys / "desk.p12"), "brief": (tmp_path / "note2.txt", "--sign", keys / "desk.p12")
    }  # fmt: skip
    code, said, complaint = run(command, *arguments[command], "--timestamp", address)
    assert (code, said) == (2, "")
    complaint = "".join(line for line in complaint.splitlines(True) if ": note: " not in line)
    assert complaint.count("\n") == 1
    assert f"no time stamp from {clock.address}: " in complaint
    assert why in complaint
    assert complaint.rstrip().endswith("; nothing is signed")
    assert "geese" not in complaint
    assert sorted(tmp_path.iterdir()) == before


def test_name_and_password_go_to_the_server_alone(run, clock, briefing, keys):
    address = clock.address.replace("http://", "http://desk:three%20geese@")
    assert run("sign", briefing, "--key", keys / "desk.p12", "--timestamp", address)[0] == 0
    assert {each["Authorization"] for each in clock.seen} == {
        f"Basic {b64encode(b'desk:three geese').decode()}"
    }


def test_a_login_does_not_go_along_to_where_a_server_redirects(run, clock, briefing, keys):
    clock.answer = lambda _: (302, b"")
    address = clock.address.replace("http://", "http://desk:three%20geese@")
    assert run("sign", briefing, "--key", keys / "desk.p12", "--timestamp", address)[0] != 0
    first, *redirected = clock.seen
    assert "Authorization" in first
    assert redirected
    assert not any("Authorization" in each for each in redirected)


def test_a_server_that_is_not_there_or_silent_is_told(run, clock, briefing, keys, monkeypatch):
    asked = ("sign", briefing, "--key", keys / "desk.p12", "--timestamp")
    assert "cannot be reached: Connection refused" in run(*asked, "http://127.0.0.1:9/")[2]
    monkeypatch.setattr(time_server, "SECONDS", 0.01)

    def silent(_):
        import time

        time.sleep(0.2)
        return 200, b""

    clock.answer = silent
    assert "cannot be reached: no answer within 0.01 s" in run(*asked, clock.address)[2]


@pytest.mark.parametrize(
    "address", ["time.example", "ftp://time.example", "http://", "http://x:99999/", "file:///x"]
)
def test_what_is_no_address_is_told(run, briefing, keys, address):
    code, _, complaint = run("sign", briefing, "--key", keys / "desk.p12", "--timestamp", address)
    assert code == 2
    assert "the time stamp needs the address of a server, such as https://time.example/tsa" in complaint


def test_a_time_without_a_signature_is_refused(run, tmp_path):
    (tmp_path / "note.txt").write_text("The gate was shut.\n", "utf-8")
    code, _, complaint = run("brief", tmp_path / "note.txt", "--timestamp", "https://time.example/")
    assert (code, "name the key with --sign" in complaint) == (2, True)
