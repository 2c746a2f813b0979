"""A briefing is delivered whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from citebound.delivery import Delivery
from citebound.errors import CiteboundError
from citebound.whole_files import write_whole
from citebound_hooks import deliver

OLD, NEW = b"the old briefing", b"the new briefing"


def delivery(target: Path | None) -> Delivery:
    return Delivery(briefing=None, content=NEW, target=target)


def test_it_writes_the_file_and_says_where(tmp_path):
    target = tmp_path / "velia.pdf"
    delivered = deliver.citebound_deliver(delivery(target))
    assert delivered.where == str(target)
    assert target.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [target]


def test_it_replaces_an_old_file(tmp_path):
    target = tmp_path / "velia.pdf"
    target.write_bytes(OLD)
    deliver.citebound_deliver(delivery(target))
    assert target.read_bytes() == NEW


def test_nothing_is_written_without_a_target():
    assert deliver.citebound_deliver(delivery(None)) is None


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_other(tmp_path, monkeypatch, call):
    target = tmp_path / "velia.pdf"
    target.write_bytes(OLD)

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(*((os, "fsync") if call == "fsync" else (Path, "replace")), full)
    with pytest.raises(CiteboundError, match=r"velia\.pdf: cannot be written: No space left on device"):
        deliver.citebound_deliver(delivery(target))
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(CiteboundError, match=r"there is no folder .*nowhere"):
        deliver.citebound_deliver(delivery(tmp_path / "nowhere" / "velia.pdf"))


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(CiteboundError, match="it is a folder"):
        deliver.citebound_deliver(delivery(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_read_only_folder_is_an_error(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CiteboundError, match="Permission denied"):
            deliver.citebound_deliver(delivery(tmp_path / "velia.pdf"))
    finally:
        tmp_path.chmod(0o700)


def test_a_link_in_the_way_is_not_followed(tmp_path):
    victim = tmp_path / "victim"
    victim.write_bytes(OLD)
    target = tmp_path / "velia.pdf"
    beside = target.with_name(f".velia.pdf.{os.getpid()}.part")
    beside.symlink_to(victim)
    with pytest.raises(CiteboundError, match="cannot be written"):
        deliver.citebound_deliver(delivery(target))
    assert victim.read_bytes() == OLD
    assert beside.is_symlink(), "what somebody else put there is not ours to remove"


def test_a_link_as_target_is_replaced_not_followed(tmp_path):
    victim = tmp_path / "victim"
    victim.write_bytes(OLD)
    target = tmp_path / "velia.pdf"
    target.symlink_to(victim)
    write_whole(target, NEW)
    assert victim.read_bytes() == OLD
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_an_old_file_keeps_its_permissions(tmp_path, mode):
    target = tmp_path / "velia.pdf"
    target.write_bytes(OLD)
    target.chmod(mode)
    write_whole(target, NEW)
    assert target.stat().st_mode & 0o777 == mode


def test_a_new_file_has_the_permissions_that_new_files_have(tmp_path):
    (tmp_path / "new.txt").touch()
    write_whole(tmp_path / "velia.pdf", NEW)
    assert (tmp_path / "velia.pdf").stat().st_mode == (tmp_path / "new.txt").stat().st_mode


def test_a_name_as_long_as_the_file_system_allows(tmp_path):
    target = tmp_path / ("v" * 251 + ".pdf")
    write_whole(target, NEW)
    assert target.read_bytes() == NEW
