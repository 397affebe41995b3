//! The card of a sent review: it is edited, left unchanged, gets more photos, is seen in the shop, and is taken back.

import { file, jpeg, pick } from "./photos.js";
import { test as base, expect, PLAIN } from "./world.js";
import { BOARD } from "./shop.js";

const TEXT = "Lovely board, heavier than I thought.";

/** Jane has sent a review of the first of two products and sees the thanks. */
const test = base.extend({
  customer: async ({ customer, page, shop }, use) => {
    await page.goto((await shop.ask()).link);
    await customer.review(0, 4, TEXT);
    await customer.sees("Thank you, Jane.");
    await use(customer);
  },
});
test.use({ samples: false, ofCustomers: true });

test("what is cancelled changed nothing", PLAIN, async ({ customer, shop, javaScriptEnabled }) => {
  const before = await shop.newest();
  for (const isSaved of [false, true]) {
    await customer.edit(0);
    await customer.rate(0, 1);
    await customer.write("#text-0", "Never mind.");
    if (isSaved && javaScriptEnabled) await customer.sees("Draft saved");
    await customer.click("#item-0 [value=cancel]");
    await customer.sees(TEXT);
    await customer.misses("changes not sent yet");
  }
  await customer.edit(0);
  await customer.holdsReview(0, 4, TEXT);
  expect(await shop.newest()).toEqual(before);
});

test("photos are added on the card", async ({ customer, page, shop, look }) => {
  const canvas = await page.context().newPage();
  const tray = file("tray.jpg", await jpeg(canvas, 300, 200));
  await canvas.close();
  await pick(page, 0, tray);
  await customer.has("#item-0 .shots img[src^=http]", 1);
  await customer.has("#item-0 .off", 0); // A finger that slips removes nothing.
  expect((await shop.newest()).photos.length).toBe(1);
  await look("sent-with-photo");
});

test("the card leads to the product in the shop, or to its public reviews", async ({ customer, page, shop }) => {
  await customer.has(`#item-0 .row a[href="/p/demo/${BOARD.id}.html"]`, 1); // The shop gave no address.
  await shop.call("PUT", `/api/v1/products/${BOARD.id}`, { title: BOARD.title, url: "https://fern.example/board" });
  await page.reload();
  await customer.sees("See it in the shop");
  await customer.has('#item-0 .row a[href="https://fern.example/board"]', 1);
});

test("taking back names the review, and says that it is gone", PLAIN, async ({ customer, shop, look }) => {
  const ask = async () => {
    await customer.edit(0);
    await customer.click("[formaction='/review/hub/withdraw']");
    await customer.sees("Take your review back?");
  };
  await ask();
  await customer.sees(BOARD.title);
  await customer.sees(TEXT);
  await look("take-back");
  await customer.click(".button");
  await customer.sees("Save changes");
  await customer.click("#item-0 [value=cancel]");
  await customer.sees("Edit");
  await ask();
  await customer.click(".danger");
  await customer.sees(`Your review of ${BOARD.title} has been deleted.`);
  await look("taken-back");
  await customer.has("#item-0[open]", 1); // The customer can write another.
  expect(await shop.newest()).toBeUndefined();
  // Anybody can edit the address, and a new review removes its message.
  await customer.review(0, 3, "Second thoughts.");
  await customer.sees("Thank you, Jane.");
  await customer.misses("has been deleted");
});
