"""Open, with many threads: safe ways to school."""

from participation.demo.dialogues.school_ways_voices import VOICES
from participation.demo.schema import COMMENT, SUPPORT, VOTE, Example, News, Paper, Span, Step, Way

EXAMPLE = Example(
    slug="trygga-skolvagar",
    title="Trygga skolvägar",
    administration="tekniska-serviceforvaltningen",
    editor="teknik",
    published=-24,
    question="Hur ska barn komma tryggt till skolan?",
    introduction="Fler barn ska kunna gå och cykla till skolan på egen hand. Berätta var det känns otryggt, och vad som skulle hjälpa.",
    level="consult",
    open_to_influence=(
        "Vilka platser vi bygger om, och i vilken ordning.\n"
        "Vad vi gör på varje plats: övergång, gupp, belysning, avsmalning eller något annat.\n"
        "Om det ska finnas platser där barn släpps av en bit från skolan."
    ),
    fixed_conditions=(
        "Pengarna räcker till ungefär sex platser nästa år.\n"
        "Skolornas upptagningsområden och skoltider ändras inte här.\n"
        "På de statliga vägarna bestämmer Trafikverket om hastigheten. Där kan vi bara föreslå."
    ),
    background=(
        "<p>Varannan bil i morgontrafiken vid våra skolor är på väg för att lämna ett barn. Ju fler som skjutsar, desto otryggare blir det "
        "för dem som går och cyklar. Vi vill vända på det.</p>"
        "<p>Vi har räknat trafik vid sju skolor och gått skolvägarna tillsammans med elevråden. "
        "Nu vill vi höra dig som går, cyklar, kör eller bor längs vägarna.</p>"
        "<h3>Så används svaren</h3>"
        "<p>Vi läser allt, sorterar det i teman och skriver ett förslag till ordning. Tekniska servicenämnden beslutar. "
        "Du ser på den här sidan vad som kom med, vad som inte gjorde det och varför.</p>"
    ),
    easy_read=(
        "Vi vill att barn ska kunna gå och cykla till skolan.\n"
        "Det ska vara tryggt.\n"
        "Berätta för oss var det är farligt.\n"
        "Berätta vad som kan bli bättre.\n"
        "Du behöver inte ha ett konto.\n"
        "Du kan också ringa eller skicka brev."
    ),
    picture="school_way",
    picture_description="Teckning av en väg med övergångsställe och gångbana fram till en skola. Tre barn är på väg dit.",
    target_groups=("barn", "unga", "ont-om-tid", "funktionsnedsattning"),
    places=("trelleborg", "gislovs-lage-och-simremarken", "skegrie"),
    topics=("trafik", "skola", "trygghet"),
    concerns_children="yes",
    mandate=(
        Step("initiative", -214, "Skrivelse från elevråden vid två skolor (exempel)", number="TSN {year-1}/9014"),
        Step(
            "assignment",
            -131,
            "Uppdrag att föreslå tryggare skolvägar (exempel)",
            body="tekniska-servicenamnden",
            paragraph="41",
            number="TSN {year-1}/9014",
        ),
    ),
    body="tekniska-servicenamnden",
    contact_name="Trafikplaneraren",
    contact_phone="0410-73 30 00",
    contact_email="teknik@example.org",
    contact_address="Rådhuset, Algatan 13, Trelleborg",
    due=75,
    feedback_form="På den här sidan, och på ett möte med elevråden.",
    phases=(
        Span("Berätta vad du tycker", -21, 19, (COMMENT, SUPPORT, VOTE)),
        Span("Visa vad du håller med om", 20, 26, (SUPPORT,)),
    ),
    other_ways=(
        Way("Ring oss", phone="0410-73 30 00", hours="Vardagar 8–16. Säg att det gäller skolvägar."),
        Way("Skriv ett brev", address="Trelleborgs kommun, Tekniska serviceförvaltningen, 231 83 Trelleborg"),
        Way("Kom förbi när du hämtar", address="Ett tält på Kastanjeskolans skolgård (påhittad skola)", hours="{Workday+6}, 15–17.30"),
    ),
    papers=(
        Paper(
            "officer_report",
            "Tjänsteskrivelse: tryggare skolvägar",
            -140,
            "Förslag till beslut\n\natt uppdra åt tekniska serviceförvaltningen att föreslå i vilken ordning skolvägar byggs om, och\n"
            "att förslaget tas fram i dialog med barn, föräldrar och boende.",
        ),
        Paper(
            "child_impact",
            "Prövning av barnets bästa",
            -60,
            "Förslaget berör barn i årskurs F–9. Elevråden har gått sina skolvägar med oss och pekat ut 23 platser.\n"
            "Barnens tre viktigaste önskemål är lägre fart, fler övergångar och ljus på gångvägarna.",
        ),
        Paper(
            "decision_basis",
            "Trafikräkning vid sju skolor",
            -45,
            "Räknat en vecka, klockan 7.30–8.15. Mellan 38 och 57 procent av bilarna lämnade barn.\n"
            "Medelhastigheten låg 6–11 km/h över den skyltade på fyra av sju gator.",
        ),
    ),
    news=(
        News(-21, "Dialogen är öppen. Vi läser varje vardag och svarar på frågor inom två dagar."),
        News(-7, "Vi har träffat elevråden igen. De vill att ni vuxna också skriver vad ni gör om ni kör till skolan."),
    ),
    voices=VOICES,
)
