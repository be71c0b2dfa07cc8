"""In follow-up, with answers of every kind: lights along the seaside walk in Smygehamn."""

from participation.demo.schema import (
    Example,
    FollowUpWords,
    News,
    OutcomeWords,
    Paper,
    Reply,
    Ruling,
    Shot,
    Span,
    Step,
    ThemeWords,
    Turn,
    Undertaking,
    Voice,
    Way,
)

VOICES = (
    Voice(
        "Kvällspromenad",
        "Sista biten mot badplatsen är becksvart från oktober till mars. Jag går inte där ensam längre.",
        supports=28,
        themes=("ljus",),
    ),
    Voice("Löpare", "Tänd till elva på vintern. Nu släcks det nio och då är jag mitt på sträckan.", supports=15, themes=("tider",)),
    Voice(
        "Fladdermusgruppen",
        "Lyktor hela vägen stör fladdermössen vid kalkugnen. Rött eller varmt ljus, riktat ner, och mörkt mellan midnatt och fem går bra.",
        supports=22,
        themes=("natur",),
        replies=(
            Voice("Anja", "Finns det lampor som tänds när man kommer?"),
            Voice("Trafikplaneraren", "Ja, rörelsestyrda. De kostar mer att köpa men mindre att ha. Vi räknar på båda.", official="teknik"),
            Voice("Fladdermusgruppen", "Det vore den bästa lösningen."),
        ),
    ),
    Voice(
        "Astronomen",
        "Smygehuk är en av få platser i Skåne där man ser Vintergatan. Låt det vara mörkt någonstans.",
        supports=17,
        themes=("natur",),
    ),
    Voice(
        "Byalaget i Smygehamn",
        "Vi har haft tre olyckor på trappan vid hamnen. Ljus där först, sedan får resten vänta.",
        supports=24,
        themes=("trappa",),
    ),
    Voice("Rullstolsanvändare", "Ljus är bra men underlaget är sämre. Jag fastnar i gruset.", supports=12, themes=("underlag",)),
    Voice(
        "Sommargäst",
        "Vi är här i juli och då är det ljust. Lägg pengarna på toaletterna.",
        supports=5,
        no_answer="other_matter",
        note="Skickat till fritidsenheten.",
    ),
    Voice("Pia", "Lyktor med sol! Det har de på andra sidan sundet.", supports=9, themes=("sol",)),
    Voice("Tonåring", "det är där vi hänger. ljus ja men inte strålkastare", supports=11, themes=("ljus", "natur")),
    Voice("Hamnkapten i pension", "Se till att ljuset inte bländar från sjön, det är fyren som ska synas.", supports=10, themes=("natur",)),
    Voice("Cyklist", "Gör den till cykelväg på samma gång, hela vägen till Böste.", supports=7, themes=("cykel",)),
    Voice("Gun-Britt", "Bänkar med ryggstöd mellan lyktorna, annars orkar jag inte hela vägen.", supports=13, themes=("bank",)),
)

OUTCOME = OutcomeWords(
    in_one_sentence="Ni ville ha ljus, men inga strålkastare. Lyktorna blir låga och tänds när någon går förbi.",
    introduction="Tolv synpunkter kom in på webben, och 31 personer var med på kvällsvandringen. Ni ändrade förslaget: ljuset blir färre, lägre och smartare än vi hade tänkt.",
    steps=(("said", -268), ("decided", -232)),
    rulings=(
        Ruling(
            "ljus",
            "tekniska-servicenamnden",
            -234,
            "22",
            "TSN {year-1}/9011",
            "Nämnden beslutade att sätta upp rörelsestyrd belysning mellan hamnen och badplatsen och att laga trappan. (Exempel.)",
        ),
    ),
    answers=(
        Reply(
            "ljus",
            "changed",
            "Sträckan mellan hamnen och badplatsen får ljus redan i år. I vårt första förslag var den inte med.",
            "good_idea",
            "ljus",
        ),
        Reply(
            "trappa", "changed", "Trappan lagas och får ljus i räcket först av allt, eftersom olyckorna har skett där.", "good_idea", "ljus"
        ),
        Reply(
            "natur",
            "partly",
            "Ljuset är varmt, riktat nedåt och tänds bara när någon kommer. Helt mörkt kan vi inte låta det vara vid trappan, "
            "eftersom den måste synas hela natten.",
            "safety",
            "ljus",
        ),
        Reply(
            "tider",
            "already",
            "Med rörelsestyrt ljus finns ingen tid då det släcks. Det tänds när du kommer, också klockan elva.",
            ruling="ljus",
        ),
        Reply(
            "sol",
            "not",
            "Vi provade sollampor vid en gångväg förra vintern. I december orkade de lysa knappt tre timmar, och batterierna fick bytas efter ett år. "
            "Därför väljer vi kabel här, men prövar sol igen där det saknas el.",
            "technical",
            "ljus",
        ),
        Reply(
            "cykel",
            "not",
            "Stigen ligger inom strandskyddat område, och länsstyrelsen har sagt nej till en bredare väg. Vi har tagit med cykelvägen till Böste "
            "som ett önskemål till Trafikverket, som har hand om landsvägen.",
            "law",
        ),
        Reply(
            "underlag",
            "partly",
            "Grusvägen packas om mellan hamnen och kalkugnen. Asfalt hela vägen ryms inte i pengarna i år.",
            "cost",
            "ljus",
        ),
        Reply("bank", "changed", "Fyra bänkar med ryggstöd och armstöd ställs ut, en var tvåhundrade meter.", "good_idea", "ljus"),
    ),
    closing="<p>Följ hur det går på sidan om uppföljningen. Där står vad som är gjort, vad som ändrats och varför.</p>",
)

FOLLOW_UP = FollowUpWords(
    introduction="Det här lovade vi när nämnden hade beslutat. Vi ändrar aldrig ett löfte i tysthet: varje ny status får ett datum och en förklaring.",
    day=-225,
    commitments=(
        Undertaking(
            "Trappan vid hamnen lagas och får ljus i räcket",
            "Tekniska serviceförvaltningen, gator",
            -140,
            "trappa",
            (Turn(-180, "under_way"), Turn(-146, "done", "Trappan är lagad och tänd.")),
            Shot("stairs_before", -235, "Trappan vid hamnen med två trasiga steg och ett avbrutet räcke"),
            Shot("stairs_after", -146, "Trappan vid hamnen med hela steg och ett räcke med ljus"),
        ),
        Undertaking(
            "Rörelsestyrt ljus mellan hamnen och badplatsen",
            "Tekniska serviceförvaltningen, belysning",
            -62,
            "ljus",
            (
                Turn(-90, "changed", "Kabeln måste gå runt en fornlämning. Nytt datum är sagt.", due=38),
                Turn(-20, "under_way", "Grävningen har börjat."),
            ),
        ),
        Undertaking(
            "Fyra bänkar med ryggstöd",
            "Tekniska serviceförvaltningen, park",
            -60,
            "bank",
            (Turn(-75, "done", "Bänkarna står på plats."),),
            Shot("benches_before", -235, "Promenaden vid havet, utan någonstans att sitta"),
            Shot("benches_after", -75, "En bänk med ryggstöd och armstöd vid promenaden"),
        ),
        Undertaking("Grusvägen packas om fram till kalkugnen", "Tekniska serviceförvaltningen, gator", 75, "underlag", ()),
        Undertaking(
            "Ett prov med rött ljus vid kalkugnen",
            "Tekniska serviceförvaltningen, belysning",
            -30,
            "natur",
            (Turn(-45, "dropped", "Fladdermusgruppen har mätt: det varma ljuset stör inte. Provet behövs inte."),),
        ),
    ),
)

EXAMPLE = Example(
    slug="ljus-langs-strandpromenaden-i-smygehamn",
    title="Ljus längs strandpromenaden i Smygehamn",
    administration="tekniska-serviceforvaltningen",
    editor="teknik",
    published=-330,
    question="Var behövs ljus längs strandpromenaden i Smygehamn?",
    introduction="Vi har pengar till belysning på en del av sträckan. Var gör den mest nytta, och var ska det få vara mörkt?",
    level="consult",
    open_to_influence="Var lyktorna står, hur starkt de lyser och när.\nVad som görs först.",
    fixed_conditions="Pengarna räcker inte till hela sträckan.\nStrandskyddet gäller.",
    background="<p>Promenaden mellan hamnen och badplatsen används året om. Många har sagt att den känns otrygg när det är mörkt; andra vill bevara mörkret.</p>",
    easy_read="Vi ska sätta upp lampor vid havet i Smygehamn.\nVar behövs de mest?\nVar ska det vara mörkt?",
    picture="seaside_walk",
    picture_description="Teckning av en strandpromenad i skymning med fyra låga lyktor, en bänk och en fyr längst bort.",
    target_groups=("aldre", "unga", "funktionsnedsattning"),
    places=("smygehamn",),
    topics=("trygghet", "miljo", "fritid"),
    mandate=(
        Step("initiative", -420, "Skrivelse från byalaget (exempel)", number="TSN {year-1}/9011"),
        Step(
            "assignment",
            -365,
            "Uppdrag att föreslå belysning (exempel)",
            body="tekniska-servicenamnden",
            paragraph="8",
            number="TSN {year-1}/9011",
        ),
    ),
    body="tekniska-servicenamnden",
    contact_name="Belysningsingenjören",
    contact_phone="0410-73 30 00",
    contact_email="teknik@example.org",
    due=-225,
    feedback_form="På den här sidan och på byalagets årsmöte.",
    phases=(Span("Berätta var det är mörkt", -322, -285),),
    other_ways=(Way("Kvällsvandring", address="Samling vid hamnen i Smygehamn", hours="Hölls en kväll"),),
    papers=(
        Paper(
            "meeting_notes",
            "Anteckningar från kvällsvandringen",
            -305,
            "31 personer gick med. Fyra platser märktes ut: trappan, badplatsen, kalkugnen och bron.",
        ),
        Paper(
            "minutes_extract",
            "Protokollsutdrag § 22",
            -234,
            "Tekniska servicenämnden beslutar\n\natt sätta upp rörelsestyrd belysning mellan hamnen och badplatsen, och\natt laga trappan.",
        ),
    ),
    news=(News(-322, "Dialogen är öppen."), News(-284, "Dialogen har stängt. Svaret kommer senast {workday-225}.")),
    voices=VOICES,
    themes=(
        ThemeWords(
            "ljus",
            "Ljus på den mörkaste biten",
            "Biten mellan hamnen och badplatsen är så mörk att flera har slutat gå där. Ingen vill ha strålkastare.",
        ),
        ThemeWords("trappa", "Trappan vid hamnen", "Byalaget berättar om tre olyckor på trappan och vill att den blir klar först."),
        ThemeWords(
            "natur",
            "Låt natten vara mörk",
            "Fladdermöss, stjärnor och fyren: flera vill ha svagt och varmt ljus, riktat nedåt, eller inget alls på delar av sträckan.",
        ),
        ThemeWords("tider", "Längre på kvällen", "En löpare vill att det lyser till klockan elva."),
        ThemeWords("sol", "Lyktor med solceller", "Ett förslag är lampor som drivs av solen."),
        ThemeWords("cykel", "Cykelväg till Böste", "Någon vill att promenaden också blir cykelväg."),
        ThemeWords("underlag", "Ett underlag som går att rulla på", "Gruset är för löst för rullstol."),
        ThemeWords("bank", "Bänkar på vägen", "Den som inte orkar så långt behöver kunna sitta ner."),
    ),
    outcome=OUTCOME,
    follow_up=FOLLOW_UP,
)
