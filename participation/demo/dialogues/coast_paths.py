"""Closed, what people said is published, the decision still waits: paths along the coast."""

from participation.demo.schema import COMMENT, SUPPORT, VOTE, Example, News, OutcomeWords, Paper, Reply, Span, ThemeWords, Voice, Way

EXAMPLE = Example(
    slug="stigar-langs-kusten",
    title="Stigar längs kusten",
    administration="samhallsbyggnadsforvaltningen",
    editor="samhallsbyggnad",
    published=-76,
    question="Hur vill du kunna gå längs kusten mellan Beddingestrand och Skateholm?",
    introduction="Stigen är avbruten på flera ställen. Vi vill binda ihop den, utan att trampa sönder det som gör kusten värd att gå längs.",
    level="discuss",
    open_to_influence="Var stigen går, hur bred den är och var man kan vila.",
    fixed_conditions="Betesmark och häckningsplatser får inte skadas.\nDen som äger marken säger ja eller nej.",
    background="<p>Allemansrätten räcker långt, men inte över diken, stängsel och åkrar. Vi har pratat med fyra markägare, och vill nu höra er som går.</p>",
    target_groups=("fastighetsagare", "landsbygd", "boende-pa-annan-ort"),
    places=("beddingestrand", "skateholm"),
    topics=("fritid", "miljo", "landsbygd"),
    mandate=(),
    no_mandate_reason="Förvaltningen frågar på eget initiativ, innan ett förslag skrivs. Nämnden tar ställning när svaren är sammanställda.",
    body="samhallsbyggnadsnamnden",
    contact_name="Kommunekologen",
    contact_phone="0410-73 30 00",
    contact_email="samhallsbyggnad@example.org",
    due=28,
    feedback_form="På den här sidan och i en gemensam vandring.",
    phases=(Span("Berätta var du går", -70, -20, (COMMENT, SUPPORT, VOTE)),),
    other_ways=(Way("Vandra med oss", address="Skateholm, parkeringen", hours="Hölls en söndag i regn"),),
    papers=(
        Paper(
            "summary_report",
            "Sammanställning av synpunkter",
            -7,
            "Elva inlägg och 48 vandrare. Tre teman: sammanhang, mark och djur, och att alla ska kunna gå.",
        ),
    ),
    news=(
        News(-70, "Dialogen är öppen."),
        News(-19, "Tack. Nu läser vi."),
        News(-6, "Det ni sa är sammanställt. Beslutet kommer senare; svar senast {workday+28}."),
    ),
    voices=(
        Voice(
            "Vandrare",
            "Två ställen stoppar allt: diket nedanför backen och grinden öster om Skateholm. Två spänger och en grind, så är det löst.",
            supports=21,
            themes=("hel",),
        ),
        Voice(
            "Markägare",
            "Jag säger ja till stig, men inte till hundar lösa bland mina får. Skriv det på skyltarna.",
            supports=17,
            themes=("mark",),
            replies=(Voice("Hundmänniska", "Rimligt. Då vill jag veta var jag får släppa dem."),),
        ),
        Voice(
            "Rullator",
            "Jag kommer ingenstans i sanden. En enda sträcka på femhundra meter med hårt underlag vore nog för mig.",
            supports=24,
            themes=("alla",),
        ),
        Voice(
            "Fågelskådare",
            "Lägg stigen på andra sidan strandängen april till juli. Fåglarna flyttar annars.",
            supports=15,
            themes=("mark",),
        ),
        Voice("Badande", "Trappor vid branten, tack. Det rasar.", supports=9, themes=("hel",)),
        Voice("Skolklass 6C", "Vi hittade åtta sorters snäckor. Sätt skyltar om dem.", supports=26, themes=("lara",)),
        Voice("Cyklist", "Får man cykla där eller inte? Säg det tydligt.", supports=11, themes=("hel",)),
        Voice("Fastighetsägare", "Parkeringen är full redan. Fler bilar vill jag inte se.", supports=8, themes=("bil",)),
        Voice(
            "Danish guest",
            "We come every summer and the path is lovely. Please remember benches.",
            language="en",
            supports=6,
            themes=("alla",),
        ),
        Voice("Naturvårdare", "Gör ingenting alls på sträckan väster om Skateholm. Det är redan bra.", supports=13, themes=("mark",)),
    ),
    themes=(
        ThemeWords(
            "hel", "En stig som hänger ihop", "Två platser stoppar hela stigen. Ni vill ha spänger, en grind och tydligt besked om cyklar."
        ),
        ThemeWords("mark", "Marken och djuren först", "Markägare och fågelskådare vill att stigen går runt och att hundar är kopplade."),
        ThemeWords("alla", "En bit för dem som inte går så långt", "En kort sträcka med hårt underlag och bänkar skulle räcka för många."),
        ThemeWords("lara", "Skyltar att lära av", "Elever och besökare vill veta vad de ser."),
        ThemeWords("bil", "Inte fler bilar", "De som bor vid infarten vill inte ha fler parkerade bilar."),
    ),
    outcome=OutcomeWords(
        introduction="Elva inlägg och 48 vandrare. Det här sade ni. Vad som görs bestämmer nämnden senast {workday+28}.",
        steps=(("said", -6),),
        answers=(
            Reply("hel", "partly", "Vi förhandlar om två spänger. Det kan vi svara på när markägarna har sagt sitt.", "under_way"),
            Reply("mark", "already", "Stigen läggs redan i förslaget på andra sidan strandängen under häckningen.", "good_idea"),
            Reply(
                "alla",
                "partly",
                "Vi prövar en hårdgjord sträcka vid Beddingestrand. Resten får vara stig, så att kusten inte blir en gångbana.",
                "conflict",
            ),
            Reply("lara", "changed", "Skyltar tas fram tillsammans med skolorna.", "good_idea"),
            Reply("bil", "not", "Parkeringen ligger inom vägområdet, som Trafikverket har hand om.", "not_ours"),
        ),
        closing="<p>Det här är vad ni sade och vad vi tror i dag. Beslutet kommer senare, och då uppdaterar vi sidan.</p>",
    ),
)
