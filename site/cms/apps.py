from django.apps import AppConfig


class CmsConfig(AppConfig):
    """The host: base pages, templates and the registries that plugins fill."""

    name = "cms"
    label = "cms"
    verbose_name = "Gensvar"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms import checks, forgetting, signal_handlers, wagtail_internals  # noqa: F401
        from cms.admin import dashboard

        dashboard.register()
        forgetting.register()
        signal_handlers.connect()
        wagtail_internals.clean_all_text()
        wagtail_internals.hide_drafts()
        wagtail_internals.show_history_to_editors()
        wagtail_internals.keep_time_of_the_municipality()
        wagtail_internals.make_spreadsheets_harmless()
        wagtail_internals.ask_for_descriptions()
        wagtail_internals.check_redirects()
        wagtail_internals.keep_translations_drafts()
        wagtail_internals.keep_restrictions_of_translations()
        wagtail_internals.name_workflow_page()
        wagtail_internals.keep_newer_versions()
        wagtail_internals.keep_newer_rows()
        wagtail_internals.make_pages_once()
        wagtail_internals.read_days_as_written()
        wagtail_internals.sort_words_as_swedish()
