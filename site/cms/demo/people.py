"""Invented accounts of the demonstration. Their addresses end in example.org, which nobody owns."""

from dataclasses import dataclass

DEMO_PASSWORD = "gensvar-demo-2026"  # noqa: S105 - printed when the demo is loaded; it never goes into a real database
DEMO_DOMAIN = "example.org"


EVERY_ROLE = ("editor", "publisher", "moderator")


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in."""

    key: str
    first_name: str
    last_name: str
    role: str
    function: str = ""
    administration: str = ""
    is_staff_member: bool = True
    roles: tuple[str, ...] = ()
    coordinates: bool = False
    is_superuser: bool = False

    @property
    def works_in_admin(self) -> bool:
        """Signs in with a second factor."""
        return bool(self.roles or self.coordinates or self.is_superuser)

    @property
    def email(self) -> str:
        return f"{self.key}@{DEMO_DOMAIN}"


ACCOUNTS = (
    Account("admin", "Agneta", "Admin", "administrator: may do everything", "Systemförvaltare", is_superuser=True),
    Account(
        "samordnare",
        "Siri",
        "Samordnare",
        "coordinator: edits every section and the lists, invites people",
        "Dialogsamordnare",
        "kommunledningsforvaltningen",
        coordinates=True,
    ),
    Account(
        "teknik",
        "Tove",
        "Trafik",
        "editor, publisher and moderator, Tekniska serviceförvaltningen",
        "Trafikplanerare",
        "tekniska-serviceforvaltningen",
        roles=EVERY_ROLE,
    ),
    Account(
        "redaktor",
        "Edvin",
        "Redaktör",
        "editor, Tekniska serviceförvaltningen: sends to the publisher",
        "Landskapsarkitekt",
        "tekniska-serviceforvaltningen",
        roles=("editor",),
    ),
    Account(
        "moderator",
        "Maja",
        "Moderator",
        "moderator, Tekniska serviceförvaltningen: edits no page",
        "Kommunikatör",
        "tekniska-serviceforvaltningen",
        roles=("moderator",),
    ),
    Account(
        "samhallsbyggnad",
        "Per",
        "Plan",
        "editor, publisher and moderator, Samhällsbyggnadsförvaltningen",
        "Planarkitekt",
        "samhallsbyggnadsforvaltningen",
        roles=EVERY_ROLE,
    ),
    Account(
        "kultur",
        "Britta",
        "Bibliotek",
        "editor, publisher and moderator, Kultur- och fritidsförvaltningen",
        "Enhetschef för biblioteken",
        "kultur-och-fritidsforvaltningen",
        roles=EVERY_ROLE,
    ),
    Account("medarbetare", "Mona", "Medarbetare", "staff: reads the knowledge hub", "Handläggare", "socialforvaltningen"),
    Account("astrid", "Astrid", "Boende", "citizen with an account", is_staff_member=False),
    Account("yusuf", "Yusuf", "Boende", "citizen with an account", is_staff_member=False),
)
