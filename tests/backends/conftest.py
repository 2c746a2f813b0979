"""Runs the steps with settings for a backend."""

import pytest

from citebound.model import Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow


@pytest.fixture(scope="session")
def extract_with():
    """Extracts from a plain text, with settings for plugins."""

    def extract(text, **settings):
        workflow = Workflow(Plugins(settings=settings))
        document = workflow.read(Upload(content=text.encode(), media_type="text/plain"))[0]
        return workflow.extract(document, workflow.describe(document))

    return extract
