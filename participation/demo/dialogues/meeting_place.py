"""Upcoming: a meeting place for the young."""

from participation.demo.schema import SUPPORT, Example, News, Span, Step, Way

EXAMPLE = Example(
    slug="en-motesplats-for-unga",
    title="En mötesplats för unga",
    administration="kultur-och-fritidsforvaltningen",
    editor="kultur",
    published=-4,
    question="Var vill du vara på fredag kväll?",
    introduction="Du som är mellan 13 och 25 år: hjälp oss att rita en plats som du själv skulle gå till.",
    level="co_decide",
    open_to_influence="Vad som ska finnas, när det är öppet och vad det ska heta.\nNi röstar om namnet.",
    fixed_conditions="Lokalen ligger i centrum.\nVuxna finns på plats.\nIngen alkohol.",
    background="<p>Vi har en lokal och pengar till ett års prov. Resten bestämmer ni tillsammans med oss, i två steg: först idéer, sedan omröstning.</p>",
    easy_read="Du är mellan 13 och 25 år.\nDu bestämmer tillsammans med oss.\nFörst idéer, sedan röstar vi.",
    picture="youth_house",
    picture_description="Teckning av ett grönt hus med ett stort upplyst fönster. Fyra unga är inne och tre står utanför.",
    target_groups=("unga", "foreningar"),
    places=("trelleborg",),
    topics=("fritid", "kultur", "demokrati"),
    concerns_children="yes",
    mandate=(
        Step(
            "decision",
            -25,
            "Prov med mötesplats för unga (exempel)",
            body="kultur-och-fritidsnamnden",
            paragraph="12",
            number="KFN {year}/9002",
        ),
    ),
    body="kultur-och-fritidsnamnden",
    contact_name="Fritidsledaren",
    contact_phone="0410-73 30 00",
    contact_email="kultur@example.org",
    due=110,
    feedback_form="På den här sidan och på plats, när vi öppnar.",
    phases=(Span("Kom med idéer", 9, 40), Span("Rösta", 47, 60, (SUPPORT,))),
    other_ways=(Way("Vi kommer till skolan", hours="{Workday+16} till {workday+24}"),),
    news=(News(-4, "Dialogen öppnar {day+9}. Berätta för dem du umgås med."),),
)
