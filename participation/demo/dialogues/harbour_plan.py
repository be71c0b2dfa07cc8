"""Open and extended, reviewed before publication: a detailed plan by a fishing village."""

from participation.demo.schema import Example, Extension, News, Paper, Span, Step, Voice, Way

VOICES = (
    Voice(
        "Båtägare sedan 1978",
        "Två våningar räcker. Med tre ser man inte inloppet från backen, och det är därifrån vi håller koll på båtarna när det blåser.",
        supports=14,
        replies=(Voice("Nyinflyttad", "Fast tre våningar ger hiss, och då kan mina föräldrar bo kvar."),),
    ),
    Voice("Fiskarhustru", "Behåll upplagsplatsen för näten. Ett fiskeläge utan fiske är en kuliss.", supports=19),
    Voice(
        "Badgäst",
        "Var ska vi parkera? I juli står det bilar ända upp till stora vägen.",
        supports=8,
        replies=(
            Voice(
                "Planarkitekten",
                "Trafiken är en av de frågor vi utreder. En räkning görs och redovisas inför granskningen.",
                official="samhallsbyggnad",
            ),
        ),
    ),
    Voice("Ornitolog", "Tänk på strandängen i väster. Där häckar skärfläcka vissa år. Flytta stigen, inte fåglarna.", supports=11),
    Voice("Lokalhistoriker", "De två sjöbodarna närmast kajen är äldst. Skriv in i planen att de ska stå kvar.", supports=16),
    Voice("Ung i Skåre", "bygg hyresrätter också inte bara hus för folk från malmö", supports=12),
    Voice("Villaägare", "Översvämningen i höstas gick tjugo meter in på min tomt. Räkna med högre hav än ni gjort.", pending=True),
    Voice("Anonym", "Undrar om ni läst geologens rapport från hamnföreningen? Lämnar den gärna.", pending=True),
)

EXAMPLE = Example(
    slug="plan-for-hamnkvarteret-i-skare",
    title="Plan för hamnkvarteret i Skåre",
    administration="samhallsbyggnadsforvaltningen",
    editor="samhallsbyggnad",
    published=-30,
    question="Vad ska vi tänka på när vi planerar hamnkvarteret i Skåre?",
    introduction="Förslaget ger plats för ett tjugotal bostäder, en servering och bättre plats för båtar. Det är i samråd nu.",
    kind="statutory_plan",
    level="consult",
    open_to_influence="Hur höga husen får vara och hur de ser ut.\nVar man går, cyklar och parkerar.\nVilka äldre byggnader som ska skyddas.",
    fixed_conditions="Strandskyddet gäller väster om piren.\nHusen ska klara den havsnivå som länsstyrelsen anger.\nHamnen ska finnas kvar som hamn.",
    background=(
        "<p>En detaljplan bestämmer vad som får byggas. Först är det samråd, sedan granskning, och sist bestämmer samhällsbyggnadsnämnden.</p>"
        "<h3>Synpunkt eller yttrande?</h3>"
        "<p>Det du skriver på den här sidan läser vi, och det kommer med i samrådsredogörelsen. Vill du ha rätt att överklaga måste du dessutom "
        "lämna ett <b>skriftligt yttrande</b> med namn och adress till nämnden innan granskningen är slut.</p>"
    ),
    easy_read="Vi gör en plan för hamnen i Skåre.\nPlanen bestämmer vad man får bygga.\nDu kan säga vad du tycker.\nVi läser allt.",
    picture="harbour",
    picture_description="Teckning av en liten hamn med tre segelbåtar, en pir och fyra små hus vid vattnet.",
    target_groups=("fastighetsagare", "boende-pa-annan-ort", "landsbygd", "foreningar"),
    places=("skare",),
    topics=("bostader", "miljo", "trafik"),
    concerns_children="yes",
    mandate=(
        Step(
            "decision",
            -260,
            "Planbesked: arbetet med en detaljplan får börja (exempel)",
            body="samhallsbyggnadsnamnden",
            paragraph="88",
            number="SBN {year-1}/9031",
        ),
        Step("decision", -40, "Beslut om samråd (exempel)", body="samhallsbyggnadsnamnden", paragraph="19", number="SBN {year-1}/9031"),
    ),
    body="samhallsbyggnadsnamnden",
    contact_name="Planarkitekten",
    contact_phone="0410-73 30 00",
    contact_email="samhallsbyggnad@example.org",
    contact_address="Rådhuset, Algatan 13, Trelleborg",
    due=90,
    feedback_form="I samrådsredogörelsen och på den här sidan.",
    publishing="before",
    phases=(Span("Samråd", -27, 11),),
    extension=Extension(announced_last=-3, on=-6),
    other_ways=(
        Way(
            "Lämna ett skriftligt yttrande",
            address="Samhällsbyggnadsnämnden, Trelleborgs kommun, 231 83 Trelleborg",
            hours="Skriv SBN {year-1}/9031, namn och adress",
        ),
        Way("Kom på samrådsmöte", address="Bygdegården i Skåre (exempel)", hours="{Workday+4}, 18–20. Hörslinga finns."),
        Way("Se handlingarna på papper", address="Rådhuset, Algatan 13", hours="Vardagar 8–16"),
    ),
    papers=(
        Paper(
            "plan_map",
            "Plankarta, samrådshandling",
            -30,
            "Den här filen står i stället för en plankarta. Kvarteret och planen är påhittade.",
        ),
        Paper(
            "officer_report",
            "Tjänsteskrivelse: beslut om samråd",
            -44,
            "Förslag till beslut\n\natt godkänna att förslaget till detaljplan skickas på samråd.",
        ),
        Paper("other", "Boverket om detaljplaner", -30, link="https://www.boverket.se/"),
    ),
    news=(
        News(-27, "Samrådet har börjat. Handlingarna finns här och i Rådhuset."),
        News(-6, "Vi förlänger samrådet till och med {day+11}, så att fler hinner komma på mötet i Skåre."),
    ),
    voices=VOICES,
)
