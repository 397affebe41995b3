//! A customer's page as a person uses it: with and without JavaScript, and with only the keyboard. No state of it is a barrier.

import { address } from "./customer.js";
import { barriers, expect, moving, PLAIN, small, test, width } from "./world.js";
import { BOARD, DAY_S, POT } from "./shop.js";

test.use({ samples: false, ofCustomers: true });

test("a person reviews, edits, and is asked by another link", PLAIN, async ({ customer, page, shop, look, fits }) => {
  test.slow();
  const { id, link, mail } = await shop.ask("A", { delay_days: 7 });
  await page.goto(`/local/inbox/${mail.id}/html`);
  await fits("mail");
  expect(await page.locator(`a[href="${link}"]`).count(), "the email's button leads there").toBeGreaterThan(0);

  await page.goto(link);
  for (const words of ["How are they, Jane?", BOARD.title, POT.title]) await customer.sees(words);
  await customer.has("img", 2);
  for (const picture of await page.locator("img").all())
    await expect.poll(() => picture.evaluate((img) => img.naturalWidth), "a picture is missing").toBeGreaterThan(0);
  await look("form");
  await customer.click("#item-0 summary");
  await look("all-folded");
  await customer.click("#item-0 summary");

  // An empty form comes back with our own errors, in the customer's language.
  await customer.send(0);
  await customer.sees("Please choose 1 to 5 stars.");
  expect(await shop.happened(id)).not.toContain("reviewed");

  const [text, long] = ["Smells of oil.\nThe grain is lovely.", "J".repeat(61)];
  await customer.rate(0, 2);
  await customer.write("#text-0", text);
  await customer.click("#item-0 .names summary");
  await customer.click("#item-0 .choice:last-child");
  await customer.write("#name-0", long);
  await look("another-name");
  await customer.send(0);
  await customer.sees("Your review is not sent yet");
  await customer.holdsReview(0, 2, text);
  await customer.holds("#name-0", long);
  await look("form-with-errors");
  expect(await shop.happened(id)).not.toContain("reviewed");

  await customer.write("#name-0", "Jane of the Oaks");
  await customer.send(0);
  await customer.sees("You can change");
  await customer.sees("2 of 2 products");
  await look("thanked");
  await customer.review(1, 5, "Just right.");
  await customer.sees("Both reviews are in");
  await look("both-reviewed");
  expect((await shop.call("GET", `/api/v1/review-requests/${id}`)).status).toBe("completed");

  await page.goto(link);
  await customer.edit(0);
  await customer.holdsReview(0, 2, text);
  await customer.holds("#item-0 .choice input:checked", "name:Jane of the Oaks");
  await look("editing");
  await customer.review(0, 4, "The smell is gone.");
  await customer.sees("You can change");
  await page.goto(link);
  await customer.sees("Edited on");
  await customer.edit(0);
  await customer.holdsReview(0, 4, "The smell is gone.");
  await look("edited");
  expect((await shop.happened(id)).slice(4)).toEqual(["opened", "reviewed", "reviewed", "completed", "review_edited"]);

  expect(await shop.call("DELETE", `/api/v1/review-requests/${id}`)).toEqual({ ok: true });
  await page.goto(link);
  await customer.sees("This link is no longer available");
  await customer.has("button", 0);
  await look("withdrawn");

  const { link: old } = await shop.ask("B");
  await shop.advance(91 * DAY_S);
  await page.goto(old);
  await customer.sees("Link Expired");
  await look("link-expired");
  await customer.click("button");
  await customer.sees("Check your email");
  await look("new-link-asked");
  await shop.advance(1);
  const inbox = await shop.inbox();
  expect(inbox.length).toBe(3);
  const renewed = shop.linkIn(inbox[2]);
  expect(renewed).not.toBe(old);
  await page.goto(renewed);
  await customer.sees(BOARD.title);
  await customer.sees(POT.title);

  await page.goto("/review/hub?token=cut-short");
  await customer.sees("Page not found");
  await look("not-found");
});

test("a review is written by keyboard alone", async ({ customer, page, shop, look }) => {
  await page.goto((await shop.ask()).link);
  await customer.press("Tab", "summary"); // the first card
  await customer.press("Tab", "input#rating-0"); // the stars
  await customer.press("Space");
  for (let more = 0; more < 3; more++) await customer.press("ArrowRight");
  await customer.holds("#item-0 [name=rating]:checked", "4");
  await customer.press("Tab", "textarea#text-0");
  await page.keyboard.type("Good grain, a little heavy.");
  await look("keyboard");
  await customer.press("Tab", "button"); // to the questions
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

test("tapping twice or reloading sends one review", PLAIN, async ({ customer, page, shop, javaScriptEnabled }) => {
  const { id, link } = await shop.ask();
  await page.goto(link);
  await customer.rate(0, 4);
  await customer.write("#text-0", "Once is enough.");
  await page.locator("#item-0 .send button").dblclick();
  await customer.sees("You can change");
  await customer.sees("2 of 2 products");
  const sent = await shop.happened(id);
  // Without JavaScript the second tap sends the form again, which edits the same review.
  if (javaScriptEnabled) expect(sent).not.toContain("review_edited");
  await page.reload();
  await customer.sees("You can change");
  expect(await shop.happened(id), "a reload shows the page, and sends nothing").toEqual(sent);
  for (const once of ["opened", "reviewed"]) expect(sent.filter((what) => what === once)).toEqual([once]);

  await page.goto((await shop.ask("B")).link);
  await page.locator("[action='/review/hub/postpone'] button").dblclick();
  await customer.sees("We will ask you again on");
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

test("a customer writes that something is wrong, and goes on with the review", PLAIN, async ({ customer, page, shop, look }) => {
  const owner = "owner@example.com";
  await shop.call("PUT", "/api/v1/settings", { owner_email: owner, contact_url: "https://shop.example/contact" });
  const { link } = await shop.ask();
  await page.goto(link);
  await customer.click("#problem a");
  await customer.sees("What is wrong?");
  await customer.sees("Ask me in a week");
  await look("problem");
  await customer.write("#words", "x".repeat(1_001));
  await customer.click("#problem button");
  await customer.sees("Please shorten your message to 1,000 characters.");
  await customer.holds("#words", "x".repeat(1_001));
  await look("problem-too-long");
  await customer.write("#words", "The handle came off.");
  await customer.click("#problem button");
  await customer.sees("Your message is on its way to");
  await look("problem-told");
  await customer.review(0, 1, "Not for me.");
  await customer.sees("You can change");
  await customer.sees("that something is wrong.");

  await customer.click("#form-1 [data-questions]");
  await customer.sees("How do you use it?");
  await customer.click("#problem a");
  await customer.sees(POT.title);
  await customer.misses(BOARD.title);
  for (const words of ["It is scratched.", "And chipped."]) {
    await customer.write("#words", words);
    await customer.click("#problem button");
    await customer.sees("Your message is on its way to");
    await look("problem-told-beside-question");
    await customer.click("#problem a");
  }
  await customer.write("#words", "And late.");
  await customer.click("#problem button");
  await customer.sees("three messages from you today");
  await customer.holds("#words", "And late.");
  await look("problem-too-often");
  await shop.advance(1);
  expect((await shop.inbox()).filter(({ to }) => to === owner).length).toBe(3);
});

test("a shop's light color is its buttons, with words that can be read", async ({ customer, page, shop, look, fits }) => {
  await shop.call("PUT", "/api/v1/settings", { color: "#ffd400" });
  const { link, mail } = await shop.ask();
  await page.goto(link);
  await look("yellow-form");
  const of = (css) => page.locator(css).first().evaluate((button) => {
    const { backgroundColor, color } = getComputedStyle(button);
    return [backgroundColor, color];
  });
  for (const [colorScheme, words] of [["light", "rgb(29, 35, 32)"], ["dark", "rgb(0, 0, 0)"]]) {
    await page.emulateMedia({ colorScheme });
    expect(await of(".send button"), colorScheme).toEqual(["rgb(255, 212, 0)", words]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`/local/inbox/${mail.id}/html`);
  await fits("yellow-mail");
  expect(await of(".go a")).toEqual(["rgb(255, 212, 0)", "rgb(29, 35, 32)"]);
});

test("nobody meets a barrier on the other pages", async ({ customer, page, shop, look }) => {
  await page.goto((await shop.ask()).link);
  const stop = await page.locator("footer [name=token]").inputValue();
  await customer.click("[action='/review/hub/postpone'] button");
  await customer.sees("We will ask you again on");
  await look("postponed");
  await customer.click(".way");
  await customer.sees("Stop asking me");
  await look("list-postponed");

  // Another window sends a review while this one still shows the button.
  await page.goto((await shop.ask("B")).link);
  const token = await page.locator("#form-0 [name=token]").inputValue();
  await shop.submit("/review/hub/review", { token, item: 0, rating: 4, text: "Fine.", display_name: "Jane" });
  await customer.click("[action='/review/hub/postpone'] button");
  await customer.sees("There is nothing to wait for");
  await look("nothing-to-wait-for");

  await page.goto(`/review/unsubscribe?token=${stop}`);
  await look("unsubscribe");
  await customer.click("button");
  await customer.sees("You are unsubscribed");
  await look("unsubscribed");
  await customer.click("button");
  await customer.sees("You will be asked again");
  await look("resubscribed");

  await page.goto("/p/demo/@all.html");
  await customer.click(".afterword-report a");
  await customer.sees("What is wrong with it?");
  await look("report");
  await customer.click("[value=other]");
  await customer.click("button");
  await customer.sees("has your report");
  await look("reported");

  await page.goto(`/review/write/demo/${BOARD.id}`);
  await customer.sees("Walnut Serving Board");
  await look("write");
  await customer.write("#email", "ann@example.com");
  await customer.click("button");
  await customer.sees("Check your email");
  await look("link-sent");

  await page.goto("/review/hub/renew");
  await customer.sees("This page cannot be opened that way");
  await look("not-allowed");
});

test("nobody meets a barrier in the questions", async ({ customer, page, shop, look }) => {
  await page.goto((await shop.ask()).link);
  await customer.write("#text-0", "Words of mine.");
  await customer.click("#item-0 [data-questions]");
  await customer.sees("Question 1 of");
  await look("question");
  await customer.click(".chip");
  await look("question-tapped");
  await customer.write("#answer", "Bread");
  await customer.click("form .actions button");
  await customer.sees("Could you say a little more?");
  await look("question-asked-again");
  await customer.write("#answer", "long ".repeat(250));
  await customer.click("form .actions button");
  await customer.has(".wrong", 1);
  await look("question-with-error");
  await customer.write("#answer", "For all our bread.");
  await customer.click("form .actions button");
  await customer.sees("Question 2 of");
  await look("question-answered");
  await customer.click("[name=to][value=form]");
  await customer.sees("Add them to my review");
  await look("form-with-an-offer");
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
