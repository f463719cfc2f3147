"""`python -m casus` is the command `casus`."""

from casus.faces.command import main

main()
