//! A customer's page by keyboard, after a deployment, by the back button and in a shop's color. No page of it is a barrier.

import { address } from "./customer.js";
import { barriers, expect, moving, PLAIN, small, test, width } from "./world.js";
import { BOARD, DAY_S } from "./shop.js";

test.use({ samples: false, ofCustomers: true });

test("a review is written by keyboard alone", async ({ customer, page, shop, look }) => {
  await page.goto((await shop.ask()).link);
  await customer.press("Tab", "summary"); // the first card
  await customer.press("Tab", "input#rating-0"); // the stars
  await customer.press("Space");
  for (let more = 0; more < 3; more++) await customer.press("ArrowRight");
  await customer.holds("#item-0 [name=rating]:checked", "4");
  for (let more = 0; more < 5; more++) await customer.press("Tab", "button"); // the first question's answers, and all questions
  await customer.press("Tab", "textarea#text-0");
  await page.keyboard.type("Good grain, a little heavy.");
  await look("keyboard");
  await customer.press("Tab", "button"); // to a photo
  await customer.press("Tab", "summary"); // a headline
  await customer.press("Enter", "input#headline-0"); // which is typed at once
  await customer.press("Tab", "summary"); // the name
  await customer.press("Enter");
  await customer.press("Tab", "input"); // the names
  await customer.holds("#item-0 .choice input:checked", "name:Jane");
  await customer.press("ArrowUp");
  await customer.holds("#item-0 .choice input:checked", "name:Jane D.");
  await customer.press("Enter");
  await customer.sees("You can change");

  // The thanks take the focus. From there the next card is one step away, and Enter folds it.
  await customer.focuses("div");
  await customer.press("Tab", "summary");
  await customer.has("#item-1[open]", 1);
  await customer.press("Enter");
  await customer.has("#item-1[open]", 0);
});

test("facts are tapped and taken back, in long words and without a script, too", PLAIN, async ({ customer, page, shop, look }) => {
  const answers = ["Größenunterschreitung", "Entspricht der Erwartung", "Größenüberschreitung"].map((text, at) => ({ id: `a${at}`, text }));
  const facts = [{ id: "fit", question: "Wie fällt die Größe im Vergleich zu anderen Herstellern aus?", answers }];
  await shop.call("PUT", "/api/v1/settings", { facts });
  await page.goto((await shop.ask("A", { product_ids: [BOARD.id], language: "de" })).link);
  const chip = (answer) => page.locator(`[name=fact_0][value="fit:${answer}"]`);
  await expect(chip(""), "there is nothing to take back").toBeHidden();
  // The label takes the tap; a radio button lies unseen in it.
  await page.getByText("Entspricht der Erwartung").click();
  await expect(chip("a1")).toBeChecked();
  await look("facts");
  await page.locator(".fact .none").click();
  await expect(chip("a1")).not.toBeChecked();
  await chip("a0").focus();
  for (const key of ["Space", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await expect(chip("a2")).toBeChecked();
  await customer.rate(0, 4);
  await customer.send(0);
  await customer.sees("Größenüberschreitung");
  await look("facts-sent");
});

test("a page that was open during a deployment gets the new style and script", async ({ customer, page, shop }) => {
  await page.goto((await shop.ask()).link);
  // As if an earlier version had made the page. A new document has no mark.
  await page.evaluate(() => {
    const style = document.querySelector("link[rel=stylesheet]");
    style.href = style.href.replace(/[0-9a-f]{16}/, "0123456789abcdef");
    window.isOld = true;
  });
  await customer.review(0, 4, "Good grain.");
  await customer.sees("Thank you");
  expect(await page.evaluate(() => window.isOld)).toBeUndefined();
  await customer.has("link[rel=stylesheet][href*='0123456789abcdef']", 0);
  await customer.sees("Good grain.");
  // From now on pages are swapped again.
  await page.evaluate(() => (window.isOld = true));
  await customer.review(1, 5, "Good pot.");
  await customer.sees("Both reviews are in");
  expect(await page.evaluate(() => window.isOld)).toBe(true);
});

test("the back button leads to what was sent, and to what was typed", PLAIN, async ({ customer, page, shop, javaScriptEnabled }) => {
  const { id, link } = await shop.ask();
  await page.goto(link);
  await customer.review(0, 2, "Splits at the rim.");
  await customer.sees("You can change");
  // The browser may restore the page as it was. Sending it again unchanged changes nothing.
  await page.goBack();
  await customer.misses("Thank you");
  await expect(page).toHaveURL(address(link, javaScriptEnabled));
  if (!(await page.locator("#text-0").count())) await customer.edit(0);
  await customer.holdsReview(0, 2, "Splits at the rim.");
  await customer.send(0);
  await customer.sees("Thank you");

  await customer.rate(1, 5);
  await customer.write("#text-1", "Half a sentence");
  await customer.click("footer button");
  await customer.sees("You are unsubscribed");
  await page.goBack();
  await customer.sees("2 of 2 products");
  await customer.holdsReview(1, 5, "Half a sentence");
  await customer.send(1);
  await customer.sees("Both reviews are in");
  expect((await shop.happened(id)).slice(3)).toEqual(["opened", "reviewed", "reviewed", "completed"]);
});

test("nobody meets a barrier on the other pages, in a shop's light color", async ({ customer, page, shop, look }) => {
  await shop.call("PUT", "/api/v1/settings", { color: "#ffd400" });
  const { link } = await shop.ask();
  await page.goto(link);
  await customer.click("[action='/review/hub/postpone'] button");
  await customer.sees("We will ask you again on");
  await look("postponed");
  await page.goto(link);
  await expect(page.locator(".send button").first()).toHaveCSS("background-color", "rgb(255, 212, 0)");
  const token = await page.locator("#form-0 [name=token]").inputValue();
  const stop = await page.locator("footer [name=token]").inputValue();
  await shop.submit("/review/hub/review", { token, item: 0, rating: 4, text: "Fine.", display_name: "Jane" });
  await page.goto(link);
  await customer.edit(0);
  await customer.click("[formaction='/review/hub/withdraw']");
  await customer.sees("Take your review back?");
  await look("take-back");
  await customer.click(".danger");
  await customer.sees(`Your review of ${BOARD.title} has been deleted.`);
  await look("taken-back");
  for (const [address, name] of [
    [`/review/unsubscribe?token=${stop}`, "unsubscribe"],
    ["/review/hub?token=cut-short", "not-found"],
    ["/review/hub/renew", "not-allowed"],
  ]) {
    await page.goto(address);
    await look(name);
  }
  await shop.brings([{ product_id: BOARD.id, name: "Max", rating: 4, body: "As promised." }]);
  await page.goto("/p/demo/@all.html");
  await customer.click(".afterword-report a");
  await customer.sees("What is wrong with it?");
  await look("report");
  await customer.click("[value=other]");
  await customer.click("button");
  await customer.sees("has your report");
  await look("reported");
  await shop.advance(91 * DAY_S);
  await page.goto(link);
  await customer.sees("Link Expired");
  await look("link-expired");
  await customer.click("button");
  await customer.sees("Check your email");
  await look("new-link-asked");
});

test("a look finds what it looks for", async ({ page, shop }) => {
  await page.goto((await shop.ask()).link);
  const clean = async () => [...(await barriers(page)), ...(await moving(page)), ...(await small(page))];
  const faint = () => document.querySelectorAll(".hint").forEach((hint) => (hint.style.color = "#747474"));
  const nameless = () => document.querySelector("label[for=text-0]").remove();
  const tiny = () => (document.querySelector(".send button").style.cssText = "min-block-size: 0; block-size: 40px");
  const slow = () => document.querySelector(".send button").style.setProperty("transition", "all 1s", "important");
  for (const [colorScheme, spoil, found] of [
    ["dark", faint, /^color-contrast: /],
    ["light", nameless, /^label: /],
    ["light", tiny, /^small for a finger: <button/],
    ["light", slow, /^it moves: <button/],
  ]) {
    await page.emulateMedia({ colorScheme });
    await page.reload();
    expect(await clean()).toEqual([]);
    await page.evaluate(spoil);
    expect(await clean()).toContainEqual(expect.stringMatching(found));
  }
  await page.evaluate(() => (document.body.style.inlineSize = "90rem"));
  expect(await width(page)).toBeGreaterThan(1_280);
});
