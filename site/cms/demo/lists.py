"""Topics, and target groups with what stands in their way and what helps."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GroupFacts:
    """A target group."""

    slug: str
    name: str
    name_en: str
    barriers: str
    barriers_en: str
    helps: str
    helps_en: str


TOPICS = (
    ("trafik", "Trafik", "Traffic"),
    ("skola", "Skola och förskola", "School and preschool"),
    ("kultur", "Kultur", "Culture"),
    ("fritid", "Fritid", "Leisure"),
    ("miljo", "Miljö", "Environment"),
    ("omsorg", "Omsorg", "Care"),
    ("bostader", "Bostäder och planer", "Housing and plans"),
    ("demokrati", "Demokrati", "Democracy"),
    ("trygghet", "Trygghet", "Safety"),
    ("landsbygd", "Landsbygd", "Countryside"),
    ("naringsliv", "Näringsliv och arbete", "Business and work"),
)

TARGET_GROUPS = (
    GroupFacts(
        "barn",
        "Barn under 13 år",
        "Children under 13",
        "Har inget konto. Språket är de vuxnas. Vuxna svarar i deras ställe.",
        "No account, the adults' language, adults answer for them.",
        "Svara i klass utan konto, rita och fotografera. Ett svar som är skrivet till barn.",
        "Answer in class without accounts, drawings and photographs, an answer written for children.",
    ),
    GroupFacts(
        "unga",
        "Unga 13–25 år",
        "Young people 13–25",
        "Ser inte att det ger något. Formellt språk. Hat.",
        "See no effect, formal language, hate.",
        "Kort, i mobilen, och ett snabbt svar. Ungdomsforum som remissinstans.",
        "Short, on the phone, with a fast answer. The Youth Forum as a referral body.",
    ),
    GroupFacts(
        "ont-om-tid",
        "Småbarnsföräldrar och skiftarbetare",
        "Parents of small children and shift workers",
        "Kvällar och barnpassning.",
        "Evenings and child care.",
        "Flera tider på dygnet. Två minuter räcker. Drop-in på förskolan.",
        "Several times of day, two minutes are enough, drop in at the preschool.",
    ),
    GroupFacts(
        "aldre",
        "Äldre",
        "Older people",
        "Står utanför det digitala. Syn och hörsel.",
        "Digital exclusion, sight and hearing.",
        "Telefon och papper, hjälp på biblioteket, pensionärsrådet.",
        "Telephone and paper, help at the library, the pensioners' council.",
    ),
    GroupFacts(
        "funktionsnedsattning",
        "Personer med funktionsnedsättning",
        "People with disabilities",
        "Formulär, lokaler och dokument som inte går att använda.",
        "Forms, rooms and documents that cannot be used.",
        "Tillgänglig webb, andra format, hörslinga, tolk och ledsagare.",
        "An accessible site, other formats, hearing loop, interpreter and escort.",
    ),
    GroupFacts(
        "lasa-och-skriva",
        "Personer med läs- och skrivsvårigheter",
        "People with reading difficulties",
        "Långa texter.",
        "Long texts.",
        "Lättläst, en fråga i taget, text som går att lyssna på.",
        "Easy read, one question at a time, text to listen to.",
    ),
    GroupFacts(
        "flersprakiga",
        "Nyanlända och flerspråkiga",
        "New and multilingual residents",
        "Svenska, tillit och ett system som är nytt.",
        "Swedish, trust, an unknown system.",
        "En översatt sammanfattning, svar på vilket språk som helst, personer som bygger broar.",
        "A translated summary, answers in any language, people who build bridges.",
    ),
    GroupFacts(
        "nationella-minoriteter",
        "Nationella minoriteter",
        "National minorities",
        "Historia. Kommunen har skyldighet att samråda.",
        "History. The municipality has a duty to consult.",
        "Stående samråd och en egen sida.",
        "Standing consultation and a page of their own.",
    ),
    GroupFacts(
        "landsbygd",
        "Boende på landsbygden",
        "People in the countryside",
        "Avstånd, ingen buss, känslan av att bli bortglömd.",
        "Distance, no bus, feeling overlooked.",
        "Möten i byn, med byalaget, och möjlighet att filtrera på ort.",
        "Meetings in the village with its association, and a filter by place.",
    ),
    GroupFacts(
        "utsatta-omraden",
        "Boende i socioekonomiskt utsatta områden",
        "People in disadvantaged areas",
        "Låg tillit. Inget svar förra gången.",
        "Low trust, no reply last time.",
        "Genom föreningar, boende som intervjuar boende, ersättning för tid.",
        "Through associations, residents interviewing residents, pay for time.",
    ),
    GroupFacts(
        "foretagare",
        "Företagare",
        "Business owners",
        "Tid och andra kontaktvägar.",
        "Time and other ways of contact.",
        "Korta hearingar och en kontakt.",
        "Short hearings and one contact.",
    ),
    GroupFacts(
        "boende-pa-annan-ort",
        "Fritidsboende, pendlare och besökare",
        "Holiday residents, commuters and visitors",
        "Är inte folkbokförda här.",
        "Not registered here.",
        "Öppet för alla som berörs.",
        "Open to everyone affected.",
    ),
    GroupFacts(
        "fastighetsagare",
        "Fastighetsägare",
        "Property owners",
        "Formella rättigheter och sista dagar.",
        "Formal rights and last days.",
        "Besked med post och en plansida.",
        "Notice by post and a plan page.",
    ),
    GroupFacts(
        "hyresgaster",
        "Hyresgäster",
        "Tenants",
        "Genom mellanhänder.",
        "Through intermediaries.",
        "Tillsammans med TrelleborgsHem. Hjälp att svara.",
        "Together with TrelleborgsHem. Help to answer.",
    ),
    GroupFacts(
        "skyddade-uppgifter",
        "Personer med skyddade uppgifter",
        "People with protected identity",
        "Kan inte synas med namn.",
        "Cannot be named.",
        "Alias, ingen e-postadress, ingen plats.",
        "An alias, no e-mail address, no place.",
    ),
    GroupFacts(
        "foreningar",
        "Föreningar och byalag",
        "Associations",
        "Träffas på fritiden.",
        "Meet in their spare time.",
        "Kvällar, resor och en kontakt.",
        "Evenings, travel and one contact.",
    ),
    GroupFacts(
        "fortroendevalda",
        "Förtroendevalda",
        "Elected members",
        "Tid, hot.",
        "Time, threats.",
        "Sammanfattningar, tydlig roll, ett sätt att anmäla hat.",
        "Digests, a marked role, a way to report hate.",
    ),
    GroupFacts(
        "medarbetare",
        "Medarbetare",
        "Staff",
        "Kunskap, mandat, rädsla för kritik.",
        "Competence, mandate, fear of criticism.",
        "Guider, mallar och en samordnare.",
        "Guides, templates and a coordinator.",
    ),
)
