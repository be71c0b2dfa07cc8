"""Who gets what, for every address of the site. An address that no row names fails the test."""

from tests.permissions.policies import (
    BAD,
    CLOSED,
    LOGIN,
    MISSING,
    OK,
    POST,
    REFUSED,
    Policy,
    anybody,
    coordinators,
    many,
    nobody,
    only_post,
    site,
    superusers,
)

PAGES = "draft live"
ONLY_MODERATORS = {"editor": (CLOSED, CLOSED), "publisher": (CLOSED, CLOSED), "moderator": (OK, CLOSED)}
NOT_THE_EDITOR = {"editor": (CLOSED, CLOSED)}
ORGANISATION = ("administration", "body", "place", "target_group", "topic")

EXPLORER = [
    Policy("wagtailadmin_explore_root"),
    anybody("wagtailadmin_home wagtailadmin_account wagtailadmin_dismissibles"),
    Policy("wagtailadmin_explore", "section draft live locked outcome"),
    Policy("wagtailadmin_explore_results", "section draft"),
    Policy("wagtailadmin_explore", "section", "q=kanarie&search_all=1"),
    Policy("wagtailadmin_pages:search wagtailadmin_pages:search_results", query="q=kanarie"),
    Policy("wagtailadmin_pages:search", query="q=dialog"),
    anybody("wagtailadmin_api:pages:listing"),
    anybody("wagtailadmin_api:pages:listing", query="search=kanarie"),
    Policy("wagtailadmin_api:pages:listing", "section", "child_of=THING&fields=*", foreign=BAD, roles={"moderator": (BAD, BAD)}),
    Policy("wagtailadmin_api:pages:detail", PAGES),
    only_post("wagtailadmin_api:pages:action", PAGES, foreign=POST, moderated=True),
    anybody("wagtailadmin_api:images:listing wagtailadmin_api:documents:listing"),
    Policy("wagtailadmin_api:images:detail", "image"),
    Policy("wagtailadmin_api:documents:detail", "document"),
    nobody("wagtailadmin_api:pages:find wagtailadmin_api:images:find wagtailadmin_api:documents:find"),
]
PAGE_VIEWS = [
    Policy("wagtailadmin_pages:add wagtailadmin_pages:preview_on_add", "live"),
    Policy("wagtailadmin_pages:add_subpage", "section"),
    Policy("wagtailadmin_pages:type_use wagtailadmin_pages:type_use_results"),
    anybody("wagtailadmin_pages:choose_parent"),
    Policy("wagtailadmin_pages:edit wagtailadmin_pages:usage wagtailadmin_pages:preview_on_edit wagtailadmin_pages:view_draft", PAGES),
    Policy("wagtailadmin_pages:history wagtailadmin_pages:history_results wagtailadmin_pages:workflow_history", PAGES),
    Policy("wagtailadmin_pages:revisions_index wagtailadmin_pages:revisions_view wagtailadmin_pages:revisions_compare", PAGES),
    Policy("wagtailadmin_pages:revisions_revert wagtailadmin_pages:confirm_workflow_cancellation", PAGES),
    Policy("wagtailadmin_pages:copy", PAGES),
    Policy("wagtailadmin_pages:move wagtailadmin_pages:move_confirm", "draft"),
    Policy("wagtailadmin_pages:move wagtailadmin_pages:unpublish wagtailadmin_pages:set_privacy", "live", roles=NOT_THE_EDITOR),
    Policy("wagtailadmin_pages:revisions_unschedule", PAGES, roles=NOT_THE_EDITOR),
    Policy("wagtailadmin_pages:delete", "locked outcome"),
    Policy("wagtailadmin_pages:convert_alias", "alias"),
    Policy("wagtailadmin_pages:workflow_history_detail", "draft"),
    Policy(
        "wagtailadmin_pages:workflow_action wagtailadmin_pages:collect_workflow_action_data wagtailadmin_pages:workflow_preview",
        "draft",
        coordinator=REFUSED,  # the administration's own publishers review it
        roles=NOT_THE_EDITOR,
    ),
    only_post("wagtailadmin_pages:set_page_position wagtailadmin_pages:lock wagtailadmin_pages:unlock", PAGES),
    only_post("wagtailadmin_workflows:remove", PAGES),
    only_post("wagtailadmin_editing_sessions:*", "draft", foreign=POST, moderated=True),
]
CHOOSERS = [
    anybody("wagtailadmin_choose_page admin/choose-page/"),
    anybody("wagtailadmin_choose_page", query="page_type=participation.outcomepage"),
    anybody("wagtailadmin_choose_page", query="user_perms=copy_to"),
    anybody("wagtailadmin_choose_page_child", "section live", foreign=OK),
    Policy("wagtailadmin_choose_page_child", "draft locked outcome alias"),
    anybody("wagtailadmin_choose_page_search", query="q=kanarie"),
    anybody("wagtailadmin_choose_page_search", query="q=dialog"),
    anybody("wagtailadmin_choose_page_chosen_multiple", PAGES, query="id=THING&id=own.section", foreign=OK),
    anybody("admin/choose-page/chosen-multiple/"),
    anybody("wagtailadmin_choose_page_external_link wagtailadmin_choose_page_email_link wagtailadmin_choose_page_phone_link"),
    anybody("wagtailadmin_choose_page_anchor_link wagtailadmin_tag_autocomplete"),
    anybody("wagtailembeds:chooser wagtailembeds:chooser_upload"),
    anybody("wagtailimages_chooser:choose wagtailimages_chooser:choose_results"),
    anybody("wagtaildocs_chooser:choose wagtaildocs_chooser:choose_results"),
    Policy("wagtailimages_chooser:create wagtaildocs_chooser:create"),
    Policy("wagtailimages_chooser:chosen wagtailimages_chooser:select_format", "image"),
    Policy("wagtaildocs_chooser:chosen", "document"),
    anybody("wagtailimages_chooser:chosen_multiple", "image", query="id=THING", foreign=OK),
    anybody("wagtaildocs_chooser:chosen_multiple", "document", query="id=THING", foreign=OK),
    anybody("wagtailadmin_workflows:task_chooser wagtailadmin_workflows:task_chooser_results wagtailadmin_workflows:task_chooser_create"),
    anybody("wagtailadmin_workflows:task_chosen", "task", foreign=OK),  # a task bears the name of an administration
    anybody("wagtailsnippetchoosers_*:choose wagtailsnippetchoosers_*:choose_results wagtailsnippetchoosers_*:chosen_multiple"),
    *(anybody(f"wagtailsnippetchoosers_*_{name.replace('_', '')}:chosen", name) for name in (*ORGANISATION, "method")),
    coordinators("wagtailsnippetchoosers_cms_organisation_*:create"),
    superusers("wagtailsnippetchoosers_knowledge_hub_*:create"),
]
BULK = [
    many("wagtailcore.page", "delete", "locked"),
    many("wagtailcore.page", "move", "draft", "id=THING&id=own.locked"),
    many("wagtailcore.page", "publish", "live", "id=THING&id=own.live", roles=NOT_THE_EDITOR),
    many("wagtailcore.page", "unpublish", "live", "id=THING&id=own.live", roles=NOT_THE_EDITOR),
    many("cms_media.siteimage", "delete", "image", "id=THING&id=own.image"),
    many("cms_media.siteimage", "add_tags", "image", "id=THING&id=own.image"),
    many("cms_media.siteimage", "add_to_collection", "image", "id=THING&id=own.image"),
    many("cms_media.sitedocument", "delete", "document", "id=THING&id=own.document"),
    many("cms_media.sitedocument", "add_tags", "document", "id=THING&id=own.document"),
    many("cms_media.sitedocument", "add_to_collection", "document", "id=THING&id=own.document"),
    *(
        many("cms_accounts.user", action, "account", own=CLOSED, coordinator=CLOSED)
        for action in ("delete", "assign_role", "set_active_state")
    ),
]
FILES = [
    Policy("wagtailimages:index wagtailimages:index_results wagtailimages:add wagtailimages:add_multiple"),
    Policy("wagtailimages:edit wagtailimages:delete wagtailimages:preview wagtailimages:image_usage", "image"),
    nobody("wagtailimages:url_generator wagtailimages:url_generator_output", "image"),
    Policy("wagtaildocs:index wagtaildocs:index_results wagtaildocs:add wagtaildocs:add_multiple"),
    Policy("wagtaildocs:edit wagtaildocs:delete wagtaildocs:document_usage", "document"),
    nobody("wagtailimages:edit_multiple wagtailimages:delete*_multiple wagtailimages:create_multiple*", "image", POST),
    nobody("wagtaildocs:edit_multiple wagtaildocs:delete*_multiple wagtaildocs:create_multiple*", "document", POST),
    superusers("wagtailadmin_collections:*", "collection"),
]
REPORTS = [
    anybody("wagtailadmin_reports:site_history wagtailadmin_reports:site_history_results"),
    anybody("wagtailadmin_reports:site_history", query="export=csv"),
    Policy("wagtailadmin_reports:aging_pages wagtailadmin_reports:aging_pages_results"),
    Policy("wagtailadmin_reports:page_types_usage wagtailadmin_reports:page_types_usage_results admin/reports/page-types-usage/*"),
    Policy("wagtailadmin_reports:workflow wagtailadmin_reports:workflow_results"),
    Policy("wagtailadmin_reports:workflow_tasks wagtailadmin_reports:workflow_tasks_results"),
    Policy("wagtailadmin_reports:aging_pages wagtailadmin_reports:workflow", query="export=csv"),
    Policy("wagtailadmin_reports:locked_pages wagtailadmin_reports:locked_pages_results", roles=NOT_THE_EDITOR),
    anybody("wagtail_localize:translations_report wagtail_localize:translations_report_results admin/localize/reports/translations/*"),
    Policy("wagtailforms:index wagtailforms:index_results"),
    nobody("wagtailforms:list_submissions wagtailforms:list_submissions_results wagtailforms:delete_submissions", PAGES),
]
WORKFLOWS = [
    superusers(
        "wagtailadmin_workflows:index wagtailadmin_workflows:index_results wagtailadmin_workflows:add wagtailadmin_workflows:disable"
        " wagtailadmin_workflows:edit wagtailadmin_workflows:usage wagtailadmin_workflows:usage_results",
        "workflow",
    ),
    superusers(
        "wagtailadmin_workflows:select_task_type wagtailadmin_workflows:task_index wagtailadmin_workflows:task_index_results"
        " wagtailadmin_workflows:edit_task wagtailadmin_workflows:disable_task",
        "task",
    ),
    nobody("wagtailadmin_workflows:enable wagtailadmin_workflows:enable_task", answer=POST),
    nobody("wagtailadmin_workflows:add_task"),
]
TRANSLATING = [
    anybody("wagtail_localize:javascript_catalog"),
    Policy("wagtail_localize:submit_page_translation", "section live", coordinator="ok|refused"),
    Policy("wagtail_localize:update_translations", "translation", coordinator="ok|refused"),
    Policy("wagtail_localize:download_pofile", "translation"),
    Policy("wagtail_localize:preview_translation", "translation", own="ok|missing", coordinator="ok|missing", superuser="ok|missing"),
    only_post("wagtail_localize:upload_pofile wagtail_localize:machine_translate wagtail_localize:stop_translation", "translation"),
    Policy(
        "wagtail_localize:edit_string_translation wagtail_localize:edit_override",
        "translation",
        own="post|missing",
        coordinator="post|missing",
        superuser="post|missing",
    ),
    nobody("wagtail_localize:convert_to_alias cms_convert_to_alias", "section"),
    Policy("cms_synchronise_translations", "translation", coordinator="ok|refused"),
    only_post("cms_upload_pofile", "translation"),
    only_post("cms_send_translation cms_take_back_translation", "section live"),
    nobody("wagtail_localize:submit_snippet_translation wagtail_localize:snippets_api_listing wagtail_localize:snippets_api_detail"),
]
MUNICIPALITY = [
    superusers("wagtailredirects:index wagtailredirects:index_results wagtailredirects:add wagtailredirects:start_import"),
    superusers("wagtailredirects:process_import", superuser="ok|post"),
    superusers("wagtailredirects:edit wagtailredirects:delete", "redirect"),
    coordinators("wagtailsettings:edit", "site", given={"model_name": "siteidentity"}),
    nobody("wagtailsettings:preview_on_edit wagtailsnippets:index"),
    *(coordinators(f"wagtailsnippets_cms_organisation_{name.replace('_', '')}:*", name) for name in ORGANISATION),
    superusers("wagtailsnippets_knowledge_hub_method:*", "method"),
    superusers("wagtaillocales:*", "locale"),
    superusers("wagtailsites:*", "site"),
    coordinators("wagtailusers_users:index wagtailusers_users:index_results wagtailusers_users:edit", "account"),
    coordinators("wagtailusers_users:history wagtailusers_users:history_results wagtailusers_users:usage", "account"),
    coordinators("cms_duties:hand_over", "account", coordinator="ok|refused", superuser="ok|refused"),
    superusers("wagtailusers_users:add wagtailusers_users:delete", "account"),
    Policy("search_misses"),
    coordinators("cms_invitations outbox_admin:outbox"),
    coordinators("cms_invitation_renew cms_invitation_withdraw", coordinator="post|missing", superuser="post|missing"),
    coordinators("outbox_admin:try_again outbox_admin:try_all_again", coordinator="post|missing", superuser="post|missing"),
    superusers("wagtailusers_groups:*", "editors"),
]
PARTICIPATION = [
    Policy(
        "participation_dialogues:index participation_dialogues:index_results participation_dialogues:new participation_dialogues:export"
    ),
    anybody("participation_contributions:list participation_contributions:list_results participation_contributions:code"),
    anybody("participation_contributions:contribution", "contribution pending hidden"),
    Policy("participation_contributions:queue participation_contributions:queue_results", roles=ONLY_MODERATORS),
    anybody("participation_contributions:export participation_contributions:log_export participation_feedback:owed_export"),
    anybody("participation_contributions:export", query="q=kanarie"),
    anybody("participation_contributions:log participation_feedback:owed"),
    Policy("participation_contributions:log_of participation_contributions:log_of_export", "live", roles=ONLY_MODERATORS),
    Policy("participation_feedback:overview participation_feedback:overview_export"),
    Policy("participation_promises:nothing_new", "live draft"),
    Policy("participation_feedback:themes participation_feedback:theme_new participation_feedback:theme_edit", "draft"),
    Policy("participation_feedback:themes_export", "draft"),
    Policy("participation_feedback:theme_merge participation_feedback:theme_delete participation_feedback:decision_*", "draft"),
    only_post(
        "participation_feedback:theme_move participation_feedback:make_outcome participation_feedback:make_follow_up",
        "draft",
        foreign="post|refused|missing",
    ),
]
SITE = [
    site("health style_sheet wagtailadmin_sprite wagtailadmin_javascript_catalog"),
    site("patterns", roles=dict.fromkeys(("anonymous", "citizen", "hub"), (MISSING, MISSING))),
    site("participation:bodies participation:promises participation:receipt participation:how_it_goes"),
    site("participation:body", about="body"),
    site("participation:places"),
    site("participation:place", about="place"),
    site("participation:moderation participation:taking_part"),
    site("following:send_link"),
    site("following:page following:confirm following:leave following:follow following:feed", MISSING),  # no such link, no such thing
    site("participation:confirm_contact", MISSING),
    site("guest_page guest_data guest_erase erased"),
    site("my_page own_data erase logged_in", roles={"anonymous": (LOGIN, LOGIN)}),
    site("knowledge_hub:confirm", POST),
    site("participation:claim", POST, roles={"anonymous": (LOGIN, LOGIN)}),
    site("following:mine", roles={"anonymous": (LOGIN, LOGIN)}),
    site("search search_suggest search_health"),
    site("search", query="q=kanarie"),
    site("worker_health", "503"),  # no worker runs in a test
    site("participation:second_look", MISSING, "hidden"),
    site("cms_outbox:mails cms_outbox:mail cms_outbox:mail_html", MISSING),  # shown by the demo only
    site("typeface", MISSING),  # none is chosen
    site("participation:short_link participation:calendar participation:share_image participation:own_in", MISSING, "draft"),
    site("participation:short_link participation:calendar participation:own_in", OK, "live"),
    site("participation:share_image", MISSING, "live"),  # none is drawn in this world
    site("participation:receipt_detail", MISSING),
    site("participation:support participation:report participation:edit participation:withdraw", OK, "contribution hidden"),
    site("participation:support participation:report participation:edit participation:withdraw", MISSING, "pending"),
    site("participation_comments:new", OK, "live"),
    site("participation_comments:new", MISSING, "draft"),
    site("participation_comments:new_on", MISSING),  # no such thing
    site("participation_comments:reply participation_comments:thread participation_comments:permalink", OK, "contribution hidden"),
    site("participation_comments:reply participation_comments:thread participation_comments:permalink", MISSING, "pending"),
    site("participation_poll:vote participation_poll:voted", OK, "poll"),
    site("participation_poll:vote participation_poll:voted", MISSING, "poll_draft"),
    site("participation_poll:result", MISSING, "poll poll_draft", given={"kind": "csv"}),  # people still vote
    site("cms_media:rendition", MISSING, "image"),
    site("cms_media:document", MISSING, "document"),
    site("wagtail_serve", OK, "live section poll"),
    site("wagtail_serve", MISSING, "draft locked alias outcome poll_draft"),
    site("wagtail_serve", OK, "hub guide", roles={"anonymous": (LOGIN, LOGIN), "citizen": (MISSING, MISSING)}),
]
ACCOUNTS = [
    site("admin/login/ wagtailadmin_login", "login|refused"),  # leads on, or says who may not
    site("admin_session"),  # says nobody, or who oneself is
    Policy("admin_signed_in", moderated=True, outside="login|refused"),
    site("wagtailadmin_password_reset* ^admin/password_reset/"),
    site("_util/login/ wagtailcore_login account_login account_signup account_confirm_login_code", "ok|login|refused"),
    site("account_logout account_inactive account_email_verification_sent account_reset_password* account_confirm_email"),
    site("account_reauthenticate account_email account_change_password account_set_password", roles={"anonymous": (LOGIN, LOGIN)}),
    site("mfa_*", "ok|login|missing|refused|post", roles={"anonymous": ("login|missing|refused|ok", LOGIN)}),
    site("invitation", "410"),  # one answer for every link that opens nothing
    site("wagtailcore_authenticate_with_password", OK, PAGES),  # a form that opens nothing: no page has a password
]
CLOSED_TO_ALL = [
    nobody(
        "admin/failwhale/ wagtailadmin_error_test admin/test404/ admin/^.*/$ wagtailadmin_tag_model_autocomplete wagtailadmin_block_preview"
    ),
    nobody("wagtailadmin_logout", answer=POST),
]

POLICIES: list[Policy] = [
    *EXPLORER,
    *PAGE_VIEWS,
    *CHOOSERS,
    *BULK,
    *FILES,
    *REPORTS,
    *WORKFLOWS,
    *TRANSLATING,
    *MUNICIPALITY,
    *PARTICIPATION,
    *SITE,
    *ACCOUNTS,
    *CLOSED_TO_ALL,
]
