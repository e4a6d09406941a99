"""The base of every error that the project raises on purpose."""


class DanBietError(Exception):
    """A fault that a person can act on: its message is one clear sentence.

    Command-line entry points print the message on standard error and exit with a non-zero status;
    nothing else of the error is shown.
    """
