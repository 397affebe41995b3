//! From the email to a stored review on a phone of 390 × 844 pixels: the number of taps, and the content of the first screen.

import { expect, test, width } from "./world.js";
import { BOARD } from "./shop.js";

test.use({ samples: false, ofCustomers: true });

const LOVELY = "Lovely board, heavier than I thought.";

test("three taps and the words lead from the email to a stored review", async ({ customer, page, shop, fits }) => {
  const { mail } = await shop.ask("A", { product_ids: [BOARD.id] });
  await page.goto(`/local/inbox/${mail.id}/html`);

  // The first tap: a star of the email.
  await page.goto(mail.html.match(/href="([^"]*&#38;rating=4#item-0)"/)[1].replaceAll("&#38;", "&"));
  await customer.holds("#item-0 [name=rating]:checked", "4");
  await fits("first-screen");
  // No keyboard opens and hides the form.
  await expect(page.locator("#text-0")).not.toBeFocused();

  // The second opens the keyboard, the third sends.
  await customer.write("#text-0", LOVELY);
  await customer.send(0);
  await customer.sees("Thank you, Jane.");
  await customer.sees(LOVELY);
  expect((await shop.newest()).rating).toBe(4);
});

/** Words of titles that are broken across lines. */
const broken = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const title of document.querySelectorAll("h1, h2")) {
      const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
      while (walker.nextNode())
        for (const { index, 0: word } of walker.currentNode.data.matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(walker.currentNode, index);
          range.setEnd(walker.currentNode, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(word);
        }
    }
    return found;
  });

test("text of twice the size breaks no title, and nothing leaves the screen", async ({ customer, page, shop, viewport, fits }) => {
  const { link } = await shop.ask();
  const isWhole = async (state) => {
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await broken(page), state).toEqual([]);
    expect(await width(page), state).toBeLessThanOrEqual(viewport.width);
    await fits(`large-text-${state}`);
  };
  await page.goto(link);
  await customer.review(0, 4, LOVELY);
  await customer.sees("Thank you, Jane.");
  await isWhole("next");
  await customer.click("#item-1 [data-questions]");
  await customer.sees("Question 1 of 4");
  await isWhole("question");
  await page.goto(`${link}&item=0`);
  await customer.sees("Take my review back");
  await isWhole("edited");
  // Without the place in its address, the link shows the card that it opens.
  await page.goto(`${link}&item=1`);
  await expect.poll(() => page.locator("#item-1").evaluate((card) => card.getBoundingClientRect().top)).toBeLessThan(200);
});
