/* Keys of the moderation queue: a courtesy, since every line has its links. They act on the lines that are ticked, and where
   none is on the current one. Single letters can be switched off (WCAG 2.1.4). */
(() => {
    const queue = document.querySelector("[data-queue]");
    const help = document.querySelector("[data-queue-keys]");
    if (!queue || !help) return;

    const OFF = "gensvar-queue-keys-off";
    const DOES = {
        p: ["publish"],
        h: ["hide"],
        l: ["handle_reports", "reject_hiding"],
        a: ["look_again"],
        c: ["confirm_hiding"],
    };
    const toggle = help.querySelector("[data-queue-toggle]");
    let isOn = localStorage.getItem(OFF) === null;

    const rows = () => [...queue.querySelectorAll("tbody tr")].filter((row) => row.querySelector(".title a"));
    const tick = (row) => row.querySelector("input[type=checkbox]");
    const ticked = () => rows().filter((row) => tick(row)?.checked);
    const current = () => rows().find((row) => row.contains(document.activeElement)) || queue.querySelector("tr.gensvar-current");

    function mark(row) {
        rows().forEach((other) => other.classList.toggle("gensvar-current", other === row));
        const link = row.querySelector(".title a");
        link.focus();
        row.scrollIntoView({ block: "nearest" });
    }

    function step(by) {
        const all = rows();
        if (!all.length) return;
        const place = all.indexOf(current());
        mark(all[Math.min(Math.max(place < 0 ? 0 : place + by, 0), all.length - 1)]);
    }

    /* The page of the first action that a ticked line offers, asked about all that are ticked; it tells which lines stay as they are. */
    function decideTicked(names, chosen) {
        const links = names.flatMap((name) => chosen.map((row) => row.querySelector(`[data-queue-do="${name}"]`)));
        const link = links.find((known) => known);
        if (!link) return;
        const url = new URL(link.href);
        url.searchParams.delete("id");
        chosen.forEach((row) => url.searchParams.append("id", tick(row).dataset.objectId));
        window.location.assign(url);
    }

    function press(key) {
        if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
        const chosen = DOES[key] ? ticked() : [];
        if (chosen.length) return decideTicked(DOES[key], chosen);
        const row = current();
        if (!row) return;
        const names = (DOES[key] || []).map((name) => `[data-queue-do="${name}"]`);
        const target =
            key === "o" ? row.querySelector(".title a") : key === "x" ? tick(row) : names.length && row.querySelector(names.join(","));
        if (target) target.click();
    }

    function isTyping(element) {
        return element.isContentEditable || (element.matches("input, textarea, select") && element.type !== "checkbox");
    }

    document.addEventListener("keydown", (event) => {
        if (!isOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        if ("jkoxphlac".includes(event.key)) {
            event.preventDefault();
            press(event.key);
        }
    });

    function show() {
        toggle.setAttribute("aria-pressed", String(isOn));
        help.classList.toggle("gensvar-keys--off", !isOn);
    }

    toggle.addEventListener("click", () => {
        isOn = !isOn;
        if (isOn) localStorage.removeItem(OFF);
        else localStorage.setItem(OFF, "1");
        show();
    });
    help.hidden = false;
    show();
})();
