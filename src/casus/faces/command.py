"""The command line. What a command needs is imported when it runs, so that `casus --help` answers at once."""

import sys

import click

from casus.errors import InternalError
from casus.faces.conflicts_command import conflicts
from casus.faces.explain_command import explain
from casus.faces.forbids_command import forbids
from casus.faces.keep_command import keep
from casus.faces.ledger_command import doctor, ledger, verify
from casus.faces.obligations_command import obligations
from casus.faces.positions_command import positions
from casus.faces.read_command import read
from casus.faces.readings import tell
from casus.faces.revise_command import accept, correct, restore, retract, undo
from casus.faces.serve_command import serve
from casus.faces.show_command import changes, show, timeline
from casus.faces.suppose_command import suppose
from casus.faces.world_command import world
from casus.version import __version__

_INTERRUPTED = 130


def main() -> None:
    """Run the command with the process's arguments and exit: 0 done, 1 some file failed, 2 wrong usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = casus.main(prog_name="casus", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        status = _INTERRUPTED
    except Exception as error:  # whatever showing trips over: people get a line, not a traceback
        tell(InternalError.of("what was read could not be shown", error))
        status = 1
    sys.exit(status if isinstance(status, int) else 0)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="casus", message="%(prog)s %(version)s")
def casus() -> None:
    """Read reports of world politics: who said, did, promised, threatened or denied what, on whose word."""


for command in (
    read,
    keep,
    show,
    explain,
    timeline,
    obligations,
    suppose,
    forbids,
    conflicts,
    positions,
    changes,
    correct,
    accept,
    retract,
    restore,
    undo,
    serve,
    verify,
    doctor,
    ledger,
    world,
):
    casus.add_command(command)
