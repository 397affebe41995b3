//! The developer's pages of `cargo dev`.

import { Customer } from "./customer.js";
import { BOARD } from "./shop.js";
import { DESK, expect, show, test } from "./world.js";

test.use({ samples: false });

test.describe("on a desk", { tag: "@only-desk" }, () => {
  test("the inbox shows an email as on a phone and in dark colors", async ({ customer, page, fits }) => {
    await page.goto("/local");
    await customer.click("form[action='/local/demo-request'] button");
    await customer.sees("Text part");
    const seen = () => page.frameLocator("iframe").locator("html").evaluate(() =>
      [innerWidth, matchMedia("(prefers-color-scheme: dark)").matches]);
    // Playwright's own emulation would reach into the frame.
    await page.emulateMedia({ colorScheme: null });
    const debug = await page.context().newCDPSession(page);
    for (const [words, isDark, own] of [["Light", false, "dark"], ["Dark", true, "light"]]) {
      // Whatever the developer's own pages are in.
      await debug.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: own }] });
      await page.getByRole("link", { name: words, exact: true }).click();
      await page.getByRole("link", { name: "Wide", exact: true }).click();
      await expect.poll(async () => (await seen())[0]).toBeGreaterThan(600);
      expect((await seen())[1], words).toBe(isDark);
      await page.getByRole("link", { name: "Phone", exact: true }).click();
      await expect.poll(seen).toEqual([390, isDark]);
    }
    await fits("local-inbox-dark-email");
  });

  test("what is shown can be copied", async ({ customer, page, shop, elsewhere }) => {
    await page.goto("/local");
    await customer.has("dd > code + button.copy", 7); // the base URL, the keys and the order
    await customer.click("dl button.copy");
    await customer.sees("Copied");
    // Reading the clipboard needs a permission, for which the browser would ask a person.
    await page.evaluate(() => (navigator.clipboard.writeText = async (text) => (window.copied = text)));
    await customer.click("dl button.copy");
    expect(await page.evaluate(() => window.copied)).toBe(shop.url);

    const plain = new Customer(await elsewhere({ javaScriptEnabled: false }), shop);
    await plain.page.goto(`${shop.url}/local`);
    await plain.has("button.copy", 0); // without JavaScript they would do nothing
    await plain.has("pre > code", 9);
    await plain.page.close();
  });
});

test("nobody meets a barrier on the developer's pages", DESK, async ({ page, shop, look, isMobile }) => {
  await shop.submit("/local/demo-request", {});
  await shop.submit("/local/clock", { to: "next_event" });
  for (const name of ["local", "local/inbox", "local/clock"]) {
    await page.goto(`/${name}`);
    await look(name.replace("/", "-"));
  }
  if (isMobile) return;
  await page.goto("/local");
  const lines = await page.evaluate(() => [...document.querySelectorAll(".scripts dd")].map((dd) =>
    Math.round(dd.clientHeight / parseFloat(getComputedStyle(dd).lineHeight))));
  expect(lines.slice(0, 2), "code within a sentence breaks no line").toEqual([1, 1]);
});

test.describe("with samples", () => {
  test.use({ samples: true });

  test("the shop's pages draw stars and reviews", DESK, async ({ customer, page, look, isMobile }) => {
    await page.goto("/local/shop");
    const stars = page.locator("afterword-stars [part~=stars]");
    await expect(stars).toHaveCount(4);
    await look("local-shop");

    await page.getByRole("link", { name: BOARD.title }).click();
    await expect(stars).toHaveCount(1);
    const list = page.locator("afterword-reviews");
    await list.scrollIntoViewIfNeeded();
    await expect(list.locator("[part~=review]")).toHaveCount(8);
    await expect(list.locator("[part~=verified]")).toHaveCount(4);
    await expect(list.locator("[part~=review] [part~=photos] img")).toHaveCount(3);
    await expect(list.locator("[part~=reply]")).toHaveCount(2);
    await look("local-shop-product");
    if (isMobile) return;

    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 960, height: 1110 });
    await page.evaluate(() => scrollTo(0, 0));
    await show(page, "shop");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await customer.sees("nothing can be bought here");
  });
});
