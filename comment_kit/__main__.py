"""Run the command line with ``python -m comment_kit``."""

from comment_kit.cli import main

if __name__ == "__main__":
    main()
