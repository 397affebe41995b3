// Without this script a photo is uploaded by a page of its own. With it, the button opens the phone's picker, and
// photos are made small before they travel. What it says stands in the page, beside the button.

const SIDE_MAX = 2048;
const QUALITY = 0.85;
// How long after an upload the page is asked whether the photo is ready, in milliseconds.
const LOOKS = [700, 1000, 1500, 2500, 4000, 6000];
const TYPES = "image/jpeg,image/png,image/webp";
// Where words outlive a reload.
const TOLD = "afterword-photos";

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-add-photo]");
  if (!button?.form || !window.createImageBitmap) return;
  event.preventDefault();
  if (button.getAttribute("aria-disabled") === "true") return;
  picker(button).click();
});

// The field stays in the page: some browsers forget one that does not.
function picker(button) {
  const box = button.closest(".photos");
  const kept = box.querySelector("input[type=file]");
  if (kept) return kept;
  const input = document.createElement("input");
  Object.assign(input, { type: "file", accept: TYPES, multiple: true, hidden: true });
  input.setAttribute("aria-label", button.textContent);
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    if (files.length) add(button, files);
  });
  box.append(input);
  return input;
}

async function add(button, files) {
  const box = button.closest(".photos");
  const form = button.form;
  const picked = files.slice(0, Number(box.dataset.left));
  const problems = picked.length < files.length ? [box.dataset.full] : [];
  const before = expectedIn(document.body.innerHTML);
  let sent = 0;
  button.setAttribute("aria-disabled", "true");
  for (const [index, file] of picked.entries()) {
    say(box, box.dataset.sending.replace("{n}", index + 1).replace("{of}", picked.length));
    const small = await shrink(file).catch(() => null);
    if (!small) {
      problems.push(box.dataset.unreadable.replace("{file}", file.name));
      continue;
    }
    try {
      await upload(form, small);
      sent += 1;
    } catch {
      problems.push(box.dataset.failed);
    }
  }
  button.removeAttribute("aria-disabled");
  if (sent) {
    say(box, box.dataset.checking);
    await looked(form, before);
  }
  const words = [...new Set(problems)].join(" ");
  if (!sent) return say(box, words, "error");
  if (words) sessionStorage.setItem(TOLD, JSON.stringify({ at: box.id, words }));
  await refresh(form, box);
}

// What is to be said of photos that did not arrive, once the page shows those that did.
function tell() {
  const told = sessionStorage.getItem(TOLD);
  sessionStorage.removeItem(TOLD);
  const { at, words } = JSON.parse(told ?? "{}");
  const box = at && document.getElementById(at);
  if (box) say(box, words, "error");
}

function say(box, words, kind = "hint") {
  const status = box.querySelector("[role=status]");
  status.className = kind;
  status.textContent = words;
}

// Upright, at most SIDE_MAX wide and high, on white, and without what the camera wrote beside the picture.
async function shrink(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const paper = canvas.getContext("2d");
  paper.fillStyle = "#fff";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done) => { canvas.toBlob(done, "image/jpeg", QUALITY); });
}

// A place for the photo, with what was typed so far kept on the way; then the file, straight to S3.
async function upload(form, photo) {
  const place = await post(form, "/review/hub/photo", { Accept: "application/json" });
  if (!place.ok) throw new Error(String(place.status));
  const { url, fields } = await place.json();
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  body.append("file", photo, "photo.jpg");
  const answer = await fetch(url, { method: "POST", body, credentials: "omit" });
  if (!answer.ok) throw new Error(String(answer.status));
}

function post(form, path, headers) {
  return fetch(path, { method: "POST", headers, body: new URLSearchParams(new FormData(form)), redirect: "manual" });
}

function pageOf(form) {
  const { token, item } = form.elements;
  return `/review/hub?token=${token.value}&item=${item.value}#item-${item.value}`;
}

const rest = (time) => new Promise((over) => { setTimeout(over, time); });

// By the class that photos.html gives them.
const expectedIn = (html) => html.split("hint expected").length - 1;

// Waits until none of the new photos is still looked at, or for long enough.
async function looked(form, before) {
  for (const pause of LOOKS) {
    await rest(pause);
    const page = await fetch(pageOf(form)).then((answer) => answer.text(), () => "");
    if (page && expectedIn(page) <= before) return;
  }
}

// Whoever can exchange the page's content in place prevents the reload.
async function refresh(form, box) {
  const event = new CustomEvent("afterword:refresh", { bubbles: true, cancelable: true });
  if (!document.dispatchEvent(event)) {
    for (let looks = 50; box.isConnected && looks > 0; looks -= 1) await rest(100);
    return tell();
  }
  // What was typed while the photos travelled.
  await post(form, "/review/hub/draft", {}).catch(() => {});
  history.replaceState(null, "", pageOf(form));
  location.reload();
}

tell();
