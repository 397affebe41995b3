//! A customer's page in every language, among them one that is read from right to left.

import { questionsOf } from "./customer.js";
import { LANGUAGES } from "./languages.js";
import { barriers, expect, test } from "./world.js";
import { BOARD, POT } from "./shop.js";

test.use({ samples: false, ofCustomers: true });

/** The lowest permitted end of the send button, in pixels, after the email's star or its button was tapped. */
const SEND_MAX = [["&item=0&rating=4#item-0", 560], ["", 730]];
/** The height of a phone's keyboard with its suggestions, in pixels. */
const KEYBOARD = 336;

/** Elements on the wrong side, and text that leaves its box. The form's first answers scroll. */
const astray = (page) =>
  page.evaluate(() => {
    const main = document.querySelector("main").getBoundingClientRect();
    const isAstray = (element) => {
      const { width, left, right } = element.getBoundingClientRect();
      return width > 0 && (left < main.left - 1 || right > main.right + 1);
    };
    return [...document.querySelectorAll("main *")]
      .filter((element) => element.checkVisibility() && !element.closest(".star span, .symbols, .first .chips") && isAstray(element))
      .map((element) => element.outerHTML.slice(0, 100));
  });

test("a page from right to left is whole on a phone", async ({ customer, page, shop, look, fits }) => {
  test.slow();
  const check = async (state) => {
    await look(`arabic-${state}`);
    expect(await astray(page), state).toEqual([]);
  };
  const layla = { email: "layla@example.com", customer_name: "ليلى حداد", language: "ar", delay_days: 1 };
  const { link, mail } = await shop.ask("A", { ...layla, product_ids: [BOARD.id, POT.id, "shopify-1"] });
  await page.goto(`/local/inbox/${mail.id}/html`);
  await customer.sees("اكتب تقييمك");
  await fits("arabic-mail");
  await page.goto(link);
  await customer.sees("كيف وجدتها يا");
  await check("form");
  const left = (nth) => page.locator(`#item-0 .star:nth-child(${nth})`).evaluate((star) => star.getBoundingClientRect().left);
  expect(await left(1), "the first star is the rightmost one").toBeGreaterThan(await left(5));
  await customer.rate(0, 4);
  await customer.click("#item-0 summary");
  await check("list");
  await customer.click("#item-0 summary");
  await customer.write("#text-0", "الخشب جميل لكنه ثقيل.");
  await customer.send(0);
  await customer.sees("شكرًا لك");
  await customer.rate(1, 2);
  await customer.click("#item-1 [data-questions]");
  await customer.sees("السؤال 1 من 4");
  await customer.click(".chip");
  await customer.holds("#answer", "أستخدمه كل يوم. ");
  await check("chat-tapped");
  await customer.click("form .actions button");
  await customer.sees("السؤال 2 من 4");
  await customer.click("[name=to][value=form]");
  await customer.sees("كيف وجدتها يا");
  await customer.send(1);
  await customer.sees("شكرًا لك");
  await check("thanks");

  // The inbox allows no scripts in an email, not even axe, so the HTML is opened separately.
  await page.route("**/email", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: mail.html }));
  await page.goto("/email");
  // In an email, landmarks and the top heading belong to the email program.
  const ofPages = /^(landmark-one-main|page-has-heading-one|region): /;
  expect((await barriers(page)).filter((barrier) => !ofPages.test(barrier))).toEqual([]);
});

test("every language fits a small phone, and the button that sends is within reach", async ({ customer, page, shop, viewport, look }) => {
  test.slow();
  expect(LANGUAGES.length).toBe(12);
  const edge = () => page.evaluate(() => document.querySelector(".wide").getBoundingClientRect().bottom);
  for (const language of LANGUAGES) {
    const asked = { email: `${language}@example.com`, customer_name: "Jane Doe", product_ids: [BOARD.id] };
    const { hub_url: link } = await shop.create({ ...asked, language, skip_email: true });
    for (const [from, most] of SEND_MAX) {
      await page.setViewportSize(viewport);
      await page.goto(link + from);
      expect(await edge(), `${language}${from}`).toBeLessThanOrEqual(most);
    }
    await look(`${language}-form`);
    expect(await astray(page), `${language}-form`).toEqual([]);
    await customer.write("#text-0", "Lovely board.");
    const screen = viewport.height - KEYBOARD;
    await page.setViewportSize({ ...viewport, height: screen });
    const end = await edge();
    expect(end > 0 && end <= screen, `${language}: ${end} of ${screen} px`).toBe(true);
    const above = await page.evaluate(() => document.elementFromPoint(195, innerHeight - 30).className);
    expect(above, `${language}: it is the button that the thumb meets`).toBe("wide");
    await page.setViewportSize(viewport);
    await page.goto(questionsOf(link, 0));
    await look(`${language}-chat`);
    expect(await astray(page), `${language}-chat`).toEqual([]);
  }
});
