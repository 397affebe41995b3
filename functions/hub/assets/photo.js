// 7. Photos. The button opens the phone's picker instead of a page with an upload form. Photos are shown at once and made
// smaller before they are uploaded. The messages are in the page, as attributes of .photos.

const SIDE_MAX = 2048;
const QUALITY = 0.85;
// The pauses before each check whether the photo is ready, in milliseconds.
const PAUSES = [700, 1000, 1500, 2500, 4000, 6000];
const TYPES = "image/jpeg,image/png,image/webp";

addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-add-photo]");
  if (!button?.form || !window.createImageBitmap) return;
  event.preventDefault();
  if (button.getAttribute("aria-disabled") === "true") return;
  picker(button).click();
});

// The field is part of the page, because some browsers lose the files of a field that is not.
function picker(button) {
  const box = button.closest(".photos");
  const existing = box.querySelector("input[type=file]");
  if (existing) return existing;
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
  const previews = picked.map((file) => preview(box, file));
  for (const [index, file] of picked.entries()) {
    say(box, box.dataset.sending.replace("{n}", index + 1).replace("{of}", picked.length));
    const small = await shrink(file).catch(() => null);
    const problem = small
      ? await upload(form, small, previews[index]).then(() => "", () => box.dataset.failed)
      : box.dataset.unreadable.replace("{file}", file.name);
    if (problem) previews[index].remove();
    if (problem) problems.push(problem);
    else sent += 1;
  }
  button.removeAttribute("aria-disabled");
  if (sent) {
    say(box, box.dataset.checking);
    await examined(form, before);
  }
  if (sent && !sending) await refresh();
  while (sending) await rest(100); // The next page has the photos.
  const shown = document.getElementById(box.id);
  const words = [...new Set(problems)].join(" ");
  if (shown && words) say(shown, words, "error");
}

// The photo on the phone, with a bar for its upload. The page with the arrived photo replaces it.
function preview(box, file) {
  const [place, picture, bar] = ["li", "img", "progress"].map((name) => document.createElement(name));
  const list = box.querySelector(".shots") ?? box.insertBefore(document.createElement("ul"), box.children[1]);
  list.className = "shots";
  place.className = "coming";
  picture.src = URL.createObjectURL(file);
  picture.alt = "";
  bar.value = 0;
  bar.ariaHidden = true; // The line below says how much is uploaded.
  place.append(picture, bar);
  list.append(place);
  return place;
}

function say(box, words, kind = "hint") {
  const status = box.querySelector("[role=status]");
  status.className = kind;
  status.textContent = words;
}

// Upright, at most SIDE_MAX wide and high, on white, and without the camera's metadata.
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

// Requests an upload form, which also saves what was typed; then sends the file straight to S3.
async function upload(form, photo, place) {
  const headers = { Accept: "application/json" };
  const reply = await fetch("/review/hub/photo", { method: "POST", headers, body: fieldsOf(form), redirect: "manual" });
  if (!reply.ok) throw new Error(String(reply.status));
  const { url, fields } = await reply.json();
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  body.append("file", photo, "photo.jpg");
  const bar = place.querySelector("progress");
  const call = new XMLHttpRequest(); // Unlike fetch, it reports how much was sent.
  call.upload.onprogress = ({ loaded, total }) => { bar.value = loaded / total; };
  call.open("POST", url);
  call.send(body);
  await new Promise((done) => { call.onloadend = done; });
  if (call.status < 200 || call.status > 299) throw new Error(String(call.status));
  bar.removeAttribute("value"); // The photo is being processed, for an unknown time.
}

const rest = (time) => new Promise((over) => { setTimeout(over, time); });

// Photos that are not ready, counted by the class that photos.html gives them.
const expectedIn = (html) => html.split("hint expected").length - 1;

// Waits until the new photos were processed, or until the pauses are used up.
async function examined({ elements: { token, item } }, before) {
  const address = `${HUB}?token=${token.value}&item=${item.value}`;
  for (const pause of PAUSES) {
    await rest(pause);
    const page = await fetch(address).then((answer) => answer.text(), () => "");
    if (page && expectedIn(page) <= before) return;
  }
}
