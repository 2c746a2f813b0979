"""Baselines, suppressions, corrections, changed files, many files: living with what is there."""

import json
import subprocess

import pytest

PAGE = "refworld-page.txt"


@pytest.fixture
def page(examples, tmp_path):
    target = tmp_path / "page.txt"
    target.write_bytes((examples / PAGE).read_bytes())
    return target


@pytest.fixture
def found(citebound):
    def found(*arguments, **more):
        done = citebound("check", "--format", "json", *arguments, **more)
        return [(f["code"], f["status"]) for f in json.loads(done.stdout)["findings"]]

    return found


def test_known_findings_are_marked_and_do_not_count(citebound, found, page):
    before = found("page.txt")
    assert citebound("check", "--write-baseline", "known.json", "page.txt").returncode == 0
    assert found("--baseline", "known.json", "page.txt") == [(code, "known") for code, _ in before]
    assert citebound("check", "--fail-on", "warning", "--baseline", "known.json", "page.txt").returncode == 0


def test_a_baseline_follows_its_findings_when_lines_move(citebound, found, page):
    citebound("check", "--write-baseline", "known.json", "page.txt")
    page.write_text("\n\n\n" + page.read_text())
    assert {status for _, status in found("--baseline", "known.json", "page.txt")} == {"known"}


def test_a_baseline_holds_wherever_one_calls_from_and_however_paths_are_typed(
    citebound, found, page, tmp_path
):
    (tmp_path / "reports").mkdir()
    page.rename(tmp_path / "reports" / "page.txt")
    citebound("check", "--write-baseline", "known.json", "reports")
    for folder, paths in ((tmp_path, tmp_path / "reports"), (tmp_path / "reports", "../reports/./page.txt")):
        baseline = "known.json" if folder == tmp_path else "../known.json"
        assert {status for _, status in found("--baseline", baseline, paths, cwd=folder)} == {"known"}


def test_what_is_new_stays_new(citebound, found, page):
    citebound("check", "--write-baseline", "known.json", "page.txt")
    page.write_text(page.read_text().replace("UNHCR is not responsible", "UNHCR is responsible"))
    assert [code for code, status in found("--baseline", "known.json", "page.txt") if status == "new"] == [
        "DIS003"
    ]


@pytest.mark.parametrize("content", ["", "[]", '{"schema": "x", "findings": {}}', '{"findings": {}}'])
def test_a_bad_baseline_is_one_line_and_exit_code_2(citebound, page, tmp_path, content):
    (tmp_path / "known.json").write_text(content)
    done = citebound("check", "--baseline", "known.json", "page.txt")
    assert (done.returncode, done.stderr.decode().count("\n")) == (2, 1)
    assert "citebound: known.json: not a baseline" in done.stderr.decode()


def test_a_missing_baseline_says_how_to_make_one(citebound, page):
    done = citebound("check", "--baseline", "gone.json", "page.txt")
    assert (
        done.stderr.decode()
        == "citebound: gone.json: No such file or directory; --write-baseline makes one\n"
    )


def test_fix_corrects_and_leaves_nothing_to_correct(citebound, page):
    before = page.read_text()
    fixed = citebound("check", "--fix", "--format", "json", "page.txt")
    assert b"corrections made" in fixed.stderr
    assert not [f for f in json.loads(fixed.stdout)["findings"] if f["fix"]]
    after = page.read_text()
    assert "Cite as Harrow Institute for Border Studies, Ines Calloway, Orvania" in after
    assert "Disclaimer This is not" in after
    assert (
        after.replace("Ines Calloway, Orvania", "Orvania").replace("Disclaimer This", "DisclaimerThis")
        == before
    )
    assert b"0 corrections made" in citebound("check", "--fix", "page.txt").stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_corrected_file_keeps_its_encoding_and_line_ends(citebound, page, encoding):
    text = page.read_text().replace("\n", "\r\n").replace("Tessaly Post", "Tessály Post")
    page.write_bytes(text.encode(encoding))
    citebound("check", "--fix", "page.txt")
    after = page.read_bytes().decode(encoding)
    assert "Disclaimer This" in after
    assert (
        after.replace("Ines Calloway, Orvania", "Orvania").replace("Disclaimer This", "DisclaimerThis")
        == text
    )


def test_diff_changes_nothing_and_applies(citebound, page, tmp_path):
    before = page.read_bytes()
    patch = citebound("check", "--diff", "page.txt").stdout
    assert page.read_bytes() == before
    subprocess.run(["git", "apply", "--unsafe-paths", "-p1", "-"], input=patch, cwd=tmp_path, check=True)
    by_patch = page.read_bytes()
    page.write_bytes(before)
    citebound("check", "--fix", "page.txt")
    assert page.read_bytes() == by_patch


def test_a_suppression_in_the_sidecar_is_shown_and_does_not_count(citebound, page, tmp_path):
    (tmp_path / "page.txt.citebound.toml").write_text(
        '[[suppress]]\ncodes = ["CIT004"]\nreason = "the house cites publishers only"\n'
    )
    done = citebound("check", "--format", "json", "page.txt")
    (finding,) = [f for f in json.loads(done.stdout)["findings"] if f["code"] == "CIT004"]
    assert (finding["status"], finding["justification"]) == ("suppressed", "the house cites publishers only")
    assert json.loads(done.stdout)["summary"]["warnings"] == 1


def test_an_expired_suppression_counts_again(citebound, found, page, tmp_path):
    (tmp_path / "page.txt.citebound.toml").write_text(
        '[[suppress]]\ncodes = ["CIT004"]\nreason = "for now"\nuntil = 2024-05-31\n'
    )
    in_time, too_late = {"SOURCE_DATE_EPOCH": "1717113600"}, {"SOURCE_DATE_EPOCH": "1717200001"}
    assert ("CIT004", "suppressed") in found("page.txt", env=in_time)
    assert {("CIT004", "new"), ("CFG002", "new")} <= set(found("page.txt", env=too_late))


def test_settings_for_some_paths(found, page, tmp_path):
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.txt").write_bytes(page.read_bytes())
    (tmp_path / "citebound.toml").write_text(
        '[paths."archive/"]\nignore = ["CIT", "SRC"]\nseverity = { DIS007 = "error" }\n'
    )
    assert ("CIT004", "new") in found("page.txt")
    assert {code for code, _ in found("archive")} == {"DIS007"}


def test_only_changed_files(citebound, page, tmp_path):
    def git(*arguments):
        identity = ("-c", "user.name=desk", "-c", "user.email=desk@example.org")
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / "other.txt").write_bytes(page.read_bytes())
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    page.write_text(page.read_text() + "\n")
    (tmp_path / "new.txt").write_bytes(page.read_bytes())
    done = citebound("check", "--format", "json", "--changed-since", "HEAD", ".")
    assert {f["path"] for f in json.loads(done.stdout)["findings"]} == {"page.txt", "new.txt"}
    wrong = citebound("check", "--changed-since", "nowhere", ".")
    assert (wrong.returncode, wrong.stderr.decode()) == (
        2,
        "citebound: --changed-since: there is no revision 'nowhere'\n",
    )


def test_outside_a_repository_changed_files_are_a_clear_error(citebound, page):
    done = citebound(
        "check", "--changed-since", "HEAD", ".", env={"GIT_CEILING_DIRECTORIES": str(page.parent.parent)}
    )
    assert done.returncode == 2
    assert b"not a git repository" in done.stderr


def test_several_processes_find_what_one_finds(citebound, page, tmp_path):
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_bytes(page.read_bytes())
    (tmp_path / "20.txt").write_bytes(b"")
    one = citebound("check", "--format", "json", "--jobs", "1", ".")
    two = citebound("check", "--format", "json", "--jobs", "2", ".")
    assert one.returncode == two.returncode == 3
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr)
    assert json.loads(two.stdout)["summary"]["files"] == 40


def test_statistics_count_by_rule(citebound, page):
    shown = citebound("check", "--statistics", "page.txt").stdout.decode()
    assert "CIT004" in shown
    assert "page.txt" not in shown


def test_diff_shows_all_rounds_of_corrections(citebound, page):
    """An address broken over two lines hides what else is wrong in it until it is whole."""
    broken = page.read_text().replace(
        "refworld.org/docid/65eed1a24.html", "refworld.org/\ndocid/65eed1a24.html"
    )
    page.write_text(broken)
    patch = citebound("check", "--diff", "page.txt").stdout.decode()
    citebound("check", "--fix", "page.txt")
    added = [line[1:] for line in patch.splitlines() if line.startswith("+") and not line.startswith("+++")]
    assert added
    assert set(added) <= set(page.read_text().splitlines())
    assert "refworld.org/docid/65eed1a24.html" in patch


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('# house style\nselect = ["FOO"]\n', "citebound.toml:2: there is no rule or group 'FOO'"),
        ('profile = "nowhere"\n', "citebound.toml:1: there is no profile 'nowhere'"),
        ('template = "none"\n', "citebound.toml:1: there is no template 'none'"),
        (
            '[severity]\nCIT004 = "fatal"\n',
            "citebound.toml:2: 'severity' cannot be 'fatal'; known are error, ",
        ),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(citebound, page, tmp_path, settings, said):
    (tmp_path / "citebound.toml").write_text(settings)
    done = citebound("brief", "page.txt") if "template" in settings else citebound("check", "page.txt")
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert done.stderr.decode().count("\n") == 1


def test_a_wrong_field_of_a_sidecar_is_named_with_its_place(citebound, page, tmp_path):
    (tmp_path / "page.txt.citebound.toml").write_text('[record]\nsymbol = "A"\ntitel = "x"\n')
    done = citebound("check", "page.txt")
    assert done.returncode == 2
    assert (
        "page.txt.citebound.toml:3: records have no field 'titel'; did you mean 'title'?"
        in done.stderr.decode()
    )


def test_supplied_authors_stand_beside_those_of_the_page(citebound, found, page):
    arguments = ("page.txt", "--set", "authors=Ines Callow; Tom Reed")
    authors = json.loads(citebound("record", *arguments).stdout)["fields"]["authors"]
    assert [author["value"] for author in authors] == ["Ines Callow", "Tom Reed"]
    assert authors[0].get("page", authors[1].get("page"))["value"] == "Ines Calloway"
    assert ("CIT043", "new") in found(*arguments)


def test_a_suppression_in_a_comment_has_no_reason_unless_one_is_given(citebound, found, page):
    page.write_text("<!-- citebound: ignore-file CIT004 -->\n" + page.read_text())
    assert ("CFG001", "new") in found("page.txt")


@pytest.mark.parametrize(
    ("name", "entry", "mended"),
    [
        (
            "list.bib",
            "@report{%s, title = {%s}, institution = {Orrin Centre}, date = {2019-05-03}, url = {https://orrin.example/%s?utm_source=x}}\n",
            "https://orrin.example/b}",
        ),
        (
            "list.ris",
            "TY  - RPRT\nID  - %s\nTI  - %s\nPB  - Orrin Centre\nUR  - https://orrin.example/%s?utm_source=x\nER  - \n",
            "https://orrin.example/b\n",
        ),
        (
            "list.json",
            '{"type": "report", "id": "%s", "title": "%s", "publisher": "Orrin Centre", "URL": "https://orrin.example/%s?utm_source=x"}',
            'https://orrin.example/b"',
        ),
    ],
)
def test_every_entry_of_a_reference_list_is_corrected(citebound, tmp_path, name, entry, mended):
    entries = [entry % (key, title, key) for key, title in (("a", "Salt and War"), ("b", "Roads of Tarn"))]
    is_json = name.endswith(".json")
    (tmp_path / name).write_text(f"[{','.join(entries)}]" if is_json else "".join(entries))
    assert b"2 corrections made" in citebound("check", "--fix", name).stderr
    after = (tmp_path / name).read_text()
    assert "utm_source" not in after
    assert mended in after
    assert citebound("check", "--diff", name).stdout == b""


def test_of_a_folder_only_lists_of_references_in_json_are_checked(citebound, tmp_path):
    (tmp_path / "list.json").write_text(
        '[{"type": "report", "title": "Salt and War", "URL": "https://x.example/a?utm_source=x"}]'
    )
    (tmp_path / "map.json").write_text('{"type": "FeatureCollection", "title": "Salt and War"}')
    (tmp_path / "broken.json").write_text("{")
    done = citebound("check", "--format", "json", ".")
    assert done.returncode == 0
    findings = json.loads(done.stdout)
    assert {f["path"] for f in findings["findings"]} == {"list.json"}
    assert findings["summary"]["files"] == 1


def test_a_path_named_twice_is_checked_once(citebound, page):
    once = citebound("check", "--format", "json", "page.txt")
    assert citebound("check", "--format", "json", "page.txt", ".", "./page.txt").stdout == once.stdout


def test_diff_tells_of_findings_and_of_files_that_cannot_be_read(citebound, page, tmp_path):
    page.write_text(page.read_text().replace("UNHCR is not responsible", "UNHCR is responsible"))
    assert citebound("check", "--diff", "page.txt").returncode == 1
    assert citebound("check", "--diff", "--fail-on", "never", "page.txt").returncode == 0
    citebound("check", "--write-baseline", "known.json", "page.txt")
    assert citebound("check", "--diff", "--baseline", "known.json", "page.txt").returncode == 0
    (tmp_path / "empty.txt").write_bytes(b"")
    done = citebound("check", "--diff", "page.txt", "empty.txt")
    assert done.returncode == 3
    assert done.stderr.decode() == "citebound: empty.txt: the file is empty\n"


def test_a_form_feed_ends_no_line_of_a_diff(citebound, page, tmp_path):
    page.write_text(page.read_text().replace("DisclaimerThis", "\fDisclaimerThis", 1))
    patch = citebound("check", "--diff", "page.txt").stdout
    assert b"No newline" not in patch
    subprocess.run(["git", "apply", "--unsafe-paths", "-p1", "-"], input=patch, cwd=tmp_path, check=True)


def test_a_suppression_behind_a_form_feed_covers_its_line(found, page):
    text = page.read_text()
    page.write_text(
        "\f\n\x85\n" + text.replace("\nCite as", "\ncitebound: ignore CIT004: the house's style\nCite as")
    )
    assert ("CIT004", "suppressed") in found("page.txt")


def test_what_is_written_as_known_counts_no_more(citebound, page):
    page.write_text(page.read_text().replace("UNHCR is not responsible", "UNHCR is responsible"))
    done = citebound("check", "--write-baseline", "known.json", "page.txt")
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-1].startswith("nothing new in 1 file (")
