"""Registers the organisation in the admin; the logic is elsewhere."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.organisation.log import register_log_actions
from cms.organisation.rooms import open_changed_room
from cms.organisation.snippets import OrganisationGroup

hooks.register("register_log_actions", register_log_actions)
hooks.register("after_create_snippet", open_changed_room)
hooks.register("after_edit_snippet", open_changed_room)
register_snippet(OrganisationGroup)
