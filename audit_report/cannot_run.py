"""What keeps a command from running at all."""


class CannotRunError(Exception):
    """What was asked cannot be done, a file that cannot be opened for one; the message is a sentence for a person."""
