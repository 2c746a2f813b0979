"""Every briefing is PDF/A-3a and PDF/UA-1, as veraPDF says; `tox -e verapdf` runs this."""

import json
import subprocess

import pytest

MAIN = "org.verapdf.apps.GreenfieldCliWrapper"


@pytest.fixture(scope="module")
def verdicts(verapdf, briefings):
    """What veraPDF says of each file, by standard: both are asked at once."""
    files = sorted(briefings.glob("*.pdf"))
    asked = {}
    for standard in ("3a", "ua1"):
        command = ["java", "-cp", verapdf, MAIN, "-f", standard, "--format", "json", *files]
        asked[standard] = subprocess.Popen(command, stdout=subprocess.PIPE)
    said = {standard: json.loads(process.communicate()[0])["report"] for standard, process in asked.items()}
    return len(files), said


@pytest.mark.parametrize("standard", ["3a", "ua1"])
def test_every_briefing_conforms(verdicts, standard):
    count, said = verdicts
    assert count >= 100
    jobs = said[standard]["jobs"]
    assert len(jobs) == count
    failures = {
        job["itemDetails"]["name"].rpartition("/")[2]: _broken(job)
        for job in jobs
        if not all(result["compliant"] for result in job.get("validationResult", [])) or _broken(job)
    }
    assert failures == {}


def _broken(job):
    """The clauses that a file breaks."""
    if "validationResult" not in job:
        return [job.get("taskException", "could not be read")]
    rules = [rule for result in job["validationResult"] for rule in result["details"]["ruleSummaries"]]
    return [
        f"{rule['specification']} {rule['clause']}-{rule['testNumber']}: {rule['description']}"
        for rule in rules
    ]
