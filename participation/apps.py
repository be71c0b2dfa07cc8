from typing import Any

from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

from cms.logs import SecretAddress, secret_addresses
from cms.plugins import SitePlugin

# What follows in these addresses is a link of a mail, or a receipt code.
SECRET_ADDRESSES = {
    "participation.contact": "_/contributions/told",
    "participation.receipt": "kvitto",
    "participation.receipt_in_english": "receipt",
}


class ParticipationPlugin(SitePlugin):
    """Dialogues, what people say in them, and what becomes of it; the host of the methods."""

    name = "participation"
    label = "participation"
    verbose_name = _("Participation")
    version = "0.1.0"
    summary = _("Dialogues, contributions, answers, outcomes and follow-ups.")
    urls = "participation.urls"

    def setup_site(self, front: Any) -> None:
        """The index of dialogues, in every language."""
        from cms.setup import Words, ensure_page
        from participation.models import DialogueIndexPage

        known = DialogueIndexPage.objects.child_of(front).first()
        words = {"sv": Words("Dialoger", "dialoger"), "en": Words("Dialogues", "dialogues")}
        ensure_page(front, DialogueIndexPage, words, page=known, show_in_menus=True)

    def open_workspace(self, administration: Any) -> list[Any]:
        """The administration's section, in every language."""
        from participation.dialogues.sections import open_section

        return open_section(administration)

    def load_demo(self, demo: Any) -> None:
        """Dialogues in every state, with what people said and what became of it."""
        from participation.demo.loading import load
        from participation.registry import all_methods

        load(demo)
        for method in all_methods():
            method.demo(demo)

    def ready(self) -> None:
        from participation import registry, signal_handlers, site_sections
        from participation.commitments import page_view as follow_up_view  # noqa: F401
        from participation.contributions import personal_data
        from participation.dashboard import panels
        from participation.dialogues import feeds, listing  # noqa: F401
        from participation.feedback import dialogue_page  # noqa: F401
        from participation.feedback import page_view as outcome_view  # noqa: F401
        from participation.news import registration
        from participation.promises import duties, reminders
        from participation.receipts import mail as receipt_mail
        from participation.search import registration as search
        from participation.sharing import images

        autodiscover_modules("method")
        site_sections.register()
        panels.register()
        personal_data.register()
        registration.register()
        receipt_mail.register()
        duties.register()
        reminders.register()
        images.register()
        search.register()
        search.connect()
        registry.register_declarations()
        for name, path in SECRET_ADDRESSES.items():
            secret_addresses.register(SecretAddress(name, path))
        signal_handlers.connect()
