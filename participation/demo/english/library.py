"""Longer hours at the library, in English."""

from participation.demo.english.schema import English
from participation.demo.schema import Way

ENGLISH = English(
    of="meroppet-bibliotek-i-anderslov",
    slug="longer-library-hours-in-anderslov",
    title="Longer library hours in Anderslöv",
    question="When would you like to go into the library in Anderslöv?",
    introduction="With a library card and a code you could go in also when no staff are there. What is needed for that to feel right?",
    open_to_influence=(
        "Which days and hours it is open without staff.\nHow the furniture stands and what is on display.\nWhat you need in order to feel safe."
    ),
    fixed_conditions=(
        "The staffed hours do not become fewer.\nWhoever is under 16 has to bring an adult.\nIt must be possible to get in with a wheelchair."
    ),
    background=(
        "<p>The library in Anderslöv is staffed sixteen hours a week. With extended opening it could also be open early mornings, evenings and Sundays. "
        "Whoever has turned 16 signs an agreement and gets a code for the library card.</p>"
        "<p>We who work at the libraries have begun a proposal. Now we want to finish it together with you who use the house.</p>"
    ),
    easy_read=(
        "We want the library in Anderslöv to be open more often.\nSometimes no staff are there.\nYou open the door with your library card.\n"
        "Tell us when you want to come.\nTell us what makes you feel safe.\nYou can answer here, or talk to us at the library."
    ),
    feedback_form="On this page, and at an evening in the library.",
    contact_name="The head of the libraries",
    phases=("Say what you think",),
    other_ways=(
        Way("Talk to the staff", address="The library in Anderslöv", hours="When it is staffed"),
        Way("Fill in a note at the library", address="The yellow box at the lending desk"),
        Way("Call us", hours="Weekdays 8–16"),
    ),
    papers=("How extended opening works",),
    news=(
        "The dialogue is now open, here and in the yellow box at the library.",
        "There are now 34 notes in the yellow box. We write them in here when the dialogue has closed.",
    ),
)
