"""Nothing is loaded before it is needed."""

import subprocess
import sys

import pytest

HEAVY = (
    "alembic", "charset_normalizer", "cryptography", "docx", "jinja2", "lxml", "multiprocessing", "prov", "pyhanko",
    "pypdf", "reportlab", "rich", "spacy", "sqlalchemy", "stix2", "uharfbuzz",
)  # fmt: skip


def loaded_by(code):
    """The heavy libraries that a piece of code loads."""
    report = f"{code}\nimport sys\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import citebound", set()),
        ("from citebound.plugins import Plugins; Plugins()", set()),
        (
            "from citebound.cli import main\n"
            "import contextlib\n"
            "with contextlib.suppress(SystemExit): main(['--help'])",
            set(),
        ),
        (
            "from citebound.cli import main\n"
            "import contextlib, pathlib, tempfile\n"
            "page = pathlib.Path(tempfile.mkdtemp(), 'page.txt')\n"
            "page.write_text('Title A Road\\n\\nA road was built.')\n"
            "with contextlib.suppress(SystemExit): main(['check', str(page)])",
            set(),
        ),
        (
            "import citebound\n"
            "citebound.check(citebound.read(b'Title A Road\\n\\nA road was built.', 'text/plain'))",
            set(),
        ),
    ],
    ids=["import", "plugins", "help", "the command check", "check of a text"],
)
def test_what_a_step_loads(code, allowed):
    assert loaded_by(code) <= allowed
