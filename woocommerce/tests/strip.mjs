//! The way from nothing to stars, as a merchant goes it, and its five pictures. `strip` starts the shop and Afterword.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";

const { chromium } = createRequire(new URL("../../tests/browser/", import.meta.url))("@playwright/test");
const { AFTERWORD, SHOP, SITE } = process.env;
const OWNER = "owner@example.com";

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 900, height: 640 } });
page.setDefaultTimeout(60_000);

let pictures = 0;
/** Takes the next picture, in a format that WordPress' directory takes, too. */
async function picture() {
  // What is under the pointer looks different.
  await page.mouse.move(899, 639);
  const path = new URL(`../../docs/images/woo-${++pictures}.jpg`, import.meta.url).pathname;
  await page.screenshot({ path, type: "jpeg", quality: 80 });
}

let actions = 0;
/** What the merchant presses. */
async function press(locator) {
  actions += 1;
  await locator.click();
  await page.waitForLoadState("networkidle");
}
const button = (name) => page.getByRole("button", { name, exact: true });

/** What WordPress' cron does. */
const cron = (code) => execFileSync("php", ["-r", `define( 'DOING_CRON', true ); require 'wp-load.php'; ${code}`], { cwd: SITE });

// Signed in on both sides.
await page.goto(`${AFTERWORD}/console`);
await page.getByLabel("Email").fill(OWNER);
await button("Email me a link").click();
let link;
while (!link) {
  await setTimeout(200);
  const inbox = await (await fetch(`${AFTERWORD}/local/inbox.json`)).text();
  link = inbox.match(/http:[^"\\ <]*\/console\/sign-in\/link[^"\\ <]*/)?.[0].replaceAll("&amp;", "&");
}
await page.goto(link);
await button("Sign in").click();
await page.goto(`${SHOP}/wp-login.php`);
await page.fill("#user_login", "owner");
await page.fill("#user_pass", "secret");
await page.click("#wp-submit");

await page.goto(`${AFTERWORD}/console/connections/woocommerce`);
const download = page.waitForEvent("download");
await press(page.getByRole("link", { name: "Download the plug-in" }));
await page.goto(`${SHOP}/wp-admin/plugin-install.php?tab=upload`);
actions += 1;
const buffer = readFileSync(await (await download).path());
await page.setInputFiles("#pluginzip", { name: "afterword.zip", mimeType: "application/zip", buffer });
await press(button("Install Now"));
await press(page.getByRole("link", { name: "Activate Plugin" }));
await picture();
await press(button("Connect"));
await picture();
await press(button("Connect"));
await picture();
await press(button("Move the reviews"));
const moved = Date.now();
// The page follows by itself, without the cron.
await page.getByText("Your reviews are moved").waitFor();
// PHP's server keeps no connection.
const stars = async () => (await page.request.get(`${SHOP}/product/stoneware-mug/`)).text();
while (!(await stars()).includes("afterword-reviews")) {
  await setTimeout(1000);
}
console.log(`stars ${((Date.now() - moved) / 1000).toFixed(0)} s after the move`);
// As a visitor sees it.
await page.context().clearCookies();
await page.goto(`${SHOP}/product/stoneware-mug/`, { waitUntil: "networkidle" });
await page.evaluate(() => document.querySelector(".product").scrollIntoView());
await picture();
await page.goto(`${SHOP}/say/`, { waitUntil: "networkidle" });
await picture();
await browser.close();
console.log(`${actions} actions`);
