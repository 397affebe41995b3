//! One tour a kind of person: what a customer, a shopper, a merchant and a developer do, on every screen and, if their pages need no
//! JavaScript, without it. `npm run tour` runs them alone.

import { expect, test, TOUR } from "./world.js";
import { JANE } from "./console.js";
import { Customer } from "./customer.js";
import { BOARD, DAY_S, OWNER } from "./shop.js";

/** A customer of the samples who was asked and wrote nothing. Strangers get no link. */
const ASKED = "sample50@example.com";

/** Waits for something in a frame that is replaced meanwhile: a look into the old frame fails when it is removed. */
async function seen(what) {
  await expect(() => expect(what).toBeVisible({ timeout: 2_000 })).toPass({ timeout: 20_000 });
}

test.describe("customer", () => {
  test.use({ samples: false, ofCustomers: true });

  test("a customer answers, edits, sends, returns and unsubscribes", TOUR.plain, async ({ customer, page, shop, look, elsewhere }) => {
    await shop.call("PUT", "/api/v1/settings", { owner_email: OWNER });
    const { id, link } = await shop.ask();
    await page.goto(link);
    await customer.sees("How are they, Jane?");
    await customer.sees("1 of 2 products");
    for (const picture of await page.locator("img").all())
      await expect.poll(() => picture.evaluate((img) => img.naturalWidth), "a picture is missing").toBeGreaterThan(0);
    await look("form");
    // An empty form comes back with our own errors, in the customer's language.
    await customer.send(0);
    await customer.sees("Please choose 1 to 5 stars.");
    await look("form-with-errors");

    // They answer three questions, by tapping and by typing, and skip one.
    await customer.click("#item-0 [data-questions]");
    await customer.sees("quick questions");
    await customer.click(".chip:first-child");
    await customer.has(".chip[aria-pressed=true]", 1);
    await look("question");
    await customer.click("form .actions button");
    await customer.sees("Question 2 of 4");
    await customer.answers("the grain is lovely");
    await customer.sees("Question 3 of 4");
    await look("question-answered");
    await customer.click("[name=skip]");
    await customer.sees("Question 4 of 4");
    await customer.answers("yes, to anyone who bakes");

    // They change a word of the suggested text and choose the stars.
    await customer.sees("Put together from your answers");
    await customer.holds("#text-0", "I use it every day. The grain is lovely. Yes, to anyone who bakes.");
    await customer.has("#item-0 [name=rating]:checked", 0); // the stars wait for a click
    const own = "I use it every day for bread. The grain is lovely, it stains though.";
    await customer.write("#text-0", own);
    await customer.rate(0, 3);
    await look("draft");
    await customer.send(0);
    await customer.sees("You can change");
    await customer.sees("2 of 2 products");
    await look("thanks");

    await customer.click("#problem a");
    await customer.sees("What is wrong?");
    await customer.write("#words", "The handle came off.");
    await look("problem");
    await customer.click("#problem button");
    await customer.sees("Your message is on its way to");
    await customer.review(1, 5, "Just right for the basil.");
    await customer.sees("Both reviews are in");
    await look("both-thanks");

    // Days later, in a browser without their data.
    await shop.advance(20 * DAY_S);
    const again = new Customer(await elsewhere(), shop);
    await again.page.goto(link);
    await again.sees("Both reviews are in");
    await again.edit(0);
    await again.holdsReview(0, 3, own);
    await look("returned", again.page);
    await again.review(0, 4, "It stains. Oil helps.");
    await again.sees("Edited on");
    await again.click("footer button");
    await again.sees("You are unsubscribed");
    await look("unsubscribed", again.page);
    await again.page.close();

    const story = ["opened", "engaged", "reviewed", "completed", "review_edited"];
    const { timeline } = await shop.call("GET", `/api/v1/review-requests/${id}/timeline`);
    const happened = timeline.map(({ what }) => what).filter((what) => story.includes(what));
    expect(happened).toEqual(["opened", "engaged", "reviewed", "reviewed", "completed", "review_edited"]);
  });
});

test("a shopper reads, filters, asks who decides, and writes", TOUR, async ({ customer, page, shop, look }) => {
  await page.goto("/local/shop");
  const stars = page.locator("afterword-stars [part~=stars]");
  await expect(stars).toHaveCount(4);
  await look("local-shop");
  await page.getByRole("link", { name: BOARD.title }).click();
  await expect(stars).toHaveCount(1);
  const list = page.locator("afterword-reviews");
  const reviews = list.locator("[part~=review]");
  await list.scrollIntoViewIfNeeded();
  await expect(reviews).toHaveCount(8);
  await expect(list.locator("[part~=verified]")).toHaveCount(4);
  await expect(reviews.locator("[part~=photos] img")).toHaveCount(3);
  await expect(list.locator("[part~=reply]")).toHaveCount(2);
  await look("local-shop-product");
  await reviews.locator("[part~=photos] a").first().click();
  const photo = list.getByRole("dialog").locator("img");
  await expect.poll(() => photo.evaluate((image) => image.naturalWidth)).toBeGreaterThan(320);
  await page.keyboard.press("Escape");
  const bars = list.locator("[part~=bars]");
  if (!(await bars.isVisible())) await list.locator("summary").first().click();
  await bars.getByRole("button").first().click();
  await expect(bars.getByRole("button").first()).toHaveAttribute("aria-pressed", "true");
  await look("local-shop-filtered");
  if (page.viewportSize().width > 390) {
    await page.getByRole("button", { name: "Add to cart" }).click();
    await customer.sees("nothing can be bought here");
  }

  await page.locator("afterword-reviews a[href$='/trust/demo']").click();
  await look("trust");
  await page.goto(`/p/demo/${BOARD.id}.html`);
  await look("window");
  await page.goto(`/review/write/demo/${BOARD.id}`);
  await customer.write("#email", ASKED);
  await look("write");
  await customer.click("button");
  await customer.sees("Check your email");
  const { text } = await shop.mail(ASKED, /^Your link/);
  await page.goto(text.split(/\s/).find((word) => word.includes("/review/hub?")));
  await customer.review(0, 4, "Seen at a friend's.");
  await customer.sees("You can change");
});

test("a merchant decides, asks a customer, and chooses words and a look", TOUR.plain, async ({ console, page, shop, javaScriptEnabled, look }) => {
  await shop.create({ ...JANE, delay_days: 7 });
  await page.goto("/console");
  await look("sign-in");
  await console.signIn();
  await look("today");
  await console.follow("Decide");
  await console.at("Reviews");
  await look("reviews");
  const first = console.review("Kurt Sample");
  await console.press("Publish", first);
  await console.says("published");
  await expect(first).toBeHidden();
  await console.press("Undo");
  await console.says("undone");
  await console.follow("Open", first);
  await console.at(/^Kurt Sample/);
  await look("review");
  await console.answer("Thank you. Please leave out your address.");
  await console.says("replied");
  await console.withhold("Personal data");
  await console.says("withheld");
  await look("review-withheld");
  await shop.advance(600);
  expect((await shop.mail("sample37@example.com", /not shown/)).text).toContain("personal data");

  await console.open("Customers");
  await console.find(JANE.email);
  await console.at(JANE.customer_name);
  await console.follow(JANE.order_id, page.getByRole("region", { name: "Requests" }));
  await console.reads("The email will be sent on");
  await console.press("Send now");
  await console.says("It is being sent");
  await shop.mail(JANE.email, /./);
  await page.reload();
  await console.reads("The provider accepted the email");
  await look("request");
  await console.open("Customers");
  await console.find("jane achterberg");
  await console.follow(JANE.customer_name);
  await console.at(JANE.customer_name);
  await look("customer");
  await console.open("Settings", "Team");
  await console.invite("jo@example.com");
  await console.says("Invited");
  await look("members");

  await page.goto("/console/words");
  await console.at("Your own words");
  await page.getByLabel("First sentences").fill("{name}, was the {product} <b>good</b>?");
  await console.press(javaScriptEnabled ? /^Save$/ : "Preview");
  const shown = page.frameLocator(".shown iframe:not([hidden])");
  const message = shown.frameLocator("iframe");
  await seen(message.getByText(/Jane, was the .* <b>good<\/b>\?/).last());
  await look("words");
  await page.goto("/console/settings");
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await expect(shown.getByText("Fern & Oak").first()).toBeVisible();
  const places = await page.evaluate(() => history.length);
  await name.fill("Kiln and Co");
  if (!javaScriptEnabled) await page.locator("#look").getByRole("button", { name: "Preview" }).click();
  await seen(shown.getByText("Kiln and Co would love"));
  await seen(message.getByText("Kiln and Co", { exact: true }));
  if (javaScriptEnabled) expect(await page.evaluate(() => history.length), "a preview is no page").toBe(places);
  await look("settings");
  // With JavaScript, only what was changed has a button, and saving one part leaves what was typed in another.
  const saves = console.main.getByRole("button", { name: "Save", exact: true });
  await expect(saves).toHaveCount(javaScriptEnabled ? 1 : 8);
  if (javaScriptEnabled) {
    await page.getByLabel("What reviewers get for a review").fill("5% off");
    await expect(saves).toHaveCount(2);
    await console.press("Save", page.locator("#reviews"));
    await console.says("Saved: What reviewers get for a review.");
    await expect(saves).toHaveCount(1);
    await expect(name).toHaveValue("Kiln and Co");
    await seen(message.getByText("Kiln and Co", { exact: true }));
  }
  await page.goto("/console/numbers");
  await console.at("Numbers");
  await look("numbers");
  await console.signOut();
  await look("signed-out");
});

test.describe("developer", () => {
  test.use({ samples: false });

  test("a developer copies, asks, and reads the email as on a phone and in dark colors", TOUR, async ({ customer, page, shop, look, isMobile }) => {
    await page.goto("/local");
    await look("local");
    await customer.has("dd > code + button.copy", 7); // the base URL, the keys and the order
    // Reading the clipboard needs a permission, for which the browser would ask a person.
    await page.evaluate(() => (navigator.clipboard.writeText = async (text) => (window.copied = text)));
    await customer.click("dl button.copy");
    await customer.sees("Copied");
    expect(await page.evaluate(() => window.copied)).toBe(shop.url);

    await customer.click("form[action='/local/demo-request'] button");
    await customer.sees("Text part");
    await look("local-inbox");
    const inside = () => page.frameLocator("iframe").locator("html").evaluate(() =>
      [innerWidth, matchMedia("(prefers-color-scheme: dark)").matches]);
    // Playwright's own emulation would reach into the frame.
    await page.emulateMedia({ colorScheme: null });
    const debug = await page.context().newCDPSession(page);
    for (const [words, isDark, own] of isMobile ? [] : [["Light", false, "dark"], ["Dark", true, "light"]]) {
      // Whatever the developer's own pages are in.
      await debug.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: own }] });
      await page.getByRole("link", { name: words, exact: true }).click();
      await page.getByRole("link", { name: "Wide", exact: true }).click();
      await expect.poll(async () => (await inside())[0]).toBeGreaterThan(600);
      expect((await inside())[1], words).toBe(isDark);
      await page.getByRole("link", { name: "Phone", exact: true }).click();
      await expect.poll(inside).toEqual([390, isDark]);
    }
    await page.goto("/local/clock");
    await look("local-clock");
  });
});
