"""The mapping KS 2022/206: a real matter, entered as a short record. Nothing here is invented."""

from datetime import date

from participation.demo.schema import Example, Step

EXAMPLE = Example(
    slug="kartlaggning-av-det-demokratiframjande-arbetet",
    title="Kartläggning av det demokratifrämjande arbetet",
    administration="kommunledningsforvaltningen",
    editor="samordnare",
    published=-2,
    question="Hur arbetar kommunkoncernen med delaktighet och dialog?",
    introduction="Kommunstyrelsen ville ha en samlad bild av det demokratifrämjande arbetet i hela kommunkoncernen, i förvaltningar och bolag.",
    picture="town_hall",
    picture_description="Teckning av ett rådhus med torn och ett torg. Fem personer står och pratar på torget.",
    topics=("demokrati",),
    places=("hela-kommunen",),
    body="kommunstyrelsen",
    concerns_children="",
    mandate=(
        Step("initiative", date(2022, 3, 2), "Initiativärende (S)", number="KS 2022/206"),
        Step(
            "decision",
            date(2022, 5, 4),
            "Trelleborg ansluter sig till regeringsuppdraget, nivå 2: följer arbetet och deltar i mån av resurser",
            body="kommunstyrelsen",
            paragraph="114",
            number="KS 2022/206",
        ),
        Step(
            "assignment",
            date(2023, 5, 3),
            "Uppdrag att kartlägga det demokratifrämjande arbetet i kommunkoncernen",
            body="kommunstyrelsen",
            paragraph="136",
            number="KS 2022/206",
        ),
        Step(
            "proposal",
            date(2024, 3, 22),
            "Tjänsteskrivelse: förslag att godkänna kartläggningen och uppmana samtliga nämnder att implementera de delar som bedöms relevanta",
            number="KS 2022/206",
        ),
    ),
    held={
        "when": "2023–2024",
        "by": "Kommunledningsförvaltningen, tillväxt- och näringslivsavdelningen",
        "methods": "Enkäter, dialogmöten och enskilda intervjuer",
        "result": (
            "Det personliga mötet är ofta det bästa, nära medborgarnas vardag. Kontinuerlig information och återkoppling är viktigt. "
            "Varje dialog behöver anpassas efter sakfrågan och den målgrupp som berörs. Kartläggningen föreslår att kompetensen om delaktighet och dialog "
            "stärks, och att förvaltningar och nämnder utbyter mer information och samverkar mer."
        ),
    },
    invented=False,
)
