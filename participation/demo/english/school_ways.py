"""Safe ways to school, in English."""

from participation.demo.english.schema import English
from participation.demo.schema import Way

ENGLISH = English(
    of="trygga-skolvagar",
    slug="safe-ways-to-school",
    title="Safe ways to school",
    question="How can children get to school safely?",
    introduction="More children should be able to walk and cycle to school on their own. Tell us where it feels unsafe, and what would help.",
    open_to_influence=(
        "Which places we rebuild, and in which order.\n"
        "What we do at each place: a crossing, a hump, lighting, a narrowing or something else.\n"
        "Whether there should be places where children are dropped off a little way from the school."
    ),
    fixed_conditions=(
        "The money is enough for about six places next year.\n"
        "School districts and school hours do not change here.\n"
        "On state roads the Transport Administration decides the speed. There we can only propose."
    ),
    background=(
        "<p>Every second car in the morning traffic at our schools is on its way to drop off a child. The more who are driven, the less safe it gets "
        "for those who walk and cycle. We want to turn that round.</p>"
        "<p>We have counted traffic at seven schools and walked the ways to school together with the pupils' councils. "
        "Now we want to hear from you who walk, cycle, drive or live along the way.</p>"
        "<h3>How the answers are used</h3>"
        "<p>We read everything, sort it into themes and write a proposed order. The Technical Services Committee decides. "
        "On this page you see what was included, what was not, and why.</p>"
    ),
    easy_read=(
        "We want children to be able to walk and cycle to school.\n"
        "It should be safe.\n"
        "Tell us where it is dangerous.\n"
        "Tell us what can be better.\n"
        "You do not need an account.\n"
        "You can also call us or send a letter."
    ),
    feedback_form="On this page, and at a meeting with the pupils' councils.",
    contact_name="The traffic planner",
    phases=("Tell us what you think", "Show what you agree with"),
    other_ways=(
        Way("Call us", hours="Weekdays 8–16. Say that it is about ways to school."),
        Way("Write a letter", address="Trelleborgs kommun, Tekniska serviceförvaltningen, 231 83 Trelleborg"),
        Way("Come by at pick-up time", address="A tent in the yard of Kastanjeskolan (a made-up school)", hours="{Workday+6}, 15–17.30"),
    ),
    papers=("Officer's report: safer ways to school", "Child impact assessment", "Traffic count at seven schools"),
    news=(
        "The dialogue is open. We read every weekday and answer questions within two days.",
        "We have met the pupils' councils again. They want you adults to write what you do if you drive to school.",
    ),
)
