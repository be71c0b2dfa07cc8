"""Guides for meeting people and knowing them."""

from knowledge_hub.demo.schema import Guide

KNOW_YOUR_GROUP = Guide(
    title="Känn din målgrupp",
    slug="kann-din-malgrupp",
    stage="plan",
    summary="Vad som hindrar olika grupper från att delta, och vad som hjälper.",
    good_when=(
        "Ni ska välja metoder och skriva en inbjudan, och vill nå fler än dem som brukar komma.\n\n"
        "Regeringsuppdraget om lokal demokrati, där Trelleborg var en av åtta kommuner, visade att unga oftare möter hinder, att rädsla för hot "
        "och hat får människor att tystna, och att en fjärdedel inte deltar i någon lokal grupp."
    ),
    not_when="Ni har redan bestämt kanal och datum. Gå tillbaka ett steg: målgruppen bestämmer formen, inte tvärtom.",
    time_needed="En halv dag, och ett samtal med någon ur varje grupp",
    effort="small",
    to_bring="Listan över målgrupper, en karta över orten och namnet på en förening eller nyckelperson för varje grupp.",
    steps=(
        (
            "Lista vilka som berörs, inte vilka som brukar svara",
            "Gå igenom ärendet led för led. Vem går där, vem arbetar där, vem betalar, vem bor bredvid? Medborgare har inget med "
            "folkbokföring att göra: den som arbetar eller går i skola här räknas.",
        ),
        (
            "Fråga vad som hindrar",
            "Barn har inga konton, och vuxna svarar åt dem. Unga ser ingen effekt. Småbarnsföräldrar och skiftarbetare har inte kvällarna. "
            "Äldre och personer med funktionsnedsättning möter formulär, lokaler och pdf:er som inte fungerar. Nyanlända känner inte systemet. "
            "Landsbygden har långt till mötet och ingen buss hem.",
        ),
        (
            "Välj en åtgärd för varje hinder",
            "Klassrumsläge utan konton. Mobilen först, och svar snabbt. Flera tider på dygnet och drop-in på förskolan. Telefon och papper som "
            "personalen skriver in. Sammanfattning på fler språk, och svar på vilket språk som helst. Möte hos byalaget.",
        ),
        (
            "Gå genom någon som har förtroende",
            "En förening, en lärare, en fritidsledare, TrelleborgsHem. Be dem bjuda in, och ersätt deras tid.",
        ),
        (
            "Gör det möjligt att delta utan namn",
            "Ett alias räcker på webben. Ingen ska behöva lämna e-postadress eller bostadsort för att säga vad den tycker. Den som lever med "
            "skyddade uppgifter ska kunna delta.",
        ),
        (
            "Räkna vilka ni nådde",
            "Grupper, inte namn. ”Vet ej” är ett godkänt svar. Skriv i sammanställningen vilka som saknas.",
        ),
    ),
    checklist=(
        "Varje berörd grupp har minst ett hinder och en åtgärd.",
        "Någon ur gruppen har läst inbjudan före de andra.",
        "Det går att delta utan konto, utan namn och utan webb.",
        "Tiden passar dem som arbetar skift och har små barn.",
        "Det finns en sammanfattning på lättläst svenska.",
        "Barn får frågan och svaret på ett sätt som barn förstår.",
        "Vi vet hur vi räknar vilka vi nådde.",
    ),
    methods=("interview", "child_map", "youth_council", "advisory_council", "library_drop_in"),
    target_groups=(
        "barn",
        "unga",
        "ont-om-tid",
        "aldre",
        "funktionsnedsattning",
        "lasa-och-skriva",
        "flersprakiga",
        "landsbygd",
        "utsatta-omraden",
    ),
    owner="kultur",
    review_in=-12,
)

MEET = Guide(
    title="Möt människor: öppet hus, pop-up och trygghetsvandring",
    slug="mot-manniskor",
    stage="meet",
    summary="Tre sätt att mötas på plats, och hur det som sägs blir till något som går att svara på.",
    good_when=(
        "Frågan gäller en plats eller något i vardagen, och ni vill höra dem som inte skriver på webben.\n\n"
        "Kartläggningen av kommunens arbete med delaktighet säger det tydligt: det personliga mötet är ofta det bästa, och dialogen hör hemma "
        "nära vardagen."
    ),
    not_when=(
        "Frågan är så laddad att ett öppet möte blir en strid om ord. Börja med enskilda samtal.\n\n"
        "Ingen hinner skriva in det som sägs. Då försvinner det, och med det förtroendet."
    ),
    time_needed="En dag före, mötet, och en halv dag efter",
    effort="medium",
    to_bring="Karta, pennor, lappar i två färger, anteckningsmall, hörslinga, kaffe, skylt med frågan, och kort med dialogens adress.",
    steps=(
        (
            "Välj formen efter frågan",
            "Öppet hus när många kan komma när som helst. Pop-up på torget, i butiken eller vid bussen när ni vill möta dem som aldrig "
            "kommer. Trygghetsvandring när platsen är frågan: åtta till femton personer, gärna efter mörkrets inbrott.",
        ),
        (
            "Säg löftet högt",
            "Börja med vad som går att påverka, vad som ligger fast, vem som beslutar och när de får svar. Säg också att anteckningarna blir "
            "allmän handling, utan namn.",
        ),
        (
            "Låt alla tala",
            "En runda först, sedan fritt. Samtalsledaren ger ordet och försvarar inget. Förtroendevalda lyssnar och ställer frågor.",
        ),
        (
            "Anteckna så att alla ser",
            "Skriv på blädderblock eller skärm. Läs upp: ”Stämmer det?” Parkera frågor som hör hemma någon annanstans, med ett namn bredvid.",
        ),
        (
            "Gör listan under trygghetsvandringen",
            "För varje plats: vad, varför, vem kan åtgärda, till när. Listan är en uppföljning redan när ni kommer tillbaka.",
        ),
        (
            "Skriv in samma dag",
            "Varje synpunkt för sig i dialogen, märkt ”möte” och med rätt dag. Den som vill får sin kod på en lapp och kan följa vad det ledde till.",
        ),
        (
            "Tacka, och säg vad som händer nu",
            "Datumet för svaret, hur de får det, och vem de ringer.",
        ),
    ),
    checklist=(
        "Lokalen och vägen dit fungerar för den som sitter i rullstol.",
        "Hörslinga provad. Tolk bokad om någon bett om det.",
        "Frågan, det öppna och det fasta står på en skylt.",
        "Anteckningsmallen är utskriven för varje bord.",
        "Någon räknar deltagare per grupp, inte namn.",
        "Parkerade frågor har en mottagare.",
        "Kort med adress och telefonnummer delas ut.",
        "Allt är inskrivet samma dag.",
    ),
    methods=("open_house", "pop_up", "safety_walk", "walk_and_talk", "world_cafe"),
    target_groups=("landsbygd", "aldre", "barn", "foreningar"),
    owner="teknik",
    review_in=90,
)
