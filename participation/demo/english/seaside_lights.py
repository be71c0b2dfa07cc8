"""Lights along the seaside walk, in English, with its outcome and follow-up."""

from participation.demo.english.schema import English, EnglishFollowUp, EnglishOutcome
from participation.demo.schema import Way

OUTCOME = EnglishOutcome(
    slug="what-became-of-it",
    title="What became of it: Lights along the seaside walk in Smygehamn",
    in_one_sentence="You wanted light, but no floodlights. The lamps are low and come on when somebody walks by.",
    introduction=(
        "Twelve contributions came in on the website, and 31 people joined the evening walk. You changed the proposal: "
        "the lights will be fewer, lower and smarter than we had planned."
    ),
    closing="<p>See how it goes on the follow-up page. It says what is done, what has changed and why.</p>",
    themes=(
        (
            "Light on the darkest part",
            "The part between the harbour and the beach is so dark that several have stopped walking there. Nobody wants floodlights.",
        ),
        ("The steps at the harbour", "The village association tells of three accidents on the steps and wants them done first."),
        (
            "Let the night be dark",
            "Bats, stars and the lighthouse: several want weak, warm light that points down, or none at all on parts of the walk.",
        ),
        ("Later in the evening", "A runner wants the lights on until eleven."),
        ("Solar lamps", "One proposal is lamps driven by the sun."),
        ("A cycle path to Böste", "Somebody wants the walk to be a cycle path as well."),
        ("A surface to roll on", "The gravel is too loose for a wheelchair."),
        ("Benches along the way", "Whoever cannot walk that far needs to sit down."),
    ),
    reasons=(
        "The part between the harbour and the beach gets light already this year. It was not in our first proposal.",
        "The steps are mended and get light in the railing first of all, since that is where the accidents happened.",
        "The light is warm, points down and goes on only when somebody comes. We cannot leave it entirely dark at the steps, "
        "since they must be seen all night.",
        "With lights that sense movement there is no hour when they go out. They go on when you come, also at eleven.",
        "We tried solar lamps at a footpath last winter. In December they managed barely three hours, and the batteries had to be changed after a year. "
        "So we choose a cable here, and try the sun again where there is no power.",
        "The path lies in a protected shore area, and the county administrative board has said no to a wider way. We have passed on the cycle path to Böste "
        "as a wish to the Transport Administration, which looks after the main road.",
        "The gravel path is packed anew between the harbour and the lime kiln. Asphalt all the way does not fit in this year's money.",
        "Four benches with backs and arms are put out, one every two hundred metres.",
    ),
)

FOLLOW_UP = EnglishFollowUp(
    slug="follow-up",
    title="Follow-up: Lights along the seaside walk in Smygehamn",
    introduction="This is what we promised when the committee had decided. We never change a promise silently: each new status gets a date and an explanation.",
    commitments=(
        (
            "The steps at the harbour are mended and get light in the railing",
            "Technical services, streets",
            "The steps are mended and lit.",
        ),
        ("Lights that sense movement between the harbour and the beach", "Technical services, lighting", "The digging has begun."),
        ("Four benches with backs", "Technical services, parks", "The benches are in place."),
        ("The gravel path is packed anew as far as the lime kiln", "Technical services, streets", ""),
        (
            "A test with red light at the lime kiln",
            "Technical services, lighting",
            "The bat group has measured: the warm light does not disturb. The test is not needed.",
        ),
    ),
    shots=(
        "The steps at the harbour with two broken treads and half a railing",
        "The steps at the harbour with whole treads and a railing with lights",
        "The walk by the sea, with nowhere to sit",
        "A bench with a back and an armrest by the walk",
    ),
)

ENGLISH = English(
    of="ljus-langs-strandpromenaden-i-smygehamn",
    slug="lights-along-the-seaside-walk-in-smygehamn",
    title="Lights along the seaside walk in Smygehamn",
    question="Where are lights needed along the seaside walk in Smygehamn?",
    introduction="We have money for lighting on a part of the walk. Where does it do most good, and where may it be dark?",
    open_to_influence="Where the lamps stand, how bright they are and when.\nWhat is done first.",
    fixed_conditions="The money is not enough for the whole walk.\nThe shore is protected.",
    background=(
        "<p>The walk between the harbour and the beach is used all year. Many have said that it feels unsafe in the dark; others want to keep the dark.</p>"
    ),
    easy_read="We will put up lamps by the sea in Smygehamn.\nWhere are they needed most?\nWhere should it be dark?",
    feedback_form="On this page and at the annual meeting of the village association.",
    contact_name="The lighting engineer",
    phases=("Tell us where it is dark",),
    other_ways=(Way("Evening walk", address="Meeting at the harbour in Smygehamn", hours="Was held one evening"),),
    papers=("Notes from the evening walk", "Extract from the minutes § 22"),
    news=("The dialogue is open.", "The dialogue has closed. The answer comes by {workday-225}."),
    outcome=OUTCOME,
    follow_up=FOLLOW_UP,
)
