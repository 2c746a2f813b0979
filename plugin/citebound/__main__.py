"""`python -m citebound`."""

from citebound.cli import main

main(prog_name="citebound")
