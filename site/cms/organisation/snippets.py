"""The organisation in the admin: administrations, bodies, places, target groups and topics."""

from typing import Any

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel, TitleFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup
from wagtail.snippets.widgets import AdminSnippetChooser

from cms.organisation.models import Administration, Body, Place, TargetGroup, Topic
from cms.organisation.views import MergeTopicsView, UndoMergeView


def _names(example: Any) -> Panel:
    return MultiFieldPanel(
        [
            TitleFieldPanel("name", targets=["slug"], help_text=example),
            FieldPanel("name_en", help_text=_("Empty where it is the same.")),
            FieldPanel("slug", help_text=_("The last part of its address on this site.")),
        ],
        heading=_("Name"),
    )


def _dates(example: Any) -> Panel:
    return MultiFieldPanel(
        [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]), FieldPanel("successors", help_text=example)],
        heading=_("Time"),
        help_text=_("Old dialogues keep it. New ones can choose it only while it exists."),
    )


_MERGED_PLACE = _("Where it was merged with another one: whoever follows it hears of that place instead.")


class OrganisationChooser(AdminSnippetChooser):
    """Names what is chosen, and leads not to its form: most of those who choose may not change it."""

    show_edit_link = False


class OrganisationChooserViewSet(SnippetChooserViewSet):
    base_widget_class = OrganisationChooser


class OrganisationViewSet(SnippetViewSet):
    """What all five share: found by either name, never copied (names are unique)."""

    chooser_viewset_class = OrganisationChooserViewSet
    search_fields = ["name", "name_en"]
    copy_view_enabled = False
    list_per_page = 50


class AdministrationViewSet(OrganisationViewSet):
    model = Administration
    icon = "home"
    list_display = ["name", "kind", "valid_from", "valid_to"]
    list_filter = ["kind"]
    panels = [
        _names(_("As in its decisions: “Tekniska serviceförvaltningen”.")),
        FieldPanel("kind"),
        _dates(_("The administration that goes on with its work, when it has ended.")),
    ]


class BodyViewSet(OrganisationViewSet):
    model = Body
    icon = "clipboard-list"
    list_display = ["name", "abbreviation", "kind", "administration", "valid_to"]
    list_filter = ["kind", "administration"]
    panels = [
        _names(_("As in its minutes: “Tekniska servicenämnden”.")),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("abbreviation")]),
        FieldPanel("administration", help_text=_("The administration that prepares its matters.")),
        MultiFieldPanel(
            [
                FieldPanel("summary", help_text=_("One or two sentences: “Streets, parks, water and waste.”")),
                FieldPanel("summary_en"),
                FieldPanel("contact"),
            ],
            heading=_("For citizens"),
        ),
        MultiFieldPanel([FieldPanel("privacy_notice"), FieldPanel("privacy_notice_en")], heading=_("Privacy")),
        _dates(_("The body that takes over its matters: committees are merged and renamed between terms.")),
    ]


class PlaceViewSet(OrganisationViewSet):
    model = Place
    icon = "site"
    list_display = ["name", "kind", BooleanColumn("is_active", label=_("Can be chosen"))]
    list_filter = ["kind", "is_active"]
    panels = [
        _names(_("As people call it: “Gislövs läge”.")),
        FieldPanel("kind"),
        FieldPanel("is_active"),
        FieldPanel("merged_into", help_text=_MERGED_PLACE),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("latitude", help_text=_("Degrees north: 55.37514.")),
                        FieldPanel("longitude", help_text=_("Degrees east: 13.15691.")),
                    ]
                )
            ],
            heading=_("On the map"),
            help_text=_(
                "In WGS84, as maps on the web give it where you press for a while. Empty: it stands in the list beside the map only."
            ),
        ),
    ]


class TargetGroupViewSet(OrganisationViewSet):
    model = TargetGroup
    icon = "group"
    list_display = ["name", "barriers", "order", BooleanColumn("is_active", label=_("Can be chosen"))]
    list_filter = ["is_active"]
    ordering = ["order", "name"]
    panels = [
        _names(_("Whom you want to reach: “Youth, 13–25”.")),
        MultiFieldPanel(
            [
                FieldPanel("barriers", help_text=_("What keeps them away: “They see no effect; formal language.”")),
                FieldPanel("barriers_en"),
            ],
            heading=_("Barriers"),
        ),
        MultiFieldPanel(
            [FieldPanel("helps", help_text=_("What to do about it: “Short, on the phone, and a quick answer.”")), FieldPanel("helps_en")],
            heading=_("What helps"),
        ),
        FieldRowPanel([FieldPanel("order", help_text=_("Low numbers come first.")), FieldPanel("is_active")]),
    ]


class TopicIndexView(IndexView):
    """The list of topics, with the doors to merging two of them and to undoing it."""

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons = list(super().header_more_buttons)
        if self.permission_policy.user_has_permission(self.request.user, "change"):
            merge = reverse(Topic.snippet_viewset.get_url_name("merge"))
            buttons.append(HeaderButton(label=_("Merge two topics"), url=merge, icon_name="resubmit", priority=10))
            undo = reverse(Topic.snippet_viewset.get_url_name("undo_merge"))
            buttons.append(HeaderButton(label=_("Undo a merge"), url=undo, icon_name="undo", priority=20))
        return buttons


class TopicViewSet(OrganisationViewSet):
    model = Topic
    icon = "tag"
    index_view_class = TopicIndexView
    list_display = ["name", "name_en", BooleanColumn("is_active", label=_("Can be chosen")), Column("merged_into", label=_("Merged into"))]
    list_filter = ["is_active"]
    panels = [_names(_("Broad enough to be used again: “Roads and traffic”.")), FieldPanel("is_active")]

    def get_urlpatterns(self) -> list[Any]:
        facts = {"permission_policy": self.permission_policy, "index_url_name": self.get_url_name("list")}
        merge, undo = (self.construct_view(view, **facts) for view in (MergeTopicsView, UndoMergeView))
        return [*super().get_urlpatterns(), path("merge/", merge, name="merge"), path("undo-merge/", undo, name="undo_merge")]


class OrganisationGroup(SnippetViewSetGroup):
    """One entry in the menu."""

    items = (AdministrationViewSet, BodyViewSet, PlaceViewSet, TargetGroupViewSet, TopicViewSet)
    menu_label = _("Organisation")
    menu_icon = "group"
    menu_order = 190
