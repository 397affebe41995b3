//! What each part of the tour has: a shop of its own, its console, and a look at the page as it is.

import { test as base, expect } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { Console } from "./pages.js";
import { Shop, TARGET } from "./shop.js";

/** The script that finds barriers: WCAG 2.2 A and AA, and axe's own good practices. */
const AXE = readFileSync(new URL("../it/assets/axe.min.js", import.meta.url), "utf8");
const BARRIERS = `${AXE}; axe.run(document, { preload: false, resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html + " " + node.failureSummary)))`;

/** The barriers on the page as it is. Its policy holds scripts back, but not the debugger's. */
export async function barriers(page) {
  const debug = await page.context().newCDPSession(page);
  const run = { expression: BARRIERS, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await debug.send("Runtime.evaluate", run);
  await debug.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** The README's picture, which `UPDATE_DOCS=1` renews. Playwright itself writes no WebP. */
const SHOWN = "reviews-desk-light";
const README = new URL("../../docs/images/console.webp", import.meta.url);

async function show(page) {
  const debug = await page.context().newCDPSession(page);
  const { data } = await debug.send("Page.captureScreenshot", { format: "webp", quality: 70 });
  await debug.detach();
  writeFileSync(README, Buffer.from(data, "base64"));
}

/** How wide the page is: an overflow counts, although a phone shows it by zooming out. */
export const width = (page) => page.evaluate(() => document.documentElement.scrollWidth);

export const test = base.extend({
  /** The widths of the project's screen. */
  widths: [[], { option: true }],

  /** Whether the shop has its sample reviews. */
  samples: [true, { option: true }],

  shop: async ({ samples }, use) => {
    const shop = await Shop.open(samples);
    await use(shop);
    await shop.close();
  },

  baseURL: async ({ shop }, use) => use(shop.url),

  page: async ({ page }, use) => {
    const faults = [];
    // That a page of an error has an error's status is said there, too.
    // The tour's own scripts are kept out of frames with a message.
    const own = /the server responded with a status of 4|^Blocked script execution in '(about:|\S+\/preview)/;
    page.on("console", (line) => line.type() === "error" && !own.test(line.text()) && faults.push(line.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    await use(page);
    expect(faults, "errors in the browser's console").toEqual([]);
  },

  console: async ({ page, shop }, use) => use(new Console(page, shop)),

  /** Looks the page over at each width and in both schemes: it is no wider than the screen, there is no barrier, and a
   * picture of all of it is taken. Without JavaScript the page is the same, and axe cannot run. */
  look: async ({ page, widths, viewport, javaScriptEnabled }, use, { project }) => {
    await use(async (name, of = page) => {
      const faults = [];
      for (const colorScheme of javaScriptEnabled ? ["light", "dark"] : ["light"]) {
        await of.emulateMedia({ colorScheme });
        for (const pixels of widths) {
          await of.setViewportSize({ ...viewport, width: pixels });
          const wide = await width(of);
          if (wide > pixels) faults.push(`${wide} px wide on a screen of ${pixels} px`);
          if (!javaScriptEnabled) continue;
          faults.push(...(await barriers(of)).map((barrier) => `${colorScheme}, ${pixels} px: ${barrier}`));
        }
        if (!javaScriptEnabled) continue;
        const picture = `${name}-${project.name}-${colorScheme}`;
        await of.screenshot({ path: `${TARGET}/browser/pictures/${picture}.png`, fullPage: true });
        if (picture === SHOWN && process.env.UPDATE_DOCS) await show(of);
      }
      expect.soft(faults, `the page ${name}`).toEqual([]);
    });
  },
});

export { expect };
