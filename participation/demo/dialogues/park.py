"""Answered, not followed up yet: a park in Västra Sjöstaden."""

from participation.demo.schema import Example, News, OutcomeWords, Reply, Ruling, Span, Step, ThemeWords, Voice, Way

EXAMPLE = Example(
    slug="parken-i-vastra-sjostaden",
    title="Parken i Västra Sjöstaden",
    administration="samhallsbyggnadsforvaltningen",
    partners=("tekniska-serviceforvaltningen",),
    editor="samhallsbyggnad",
    published=-211,
    question="Vad ska finnas i parken i Västra Sjöstaden?",
    introduction="Innan kvarteren ritas färdigt bestämmer vi vad parken ska rymma. Börja med det du saknar i stan i dag.",
    level="involve",
    open_to_influence="Vad parken rymmer, och hur man rör sig genom den.\nVad som ska få växa.",
    fixed_conditions="Parkens gränser är bestämda.\nDen ska kunna ta hand om vatten vid skyfall.",
    background="<p>Parken blir den nya stadsdelens mitt. Vi ritar den före husen, så att den inte blir det som blev över.</p>",
    easy_read="En ny stadsdel får en park.\nVad vill du göra i parken?",
    picture="park",
    picture_description="Teckning av en park med en damm, träd och en rad hus bakom. En vuxen och ett barn står vid vattnet.",
    target_groups=("barn", "aldre", "foreningar"),
    places=("vastra-sjostaden",),
    topics=("fritid", "miljo", "bostader"),
    concerns_children="yes",
    mandate=(
        Step(
            "assignment",
            -240,
            "Uppdrag att ta fram ett program för parken (exempel)",
            body="samhallsbyggnadsnamnden",
            paragraph="52",
            number="SBN {year-1}/9018",
        ),
    ),
    body="samhallsbyggnadsnamnden",
    contact_name="Stadsträdgårdsmästaren",
    contact_phone="0410-73 30 00",
    contact_email="samhallsbyggnad@example.org",
    due=-80,
    feedback_form="På den här sidan och på en utställning i Rådhuset.",
    phases=(Span("Börja med en tom park", -203, -162),),
    other_ways=(Way("Bygg i lera", address="Öppet hus i Rådhuset", hours="Hölls två lördagar"),),
    news=(
        News(-203, "Dialogen är öppen."),
        News(-119, "Så här läser vi era synpunkter: se “Så blev det”."),
        News(-84, "Nämnden har beslutat."),
    ),
    voices=(
        Voice("Odlare", "Kolonilotter till dem som bor i lägenhet. Kön till de gamla är åtta år.", supports=25, themes=("odla",)),
        Voice("Vattenmänniska", "En damm som får vara damm, inte en fontän som är avstängd halva året.", supports=18, themes=("vatten",)),
        Voice(
            "Basketlaget",
            "En plan med asfalt och två korgar. Vi är trettio som spelar varje kväll och får köra till Malmö.",
            supports=34,
            themes=("spel",),
        ),
        Voice(
            "Pensionär",
            "Boule. Och en toalett som är öppen.",
            supports=29,
            themes=("spel", "toalett"),
            replies=(Voice("Ingrid", "Toaletten först, boulen sen.", supports=12),),
        ),
        Voice("Hundrastgård nu", "Hundrastgård! Finns ingen väster om stationen.", supports=16, themes=("hund",)),
        Voice("Allergiker", "Inte björk, snälla. Jag kan inte gå ut i april som det är.", supports=14, themes=("vaxt",)),
        Voice("Biodlare", "Lind, sälg och ängar. Då kommer bina av sig själva.", supports=13, themes=("vaxt",)),
        Voice("Tonårsmamma", "Ett ställe under tak där fjortonåringar får vara utan att köpa något.", supports=31, themes=("tak",)),
        Voice("Förskola", "Kulle att rulla nerför. Inget mer behövs för en treåring.", supports=22, themes=("kulle",)),
        Voice("Grannen", "Jag är rädd för skyfallen. Bygg parken lägre än husen.", supports=20, themes=("vatten",)),
        Voice(
            "Tvåspråkig",
            "Please put signs in more than Swedish. My mother reads English and Dari.",
            supports=9,
            themes=("skylt",),
            language="en",
        ),
    ),
    themes=(
        ThemeWords("odla", "Odling", "Ni vill odla. Kön till kolonilotterna är lång."),
        ThemeWords("vatten", "Vatten på riktigt", "Ni vill ha en damm med liv, och ni är oroliga för skyfall."),
        ThemeWords("spel", "Basket och boule", "Basketlaget och pensionärerna vill båda ha en plan."),
        ThemeWords("toalett", "En toalett som är öppen", "Utan toalett stannar ingen länge."),
        ThemeWords("hund", "Hundrastgård", "Ett förslag är en rastgård väster om stationen."),
        ThemeWords("vaxt", "Vad som får växa", "Ni vill ha växter för bin, men inte björk."),
        ThemeWords("tak", "Ett tak för tonåringar", "Föräldrar vill att unga ska kunna vara ute i regn utan att köpa något."),
        ThemeWords("kulle", "En kulle", "Förskolan vill ha en kulle att rulla nerför."),
        ThemeWords("skylt", "Skyltar på fler språk", "Skyltar behövs på fler språk än svenska."),
    ),
    outcome=OutcomeWords(
        in_one_sentence="Två ville ha en damm med liv. Dammen blev dubbelt så stor.",
        introduction="Elva synpunkter, 63 lerparker och två skolklasser. Mest ändrade ni vattnet och taket.",
        steps=(("said", -119), ("decided", -84)),
        rulings=(
            Ruling(
                "program", "samhallsbyggnadsnamnden", -86, "33", "SBN {year-1}/9018", "Nämnden godkände programmet för parken. (Exempel.)"
            ),
        ),
        answers=(
            Reply(
                "vatten",
                "changed",
                "Dammen blev dubbelt så stor och tar emot vattnet från hela stadsdelen vid skyfall.",
                "good_idea",
                "program",
            ),
            Reply(
                "tak", "changed", "Ett tak med el och ljus ställs vid planen. Vi frågar unga igen när det ritas.", "good_idea", "program"
            ),
            Reply(
                "spel", "partly", "Basket får plats. Boulen hamnar i Östervångsparken, där den redan är efterfrågad.", "conflict", "program"
            ),
            Reply("toalett", "changed", "En toalett som är öppen dygnet runt är med i programmet.", "good_idea", "program"),
            Reply("odla", "partly", "Tolv lotter i lådor får plats. Fler skulle ta gräsmattan från alla andra.", "conflict", "program"),
            Reply(
                "kulle", "changed", "Massorna från dammen blir en kulle på fyra meter. Den kostade ingenting extra.", "good_idea", "program"
            ),
            Reply(
                "vaxt",
                "already",
                "Björk planteras inte längre av kommunen, och lind och sälg var redan med i växtlistan.",
                "earlier_decision",
            ),
            Reply(
                "hund",
                "not",
                "Rastgården skulle ligga tjugo meter från förskolans gård. Vi söker en annan plats väster om stationen.",
                "conflict",
                "program",
            ),
            Reply("skylt", "changed", "Skyltarna får bilder och text på tre språk.", "good_idea", "program"),
        ),
        closing="<p>Bygget börjar när kvarteren är klara att bygga. En uppföljning läggs upp då, med vad som ska göras och när.</p>",
    ),
)
