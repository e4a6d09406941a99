"""The help of the command line, in the words of `prompts/templates/terminal/help`."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

from typer import core

from knowledge.errors import DanBietError
from prompts.render import render

MISUSED = 2
"""The status with which shells expect a command to end that was typed wrongly."""
_INDENT = 26
"""Columns before the words about a parameter or a command."""


class UnknownCommand(DanBietError):
    """No command has the name that was typed; `path` is the command before it."""

    def __init__(self, path: str, name: str) -> None:
        self.path, self.name = path, name
        super().__init__(f"there is no command {path} {name}")


class Command(core.TyperCommand):
    """A command with help in Vietnamese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        formatter.write(f"{_help_page(self, ctx)}\n")


class Group(core.TyperGroup):
    """A group of commands with help in Vietnamese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        formatter.write(f"{_help_page(self, ctx)}\n")

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command that `args` begins with; raise UnknownCommand."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise UnknownCommand(ctx.command_path, args[0])
        return super().resolve_command(ctx, args)


def _help_page(command: Command | Group, ctx: Any) -> str:
    path = " ".join(ctx.command_path.split()[1:])
    subcommands = command.commands if isinstance(command, Group) else {}
    return render(
        "terminal/help/page",
        path=ctx.command_path,
        purpose=render("terminal/help/command", command=path),
        arguments=[
            _label(parameter) for parameter in command.get_params(ctx) if _is_argument(parameter)
        ],
        parameters=[
            _row(
                _label(parameter), "terminal/help/parameter", command=path, parameter=parameter.name
            )
            for parameter in command.get_params(ctx)
        ],
        commands=[
            _row(name, "terminal/help/command", command=f"{path} {name}".strip())
            for name in subcommands
        ],
    )


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _label(parameter: Any) -> str:
    """Return an argument's Vietnamese name, with brackets if it may be left out, or an option."""
    options = ", ".join(parameter.opts)
    if getattr(parameter, "is_flag", False):
        return options
    name = render("terminal/help/name", parameter=parameter.name)
    if not _is_argument(parameter):
        return f"{options} {name}"
    return name if parameter.required else f"[{name}]"


def _row(label: str, template: str, **facts: str) -> str:
    """Return `label` and beside it what it is for, broken between words."""
    width = max(shutil.get_terminal_size().columns, 2 * _INDENT) - _INDENT
    lines = textwrap.wrap(render(template, **facts), width, break_on_hyphens=False)
    return f"  {label:<{_INDENT - 3}} " + f"\n{' ' * _INDENT}".join(lines)
