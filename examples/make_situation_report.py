"""Writes `examples/situation-report.pdf`, the same bytes each time. Run it from the repository's root."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

TITLE = "Situation Report No. 7: Displacement in Upper Cassin"
HEADER = "Cassin Protection Cluster · Situation Report No. 7"
TEXT = """
#Cassin Protection Cluster
Publication date: 9 October 2024. Reporting period: 1 to 7 October 2024.
##Highlights
An estimated 8,600 people fled the fighting in Upper Cassin during the reporting period, according to local
authorities. The figure has not been verified by the cluster.
On 3 October, armed men attacked a convoy of the Relief Union near Domar, killing two drivers and wounding five
people. No group has claimed responsibility. The Cassin Defence Front denied involvement in a message to the
Highland Press Agency (Highland Press Agency, 4 October; Cassin Today, 5 October).
##Protection concerns
Displaced families in Domar told monitors that boys were being recruited at checkpoints. A local teacher, who
spoke on condition of anonymity, said that at least nine pupils had not returned to school. The governor of Upper
Cassin, Halima Teri, called the reports “a serious matter” and promised an investigation.
The army said that the checkpoints were run by the Cassin Defence Front (CDF). The front rejected the accusation
and claimed that the army had withdrawn from the road in September.
##Access
The road between Domar and Vell remains closed. The Ministry of Transport announced on 6 October that it might
reopen within ten days, weather permitting. The Relief Union suspended deliveries until its staff receive
guarantees from all parties.
##Outlook
More people are likely to move south if the fighting spreads to the Vell valley. The cluster assesses that food
stocks in Domar will probably last until the end of the month.
"""
FOOT = (
    "Disclaimer: The designations used in this report do not imply the expression of any opinion on the part of "
    "the cluster's members. Figures are provisional and may change."
)


def furniture(canvas, document):
    """Draws what stands on each page."""
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, A4[1] - 40, HEADER)
    canvas.drawRightString(A4[0] - 72, 40, f"Page {document.page}")


def story():
    """Yields the parts of the report."""
    styles = getSampleStyleSheet()
    yield Paragraph(TITLE, styles["Title"])
    for block in TEXT.strip().replace("\n#", "\n\n#").split("\n#"):
        for line in _paragraphs(block):
            level = len(line) - len(line.lstrip("#"))
            yield Paragraph(line.lstrip("#"), styles["Heading2"] if level else styles["BodyText"])
    yield Spacer(1, 12)
    yield Paragraph(FOOT, styles["BodyText"])
    yield Paragraph("© 2024 Cassin Protection Cluster", styles["BodyText"])


def _paragraphs(block):
    """A heading is its own paragraph; a line that ends a sentence ends a paragraph."""
    words = []
    lines = block.strip().splitlines()
    if lines:
        yield "#" + lines.pop(0).lstrip("#")
    for line in lines:
        words.append(line)
        if line.endswith("."):
            yield " ".join(words)
            words = []
    if words:
        yield " ".join(words)


if __name__ == "__main__":
    target = Path("examples/situation-report.pdf")
    report = SimpleDocTemplate(
        str(target), pagesize=A4, invariant=1, title=TITLE, author="Cassin Protection Cluster", lang="en"
    )
    report.build(list(story()), onFirstPage=furniture, onLaterPages=furniture)
    print(target)
