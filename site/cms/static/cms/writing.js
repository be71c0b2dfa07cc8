/* What somebody writes is not lost: it is kept in this browser until it is sent, leaving asks, and the room left is counted.
   Only the text is kept, never names, addresses or passwords: others may use the computer. docs/decisions/0031 */
(() => {
  "use strict";

  const PREFIX = "gensvar.draft:";
  const SENT = "gensvar.sent";
  const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

  /* A browser may have no room, or lend none: then nothing is kept. */
  const ifPossible = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  const read = (key) => ifPossible(() => JSON.parse(localStorage.getItem(key)));
  const drop = (key) => ifPossible(() => localStorage.removeItem(key));
  const dropAll = (isMeant) =>
    ifPossible(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && isMeant(key)).forEach(drop));

  const toldBy = (form) => form?.querySelector("[data-writing]")?.dataset;
  const keyOf = (form) => `${PREFIX}${toldBy(form).owner}:${toldBy(form).writing}`;
  const areasOf = (form) => [...form.querySelectorAll("textarea")];
  const formsOf = (root) => [...root.querySelectorAll("form")].filter((form) => toldBy(form) && areasOf(form).length);
  const isWritten = (form) => {
    const known = (area) => ("bound" in toldBy(form) ? "" : area.dataset.known ?? area.defaultValue);
    return !("sent" in form.dataset) && areasOf(form).some((area) => area.value.trim() && area.value !== known(area));
  };

  /* Keep, and give back. */
  const keep = (form) => {
    if (!isWritten(form)) return drop(keyOf(form));
    const texts = Object.fromEntries(areasOf(form).map((area) => [area.name, area.value]));
    return ifPossible(() => localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), texts })));
  };

  const tellKept = (form, at) => {
    const told = toldBy(form);
    const note = document.createElement("p");
    const button = document.createElement("button");
    const time = new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    note.className = "writing-kept";
    note.setAttribute("role", "status");
    note.append(told.found.replace("{time}", time), " ", button);
    button.type = "button";
    button.textContent = told.remove;
    button.addEventListener("click", () => {
      areasOf(form).forEach((area) => {
        area.value = area.defaultValue;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      });
      drop(keyOf(form));
      note.remove();
      areasOf(form)[0].focus();
    });
    areasOf(form)[0].closest(".field").before(note);
  };

  const giveBack = (form) => {
    const draft = read(keyOf(form));
    if (!draft || "bound" in toldBy(form)) return;
    areasOf(form).forEach((area) => {
      area.value = draft.texts[area.name] ?? area.value;
    });
    if (isWritten(form)) {
      tellKept(form, draft.at);
      askBeforeLeaving();
    }
  };

  /* Leaving asks while something is written and not sent. */
  let asks = false;
  const askBeforeLeaving = () => {
    if (asks) return;
    asks = true;
    window.addEventListener("beforeunload", (event) => {
      if (formsOf(document).some(isWritten)) event.preventDefault();
    });
  };

  /* Sent: what is withdrawn takes the draft of its change along. */
  const isSent = (form, key = keyOf(form)) => {
    if (form) form.dataset.sent = "";
    drop(key);
    drop(key.replace(/\/withdraw\/$/, "/edit/"));
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (/\/logout\/$/.test(form.action)) dropAll((key) => !key.startsWith(`${PREFIX}0:`));
    if (!toldBy(form) || event.defaultPrevented) return;
    form.dataset.sent = "";
    ifPossible(() => sessionStorage.setItem(SENT, keyOf(form)));
  });
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const form = event.detail.elt;
    const { status } = event.detail.xhr;
    if (form.matches("form") && toldBy(form) && status >= 200 && status < 300) isSent(form);
  });

  /* A whole page answered: it was sent where that is no error, and the form does not stand there again. */
  const checkSent = () => {
    const key = ifPossible(() => sessionStorage.getItem(SENT));
    if (!key) return;
    ifPossible(() => sessionStorage.removeItem(SENT));
    const isThere = formsOf(document).some((form) => keyOf(form) === key);
    if (performance.getEntriesByType("navigation")[0]?.responseStatus === 200 && !isThere) isSent(null, key);
  };

  /* Leaving a form on purpose throws away what was written, once that is certain. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-close]");
    const form = link?.closest("form");
    if (!form) return;
    const opened = link.closest("[data-opened]");
    const isStaying = isWritten(form) && !window.confirm(toldBy(form).ask);
    if (isStaying || opened) event.preventDefault();
    if (isStaying) return;
    isSent(form);
    if (!opened) return;
    const opener = document.querySelector(`[hx-get="${CSS.escape(opened.dataset.opened)}"]`);
    opened.remove();
    opener?.focus();
  });

  /* The room left: seen always, heard when there is little. */
  const letters = (area) => [...area.value.trim()].length;
  const saysCount = (area) => {
    const most = Number(area.dataset.most);
    const over = letters(area) - most;
    const number = (value) => value.toLocaleString(document.documentElement.lang);
    const words = over > 0 ? area.dataset.over.replace("{over}", number(over)) : area.dataset.count;
    return { isOver: over > 0, isNear: over > -most / 10, words: words.replace("{written}", number(letters(area))).replace("{most}", number(most)) };
  };
  const count = (area) => {
    const seen = document.createElement("div");
    const heard = document.createElement("div");
    let soon;
    seen.className = "field__count";
    seen.setAttribute("aria-hidden", "true");
    heard.className = "visually-hidden";
    heard.setAttribute("role", "status");
    const show = () => {
      const { words, isOver, isNear } = saysCount(area);
      seen.textContent = words;
      seen.classList.toggle("field__count--over", isOver);
      clearTimeout(soon);
      soon = setTimeout(() => {
        heard.textContent = isNear ? words : "";
      }, 1000);
    };
    area.after(seen, heard);
    area.addEventListener("input", show);
    show();
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form");
    if (!event.target.matches("textarea") || !toldBy(form)) return;
    askBeforeLeaving();
    keep(form);
  });

  const begin = (root) => {
    formsOf(root).forEach(giveBack);
    root.querySelectorAll("textarea[data-most]").forEach((area) => {
      if (!area.nextElementSibling?.matches(".field__count")) count(area);
    });
    if (formsOf(root).some((form) => "bound" in toldBy(form))) askBeforeLeaving();
  };
  dropAll((key) => !(Date.now() - read(key)?.at < KEPT_FOR));
  checkSent();
  document.addEventListener("htmx:afterSettle", (event) => {
    const { target } = event;
    begin(target.matches(".comment__slot") ? target.lastElementChild ?? target : target);
  });
  begin(document);
})();
