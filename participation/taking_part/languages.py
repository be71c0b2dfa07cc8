"""How one takes part, in plain words, in languages that many people in Sweden speak at home.

English for whoever has come lately; Finnish, which the Minorities Act (2009:724) protects; Arabic, Bosnian/Croatian/Serbian, Persian,
Polish, Somali and Spanish, the languages of large groups; Dari and Ukrainian, of those who have come in the last years. Kurdish and
Tigrinya belong here too, once somebody who speaks them writes them.

The texts are ours. Until a translator has read one, the page says so, in that language and in Swedish: `is_checked`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Instruction:
    """How one takes part, in one language: its code, its own name, the heading, the steps, and the words around them."""

    code: str
    name: str
    heading: str
    steps: tuple[str, ...]
    help: str
    see_open: str
    unchecked: str = ""
    is_rtl: bool = False
    is_checked: bool = False

    @property
    def direction(self) -> str:
        """The value of `dir`."""
        return "rtl" if self.is_rtl else "ltr"


SWEDISH = Instruction(
    code="sv",
    name="Svenska",
    heading="Så här deltar du",
    steps=(
        "Du får säga vad du tycker om det som kommunen planerar. Du behöver inte vara medborgare, och du behöver inget konto.",
        "Välj en dialog som är öppen. Där står vad du kan påverka och vilken dag som är den sista.",
        "Skriv vad du tycker. Helst på svenska eller engelska, annars på ditt eget språk. "
        "Skriv inget privat om dig själv eller andra: alla kan läsa det du skriver.",
        "Du får en kod. Spara den. Med koden ser du vad det blir av det du skrev.",
        "Kommunen svarar senast den dag som den har lovat. Ett nej har alltid ett skäl.",
        "Du kan också ringa, komma till ett möte eller skicka brev. Hur du gör står på varje dialog.",
    ),
    help="Behöver du hjälp? Hör av dig till oss:",
    see_open="Se de öppna dialogerna",
    unchecked="En översättare har inte granskat texten än.",
    is_checked=True,
)
ENGLISH = Instruction(
    code="en",
    name="English",
    heading="How to take part",
    steps=(
        "You can say what you think about what the municipality is planning. You do not have to be a citizen, and you need no account.",
        "Choose a dialogue that is open. It tells you what you can influence and which day is the last.",
        "Write what you think. Preferably in Swedish or English, otherwise in your own language. "
        "Leave out private things about yourself and others: everybody can read what you write.",
        "You get a code. Keep it. The code shows you what becomes of what you wrote.",
        "The municipality answers by the day it has promised at the latest. A no always has a reason.",
        "You can also phone, come to a meeting or send a letter. Each dialogue says how.",
    ),
    help="Do you need help? Contact us:",
    see_open="See the open dialogues",
    unchecked="A translator has not checked this text yet.",
)
FINNISH = Instruction(
    code="fi",
    name="Suomi",
    heading="Näin osallistut",
    steps=(
        "Voit kertoa, mitä ajattelet siitä, mitä kunta suunnittelee. Sinun ei tarvitse olla Ruotsin kansalainen, etkä tarvitse käyttäjätiliä.",
        "Valitse avoin keskustelu. Siinä kerrotaan, mihin voit vaikuttaa ja mikä on viimeinen päivä.",
        "Kirjoita, mitä ajattelet. Mieluiten ruotsiksi tai englanniksi, muuten omalla kielelläsi. "
        "Älä kirjoita yksityisiä asioita itsestäsi tai muista: kaikki voivat lukea, mitä kirjoitat.",
        "Saat koodin. Säilytä se. Koodilla näet, mitä kirjoituksellesi tapahtuu.",
        "Kunta vastaa viimeistään sinä päivänä, jonka se on luvannut. Kielteisellä vastauksella on aina perustelu.",
        "Voit myös soittaa, tulla kokoukseen tai lähettää kirjeen. Jokaisen keskustelun sivulla kerrotaan, miten.",
    ),
    help="Tarvitsetko apua? Ota meihin yhteyttä:",
    see_open="Katso avoimet keskustelut",
    unchecked="Kääntäjä ei ole vielä tarkistanut tätä tekstiä.",
)
ARABIC = Instruction(
    code="ar",
    name="العربية",
    heading="كيف تشارك",
    steps=(
        "يمكنك أن تقول رأيك فيما تخطط له البلدية. لا يلزم أن تكون مواطناً سويدياً، ولا تحتاج إلى حساب.",
        "اختر حواراً مفتوحاً. ستجد فيه ما يمكنك التأثير فيه وآخر يوم للمشاركة.",
        "اكتب رأيك. الأفضل بالسويدية أو الإنجليزية، وإلا فاكتب بلغتك. لا تكتب أموراً خاصة عنك أو عن غيرك: كل الناس يستطيعون قراءة ما تكتبه.",
        "ستحصل على رمز. احتفظ به. بهذا الرمز ترى ماذا حدث لما كتبته.",
        "ترد البلدية في موعد أقصاه اليوم الذي وعدت به. وإذا كان الجواب لا، فهناك دائماً سبب.",
        "يمكنك أيضاً أن تتصل بالهاتف أو تحضر اجتماعاً أو ترسل رسالة. في صفحة كل حوار مكتوب كيف تفعل ذلك.",
    ),
    help="هل تحتاج إلى مساعدة؟ اتصل بنا:",
    see_open="اعرض الحوارات المفتوحة",
    unchecked="لم يراجع مترجم هذا النص بعد.",
    is_rtl=True,
)
BOSNIAN_CROATIAN_SERBIAN = Instruction(
    code="bs",
    name="Bosanski/hrvatski/srpski",
    heading="Kako možete učestvovati",
    steps=(
        "Možete reći šta mislite o onome što općina planira. Ne morate biti švedski državljanin i ne treba vam korisnički račun.",
        "Izaberite dijalog koji je otvoren. Tamo piše na šta možete uticati i koji je dan posljednji.",
        "Napišite šta mislite. Najbolje na švedskom ili engleskom, a inače na svom jeziku. "
        "Ne pišite privatne stvari o sebi ili drugima: svi mogu pročitati ono što napišete.",
        "Dobit ćete kod. Sačuvajte ga. Pomoću koda vidite šta se desilo s onim što ste napisali.",
        "Općina odgovara najkasnije onog dana koji je obećala. Odgovor „ne“ uvijek ima razlog.",
        "Možete i nazvati, doći na sastanak ili poslati pismo. Kod svakog dijaloga piše kako.",
    ),
    help="Trebate pomoć? Javite nam se:",
    see_open="Pogledajte otvorene dijaloge",
    unchecked="Prevodilac još nije provjerio ovaj tekst.",
)
DARI = Instruction(
    code="prs",
    name="دری",
    heading="چگونه سهم بگیرید",
    steps=(
        "شما می‌توانید نظر خود را دربارهٔ آنچه کمون پلان دارد بگویید. لازم نیست شهروند سویدن باشید و به حساب کاربری ضرورت ندارید.",
        "یک گفتگوی باز را انتخاب کنید. در آن نوشته است که بالای چه چیزی می‌توانید تأثیر بگذارید و آخرین روز کدام است.",
        "نظر خود را بنویسید. بهتر است به سویدنی یا انگلیسی باشد، در غیر آن به زبان خود بنویسید. "
        "چیزهای شخصی دربارهٔ خود یا دیگران ننویسید: همه می‌توانند نوشتهٔ شما را بخوانند.",
        "یک کود می‌گیرید. آن را نگه دارید. با این کود می‌بینید که نوشتهٔ شما به کجا رسید.",
        "کمون حد اکثر تا روزی که وعده داده است جواب می‌دهد. جواب نه همیشه دلیل دارد.",
        "همچنان می‌توانید تیلفون کنید، به جلسه بیایید یا نامه بفرستید. در صفحهٔ هر گفتگو نوشته است که چگونه.",
    ),
    help="به کمک ضرورت دارید؟ با ما تماس بگیرید:",
    see_open="گفتگوهای باز را ببینید",
    unchecked="این متن هنوز توسط ترجمان بررسی نشده است.",
    is_rtl=True,
)
PERSIAN = Instruction(
    code="fa",
    name="فارسی",
    heading="چگونه شرکت کنید",
    steps=(
        "شما می‌توانید نظرتان را دربارهٔ برنامه‌های شهرداری بگویید. لازم نیست شهروند سوئد باشید و به حساب کاربری نیاز ندارید.",
        "یک گفت‌وگوی باز را انتخاب کنید. در آن نوشته شده است که بر چه چیزی می‌توانید تأثیر بگذارید و آخرین روز کدام است.",
        "نظرتان را بنویسید. بهتر است به سوئدی یا انگلیسی باشد، وگرنه به زبان خودتان بنویسید. "
        "مطالب خصوصی دربارهٔ خود یا دیگران ننویسید: همه می‌توانند نوشتهٔ شما را بخوانند.",
        "یک کد دریافت می‌کنید. آن را نگه دارید. با این کد می‌بینید که نوشتهٔ شما به کجا رسیده است.",
        "شهرداری حداکثر تا روزی که قول داده است پاسخ می‌دهد. پاسخ منفی همیشه دلیل دارد.",
        "همچنین می‌توانید تلفن کنید، به جلسه بیایید یا نامه بفرستید. در صفحهٔ هر گفت‌وگو نوشته شده است که چگونه.",
    ),
    help="به کمک نیاز دارید؟ با ما تماس بگیرید:",
    see_open="گفت‌وگوهای باز را ببینید",
    unchecked="این متن هنوز به تأیید مترجم نرسیده است.",
    is_rtl=True,
)
POLISH = Instruction(
    code="pl",
    name="Polski",
    heading="Jak wziąć udział",
    steps=(
        "Możesz powiedzieć, co myślisz o planach gminy. Nie musisz mieć szwedzkiego obywatelstwa i nie potrzebujesz konta.",
        "Wybierz otwarty dialog. Jest w nim napisane, na co możesz mieć wpływ i który dzień jest ostatni.",
        "Napisz, co myślisz. Najlepiej po szwedzku lub angielsku, a jeśli nie możesz, w swoim języku. "
        "Nie pisz prywatnych rzeczy o sobie ani o innych: każdy może przeczytać to, co napiszesz.",
        "Dostaniesz kod. Zachowaj go. Dzięki niemu zobaczysz, co dzieje się z twoją wypowiedzią.",
        "Gmina odpowie najpóźniej w dniu, który obiecała. Odmowa zawsze ma uzasadnienie.",
        "Możesz też zadzwonić, przyjść na spotkanie lub wysłać list. Przy każdym dialogu jest napisane, jak to zrobić.",
    ),
    help="Potrzebujesz pomocy? Skontaktuj się z nami:",
    see_open="Zobacz otwarte dialogi",
    unchecked="Tłumacz jeszcze nie sprawdził tego tekstu.",
)
SOMALI = Instruction(
    code="so",
    name="Soomaali",
    heading="Sidaad uga qayb qaadanayso",
    steps=(
        "Waxaad dhiiban kartaa ra'yigaaga ku saabsan waxa ay degmadu qorshaynayso. "
        "Uma baahnid inaad tahay muwaadin Iswiidhish ah, umana baahnid akoon.",
        "Dooro wadahadal furan. Halkaas waxaa ku qoran waxa aad saamayn karto iyo maalinta ugu dambaysa.",
        "Qor waxaad qabto. Waxaa fiican Iswiidhish ama Ingiriisi, haddii kale ku qor luqaddaada. "
        "Ha qorin arrimo gaar ah oo adiga ama dadka kale ku saabsan: qof walba wuu akhrin karaa waxa aad qorto.",
        "Waxaad helaysaa koodh. Kaydso. Koodhka waxaad ku arkaysaa waxa ku dhacay wixii aad qortay.",
        "Degmadu waxay ka jawaabaysaa ugu dambayn maalinta ay ballanqaadday. Haddii jawaabtu maya tahay, mar walba sabab ayaa la sheegaa.",
        "Waxaad kaloo soo wici kartaa, iman kartaa kulan ama soo diri kartaa warqad. Wadahadal kasta waxaa ku qoran sida loo sameeyo.",
    ),
    help="Ma u baahan tahay caawimaad? Nala soo xiriir:",
    see_open="Eeg wadahadallada furan",
    unchecked="Turjubaan weli ma hubin qoraalkan.",
)
SPANISH = Instruction(
    code="es",
    name="Español",
    heading="Cómo participar",
    steps=(
        "Puedes decir lo que piensas sobre lo que planea el municipio. No hace falta tener la nacionalidad sueca ni una cuenta.",
        "Elige un diálogo abierto. Ahí dice en qué puedes influir y cuál es el último día.",
        "Escribe lo que piensas. Mejor en sueco o en inglés; si no puedes, en tu idioma. "
        "No escribas cosas privadas sobre ti ni sobre otras personas: todo el mundo puede leer lo que escribes.",
        "Recibes un código. Guárdalo. Con él ves qué ha pasado con lo que escribiste.",
        "El municipio responde a más tardar el día que ha prometido. Un no siempre tiene una razón.",
        "También puedes llamar, ir a una reunión o enviar una carta. Cada diálogo explica cómo.",
    ),
    help="¿Necesitas ayuda? Ponte en contacto con nosotros:",
    see_open="Ver los diálogos abiertos",
    unchecked="Un traductor todavía no ha revisado este texto.",
)
UKRAINIAN = Instruction(
    code="uk",
    name="Українська",
    heading="Як узяти участь",
    steps=(
        "Ви можете сказати, що думаєте про плани муніципалітету. Не потрібно мати шведське громадянство, і обліковий запис не потрібен.",
        "Виберіть відкритий діалог. Там написано, на що ви можете вплинути та який день останній.",
        "Напишіть, що ви думаєте. Найкраще шведською або англійською, інакше пишіть своєю мовою. "
        "Не пишіть приватного про себе чи інших: усі можуть прочитати те, що ви напишете.",
        "Ви отримаєте код. Збережіть його. За цим кодом ви побачите, що сталося з тим, що ви написали.",
        "Муніципалітет відповість не пізніше дня, який він пообіцяв. Відмова завжди має пояснення.",
        "Ви також можете зателефонувати, прийти на зустріч або надіслати листа. У кожному діалозі написано, як це зробити.",
    ),
    help="Потрібна допомога? Зв’яжіться з нами:",
    see_open="Переглянути відкриті діалоги",
    unchecked="Перекладач ще не перевірив цей текст.",
)

OTHERS = (ENGLISH, ARABIC, BOSNIAN_CROATIAN_SERBIAN, DARI, FINNISH, PERSIAN, POLISH, SOMALI, SPANISH, UKRAINIAN)
"""In the order of their names as they are read out in Swedish, English first; beside Swedish they are ten."""


def instructions(language: str) -> list[Instruction]:
    """All of them, that of the page's language first."""
    every = [SWEDISH, *OTHERS]
    return sorted(every, key=lambda instruction: instruction.code != language)
