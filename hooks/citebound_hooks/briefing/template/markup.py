"""From a template and a view to markup: Jinja2 in a sandbox, everything escaped, lines remembered.

Each element in the template's own text gets a `line` attribute, so that an error found later in the markup can
name the line of the template that it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateRuntimeError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from citebound.errors import ConfigurationError
from citebound_hooks.briefing.template.wording import Wordings

PAGE_NUMBER = Markup("<page-number/>")
PAGE_COUNT = Markup("<page-count/>")
_TAG = re.compile(r"<([a-z][a-z-]{0,30})(?=[\s/>])")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class TemplateLines(Extension):
    """Writes the template's line into each element."""

    def filter_stream(self, stream: Iterable[Token]) -> Iterator[Token]:
        """Marks the tags in the template's own text."""
        for token in stream:
            yield Token(token.lineno, "data", _numbered(token)) if token.type == "data" else token


def _numbered(token: Token) -> str:
    text, line = token.value, token.lineno
    return _TAG.sub(lambda tag: f'{tag[0]} line="{line + text.count(chr(10), 0, tag.start())}"', text)


def visible(value: object) -> object:
    """Shows characters that XML cannot hold by their numbers; refuses to print nothing as something."""
    if value is None:
        raise TemplateRuntimeError("the template prints a value that is unknown (None); test it first")
    if not isinstance(value, str) or not _ILLEGAL.search(value):
        return value
    return type(value)(_ILLEGAL.sub(lambda found: f"[U+{ord(found[0]):04X}]", value))


def _environment(wordings: Wordings) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, extensions=[TemplateLines], finalize=visible,
        trim_blocks=True, lstrip_blocks=True,
        optimized=False,  # a command fills its template once or twice: folding constants costs more than it saves
    )  # fmt: skip
    environment.globals.update(
        t=wordings.say,
        d=wordings.date,
        language=wordings.language,
        page_number=PAGE_NUMBER,
        page_count=PAGE_COUNT,
    )
    environment.filters.update(quoted=wordings.quoted, field=wordings.field, event=wordings.event)
    return environment


def parse_template(path: Path, wordings: Wordings) -> Template:
    """Compiles a template.

    Raises:
        ConfigurationError: If it is missing or wrong; names file and line.
    """
    try:
        return _environment(wordings).from_string(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: not UTF-8 at byte {error.start}") from error
    except TemplateSyntaxError as error:
        raise ConfigurationError(f"{path}:{error.lineno}: {error.message}") from error


def fill_template(template: Template, path: Path, values: dict[str, Any]) -> str:
    """Returns the markup.

    Raises:
        ConfigurationError: If the template asks for what is not there; names file and line.
    """
    try:
        return template.render(values)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise ConfigurationError(f"{path}:{_line_of(error)}: {error}") from error


def _line_of(error: BaseException) -> int:
    """Finds the template's line in the trace: Jinja2 rewrites its frames to the template's own lines."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
