"""Reading a command line: what is wrong in it is said in one sentence."""

import argparse
import sys
from typing import NoReturn

BAD_INPUT = 2


class OneSentenceParser(argparse.ArgumentParser):
    """Leaves the usage to --help: an error is one sentence on standard error, and status 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end the program."""
        print(f"{self.prog}: {message} (see {self.prog} --help)", file=sys.stderr)
        sys.exit(BAD_INPUT)
