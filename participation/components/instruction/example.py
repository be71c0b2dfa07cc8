"""Examples of how one takes part in one language."""

CONTACT = {"phone": "0410-73 30 00", "email": "kontaktcenter@example.org"}
SWEDISH = {
    "code": "sv",
    "name": "Svenska",
    "heading": "Så här deltar du",
    "direction": "ltr",
    "steps": ("Välj en dialog som är öppen.", "Skriv vad du tycker.", "Du får en kod. Spara den."),
    "help": "Behöver du hjälp? Hör av dig till oss:",
    "see_open": "Se de öppna dialogerna",
    "unchecked": "En översättare har inte granskat texten än.",
    "is_checked": True,
}
ARABIC = {
    "code": "ar",
    "name": "العربية",
    "heading": "كيف تشارك",
    "direction": "rtl",
    "steps": ("اختر حواراً مفتوحاً.", "اكتب رأيك.", "ستحصل على رمز. احتفظ به."),
    "help": "هل تحتاج إلى مساعدة؟ اتصل بنا:",
    "see_open": "اعرض الحوارات المفتوحة",
    "unchecked": "لم يراجع مترجم هذا النص بعد.",
}
EXAMPLES = {
    "from right to left, unchecked": {"instruction": ARABIC, "swedish": SWEDISH, "contact": CONTACT},
    "the page's own language": {"instruction": SWEDISH, "swedish": SWEDISH, "alone": True, "contact": CONTACT},
}
