"""Nothing is loaded before it is needed."""

import subprocess
import sys

import pytest

HEAVY = ("reportlab", "pypdf", "lxml", "jinja2", "rich", "docx", "charset_normalizer")


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
            "import citebound\n"
            "citebound.check(citebound.read(b'Title A Road\\n\\nA road was built.', 'text/plain'))",
            set(),
        ),
    ],
    ids=["import", "plugins", "help", "check of a text"],
)
def test_what_a_step_loads(code, allowed):
    assert loaded_by(code) <= allowed
