import { defineConfig } from "@playwright/test";
import { TARGET } from "./shop.js";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, widths: [320, 360, 390] };
const DESK = { viewport: { width: 1280, height: 844 }, widths: [1024, 1280] };

export default defineConfig({
  testDir: ".",
  // Traces of what failed: `npx playwright show-trace` opens one.
  outputDir: `${TARGET}/browser/failed`,
  reporter: [["list", { printSteps: false }]],
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A whole run takes five minutes on two cores; the pages in Arabic take one, every other test half of one at most. Both bounds
  // are for a busy machine.
  globalTimeout: 15 * 60_000,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    trace: { mode: "retain-on-failure", screenshots: false },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    javaScriptEnabled: true,
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      // Debian's. Playwright itself adds --headless, --no-sandbox, --no-first-run, --disable-sync,
      // --disable-background-networking and --disable-component-update.
      executablePath: "/usr/bin/chromium",
      args: ["--disable-gpu", "--disable-quic"],
    },
  },
  projects: [
    { name: "phone", use: PHONE },
    { name: "desk", use: DESK },
    { name: "phone-without-javascript", use: { ...PHONE, javaScriptEnabled: false } },
    { name: "desk-without-javascript", use: { ...DESK, javaScriptEnabled: false } },
  ],
});
