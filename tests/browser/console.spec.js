//! Measures the console: its widths in every language and with long names, and the position on the page after a click.

import { DESK, barriers, expect, test, width, widthOfTwice } from "./world.js";
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
    for (const address of await console.pages()) {
      await page.goto(`/console/${address}`);
      await look(`arabic-${address.replace(/\/[\da-f-]+$/, "-one").replace("/", "-")}`);
      if (viewport.width > 390) continue;
      expect.soft(await widthOfTwice(page), `${address} with text of twice the size`).toBeLessThanOrEqual(390);
    }
  });
});

for (const [language, subject] of [["de", /^Anmelden/], ["fr", /^Se connecter/], ["es", /^Iniciar sesión/]]) {
  test.describe(() => {
    test.use({ locale: language });

    test(`no word is too long for a page in ${language}`, async ({ console, page, widths }) => {
      await console.signInAs(OWNER, subject);
      await console.choose(language);
      for (const address of await console.pages()) {
        await page.setViewportSize({ width: widths[0], height: 844 });
        await page.goto(`/console/${address}`);
        expect.soft(await width(page), address).toBe(widths[0]);
        expect.soft(await widthOfTwice(page), `${address} with text of twice the size`).toBe(390);
      }
    });
  });
}

test("with text of twice the size no page is wider than a phone, and its bar has all its links", async ({ console, page }) => {
  await console.signIn();
  await page.setViewportSize({ width: 1280, height: 844 });
  expect((await page.locator(".me a").first().boundingBox()).height, "a target (WCAG 2.2, 2.5.8)").toBeGreaterThanOrEqual(24);
  for (const address of await console.pages()) {
    await page.goto(`/console/${address}`);
    expect.soft(await widthOfTwice(page), address).toBe(390);
    // A page about nothing has no bar.
    for (const link of (await page.locator(".tabs a").all()).slice(-1)) {
      const { x, width: wide } = await link.boundingBox();
      expect.soft(x + wide, address).toBeLessThanOrEqual(390);
    }
  }
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

test.describe(() => {
  test.use({ samples: false });

  test("no page is wider than its phone, whatever names are long", async ({ console, page, shop, fits }) => {
    await write(shop, 2);
    await console.signIn();
    const pages = await console.pages();
    const [request, customer] = ["requests/", "customers/"].map((list) => pages.find((address) => address.startsWith(list)));
    const lists = ["reviews?show=all&stars=4", "requests?status=manual"];
    const more = [...lists, `${request}/link`, `${request}/messages`, `${customer}/erase`];
    for (const address of [...pages, ...more]) {
      await page.goto(`/console/${address}`);
      await fits(`widths-${address.replace(/[^a-z]+/g, "-")}`);
    }
    await page.goto("/console/reviews");
    await page.locator("article form[data-key=a] button").first().click();
    await console.says(": published.");
    await fits("widths-bar");

    // The page of an erasure updates itself when it is done.
    await page.goto(`/console/${customer}/erase`);
    await page.locator("input[name=sure]").click();
    await page.locator("main .btn.full").click();
    await console.reads("Receipt");
    await shop.advance(180);
    await console.reads("This is done. Nothing about this person is stored any more.");
    await fits("widths-erased");
  });

  test("what a click did is seen, and can be taken back", DESK, async ({ console, page, shop }) => {
    await write(shop, 8);
    await console.signIn();
    await page.goto("/console/reviews");
    const rows = page.locator("main [data-row]");
    const state = () => rows.evaluateAll((rows) => [rows.length, rows.findIndex((row) => row.matches(".now"))]);
    await expect.poll(state, "the first is marked").toEqual([8, 0]);
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
    expect(await state()).toEqual([8, 0]);

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
    expect(await state(), "the next one takes its place").toEqual([7, 4]);
    await page.locator(".bar button").click();
    await console.reads(": undone.");
    await expect.poll(scrolled).toBeGreaterThan(200);
    await expect(rows).toHaveCount(8);

    // A decision leads back to the search's address, too.
    await console.find("lovely");
    await expect(page.locator(".find input[value=lovely]")).toHaveCount(1);
    await publish(4);
    await console.reads(": published.");
    await expect.poll(scrolled).toBeGreaterThan(200);
    await expect(page).toHaveURL(/\/console\/reviews\?q=lovely$/);
  });

  test("several reviews are marked, decided about and taken back at once, and a key writes a saved reply", DESK, async ({ console, page, shop, look }) => {
    await write(shop, 6);
    await console.signIn();
    await page.goto("/console/reviews");
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
    await look("reviews-marked-below-a-message");
    await bar.getByText("Withhold …").click();
    await bar.getByRole("radio", { name: "Fake" }).check();
    await console.press("Withhold", bar);
    await console.says("3 reviews withheld. The reason goes out by email in a minute.");
    await expect(rows).toHaveCount(2);

    const saved_replies = ["Thank you, {name}! We are glad that the {product} arrived.", "Thank you.\n{shop}"];
    await shop.call("PUT", "/api/v1/settings", { saved_replies });
    await console.follow("Open", rows.first());
    await console.at(/^Jane/);
    await page.keyboard.press("2");
    await expect(page.getByLabel("Your reply")).toHaveValue("Thank you.\nFern & Oak");
    await look("review-saved-replies");
    await page.goto("/console/settings");
    await look("settings-saved-replies");

    await console.choose("ar");
    await page.goto("/console/reviews");
    await boxes.first().check();
    await look("arabic-reviews-marked");
    await bar.or(page.locator(".marked")).locator("summary").click();
    await look("arabic-reviews-marked-why");
  });
});

test.describe(() => {
  test.use({ samples: false });

  test("a link to a form shows the form, nothing is focused under a bar, and a slow page shows that it is on its way", async ({ console, page, shop }) => {
    await write(shop, 2);
    await console.signIn();
    await page.goto("/console/reviews");
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
    await page.goto("/console/more");
    await page.locator("main a[href='/console/members']").click();
    const bar = () => page.locator("main").evaluate((main) => getComputedStyle(main, "::before").opacity);
    await expect.poll(bar, "a sign of life").toBe("1");
    answer();
    await console.reads("Invite");
    expect(await page.locator("main[aria-busy]").count()).toBe(0);
  });
});

test("a click inserts a placeholder where somebody writes", DESK, async ({ console, page }) => {
  await console.signIn();
  await page.goto("/console/words");
  const [subject, opening] = ["Subject", "First sentences"].map((label) => page.getByLabel(label));
  await console.press("{shop}");
  await expect(subject, "nobody wrote anywhere yet").toHaveValue("{shop}");
  await opening.fill("Hello !");
  await opening.evaluate((field) => field.setSelectionRange(6, 6));
  await console.press("{name}");
  await expect(opening).toHaveValue("Hello {name}!");
  await expect(opening).toBeFocused();
});
