//! What each test has: a shop of its own, a page on it, and a look at the page as it is.

import { test as base, expect } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Console } from "./console.js";
import { Customer } from "./customer.js";
import { Shop, TARGET } from "./shop.js";

/** The script that finds barriers: WCAG 2.2 A and AA, and axe's own good practices. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const BARRIERS = `axe.run(document, { preload: false, resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html + " " + node.failureSummary)))`;

/** The barriers on the page as it is. Its policy holds scripts back, but not the debugger's. */
export async function barriers(page) {
  const debug = await page.context().newCDPSession(page);
  const run = async (expression) => {
    const { result, exceptionDetails } = await debug.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  // A page keeps it until another document is loaded.
  if (await run("!window.axe")) await run(`${AXE}; null`);
  const found = await run(BARRIERS);
  await debug.detach();
  return found;
}

/** How wide the page is: an overflow counts, although a phone shows it by zooming out. */
export const width = (page) => page.evaluate(() => document.documentElement.scrollWidth);

/** What is animated although the browser asks for reduced motion. */
export const moving = (page) =>
  page.evaluate(() => {
    const moves = (element) => getComputedStyle(element).transitionDuration.split(", ").some((length) => length !== "0s");
    return [...document.querySelectorAll("*")].filter(moves).map((element) => `it moves: ${element.outerHTML.slice(0, 100)}`);
  });

/** Targets that a finger could miss: less than 44 px wide or high (WCAG 2.2, 2.5.5). */
export const small = (page) =>
  page.evaluate(() => {
    const targets = document.querySelectorAll("a, button, summary, textarea, [type=text], .choice, .star");
    const isSmall = (target) => {
      const { width, height } = target.getBoundingClientRect();
      return target.checkVisibility() && (width < 44 || height < 44);
    };
    return [...targets].filter(isSmall).map((target) => `small for a finger: ${target.outerHTML.slice(0, 100)}`);
  });

/** Renews a picture of the documents with `UPDATE_DOCS=1`: of the screen, so many times as large. Playwright itself writes no WebP. */
export async function show(page, name, scale = 1) {
  if (!process.env.UPDATE_DOCS) return;
  const debug = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, ...page.viewportSize(), scale };
  const { data } = await debug.send("Page.captureScreenshot", { format: "webp", quality: 70, clip });
  await debug.detach();
  writeFileSync(new URL(`../../docs/images/${name}.webp`, import.meta.url), Buffer.from(data, "base64"));
}

/** Where a test runs besides a phone with JavaScript: on a phone without it, or on a desk, too. */
export const PLAIN = { tag: "@plain" };
export const DESK = { tag: "@desk" };

export const test = base.extend({
  /** The widths of the project's screen. */
  widths: [[], { option: true }],

  /** Whether the shop has its sample reviews. */
  samples: [true, { option: true }],

  /** From which level on the shop's functions log. What they log from `info` on is kept in `shop.log`. */
  log: ["warn", { option: true }],

  /** Whether the pages are a customer's, which have targets for a finger, and move nothing that should not. */
  ofCustomers: [false, { option: true }],

  /** What a test causes on purpose, and the browser's console reports. */
  expected: [/^$/, { option: true }],

  shop: async ({ samples, log }, use) => {
    const shop = await Shop.open(samples, log);
    await use(shop);
    await shop.close();
  },

  baseURL: async ({ shop }, use) => use(shop.url),

  /** Has a page that reports an error fail the test. */
  watch: async ({ expected }, use) => {
    const faults = [];
    // That a page of an error has an error's status is said there, too. Of all that it loads, nothing may have one.
    const ofPages = ["document", "xhr", "fetch"];
    // Playwright's own scripts are kept out of frames, and its traces from a page's blobs, with a message.
    const own = /^Blocked script execution in '(about:|\S+\/(preview|html))|^Connecting to 'blob:/;
    const known = [/the server responded with a status of 4/, own, expected];
    const notes = (words) => known.some((pattern) => pattern.test(words)) || faults.push(words);
    await use((page) => {
      page.on("console", (line) => line.type() === "error" && notes(`${line.text()} ${line.location().url}`));
      page.on("pageerror", (error) => notes(error.message));
      page.on("response", (reply) => {
        const failed = reply.status() >= 400 && !ofPages.includes(reply.request().resourceType());
        if (failed) notes(`${reply.status()} ${reply.url()}`);
      });
      return page;
    });
    expect(faults, "errors in the browser's console").toEqual([]);
  },

  page: async ({ page, watch }, use) => use(watch(page)),

  /** Opens a page in another browser, which has nothing of the first one's. */
  elsewhere: async ({ browser, watch }, use) => use(async (options) => watch(await browser.newPage(options))),

  console: async ({ page, shop }, use) => use(new Console(page, shop)),

  customer: async ({ page, shop }, use) => use(new Customer(page, shop)),

  /** Takes a picture of the page, after a look that it is no wider than the screen, at each of these widths. */
  fits: async ({ page, widths, viewport, javaScriptEnabled }, use, { project }) => {
    await use(async (name, at = widths) => {
      for (const pixels of at) {
        await page.setViewportSize({ ...viewport, width: pixels });
        expect.soft(await width(page), `the page ${name} is wider than the screen`).toBeLessThanOrEqual(pixels);
      }
      await page.screenshot({ path: `${TARGET}/browser/pictures/${name}-${project.name}.png`, fullPage: true });
    });
  },

  /** Looks the page over at each width and in both schemes: it is no wider than the screen, there is no barrier, and a
   * picture of all of it is taken. Without JavaScript axe cannot run, and the colors are the same. */
  look: async ({ page, widths, viewport, javaScriptEnabled, ofCustomers }, use, { project }) => {
    await use(async (name, of = page) => {
      const faults = [];
      for (const colorScheme of javaScriptEnabled ? ["light", "dark"] : ["light"]) {
        await of.emulateMedia({ colorScheme });
        for (const pixels of widths) {
          await of.setViewportSize({ ...viewport, width: pixels });
          const wide = await width(of);
          if (wide > pixels) faults.push(`${wide} px wide on a screen of ${pixels} px`);
          if (ofCustomers) faults.push(...(await moving(of)), ...(await small(of)));
          if (!javaScriptEnabled) continue;
          faults.push(...(await barriers(of)).map((barrier) => `${colorScheme}, ${pixels} px: ${barrier}`));
        }
        const picture = `${name}-${project.name}-${colorScheme}`;
        await of.screenshot({ path: `${TARGET}/browser/pictures/${picture}.png`, fullPage: true });
        if (picture === "reviews-desk-light") await show(of, "console");
      }
      expect.soft(faults, `the page ${name}`).toEqual([]);
    });
  },
});

export { expect };
