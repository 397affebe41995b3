// The customer's page works without this script. With it:
//
//   1. The address   the token leaves the address bar; the tab's history knows it
//   2. Pages         a form or a link swaps the page's <main> and loads no document
//   3. Waiting       a button is busy, an answer stands there at once, a failure loses nothing
//   4. Keeping       what is typed or clicked is kept on the server, without a button
//   5. Events        all heard on the window, so that a page swapped in needs no wiring
//
// Its words are the templates'.

const HUB = "/review/hub";
const KEPT = "form[data-keep]";
const PAUSE_MS = 1_500;
const KEEP_MS = 10_000;
const PAGE_MS = 30_000; // A model alone may think for 20 s.
const PAGES = [200, 404, 410, 422]; // Any other status is trouble, and no page to show.

// 1. The address. Without a token it opens the page of unknown links, whose script (reopen.js) finds
//    what is kept here and goes there.

let entry = { page: location.pathname + location.search, key: Math.random() };
history.replaceState(entry, "", HUB + location.hash);

/** Leaves a page for the next: a new entry of the history, unless it is the same page again. */
function record(page, again = page === entry.page) {
  history.replaceState({ ...entry, y: scrollY, open: unfolded() }, "");
  entry = { page, key: Math.random() };
  history[again ? "replaceState" : "pushState"](entry, "", HUB);
}

// 2. Pages

let turn = 0; // The latest way to a page: one that was overtaken shows nothing.
let sending = null; // The form on its way: no other goes meanwhile, and it is no draft any more.
let plainly = false; // The next form goes without this script.

/** Goes for a page: nothing where that was overtaken, or failed, which is said. */
async function reach(method, address, body, where = document.querySelector("main")) {
  const mine = ++turn;
  for (const notice of document.querySelectorAll(".failed")) notice.remove();
  await keepAll(); // First: a draft that came after its review would be a draft again.
  const reply = await ask(method, address, body);
  if (mine !== turn) return;
  if (PAGES.includes(reply.status)) return reply;
  complain(where);
}

/** By fetch a page would be text to parse, which takes a policy of Trusted Types; this reads a document
 *  that runs nothing. */
function ask(method, address, body) {
  const call = new XMLHttpRequest();
  call.open(method, address);
  call.responseType = "document";
  call.timeout = PAGE_MS;
  call.send(body);
  return new Promise((resolve) => (call.onloadend = () => resolve(call)));
}

/** Follows a link, or the history to an entry of the past. */
async function visit(address, past) {
  const reply = await reach("GET", address);
  if (!reply) return;
  if (!isOurs(reply)) return location.assign(address);
  if (past) entry = past;
  else record(address);
  const first = swap(reply.response);
  if (!past) return settle(reply, first);
  unfold(past.open);
  scrollTo({ top: past.y, behavior: "instant" });
}

/** Sends a form by its own button, or the one pressed. */
async function send(form, button) {
  if (sending) return;
  sending = form;
  const [address, body, words] = [addressOf(form, button), fieldsOf(form, button), wordsOf(form)];
  const relax = wait(form, button, body);
  const reply = await reach("POST", address, body, form);
  sending = null;
  relax();
  if (!reply) return soon();
  if (!isOurs(reply)) {
    plainly = true; // A hotel's sign-in, perhaps: the browser shows what there is.
    return form.requestSubmit(button);
  }
  if (wordsOf(form) === words) kept.set(form, words);
  const led = new URL(reply.responseURL);
  if (led.href !== address.href) record(led.pathname + led.search);
  // A form with its errors is no new page, and an answer that is none reopens as the page before it.
  else if (reply.status !== 422) record(entry.page, false);
  settle(reply, swap(reply.response), body.has("chip"));
  for (const wrong of document.querySelectorAll(`${KEPT}:has(.wrong)`)) kept.set(wrong, "");
  soon();
}

/** Shows the present page anew with all that is open, typed and focused: for photo.js. */
async function refresh() {
  const reply = await reach("GET", entry.page);
  if (!reply || !isOurs(reply)) return;
  const active = document.activeElement;
  const open = unfolded();
  swap(reply.response);
  unfold(open);
  if (active.isConnected) return;
  const twin = active.id && document.getElementById(active.id);
  focus(twin || document.querySelector(`#${active.closest("details")?.id} summary`));
  if (active.selectionStart != null) twin?.setSelectionRange(active.selectionStart, active.selectionEnd);
}

const unfolded = () => [...document.querySelectorAll("details[open]")].map(({ id }) => id);

function unfold(ids) {
  for (const card of ids ? document.querySelectorAll("details") : []) card.open = ids.includes(card.id);
}

/** Puts a page in the place of the one shown, with what is typed and not kept yet; says what in it wants
 *  the focus. */
function swap(page) {
  const [old, main] = [document.querySelector("main"), page.querySelector("main")];
  const first = main.querySelector("[autofocus]");
  first?.removeAttribute("autofocus"); // Meant for documents: browsers complain of it here.
  for (const form of old.querySelectorAll(KEPT)) if (isChanged(form)) carry(form, main.querySelector(`#${form.id}`));
  document.title = page.title;
  const { lang, dir } = page.documentElement;
  Object.assign(document.documentElement, { lang, dir });
  old.replaceWith(main);
  return first;
}

function carry(form, twin) {
  const typed = new FormData(form);
  for (const field of twin?.elements ?? []) {
    if (field.type === "radio") field.checked = field.value === typed.get(field.name);
    else if (/^text/.test(field.type)) field.value = typed.get(field.name);
  }
}

/** Scrolls and focuses as the page does when it is loaded. */
function settle({ responseURL }, first, tapped) {
  const at = document.querySelector(`#question, #item-${new URL(responseURL).searchParams.get("item")}`);
  if (at) at.scrollIntoView();
  else scrollTo(0, 0);
  // Who taps ready answers gets no phone's keyboard, which would hide the next ones.
  focus(first || (tapped && at) || at?.querySelector("#answer, summary") || document.querySelector("h1"));
}

function focus(element) {
  if (element?.tabIndex < 0) element.tabIndex = -1;
  element?.focus({ preventScroll: true });
}

// 3. Waiting

/** Shows that a form is on its way; what it returns takes that back. */
function wait(form, button, body) {
  button?.setAttribute("aria-disabled", "true");
  const typing = body.has("to") ? null : form.querySelector(".typing");
  if (!typing) return () => button?.removeAttribute("aria-disabled");
  const said = [body.get("answer").trim(), body.get("chip")].filter(Boolean).join("\n");
  const bubble = Object.assign(document.createElement("p"), { className: "bubble", dir: "auto", textContent: said });
  if (said && !body.has("skip")) typing.before(bubble);
  typing.firstElementChild.hidden = false;
  form.classList.add("waiting");
  return () => {
    button?.removeAttribute("aria-disabled");
    bubble.remove();
    typing.firstElementChild.hidden = true;
    form.classList.remove("waiting");
    focus(button); // Hidden meanwhile, it lost the focus.
  };
}

/** Says that nothing went through and nothing is lost. */
function complain(where) {
  where.append(document.getElementById("failed").content.cloneNode(true));
  where.lastElementChild.scrollIntoView({ block: "nearest" });
}

// 4. Keeping

const kept = new WeakMap(); // What the server has of a form, since it was served.
const calls = new WeakMap();
let queue = Promise.resolve();
let pause;

function fieldsOf(form, button) {
  const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  if (button?.name) fields.append(button.name, button.value);
  return fields;
}

const wordsOf = (form) => fieldsOf(form).toString();
const isChanged = (form) => wordsOf(form) !== known(form);

/** Read from the defaults: a browser may have filled the form again with what was typed before. */
function known(form) {
  const served = form.cloneNode(true);
  served.reset();
  return kept.get(form) ?? wordsOf(served);
}

/** Keeps a form as it stands. The answer is a redirect that is not followed. */
async function keep(form) {
  const [words, before] = [wordsOf(form), known(form)];
  if (words === before || form === sending || !form.isConnected) return;
  calls.get(form)?.abort(); // An older state must not come last.
  const call = new AbortController();
  const patience = setTimeout(() => call.abort(), KEEP_MS);
  calls.set(form, call);
  kept.set(form, words);
  const line = form.querySelector(".saved");
  try {
    // To a question, `to` says that this is no answer yet.
    const how = { method: "POST", body: new URLSearchParams(`${words}&to=form`), redirect: "manual", keepalive: true };
    const reply = await fetch(form.dataset.keep, { ...how, signal: call.signal });
    if (reply.type !== "opaqueredirect") throw reply;
    line.textContent = line.dataset.saved;
  } catch {
    // It is tried again at the next change, or when the network is back.
    if (kept.get(form) === words) kept.set(form, before);
    line.textContent = line.dataset.unsaved;
  }
  clearTimeout(patience);
}

/** Keeps every form, one after the other. */
function keepAll() {
  clearTimeout(pause);
  for (const form of document.querySelectorAll(KEPT)) queue = queue.then(() => keep(form));
  return queue;
}

/** The page may be gone in a moment: no form waits for another. */
const keepNow = () => document.querySelectorAll(KEPT).forEach(keep);

function soon() {
  clearTimeout(pause);
  pause = setTimeout(keepAll, PAUSE_MS);
}

// 5. Events

const addressOf = (form, button) =>
  new URL(button?.getAttribute("formaction") ?? form.getAttribute("action"), location.href);
const isOurs = (reply) => reply.response?.querySelector("main");
const isNear = ({ origin, pathname }) => origin === location.origin && pathname.startsWith("/review/");

addEventListener("submit", (event) => {
  const { target: form, submitter: button } = event;
  const near = form.method === "post" && form.enctype.endsWith("urlencoded") && isNear(addressOf(form, button));
  if (plainly || event.defaultPrevented || !near) return;
  event.preventDefault();
  send(form, button);
});

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const special = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link?.target;
  // A link to a place on this page is the browser's own.
  if (!link || special || event.defaultPrevented || link.hash || !isNear(link)) return;
  event.preventDefault();
  visit(link.pathname + link.search);
});

addEventListener("popstate", ({ state }) => {
  if (!state) history.replaceState(entry, ""); // A link to a place on this page led here.
  else if (state.key !== entry.key) visit(state.page, state);
});

addEventListener("afterword:refresh", (event) => {
  event.preventDefault();
  if (!sending) refresh();
});

addEventListener("input", ({ target }) => target.form?.matches(KEPT) && soon());
addEventListener("focusout", ({ target, relatedTarget }) => {
  // Who goes to a button is about to send.
  if (target.form?.matches(KEPT) && !relatedTarget?.matches("button")) keepAll();
});
addEventListener("online", keepAll);
addEventListener("pagehide", keepNow);
addEventListener("visibilitychange", () => document.hidden && keepNow());
