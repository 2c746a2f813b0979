"""Keys and certificates of a desk, of its authority and of a stranger; a briefing to be signed."""

from __future__ import annotations

import datetime
import sys

import pytest
from click.testing import CliRunner
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

from citebound.cli import main
from citebound.model import Upload

PASSPHRASE = "three grey geese"
NOW = datetime.datetime(2024, 6, 1, tzinfo=datetime.UTC)
YEAR = datetime.timedelta(days=365)


def certified(name, key, issuer=None, first=NOW - YEAR, last=NOW + YEAR, authority=False):
    """A certificate of a name; issued by itself if nobody else does."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    by, by_key = issuer if issuer else (None, key)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(name.encode()[:8], "big"))
        .not_valid_before(first)
        .not_valid_after(last)
        .add_extension(x509.BasicConstraints(ca=authority or not issuer, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(True, True, False, False, False, authority or not issuer, False, False, False),
            critical=True,
        )
        .sign(by_key, hashes.SHA256())
    )


@pytest.fixture(scope="package")
def keys(tmp_path_factory):
    """A folder: NAME.p12 and NAME.pem for the desk, its older self, a stranger, an authority and its member."""
    folder = tmp_path_factory.mktemp("keys")
    made = {name: rsa.generate_private_key(65537, 2048) for name in ("desk", "stranger")}
    made |= {name: ec.generate_private_key(ec.SECP256R1()) for name in ("curve", "authority", "member")}
    made["old"] = made["desk"]
    certificates = {name: certified(f"The {name}", key) for name, key in made.items()}
    root = certified("The authority", made["authority"], authority=True)
    certificates["authority"] = root
    certificates["member"] = certified("The member", made["member"], (root, made["authority"]))
    certificates["old"] = certified("The old", made["old"], first=NOW - 2 * YEAR, last=NOW - YEAR)
    for name, key in made.items():
        locked = BestAvailableEncryption(PASSPHRASE.encode())
        packed = pkcs12.serialize_key_and_certificates(name.encode(), key, certificates[name], None, locked)
        (folder / f"{name}.p12").write_bytes(packed)
        (folder / f"{name}.pem").write_bytes(certificates[name].public_bytes(Encoding.PEM))
    empty = pkcs12.serialize_key_and_certificates(b"x", None, certificates["desk"], None, locked)
    (folder / "keyless.p12").write_bytes(empty)
    return folder


@pytest.fixture(autouse=True)
def moment(monkeypatch):
    """The day on which these tests sign."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    monkeypatch.setenv("CITEBOUND_SIGN_PASSPHRASE", PASSPHRASE)
    monkeypatch.delenv("CITEBOUND_SIGN_PASSPHRASE_FILE", raising=False)


@pytest.fixture(scope="package")
def rendered(workflow) -> bytes:
    """A short briefing."""
    text = "The harbour of Sarne was closed on 3 May 2024, the port authority said.\n"
    (made,) = workflow.brief(Upload(content=text.encode(), filename="note.txt"))
    return workflow.render(made)


@pytest.fixture
def briefing(rendered, tmp_path):
    path = tmp_path / "note.briefing.pdf"
    path.write_bytes(rendered)
    return path


@pytest.fixture
def run():
    """Runs the command line in this process; returns exit code, standard output and standard error."""

    def run(*arguments):
        done = CliRunner().invoke(main, list(map(str, arguments)))
        return done.exit_code, done.stdout, done.stderr

    return run


@pytest.fixture
def signed(run, briefing, keys, tmp_path):
    """Signs the briefing with a key; returns the path."""

    def signed(name="desk", path=briefing):
        target = tmp_path / f"{name}.pdf"
        code, _, said = run("sign", path, "--key", keys / f"{name}.p12", "-o", target)
        assert code == 0, said
        return target

    return signed


@pytest.fixture
def hide_pyhanko(monkeypatch):
    """Makes pyHanko as good as not installed."""

    def hide():
        for name in [*sys.modules]:
            if name.startswith(("citebound_hooks.signing.", "pyhanko")):
                monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, "pyhanko", None)

    return hide
