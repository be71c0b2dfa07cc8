"""The guide for the work after people have spoken."""

from knowledge_hub.demo.schema import Guide

FEED_BACK = Guide(
    title="Återkoppla: sammanställ, svara och följ upp",
    slug="aterkoppla",
    stage="feed_back",
    summary="Så blir det som sagts till teman, svar, beslut och åtaganden, inom den tid ni lovade.",
    good_when=(
        "Dialogen har stängt. Eller hellre: börja medan den är öppen, så att ni ser vilka som saknas.\n\n"
        "Fullmäktiges fjärde princip: resultatet ska alltid återkopplas till dem som deltog. De flesta svar är ett nej eller ett delvis. Ett nej "
        "med ett begripligt skäl bygger mer förtroende än ett ja som aldrig blir av."
    ),
    not_when="Det finns inget när-inte. Också en inställd dialog får ett svar: varför den ställdes in.",
    time_needed="Två dagar för hundra synpunkter, plus beredningen",
    effort="medium",
    to_bring="Alla synpunkter oavsett kanal, två läsare, nämndens tidplan och mallen för tjänsteskrivelse.",
    steps=(
        (
            "Läs allt, två personer",
            "Var för sig först. Teman ska komma ur det som sagts, med människors egna ord som rubrik: ”Lägre fart”, inte ”Hastighetsfrågor”.",
        ),
        (
            "Sortera varje synpunkt",
            "En synpunkt får ligga i flera teman. Den som inte behöver svar märks med ett skäl, som står på personens kvittens. Inget får "
            "ligga kvar osorterat: då går resultatet inte att publicera.",
        ),
        (
            "Skriv vad ni sa",
            "Antal och tyngd, inga låtsasprocent. Vad de flesta sa, och vad några få sa som är viktigt. Vilka som saknas. Citat utan namn.",
        ),
        (
            "Lägg sammanställningen i beslutsunderlaget",
            "Tjänsteskrivelsen säger hur synpunkterna vägts. Barnets bästa är prövat. Be nämndsekreteraren om paragrafen samma dag.",
        ),
        (
            "Svara på varje tema",
            "Det ändrade beslutet, det ändrade det delvis, det är redan så, eller nej, för att. Skriv skälet i två enkla meningar. Undvik "
            "”inom ramen för”: säg vad det kostar, vad lagen säger eller vem som bestämmer.",
        ),
        (
            "Publicera i steg",
            "Först vad ni sa, när sammanställningen är klar. Sedan vad som beslutades. Sist vad som gjordes. Det första steget håller inte "
            "löftet ensamt.",
        ),
        (
            "Gör åtagandena",
            "Vad, vem och senast när. Ett åtagande i månaden som blir gjort är bättre än tio som glöms. Ändra läget när något händer, med en "
            "rad om varför.",
        ),
        (
            "Berätta där människorna är",
            "Samma språk och form som inbjudan. På mötet, i skolan, med brev till dem utan webb. Följ upp efter sex och tolv månader, gärna med "
            "en bild av det som byggdes.",
        ),
        (
            "Utvärdera, och lägg det i kunskapsbanken",
            "Nåddes syftet? Fungerade formen? Vilka deltog? Vad kostade det? Vad gör ni annorlunda nästa gång?",
        ),
    ),
    checklist=(
        "Två personer har läst allt.",
        "Varje synpunkt ligger i ett tema eller är märkt med skäl.",
        "Det som få tyckte står med.",
        "Vi har skrivit vilka som saknas.",
        "Varje tema har ett svar och ett skäl.",
        "Nämnd, datum och paragraf står på sidan.",
        "Svaret kom inom den tid vi lovade, eller så står det varför inte.",
        "De som deltog på plats har fått svaret på sitt sätt.",
        "Varje åtagande har en ansvarig och ett datum.",
        "Uppföljning är inlagd om sex och tolv månader.",
    ),
    methods=(),
    target_groups=(),
    owner="samordnare",
    review_in=240,
)
