"""The built-in source profiles: one data file each, in `data/`."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.model import Profile


@hookimpl
def citebound_profiles() -> Sequence[Profile]:
    """Gives the profiles of `data/`, in the order of their names."""
    from citebound_hooks.profiles.catalogue import built_in_profiles

    return built_in_profiles()
