"""veraPDF, and the briefings that it is asked about."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

import citebound_templates
from citebound.model import Date, Decisions, Field, Redactions, Upload
from citebound_hooks.briefing.rendering import render

PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
NAME, VERSION = "cli", "1.30.2"
MISSING = [name for name in ("java", "mvn") if shutil.which(name) is None]


@pytest.fixture(scope="session")
def verapdf():
    """The jar of veraPDF, fetched once into the folder that the variable VERAPDF names."""
    if "VERAPDF" not in os.environ:
        pytest.skip("the environment verapdf runs this: tox -e verapdf")
    if MISSING:
        pytest.skip(f"veraPDF was not asked: {' and '.join(MISSING)} not found on this machine")
    folder = Path(os.environ["VERAPDF"])
    jar = folder / f"{NAME}-{VERSION}.jar"
    if not jar.exists():
        artifact = f"-Dartifact=org.verapdf.apps:{NAME}:{VERSION}"
        subprocess.run(["mvn", "-q", PLUGIN, artifact, f"-DoutputDirectory={folder}"], check=True)
    return jar


@pytest.fixture(scope="session")
def templates():
    """The names of the built-in templates."""
    folder = Path(citebound_templates.__file__).parent
    return sorted(path.parent.name for path in folder.glob("*/style.toml"))


@pytest.fixture(scope="session")
def briefings(verapdf, workflow, examples, templates, odd_briefings, tmp_path_factory):
    """A folder of briefings: each example in each template, and odd ones in one template each."""
    folder = tmp_path_factory.mktemp("briefings")
    for path in sorted([*examples.glob("*.txt"), *examples.glob("*.html"), *examples.glob("*.pdf")]):
        (document, *_) = workflow.read(Upload(content=path.read_bytes(), filename=path.name))
        briefing = workflow.brief_document(document)
        for name in templates:
            (folder / f"{path.stem}.{name}.pdf").write_bytes(workflow.render(briefing, template=name))
    for name, decisions in DECIDED.items():
        upload = Upload(content=(examples / "situation-report.pdf").read_bytes(), filename="report.pdf")
        (briefing,) = workflow.brief(upload, decisions)
        (folder / f"decided.{name}.pdf").write_bytes(workflow.render(briefing))
    for number, (odd, briefing) in enumerate(odd_briefings.items()):
        content = workflow.render(briefing, template=templates[number % len(templates)])
        (folder / f"odd.{odd}.pdf").write_bytes(content)
    _sign(workflow, folder, "refworld-page.briefing.pdf", "odd.arabic.pdf")
    for number in range(BY_CHANCE):
        (folder / f"chance.{number}.pdf").write_bytes(_by_chance(workflow, templates, number))
    return folder


DECIDED = {
    "marked": Decisions(marking="Nur für den Dienstgebrauch – للاستخدام الداخلي ⚓"),
    "redacted": Decisions(redactions=Redactions(names=("January", "the"))),
    **{policy: Decisions(append=policy) for policy in ("record", "full", "original")},
}
"""What a desk may decide about a briefing."""


def _sign(workflow, folder, *names):
    """Adds signed copies."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CITEBOUND_SIGN_PASSPHRASE", "x")
        key = folder / "key.p12"
        key.write_bytes(_key())
        for name in names:
            asked = {"content": (folder / name).read_bytes(), "key": key, "timestamp": None}
            signed = workflow.plugins.first("citebound_sign", **asked)
            (folder / f"signed.{name}").write_bytes(signed)


def _key():
    """A key with a certificate of its own, as PKCS#12."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "The desk")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=9))
        .not_valid_after(now + timedelta(days=9))
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, BestAvailableEncryption(b"x"))


WORDS = {
    "cyrillic": "Министр обороны Иван Петров заявил, что «мост закрыт» до 5 мая.",
    "arabic": "قال المتحدث باسم الجبهة إن «المرفأ مغلق» حتى 5 مايو 2019 (Radio Velia).",
    "hebrew": "דובר הנמל אמר כי „השער סגור” עד ה־5 במאי 2019.",
    "greek": "Ο υπουργός δήλωσε ότι «το λιμάνι έκλεισε» στις 5 Μαΐου.",
    "vietnamese": "Ông Nguyễn Văn Bình nói rằng cảng sẽ đóng cửa đến ngày 5 tháng 5.",
    "chinese": "发言人说港口将关闭到五月五日。",
    "symbols": "The harbour ⚓ closed ☂ 😀 ∑ ½ ﬁ \u0301a \u200d \ufeff \u00ad \U000e0041 said Maren.",
    "controls": "The guard \x07 said \x0b that \u2028 the gate \x85 was shut \x00 by night.",
    "long": "harbour" * 300 + " said Maren.",
    "address": "https://library.example/" + "a1/b2?c=" * 250,
    "markup": "<paragraph role='x'>&amp;]]> {{ 7*7 }} said Ilya Maren (see Velia Post, 4 May).",
    "nothing": "x",
}


BY_CHANCE = 100
NAMES = [
    "Ilya Maren",
    "Илья Маренко",
    "يوسف حران",
    "דוד לוי",
    "Amna " + "Derou-" * 40,
    "Coastal Union",
    "Ο Νίκος",
]
OUTLETS = ["Radio Velia", "Вести Поморья", "Sarne Post", "وكالة الساحل", "Institute of Coastal Affairs " * 9]
SENTENCES = [
    "{name} said on {day} May 2019 that “{words}” was reported ({outlet}, May {day}; {other}, May {day}).",
    "An attack on Port Sarne on {day} April 2019 killed {day} guards, {name} told {outlet}.",
    "Residents reportedly fled in {year}, according to {name} ({outlet}, May {day}).",
    "{name} denied that the River Front (RF) had any part in it, and accused {outlet} of inventing it.",
    "From {day} May to 30 May 2019 the harbour may have been closed.",
    "{words}",
]


def _by_chance(workflow, templates, number):
    """A briefing of any size, script, template and language; the same for the same number."""
    chance = random.Random(number)
    values = {"name": NAMES, "outlet": OUTLETS, "other": OUTLETS, "words": list(WORDS.values())}
    lines = [
        chance.choice(SENTENCES).format(
            day=chance.randrange(1, 29), year=chance.randrange(1990, 2019),
            **{slot: chance.choice(words) for slot, words in values.items()},
        )
        for _ in range(chance.choice([1, 2, 5, 12, 40]))
    ]  # fmt: skip
    head = f"{chance.choice(lines)[: chance.choice([9, 80, 300])]}\n\nPublication Date: 20 May 2019\n\n"
    text = (head + "\n\n".join(lines)).replace("\x00", "")
    (document,) = workflow.read(Upload(content=text.encode(), filename="chance.txt"))
    folder = Path(citebound_templates.__file__).parent / chance.choice(templates)
    return render(workflow.brief_document(document), folder, language=chance.choice(["en", "fr"]))


@pytest.fixture(scope="session")
def odd_briefings(workflow):
    """Briefings whose title, publisher, disclaimer and text are of an odd kind."""
    return {name: _odd(workflow, words) for name, words in WORDS.items()} | {"many": _many(workflow)}


def _odd(workflow, words):
    text = f"{words}\n\nIlya Maren said on 5 May 2019 that “{words}” was true.\n\n{words}\n"
    printable = text.replace("\x00", "")  # a file with zero bytes is no text
    (document,) = workflow.read(Upload(content=printable.encode(), filename="odd.txt"))
    briefing = workflow.brief_document(document)
    values = {
        name: Field(value=words, raw=words, span=None, locator="test")
        for name in ("title", "publisher", "disclaimer", "url")
    }
    values["accessed"] = Field(value=Date(raw=words, iso=None), raw=words, span=None, locator="test")
    fields = msgspec.structs.replace(briefing.record.fields, **values)
    return msgspec.structs.replace(briefing, record=msgspec.structs.replace(briefing.record, fields=fields))


def _many(workflow):
    line = "Witness Tomas {0}son told Radio {0} that boat {0} left Port Sarne on {1} May 2019 (Post {0}, May {1})."
    names = [f"Var{letter}{other}" for letter in "aeiouy" for other in "bdfgklmnprstvz"]
    text = "\n\n".join(line.format(name, 1 + at % 28) for at, name in enumerate(names))
    (document,) = workflow.read(Upload(content=text.encode(), filename="many.txt"))
    return workflow.brief_document(document)
