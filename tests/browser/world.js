//! The fixtures of each test: its own shop, a page of it, and checks of the page.

import { test as base, expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Console } from "./console.js";
import { Customer } from "./customer.js";
import { PATIENCE_MS, Shop, TARGET } from "./shop.js";

/** The script that finds barriers by WCAG 2.2 A and AA and axe's best practices. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const barriersBy = (options) => `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html + " " + node.failureSummary)))`;

/** The barriers on the present page. Its policy blocks scripts, but not the debugger's. `rules` turns on rules that axe leaves off. */
export async function barriers(page, rules = {}) {
  const debug = await page.context().newCDPSession(page);
  const run = async (expression) => {
    const { result, exceptionDetails } = await debug.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  // A page keeps it until another document is loaded.
  if (await run("!window.axe")) await run(`${AXE}; null`);
  const found = await run(barriersBy({ preload: false, resultTypes: ["violations"], rules }));
  await debug.detach();
  return found;
}

/** The page's width. An overflow counts, although a phone zooms out to show it. */
export const width = (page) => page.evaluate(() => document.documentElement.scrollWidth);

/** The width of the page on a phone of 390 px with text of twice the size (WCAG 2.2, 1.4.4). */
export async function widthOfTwice(page) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  return width(page);
}

/** The page's layout shift since it was opened. */
export const moved = (page) =>
  page.evaluate(() => new Promise((resolve) => {
    let sum = 0;
    const add = (entries) => entries.forEach(({ value }) => (sum += value));
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    const afterFrames = (count) => {
      if (count) return requestAnimationFrame(() => afterFrames(count - 1));
      add(observer.takeRecords());
      resolve(sum);
    };
    afterFrames(3);
  }));

/** Elements that are animated although the browser asks for reduced motion. */
export const moving = (page) =>
  page.evaluate(() => {
    const moves = (element) => getComputedStyle(element).transitionDuration.split(", ").some((length) => length !== "0s");
    return [...document.querySelectorAll("*")].filter(moves).map((element) => `it moves: ${element.outerHTML.slice(0, 100)}`);
  });

/** Targets that a finger could miss: less than 44 px wide or high (WCAG 2.2, 2.5.5). */
export const small = (page) =>
  page.evaluate(() => {
    const targets = document.querySelectorAll("a, button, summary, textarea, [type=text], [type=email], .choice, .star");
    const isSmall = (target) => {
      const { width, height } = target.getBoundingClientRect();
      return target.checkVisibility() && (width < 44 || height < 44);
    };
    return [...targets].filter(isSmall).map((target) => `small for a finger: ${target.outerHTML.slice(0, 100)}`);
  });

/** Does one thing after the other, and counts them: clicks, keys, filled fields, chosen files and opened links. */
export function counting() {
  const act = async (...doings) => {
    for (const done of doings) {
      await done();
      act.count += 1;
    }
  };
  act.count = 0;
  return act;
}

/** Where a test also runs besides a phone with JavaScript: on a phone without it, on a desk, or, as a tour, also at each landing. */
export const PLAIN = { tag: "@plain" };
export const DESK = { tag: "@desk" };
export const TOUR = { tag: "@tour", plain: { tag: ["@tour", "@plain"] } };

export const test = base.extend({
  /** The widths of the project's screen. */
  widths: [[], { option: true }],

  /** Whether the shop has its sample reviews. */
  samples: [true, { option: true }],

  /** Whether the pages are a customer's, which need large touch targets and reduced motion. */
  ofCustomers: [false, { option: true }],

  /** Console errors of the browser that a test causes on purpose. */
  expected: [/^$/, { option: true }],

  shop: [async ({ samples, model }, use) => {
    const shop = await Shop.open(samples, model ? [`--model=${model.url}`] : []);
    await use(shop);
    await shop.close();
  }, { timeout: PATIENCE_MS }],

  /** The server of a model that asks the customers, if any. */
  model: undefined,

  baseURL: async ({ shop }, use) => use(shop.url),

  /** Fails the test if a page reports an error. */
  watch: async ({ expected }, use) => {
    const faults = [];
    // The console also reports the status of an error page. Nothing that the page loads may have one.
    const ofPages = ["document", "xhr", "fetch"];
    // The page's policy keeps Playwright's scripts out of frames and its traces from blobs, which also logs a message.
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

  /** Opens a page in another browser, which shares nothing with the first. */
  elsewhere: async ({ browser, watch }, use) => use(async (options) => watch(await browser.newPage(options))),

  console: async ({ page, shop }, use) => use(new Console(page, shop)),

  customer: async ({ page, shop }, use) => use(new Customer(page, shop)),

  /** At each of these widths, checks that the page is not wider than the screen, and takes a picture. */
  fits: async ({ page, widths, viewport, javaScriptEnabled }, use, { project }) => {
    await use(async (name, at = widths) => {
      for (const pixels of at) {
        await page.setViewportSize({ ...viewport, width: pixels });
        expect.soft(await width(page), `the page ${name} is wider than the screen`).toBeLessThanOrEqual(pixels);
      }
      await page.screenshot({ path: `${TARGET}/browser/pictures/${name}-${project.name}.png`, fullPage: true });
    });
  },

  /** Checks that the page is not wider than the screen at each width, and has no barriers at the least and the greatest
   * one; then in dark colors, which are the same at each width. Takes a full picture of both. Without JavaScript axe cannot run,
   * and the colors are the same. */
  look: async ({ page, widths, viewport, javaScriptEnabled, ofCustomers }, use, { project }) => {
    await use(async (name, of = page) => {
      const faults = [];
      const greatest = widths.at(-1);
      for (const colorScheme of javaScriptEnabled ? ["light", "dark"] : ["light"]) {
        await of.emulateMedia({ colorScheme });
        for (const pixels of colorScheme === "light" ? widths : [greatest]) {
          await of.setViewportSize({ ...viewport, width: pixels });
          const wide = await width(of);
          if (wide > pixels) faults.push(`${wide} px wide on a screen of ${pixels} px`);
          if (ofCustomers) faults.push(...(await moving(of)), ...(await small(of)));
          if (!javaScriptEnabled || ![widths[0], greatest].includes(pixels)) continue;
          faults.push(...(await barriers(of)).map((barrier) => `${colorScheme}, ${pixels} px: ${barrier}`));
        }
        await of.screenshot({ path: `${TARGET}/browser/pictures/${name}-${project.name}-${colorScheme}.png`, fullPage: true });
      }
      expect.soft(faults, `the page ${name}`).toEqual([]);
    });
  },
});

export { expect };
