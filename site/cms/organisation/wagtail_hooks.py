"""Registers the organisation in the admin; the logic is elsewhere."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.organisation.log import register_log_actions
from cms.organisation.snippets import OrganisationGroup
from cms.organisation.workspaces import open_changed_workspace

hooks.register("register_log_actions", register_log_actions)
hooks.register("after_create_snippet", open_changed_workspace)
hooks.register("after_edit_snippet", open_changed_workspace)
register_snippet(OrganisationGroup)
