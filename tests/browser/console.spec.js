//! The console beyond the tour: its widths in every language and with long names, and what its script does.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DESK, barriers, counting, expect, test, width, widthOfTwice } from "./world.js";
import { BOARD, JANE } from "./console.js";
import { OWNER } from "./shop.js";

test.describe(() => {
  test.use({ locale: "ar" });

  test("in Arabic every page runs from right to left", DESK, async ({ console, page, look, viewport }) => {
    test.slow();
    await page.goto("/console/sign-in");
    await look("arabic-sign-in");
    await console.signInAs(OWNER, /تسجيل الدخول/);
    await console.choose("ar");
    await expect(page.locator("html[dir=rtl]")).toBeVisible();
    if (viewport.width > 390) expect((await page.locator(".me a").first().boundingBox()).height, "WCAG 2.2, 2.5.8").toBeGreaterThanOrEqual(24);
    for (const address of await console.pages()) {
      await page.goto(`/console/${address}`);
      await look(`arabic-${address.replace(/\/[\da-f-]+$/, "-one").replace("/", "-")}`);
      if (viewport.width > 390) continue;
      expect.soft(await widthOfTwice(page), `${address} with text of twice the size`).toBeLessThanOrEqual(390);
    }
  });
});

/** Makes this many people with long names review the product. Each review has a phone number in its text, so it waits. */
async function write(shop, count) {
  await shop.call("PUT", "/api/v1/products/shopify-1042", { ...BOARD, url: "https://shop.example/board" });
  for (let number = 0; number < count; number++) {
    const order = { email: `${number}.${JANE.email}`, order_id: `${JANE.order_id}-${number}` };
    await shop.review({ ...JANE, ...order }, 4, `Lovely. Call me on 030 123456${number}.`);
    await shop.advance(60);
  }
}

for (const [locale, subject] of [["en", /^Sign in/], ["de", /^Anmelden/], ["fr", /^Se connecter/], ["es", /^Iniciar sesión/]]) {
  test.describe(() => {
    test.use({ samples: false, locale });

    test(`no word or name is too long for a page in ${locale}, also at twice the size`, async ({ console, page, shop, widths }) => {
      test.slow();
      await write(shop, 2);
      await console.signInAs(OWNER, subject);
      await expect(page.locator(`html[lang=${locale}]`), "the language of the sign-in stays").toBeVisible();
      const pages = await console.pages();
      const [request, customer] = ["requests/", "customers/"].map((list) => pages.find((address) => address.startsWith(list)));
      const lists = ["reviews?show=all&stars=4", "customers?status=manual"];
      for (const address of [...pages, ...lists, `${request}/link`, `${request}/messages`, `${customer}/erase`]) {
        await page.setViewportSize({ width: widths[0], height: 844 });
        await page.goto(`/console/${address}`);
        expect.soft(await width(page), address).toBe(widths[0]);
        expect.soft(await widthOfTwice(page), `${address} with text of twice the size`).toBe(390);
        const heights = await page.locator("main .btn:not(.whole)").evaluateAll((all) =>
          all.map((button) => button.checkVisibility() && button.offsetHeight));
        expect.soft(Math.max(0, ...heights), `${address}: a button has few letters a line`).toBeLessThan(200);
        // A page about nothing has no bar.
        for (const link of (await page.locator(".tabs a").all()).slice(-1)) {
          const { x, width: wide } = await link.boundingBox();
          expect.soft(x + wide, address).toBeLessThanOrEqual(390);
        }
      }
    });
  });
}

test.describe(() => {
  test.use({ samples: false });

  test("the page of an erasure updates itself when it is done", async ({ console, page, shop, fits }) => {
    await write(shop, 1);
    await console.signIn("customers");
    await console.follow(JANE.customer_name);
    await console.follow("Erase");
    await page.locator("input[name=sure]").click();
    await page.locator("main .btn.full").click();
    await console.reads("Receipt");
    await shop.advance(180);
    await console.reads("This is done. Nothing about this person is stored any more.");
    await fits("widths-erased");
  });

  test("what a click did is seen, and can be taken back", DESK, async ({ console, page, shop }) => {
    // From ten reviews on there is a search.
    await write(shop, 10);
    await console.signIn("reviews");
    const rows = page.locator("main [data-row]");
    const state = () => rows.evaluateAll((rows) => [rows.length, rows.findIndex((row) => row.matches(".now"))]);
    await expect.poll(state, "the first is marked").toEqual([10, 0]);
    const scrolled = () => page.evaluate(() => scrollY);
    const end = await page.evaluate(() => (scrollTo(0, document.body.scrollHeight), scrollY));
    const press = (repeat) => page.locator("main").evaluate((main, repeat) =>
      main.dispatchEvent(new KeyboardEvent("keydown", { key: "a", repeat, bubbles: true })), repeat);
    const publish = async (nth) => {
      const row = rows.nth(nth - 1);
      await row.evaluate((row) => row.scrollIntoView({ block: "center" }));
      await row.locator("form[data-key=a] button").click();
    };

    // A key press only scrolls to a marked row that is not visible, and a held key never decides.
    await press(false);
    expect(await scrolled(), "what was not seen is shown first").toBeLessThan(end);
    for (let held = 0; held < 3; held++) await press(true);
    expect(await state()).toEqual([10, 0]);

    // After a click further down, the list keeps its position, and the message with Undo is on the screen.
    await publish(5);
    await console.reads(`${JANE.customer_name}: published.`);
    const isSeen = () => page.evaluate(() => {
      const { top, bottom } = document.querySelector(".bar form").getBoundingClientRect();
      const over = document.querySelector(".tabs").getBoundingClientRect().top || innerHeight;
      return top > 0 && bottom <= over && scrollY > 200;
    });
    await expect.poll(isSeen).toBe(true);
    await expect(page.locator(".bar"), "it is read, and Undo is next").toBeFocused();
    expect(await state(), "the next one takes its place").toEqual([9, 4]);
    await page.locator(".bar button").click();
    await console.reads(": undone.");
    await expect.poll(scrolled).toBeGreaterThan(200);
    await expect(rows).toHaveCount(10);

    // A decision leads back to the search's address, too.
    await console.find("lovely");
    await expect(page.locator(".find input[value=lovely]")).toHaveCount(1);
    await publish(4);
    await console.reads(": published.");
    await expect.poll(scrolled).toBeGreaterThan(200);
    await expect(page).toHaveURL(/\/console\/reviews\?q=lovely$/);
  });

  test("several reviews are marked, decided about and taken back at once", DESK, async ({ console, page, shop, look, viewport }) => {
    await write(shop, 6);
    await console.signIn("reviews");
    const [rows, boxes] = [page.locator("main [data-row]"), page.locator("main [data-pick]")];
    const bar = page.getByRole("form", { name: "Marked" });
    const marked = () => boxes.evaluateAll((boxes) => boxes.map((box) => (box.checked ? "x" : "-")).join(""));
    await expect(boxes).toHaveCount(6);
    await expect(bar).toBeHidden();
    for (const key of ["x", "j", "x"]) await page.keyboard.press(key);
    await expect(bar).toContainText("Marked: 2");
    await boxes.nth(4).click({ modifiers: ["Shift"] });
    expect(await marked()).toBe("xxxxx-");
    for (const key of ["j", "j", "x"]) await page.keyboard.press(key);
    expect(await marked()).toBe("xxx-x-");
    await expect(bar).toContainText("Marked: 4");
    await look("reviews-marked");
    expect((await barriers(page, { "target-size": { enabled: true } })).filter((barrier) => /data-pick|data-all|"reset"/.test(barrier))).toEqual([]);

    // The reasons open above everything, and the keyboard is there at once.
    await page.keyboard.press("w");
    await expect(bar.getByRole("radio").first()).toBeFocused();
    const [reasons, whole] = [await bar.locator("fieldset").boundingBox(), await bar.boundingBox()];
    expect(reasons.width, "no button stands beside the reasons").toBeGreaterThan(whole.width * 0.8);
    await look("reviews-marked-why");
    await page.keyboard.press("w");
    await expect(bar.getByRole("radio").first()).toBeHidden();
    await page.keyboard.press("a");
    await console.says("4 reviews published.");
    await expect(rows).toHaveCount(2);
    await page.keyboard.press("u");
    await console.says("4 reviews are as they were.");
    expect(await marked()).toBe("------");

    await boxes.nth(0).check();
    await console.press("Unmark", bar);
    await expect(bar).toBeHidden();

    // A single decision leaves the others marked.
    for (const nth of [0, 2, 5]) await boxes.nth(nth).check();
    await rows.nth(1).locator("form[data-key=a] button").click();
    await console.says(": published.");
    expect(await marked()).toBe("xx--x");
    await bar.getByText("Withhold …").click();
    await bar.getByRole("radio", { name: "Fake" }).check();
    await console.press("Withhold", bar);
    await console.says("3 reviews withheld. The reason goes out by email within minutes.");
    await expect(rows).toHaveCount(2);

    const saved_replies = ["Thank you, {name}! We are glad that the {product} arrived.", "Thank you.\n{shop}"];
    await shop.call("PUT", "/api/v1/settings", { saved_replies });
    await console.follow("Open", rows.first());
    await console.at(/^Jane/);
    await page.keyboard.press("2");
    await expect(page.getByLabel("Your reply")).toHaveValue("Thank you.\nFern & Oak");
    await console.press("Reply");
    await console.says("replied");
    const [said, reply] = [await page.locator(".bar").boundingBox(), await page.locator("form:has(#reply)").boundingBox()];
    if (viewport.width > 960) expect(said.x, "the message covers no button").toBeGreaterThanOrEqual(reply.x + reply.width);
  });

  test("a link leads to its form, nothing is focused under a bar, and a slow page says so", async ({ console, page, shop }) => {
    await write(shop, 2);
    await console.signIn("reviews");
    await page.locator("main a[href$='#withhold']").first().click();
    await console.reads("Withhold it and say why");
    const form = page.locator("#withhold");
    await expect.poll(() => form.evaluate((form) => form.getBoundingClientRect().top < innerHeight / 2)).toBe(true);

    // WCAG 2.4.11: nothing that gets the focus is wholly hidden by the bar at the bottom.
    await page.goto("/console/settings");
    for (let stops = 0; stops < 60; stops++) {
      await page.keyboard.press("Tab");
      const isHidden = await page.evaluate(() => {
        const { top } = document.activeElement.getBoundingClientRect();
        const bar = document.querySelector(".tabs");
        return !bar.contains(document.activeElement) && top >= bar.getBoundingClientRect().top;
      });
      expect(isHidden, await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120))).toBe(false);
    }

    // After 150 ms, and not at once.
    let answer;
    await page.route("**/console/members", async (route) => {
      await new Promise((resolve) => (answer = resolve));
      await route.continue();
    });
    await page.goto("/console/you");
    await page.locator("main a[href='/console/members']").click();
    const bar = () => page.locator("main").evaluate((main) => getComputedStyle(main, "::before").opacity);
    await expect.poll(bar, "a sign of life").toBe("1");
    answer();
    await console.reads("Invite");
    expect(await page.locator("main[aria-busy]").count()).toBe(0);
  });
});

test("an answer of a webhook appears without a reload", async ({ console, page }) => {
  await console.signIn("developers");
  await page.getByRole("textbox", { name: "Address" }).fill("http://127.0.0.1:9/hooks/of-a-server-with-a-very-long-address");
  await page.locator("#webhooks").getByText("Choose …").click();
  await page.getByLabel("A review was published").check();
  await console.press("Create the webhook");
  await console.reads("Copy this now");
  await console.press("Send a test");
  await page.getByText(/[1-9] attempt/).click();
  await console.reads("no connection");
});

test("a file of orders is read into its field, in either alphabet, if it fits", async ({ console, page }) => {
  await console.signIn("requests/earlier");
  const [rows, file] = ["Orders, one per line", "Open a file"].map((label) => page.getByLabel(label));
  const text = "email,order,name\nnell@example.com,2001,Nell Röhr\nnobody,2002,";
  const open = (buffer) => file.setInputFiles({ name: "orders.csv", mimeType: "text/csv", buffer });
  for (const alphabet of ["utf8", "latin1"]) {
    await rows.fill("");
    await open(Buffer.from(text, alphabet));
    await expect(rows).toHaveValue(text);
  }
  await open(Buffer.alloc(48_001, "a"));
  await expect.poll(() => file.evaluate((picker) => picker.validationMessage)).toContain("more than 500 lines");
  await expect(rows).toHaveValue(text);
});

test("a click inserts a placeholder where somebody writes", DESK, async ({ console, page }) => {
  await console.signIn("words");
  const [subject, opening] = ["Subject", "First sentences"].map((label) => page.getByLabel(label));
  await console.press("{shop}");
  await expect(subject, "nobody wrote anywhere yet").toHaveValue("{shop}");
  await opening.fill("Hello !");
  await opening.evaluate((field) => field.setSelectionRange(6, 6));
  await console.press("{name}");
  await expect(opening).toHaveValue("Hello {name}!");
  await expect(opening).toBeFocused();
});

test("twenty answers are a queue, and take few keys and no mouse", DESK, async ({ console, page, shop }) => {
  await shop.call("PUT", "/api/v1/settings", { saved_replies: ["Thank you!"] });
  await console.signIn();
  const act = counting();
  const press = (...keys) => act(...keys.map((key) => () => page.keyboard.press(key)));
  await press("j", "Enter");
  await page.waitForURL("**/console/reviews");
  await press("r");
  await expect(console.main.locator("a[href$='?reply=none']").first()).toBeVisible();
  await press("j", "Enter");
  const seen = new Set();
  const isNew = () => expect.poll(() => /reviews\/\d+/.test(page.url()) && !seen.has(page.url())).toBe(true);
  for (let answers = 0; answers < 20; answers++) {
    // The key's saved reply is for a page that is there.
    await isNew();
    seen.add(page.url());
    await press("1", "Enter");
    await console.says("replied");
  }
  expect(seen.size).toBe(20);
  expect(act.count).toBe(45);
  expect(act.count, "the most that is asked for").toBeLessThanOrEqual(50);
  // Own words are sent from their field.
  await isNew();
  await page.keyboard.press("r");
  await page.keyboard.type("Thanks.");
  await page.keyboard.press("Control+Enter");
  await console.says("replied");
});

test("one command takes everything of the shop, with its photos", async ({ console, page, shop }, { outputDir }) => {
  await console.signIn("data");
  await console.press("Prepare the files");
  await shop.advance(60);
  await page.reload();
  mkdirSync(outputDir, { recursive: true });
  const [list] = await Promise.all([page.waitForEvent("download"), console.follow("everything.txt")]);
  await list.saveAs(join(outputDir, "everything.txt"));
  const command = await page.getByLabel(/^To take it all at once/).inputValue();
  execFileSync("sh", ["-c", `${command} --silent --show-error`], { cwd: outputDir });
  const lines = (name) => readFileSync(join(outputDir, name), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const reviews = lines("reviews.jsonl").map(({ id }) => id);
  expect(reviews).toHaveLength(40);
  const photos = lines("photos.jsonl");
  expect(photos).toHaveLength(7);
  for (const { url, review_id } of photos) {
    expect(reviews).toContain(review_id);
    const [path] = new URL(url).pathname.match(/photos\/demo.*/);
    expect(readFileSync(join(outputDir, path)).subarray(0, 3).toString("hex"), "a JPEG").toBe("ffd8ff");
  }
  for (const name of await console.main.locator("a[href*='/everything/']").allTextContents()) expect(existsSync(join(outputDir, name)), name).toBe(true);
});

test("a customer is found and no longer asked in few actions", DESK, async ({ console, page, shop }) => {
  await shop.create({ email: "kim@example.com", customer_name: "Kim Lee", product_ids: ["shopify-1042"], delay_days: 1 });
  await console.signIn();
  const act = counting();
  await act(
    () => page.keyboard.press("/"),
    () => page.locator("[name=find]").fill("kim"),
    () => page.keyboard.press("Enter"),
    () => console.follow("Kim Lee"),
    () => console.press("Stop asking"),
  );
  await console.says("Kim Lee gets no more messages");
  expect(act.count).toBe(5);
});
