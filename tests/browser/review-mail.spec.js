//! A morning's email about reviews on a phone: twenty reviews are answered or decided by its links, without a sign-in.

import { PLAIN, counting, expect, test } from "./world.js";
import { BOARD, DAY_S, OWNER } from "./shop.js";

test.use({ samples: false });

/** How many taps and entries twenty reviews may take. */
const ACTIONS_MAX = 45;
const REVIEWS = 20;

test("twenty reviews are answered or decided from one email", PLAIN, async ({ page, shop, look }) => {
  await shop.call("PUT", "/api/v1/settings", { saved_replies: ["Thank you, {name}!", "We are sorry, {name}, and write to you."] });
  for (let number = 1; number <= REVIEWS; number++) {
    const words = number % 2 ? "It holds a litre and keeps it hot." : "Write to jane@example.com, she has it, too.";
    const customer = { email: `c${number}@example.com`, customer_name: `Jane Doe`, order_id: `${number}`, product_ids: [BOARD.id] };
    await shop.review(customer, (number % 5) + 1, words);
  }
  await shop.advance(DAY_S);
  const mail = await shop.mail(OWNER, /^20 reviews for/);
  await page.goto(`/local/inbox/${mail.id}/html`);

  const act = counting();
  // A mail program opens a link in a browser.
  await act(async () => page.goto(await page.getByRole("link", { name: "Publish" }).first().getAttribute("href")));
  for (let left = REVIEWS; left > 0; left--) {
    await expect(page.getByText(`${left} review${left === 1 ? "" : "s"} of the email`)).toBeVisible();
    const publish = page.getByRole("button", { name: "Publish" });
    const waits = await publish.count();
    if (left === REVIEWS || left === 5) await look(waits ? "review-mail-waits" : "review-mail-answer");
    if (waits) await act(() => publish.click());
    else {
      const send = page.getByRole("button", { name: "Send the reply" });
      await act(() => page.getByLabel("Thank you, Jane!").check(), () => send.click());
    }
  }
  await expect(page.getByText("That was the last one of this email.")).toBeVisible();
  await look("review-mail-last");
  expect(act.count).toBeLessThanOrEqual(ACTIONS_MAX);
  const { reviews } = await shop.call("GET", "/api/v1/reviews?limit=100");
  expect(reviews.filter(({ status, reply }) => status === "approved" && reply).length).toBe(REVIEWS / 2);
  expect(reviews.filter(({ status }) => status === "approved").length).toBe(REVIEWS);
});
