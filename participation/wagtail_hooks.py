"""Registers what participation adds to Wagtail; the logic is elsewhere."""

from wagtail import hooks

from participation.feedback.log import register_log_actions

hooks.register("register_log_actions", register_log_actions)
