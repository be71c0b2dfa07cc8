"""Who gets what, for every address of the site. An address that no row names fails the test.

A row names addresses (with * for any), what they are asked about, and what people are answered:

- ``own``: somebody of the administration about its own thing (or nothing in particular); ``foreign``: the same about another's.
- ``roles`` says where one role is answered otherwise: (own, foreign).
- ``coordinator`` and ``superuser`` are asked about both sides' things, and answered alike.
- Whoever does not work in the admin is led to the login there; rows of the site say ``outside`` for those.

Answers: ``ok`` (a page, or on to the next one), ``login``, ``refused`` (403, or home with a message), ``missing`` (404),
``bad`` (400: asked without what it needs), ``post`` (405: only by POST). ``a|b`` allows either.
"""

from dataclasses import dataclass, field

OK, LOGIN, REFUSED, MISSING, BAD, POST = "ok", "login", "refused", "missing", "bad", "post"
CLOSED = "refused|missing"
WORKERS = ("editor", "publisher", "moderator")


@dataclass(frozen=True)
class Policy:
    """One row of the table."""

    names: str
    about: str = ""
    query: str = ""
    given: dict[str, str] = field(default_factory=dict)
    own: str = OK
    foreign: str = CLOSED
    roles: dict[str, tuple[str, str]] = field(default_factory=dict)
    coordinator: str = OK
    superuser: str = OK
    outside: str = LOGIN

    def answer(self, role: str, *, foreign: bool) -> str:
        """What a role is to be answered."""
        if role in self.roles:
            return self.roles[role][foreign]
        if role in WORKERS:
            return self.foreign if foreign else self.own
        return self.coordinator if role == "coordinator" else self.superuser if role == "superuser" else self.outside


def site(names: str, answer: str = OK, about: str = "", **more: str) -> Policy:
    """A row of the public site: everybody is answered alike."""
    return Policy(names, about, own=answer, foreign=answer, coordinator=answer, superuser=answer, outside=more.pop("outside", answer), **more)


def coordinators(names: str, about: str = "", **more: str) -> Policy:
    """A row that is for coordinators and superusers."""
    return Policy(names, about, own=CLOSED, **more)


def superusers(names: str, about: str = "", **more: str) -> Policy:
    """A row that is for superusers only."""
    return Policy(names, about, own=CLOSED, coordinator=CLOSED, **more)


def nobody(names: str, about: str = "", answer: str = CLOSED) -> Policy:
    """A row that this site has no use for: nobody gets anything."""
    return Policy(names, about, own=answer, foreign=answer, coordinator=answer, superuser=answer)


PAGES = "draft live"
PUBLISHING = {"editor": (REFUSED, CLOSED)}

EXPLORER = [
    Policy("wagtailadmin_home wagtailadmin_explore_root wagtailadmin_account wagtailadmin_dismissibles wagtailadmin_sprite"),
    Policy("wagtailadmin_explore wagtailadmin_explore_results", "section draft live locked outcome"),
    Policy("wagtailadmin_explore", "section", query="q=kanarie&search_all=1"),
    Policy("wagtailadmin_pages:search wagtailadmin_pages:search_results", query="q=kanarie"),
    Policy("wagtailadmin_pages:search", query="q=dialog"),
    Policy("wagtailadmin_api:pages:listing"),
    Policy("wagtailadmin_api:pages:listing", "section", query="child_of=THING&fields=*", foreign=BAD),
    Policy("wagtailadmin_api:pages:listing", query="search=kanarie"),
    Policy("wagtailadmin_api:pages:detail", PAGES),
    Policy("wagtailadmin_api:pages:find wagtailadmin_api:images:find wagtailadmin_api:documents:find", query="id=1", own="ok|missing", coordinator="ok|missing", superuser="ok|missing"),
    Policy("wagtailadmin_api:pages:action", PAGES, own=POST, foreign=POST, coordinator=POST, superuser=POST),
    Policy("wagtailadmin_api:images:listing wagtailadmin_api:documents:listing"),
    Policy("wagtailadmin_api:images:detail", "image", foreign=MISSING),
    Policy("wagtailadmin_api:documents:detail", "document", foreign=MISSING),
]
PAGE_VIEWS = [
    Policy("wagtailadmin_pages:add wagtailadmin_pages:preview_on_add", "live"),
    Policy("wagtailadmin_pages:add_subpage", "section"),
    Policy("wagtailadmin_pages:type_use wagtailadmin_pages:type_use_results wagtailadmin_pages:choose_parent"),
    Policy("wagtailadmin_pages:usage wagtailadmin_pages:edit wagtailadmin_pages:preview_on_edit wagtailadmin_pages:view_draft", PAGES),
    Policy("wagtailadmin_pages:history wagtailadmin_pages:history_results wagtailadmin_pages:workflow_history", PAGES),
    Policy("wagtailadmin_pages:revisions_index wagtailadmin_pages:revisions_view", PAGES),
    Policy("wagtailadmin_pages:revisions_revert wagtailadmin_pages:revisions_compare", PAGES),
    Policy("wagtailadmin_pages:copy wagtailadmin_pages:confirm_workflow_cancellation", PAGES),
    Policy("wagtailadmin_pages:move wagtailadmin_pages:move_confirm", "draft"),
    Policy("wagtailadmin_pages:move wagtailadmin_pages:unpublish wagtailadmin_pages:set_privacy", "live", roles=PUBLISHING),
    Policy("wagtailadmin_pages:revisions_unschedule", PAGES, roles=PUBLISHING),
    Policy("wagtailadmin_pages:delete", "locked outcome"),
    Policy("wagtailadmin_pages:convert_alias", "alias"),
    Policy("wagtailadmin_pages:workflow_history_detail", "draft"),
    Policy(
        "wagtailadmin_pages:workflow_action wagtailadmin_pages:collect_workflow_action_data wagtailadmin_pages:workflow_preview",
        "draft",
        own=REFUSED,
    ),
    Policy(
        "wagtailadmin_pages:set_page_position wagtailadmin_pages:lock wagtailadmin_pages:unlock wagtailadmin_workflows:remove",
        PAGES,
        own=POST,
        coordinator=POST,
        superuser=POST,
    ),
    Policy("wagtailadmin_editing_sessions:ping wagtailadmin_editing_sessions:release", "draft", own=POST, foreign=POST, coordinator=POST, superuser=POST),
]
CHOOSERS = [
    Policy("wagtailadmin_choose_page"),
    Policy("wagtailadmin_choose_page", query="page_type=participation.outcomepage"),
    Policy("wagtailadmin_choose_page", query="user_perms=copy_to"),
    Policy("wagtailadmin_choose_page_child", "section live", foreign=OK),
    Policy("wagtailadmin_choose_page_child", "draft locked outcome alias"),
    Policy("wagtailadmin_choose_page_search", query="q=kanarie"),
    Policy("wagtailadmin_choose_page_search", query="q=dialog"),
    Policy("wagtailadmin_choose_page_chosen_multiple", PAGES, query="id=THING&id=own.section", foreign=OK),
    Policy("wagtailadmin_choose_page_external_link wagtailadmin_choose_page_email_link wagtailadmin_choose_page_phone_link"),
    Policy("wagtailadmin_choose_page_anchor_link wagtailadmin_tag_autocomplete"),
    Policy("wagtailembeds:chooser wagtailembeds:chooser_upload"),
    Policy("wagtailimages_chooser:choose wagtailimages_chooser:choose_results wagtailimages_chooser:create"),
    Policy("wagtaildocs_chooser:choose wagtaildocs_chooser:choose_results wagtaildocs_chooser:create"),
    Policy("wagtailimages_chooser:chosen wagtailimages_chooser:select_format", "image"),
    Policy("wagtaildocs_chooser:chosen", "document"),
    Policy("wagtailimages_chooser:chosen_multiple", "image", query="id=THING", foreign=OK),
    Policy("wagtaildocs_chooser:chosen_multiple", "document", query="id=THING", foreign=OK),
    Policy("wagtailadmin_workflows:task_chooser wagtailadmin_workflows:task_chooser_results wagtailadmin_workflows:task_chosen"),
    Policy("wagtailadmin_workflows:task_chooser_create"),
    Policy("wagtailsnippetchoosers_*:choose wagtailsnippetchoosers_*:choose_results wagtailsnippetchoosers_*:chosen_multiple"),
    *(Policy(f"wagtailsnippetchoosers_*_{name.replace('_', '')}:chosen", name) for name in ("administration", "body", "place", "target_group")),
    *(Policy(f"wagtailsnippetchoosers_*_{name}:chosen", name) for name in ("topic", "method")),
    coordinators("wagtailsnippetchoosers_cms_organisation_*:create"),
    superusers("wagtailsnippetchoosers_knowledge_hub_*:create"),
]
BULK = [
    Policy("wagtail_bulk_action", "locked", query="id=THING", given={"app_label": "wagtailcore", "model_name": "page", "action": "delete"}),
    Policy("wagtail_bulk_action", "draft", query="id=THING&id=own.locked", given={"app_label": "wagtailcore", "model_name": "page", "action": "move"}),
    *(
        Policy("wagtail_bulk_action", "live", query="id=THING&id=own.live", given={"app_label": "wagtailcore", "model_name": "page", "action": action}, roles=PUBLISHING)
        for action in ("publish", "unpublish")
    ),
    *(
        Policy("wagtail_bulk_action", kind, query=f"id=THING&id=own.{kind}", given={"app_label": "cms_media", "model_name": f"site{kind}", "action": action})
        for kind in ("image", "document")
        for action in ("delete", "add_tags", "add_to_collection")
    ),
    *(
        Policy("wagtail_bulk_action", "account", query="id=THING", given={"app_label": "cms_accounts", "model_name": "user", "action": action}, own=CLOSED, coordinator=CLOSED)
        for action in ("delete", "assign_role", "set_active_state")
    ),
]
FILES = [
    Policy("wagtailimages:index wagtailimages:index_results wagtailimages:add wagtailimages:add_multiple"),
    Policy("wagtailimages:edit wagtailimages:delete wagtailimages:url_generator wagtailimages:preview wagtailimages:image_usage", "image"),
    Policy("wagtailimages:url_generator_output", "image"),
    Policy("wagtaildocs:index wagtaildocs:index_results wagtaildocs:add wagtaildocs:add_multiple"),
    Policy("wagtaildocs:edit wagtaildocs:delete wagtaildocs:document_usage", "document"),
    Policy("wagtailimages:*_multiple wagtailimages:create_multiple*", "image", own=POST, foreign=POST, coordinator=POST, superuser=POST),
    Policy("wagtaildocs:*_multiple wagtaildocs:create_multiple*", "document", own=POST, foreign=POST, coordinator=POST, superuser=POST),
    superusers("wagtailadmin_collections:*", "collection"),
]
