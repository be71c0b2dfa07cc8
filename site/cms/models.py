"""The municipality as citizens see it: name, logo, colour, contact centre and statement pages."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from cms.maps.forms import MapForm
from cms.theme.accent import LEAST_CONTRAST, weakest
from cms.theme.uploads import check_typeface, stored_name

HEX_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


@register_setting(icon="site")
class SiteIdentity(BaseSiteSetting):
    """Who publishes this site. Citizens see the municipality here, not the product's name."""

    name = models.CharField(_("name"), max_length=80, default="Gensvar", help_text=_("The municipality's name: “Trelleborgs kommun”."))
    tagline = models.CharField(_("what the site is called"), max_length=80, blank=True, help_text=_("Beside the name: “Dialog”."))
    tagline_en = models.CharField(_("what the site is called, in English"), max_length=80, blank=True)
    logo = models.ForeignKey(
        "cms_media.SiteImage", verbose_name=_("logo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    accent = models.CharField(_("colour"), max_length=7, blank=True, help_text=_("Such as #0b5d66. Empty: the product's deep teal."))
    typeface = models.FileField(
        _("typeface of headings"),
        upload_to=stored_name,
        blank=True,
        validators=[check_typeface],
        help_text=_("A file of the kind WOFF2, of at most 60 kB, that you may show on the web. Empty: the product's own."),
    )
    contact_name = models.CharField(_("contact centre"), max_length=80, blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    contact_address = models.CharField(_("visiting address"), max_length=160, blank=True)
    contact_hours = models.CharField(_("hours"), max_length=160, blank=True)
    contact_hours_en = models.CharField(_("hours, in English"), max_length=160, blank=True)
    citizen_proposal_url = models.URLField(
        _("citizens' proposals"),
        blank=True,
        help_text=_("Where people make one: the e-service “Medborgarförslag”. Shown beside every answer."),
    )
    public_questions_url = models.URLField(
        _("questions at a meeting"),
        blank=True,
        help_text=_("How people ask those who decide: “Allmänhetens frågestund”. Shown beside every answer."),
    )
    accessibility_page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("accessibility statement"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    privacy_page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("privacy page"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    rules_page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("rules for contributions"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    about_page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("about the site"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    map_outline = models.JSONField(_("border"), default=list, blank=True, editable=False)
    map_source = models.CharField(
        _("source of the border"),
        max_length=160,
        blank=True,
        help_text=_("Named below the map, with its licence: “Statistics Sweden, CC0”."),
    )

    base_form_class = MapForm
    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("name", "tagline", "tagline_en", "logo", "accent", "typeface")],
            heading=_("Identity"),
        ),
        MultiFieldPanel(
            [FieldPanel(f"contact_{part}") for part in ("name", "phone", "email", "address", "hours", "hours_en")],
            heading=_("Contact centre"),
        ),
        MultiFieldPanel(
            [FieldPanel("citizen_proposal_url"), FieldPanel("public_questions_url")], heading=_("What people can do after an answer")
        ),
        MultiFieldPanel(
            [PageChooserPanel(f"{page}_page") for page in ("accessibility", "privacy", "rules", "about")], heading=_("Pages in the footer")
        ),
        MultiFieldPanel([FieldPanel("map_file"), FieldPanel("map_source"), FieldPanel("map_clear")], heading=_("Map")),
    ]

    class Meta:
        verbose_name = _("municipality")

    def clean(self) -> None:
        super().clean()
        if not self.accent:
            return
        if not HEX_COLOUR.fullmatch(self.accent):
            raise ValidationError({"accent": _("Write the colour as # and six digits, such as #0b5d66.")})
        ratio = weakest(self.accent)
        if ratio < LEAST_CONTRAST:
            raise ValidationError(
                {
                    "accent": _("This colour is too pale to be read: its contrast is %(ratio)s : 1, at least %(least)s : 1 is needed.")
                    % {"ratio": number_format(ratio, 1), "least": number_format(LEAST_CONTRAST, 1)}
                }
            )


class TakenAlong(models.Model):
    """A translation that was unpublished with its original, with what was public of it."""

    page = models.OneToOneField("wagtailcore.Page", verbose_name=_("translation"), on_delete=models.CASCADE, related_name="+")
    original = models.ForeignKey("wagtailcore.Page", verbose_name=_("original"), on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(
        "wagtailcore.Revision", verbose_name=_("public words"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("translation taken along")
        verbose_name_plural = _("translations taken along")

    def __str__(self) -> str:
        return f"{self.page_id} ← {self.original_id}"
