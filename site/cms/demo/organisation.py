"""Administrations, companies, bodies and places of Trelleborg: public facts, which may be out of date.

Sources: trelleborg.se (förvaltningar, nämnder, En miljon idéer) and Wikipedia. Abbreviations other than KS and KF are made up.
Positions of villages are rounded to about a kilometre. The border is simplified from open data of Statistics Sweden (SCB), CC0.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

SINCE_2023 = date(2023, 1, 1)  # the bodies of the term that began then


@dataclass(frozen=True)
class AdministrationFacts:
    """An administration or a municipal company."""

    name: str
    name_en: str
    slug: str
    is_company: bool = False


@dataclass(frozen=True)
class BodyFacts:
    """A political body, and the administration that works for it."""

    name: str
    name_en: str
    slug: str
    kind: str
    abbreviation: str = ""
    administration: str = ""
    summary: str = ""
    summary_en: str = ""


@dataclass(frozen=True)
class PlaceFacts:
    """A place that people write about."""

    name: str
    slug: str
    kind: str
    latitude: str = ""
    longitude: str = ""
    name_en: str = ""


ADMINISTRATIONS = (
    AdministrationFacts("Kommunledningsförvaltningen", "Municipal Executive Administration", "kommunledningsforvaltningen"),
    AdministrationFacts("Samhällsbyggnadsförvaltningen", "Urban Development Administration", "samhallsbyggnadsforvaltningen"),
    AdministrationFacts("Tekniska serviceförvaltningen", "Technical Services Administration", "tekniska-serviceforvaltningen"),
    AdministrationFacts("Kultur- och fritidsförvaltningen", "Culture and Leisure Administration", "kultur-och-fritidsforvaltningen"),
    AdministrationFacts("Socialförvaltningen", "Social Services Administration", "socialforvaltningen"),
    AdministrationFacts("Bildningsförvaltningen", "Education Administration", "bildningsforvaltningen"),
    AdministrationFacts("Arbetsmarknadsförvaltningen", "Labour Market Administration", "arbetsmarknadsforvaltningen"),
    AdministrationFacts("Trelleborgs Rådhus AB", "", "trelleborgs-radhus-ab", is_company=True),
    AdministrationFacts("Trelleborgs Hamn AB", "", "trelleborgs-hamn-ab", is_company=True),
    AdministrationFacts("AB TrelleborgsHem", "", "ab-trelleborgshem", is_company=True),
    AdministrationFacts("Trelleborgs Fjärrvärme AB", "", "trelleborgs-fjarrvarme-ab", is_company=True),
    AdministrationFacts("Visit Trelleborg", "", "visit-trelleborg", is_company=True),
)

BODIES = (
    BodyFacts(
        "Kommunfullmäktige",
        "Municipal Council",
        "kommunfullmaktige",
        "council",
        "KF",
        summary="Kommunens högsta beslutande organ: mål, budget och de stora frågorna.",
        summary_en="The municipality's highest decision-making body: aims, budget and the large questions.",
    ),
    BodyFacts(
        "Kommunstyrelsen",
        "Municipal Executive Board",
        "kommunstyrelsen",
        "executive_board",
        "KS",
        "kommunledningsforvaltningen",
        "Leder och samordnar kommunens arbete och har uppsikt över nämnder och bolag.",
        "Leads and co-ordinates the municipality's work and supervises committees and companies.",
    ),
    BodyFacts(
        "Arbetsmarknadsnämnden",
        "Labour Market Committee",
        "arbetsmarknadsnamnden",
        "committee",
        "AMN",
        "arbetsmarknadsforvaltningen",
        "Arbetsmarknad och vägar till egen försörjning.",
        "The labour market and ways to support oneself.",
    ),
    BodyFacts(
        "Bildningsnämnden",
        "Education Committee",
        "bildningsnamnden",
        "committee",
        "BIN",
        "bildningsforvaltningen",
        "Förskola och skola.",
        "Preschool and school.",
    ),
    BodyFacts(
        "Kultur- och fritidsnämnden",
        "Culture and Leisure Committee",
        "kultur-och-fritidsnamnden",
        "committee",
        "KFN",
        "kultur-och-fritidsforvaltningen",
        "Bibliotek, kultur, idrott och mötesplatser.",
        "Libraries, culture, sports and meeting places.",
    ),
    BodyFacts(
        "Samhällsbyggnadsnämnden",
        "Urban Development Committee",
        "samhallsbyggnadsnamnden",
        "committee",
        "SBN",
        "samhallsbyggnadsforvaltningen",
        "Detaljplaner, bygglov och miljö.",
        "Detailed plans, building permits and the environment.",
    ),
    BodyFacts(
        "Socialnämnden",
        "Social Services Committee",
        "socialnamnden",
        "committee",
        "SN",
        "socialforvaltningen",
        "Vård, omsorg och socialt stöd.",
        "Care and social support.",
    ),
    BodyFacts(
        "Tekniska servicenämnden",
        "Technical Services Committee",
        "tekniska-servicenamnden",
        "committee",
        "TSN",
        "tekniska-serviceforvaltningen",
        "Gator, parker, vatten och kommunens lokaler.",
        "Streets, parks, water and the municipality's premises.",
    ),
    BodyFacts(
        "Valnämnden", "Election Committee", "valnamnden", "committee", "VN", summary="Allmänna val.", summary_en="General elections."
    ),
    BodyFacts(
        "Överförmyndarnämnden",
        "Chief Guardian Committee",
        "overformyndarnamnden",
        "committee",
        "ÖFN",
        summary="Tillsyn över gode män, förvaltare och förmyndare.",
        summary_en="Supervision of guardians and trustees.",
    ),
    BodyFacts("Revisionen", "Auditors", "revisionen", "audit"),
    BodyFacts("Valberedningen", "Nominating Committee", "valberedningen", "drafting_committee"),
    BodyFacts("Arvodesberedningen", "Remuneration Committee", "arvodesberedningen", "drafting_committee"),
    BodyFacts("Demokratiberedningen", "Democracy Committee", "demokratiberedningen", "drafting_committee"),
    BodyFacts("Ungdomsforum", "Youth Forum", "ungdomsforum", "advisory"),
)

PLACES = (
    PlaceFacts("Hela kommunen", "hela-kommunen", "whole", name_en="The whole municipality"),
    PlaceFacts("Trelleborg", "trelleborg", "locality", "55.37514", "13.15691"),
    PlaceFacts("Anderslöv", "anderslov", "locality", "55.43836", "13.31966"),
    PlaceFacts("Gislövs läge och Simremarken", "gislovs-lage-och-simremarken", "locality", "55.354", "13.232"),
    PlaceFacts("Smygehamn", "smygehamn", "locality", "55.34337", "13.36989"),
    PlaceFacts("Skegrie", "skegrie", "locality", "55.40633", "13.07693"),
    PlaceFacts("Beddingestrand", "beddingestrand", "locality", "55.366", "13.441"),
    PlaceFacts("Klagstorp", "klagstorp", "locality", "55.39296", "13.37465"),
    PlaceFacts("Alstad", "alstad", "locality", "55.455", "13.215"),
    PlaceFacts("Gärdslöv", "gardslov", "village", "55.445", "13.455"),
    PlaceFacts("Södra Åby", "sodra-aby", "village", "55.389", "13.322"),
    PlaceFacts("Stora Beddinge", "stora-beddinge", "village", "55.376", "13.418"),
    PlaceFacts("Lilla Jordberga", "lilla-jordberga", "village", "55.408", "13.41"),
    PlaceFacts("Fjärdingslöv", "fjardingslov", "village", "55.425", "13.225"),
    PlaceFacts("Gylle", "gylle", "village", "55.407", "13.205"),
    PlaceFacts("Skateholm", "skateholm", "village", "55.383", "13.478"),
    PlaceFacts("Skåre", "skare", "fishing_village", "55.378", "13.055"),
    PlaceFacts("Minnesberg", "minnesberg", "village", "55.43", "13.185"),
    PlaceFacts("Västra Sjöstaden", "vastra-sjostaden", "neighbourhood", "55.369", "13.136"),
)

MAP_SOURCE = "SCB, CC0"
OUTLINE = Path(__file__).with_name("trelleborg_outline.json")  # made by cms.maps.outlines

PRIVACY_NOTICE = (
    "<p><b>Exempeltext.</b> {body} är personuppgiftsansvarig för det du skriver här. Du behöver inte lämna ditt namn. Det du skriver blir offentligt "
    "och en allmän handling. Vi använder det för att förbereda beslut (uppgift av allmänt intresse) och sparar det enligt nämndens "
    "dokumenthanteringsplan. Skriv inget privat om dig själv eller andra.</p>"
)
PRIVACY_NOTICE_EN = (
    "<p><b>Sample text.</b> {body} is the data controller for what you write here. You need not give your name. What you write becomes public "
    "and a public record. We use it to prepare decisions (a task in the public interest) and keep it as the committee's records schedule says. "
    "Do not write private things about yourself or others.</p>"
)
