//! The script of a customer's page: it removes the token from the address bar, changes pages in place, saves typed text without a
//! button, and loses no word in a failure.

import { address, questionsOf } from "./customer.js";
import { expect, test } from "./world.js";

test.use({ samples: false, ofCustomers: true });

const SAVED = "Draft saved";
const NOTHING_LOST = "Nothing is lost";
const ANSWER = "form .actions button >> nth=0";
const OFFLINE = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/;

/** Asks Jane for reviews and opens her page. */
async function open({ page, shop }) {
  const asked = await shop.ask();
  await page.goto(asked.link);
  return asked;
}

test("the token leaves the address bar, and the tab finds its page again", async ({ customer, page, shop }) => {
  const { link } = await open({ page, shop });
  const bare = address(link, true);
  const token = new URL(link).searchParams.get("token");
  const stop = await page.locator("footer [name=token]").inputValue();
  for (const [opened, words] of [
    [link, "How are they"],
    [`/review/${token}`, "How are they"],
    [questionsOf(link, 1), "Question 1 of"],
    [`/review/unsubscribe?token=${stop}`, "Stop asking you for reviews?"],
  ]) {
    const back = () => page.goto("about:blank").then(() => page.goBack());
    for (const arrive of [() => page.goto(opened), () => page.reload(), back]) {
      await arrive();
      await customer.sees(words);
      await expect(page).toHaveURL(bare);
    }
  }
  // From the form to the questions, back, and forward again. A fragment is no other page.
  await page.goto(link);
  await customer.write("#text-0", "Words of mine.");
  await customer.click("#item-0 [data-questions]");
  await customer.sees("Question 1 of");
  await page.goBack();
  await customer.holds("#text-0", "Words of mine.");
  await page.goForward();
  await customer.sees("Question 1 of");
  await page.goBack();
  await customer.rate(0, 4);
  await customer.send(0);
  await customer.sees("You can change");
  await page.reload();
  await customer.sees("2 of 2 products");
  await expect(page).toHaveURL(bare);
});

/** Waits until a field of the page shows these words: what is saved as a page closes may arrive after the next one is asked for. */
async function isSaved(customer, link, css, words) {
  await expect(async () => {
    await customer.openAnew(link);
    await expect(customer.page.locator(css)).toHaveValue(words, { timeout: 500 });
  }).toPass({ intervals: [100], timeout: 10_000 });
}

test("what is typed is there again without any button", async ({ customer, page, shop, look }) => {
  await page.addInitScript(() => delete AbortSignal.timeout); // Safari 15 lacks it.
  const { link } = await open({ page, shop });
  await customer.has(".saved:not(:empty)", 0);
  await customer.rate(0, 2);
  // The stars are saved first, and say so, too.
  const saved = page.waitForResponse((reply) => reply.request().postData()?.includes("Smells"));
  await customer.write("#text-0", "Smells of oil.");
  await saved;
  await customer.sees(SAVED);
  await look("saved");
  await customer.openAnew(link);
  await customer.sees("Started, not sent yet");
  await customer.holdsReview(0, 2, "Smells of oil.");

  // The tab is closed in the middle of a word.
  await customer.write("#text-0", "The grain is lov");
  await isSaved(customer, link, "#text-0", "The grain is lov");
  await customer.click("#item-0 [data-questions]");
  await customer.sees("Question 1 of");
  await customer.write("#answer", "Half an answ");
  await isSaved(customer, questionsOf(link, 0), "#answer", "Half an answ");
  await customer.sees("Question 1 of");
});

test("a sent review leaves no draft behind", async ({ customer, page, shop }) => {
  await page.clock.install();
  const { link } = await open({ page, shop });
  await page.clock.pauseAt(Date.now() + 60_000);
  await customer.rate(0, 4);
  const draft = "/review/hub/draft";
  const isSentWith = async (text) => {
    await customer.sees("You can change");
    await customer.openAnew(link);
    await customer.edit(0);
    await customer.holds("#text-0", text);
    await customer.misses("not sent yet");
  };
  // Before and after the script saves the form, and in between.
  for (const pause of [0, 1_499, 1_500]) {
    const text = `Sent after ${pause} ms.`;
    await customer.write("#text-0", text);
    await page.clock.runFor(pause);
    if (pause === 1_500) await customer.sees(SAVED);
    await customer.sends(0);
    await isSentWith(text);
  }
  await customer.write("#text-0", "Sent meanwhile.");
  const release = await customer.holdBack(draft);
  const leaves = page.waitForRequest(`**${draft}`);
  await page.clock.runFor(1_500);
  await leaves;
  const answer = customer.answer();
  await customer.send(0);
  release();
  await answer;
  await isSentWith("Sent meanwhile.");

  // Typing the same text again does not change the review, although it is saved.
  for (const [words, unsent] of [["Other words.", 1], ["Sent meanwhile. ", 0]]) {
    await customer.write("#text-0", words);
    await page.clock.runFor(1_500);
    await customer.sees(SAVED);
    await customer.openAnew(link);
    const shown = await page.locator("#item-0").innerText();
    expect(shown.split("changes not sent yet").length - 1, shown).toBe(unsent);
    await customer.edit(0);
    await customer.holds("#text-0", words);
  }
});

test.describe(() => {
  test.use({ expected: OFFLINE });

  test("offline and without an answer no word is lost", async ({ customer, page, shop, look, context }) => {
    const { link } = await open({ page, shop });
    await customer.rate(0, 3);
    await context.setOffline(true);
    await customer.write("#text-0", "Written in a tunnel.");
    await customer.send(0);
    await customer.sees(NOTHING_LOST);
    await customer.sees("Not saved yet");
    await customer.focuses("button");
    await customer.holdsReview(0, 3, "Written in a tunnel.");
    await look("offline");
    await context.setOffline(false);
    // The form still works: the same button sends it.
    await customer.send(0);
    await customer.sees("You can change");
    await customer.has(".failed", 0);
    await customer.sees("Written in a tunnel.");

    await page.goto(questionsOf(link, 1));
    await customer.write("#answer", "For basil.");
    await shop.close();
    await customer.click(ANSWER);
    await customer.sees(NOTHING_LOST);
    await customer.holds("#answer", "For basil.");
    await customer.has(".waiting", 0);
    await expect(page.locator(".bubble")).toBeHidden();
    await customer.focuses("button");
  });

  test("taps combine ready answers in the field, without a network", async ({ customer, page, shop, look, context }) => {
    const { link } = await open({ page, shop });
    await customer.click("#item-0 [data-questions]");
    await customer.sees("Question 1 of");
    await customer.focuses("h1#asked"); // the question and not the field
    await customer.holds("#answer", "I use it for "); // which a tap replaces
    await context.setOffline(true);
    const [daily, gift, starts] = [1, 4, 5].map((nth) => `.chip:nth-child(${nth})`);
    const has = async (answer, pressed) => {
      await customer.holds("#answer", answer);
      await customer.has(".chip[aria-pressed=true]", pressed);
    };
    for (const [chip, answer, pressed] of [
      [daily, "I use it every day. ", 1],
      [gift, "I use it every day. It was a gift. ", 2],
      [starts, "I use it every day. It was a gift. I use it for ", 2],
      [daily, "It was a gift. ", 1],
      [gift, "", 0],
      [starts, "I use it for ", 0],
      [starts, "I use it for ", 0],
    ]) {
      await customer.click(chip);
      await has(answer, pressed);
      await customer.focuses(chip === starts ? "textarea#answer" : "button"); // The keyboard opens only for a beginning.
    }
    await page.keyboard.type("bread");
    await customer.holds("#answer", "I use it for bread"); // typed after the beginning
    await customer.click(gift);
    await customer.holds("#answer", "I use it for bread. It was a gift. ");
    await look("taps");
    // Own words, and a ready answer that was typed, count as if tapped.
    await customer.write("#answer", "Mine! I use it every day\nIt was a gift, a nice one");
    await customer.has(".chip[aria-pressed=true]", 1);
    await customer.click(daily);
    await customer.holds("#answer", "Mine! It was a gift, a nice one");
    for (const [typed, answer] of [["For bread (mostly)", "For bread (mostly). It was a gift. "], ["毎日", "毎日。 It was a gift. "]]) {
      await customer.write("#answer", typed);
      await customer.click(gift);
      await has(answer, 1);
    }
  });
});

test("a failure keeps the form, and a foreign page is left to the browser", async ({ customer, page, shop }) => {
  const { link } = await open({ page, shop });
  await customer.rate(0, 3);
  await customer.write("#text-0", "Written in a hotel.");
  for (const [reply, words] of [[{ status: 405 }, NOTHING_LOST], [{ json: [] }, "You can change"]]) {
    // Another server replaces it, which answers the script's calls but not the browser's.
    await page.unrouteAll();
    await page.route("**/review/hub/review", (route) =>
      route.request().resourceType() === "xhr" ? route.fulfill(reply) : route.continue());
    await customer.send(0);
    await customer.sees(words);
  }
  await customer.sees("Written in a hotel.");
  await expect(page).toHaveURL(address(link, true));
});

test("a form on its way shows it, and goes once", async ({ customer, page, shop, look }) => {
  const { id, link } = await open({ page, shop });
  await customer.rate(0, 3);
  await customer.write("#text-0", "Once.");
  const release = await customer.holdBack("/review/hub/review");
  for (let times = 0; times < 3; times++) await page.locator("#item-0 .send button").dblclick({ force: true });
  await customer.has("#item-0 .send [aria-disabled=true]", 1);
  await look("busy");
  release();
  await customer.sees("You can change");
  await customer.focuses("div"); // the thanks
  await customer.openAnew(link);
  await customer.sees("2 of 2 products");
  await customer.misses("not sent yet");
  expect((await shop.happened(id)).filter((what) => what.startsWith("review"))).toEqual(["reviewed"]);
});

test("an answer behind its beginning is shown while the next question is awaited", async ({ customer, page, shop, look }) => {
  const { id, link } = await open({ page, shop });
  await page.goto(questionsOf(link, 0));
  await customer.holds("#answer", "I use it for ");
  await page.locator("#answer").focus();
  await page.keyboard.type("bread of all sorts");
  await customer.sees(SAVED);
  const release = await customer.holdBack("/review/hub/chat");
  await page.locator(ANSWER).dblclick();
  await customer.has(".waiting [aria-disabled=true]", 1);
  await expect(page.locator(".bubble").filter({ visible: true })).toHaveText(["I use it for bread of all sorts"]);
  await expect(page.locator(".typing")).toHaveText("The next question is coming, one moment");
  await look("typing");
  release();
  await customer.sees("Question 2 of");
  await expect(page.locator(".reply .bubble")).toHaveText("I use it for bread of all sorts");
  await customer.focuses("h1#asked");
  await customer.press("Tab", "button"); // on to the ready answers
  await customer.click(".chip");
  await customer.click(ANSWER);
  await customer.sees("Question 3 of");
  await customer.click("[name=to][value=form]");
  await customer.sees("How are they");
  await customer.holds("#text-0", /^I use it for bread of all sorts\. It/); // the draft
  await customer.focuses("summary");
  const { timeline } = await shop.call("GET", `/api/v1/review-requests/${id}/timeline`);
  expect(timeline.filter(({ what }) => what === "engaged").length).toBe(1);
});

test("what is cancelled changed nothing, saved or not", async ({ customer, page, shop }) => {
  await open({ page, shop });
  await customer.review(0, 4, "Lovely board.");
  await customer.sees("Thank you, Jane.");
  const before = await shop.newest();
  for (const isSaved of [false, true]) {
    await customer.edit(0);
    await customer.rate(0, 1);
    await customer.write("#text-0", "Never mind.");
    if (isSaved) await customer.sees(SAVED);
    await customer.click("#item-0 [value=cancel]");
    await customer.sees("Lovely board.");
    await customer.misses("changes not sent yet");
  }
  expect(await shop.newest()).toEqual(before);
});

test("nothing breaks the policy, and a hostile title is only text", async ({ customer, page, shop, fits }) => {
  const title = `<img src=x onerror="document.title='hit'"><script>document.title='hit'</script>`;
  await shop.call("PUT", "/api/v1/products/shopify-666", { title });
  await page.goto((await shop.ask("H", { customer_name: undefined, product_ids: ["shopify-666"] })).link);
  await page.evaluate(() => {
    window.broken = [];
    addEventListener("securitypolicyviolation", (event) => window.broken.push(`${event.violatedDirective} ${event.sample}`));
  });
  await customer.click("#item-0 [data-questions]");
  await customer.sees("Question 1 of 4 · <img src=x");
  await customer.answers(title);
  await customer.click("[name=to][value=form]");
  await fits("hostile-draft");
  await customer.rate(0, 1);
  await customer.send(0);
  await customer.sees("<img src=x onerror");
  await customer.has("main script, main img[src=x]", 0);
  expect(await page.title()).not.toBe("hit");
  expect(await page.evaluate(() => window.broken), "and no page was loaded meanwhile").toEqual([]);
});
