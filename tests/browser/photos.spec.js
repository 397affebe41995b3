//! A person with a phone adds photos: with the picker, or as without JavaScript on a separate page.

import { file, jpeg, pick, sideways } from "./photos.js";
import { expect, test } from "./world.js";

test.use({ samples: false, ofCustomers: true });

const SHOTS = "#item-0 .shots img";

/** Files on the phone: a wide photo, an upright one stored sideways, and a file that is not a photo. */
const files = async (page) => [
  file("beach.jpg", await jpeg(page, 3_000, 1_500)),
  file("tower.jpg", await sideways(page, 1_200, 800)),
  file("notes.jpg", Buffer.from("no")),
];

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
  const chosen = await files(page);
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
  await pick(page, 0, ...chosen);
  await customer.sees("This file could not be read as a photo: notes.jpg. Please choose a JPEG, PNG or WebP picture.");
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

test("nobody meets a barrier where photos are uploaded, awaited and refused", async ({ customer, page, shop, look }) => {
  const { link } = await shop.ask();
  const open = async () => {
    await page.goto(link);
    // The page of a browser without JavaScript. It stays on for axe.
    await page.evaluate(() => {
      const button = document.querySelector("#item-0 [data-add-photo]");
      button.form.action = button.formAction;
      HTMLFormElement.prototype.submit.call(button.form);
    });
    await customer.sees("Choose a JPEG, PNG or WebP picture");
  };
  await open();
  await look("photos-upload");
  await page.goto(link);
  await customer.has("#item-0 .expected", 1);
  await look("photos-expected");
  await open();
  await page.locator("#file").setInputFiles(file("notes.jpg", Buffer.from("no")));
  await customer.click(".upload button");
  await customer.sees("How are they");
  await expect(async () => {
    await page.reload();
    await expect(page.locator("#item-0 .shots .error")).toHaveCount(1, { timeout: 100 });
  }).toPass({ intervals: [100] });
  await customer.sees("a screenshot of it works, too");
  await look("photos-refused");
});

test("a page that shows a photo keeps what is typed, open and focused", async ({ customer, page, shop }) => {
  const tray = file("tray.jpg", await jpeg(page, 300, 200));
  await page.goto((await shop.ask()).link);
  await customer.click('#item-1 + .taps [value="5"]'); // opens the folded card
  await customer.has("#item-1[open]", 1);
  const token = await page.locator("#form-0 [name=token]").inputValue();
  const elsewhere = { token, item: 0, rating: 4, text: "From another window.", display_name: "Jane" };
  await shop.submit("/review/hub/review", elsewhere);
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
