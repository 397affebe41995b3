//! From the email to a stored review on a phone of 390 × 844 pixels: the number of taps, and the content of the first screen.

import { LANGUAGES } from "./languages.js";
import { expect, PLAIN, show, test, width } from "./world.js";
import { BOARD, POT } from "./shop.js";

test.use({ samples: false, ofCustomers: true });

/** The lowest permitted end of the send button, in pixels, after the email's star or its button was tapped. */
const SEND_MAX = [["&item=0&rating=4#item-0", 560], ["", 690]];
/** The height of a phone's keyboard with its suggestions, in pixels. */
const KEYBOARD = 336;
const LOVELY = "Lovely board, heavier than I thought.";

test("three taps and the words lead from the email to a stored review", async ({ customer, page, shop, fits }) => {
  const { mail } = await shop.ask("A", { product_ids: [BOARD.id] });
  const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link.replaceAll("&#38;", "&"));

  await page.goto(`/local/inbox/${mail.id}/html`);
  await show(page, "email", 2);

  // The first tap: a star of the email.
  await page.goto(links.find((link) => link.endsWith("item=0&rating=4#item-0")));
  await customer.holds("#item-0 [name=rating]:checked", "4");
  await fits("first-screen");
  // No keyboard opens and hides the form.
  await expect(page.locator("#text-0")).not.toBeFocused();

  // The second opens the keyboard, the third sends.
  await customer.write("#text-0", LOVELY);
  await page.locator("#text-0").blur();
  await page.locator("h1").scrollIntoViewIfNeeded();
  await show(page, "page", 2);
  await customer.send(0);
  await customer.sees("Thank you, Jane.");
  await customer.sees(LOVELY);
  expect((await shop.newest()).rating).toBe(4);
});

test("in every language the button that sends is within reach", async ({ customer, page, shop, viewport, fits }) => {
  test.slow();
  const edge = () => page.evaluate(() => document.querySelector(".wide").getBoundingClientRect().bottom);
  for (const language of LANGUAGES) {
    const fields = { email: `${language}@example.com`, customer_name: "Jane Doe", product_ids: [BOARD.id], order_id: language };
    const { hub_url } = await shop.create({ ...fields, language, delay_days: 30 });
    for (const [from, most] of SEND_MAX) {
      await page.goto(hub_url + from);
      expect(await edge(), `${language}${from}`).toBeLessThanOrEqual(most);
    }
    await fits(`form-${language}`);
    await customer.write("#text-0", "Lovely board.");
    const screen = viewport.height - KEYBOARD;
    await page.setViewportSize({ ...viewport, height: screen });
    const end = await edge();
    expect(end, language).toBeGreaterThanOrEqual(0);
    expect(end, language).toBeLessThanOrEqual(screen);
    const above = await page.evaluate(() => document.elementFromPoint(195, innerHeight - 30).className);
    expect(above, `${language}: it is the button that the thumb meets`).toBe("wide");
    await page.setViewportSize(viewport);
  }
});

test("three taps review a product out of turn", PLAIN, async ({ customer, page, shop, fits }) => {
  await page.goto((await shop.ask()).link);
  await fits("two-products");
  await customer.click('#item-1 + .taps [value="4"]');
  await customer.has('#item-1[open] [value="4"]:checked', 1);
  await customer.click("#text-1");
  await page.keyboard.type("Drains well.");
  await customer.send(1);
  await customer.sees("Drains well.");
  expect(await shop.newest()).toMatchObject({ rating: 4, external_product_id: POT.id });
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
