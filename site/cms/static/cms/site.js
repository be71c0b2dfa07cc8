/* Courtesies. Everything works without them. */
(() => {
  "use strict";

  /* What needs a change is said first, also where autofocus is not obeyed. */
  const focusErrors = (root) => {
    const summary = root.querySelector("[data-error-summary]");
    if (summary) summary.focus();
    return Boolean(summary);
  };

  /* A code can be copied, a page printed, where the browser can. */
  const reveal = (root) => {
    root.querySelectorAll("[data-print]").forEach((button) => {
      button.hidden = false;
    });
    if (!navigator.clipboard) return;
    root.querySelectorAll("[data-copy]").forEach((button) => {
      button.hidden = false;
    });
  };

  const copy = async (button) => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const words = button.querySelector("span");
    const before = words.textContent;
    words.textContent = button.dataset.copied;
    setTimeout(() => {
      words.textContent = before;
    }, 4000);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.matches("[data-print]")) window.print();
    if (button?.matches("[data-copy]")) copy(button);
  });

  /* The account menu closes with Escape and by a click beside it. */
  const closeMenus = (except) => {
    document.querySelectorAll(".header__account[open]").forEach((menu) => {
      if (menu !== except) menu.open = false;
    });
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest(".header__account")));
  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector(".header__account[open]");
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  /* A form that is open stays: what opens another one puts it below, and what would open it twice leads to it. */
  const focusForm = (root) => {
    const meant = root.matches("[data-focus]") ? root : root.querySelector("[data-focus]");
    const first = meant ?? root.querySelector("h1, h2, h3, textarea, input:not([type=hidden], [tabindex='-1'])");
    if (first?.matches("h1, h2, h3")) first.tabIndex = -1;
    first?.focus();
  };
  const openedOf = (link) => document.querySelector(`[data-opened="${CSS.escape(link.getAttribute("hx-get"))}"]`);
  document.addEventListener("htmx:beforeRequest", (event) => {
    const link = event.target;
    const opened = link.matches("[hx-swap=beforeend]") && openedOf(link);
    if (!opened) return;
    event.preventDefault();
    focusForm(opened);
  });

  /* A long text is unfolded where it stands; without scripts its own address does that. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-unfold]");
    if (!link) return;
    event.preventDefault();
    const text = link.parentElement.previousElementSibling;
    text.classList.add("comment__text--whole");
    text.tabIndex = -1;
    text.focus({ preventScroll: true });
  });

  /* What was loaded into the page takes the focus: its errors, else its heading or first field. */
  document.addEventListener("htmx:afterSettle", (event) => {
    const { target } = event;
    if (target.matches("[data-quiet]")) return;
    const loaded = target.matches(".comment__slot") ? target.lastElementChild : target;
    reveal(loaded);
    if (!focusErrors(loaded)) focusForm(loaded);
  });

  /* Answers that are not 200 (errors of a form, a limit) are shown too; of a whole page only its content. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.status >= 400 && xhr.status < 500) event.detail.shouldSwap = true;
    if (/^\s*<!doctype/i.test(xhr.responseText)) event.detail.selectOverride = ".content";
  });

  /* Suggestions below the search field: the arrow keys walk through them, Escape and a click beside them close them. */
  const suggestionsOf = (input) => document.getElementById(input.dataset.suggests);
  const closeSuggestions = (except) => {
    document.querySelectorAll("[data-suggests]").forEach((input) => {
      const list = suggestionsOf(input);
      if (!except || (input !== except && !list.contains(except))) list.replaceChildren();
    });
  };
  document.addEventListener("click", (event) => closeSuggestions(event.target));
  document.addEventListener("focusin", (event) => closeSuggestions(event.target));
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest(".search-form");
    const input = form?.querySelector("[data-suggests]");
    if (!input) return;
    const stops = [input, ...suggestionsOf(input).querySelectorAll("a")];
    const at = stops.indexOf(event.target);
    if (event.key === "Escape" && stops.length > 1) {
      event.preventDefault();
      closeSuggestions();
      input.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || at < 0 || stops.length < 2) return;
    event.preventDefault();
    stops[(at + step + stops.length) % stops.length].focus();
  });

  /* What one wrote oneself is loaded into a page that is kept for everybody, where this browser has taken part. */
  const own = document.querySelector("[data-own]");
  if (own && /(^|; )gensvar_took_part=/.test(document.cookie)) own.setAttribute("hx-trigger", "load");

  reveal(document);
  focusErrors(document);
})();
