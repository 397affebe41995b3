//! The email that asks for reviews: in every language, on a phone and in a window, in light and dark, and with a picture that is not
//! loaded.

import { LANGUAGES } from "./languages.js";
import { expect, test } from "./world.js";
import { BOARD, POT } from "./shop.js";

// One picture's host does not exist.
test.use({ samples: false, expected: /net::ERR_NAME_NOT_RESOLVED https:\/\/img\.example\/a\.png$/ });

/** A small phone, a window, and a phone. */
const WIDTHS = [320, 600, 390];
/** The greatest distance in pixels from the top of an email about one product to its first star, on a phone. The email program's
 * header takes 170 of 844. */
const FIRST_STAR_MAX = 260;
/** How far a star's shape may be from the text's edge, in pixels. */
const INDENT_MAX = 4;

/** In pixels: the first star's position, the distance of the first star, the picture and the button from the heading's edge, the stars'
 * distance above the picture, the part of the text's width that the picture takes, and the size of the smallest star. */
const measured = (page) =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll(".stars a")];
    const forms = links.map((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      return range.getBoundingClientRect();
    });
    const [first] = forms;
    const heading = document.querySelector(".head div").getBoundingClientRect();
    const picture = document.querySelector("img.picture").getBoundingClientRect();
    const button = document.querySelector(".go a").getBoundingClientRect();
    const indent = (box) => Math.abs(document.documentElement.dir === "ltr" ? box.left - heading.left : heading.right - box.right);
    return {
      top: links[0].getBoundingClientRect().top,
      indent: Math.max(...[first, picture, button].map(indent)),
      above: picture.top - first.bottom,
      wide: picture.width / heading.width,
      finger: Math.min(...links.flatMap((star) => [star.offsetWidth, star.offsetHeight])),
    };
  });

/** Opens the email about these products. */
async function open(page, shop, order, fields) {
  const { mail } = await shop.ask(order, fields);
  await page.goto(`/local/inbox/${mail.id}/html`);
}

test("the stars of one product are in view in every language", async ({ page, shop, fits }) => {
  for (const language of LANGUAGES) {
    await open(page, shop, language, { product_ids: [BOARD.id], language });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const pixels of WIDTHS) {
        const name = `mail-${language}-${colorScheme}-${pixels}`;
        await fits(name, [pixels]);
        const { top, indent, above, wide, finger } = await measured(page);
        expect(above, name).toBeGreaterThan(0);
        expect(finger, name).toBeGreaterThanOrEqual(44);
        expect(indent, name).toBeLessThan(INDENT_MAX);
        if (pixels < 600) expect(wide, name).toBeCloseTo(1, 2);
        if (pixels === 390) expect(top, name).toBeLessThanOrEqual(FIRST_STAR_MAX);
      }
    }
  }
});

test("a picture that is not loaded leaves nothing empty", async ({ page, shop, fits }) => {
  const long = { title: "Handgefertigtes Servierbrett aus Nussbaum, geölt, mit Griff", image_url: "https://img.example/a.png" };
  await shop.call("PUT", "/api/v1/products/shopify-8", long);
  for (const [name, product_ids, said] of [
    ["one", [BOARD.id], [BOARD.title]],
    ["several", [BOARD.id, POT.id], []],
    ["long", ["shopify-8"], []],
  ]) {
    await open(page, shop, name, { product_ids });
    // Like an email program that blocks pictures.
    await page.evaluate(() => [...document.images].forEach((picture) => (picture.src = "data:,")));
    const failed = () => page.evaluate(() => [...document.images].every(({ complete, naturalWidth }) => complete && !naturalWidth));
    await expect.poll(failed).toBe(true);
    const left = await page.evaluate(() => [...document.images].map(({ alt, offsetHeight }) => ({ alt, offsetHeight })));
    const blocked = left.filter(({ offsetHeight }) => offsetHeight);
    expect(blocked.map(({ alt }) => alt), name).toEqual(said);
    for (const { offsetHeight } of blocked) expect(offsetHeight, name).toBeLessThan(60);
    for (const pixels of WIDTHS) await fits(`mail-blocked-${name}-${pixels}`, [pixels]);
  }
});
