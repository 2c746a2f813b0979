"""The marks of hooks and of what implements them."""

from __future__ import annotations

import pluggy

PROJECT = "citebound"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
