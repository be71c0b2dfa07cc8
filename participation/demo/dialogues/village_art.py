"""Cancelled while open: art in Klagstorp."""

from participation.demo.schema import Example, News, Span, Step, Voice, Way

EXAMPLE = Example(
    slug="konst-i-klagstorp",
    title="Konst i Klagstorp",
    administration="kultur-och-fritidsforvaltningen",
    editor="kultur",
    published=-62,
    question="Vilken konst ska stå vid skolan i Klagstorp?",
    introduction="Ett konstverk skulle ställas vid skolans nya gård. Vi ville veta vad det skulle berätta om byn.",
    level="consult",
    open_to_influence="Var verket står och vad det handlar om.",
    fixed_conditions="Konstnären är vald.",
    background="<p>Enligt kommunens regel går en del av byggkostnaden till konst. Här gällde det skolgården i Klagstorp.</p>",
    target_groups=("barn", "landsbygd"),
    places=("klagstorp",),
    topics=("kultur", "skola"),
    concerns_children="yes",
    mandate=(
        Step(
            "decision",
            -95,
            "Konstpengar till skolgården (exempel)",
            body="kultur-och-fritidsnamnden",
            paragraph="4",
            number="KFN {year}/9001",
        ),
    ),
    body="kultur-och-fritidsnamnden",
    contact_name="Kulturhandläggaren",
    contact_phone="0410-73 30 00",
    contact_email="kultur@example.org",
    due=10,
    feedback_form="På den här sidan.",
    phases=(Span("Berätta om Klagstorp", -50, -8),),
    cancelled=-31,
    cancelled_reason="Skolbygget sköts upp två år, och konsten hör ihop med bygget. De fyra inläggen sparas, och du får svar när dialogen görs om.",
    other_ways=(Way("Ring oss", phone="0410-73 30 00", hours="Vardagar 8–16"),),
    news=(News(-50, "Dialogen är öppen."), News(-31, "Dialogen är inställd. Läs varför överst på sidan.")),
    voices=(
        Voice("Bybo", "Ett djur. Barn klättrar på djur. En häst, för vi har fler hästar än folk.", supports=9),
        Voice("Lärare", "Något som låter när det blåser, så att barnen hör vädret inifrån klassrummet.", supports=14),
        Voice("Skeptiker", "Lägg pengarna på läraren i stället.", supports=7),
        Voice("Konstnär", "Låt barnen rita först. Jag kan bygga det de ritar.", supports=11),
    ),
)
