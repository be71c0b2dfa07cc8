"""Registers what participation adds to Wagtail; the logic is elsewhere."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from participation.dialogues.admin import guards
from participation.dialogues.admin.css import admin_css
from participation.dialogues.admin.listing import DialogueListing, hide_from_moderators
from participation.feedback import log
from participation.feedback.admin import menu, owed
from participation.feedback.admin import urls as feedback_urls
from participation.feedback.admin.bulk_actions import SORTING
from participation.models import Contribution
from participation.moderation.admin import menu as moderation_menu
from participation.moderation.admin.bulk_actions import MODERATING
from participation.moderation.admin.second_person_actions import SECOND_PERSON_ACTIONS
from participation.moderation.admin.viewset import ContributionViewSet
from participation.permissions import ContributionPolicy
from participation.promises.admin import urls as promise_urls
from participation.promises.admin.menu import promise_buttons
from participation.publication import publish

register_permission_policy(Contribution, ContributionPolicy("participation.Contribution"))

hooks.register("register_log_actions", publish.register_log_actions)
hooks.register("register_log_actions", log.register_log_actions)
hooks.register("register_admin_viewset", DialogueListing)
hooks.register("construct_main_menu", hide_from_moderators)
hooks.register("register_admin_viewset", ContributionViewSet)
for urls in (feedback_urls, promise_urls):
    hooks.register("register_admin_urls", urls.admin_urls)
hooks.register("register_admin_menu_item", menu.menu_item)
hooks.register("register_admin_menu_item", moderation_menu.queue_item)
hooks.register("register_reports_menu_item", moderation_menu.log_item)
hooks.register("register_reports_menu_item", owed.menu_item)
hooks.register("register_page_header_buttons", menu.dialogue_buttons)
hooks.register("register_page_header_buttons", promise_buttons)
for bulk_action in (*MODERATING, *SECOND_PERSON_ACTIONS, *SORTING):
    hooks.register("register_bulk_action", bulk_action)
hooks.register("insert_global_admin_css", admin_css)
hooks.register("before_delete_page", guards.refuse_to_delete)
hooks.register("before_bulk_action", guards.refuse_to_delete_many)
hooks.register("before_create_page", guards.guide_creation)
hooks.register("before_copy_page", guards.guide_copy)
hooks.register("before_move_page", guards.refuse_to_move)
hooks.register("before_edit_page", guards.refuse_early_translation, order=-10)
