"""Closed, and the answer is overdue: a playground in Skegrie."""

from participation.demo.schema import Example, News, Paper, Span, Step, ThemeWords, Voice, Way

VOICES = (
    Voice(
        "Pappa i Skegrie",
        "Sand, vatten och något att klättra i. Mer behövs inte. Lägg hellre pengarna på skugga än på plast.",
        supports=14,
        themes=("natur",),
    ),
    Voice(
        "Klass 2B",
        "Vi vill ha en gunga som alla kan åka samtidigt. Vi vill ha en lång rutschkana. Vi vill ha en koja.",
        supports=26,
        themes=("lek",),
    ),
    Voice(
        "Mormor i huset bredvid",
        "Bra! Men stäng klockan nio, tack. Ljudet bärs över fälten.",
        supports=4,
        themes=("ro",),
        replies=(Voice("Pappa i Skegrie", "En häck mot norr skulle nog räcka långt."),),
    ),
    Voice(
        "Ergoterapeut",
        "Gummiasfalt runt minst en gunga, och ett bord som en rullstol kommer in under. Annars är det en lekplats för några, inte för alla.",
        supports=21,
        themes=("alla",),
    ),
    Voice("Anonym", "Varför Skegrie och inte Alstad? Vi har inte ens en bänk.", supports=7),
    Voice("Skejtaren", "en liten ramp bara", supports=9, themes=("lek",)),
    Voice("Scoutkåren", "Vi kan bygga kojan! Vi har gjort det förr, och då får barnen vara med.", supports=17, themes=("natur", "lek")),
    Voice(
        "Förskolepersonal",
        "Vi går dit varje dag med femton barn. Staket mot vägen är viktigare än alla lekredskap.",
        supports=19,
        themes=("trygg",),
    ),
    Voice("Hundägare", "Sätt en papperskorg. En till. Och en till.", supports=6),
    Voice("Farfar", "Grillplats med tak, så kan vi vara där fast det regnar. Det gör det ju.", supports=8),
)

EXAMPLE = Example(
    slug="ny-lekplats-i-skegrie",
    title="Ny lekplats i Skegrie",
    administration="tekniska-serviceforvaltningen",
    editor="teknik",
    published=-96,
    question="Hur ska den nya lekplatsen i Skegrie bli?",
    introduction="Den gamla lekplatsen är utsliten. Vi bygger en ny, och vill veta vad den ska ha.",
    level="involve",
    open_to_influence="Vad man ska kunna leka.\nVar bänkar, skugga och stigar ska vara.",
    fixed_conditions="Platsen ligger fast.\nDet kostar högst 1,2 miljoner kronor.\nAlla redskap ska uppfylla säkerhetskraven.",
    background="<p>Lekplatsen i Skegrie är från 1990-talet, och flera redskap har tagits bort av säkerhetsskäl. Nästa vår börjar vi bygga en ny.</p>",
    easy_read="Vi bygger en ny lekplats i Skegrie.\nBerätta vad du vill göra där.\nBarn får också svara.",
    picture="playground",
    picture_description="Teckning av en lekplats med gungor och rutschkana på sand, med träd omkring. Två barn leker.",
    target_groups=("barn", "ont-om-tid", "funktionsnedsattning"),
    places=("skegrie",),
    topics=("fritid", "landsbygd"),
    concerns_children="yes",
    mandate=(
        Step(
            "assignment",
            -180,
            "Uppdrag att förnya lekplatsen i Skegrie (exempel)",
            body="tekniska-servicenamnden",
            paragraph="63",
            number="TSN {year-1}/9022",
        ),
    ),
    body="tekniska-servicenamnden",
    contact_name="Landskapsingenjören",
    contact_phone="0410-73 30 00",
    contact_email="teknik@example.org",
    due=-12,
    feedback_form="På den här sidan och med en skylt på lekplatsen.",
    phases=(Span("Berätta vad du vill leka", -90, -55),),
    other_ways=(
        Way("Rita och lägg i lådan", address="Skegrie skolas bibliotek (exempel)"),
        Way("Ring oss", phone="0410-73 30 00", hours="Vardagar 8–16"),
    ),
    papers=(
        Paper(
            "meeting_notes",
            "Minnesanteckningar från ritstunden",
            -70,
            "41 barn ritade. Flest ritade gungor (29), kojor (22) och vatten (17).",
        ),
    ),
    news=(
        News(-90, "Dialogen är öppen."),
        News(-54, "Tack! Vi går igenom vad ni skrivit och ritat, och svarar senast {workday-12}."),
        News(
            -11, "Svaret är försenat. Vi väntar på besked om marken är ren. Det är vi som ligger efter, och vi skriver här så snart vi vet."
        ),
    ),
    voices=VOICES,
    themes=(
        ThemeWords(
            "lek", "Redskap för stora och små", "Ni vill ha gungor för många, en lång rutschkana och något för dem som är äldre än tio."
        ),
        ThemeWords("natur", "Natur i stället för plast", "Ni vill ha sand, vatten, skugga och en koja som går att bygga om."),
        ThemeWords("alla", "En lekplats för alla barn", "Ni vill att barn i rullstol ska kunna leka tillsammans med andra."),
        ThemeWords("trygg", "Staket mot vägen", "Förskolan vill ha staket mot vägen före allt annat."),
        ThemeWords("ro", "Lugn på kvällen", "En granne vill ha tyst efter klockan nio; någon föreslår en häck."),
    ),
)
