"""What is worked out when first asked for, without the lock that `functools.cached_property` takes before 3.12."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class once(Generic[Owner, Value]):  # noqa: N801 – a decorator, as `property`
    """A property that is worked out once and then stands in the instance's own dictionary."""

    def __init__(self, work_out: Callable[[Owner], Value]) -> None:
        self._work_out, self._name = work_out, work_out.__name__
        self.__doc__ = work_out.__doc__

    def __get__(self, owner: Owner, kind: type[Owner] | None = None) -> Value:
        """Works it out; the next time it is found before this is asked."""
        value = owner.__dict__[self._name] = self._work_out(owner)
        return value
