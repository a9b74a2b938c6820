"""``python -m rubrik``: the command line."""

from rubrik.cli import main

main()
