"""Example of the messages."""

from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message

EXAMPLES = {"two": {"messages": [Message(constants.SUCCESS, "You are signed in."), Message(constants.ERROR, "No such code.")]}}
