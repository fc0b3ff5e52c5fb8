"""`make evaluate`: read every labelled message of a folder, and tell what became of them."""

import sys
from pathlib import Path

import click

from benchmarks.understanding.evaluate import evaluate
from benchmarks.understanding.figures import figures
from benchmarks.understanding.floors import breaches, floors_in, write_floors
from benchmarks.understanding.report import misses, report

OWN_CASES = Path(__file__).parents[2] / "tests" / "understanding"


@click.command()
@click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=OWN_CASES,
    metavar="[DIR]",
)
@click.option("--brief", is_flag=True, help="Leave out the list of misses.")
@click.option("--write-floors", "raising", is_flag=True, help="Hold what is measured now.")
def main(*, folder: Path, brief: bool, raising: bool) -> None:
    """Measure the understanding of the messages in DIR, by default the project's own.

    The exit code is 1 where a figure is below its floor in DIR/floors.toml.
    """
    files = evaluate(folder)
    if not files:
        raise click.UsageError(f"There is no file of labelled messages in {folder}.")
    if not brief:
        click.echo("\n".join(misses(files)) + "\n")
    click.echo("\n".join(report(files)))
    measured = {name: figures(verdicts) for name, verdicts in files.items()}
    if raising:
        write_floors(folder, measured)
    below = breaches(floors_in(folder), measured)
    click.echo("".join(f"\nBelow the floor: {one}." for one in below), err=bool(below))
    sys.exit(bool(below))


if __name__ == "__main__":
    main()
