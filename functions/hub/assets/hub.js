// The customer's page works without this script. photo.js is served as its end.

const HUB = "/review/hub";
const DRAFT_FORM = "form[data-keep]";
const PAUSE_MS = 1_500;
const TEXT_MAX = 5_000;
const KEEP_MS = 10_000;
const PAGE_MS = 30_000; // The function has 28 s.
const PAGES = [200, 404, 410, 422, 429]; // Any other status is a failure, with no page to show.

// 1. The address. Without a token it leads to the page of unknown links, whose script (reopen.js) reads the state.

let entry = { page: location.pathname + location.search, key: Math.random() };
history.replaceState(entry, "", HUB + location.hash);

/** Records the next page in the history: a new entry, unless it is the same page. */
function record(page, again = page === entry.page) {
  history.replaceState({ ...entry, y: scrollY, open: unfolded() }, "");
  entry = { page, key: Math.random() };
  history[again ? "replaceState" : "pushState"](entry, "", HUB);
}

// 2. Pages

let turn = 0; // The latest navigation. If an earlier one is answered later, its page is not shown.
let sending = null; // The form that is being sent. No other is sent meanwhile, and it is not saved as a draft.
let plainly = false; // The browser sends the next form without this script.

/** Requests a page; undefined if a later navigation began, or if the request failed, which is shown. */
async function reach(method, address, body, where = document.querySelector("main")) {
  const mine = ++turn;
  document.querySelector(".failed")?.remove();
  await saveAll(); // First, because a draft must not arrive after its review.
  const reply = await ask(method, address, body);
  if (mine !== turn) return;
  // The answer 429 of API Gateway itself is no page.
  if (PAGES.includes(reply.status) && (reply.status !== 429 || isOurs(reply))) return reply;
  complain(where);
}

/** Fetches a document that runs nothing, because Trusted Types forbid parsing a fetched string. */
function ask(method, address, body) {
  const call = new XMLHttpRequest();
  call.open(method, address);
  call.responseType = "document";
  call.timeout = PAGE_MS;
  call.send(body);
  return new Promise((resolve) => (call.onloadend = () => resolve(call)));
}

/** Follows a link, or the history to a past entry. */
async function visit(address, past) {
  const reply = await reach("GET", address);
  if (!reply) return;
  if (!isOurs(reply) || isNewer(reply)) return location.assign(address);
  if (past) entry = past;
  else record(address);
  const first = swap(reply.response);
  if (!past) return settle(reply, first);
  unfold(past.open);
  scrollTo(0, past.y);
}

/** Sends a form by its own button, or by the pressed one. */
async function send(form, button) {
  if (sending) return;
  sending = form;
  const address = new URL(button?.getAttribute("formaction") ?? form.getAttribute("action"), location);
  const [body, words] = [fieldsOf(form, button), wordsOf(form)];
  wait(form, button, body, true);
  const reply = await reach("POST", address, body, form);
  sending = null;
  wait(form, button, body, false);
  if (!reply) return saveAll(); // Perhaps the draft can be saved although the review failed.
  if (!isOurs(reply)) {
    plainly = true; // Perhaps a network's sign-in page, which only the browser can show.
    return form.requestSubmit(button);
  }
  if (wordsOf(form) === words) saved.set(form, words);
  const led = new URL(reply.responseURL);
  if (led.href !== address.href && isNewer(reply)) return location.assign(led);
  if (led.href !== address.href) record(led.pathname + led.search);
  // Errors are not a new page. If a message has no own address, a reload shows the page before it.
  else if (reply.status < 422) record(entry.page, false);
  settle(reply, swap(reply.response));
  for (const form of forms()) if (form.querySelector(".wrong")) saved.set(form, "");
  soon();
}

/** Reloads the page's content, and restores what is unfolded, typed and focused. */
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

/** Shows a page, with typed input that is not saved yet; returns the element that gets the focus. */
function swap(page) {
  const main = page.querySelector("main");
  const first = main.querySelector("[autofocus]");
  first?.removeAttribute("autofocus"); // It is only for pages that the browser loads.
  for (const form of forms()) if (wordsOf(form) !== known(form)) carry(form, main.querySelector(`#${form.id}`));
  document.title = page.title;
  for (const name of ["lang", "dir"]) document.documentElement[name] = page.documentElement[name];
  document.querySelector("main").replaceWith(main);
  return first;
}

function carry(form, twin) {
  const typed = new FormData(form);
  for (const field of twin?.elements ?? []) {
    if (field.type === "radio") field.checked = field.value === typed.get(field.name);
    else if (/^text/.test(field.type)) field.value = typed.get(field.name);
  }
}

/** The card that an address opens. */
const cardOf = (address) => `#item-${/\bitem=(\d+)/.exec(address)?.[1]}`;

/** Scrolls and focuses as loading the page would. */
function settle({ responseURL }, first) {
  const at = document.querySelector(`#question, ${cardOf(responseURL)}`);
  toEnd();
  show(at ?? document.querySelector("main"), "start");
  // On a question's page, a phone's keyboard would hide the ready-made answers.
  focus(first || at?.querySelector("#asked, summary, h2") || document.querySelector("h1"));
}

/** Puts the cursor behind an answer. */
function toEnd() {
  const field = document.getElementById("answer");
  field?.setSelectionRange(field.textLength, field.textLength);
}

function show(element, block) {
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  element.scrollIntoView({ block, behavior });
}

function focus(element) {
  if (element?.tabIndex < 0) element.tabIndex = -1;
  element?.focus({ preventScroll: true });
}

// 3. Waiting

/** Shows whether a form is being sent. */
function wait(form, button, body, busy) {
  button?.setAttribute("aria-disabled", busy);
  const typing = !body.has("to") && form.querySelector(".typing");
  if (!typing) return;
  const { value, defaultValue } = form.elements.answer; // A beginning alone is no answer.
  typing.previousElementSibling.textContent = body.has("skip") || value === defaultValue ? "" : value.trim();
  typing.firstElementChild.hidden = !busy;
  form.classList.toggle("waiting", busy);
  if (!busy) focus(button); // It lost the focus while hidden.
}

function complain(where) {
  where.append(document.getElementById("failed").content.cloneNode(true));
  show(where.lastElementChild, "nearest");
}

// 4. Saving

const saved = new WeakMap(); // The fields of each form as the server last got them.
let queue = Promise.resolve();
let pause;

const forms = () => [...document.querySelectorAll(DRAFT_FORM)];
const wordsOf = (form) => fieldsOf(form).toString();

function fieldsOf(form, button) {
  const fields = new URLSearchParams(new FormData(form));
  if (button?.name) fields.append(button.name, button.value);
  return fields;
}

/** A form's fields as the server has them, which are the defaults in the page. */
function known(form) {
  const served = form.cloneNode(true);
  served.reset();
  return saved.get(form) ?? wordsOf(served);
}

/** Saves a form as a draft. The answer is a redirect, which is not followed. */
async function save(form) {
  const [words, before] = [wordsOf(form), known(form)];
  if (words === before || form === sending || !form.isConnected) return;
  saved.set(form, words);
  const line = form.querySelector(".saved");
  try {
    // With `to`, a question stays unanswered.
    // Safari 15 lacks `AbortSignal.timeout`.
    const [body, stop] = [new URLSearchParams(`${words}&to=form`), new AbortController()];
    setTimeout(() => stop.abort(), KEEP_MS);
    const how = { method: "POST", body, signal: stop.signal, redirect: "manual", keepalive: true };
    const reply = await fetch(form.dataset.keep, how);
    if (reply.type !== "opaqueredirect") throw reply;
    line.textContent = line.dataset.saved;
  } catch {
    // It is tried again at the next change, or when the browser is online.
    if (saved.get(form) === words) saved.set(form, before);
    line.textContent = line.dataset.unsaved;
  }
}

/** Saves every form, one at a time. */
function saveAll() {
  clearTimeout(pause);
  for (const form of forms()) queue = queue.then(() => save(form));
  return queue;
}

/** The browser may leave the page in a moment, so no form waits for another. */
const saveNow = () => (queue = Promise.all([queue, ...forms().map(save)]));

function soon() {
  clearTimeout(pause);
  pause = setTimeout(saveAll, PAUSE_MS);
}

/** Says how many characters are left, when few are. */
function countDown(field) {
  const left = TEXT_MAX - field.textLength;
  document.getElementById(`${field.id}-left`).textContent = left < 500 ? field.dataset.left.replace("{n}", left) : "";
}

// 5. Answers, by the rules of the server's Question::tapped

const STOPS = "[.!?…؟。！？]";

/** Finds these words if they are a whole sentence. The first group is what stays. */
function sentence(words, end) {
  const literally = words.map((each) => each.replace(/[^\p{L}\p{N}\s]/gu, "\\$&")).join("|");
  return new RegExp(`(^\\s*|${STOPS}\\s+|\\n\\s*)(?:${literally})${end}`);
}

const standing = (words) => sentence([words], `(?:${STOPS}+(?:\\s+|$)|\\s*\\n\\s*|\\s*$)`);

/** A text with its full stop, ready for the next sentence. */
function closed(text) {
  const stop = (last) => (/[\u3040-\u9fff]/.test(last) ? "。" : last < "\u0900" ? "." : "");
  const end = /([\p{L}\p{N}])[)"”’»%€$£]*$/u;
  return text.trimEnd().replace(end, (words, last) => words + stop(last)).replace(/.$/s, "$& ");
}

function tap(chip) {
  const field = chip.form.elements.answer;
  const [words, begins] = [chip.value.replace(/\s*…$/, ""), chip.value.endsWith("…")];
  const beginnings = [...chip.form.elements.chip].map(({ value }) => value).filter((value) => value.endsWith("…"));
  // An unfinished beginning is replaced.
  const text = field.value.replace(sentence(beginnings.map((each) => each.slice(0, -1).trim()), "[\\s…]*$"), "$1");
  if (begins) field.value = closed(text) + words + (/[\u3040-\u9fff]$/.test(words) ? "" : " ");
  else if (standing(words).test(text)) field.value = text.replace(standing(words), "$1");
  else field.value = closed(closed(text) + words);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (!begins) return; // With the focus, the keyboard would hide the other ready-made answers.
  field.focus();
  toEnd();
}

function press({ form, value }) {
  for (const chip of form.querySelectorAll("[aria-pressed]"))
    chip.setAttribute("aria-pressed", standing(chip.value).test(value));
}

// 6. Events

const isOurs = (reply) => reply.response?.querySelector("main");

/** Whether a new version made the page, which needs its own style and script, and so its own document. */
const isNewer = ({ response }) =>
  ["link[rel=stylesheet]", "script[src*='/hub.']"].some((asset) => {
    const theirs = response.querySelector(asset);
    return theirs && !theirs.isEqualNode(document.querySelector(asset));
  });

addEventListener("submit", (event) => {
  const { target: form, submitter: button } = event;
  if (form.method === "get") {
    event.preventDefault();
    return visit(`${HUB}?${fieldsOf(form, button)}`); // A star of a folded card.
  }
  // Files are sent to S3.
  if (plainly || event.defaultPrevented || form.method !== "post" || !form.enctype.endsWith("urlencoded")) return;
  event.preventDefault();
  if (button?.name === "chip") tap(button);
  else send(form, button);
});

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const special = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  // The browser handles the fragments of this page.
  const near = link?.href.startsWith(`${location.origin}/review/`) && (link.search || !link.hash);
  if (!near || special || event.defaultPrevented) return;
  event.preventDefault();
  visit(link.pathname + link.search);
});

// The headline's field gets the focus as soon as it is unfolded.
addEventListener("click", (event) => {
  const line = event.target.closest?.(".headline:not([open]) > summary")?.parentElement;
  if (!line) return;
  event.preventDefault();
  line.open = true;
  line.querySelector("input").focus();
});

addEventListener("popstate", ({ state }) => {
  if (!state) history.replaceState(entry, ""); // A fragment of this page.
  else if (state.key !== entry.key) visit(state.page, state);
});

addEventListener("input", ({ target }) => {
  if (target.dataset.left) countDown(target);
  if (target.id === "answer") press(target);
  if (target.form?.matches(DRAFT_FORM)) soon();
});
addEventListener("focusout", ({ target, relatedTarget }) => {
  // A button sends the form.
  if (target.form?.matches(DRAFT_FORM) && !relatedTarget?.matches("button")) saveAll();
});
addEventListener("online", saveAll);
addEventListener("beforeunload", saveNow); // Before the next page is requested, so that it shows everything.
addEventListener("pagehide", saveNow);
addEventListener("visibilitychange", () => document.hidden && saveNow());

toEnd();
// A link may name the card that is open, and no place.
if (!location.hash) document.querySelector(cardOf(entry.page))?.scrollIntoView();
