"""What participation does when something else happens."""


def connect() -> None:
    """Called once, when the apps are ready."""
