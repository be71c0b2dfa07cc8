/* What is written in the admin outlives the session: a word when it has ended, the token of a new login, and no autosave once a form is sent. */
(() => {
  "use strict";
  const house = document.querySelector("[data-session]");
  if (!house) return;

  const TOKEN = "csrfmiddlewaretoken";
  const LOOK_AGAIN = 4000;
  const WAIT_FOR_AUTOSAVE = 10000;
  const BARRED = ["signed_out", "other", "offline"];
  const SIGNED_OUT_CODES = ["signed_out", "no_access", "second_factor", "old_token"];
  const notice = house.querySelector("[data-session-notice]");
  const askAnything = window.fetch.bind(window);
  const submitAnything = HTMLFormElement.prototype.submit;

  /* Who is signed in */

  let person = house.dataset.person;
  let token = null;
  let shown = "";
  let looking = null;

  const show = (kind, name) => {
    if (shown === kind) return;
    shown = kind;
    const words = kind && house.querySelector(`template[data-session-words="${kind}"]`);
    notice.replaceChildren(...(words ? [words.content.cloneNode(true)] : []));
    house.classList.toggle("gensvar-session--shown", Boolean(words));
    const place = notice.querySelector("[data-session-name]");
    if (place) place.textContent = name;
    clearInterval(looking);
    looking = kind ? setInterval(look, LOOK_AGAIN) : null;
  };

  const take = (fresh) => {
    token = fresh;
    if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = token;
    document.querySelectorAll(`input[name=${TOKEN}]`).forEach((input) => {
      input.value = token;
    });
  };

  async function ask() {
    try {
      const answer = await askAnything(house.dataset.url, { headers: { Accept: "application/json" }, cache: "no-store" });
      return answer.ok ? await answer.json() : { kind: "unknown" };
    } catch {
      return { kind: "offline" };
    }
  }

  const kindOf = (state) => state.kind || (!state.person ? "signed_out" : state.person === person ? "ok" : "other");

  /* "ok", or what keeps the page from saving; the server has the last word where it is "unknown". */
  async function look() {
    const state = await ask();
    if (!person && state.person) person = state.person; // a page on which nobody was signed in
    const kind = kindOf(state);
    if (BARRED.includes(kind)) show(kind, state.name);
    if (kind !== "ok") return kind;
    take(state.token);
    if (BARRED.includes(shown)) saveWhatWaits();
    return kind;
  }

  notice.addEventListener("click", async (event) => {
    if (!event.target.closest("[data-session-go-on]")) return;
    person = "";
    await look();
  });
  window.addEventListener("focus", () => shown && look());
  document.addEventListener("visibilitychange", () => shown && !document.hidden && look());

  /* Autosave */

  const controllerOf = (element, name) => (element && window.wagtail?.app?.getControllerForElementAndIdentifier(element, name)) || null;
  const editor = () => document.querySelector("form[data-edit-form]");

  function saveWhatWaits() {
    const form = editor();
    const autosave = controllerOf(form, "w-autosave");
    const unsaved = controllerOf(form, "w-unsaved");
    if (!autosave?.activeValue || !(unsaved?.hasEditsValue || unsaved?.hasCommentsValue)) return show("");
    show("back");
    autosave.save(new CustomEvent("gensvar:signed-in"));
  }

  const hidden = (name, value) => Object.assign(document.createElement("input"), { type: "hidden", name, value });
  const remember = (form, name, value) => {
    const inputs = form.querySelectorAll(`input[name="${name}"]`);
    if (!inputs.length) form.append(hidden(name, value));
    inputs.forEach((input) => {
      input.value = value;
    });
  };

  document.addEventListener("w-autosave:success", ({ target, detail }) => {
    if (shown) show("");
    if (!detail.data?.revision_id) return;
    remember(target, "loaded_revision_id", detail.data.revision_id);
    remember(target, "loaded_revision_created_at", detail.data.revision_created_at);
  });

  /* Before Wagtail's own handlers, so that they say the reason instead of “a server error”. */
  window.addEventListener(
    "w-autosave:error",
    ({ detail }) => {
      const { error_code: code, error_message: words } = detail.response || {};
      if (SIGNED_OUT_CODES.includes(code)) detail.text = words;
      else if (shown === "back") show("");
    },
    { capture: true },
  );

  /* Every request of the page's scripts has the newest token, and one that is refused asks who is signed in. */
  const saving = new Set();
  const isAutosave = (options) => options?.body instanceof FormData && options.headers?.Accept === "application/json";
  const withToken = (options) => {
    const header = window.wagtailConfig?.CSRF_HEADER_NAME || "X-CSRFToken";
    if (!token || !options?.headers || options.headers instanceof Headers) return options;
    const name = Object.keys(options.headers).find((key) => key.toLowerCase() === header.toLowerCase());
    if (!name) return options;
    if (options.body instanceof FormData && options.body.has(TOKEN)) options.body.set(TOKEN, token);
    return { ...options, headers: { ...options.headers, [name]: token } };
  };
  window.fetch = (target, options) => {
    const answer = askAnything(target, withToken(options));
    const save = isAutosave(options) && controllerOf(editor(), "w-autosave")?.submitPromise;
    if (save) {
      saving.add(save); // until its answer is worked into the page
      save.finally(() => saving.delete(save));
    }
    answer.then(({ status }) => (status === 401 || status === 403) && look()).catch(() => {});
    return answer;
  };
  window.jQuery?.(document).on("ajaxError", (_event, xhr) => (xhr.status === 401 || xhr.status === 403) && look());

  const pause = (milliseconds) =>
    new Promise((done) => {
      setTimeout(done, milliseconds);
    });

  /* No autosave starts any more; one under way is waited for, since it may make the page that is about to be sent. */
  async function stopAutosave(form) {
    const autosave = controllerOf(form, "w-autosave");
    if (!autosave?.activeValue) return () => {};
    autosave.activeValue = false;
    autosave.submit.cancel?.();
    if (saving.size) await Promise.race([Promise.all(saving), pause(WAIT_FOR_AUTOSAVE)]);
    return () => {
      autosave.submitPromise = null;
      autosave.activeValue = true;
    };
  }

  /* Sending */

  let sent = false;
  const sending = new WeakSet();
  const addressOf = (form) => new URL(form.getAttribute("action") || "", window.location.href);
  const isOurs = (form) =>
    (form.getAttribute("method") || "").toLowerCase() === "post" &&
    addressOf(form).origin === window.location.origin &&
    addressOf(form).pathname.startsWith("/admin/") &&
    !form.getAttribute("target");

  async function send(form, submitter) {
    if (sending.has(form)) return;
    sending.add(form);
    const goOn = await stopAutosave(form);
    const kind = await Promise.race([look(), pause(WAIT_FOR_AUTOSAVE)]);
    sending.delete(form);
    if (BARRED.includes(kind)) return stay(form, submitter, goOn);
    sent = true;
    const unsaved = controllerOf(form, "w-unsaved");
    if (unsaved) unsaved.confirmationValue = false; // also where a script sends the form, which Wagtail does not hear
    const pressed = hidden(submitter?.name || "", submitter?.value || "");
    if (pressed.name) form.append(pressed);
    if (submitter?.hasAttribute("formaction")) form.setAttribute("action", submitter.formAction);
    submitAnything.call(form);
    pressed.remove();
  }

  function stay(form, submitter, goOn) {
    form.querySelectorAll("input[name=action-workflow-action], input[name^=workflow-action-]").forEach((input) => input.remove());
    goOn();
    const unsaved = controllerOf(form, "w-unsaved");
    if (unsaved) unsaved.confirmationValue = true;
    const progress = controllerOf(submitter, "w-progress");
    if (progress) progress.loadingValue = false;
    notice.querySelector("a")?.focus();
  }

  window.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !isOurs(event.target)) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  HTMLFormElement.prototype.submit = function submit() {
    if (isOurs(this)) send(this, null);
    else submitAnything.call(this);
  };

  /* Whoever was asked by Wagtail whether to save over a newer version, and said yes, is not asked again. */
  let newest = "";
  document.addEventListener("w-swap:json", ({ detail }) => {
    const other = (detail.data?.other_sessions || []).find((session) => session.revision_id);
    if (other) newest = String(other.revision_id);
  });
  document.addEventListener(
    "w-dialog:confirmed",
    (event) => {
      if (event.target.id === "w-save-confirmation-dialog" && newest && editor()) remember(editor(), "overwrites_revision_id", newest);
    },
    { capture: true },
  );

  /* Going back shows what is saved, not what the browser remembers: old words beside the newest version's number would replace it unseen. */
  editor()?.setAttribute("autocomplete", "off");
  document.querySelectorAll("input[name=opened_rows]").forEach((input) => input.form?.setAttribute("autocomplete", "off"));
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && sent) window.location.reload();
  });
})();
