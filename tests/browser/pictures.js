//! The pictures of README and docs/, and the film: `npm run pictures --prefix tests/browser` takes them from a system that begins at a
//! fixed instant, after `cargo build --workspace`. With `-- --check` it takes none, and fails if a page is another than in its picture;
//! AFTERWORD_DEV names another program than the built one.

import { chromium } from "@playwright/test";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { Console } from "./console.js";
import { Customer, questionsOf } from "./customer.js";
import { live } from "./history.js";
import { serve } from "./host.js";
import config from "./playwright.config.js";
import { BOARD, Shop, TARGET } from "./shop.js";

const IMAGES = new URL("../../docs/images/", import.meta.url);
const DIGESTS = new URL("digests.json", IMAGES);
/** What .ci/tools installs; the browser shows every page in it. */
const FONT = "/usr/share/fonts/opentype/inter";
const FILM = { name: "film", width: 830, height: 540, bytes: 900_000, seconds: 12 };
const SCREEN = { width: 390, height: 500 };
const DESK = { width: 1280, height: 844 };
const PHONE = { width: 390, height: 844 };
/** As sharp as a phone's. */
const SHARP = { deviceScaleFactor: 2 };
const START = "2026-10-12T08:00:00Z";

const isCheck = process.argv.includes("--check");
const digests = {};

/** Ports, ids and tokens, which are others each time. */
const CHANCE = /127\.0\.0\.1:\d+|\d{12,}|[\w-]{32,}/g;

/** The page's elements, also those below shadow roots, and its style sheets as they are served; those of the shop's elements are in
 * their script. */
async function digest(page) {
  const { html, sheets } = await page.evaluate(() => {
    const roots = [document.documentElement, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const sheets = [...document.querySelectorAll("link[rel=stylesheet], script[src*='/embed/']")];
    return { html: roots.map(({ innerHTML }) => innerHTML), sheets: sheets.map(({ href, src }) => href ?? src) };
  });
  for (const sheet of sheets) html.push(await (await page.request.get(sheet)).text());
  return createHash("sha256").update(html.join("\n").replaceAll(CHANCE, "*")).digest("hex").slice(0, 16);
}

/** A browser whose every family is one, so that the pictures look alike, and like none of this machine's. */
async function browser() {
  if (!isCheck && !existsSync(FONT)) throw new Error(`${FONT} is missing: run .ci/tools`);
  const families = ["system-ui", "-apple-system", "sans-serif", "Segoe UI", "Roboto", "Arial", "serif", "Georgia", "Charter"];
  const alias = (family) => `<match><test name="family"><string>${family}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Inter</string></edit></match>`;
  const fonts = `${TARGET}/browser/fonts.conf`;
  mkdirSync(`${TARGET}/browser`, { recursive: true });
  writeFileSync(fonts, `<fontconfig><dir>/usr/share/fonts</dir><cachedir>${TARGET}/browser/fonts</cachedir>${families.map(alias).join("")}</fontconfig>`);
  return chromium.launch({ ...config.use.launchOptions, env: { ...process.env, FONTCONFIG_FILE: fonts } });
}

/** A model that asks two questions, in OpenAI's chat completions. */
function model() {
  const said = [
    { question: "Who sits at the table when you use it?", begins: "Mostly", echo: "bread and cheese" },
    { question: "What did they say about it?", begins: "They said", echo: "the whole family" },
  ];
  return serve((_, __, { method }) => {
    const answer = method === "GET" ? { data: [{ id: "stand-in" }] } : { choices: [{ message: { role: "assistant", content: JSON.stringify(said.shift()) } }] };
    return ["application/json", JSON.stringify(answer)];
  });
}

class Camera {
  constructor(page, studio) {
    Object.assign(this, { page, studio, film: [] });
  }

  /** Keeps the page's digest, and what it shows as a picture. */
  async take(name, size) {
    await this.page.mouse.move(0, 0);
    await this.page.setViewportSize(size);
    digests[name] = await digest(this.page);
    if (isCheck) return;
    await sharp(await this.page.screenshot()).webp({ quality: 80, effort: 6 }).toFile(new URL(`${name}.webp`, IMAGES).pathname);
  }

  /** Adds what the page shows to the film for so long, below the words of its step. `tap` is what a finger touches. */
  async shoot(step, ms, tap) {
    // Once a page: while somebody types, it says now and then that a draft is saved.
    const { pathname } = new URL(this.page.url());
    if (this.shot !== pathname) (digests[FILM.name] ??= []).push(await digest(this.page));
    this.shot = pathname;
    if (isCheck) return;
    const screen = (await this.page.screenshot()).toString("base64");
    const at = tap && (await tap.boundingBox());
    const finger = at ? `<i style="left:${at.x + at.width / 2}px;top:${at.y + at.height / 2}px"></i>` : "";
    await this.frame(step, ms, `<img src="data:image/png;base64,${screen}">${finger}`);
  }

  async frame(step, ms, shown) {
    const steps = STEPS.map(([title, words], place) => `<li${place === step ? " class=on" : ""}><b>${title}</b><br>${words}</li>`).join("");
    await this.studio.setContent(`<style>${STUDIO}</style><ol>${steps}</ol><div class=screen>${shown}</div>`);
    this.film.push({ ms, png: await this.studio.screenshot() });
  }

  async develop() {
    digests[FILM.name] = createHash("sha256").update(digests[FILM.name].join()).digest("hex").slice(0, 16);
    if (isCheck) return;
    const seconds = this.film.reduce((sum, { ms }) => sum + ms, 0) / 1000;
    if (seconds !== FILM.seconds) throw new Error(`the film has ${seconds} seconds`);
    const pages = sharp(this.film.map(({ png }) => png), { join: { animated: true } });
    const delay = this.film.map(({ ms }) => ms);
    const { size } = await pages.webp({ quality: 88, effort: 6, loop: 0, delay }).toFile(new URL(`${FILM.name}.webp`, IMAGES).pathname);
    if (size > FILM.bytes) throw new Error(`the film has ${size} bytes`);
  }
}

const STEPS = [
  ["An order", "One call, or your shop’s plug-in."],
  ["Seven days later", "On your machine you move the clock."],
  ["The email", "One tap on a star."],
  ["The review", "The words are the customer’s own."],
  ["In the shop", "Public at once, whatever the stars."],
];
const STUDIO = `
  body { display: flex; width: ${FILM.width}px; height: ${FILM.height}px; margin: 0; background: #eef0ec; font: 16px/1.4 sans-serif; color: #5b645f }
  ol { flex: 1; margin: auto 0; padding: 0 20px 0 60px; font-size: 18px }
  li { margin: 0 0 22px; opacity: .55 } b { font-size: 26px }
  .on { opacity: 1; color: #1d2320 } .on::marker { color: #1d6b4f; font-weight: 700; font-size: 26px }
  .screen { position: relative; width: ${SCREEN.width}px; height: ${SCREEN.height}px; margin: auto 20px auto 0; border-radius: 14px; overflow: hidden; background: #fff; box-shadow: 0 0 0 1px #cdd3cc, 0 8px 24px #1d232022 }
  img { display: block; width: 100% }
  i { position: absolute; width: 44px; height: 44px; margin: -22px; border-radius: 50%; background: #fff6; box-shadow: 0 0 0 3px #fff, 0 0 0 6px #1d2320 }
  pre { margin: 0; padding: 28px 24px; font: 16px/1.6 sans-serif; white-space: pre-wrap; color: #1d2320; overflow-wrap: anywhere } pre + pre { padding-top: 0; color: #1d6b4f }
`;

/** The film: from an order to the stars in the shop. */
async function shootFilm(camera, shop) {
  const { page } = camera;
  const customer = new Customer(page, shop);
  await page.setViewportSize(SCREEN);
  const body = { email: "jane@example.com", customer_name: "Jane", order_id: "ORD-1234", product_ids: [BOARD.id], delay_days: 7 };
  const answer = await shop.create(body);
  const lines = (of) => Object.entries(of).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`).join("\n");
  const { ok, status, scheduled_at } = answer;
  const call = `<pre><b>POST</b> /api/v1/review-requests/send\n${lines(body)}</pre>`;
  if (!isCheck) {
    await camera.frame(0, 1_200, call);
    await camera.frame(0, 1_000, `${call}<pre><b>201</b>\n${lines({ ok, status, scheduled_at })}</pre>`);
  }

  await page.goto(`${shop.url}/local/clock`);
  const week = page.getByRole("button", { name: "7 days" });
  await camera.shoot(1, 700);
  await camera.shoot(1, 400, week);
  await week.click();
  await page.waitForLoadState();
  await camera.shoot(1, 700);

  const mail = (await shop.inbox()).findLast(({ to }) => to === body.email);
  await page.goto(`${shop.url}/local/inbox/${mail.id}/html`);
  await camera.shoot(2, 1_100);
  const star = page.locator('a[href*="rating=5"]').first();
  await camera.shoot(2, 500, star);
  await page.goto(await star.getAttribute("href"));
  await customer.holds("#item-0 [name=rating]:checked", "5");
  await camera.shoot(3, 700);
  for (const [words, ms] of [["Heavy, ", 250], ["Heavy, smooth, and ", 250], ["Heavy, smooth, and big enough ", 250], ["Heavy, smooth, and big enough for six.", 700]]) {
    await customer.write("#text-0", words);
    await camera.shoot(3, ms);
  }
  await camera.shoot(3, 450, page.locator("#item-0 .send button"));
  await customer.sends(0);
  await customer.sees("Thank you");
  await camera.shoot(3, 700);

  await page.goto(`${shop.url}/local/shop/${BOARD.id}`);
  const list = page.locator("afterword-reviews");
  await list.getByText("big enough for six").waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => scrollTo(0, 0));
  await camera.shoot(4, 800);
  await list.evaluate((element) => element.scrollIntoView());
  await camera.shoot(4, 2_300);
  await camera.develop();
}

async function main() {
  const chrome = await browser();
  const options = { ...config.use, colorScheme: "light", reducedMotion: "reduce" };
  const open = async (baseURL, viewport, more) => (await chrome.newContext({ ...options, baseURL, viewport, ...more })).newPage();
  const studio = await open(undefined, FILM, SHARP);

  const fresh = await Shop.open(false, [`--frozen-at=${START}`]);
  const first = await open(fresh.url, DESK);
  await new Console(first, fresh).signIn();
  const opening = new Camera(first, studio);
  await opening.take("begin", DESK);
  await fresh.close();

  const { url, close } = await model();
  const shop = await Shop.open(false, [`--frozen-at=${START}`, `--model=${url}/v1`]);
  const [desk, phone] = [await open(shop.url, DESK), await open(shop.url, PHONE, SHARP)];
  const [camera, handset] = [new Camera(desk, studio), new Camera(phone, studio)];
  const customer = new Customer(phone, shop);
  await live(shop, customer);
  await new Console(desk, shop).signIn("reviews");
  await camera.take("console", DESK);
  await desk.goto("/console/numbers");
  await camera.take("numbers", DESK);

  const { mail, link } = await shop.ask("FO-2000", { product_ids: [BOARD.id] });
  await phone.goto(`/local/inbox/${mail.id}/html`);
  await handset.take("email", PHONE);
  await phone.goto(await phone.locator('a[href*="rating=4"]').first().getAttribute("href"));
  await customer.write("#text-0", "Lovely board, heavier than I thought.");
  await customer.sees("Draft saved");
  await phone.locator("#text-0").blur();
  await phone.locator("h1").scrollIntoViewIfNeeded();
  await handset.take("page", PHONE);
  await phone.goto(questionsOf(link, 0));
  await customer.answers("With bread and cheese.");
  await customer.sees("Who sits at the table");
  await customer.answers("Mostly the whole family, on Sundays.");
  await customer.sees("What did they say about it?");
  await handset.take("questions", PHONE);

  const wide = { width: 1180, height: 1330 };
  await desk.setViewportSize(wide);
  await desk.goto(`/local/shop/${BOARD.id}`);
  await desk.locator("afterword-reviews [part~=review]").first().waitFor();
  await desk.waitForLoadState("networkidle"); // its photos
  await camera.take("shop", wide);
  await shootFilm(handset, shop);
  await chrome.close();
  await shop.close();
  close();
  settle();
}

/** Writes the digests, or compares them. */
function settle() {
  if (!isCheck) return writeFileSync(DIGESTS, `${JSON.stringify(digests, null, 2)}\n`);
  const taken = JSON.parse(readFileSync(DIGESTS, "utf8"));
  const stale = Object.keys({ ...taken, ...digests }).filter((name) => taken[name] !== digests[name]);
  if (!stale.length) return;
  console.error(`these pictures show pages of before: ${stale.join(", ")}; npm run pictures --prefix tests/browser takes them again`);
  process.exitCode = 1;
}

await main();
