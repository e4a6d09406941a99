"""The command `danbiet`: what it takes; the work is in `bot.commands`."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from bot.commands.usage import MISUSED, Command, Group, UnknownCommand
from bot.store.values import Role
from knowledge.errors import DanBietError
from prompts.render import render, tell

app = typer.Typer(
    cls=Group, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)

Json = Annotated[bool, typer.Option("--json")]


@app.command(cls=Command)
def ask(
    question: Annotated[str | None, typer.Argument()] = None,
    place: Annotated[str | None, typer.Option()] = None,
    on: Annotated[str | None, typer.Option()] = None,
    batch: Annotated[Path | None, typer.Option()] = None,
    as_json: Json = False,
) -> None:
    """Answer one question, or each line of a file."""
    from bot.commands.asking import ask as command

    if batch is not None and question is None:
        command.ask_batch(batch, on)
    elif question is not None and batch is None:
        command.ask(question, place, on, as_json)
    else:
        raise command.QuestionOrBatch


@app.command(cls=Command)
def chat() -> None:
    """Talk in the terminal; sets up what is missing first."""
    from bot.commands.asking import chat as command

    command.chat()


@app.command(cls=Command)
def serve() -> None:
    """Answer on every channel that has a token, until told to end."""
    from bot.commands.running import serve as command

    command.serve()


@app.command(cls=Command)
def index() -> None:
    """Bring the index up to date with the documents."""
    from bot.commands.documents import index as command

    command.index()


@app.command(cls=Command)
def add(
    file: Annotated[Path, typer.Argument()],
    resolution_id: Annotated[str, typer.Option("--id")] = "",
    yes: Annotated[bool, typer.Option("--yes")] = False,
    despite: Annotated[str, typer.Option()] = "",
    source: Annotated[str, typer.Option()] = "",
) -> None:
    """Show a document, try what it changes, and take it into use once that is confirmed."""
    from bot.commands.documents import add as command

    command.add(file, command.Wishes(resolution_id, yes, despite, source))


@app.command(cls=Command)
def remove(
    resolution: Annotated[str, typer.Argument()],
    reason: Annotated[str, typer.Option()] = "",
    yes: Annotated[bool, typer.Option("--yes")] = False,
) -> None:
    """Try what changes without a document, and take it out once that is confirmed."""
    from bot.commands.documents import remove as command

    command.remove(resolution, reason, yes=yes)


@app.command(cls=Command)
def versions(as_json: Json = False) -> None:
    """List the versions of the index that are kept, newest first."""
    from bot.commands.documents import versions as command

    command.show(as_json)


@app.command(cls=Command)
def rollback(
    version: Annotated[str, typer.Argument()] = "",
) -> None:
    """Let an earlier version of the index serve until the next one is built on purpose."""
    from bot.commands.documents import versions as command

    command.roll_back(version)


@app.command(cls=Command)
def lint(files: Annotated[list[Path], typer.Argument()], as_json: Json = False) -> None:
    """List what the sources got wrong."""
    from bot.commands.documents import lint as command

    command.lint(files, as_json)


@app.command(cls=Command)
def check(
    folder: Annotated[Path | None, typer.Argument()] = None,
    places: Annotated[bool, typer.Option("--places")] = False,
    as_json: Json = False,
) -> None:
    """List documents that deserve a look, and how many places have no resolution."""
    from bot.commands.documents import check as command

    if places:
        command.check_places(folder, as_json)
    else:
        command.check(folder, as_json)


@app.command(cls=Command)
def show(
    resolution: Annotated[str, typer.Argument()],
    as_json: Json = False,
) -> None:
    """Print the parsed structure of a document."""
    from bot.commands.documents import show as command

    command.show(resolution, as_json)


@app.command(cls=Command)
def evaluate(
    file: Annotated[Path, typer.Argument()],
    baseline: Annotated[Path | None, typer.Option()] = None,
    as_json: Json = False,
) -> None:
    """Run a question set and print how well it was answered."""
    from bot.commands.asking import evaluate as command

    command.evaluate(file, as_json, baseline)


topics = typer.Typer(cls=Group)
app.add_typer(topics, name="topics", invoke_without_command=True)

Provision = Annotated[str, typer.Argument()]
Topic = Annotated[str, typer.Argument()]


@topics.callback()
def list_topics(
    context: typer.Context,
    resolution: Annotated[str | None, typer.Option()] = None,
    machine: Annotated[bool, typer.Option("--machine")] = False,
    as_json: Json = False,
) -> None:
    """List topics with their provisions, and who put them there."""
    from bot.commands.staff import topics as command

    if context.invoked_subcommand is None:
        command.show(resolution, machine, as_json)


@topics.command("check", cls=Command)
def check_answers(
    folder: Annotated[Path | None, typer.Argument()] = None,
) -> None:
    """Hold every plain answer against the texts that it rests on."""
    from bot.commands.staff import topics as command

    command.check(folder)


@topics.command(cls=Command)
def confirm(provision: Provision, topic: Topic) -> None:
    """Say that a provision belongs to a topic."""
    from bot.commands.staff import topics as command

    command.judge(provision, topic, belongs=True)


@topics.command(cls=Command)
def reject(provision: Provision, topic: Topic) -> None:
    """Say that a provision does not belong to a topic."""
    from bot.commands.staff import topics as command

    command.judge(provision, topic, belongs=False)


users = typer.Typer(cls=Group, no_args_is_help=True)
app.add_typer(users, name="users")

AccountName = Annotated[str, typer.Argument()]


@users.command("add", cls=Command)
def add_user(name: AccountName, role: Annotated[Role, typer.Option()]) -> None:
    """Make an account; its password is asked for, or is the first line of the input."""
    from bot.commands.staff import users as command

    command.add(name, role)


@users.command("list", cls=Command)
def list_users() -> None:
    """List every account."""
    from bot.commands.staff import users as command

    command.show()


@users.command("remove", cls=Command)
def remove_user(name: AccountName) -> None:
    """Remove an account."""
    from bot.commands.staff import users as command

    command.remove(name)


@app.command(cls=Command)
def inbox(as_json: Json = False) -> None:
    """List what residents ask the staff, newest first."""
    from bot.commands.staff import inbox as command

    command.show(as_json)


channels = typer.Typer(cls=Group)
app.add_typer(channels, name="channels", invoke_without_command=True)


@channels.callback()
def show_channels(context: typer.Context, as_json: Json = False) -> None:
    """Tell of every channel whether it is configured, reachable, and where it is called."""
    from bot.commands.running import channels as command

    if context.invoked_subcommand is None:
        command.show(as_json)


@channels.command(cls=Command)
def set_webhook() -> None:
    """Tell the platforms of all configured channels to call at PUBLIC_URL."""
    from bot.commands.running import channels as command

    command.set_webhooks()


zalo = typer.Typer(cls=Group, no_args_is_help=True)
app.add_typer(zalo, name="zalo")


@zalo.callback()
def about_zalo() -> None:
    """Keep the name of the group when it has one command."""


@zalo.command(cls=Command)
def login(
    callback: Annotated[str | None, typer.Option()] = None,
    refresh_token: Annotated[bool, typer.Option("--refresh-token")] = False,
) -> None:
    """Get the first pair of tokens of an Official Account, step by step."""
    from bot.commands.running import zalo as command

    command.login(callback, with_refresh_token=refresh_token)


def main() -> None:
    """Run the command line; an error that a person can act on is one sentence and a status."""
    _speak_unicode()
    try:
        status = app(prog_name="danbiet", standalone_mode=False)
    except UnknownCommand as error:
        _refuse(tell(error), MISUSED)
    except (DanBietError, typer.Abort) as error:
        _refuse(tell(error))
    except TyperException as error:
        _refuse(tell(error), error.exit_code)
    except BrokenPipeError:
        _leave()
    except Exception as error:  # noqa: BLE001 - the last place where a fault can be told kindly
        _refuse(_lost_output() or _incident(error))
    else:
        sys.exit(status)


def _refuse(words: str, status: int = 1) -> NoReturn:
    sys.stderr.write(f"{words}\n")
    _leave(status)


def _lost_output() -> str:
    """Return the sentence about help that standard output does not take, "" if it takes it.

    What it did not take is still to be written: a full disk elsewhere is another fault.
    """
    from bot.commands.terminal import OutputLost, flush

    try:
        flush()
    except OutputLost as error:
        return tell(error)
    except BrokenPipeError:
        pass  # nobody reads any more: the fault itself is told
    return ""


def _incident(error: Exception) -> str:
    """Return the sentence about a fault that nobody foresaw, kept for whoever mends it."""
    from bot.config import ROOT
    from bot.serving.incidents import FILE, record

    folder = ROOT / os.environ.get("DATA_DIR", "var")
    return render("terminal/incident", trace_id=record(error, folder), file=folder / FILE)


def _speak_unicode() -> None:
    """Read and write UTF-8 whatever the locale says; bytes that are none are replaced."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _leave(status: int = 1) -> NoReturn:
    """End with `status`, dropping what standard output did not take."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)
