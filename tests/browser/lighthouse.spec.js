//! Lighthouse's scores of the customer's pages on a phone, and the size of their first view.

import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { questionsOf } from "./customer.js";
import { expect, test as base } from "./world.js";
import { DAY_S, TARGET } from "./shop.js";

const CATEGORIES = ["performance", "accessibility", "best-practices"];
const SCORE_MIN = 0.95;
const BYTES_MAX = 60_000;
const REPORTS = `${TARGET}/browser/lighthouse`;

const test = base.extend({
  /** Lighthouse's report on a page. */
  report: async ({ launchOptions }, use, info) => {
    // The folder in which Chromium writes the port that Lighthouse reads.
    const profile = info.outputPath("profile");
    const args = [...launchOptions.args, "--remote-debugging-port=0"];
    const browser = await chromium.launchPersistentContext(profile, { ...launchOptions, args });
    const [port] = readFileSync(`${profile}/DevToolsActivePort`, "utf8").split("\n");
    await use(async (state, url) => {
      // From a page of the same site, so that one browser process has both and the trace has its beginning.
      const blankPage = new URL("/local/pictures/board.svg", url).href;
      const settings = { onlyCategories: CATEGORIES, ignoreStatusCode: true, blankPage };
      const { lhr } = await lighthouse(url, { port, logLevel: "error" }, { extends: "lighthouse:default", settings });
      // The scores alone do not show the fault.
      mkdirSync(REPORTS, { recursive: true });
      writeFileSync(`${REPORTS}/${state}.json`, JSON.stringify(lhr));
      return lhr;
    });
    await browser.close();
  },
});
test.use({ samples: false });

/** The categories in which a page misses its score, each with its failed audits. */
function missed({ categories, audits }) {
  const short = CATEGORIES.map((id) => categories[id]).filter(({ score }) => !(score >= SCORE_MIN));
  return short.map(({ id, score, auditRefs }) => {
    const failed = auditRefs.map((audit) => audits[audit.id]).filter(({ score }) => score !== null && score < 0.9);
    return `${id} ${score}: ${failed.map(({ id, displayValue }) => `${id} ${displayValue ?? ""}`).join(", ")}`;
  });
}

/** The pages, each with the steps that lead to it. */
const PAGES = {
  form: async (shop) => (await shop.ask()).link,
  "fifty-products": async (shop) => {
    const product_ids = Array.from({ length: 50 }, (_, number) => `shopify-${number + 1}`);
    return (await shop.create({ email: "jane@example.com", skip_email: true, product_ids })).hub_url;
  },
  "another-form": async (shop) => `${(await shop.ask()).link}&item=1`,
  question: async (shop) => questionsOf((await shop.ask()).link, 0),
  unknown: async (shop) => `${shop.url}/review/hub?token=cut-short`,
  expired: async (shop) => {
    const { link } = await shop.ask();
    await shop.advance(91 * DAY_S);
    return link;
  },
};

for (const [state, opened] of Object.entries(PAGES)) {
  test(`the page ${state} is fast, light, accessible and well made`, async ({ shop, report }) => {
    const found = await report(state, await opened(shop));
    expect(found.runtimeError).toBeUndefined();
    expect(missed(found)).toEqual([]);
    const requests = found.audits["network-requests"].details.items;
    const bytes = requests.reduce((sum, { transferSize }) => sum + (transferSize ?? 0), 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(BYTES_MAX);
    // Browsers request an icon and pictures, too. The style and the script are stored for a year.
    const calls = requests.filter(({ resourceType }) => ["Document", "Stylesheet", "Script", "XHR", "Fetch"].includes(resourceType));
    expect(calls.length).toBeLessThanOrEqual(3);
    for (const { url } of requests) expect(url).toMatch(new RegExp(`^(${shop.url}/|data:)`));
  });
}
