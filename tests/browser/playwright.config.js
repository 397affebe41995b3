import { defineConfig } from "@playwright/test";
import { TARGET } from "./shop.js";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, widths: [320, 360, 390] };
const DESK = { viewport: { width: 1280, height: 844 }, widths: [390, 1024, 1280] };
/** The test that measures how long a page takes. */
const SCORES = /lighthouse\.spec/;
const SCREENS = ["phone", "desk", "phone-without-javascript"];

export default defineConfig({
  testDir: ".",
  globalSetup: "./shop.js",
  // For traces of failed tests, with `--trace retain-on-failure`, which makes them a quarter slower: `npx playwright show-trace`
  // opens one.
  outputDir: `${TARGET}/browser/failed`,
  reporter: [["list", { printSteps: false }]],
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // The tours take a minute and a half on two cores, all tests less than ten; the console's pages in Arabic take one, every other test
  // less. Both limits allow for a busy machine.
  globalTimeout: 25 * 60_000,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    javaScriptEnabled: true,
    contextOptions: { reducedMotion: "reduce" },
    // A person's user agent, because the page treats a headless browser as a machine.
    userAgent: "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36",
    launchOptions: {
      // Debian's. Playwright itself adds --headless, --no-sandbox, --no-first-run, --disable-sync,
      // --disable-background-networking and --disable-component-update.
      executablePath: "/usr/bin/chromium",
      // No host name resolves, so only this machine is called.
      args: ["--disable-gpu", "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
    },
  },
  projects: [
    { name: "phone", use: PHONE, testIgnore: SCORES },
    { name: "desk", use: DESK, testIgnore: SCORES, grep: [/@tour/, /@desk/] },
    { name: "phone-without-javascript", use: { ...PHONE, javaScriptEnabled: false }, testIgnore: SCORES, grep: /@plain/ },
    // After all others and one at a time, because it measures how long a page takes.
    { name: "lighthouse", testMatch: SCORES, fullyParallel: false, dependencies: SCREENS },
  ],
});
