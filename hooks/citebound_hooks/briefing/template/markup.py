"""From a template and a view to markup: Jinja2 in a sandbox, everything escaped, lines remembered.

Each element in the template's own text gets a `line` attribute, so that an error found later in the markup can
name the line of the template that it came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from citebound.errors import ConfigurationError
from citebound.wrong_values import did_you_mean
from citebound_hooks.briefing.template.lineage import file_of
from citebound_hooks.briefing.template.wording import Wordings
from citebound_hooks.briefing.view import model

MARKUP = "briefing.xml.j2"
_ENDING = ".j2"
PAGE_NUMBER = Markup("<page-number/>")
PAGE_COUNT = Markup("<page-count/>")
_TAG = re.compile(r"<([a-z][a-z-]{0,30})(?=[\s/>])")
_PLAIN = re.compile(r"[\w-]{1,80}(\.[\w-]{1,20}){1,4}")
_LACKS = re.compile(r"'(?:\w+\.){0,9}(?P<kind>\w+) object' has no attribute '(?P<name>\w+)'")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class TemplateLines(Extension):
    """Writes the template's line into each element; that of another file with the file's name."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Marks the tags in the template's own text."""
        file = "" if stream.name in (None, MARKUP) else f"{stream.name}:"
        for token in stream:
            yield Token(token.lineno, "data", _numbered(token, file)) if token.type == "data" else token


def _numbered(token: Token, file: str) -> str:
    text, line = token.value, token.lineno
    return _TAG.sub(lambda tag: f'{tag[0]} line="{file}{line + text.count(chr(10), 0, tag.start())}"', text)


class LineageLoader(BaseLoader):
    """Finds the files of a template in its folder and in those that it builds on, nowhere else."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool] | None]:
        """Reads a file by its plain name."""
        path = file_of(template, self._folders) if _PLAIN.fullmatch(template) else None
        if path is None:
            raise TemplateNotFound(template, f"there is no file {template!r} in the template's folder")
        return path.read_text("utf-8"), str(path), None


def visible(value: object) -> object:
    """Shows characters that XML cannot hold by their numbers; refuses to print nothing as something."""
    if value is None:
        raise TemplateRuntimeError("the template prints a value that is unknown (None); test it first")
    if not isinstance(value, str) or value.isprintable() or not _ILLEGAL.search(value):
        return value
    return type(value)(_ILLEGAL.sub(lambda found: f"[U+{ord(found[0]):04X}]", value))


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that knows the fields of the view's values for data: most reads are theirs, and need no closer look."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tells whether a template may read an attribute."""
        fields: tuple[str, ...] = getattr(type(obj), "__struct_fields__", ())
        return attr in fields or super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Reads an attribute; a field without further questions."""
        if attribute in getattr(type(obj), "__struct_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Calls what a template calls; its own macros without asking whether that is safe."""
        if type(__obj) is not Macro:
            return super().call(__context, __obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(__context.eval_ctx, *args, **kwargs)


def _environment(wordings: Wordings, loader: LineageLoader) -> ImmutableSandboxedEnvironment:
    environment = Sandbox(
        loader=loader,
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
    environment.filters.update(
        quoted=wordings.quoted,
        field=wordings.field,
        event=wordings.event,
        kind=wordings.kind,
        rule=wordings.rule,
    )
    return environment


def parse_template(folders: tuple[Path, ...], wordings: Wordings) -> Template:
    """Compiles a template.

    Args:
        folders: The template's, then those that it builds on.
        wordings: Its words.

    Raises:
        ConfigurationError: If it is missing or wrong; names file and line.
    """
    path = file_of(MARKUP, folders) or folders[0] / MARKUP
    try:
        return _environment(wordings, LineageLoader(folders)).get_template(MARKUP)
    except TemplateNotFound as error:
        raise ConfigurationError(f"{path}: {error.message}") from error
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
        raise ConfigurationError(f"{_place_of(error, path)}: {_in_words(error)}") from error


def _in_words(error: Exception) -> str:
    """Returns what is wrong without the names of Python's classes, and what may be meant."""
    found = _LACKS.fullmatch(str(error))
    if not found:
        return str(error)
    kind, name = found["kind"], found["name"]
    if kind == "TemplateModule":
        return f"the imported file has no attribute {name!r}: no macro is called so"
    near = did_you_mean(name, getattr(getattr(model, kind, None), "__struct_fields__", ()))
    return f"{kind} has no attribute {name!r}{f'; {near}' if near else ''}"


def _place_of(error: BaseException, path: Path) -> str:
    """Finds file and line in the trace: Jinja2 rewrites its frames to the template's own lines."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or path}:{error.lineno}"
    place, trace = f"{path}:1", error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(_ENDING):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
