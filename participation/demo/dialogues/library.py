"""Open, closing soon, for the users of a service: longer hours at a village library."""

from participation.demo.schema import Example, News, Paper, Span, Step, Voice, Way

VOICES = (
    Voice(
        "Barbro, 81",
        "Jag går gärna dit själv på kvällen, men jag vill veta att dörren inte går i baklås. Finns det någon att ringa?",
        supports=8,
        replies=(
            Voice(
                "Enhetschefen, biblioteken",
                "Ja. Det ska finnas en knapp vid dörren som går till en bemannad larmcentral, dygnet runt.",
                official="kultur",
            ),
            Voice("Barbro, 81", "Då är jag med."),
        ),
    ),
    Voice("Student i Lund", "Ge mig tyst läsplats till tio på kvällen så slipper jag åka till Lund för att plugga.", supports=13),
    Voice("Tvåbarnsmorsan", "Söndagar! Vi hinner aldrig på vardagar. Barnen skulle bli överlyckliga.", supports=17),
    Voice(
        "Orolig",
        "Vad händer när ungdomar tar över på kvällarna? På mitt förra bibliotek slogs möblerna sönder.",
        supports=5,
        replies=(
            Voice("Ungdom", "vi slår inte sönder möbler, vi behöver nånstans att vara", supports=11),
            Voice("Orolig", "Förlåt, det var inte riktat mot alla. Men någon vuxen borde finnas."),
        ),
    ),
    Voice("Nisse", "Behåll bibliotekarien på tisdagarna oavsett. Det är hon som får oss att läsa.", supports=15),
    Voice("Läscirkeln i Anderslöv", "Vi är tolv personer som gärna håller öppet en kväll i månaden om vi får kaffe.", supports=9),
    Voice("Rullstolsburen", "Dörröppnaren är för högt placerad i dag. Fixa den innan ni bygger in något nytt.", supports=12),
    Voice(
        "Anonym",
        "Behöver man personnummer för att komma in? Jag har skyddade uppgifter.",
        supports=3,
        replies=(
            Voice(
                "Enhetschefen, biblioteken",
                "Du behöver lånekort och kod. Vi sparar inte vem som varit inne längre än ett dygn. Ring oss, så ordnar vi ett kort utan namn på.",
                official="kultur",
            ),
        ),
    ),
    Voice(
        "Yusuf",
        "Jag skulle vilja skriva ut papper på kvällen. Nu måste jag ta ledigt för att skriva ut en ansökan.",
        by="yusuf",
        supports=6,
    ),
    Voice("Lantbrukare", "Vi på landet har också rätt till kultur efter klockan fem.", supports=10),
)

EXAMPLE = Example(
    slug="meroppet-bibliotek-i-anderslov",
    title="Meröppet bibliotek i Anderslöv",
    administration="kultur-och-fritidsforvaltningen",
    editor="kultur",
    published=-35,
    question="När vill du kunna gå in på biblioteket i Anderslöv?",
    introduction="Med lånekort och kod skulle du kunna gå in också när ingen personal är där. Vad behövs för att det ska kännas bra?",
    kind="users",
    level="involve",
    open_to_influence="Vilka dagar och tider det är öppet utan personal.\nHur möblerna står och vad som finns framme.\nVad som behövs för att du ska känna dig trygg.",
    fixed_conditions="De bemannade timmarna blir inte färre.\nDen som är under 16 år behöver ha en vuxen med sig.\nDet ska gå att komma in med rullstol.",
    background=(
        "<p>Biblioteket i Anderslöv är bemannat sexton timmar i veckan. Med meröppet kan det vara öppet också tidiga morgnar, kvällar och söndagar. "
        "Den som har fyllt 16 år skriver under ett avtal och får en kod till sitt lånekort.</p>"
        "<p>Vi som arbetar på biblioteken har börjat på ett förslag. Nu vill vi göra klart det tillsammans med er som använder huset.</p>"
    ),
    easy_read=(
        "Vi vill ha öppet oftare på biblioteket i Anderslöv.\nIbland finns ingen personal där.\nDu öppnar dörren med ditt lånekort.\n"
        "Berätta när du vill komma.\nBerätta vad som gör dig trygg.\nDu kan svara här, eller prata med oss på biblioteket."
    ),
    picture="library",
    picture_description="Teckning av ett litet bibliotek med bokhyllor i fönstren. En vuxen och ett barn står utanför dörren.",
    target_groups=("aldre", "unga", "ont-om-tid", "landsbygd", "lasa-och-skriva"),
    places=("anderslov",),
    topics=("kultur", "landsbygd"),
    concerns_children="yes",
    mandate=(
        Step(
            "assignment",
            -150,
            "Uppdrag att pröva meröppet på ett bibliotek (exempel)",
            body="kultur-och-fritidsnamnden",
            paragraph="27",
            number="KFN {year-1}/9007",
        ),
    ),
    body="kultur-och-fritidsnamnden",
    contact_name="Enhetschefen för biblioteken",
    contact_phone="0410-73 30 00",
    contact_email="kultur@example.org",
    contact_address="Biblioteket i Anderslöv",
    due=45,
    feedback_form="På den här sidan, och på en kväll i biblioteket.",
    phases=(Span("Säg vad du tycker", -33, 2),),
    other_ways=(
        Way("Prata med personalen", address="Biblioteket i Anderslöv", hours="När det är bemannat"),
        Way("Fyll i en lapp på biblioteket", address="Den gula lådan vid utlåningen"),
        Way("Ring oss", phone="0410-73 30 00", hours="Vardagar 8–16"),
    ),
    papers=(
        Paper(
            "presentation",
            "Så fungerar meröppet",
            -30,
            "1. Du fyller 16 år och skriver under ett avtal.\n2. Du får en kod till ditt lånekort.\n3. Du går in när du vill mellan 6 och 22.",
        ),
    ),
    news=(
        News(-33, "Nu är dialogen öppen, här och i den gula lådan på biblioteket."),
        News(-9, "Lapparna i den gula lådan har kommit upp i 34. Vi skriver in dem här när dialogen har stängt."),
    ),
    voices=VOICES,
)
