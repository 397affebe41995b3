// The console works without this script. With it, a link or a form swaps <main> without loading a document, and keys work.

const PAGE_MS = 30_000;
const PAGES = [200, 403, 404, 409, 410, 422, 429]; // Any other status is a failure, with no page to show.

let entry = { page: location.pathname + location.search, key: Math.random() };
history.replaceState(entry, "");
let turn = 0; // The latest navigation. If an earlier one is answered later, its page is not shown.
let sending = null; // The form that is being sent. No other is sent meanwhile.

/** Fetches a document that runs nothing, because Trusted Types forbid parsing a fetched string. */
function ask(method, address, body) {
  const call = new XMLHttpRequest();
  call.open(method, address);
  call.responseType = "document";
  call.timeout = PAGE_MS;
  call.send(body);
  return new Promise((resolve) => (call.onloadend = () => resolve(call)));
}

/** Requests a page; undefined if a later navigation began meanwhile, or if the request failed, which is shown. */
async function reach(method, address, body) {
  const mine = ++turn;
  document.querySelector("main")?.setAttribute("aria-busy", "true");
  const reply = await ask(method, address, body);
  if (mine !== turn) return;
  document.querySelector("main")?.removeAttribute("aria-busy");
  if (PAGES.includes(reply.status) && reply.response?.querySelector("main")) return reply;
  document.querySelector("main > .bar")?.remove();
  document.querySelector("main").append(document.getElementById("failed").content.cloneNode(true));
}

/** Whether a page is in the frame, in its language, and made by the version whose files this document has. A script of its own
 * would not run here. */
function fits({ response }) {
  const files = ["link[rel=stylesheet]", "script[src*='/console.']"];
  const same = (file) => response.querySelector(file)?.isEqualNode(document.querySelector(file));
  const speaks = response.documentElement.lang === document.documentElement.lang;
  return response.querySelector(".app") && !response.querySelector("main script") && speaks && files.every(same);
}

function swap({ response }) {
  document.title = response.title;
  for (const place of ["main", "[data-swap=nav]", "[data-swap=tabs]"]) {
    const next = response.querySelector(place);
    if (next) document.querySelector(place).replaceWith(next);
  }
}

const unsaved = () => document.querySelector("main .saved[data-changed]");

async function visit(address, past) {
  const reply = await reach("GET", address);
  if (!reply) return;
  if (!fits(reply)) return location.assign(reply.responseURL);
  history.replaceState({ ...entry, y: scrollY }, "");
  const led = new URL(reply.responseURL);
  if (past) entry = past;
  else {
    entry = { page: led.pathname + led.search, key: Math.random() };
    history.pushState(entry, "", entry.page + new URL(address, location).hash);
  }
  swap(reply);
  settle(past?.y ?? 0, past ? "" : new URL(address, location).hash);
}

/** Sends a form by its own button, or by the pressed one. The same page keeps its place when it returns, and a list its
 * current row. */
async function send(form, button) {
  if (sending) return;
  sending = form;
  button?.setAttribute("aria-disabled", "true");
  const address = new URL(button?.getAttribute("formaction") ?? form.getAttribute("action"), location);
  const body = new URLSearchParams(new FormData(form, button));
  const reply = await reach("POST", address, body);
  sending = null;
  button?.removeAttribute("aria-disabled");
  if (!reply) return;
  form.removeAttribute("data-changed");
  const led = new URL(reply.responseURL);
  // No other document contains this answer, such as an error or a key that is shown once.
  if (!fits(reply) && led.href !== address.href) return location.assign(led);
  const [page, y, place] = [led.pathname + led.search, scrollY, rows().indexOf(form.closest("[data-row]"))];
  const again = page === entry.page || reply.response.title === document.title;
  if (led.href !== address.href) {
    history.replaceState({ ...entry, y }, "");
    entry = { page, key: Math.random() };
    history[again ? "replaceState" : "pushState"](entry, "", page);
  }
  const marked = picked().map((box) => box.name + box.value);
  const others = [...document.querySelectorAll("main .saved[data-changed]")].filter((other) => other !== form);
  const typed = others.map((other) => other.closest("section"));
  swap(reply);
  // What was typed in the other parts of the page stays, because it is not saved yet.
  for (const part of again ? typed : []) {
    document.getElementById(part.id)?.replaceWith(part);
    const shown = part.querySelector("[formtarget]");
    shown?.form.requestSubmit(shown);
  }
  // A review that was not decided about stays marked, as long as it has not changed.
  if (again) for (const box of picks()) box.checked = marked.includes(box.name + box.value);
  tally();
  if (again && current()) choose(rows()[Math.min(Math.max(place, 0), rows().length - 1)]);
  settle(again ? y : 0);
  pass(form.querySelector("[data-file]"));
}

/** Uploads a file that was chosen before its upload was prepared. If the form came back, the file is still chosen. */
function pass(chosen) {
  if (!chosen?.files.length) return;
  const field = document.querySelector("main form[enctype^=multipart] [type=file], main [data-file]");
  if (!field) return;
  field.files = chosen.files;
  field.form?.requestSubmit();
}

/** Scrolls a phone's line of tabs to the chosen one. */
function tab() {
  const chosen = document.querySelector("main .seg [aria-current]");
  if (!chosen) return;
  const [here, line] = [chosen, chosen.parentElement].map((part) => part.getBoundingClientRect());
  const isCut = here.left < line.left || here.right > line.right;
  if (isCut) chosen.parentElement.scrollLeft += (here.left + here.right - line.left - line.right) / 2;
}
tab();

/** Scrolls and focuses as loading the page would. */
function settle(y, hash) {
  tab();
  scrollTo(0, y);
  if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  follow();
  const main = document.querySelector("main");
  const first = ["[autofocus]", ".bar", "[role=alert], [role=status]", "h1"].map((place) => main.querySelector(place)).find(Boolean);
  if (!first) return;
  if (first.tabIndex < 0) first.tabIndex = -1;
  first.focus({ preventScroll: true });
  if (first.matches(".page :is([autofocus], [role=alert], [role=status])")) first.scrollIntoView({ block: "nearest" });
}

/** A page that shows work in progress is requested again until the work is done. Of a page whose sections have names, only
 * those with work are replaced: what is typed in the others stays. */
function follow() {
  const again = document.querySelector("main [data-again]");
  if (!again) return;
  setTimeout(async () => {
    const reply = again.isConnected && (await ask("GET", again.href));
    if (!again.isConnected) return;
    if (PAGES.includes(reply.status) && fits(reply)) {
      const parts = [...document.querySelectorAll("main section[id]:has([data-again])")];
      const next = parts.map(({ id }) => reply.response.getElementById(id));
      if (!next.length || next.includes(null)) {
        const bar = document.querySelector("main > .bar"); // Its button to undo stays.
        swap(reply);
        if (bar && !document.querySelector("main > .bar")) document.querySelector("main").append(bar);
      } else parts.forEach((part, at) => part.replaceWith(next[at]));
      document.title = reply.response.title;
    }
    follow();
  }, 3_000);
}
follow();

// The button to undo counts its seconds down, and disappears when it is too late.
setInterval(() => {
  const seconds = document.querySelector("main [data-seconds]");
  if (!seconds) return;
  seconds.until ??= performance.now() + seconds.textContent * 1_000;
  seconds.textContent = Math.ceil((seconds.until - performance.now()) / 1_000);
  if (seconds.textContent <= 0) seconds.closest("form").remove();
}, 1_000);

// A form's preview follows the typed input. A form of settings shows its Save once something changes.

let typing;
addEventListener("input", ({ target }) => {
  target.form?.toggleAttribute("data-changed", true);
  if (target.type === "color") target.form.elements[`${target.name}.own`].checked = true; // Who picks one wants it.
  const button = target.form?.querySelector("button[formtarget]");
  clearTimeout(typing);
  if (button) typing = setTimeout(() => button.isConnected && button.form.requestSubmit(button), 400);
});

/** Makes a button load a new frame. The old frame would add an entry to the history; it is visible until the new one is
 * loaded. */
function renew(button) {
  const old = document.querySelector(`iframe[name="${button.formTarget}"]`);
  const frame = Object.assign(old.cloneNode(), { hidden: true });
  frame.removeAttribute("src");
  frame.name = button.formTarget = `shown${Math.random()}`; // A frame keeps the name that it was loaded with.
  old.after(frame);
  frame.onload = () => {
    if (frame.name !== button.formTarget) return; // A later frame is being loaded.
    for (const other of [...frame.parentElement.children]) if (other !== frame) other.remove();
    frame.hidden = false;
  };
}

addEventListener("submit", (event) => {
  const { target: form, submitter: button } = event;
  if (button?.formTarget) return renew(button);
  if (event.defaultPrevented || form.method === "dialog" || form.enctype.startsWith("multipart") || "plain" in form.dataset) return;
  event.preventDefault();
  if (form.method === "get") {
    const filled = [...new FormData(form, button)].filter(([, value]) => value);
    const query = filled.length ? `?${new URLSearchParams(filled)}` : "";
    return visit(form.getAttribute("action") + query);
  }
  send(form, button);
});

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const special = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const near = link?.href.startsWith(`${location.origin}/console`) && !link.getAttribute("href").startsWith("#");
  if (!near || special || event.defaultPrevented || link.hasAttribute("download") || "plain" in link.dataset) return;
  const away = new URL(link.href).pathname !== location.pathname;
  if (away && unsaved()) return; // The browser asks.
  event.preventDefault();
  visit(link.getAttribute("href"));
});

/** Loads a file in parts and saves it as one. Each part repeats the headings, which are kept only once, and the mark by which
 * Excel knows UTF-8, which text() removes. */
async function load(link) {
  const [bar, title] = [link.closest("section").querySelector("progress"), document.title];
  const share = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
  let text = "";
  for (let next = link.href; next; ) {
    const reply = await fetch(next);
    if (!reply.ok) return location.assign(next);
    const part = await reply.text();
    text += text ? part.slice(part.indexOf("\n") + 1) : part;
    next = /<([^>]+)>; rel="next"/.exec(reply.headers.get("link"))?.[1];
    // What is in quotes may have lines of its own. The first line has the headings, and the last one is empty.
    bar.value += part.split('"').filter((_, at) => at % 2 === 0).join("").split("\n").length - 2;
    bar.hidden = !next;
    document.title = next ? `${share.format(bar.position)} · ${title}` : title;
  }
  bar.value = 0;
  const file = Object.assign(document.createElement("a"), { download: link.download });
  file.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
  file.click();
  setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
}

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-parts]");
  if (!link) return;
  event.preventDefault();
  link.setAttribute("aria-busy", "true");
  load(link).finally(() => link.removeAttribute("aria-busy"));
});

/** A file's text. Spreadsheets save it in UTF-8 or, in Europe and America, in Windows' old alphabet. */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

// A file is read into a field of its form, as if it was pasted there.
addEventListener("change", async ({ target: picker }) => {
  const field = picker.form?.elements[picker.dataset?.into];
  if (!field || !picker.files.length) return;
  const [file] = picker.files;
  const text = file.size > 4 * field.maxLength ? undefined : decoded(await file.arrayBuffer());
  const fits = text?.length <= field.maxLength;
  picker.setCustomValidity(fits ? "" : picker.dataset.wrong);
  picker.reportValidity();
  if (fits) field.value = text;
  picker.value = ""; // The same file can be chosen again.
});

// A button beside what is to be pasted elsewhere. Without the clipboard's permission the text is selected instead.
addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (!button) return;
  const from = button.previousElementSibling;
  const field = from.querySelector("input, textarea");
  try {
    await navigator.clipboard.writeText(field?.value ?? from.textContent);
    const said = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = said), 2_000);
  } catch {
    if (field) field.select();
    else getSelection().selectAllChildren(from);
  }
});

// A button that writes a placeholder at the cursor of its form's last used field, or into the first field. A saved reply that a key
// chose is then sent by Enter.
let used;
addEventListener("focusin", ({ target }) => {
  if (target.matches?.("input[type=text], textarea")) used = target;
});

addEventListener("click", ({ target, detail }) => {
  const button = target.closest?.("[data-insert]");
  if (!button) return;
  const field = used?.form === button.form ? used : button.form.querySelector("input[type=text], textarea");
  field.focus();
  field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true })); // The preview follows.
  if (button.dataset.key && !detail) button.form.querySelector("button:not([type])").focus();
});

// What is typed and not saved is not left without a question.
addEventListener("beforeunload", (event) => unsaved() && event.preventDefault());

// A country proposes its time zones, first the one with the most people, and its language.
addEventListener("change", ({ target: { form, selectedOptions } }) => {
  const { zones, language } = selectedOptions?.[0]?.dataset ?? {};
  if (!zones) return;
  form.elements.time_zone.replaceChildren(...zones.split(" ").map((zone) => new Option(zone)));
  form.elements.language.value = language;
});

addEventListener("popstate", ({ state }) => {
  if (!state) history.replaceState(entry, ""); // A fragment of this page.
  else if (state.key !== entry.key) visit(state.page, state);
});

// Marking several rows. With shift, all rows between this one and the last are marked or unmarked as this one is. The bar below
// appears by CSS, and works without this script, too.

const picks = () => [...document.querySelectorAll("main [data-pick]")];
const picked = () => picks().filter((box) => box.checked);
let last;

function tally() {
  const shown = document.querySelector("main [data-count]");
  if (shown) shown.textContent = picked().length;
}

addEventListener("click", ({ target: box, shiftKey }) => {
  if (!box.matches?.("[data-pick]")) return;
  const [all, from] = [picks(), shiftKey && last?.isConnected ? last : box];
  const [first, end] = [all.indexOf(from), all.indexOf(box)].sort((one, other) => one - other);
  for (const other of all.slice(first, end + 1)) other.checked = box.checked;
  last = box;
  tally();
});

addEventListener("reset", () => setTimeout(tally));

// Keys. A page names its rows with data-row, the buttons of keys with data-key, and those for all marked rows with data-all. A
// button that decides is pressed only in the current row, only if the row is visible, and never by a key that is held down.

const rows = () => [...document.querySelectorAll("main [data-row]")];
const current = () => document.querySelector("main [data-row].now");

function choose(row) {
  current()?.classList.remove("now");
  row?.classList.add("now");
}

function move(by) {
  const all = rows();
  const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(current()) + by))];
  if (!next) return document.querySelector(`main [data-key=${by > 0 ? "j" : "k"}]`)?.click();
  choose(next);
  next.scrollIntoView({ block: "nearest" });
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.focus({ preventScroll: true });
}

/** Decides about the marked rows: publishes them, or asks for the reason to withhold them. */
function pressForAll(key) {
  const target = picked().length && document.querySelector(`main [data-all="${key}"]`);
  if (!target) return false;
  target.click();
  target.parentElement.querySelector("[type=radio]")?.focus();
  return true;
}

function press(key) {
  const inRow = ["a", "w", "Enter"].includes(key) && rows().length;
  const target = (inRow ? current() : document.querySelector("main"))?.querySelector(`[data-key="${key}"]`);
  if (!target) return false;
  const { top, bottom } = target.getBoundingClientRect();
  if (inRow && (top < 0 || bottom > innerHeight)) current().scrollIntoView({ block: "nearest" });
  else if (target.matches("form")) target.requestSubmit();
  else if (target.matches("input, textarea")) target.focus();
  else target.click();
  return true;
}

addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (key === "Enter" && (event.ctrlKey || event.metaKey) && target.matches?.("textarea[data-key]")) return target.form.requestSubmit();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.closest?.("dialog")) return;
  if (event.repeat && key !== "j" && key !== "k") return;
  if (target.matches?.("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])")) return;
  if (key === "?") document.getElementById("keys").showModal();
  else if (key === "j") move(1);
  else if (key === "k") move(-1);
  else if (key === "Enter" && target.matches?.("[data-row]")) press("Enter");
  else if (key === "x" || key === "X") {
    const init = { bubbles: true, cancelable: true, shiftKey: key === "X" };
    current()?.querySelector("[data-pick]")?.dispatchEvent(new MouseEvent("click", init));
  } else if (!["a", "w", "r", "u", "/", "1", "2", "3", "4", "5"].includes(key)) return;
  else if (!pressForAll(key) && !press(key)) {
    if (key !== "/") return;
    visit("/console/customers").then(() => press("/")); // From everywhere, a search is for a customer.
  }
  event.preventDefault();
});
