"""The first words of the start page and of the statement pages. Each municipality makes them its own.

Sources: Act (2018:1937) on accessibility to digital public services, with Digg's model statement; the
BBS Act (1998:112); chapter 2 of the Freedom of the Press Act; the GDPR.
"""

from cms.setup import Words

FRONT = {
    "sv": {
        "heading": "Vad tycker du?",
        "introduction": "Här kan du säga vad du tycker om det som kommunen planerar, och se vad det ledde till.",
    },
    "en": {
        "heading": "What do you think?",
        "introduction": "Here you can say what you think of what the municipality plans, and see what came of it.",
    },
}

_RULES_SV = """
<p>Alla får delta: du som bor, arbetar, går i skola eller vistas här. Du behöver inget konto, och ett alias räcker.</p>
<h2>Så skriver du</h2>
<ul><li>Håll dig till frågan. Annat hör hemma hos kundtjänst.</li>
<li>Säg emot, men angrip ingen. Andra ska våga skriva efter dig.</li>
<li>Skriv inget privat om dig själv eller andra: inga telefonnummer, adresser eller hälsouppgifter.</li></ul>
<h2>Det här döljer vi</h2>
<p>Vi döljer bara det som står i listan, aldrig en åsikt. Skälet står på platsen och på din kvittens.</p>
<ul><li>Sådant som uppenbart strider mot lagen (5 § lagen 1998:112 om elektroniska anslagstavlor).</li>
<li>Hot och trakasserier.</li><li>Angrepp på människor för den de är.</li><li>Privata uppgifter om någon.</li>
<li>Intrång i någons upphovsrätt.</li><li>Reklam och skräppost.</li><li>Sådant som hör till ett annat ärende; det lämnar vi vidare.</li></ul>
<h2>Det du skriver är offentligt</h2>
<p>Det du skriver blir en allmän handling. Den sparas även om vi döljer den eller om du tar tillbaka den, och den som begär det kan få läsa den om
ingen sekretess hindrar.</p>
<h2>Något är fel</h2><p>Anmäl det med länken ”Anmäl” under synpunkten. En människa läser varje anmälan.</p>
"""
_RULES_EN = """
<p>Everybody may take part: you who live, work, go to school or spend time here. You need no account, and an alias will do.</p>
<h2>How to write</h2>
<ul><li>Keep to the question. Other matters belong to the contact centre.</li>
<li>Disagree, but attack nobody. Others should dare to write after you.</li>
<li>Write nothing private about yourself or others: no telephone numbers, addresses or health.</li></ul>
<h2>What we hide</h2>
<p>We hide only what is on this list, never an opinion. The reason stands in its place and on your receipt.</p>
<ul><li>What is obviously against the law (section 5 of the Act 1998:112 on electronic bulletin boards).</li>
<li>Threats and harassment.</li><li>Attacks on people for who they are.</li><li>Private things about somebody.</li>
<li>Infringement of somebody's copyright.</li><li>Advertising and spam.</li><li>What belongs to another matter; we pass it on.</li></ul>
<h2>What you write is public</h2>
<p>What you write becomes a public record. It is kept even if we hide it or you withdraw it, and whoever asks may read it unless secrecy prevents it.</p>
<h2>Something is wrong</h2><p>Report it with the link “Report” under the contribution. A person reads every report.</p>
"""
_PRIVACY_SV = """
<h2>Vem som ansvarar</h2>
<p>Varje nämnd är personuppgiftsansvarig för sina dialoger. Vilken det är står på dialogens sida, tillsammans med nämndens egen information.</p>
<h2>Vad vi sparar när du deltar</h2>
<ul><li>Det du skriver, namnet eller aliaset du väljer, och när det kom.</li>
<li>En kaka som gör att du kan ändra och ta tillbaka det du skrivit från samma webbläsare, och en som säger att den finns. De sätts först när du
skickar något.</li>
<li>Det du skriver i ett formulär sparas i din webbläsare, inte hos oss, tills du skickar det eller kastar det, som längst i sju dagar.</li>
<li>Har du ett konto: din e-postadress och ditt lösenord i krypterad form.</li></ul>
<p>Vi sparar inte vad du läser, använder inga kakor för statistik och hämtar inget från andra webbplatser.</p>
<h2>Varför, och hur länge</h2>
<p>Vi behandlar uppgifterna för att utföra en uppgift av allmänt intresse. Synpunkter är allmänna handlingar och bevaras eller gallras efter nämndens
dokumenthanteringsplan.</p>
<h2>Dina rättigheter</h2>
<p>Du kan begära att få se, rätta eller i vissa fall radera uppgifter om dig. Vänd dig till nämnden eller kundtjänst. Du kan klaga hos
Integritetsskyddsmyndigheten (IMY).</p>
"""
_PRIVACY_EN = """
<h2>Who is responsible</h2>
<p>Each political body is the data controller of its dialogues. Which one it is stands on the dialogue's page, with the body's own notice.</p>
<h2>What we keep when you take part</h2>
<ul><li>What you write, the name or alias you choose, and when it came.</li>
<li>A cookie that lets you change and withdraw what you wrote from the same browser, and one that says that it is there. They are set only when
you send something.</li>
<li>What you write in a form is kept in your browser, not by us, until you send it or throw it away, for at most seven days.</li>
<li>If you have an account: your e-mail address, and your password in encrypted form.</li></ul>
<p>We do not keep what you read, use no cookies for statistics and fetch nothing from other websites.</p>
<h2>Why, and for how long</h2>
<p>We process the data to carry out a task in the public interest. Contributions are public records, preserved or disposed of by the body's records
schedule.</p>
<h2>Your rights</h2>
<p>You can ask to see, correct or in some cases erase data about you. Turn to the body or to the contact centre. You can complain to the Swedish
Authority for Privacy Protection (IMY).</p>
"""
_ABOUT_SV = """
<p>Här samlar kommunen sina dialoger med invånarna: vad vi frågar, vad ni säger, vad som beslutas och vad som görs.</p>
<h2>Vårt löfte</h2>
<p>Den som deltar, i ett rum eller på webben, ska kunna se vad det ledde till. Varje dialog har därför ett datum då svaret senast ska komma, och någon som
ansvarar för det. Blir svaret försenat står det på sidan.</p>
<h2>Din kod</h2>
<p>Allt du lämnar får en kod. Med den kan du när som helst se var det är: mottaget, publicerat, sorterat i ett tema, besvarat, beslutat, gjort.</p>
<h2>Andra sätt</h2>
<p>Det personliga mötet är ofta bäst. På varje dialog står hur du deltar på plats, per telefon eller med brev.</p>
"""
_ABOUT_EN = """
<p>Here the municipality gathers its dialogues with residents: what we ask, what you say, what is decided and what is done.</p>
<h2>Our promise</h2>
<p>Whoever takes part, in a room or online, shall be able to see what became of it. Each dialogue therefore has a day by which the answer comes, and
somebody responsible for it. If the answer is late, the page says so.</p>
<h2>Your code</h2>
<p>Everything you give gets a code. With it you can see at any time where it is: received, published, sorted into a theme, answered, decided, done.</p>
<h2>Other ways</h2>
<p>Meeting in person is often best. Each dialogue says how you take part on the spot, by telephone or by letter.</p>
"""
_GAPS_SV = """
<ul><li>Dokument som vi fått från andra, till exempel äldre utredningar som pdf, kan sakna rubriker och bildtexter.</li>
<li>Synpunkter visas på det språk och på det sätt som de skrevs.</li>
<li>Webbplatsen har ännu inte prövats med skärmläsare. Där kan finnas brister som vi inte känner till.</li></ul>
<p>Behöver du något av det i en form som fungerar för dig? Säg till, så ordnar vi det.</p>
"""
_GAPS_EN = """
<ul><li>Documents that we received from others, such as older reports in PDF, may lack headings and descriptions of images.</li>
<li>Contributions are shown in the language and the way in which they were written.</li>
<li>The site has not been tested with a screen reader yet. There may be faults that we do not know of.</li></ul>
<p>Do you need any of it in a form that works for you? Tell us, and we arrange it.</p>
"""

STATEMENTS: dict[str, dict[str, Words]] = {
    "accessibility_page": {
        "sv": Words(
            "Tillgänglighetsredogörelse",
            "tillganglighet",
            {
                "introduction": "<p>Webbplatsen ska kunna användas av alla. Här står hur långt vi har kommit och hur du säger till när något hindrar dig.</p>",
                "known_gaps": _GAPS_SV,
                "tested_how": "Produkten prövas vid varje ändring med det automatiska verktyget axe, med tangentbord och i smala fönster. "
                "Kommunens egen kontroll, med skärmläsare och tillsammans med användare, återstår.",
            },
        ),
        "en": Words(
            "Accessibility statement",
            "accessibility",
            {
                "introduction": "<p>Everybody should be able to use this site. Here is how far we have come, and how to tell us when something stops you.</p>",
                "known_gaps": _GAPS_EN,
                "tested_how": "The product is tested at every change with the automatic tool axe, by keyboard and in narrow windows. "
                "The municipality's own check, with screen readers and together with users, remains to be done.",
            },
        ),
    },
    "privacy_page": {
        "sv": Words("Personuppgifter", "personuppgifter", {"introduction": "Så hanterar vi uppgifter om dig.", "body": _PRIVACY_SV}),
        "en": Words("Privacy", "privacy", {"introduction": "How we handle data about you.", "body": _PRIVACY_EN}),
    },
    "rules_page": {
        "sv": Words("Regler för synpunkter", "regler", {"introduction": "Så att alla vågar delta.", "body": _RULES_SV}),
        "en": Words("Rules for contributions", "rules", {"introduction": "So that everybody dares to take part.", "body": _RULES_EN}),
    },
    "about_page": {
        "sv": Words("Om webbplatsen", "om", {"introduction": "Den som deltar ska kunna se vad det ledde till.", "body": _ABOUT_SV}),
        "en": Words("About the site", "about", {"introduction": "Whoever takes part shall see what came of it.", "body": _ABOUT_EN}),
    },
}
