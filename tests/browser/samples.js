//! The photos of the demo shop's samples. `npm run samples --prefix tests/browser` paints each from its drawing.

import { chromium } from "@playwright/test";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const FOLDER = new URL("../../local/assets/photos/", import.meta.url);
const SIZE = { width: 640, height: 480 };

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });
const page = await browser.newPage({ viewport: SIZE });
const debug = await page.context().newCDPSession(page);
for (const drawing of readdirSync(FOLDER).filter((name) => name.endsWith(".svg"))) {
  await page.setContent(`<body style="margin: 0">${readFileSync(new URL(drawing, FOLDER), "utf8")}`);
  // Playwright's own screenshots are never WebP.
  const { data } = await debug.send("Page.captureScreenshot", { format: "webp", quality: 50 });
  writeFileSync(new URL(drawing.replace(/svg$/, "webp"), FOLDER), Buffer.from(data, "base64"));
}
await browser.close();
