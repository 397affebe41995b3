//! A person with a phone adds photos: with the picker, or without JavaScript on a separate page.

import { file, jpeg, pick, sideways } from "./photos.js";
import { expect, test } from "./world.js";

test.use({ samples: false, ofCustomers: true });

const SHOTS = "#item-0 .shots img";
const UPLOAD = "Choose a JPEG, PNG or WebP picture";
const NO_PHOTO = "a screenshot of it works, too";

/** Files on the phone: a wide photo, an upright one stored sideways, and a file that is not a photo. */
async function files(page) {
  return {
    beach: file("beach.jpg", await jpeg(page, 3_000, 1_500)),
    tower: file("tower.jpg", await sideways(page, 1_200, 800)),
    notes: file("notes.jpg", Buffer.from("no")),
  };
}

async function isShown(page, photos) {
  await expect(page.locator(SHOTS)).toHaveCount(photos);
  for (const photo of await page.locator(SHOTS).all()) {
    // A picture further down is loaded when it comes into view.
    await photo.scrollIntoViewIfNeeded();
    const size = () => photo.evaluate(({ naturalWidth, naturalHeight }) => `${naturalWidth} × ${naturalHeight}`);
    await expect.poll(size).toMatch(/^(1600 × 800|800 × 1200)$/);
  }
}

test("a picker adds several photos at once, and loses nothing typed", async ({ customer, page, shop, look }) => {
  const { beach, tower, notes } = await files(page);
  await page.goto((await shop.ask()).link);
  await customer.rate(0, 4);
  await customer.write("#text-0", "Half a sentence");
  // The number of photos with a progress bar at the same time.
  await page.evaluate(() => {
    window.previews = 0;
    const count = () => document.querySelectorAll('.coming > img[src^="blob:"] + progress').length;
    new MutationObserver(() => (window.previews = Math.max(window.previews, count())))
      .observe(document.querySelector("#item-0"), { childList: true, subtree: true });
  });
  await pick(page, 0, beach, tower, notes);
  await customer.sees("This file could not be read as a photo: notes.jpg.");
  await isShown(page, 2);
  expect(await page.evaluate(() => window.previews), "each was shown before it was uploaded").toBe(3);
  await customer.holdsReview(0, 4, "Half a sentence");
  await look("photos-two");
  // They stay when the review is sent, and a tap removes one.
  await customer.send(0);
  await customer.sees("You can change");
  await isShown(page, 2);
  await customer.edit(0);
  await customer.click("#item-0 .shots li:first-child button");
  await isShown(page, 1);
});

/** Reloads the page until no photo is pending. */
async function isExamined(customer) {
  await expect(async () => {
    await customer.page.reload();
    await expect(customer.page.locator(".expected")).toHaveCount(0, { timeout: 100 });
  }).toPass({ intervals: [100] });
}

test.describe(() => {
  test.use({ javaScriptEnabled: false });

  test("without JavaScript a page uploads one after the other", async ({ customer, page, shop, fits }) => {
    const { beach, tower, notes } = await files(page);
    await page.goto((await shop.ask()).link);
    await customer.write("#text-0", "Half a sentence");
    for (const photo of [beach, tower, notes]) {
      await customer.click("#item-0 [data-add-photo]");
      await customer.sees(UPLOAD);
      await fits("photos-upload");
      await page.locator("#file").setInputFiles(photo);
      await customer.click(".upload button");
      await customer.sees("How are they");
      await expect(page).toHaveURL(/&item=0#item-0$/);
      // A customer who returns before the check is done sees that it is pending, and reloads the page.
      await isExamined(customer);
    }
    await isShown(page, 2);
    await customer.sees(NO_PHOTO);
    await customer.holds("#text-0", "Half a sentence");
    await fits("photos-refused");
    await customer.click("#item-0 .shots li:last-child button");
    await customer.has("#item-0 .shots li", 2);
    await isShown(page, 2);
    await customer.send(0);
    await customer.sees("Please choose 1 to 5 stars.");
  });
});

test("nobody meets a barrier while they add photos", async ({ customer, page, shop, look }) => {
  const { notes } = await files(page);
  const { link } = await shop.ask();
  // The page of a browser without JavaScript. It stays on for axe.
  const open = () => page.evaluate(() => {
    const button = document.querySelector("#item-0 [data-add-photo]");
    button.form.action = button.formAction;
    HTMLFormElement.prototype.submit.call(button.form);
  });
  await page.goto(link);
  await open();
  await customer.sees(UPLOAD);
  await look("photos-upload");
  await customer.click(".note .plain");
  await customer.sees("How are they");
  await customer.has("#item-0 .shots", 0); // Going back frees the photo's place.
  for (let place = 0; place < 5; place++) {
    await page.goto(link);
    await open();
    await customer.sees(UPLOAD);
  }
  await page.goto(link);
  await customer.sees("A photo is being uploaded or checked.");
  await customer.has("#item-0 [data-add-photo]", 0);
  await look("photos-expected");
  await customer.click("#item-0 .shots li:last-child button");
  await customer.has("#item-0 [data-add-photo]", 1);
  // Another window takes the last place while this one still shows the button.
  const status = await page.evaluate(async () => {
    const body = new URLSearchParams(new FormData(document.querySelector("#item-0 form")));
    return (await fetch("/review/hub/photo", { method: "POST", body })).status;
  });
  expect(status).toBe(200);
  await open();
  await customer.sees("There are 5 photos already");
  await look("photos-full");
  await customer.click(".way");
  await customer.has("#item-0 .shots li", 5);
  await customer.click("#item-0 .shots li:last-child button");
  await customer.has("#item-0 [data-add-photo]", 1);
  await open();
  await page.locator("#file").setInputFiles(notes);
  await customer.click(".upload button");
  await customer.sees("How are they");
  await expect(async () => {
    await page.reload();
    await expect(page.locator("#item-0 .shots .error")).toHaveCount(1, { timeout: 100 });
  }).toPass({ intervals: [100] });
  await customer.sees(NO_PHOTO);
  await look("photos-refused");
});

test("a page that shows a photo keeps what is typed, open and focused", async ({ customer, page, shop }) => {
  const tray = file("tray.jpg", await jpeg(page, 300, 200));
  await page.goto((await shop.ask()).link);
  await customer.click("#item-1 summary");
  const token = await page.locator("#form-0 [name=token]").inputValue();
  const elsewhere = { token, item: 0, rating: 4, text: "From another window.", display_name: "Jane" };
  await shop.submit("/review/hub/review", elsewhere);
  await customer.rate(1, 5);
  const picker = page.waitForEvent("filechooser");
  await customer.click("#item-1 [data-add-photo]");
  await customer.write("#text-1", "Half a");
  await customer.press("ArrowLeft", "textarea#text-1");
  await (await picker).setFiles(tray);
  // Once the photo is there, the page is fetched again.
  await customer.sees("2 of 2 products");
  await customer.holdsReview(1, 5, "Half a");
  await customer.has("#item-1[open]", 1);
  await page.keyboard.type("n ");
  await customer.focuses("textarea#text-1");
  await customer.holds("#text-1", "Half n a"); // typed on where the cursor was
});
