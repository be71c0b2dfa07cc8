"""The English of one guide, as a translator would write it."""

SHOULD_WE = {
    "Ska vi ha en dialog?": "Should we hold a dialogue?",
    "ska-vi-ha-en-dialog": "should-we-hold-a-dialogue",
    "Åtta frågor som avgör om ni ska fråga, eller om det är ärligare att informera.": (
        "Eight questions that decide whether to ask, or whether it is more honest to inform."
    ),
    "En timme med två kollegor": "An hour with two colleagues",
    "Skriv frågan i en mening": "Write the question in one sentence",
    "Dela upp: vad är öppet, vad ligger fast?": "Divide: what is open, what is fixed?",
    "Ta reda på vem som beslutar, och när": "Find out who decides, and when",
    "Fråga beslutsfattarna": "Ask those who decide",
    "Välj nivå, och skriv löftet": "Choose the level, and write the promise",
    "Se efter om någon annan frågar samma människor": "See whether somebody else asks the same people",
    "Frågan står i en mening.": "The question stands in one sentence.",
    "Det öppna och det fasta är skrivet i två listor.": "What is open and what is fixed stands in two lists.",
    "Vi vet vem som beslutar och vilken dag.": "We know who decides, and on which day.",
    "Beslutsfattarna har sagt att svaren kan ändra något.": "Those who decide have said that the answers can change something.",
    "Vi vet vilka som berörs, och om barn är bland dem.": "We know who is affected, and whether children are among them.",
    "Nivån är vald, och löftet är en mening.": "The level is chosen, and the promise is one sentence.",
    "Det finns tid: minst fyra veckor från svar till beredning.": "There is time: at least four weeks from the answers to the preparation.",
    "Vi har läst vad som redan sagts i tidigare dialoger och synpunkter.": "We have read what was said in earlier dialogues.",
    "Om svaret blev nej: vi informerar i stället, och säger det.": "If the answer was no: we inform instead, and say so.",
    "Ärendets tidplan, nämndens sammanträdesdagar och det ni redan vet från synpunkter, medborgarförslag och tidigare dialoger.": (
        "The matter's timetable, the body's meeting days, and what you know from views, citizen proposals and earlier dialogues."
    ),
    "Skriv den så att en granne förstår den. Går det inte att skriva den i en mening är det ofta två frågor. Ställ i så fall den "
    "som människor kan svara på först.": (
        "Write it so that a neighbour understands it. If it cannot be one sentence, it is often two questions. Then ask first the one that people can answer."
    ),
    "Gör två listor. Det öppna ska vara sådant som någon kan ändra på grund av svaren. Det som ligger fast är lagar, budget, "
    "tidigare beslut. Är den öppna listan tom ska ni informera i stället.": (
        "Make two lists. What is open is what somebody can change because of the answers. What is fixed are laws, the budget, earlier decisions. "
        "If the open list is empty, inform instead."
    ),
    "Räkna bakåt från sammanträdet. Materialet ska vara klart fyra till sex veckor innan det går till nämnden. Räcker tiden inte "
    "till att läsa och väga svaren är det för sent.": (
        "Count backwards from the meeting. The material is ready four to six weeks before it goes to the body. If there is no time to read and weigh "
        "the answers, it is too late."
    ),
    "Är de beredda att låta sig påverkas? Vill de veta vad människor värderar och prioriterar? Ett nej här är ett besked: "
    "informera då, och låtsas inte fråga.": (
        "Are they ready to be influenced? Do they want to know what people value? A no is an answer: inform then, and do not pretend to ask."
    ),
    "Information, konsultation, dialog, inflytande eller medbeslutande. Högre är inte bättre. Skriv löftet som en mening som ni "
    "kan hålla: ”Vi frågar, och redovisar hur svaren påverkade beslutet.”": (
        "Information, consultation, discussion, involvement or co-decision. Higher is not better. Write the promise as a sentence that you can keep: "
        "“We ask, and account for how the answers affected the decision.”"
    ),
    "Titta i listan över dialoger: samma ort, samma målgrupp, samma månad? Ring kollegan och gör det tillsammans.": (
        "Look in the list of dialogues: the same place, the same group, the same month? Call your colleague and do it together."
    ),
    "Ett förslag eller en större förändring påverkar människor, och någon i förvaltningen eller nämnden säger: borde vi inte fråga?\n\n"
    "Kommunfullmäktiges principer säger att dialog alltid ska övervägas när ett förslag berör medborgarna. De säger också att frågan "
    "måste gå att påverka och att det är de förtroendevalda som beslutar om dialogen.": (
        "A proposal or a larger change affects people, and somebody in the administration or the committee says: should we not ask?\n\n"
        "The council's principles say that a dialogue shall always be considered when a proposal concerns citizens. They also say that the "
        "question must be open to influence, and that the elected members decide on the dialogue."
    ),
    "Beslutet är redan fattat. Då är det information: kalla det så, och lägg omsorgen på att förklara.\n\n"
    "Frågan gäller en enskild persons ärende. Då är det inte en dialog utan handläggning.": (
        "The decision is already taken. Then it is information: call it that, and spend the care on explaining.\n\n"
        "The question is about one person's case. Then it is no dialogue but case handling."
    ),
}
