"""Guides for the work before people are asked."""

from knowledge_hub.demo.schema import Guide

SHOULD_WE = Guide(
    title="Ska vi ha en dialog?",
    slug="ska-vi-ha-en-dialog",
    stage="decide",
    summary="Åtta frågor som avgör om ni ska fråga, eller om det är ärligare att informera.",
    good_when=(
        "Ett förslag eller en större förändring påverkar människor, och någon i förvaltningen eller nämnden säger: borde vi inte fråga?\n\n"
        "Kommunfullmäktiges principer säger att dialog alltid ska övervägas när ett förslag berör medborgarna. De säger också att frågan "
        "måste gå att påverka och att det är de förtroendevalda som beslutar om dialogen."
    ),
    not_when=(
        "Beslutet är redan fattat. Då är det information: kalla det så, och lägg omsorgen på att förklara.\n\n"
        "Frågan gäller en enskild persons ärende. Då är det inte en dialog utan handläggning."
    ),
    time_needed="En timme med två kollegor",
    effort="small",
    to_bring="Ärendets tidplan, nämndens sammanträdesdagar och det ni redan vet från synpunkter, medborgarförslag och tidigare dialoger.",
    steps=(
        (
            "Skriv frågan i en mening",
            "Skriv den så att en granne förstår den. Går det inte att skriva den i en mening är det ofta två frågor. Ställ i så fall den "
            "som människor kan svara på först.",
        ),
        (
            "Dela upp: vad är öppet, vad ligger fast?",
            "Gör två listor. Det öppna ska vara sådant som någon kan ändra på grund av svaren. Det som ligger fast är lagar, budget, "
            "tidigare beslut. Är den öppna listan tom ska ni informera i stället.",
        ),
        (
            "Ta reda på vem som beslutar, och när",
            "Räkna bakåt från sammanträdet. Materialet ska vara klart fyra till sex veckor innan det går till nämnden. Räcker tiden inte "
            "till att läsa och väga svaren är det för sent.",
        ),
        (
            "Fråga beslutsfattarna",
            "Är de beredda att låta sig påverkas? Vill de veta vad människor värderar och prioriterar? Ett nej här är ett besked: "
            "informera då, och låtsas inte fråga.",
        ),
        (
            "Välj nivå, och skriv löftet",
            "Information, konsultation, dialog, inflytande eller medbeslutande. Högre är inte bättre. Skriv löftet som en mening som ni "
            "kan hålla: ”Vi frågar, och redovisar hur svaren påverkade beslutet.”",
        ),
        (
            "Se efter om någon annan frågar samma människor",
            "Titta i listan över dialoger: samma ort, samma målgrupp, samma månad? Ring kollegan och gör det tillsammans.",
        ),
    ),
    checklist=(
        "Frågan står i en mening.",
        "Det öppna och det fasta är skrivet i två listor.",
        "Vi vet vem som beslutar och vilken dag.",
        "Beslutsfattarna har sagt att svaren kan ändra något.",
        "Vi vet vilka som berörs, och om barn är bland dem.",
        "Nivån är vald, och löftet är en mening.",
        "Det finns tid: minst fyra veckor från svar till beredning.",
        "Vi har läst vad som redan sagts i tidigare dialoger och synpunkter.",
        "Om svaret blev nej: vi informerar i stället, och säger det.",
    ),
    methods=("info_meeting",),
    target_groups=(),
    owner="samordnare",
    review_in=200,
)

PLAN = Guide(
    title="Planera dialogen",
    slug="planera-dialogen",
    stage="plan",
    summary="Från uppdrag till inbjudan: mål, målgrupper, två metoder, tidplan och ett datum för svaret.",
    good_when=(
        "Ni har bestämt er för att fråga, och det finns ett uppdrag eller ett skäl till att det inte behövs.\n\n"
        "Planen behöver inte vara lång. Två sidor som alla inblandade har läst är bättre än tjugo som ingen minns."
    ),
    not_when="Frågan är inte formulerad än. Börja då med guiden ”Ska vi ha en dialog?”.",
    time_needed="Två till tre dagar, fördelat på två veckor",
    effort="medium",
    to_bring="Uppdraget med datum och paragraf, kalendern för nämnden och ortens egna händelser.",
    steps=(
        (
            "Skriv upp uppdraget",
            "Nämnd, datum och paragraf. Det står på dialogens sida under ”Ärendets gång”. Finns inget uppdrag skriver ni varför.",
        ),
        (
            "Bestäm vilka ni vill nå, och vilka som aldrig hörs",
            "Välj målgrupper i listan. Läs deras hinder och vad som hjälper. För varje grupp: vad gör ni annorlunda den här gången?",
        ),
        (
            "Välj minst två metoder, varav en på plats",
            "Det personliga mötet är ofta det bästa. Webben når andra. Välj metoder som passar frågan och målgruppen, inte dem ni brukar.",
        ),
        (
            "Fördela rollerna",
            "Ansvarig, samtalsledare, moderator, den som antecknar, och vilka förtroendevalda som är med och lyssnar. Samtalsledaren är "
            "neutral och försvarar inget förslag.",
        ),
        (
            "Lägg tidplanen baklänges från beslutet",
            "Beslut, beredning, sammanställning, stängning, öppning, inbjudan. Undvik skollov och religiösa högtider.",
        ),
        (
            "Lova ett datum för svaret",
            "Datumet då de som deltog senast får veta vad det ledde till, på vilket sätt och vem som svarar för det. Passeras datumet står det på sidan.",
        ),
        (
            "Tänk igenom riskerna",
            "Hot och hat, för höga förväntningar, en konflikt som redan finns. Bestäm vem som ringer vem. Vem modererar på helgen?",
        ),
        (
            "Skriv inbjudan på klarspråk",
            "En fråga först. Vad man kan påverka och inte. Hur svaret används, vem som beslutar, när man får höra mer. Alla sätt att delta, "
            "och en kontakt med telefonnummer.",
        ),
    ),
    checklist=(
        "Uppdragets paragraf är antecknad.",
        "Syfte och mål är skrivna i två meningar.",
        "Målgrupperna är valda, med hinder och åtgärder för var och en.",
        "Minst två metoder, varav en på plats.",
        "Alla roller har ett namn och en ersättare.",
        "Tidplanen går baklänges från beslutet.",
        "Budget för tolk, lokal och annonsering.",
        "Barnets bästa är prövat, om barn berörs.",
        "Personuppgifter och gallring är klara med nämndens registrator.",
        "Lokalen: hörslinga, toalett, buss, parkering. Vi frågar om behov i inbjudan.",
        "Datum och form för svaret är bestämda.",
        "Frågorna för utvärderingen är skrivna nu.",
    ),
    methods=("open_house", "survey", "pop_up", "library_drop_in"),
    target_groups=("unga", "aldre", "flersprakiga", "landsbygd"),
    owner="samordnare",
    review_in=120,
)
