//! The first view of a customer's page: its bytes, its hosts, and its number of calls.

import { questionsOf } from "./customer.js";
import { expect, test } from "./world.js";

test.use({ samples: false });

test("the first view is light, and asks nobody else", async ({ page, shop }) => {
  await page.goto((await shop.ask()).link);
  const seen = await page.evaluate(() => ["navigation", "resource"].flatMap((type) =>
    performance.getEntriesByType(type).map(({ name, transferSize }) => ({ name, transferSize }))));
  const bytes = seen.reduce((sum, { transferSize }) => sum + transferSize, 0);
  expect(bytes).toBeGreaterThanOrEqual(10_000);
  expect(bytes).toBeLessThanOrEqual(60_000);
  for (const { name } of seen) expect(name.startsWith(shop.url), name).toBe(true);
});

test.describe(() => {
  test.use({ log: "info" });

  test("a first view is three calls, and each later one is one", async ({ page, shop, fits }) => {
    // The routes of the calls that functions answered. `none` is an unknown path, such as `/favicon.ico`.
    const answered = () => [...shop.log.matchAll(/answered .*?"(.*?)"/g)].map(([, route]) => route);
    const { link } = await shop.ask();
    await expect.poll(answered, "the call that asked").toHaveLength(1);
    for (const url of [link, link, questionsOf(link, 0), link]) {
      await page.goto(url);
      const isIcon = await page.evaluate(async () => {
        const icon = new Image();
        icon.src = document.querySelector("link[rel=icon]").href;
        await icon.decode();
        return icon.naturalWidth > 0;
      });
      expect(isIcon, "the icon is a picture that the page's policy allows").toBe(true);
      await fits("calls");
    }
    // Browsers request an icon some time after the page, so a superfluous call would come before it.
    const [hub, asset] = ["/review/hub", "/review/assets/{file}"];
    await expect.poll(() => answered().slice(1)).toEqual([hub, asset, asset, hub, "/review/hub/chat", hub]);
  });
});
