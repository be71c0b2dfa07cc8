"""Registers the organisation in the admin; the logic is elsewhere."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.organisation.log import register_log_actions
from cms.organisation.snippets import OrganisationGroup

hooks.register("register_log_actions", register_log_actions)
register_snippet(OrganisationGroup)
