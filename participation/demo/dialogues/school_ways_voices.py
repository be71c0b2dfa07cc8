"""What invented people say about safe ways to school."""

from participation.demo.schema import Voice

VOICES = (
    Voice(
        "Mamma till två",
        "Övergången vid Kastanjeskolan är livsfarlig på morgonen. Bilarna kommer nerför backen och ser inte barnen förrän de är mitt ute i gatan. "
        "Vi har själva fått kasta oss bakåt en gång. Sätt ett gupp före övergången, inte efter!",
        supports=23,
        replies=(
            Voice("Hasse", "Håller med till fullo. Jag kör buss där och det är samma sak från vårt håll, man ser dem för sent."),
            Voice(
                "Trafikplaneraren",
                "Tack. Vi har mätt farten i backen och delar din bild: fyra av fem kör fortare än 30. Platsen är en av dem vi tar med i förslaget. "
                "Var guppet ska ligga för att bussen ska klara det prövar vi härnäst.",
                official="teknik",
            ),
            Voice(
                "Mamma till två",
                "Bra att höra. Men på vintern är det mörkt klockan åtta. Går det inte att ställa ut något tillfälligt så länge?",
                supports=4,
            ),
            Voice("Kerstin", "Blomlådor! Det gjorde de där min syster bor, kostade nästan inget.", supports=6),
        ),
    ),
    Voice(
        "Elev i 5A",
        "vi går alltid genom parken men på vintern är det helt svart där. lamporna är trasiga. jag vågar inte gå själv då",
        supports=31,
    ),
    Voice(
        "Pappa på cykel",
        "Cykelbanan längs Skolgatan tar slut tvärt vid macken. Där ska en åttaåring plötsligt ut bland lastbilar. "
        "Antingen dra fram den sista biten eller led om cyklarna bakom husen, men lämna dem inte mitt i ingenting.",
        supports=18,
        replies=(
            Voice("Ingrid", "Bakom husen är det grus och en trappa, så det funkar inte med vagn eller rullstol."),
            Voice("Pappa på cykel", "Sant, trappan tänkte jag inte på. Då får det bli sista biten längs gatan.", supports=2),
        ),
    ),
    Voice(
        "Lars-Göran",
        "Det är föräldrarna som är problemet, inte gatan. Släpp av ungarna tvåhundra meter bort så får de gå resten. Det gjorde vi.",
        supports=12,
        replies=(
            Voice(
                "Sara",
                "Jag skjutsar för att jag ska hinna med tåget 7.42, inte för att det är roligt. Ge oss en plats att stanna på så gör vi det gärna.",
            ),
            Voice("Lars-Göran", "Då är vi överens om var pengarna ska läggas.", supports=3),
            Voice("Nina", "En avlämningsplats vid idrottshallen vore perfekt, därifrån är det gångväg hela vägen.", supports=9),
        ),
    ),
    Voice(
        "Leila",
        "My daughter is in year 2. We would walk if there was a pavement on both sides near the roundabout. Now we must cross twice.",
        supports=7,
        language="en",
    ),
    Voice(
        "Synskadad mamma",
        "Jag följer min son till skolan med vit käpp. Tänk på att upphöjda övergångar utan kant är svåra att hitta för mig. "
        "Jag behöver en tydlig kant mot körbanan och en ränna som leder rätt. Ljudsignalen vid Ringvägen är trasig sedan i höstas.",
        supports=27,
        replies=(
            Voice(
                "Trafikplaneraren",
                "Tack, det här är viktigt. Felanmälan om ljudsignalen är gjord i dag. Vi går gärna sträckan med dig; ring växeln och säg att det gäller skolvägarna.",
                official="teknik",
            ),
        ),
    ),
    Voice("Bosse på 3:an", "Sänk till 30 runt alla skolor. Klart."),
    Voice(
        "Trött tvåbarnsförälder",
        "Kan ni inte börja med att laga det som redan finns? Stängslet vid gångtunneln har varit trasigt i två år, och ungarna genar över spåret.",
        supports=14,
    ),
    Voice(
        "Mattias, Skegrie",
        "Glöm inte oss utanför stan. I Skegrie går barnen längs landsvägen till bussen, i diket, för det finns ingen vägren. "
        "Det räcker med en trampad stig innanför diket, vi kan hjälpa till att röja.",
        supports=22,
        replies=(
            Voice("Anna-Karin", "Samma sak hos oss i Gislöv. Det är alltid tätorten som får allt.", supports=8),
            Voice("Mattias, Skegrie", "Byalaget kan ställa upp med folk en lördag om kommunen fixar grus."),
        ),
    ),
    Voice("Farmor", "Mitt barnbarn i rullstol kommer inte upp på trottoaren vid skolans grind. En liten ramp, tack.", supports=16),
    Voice("Anonym", "Fler cykelställ. Nu står cyklarna i vägen för alla som ska in.", supports=5),
    Voice(
        "Elevrådet, mellanstadiet",
        "Vi har gått och räknat. På tjugo minuter körde 61 bilar över övergången. 9 stannade inte fast vi stod där. "
        "Vi vill ha en övergång som lyser när någon ska gå över. Vi vill också att vuxna slutar titta på mobilen när de kör.",
        supports=38,
        replies=(
            Voice("Mormor", "Vilket fint jobb ni har gjort! Skicka det till polisen också.", supports=4),
            Voice("Trafikplaneraren", "Vi har fått elevrådets lista och lägger den som bilaga till förslaget.", official="teknik"),
        ),
    ),
    Voice("Cyklist i ur och skur", "Sopa bort gruset tidigare på våren. Det är halt i varje kurva fram till maj.", supports=6),
    Voice(
        "Granne",
        "Jag bor mitt emot skolan. Varje morgon står det bilar på min infart med motorn igång. Jag vill inte ha fler parkeringar utan färre bilar.",
        supports=11,
    ),
    Voice(
        "Jonas",
        "Vandrande skolbuss! Vi har kört det i vår klass i ett år. Fyra föräldrar delar på veckan. Kostar ingenting.",
        supports=19,
        replies=(Voice("Petra", "Hur gör ni när någon blir sjuk?"), Voice("Jonas", "Chattgrupp. Det har löst sig varje gång hittills.")),
    ),
    Voice(
        "Kurt",
        "Det här är ingenting mot när jag var liten. Vi gick en mil i snö.",
        replies=(Voice("Ylva", "Och hur många bilar mötte ni?", supports=21),),
    ),
    Voice("Fatima", "Det är bra belyst på framsidan men vid bakvägen där alla barnen går finns bara två stolpar.", supports=9),
    Voice(
        "SFI-läraren",
        "Många av mina elever vet inte var man anmäler en trasig lampa. Sätt upp en skylt med nummer på skolgården.",
        supports=8,
    ),
    Voice("Mopedist 16", "gör en egen fil för moped så slipper ni oss på cykelbanan"),
    Voice(
        "Barnläkare på dagis-sidan av gatan",
        "Barn under tio kan inte bedöma hur fort en bil kommer. Det är inte en fråga om uppfostran utan om mognad. "
        "Därför hjälper det inte att lära dem mer, gatan måste förlåta att de gör fel. Avsmalning och upphöjning fungerar. Skyltar gör det inte.",
        supports=33,
    ),
    Voice(
        "Pendlare",
        "Om ni gör 30 överallt hinner jag inte med bussen. Rimlighet tack.",
        supports=2,
        replies=(Voice("Ann", "Det handlar om 40 sekunder på hela sträckan, jag har räknat på det.", supports=7),),
    ),
    Voice(
        "Gislövsbo",
        "Gångtunneln vid Gislövs läge är full av vatten varje gång det regnar. Då går barnen över vägen i stället.",
        supports=13,
    ),
    Voice(
        "Emelie",
        "Min son har autism och klarar inte att vägen ser olika ut varje dag. Om ni bygger om, berätta i god tid hur det ska bli. Gärna med bilder.",
        supports=20,
    ),
    Voice(
        "Rolf",
        "Vem har bestämt att det bara blir sex platser?",
        replies=(
            Voice(
                "Trafikplaneraren",
                "Nämnden har avsatt pengar för ett år i taget. Sex platser är en uppskattning av vad de räcker till.",
                official="teknik",
            ),
        ),
    ),
    Voice("Skolsköterska", "Barn som går till skolan är piggare på första lektionen. Det ser jag varje dag.", supports=15),
    Voice("En som jobbar natt", "Jag kommer hem klockan sju och har inte sett någon övervakning alls. Polisen behöver synas.", supports=3),
    Voice("Byalaget", "Vi har en färdig skiss på en gång- och cykelväg mellan byn och hållplatsen. Hör av er!", supports=12),
    Voice("Dagbarnvårdare", "Sex barn och en vagn på en meter bred trottoar går inte. Klipp häckarna.", supports=10),
    Voice(
        "Oskar 9 år",
        "en bro över vägen. med rutschkana ner",
        supports=41,
        replies=(Voice("Mamma till Oskar", "Han har ritat den också, vi tar med den till tältet.", supports=6),),
    ),
    Voice(
        "Tvivlaren",
        "Vi svarade på samma frågor för fem år sedan. Vad hände med det?",
        supports=17,
        replies=(
            Voice(
                "Trafikplaneraren",
                "Tre av platserna byggdes om, två väntar på att fjärrvärmen ska dras om. Vi lägger ut en lista här på sidan.",
                official="teknik",
            ),
            Voice("Tvivlaren", "Tack för ett rakt svar."),
        ),
    ),
    Voice(
        "Irriterad förälder",
        "Ni som stannar mitt på övergången för att släppa av: en dag tar jag bilnycklarna ur handen på er.",
        hidden="threat",
        note="Orden kan läsas som ett hot.",
        asks_again="Jag var arg när jag skrev, men jag hotar ingen. Jag vill bara att man inte ska få stanna på övergången.",
    ),
    Voice(
        "Besviken",
        "Den som har ritat det här har aldrig gått vägen med en barnvagn. Fråga oss i stället för en konsult.",
        supports=8,
        proposed="off_topic",
    ),
    Voice(
        "Privatperson",
        "Den som kör den svarta bilen och bor på nummer 14 borde bli av med körkortet, alla vet vem det är.",
        hidden="personal_data",
        note="Synpunkten pekar ut en enskild person.",
    ),
    Voice("Kalle", "KÖP BILLIGA REFLEXER PÅ NÄTET, rabattkod finns", reported="advertising", report_details="Det här är reklam."),
    Voice("Ångrade mig", "Det här hörde inte hit.", withdrawn=True),
    Voice(
        "Astrid",
        "Jag cyklar med tre barn varje dag. Bäst vore en sammanhängande cykelväg från Östervång till skolorna, utan kantstenar på tvären. "
        "Det jag är räddast för är högersvängande lastbilar.",
        by="astrid",
        supports=9,
    ),
    Voice(
        "Yusuf", "Som vaktmästare ser jag att flest barn kommer samma fem minuter. Kunde skolorna börja lite olika?", by="yusuf", supports=4
    ),
)
