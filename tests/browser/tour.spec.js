//! A tour of the console as a shop's members use it, on a phone and on a desk, with and without JavaScript.

import { readFile } from "node:fs/promises";
import { expect, test } from "./world.js";
import { BOARD, Console, JANE } from "./console.js";
import { OWNER } from "./shop.js";

test("a member signs in by a link, once, and out", async ({ console, page, shop, look }) => {
  await page.goto("/console");
  await look("sign-in");
  await console.askForLink(OWNER);
  await look("sign-in-waiting");
  const link = await shop.link(OWNER);
  await page.goto(link);
  await console.at("Sign in to the console");
  await look("sign-in-link");
  await console.press("Sign in");
  await console.atHome();
  await console.signOut();
  await look("signed-out");
  await page.goto(link);
  await console.at("This link no longer works");
  await look("sign-in-over");
});

test("a member signs in by the code that another browser shows", async ({ console, elsewhere, shop, look }) => {
  await console.askForLink(OWNER);
  const other = await elsewhere();
  await other.goto(await shop.link(OWNER));
  await new Console(other, shop).at("Your code");
  await look("sign-in-code", other);
  const code = await other.locator(".code").textContent();
  await other.goto(`${shop.url}/console`);
  await new Console(other, shop).at("Sign in");
  await other.close();

  await console.typeCode("BBBB-BBBB");
  await console.reads("This code does not work");
  await look("sign-in-wrong-code");
  await console.typeCode(code);
  await console.atHome();
});

test("reviews are published, taken back, answered and withheld", async ({ console, shop, look }) => {
  await console.signIn();
  await look("today");
  await console.follow("Decide");
  await console.at("Reviews");
  await look("reviews");
  const first = console.review("Sample customer 37");
  await console.press("Publish", first);
  await console.says("published");
  await expect(first).toBeHidden();
  await look("reviews-published-one");
  await console.press("Undo");
  await console.says("undone");
  await expect(first).toBeVisible();
  for (const tab of ["Published", "Withheld", "All"]) {
    await console.tab(tab);
    await look(`reviews-${tab.toLowerCase()}`);
  }

  await console.tab("To decide");
  await console.follow("Open", first);
  await console.at(/^Sample customer 37/);
  await look("review");
  await console.answer("Thank you. Please leave out your address.");
  await console.says("replied");
  await look("review-answered");
  await console.withhold("Personal data");
  await console.says("withheld");
  await console.reads("Personal data");
  await look("review-withheld");
  await shop.advance(600);
  expect((await shop.mail("sample37@example.com", /not shown/)).text).toContain("personal data");
});

test.describe(() => {
  test.use({ samples: false });

  test("Jane is found, with the reason why she was not emailed, and then is", async ({ console, page, shop, look }) => {
    await shop.call("PUT", "/api/v1/products/shopify-1042", BOARD);
    await shop.review({ ...JANE, order_id: "ORD-0871" }, 4, "Lovely. Call me on 030 1234567.");
    await shop.call("POST", "/api/v1/review-requests/send", { ...JANE, order_id: "ORD-0900", skip_email: true });
    await shop.call("POST", "/api/v1/review-requests/send", { ...JANE, delay_days: 7 });
    await console.signIn();
    await look("today-of-jane");
    await console.open("Requests");
    await look("requests");
    await console.find("nobody@example.com");
    await console.reads("No request to this address was found");
    await look("requests-none");
    await console.find(JANE.email);
    await console.reads(JANE.order_id);
    await look("requests-of-jane");
    await console.follow(JANE.order_id);
    await console.reads("The email will be sent on");
    await look("request-planned");
    await console.press("Send now");
    await console.says("It is being sent");
    await shop.mail(JANE.email, /./);
    await page.reload();
    await console.reads("The provider accepted the email");
    await look("request-sent");
    await console.follow("Show the messages");
    await console.at("Messages");
    await look("request-messages");
    await console.follow("Back to the request");
    await console.follow("Link to copy");
    await console.at("Link to copy");
    await look("request-link");

    await console.open("Customers");
    await look("customers");
    await console.find("jane achterberg");
    await console.follow(JANE.customer_name);
    await console.at(JANE.customer_name);
    await look("customer");
    await console.follow("Erase");
    await console.at(/^Erase/);
    await look("customer-erase");
    await console.follow("Back to the customer");
    await console.press("Export");
    await console.at("Export");
    await look("customer-export");

    await console.open("Reviews");
    await look("reviews-of-jane");
    await console.follow("Open", console.review(JANE.customer_name));
    await console.reads(BOARD.title);
    await look("review-of-jane");
  });
});

test("a member is invited, accepts and is removed", async ({ console, page, elsewhere, shop, look }) => {
  const jo = "jo@example.com";
  await console.signIn();
  await console.open("Members");
  await look("members");
  await console.invite(jo);
  await console.says("Invited");
  await expect(console.member(jo)).toBeVisible();
  await look("members-invited");
  await shop.mail(jo, /^You are invited/);

  const theirs = new Console(await elsewhere(), shop);
  await theirs.askForLink(jo);
  await theirs.followLink(jo);
  await theirs.at("Your shops");
  await look("shops", theirs.page);
  await theirs.press("Accept the invitation");
  await theirs.atHome();

  await console.remove(jo);
  await console.says("Removed");
  await expect(console.member(jo)).toBeHidden();
  await theirs.page.reload();
  await theirs.at("Sign in");
  await theirs.page.close();

  await page.goto("/console/more");
  await look("more");
  await console.follow("Your shops", console.main);
  await console.at("Your shops");
  await look("shops");
  await page.goto("/console/nothing");
  await console.at("Page not found");
  await look("not-found");
});

test("a shop moves: tried, answered, imported, undone, imported and taken along", async ({ console, page, javaScriptEnabled, look }) => {
  test.slow();
  const rows = ["j-1,ok,7,4,Holds two cups.", "j-2,ok,7,9,Too many stars.", "j-3,spam,7,5,Buy watches.", "j-4,ok,old-board,5,Fine."];
  const lines = rows.map((row) => `${row},Jane,2025-03-02 10:12:00 UTC\n`);
  const file = "review_id,curated,product_id,rating,body,reviewer_name,review_date\n" + lines.join("");
  const choose = () => page.getByLabel("Choose the file").setInputFiles({ name: "reviews.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  const uploads = async (result) => {
    await choose();
    await console.press("Upload");
    await arrives(result);
  };
  const arrives = async (result) => {
    // S3 leads back here.
    await page.waitForURL(/etag/);
    await expect(async () => {
      await page.reload();
      await expect(console.main).toContainText(result, { timeout: 500 });
    }).toPass();
  };
  await console.signIn();
  await console.open("Connections");
  await console.follow(/^Files/);
  await console.at("Files");
  await look("files");
  await page.getByLabel("Where is the file from?").selectOption("Detect it from the headings");
  await page.getByLabel("Whose product numbers does the file use?").selectOption("Shopify’s");
  await console.press("Try it first");
  await console.at(/^Trial import/);
  await look("files-choose");
  await uploads("4 reviews read");
  await console.at("Trial import from Judge.me");
  await console.reads("Withheld, because the earlier system did not show them: 1");
  await console.reads("Use a whole number from 1 to 5.");
  await look("files-tried");
  await page.getByLabel(/^old-board/).fill("shopify-1042");
  await console.press("Save");
  await console.reads("Saved. Now try or import the same file again.");
  await console.press("Now import it for good");
  await console.at("Import from Judge.me");
  await uploads("3 reviews imported");
  await look("files-imported");
  // Who leaves a page meanwhile may send nothing.
  const answer = page.waitForResponse((reply) => reply.request().method() === "POST");
  await console.press("Undo this import");
  await answer;
  await expect(async () => {
    await page.reload();
    await expect(console.main).toContainText("Undone. You can import the file again.", { timeout: 500 });
  }).toPass();
  await look("files-undone");
  await console.follow("Files");
  await page.getByLabel("Where is the file from?").selectOption("Judge.me");
  await page.getByLabel("Whose product numbers does the file use?").selectOption("Shopify’s");
  // With JavaScript, the file can be chosen here.
  if (javaScriptEnabled) await choose();
  await console.press("Import for good");
  if (javaScriptEnabled) {
    await arrives("3 reviews imported");
  } else {
    await console.at("Import from Judge.me");
    await uploads("3 reviews imported");
  }

  await console.follow("Files");
  await console.at("Files");
  const [saved] = await Promise.all([page.waitForEvent("download"), console.follow("Download reviews")]);
  expect(await readFile(await saved.path(), "utf8")).toContain("Holds two cups.");
});

test("a webhook is made, fails, and says why", async ({ console, page, javaScriptEnabled, look }) => {
  await console.signIn();
  await console.open("Connections");
  await console.follow("Webhooks");
  await console.at("Webhooks");
  await look("webhooks");
  await page.getByRole("textbox", { name: "Address" }).fill("http://127.0.0.1:9/hooks/of-a-server-with-a-very-long-address-and-no-place-to-break");
  await page.getByText("Choose …").click();
  await page.getByLabel("A review was published").check();
  await console.press("Create the webhook");
  await console.reads("Copy this secret now");
  await look("webhook-made");
  await console.press("Send a test");
  await console.says("It is being sent");
  if (!javaScriptEnabled) {
    await expect(async () => {
      await page.reload();
      await console.reads(/[1-9] attempt/);
    }).toPass();
  }
  // With JavaScript, the answer appears without a reload.
  await expect(page.getByText(/[1-9] attempt/)).toBeVisible();
  await page.getByText(/[1-9] attempt/).click();
  await console.reads("no connection");
  await look("webhook-fails");
  // The message is there from the test before. The page that answers replaces the present one, and what is unfolded on it.
  const before = await console.main.elementHandle();
  await console.press("Send again");
  await expect.poll(() => before.evaluate((main) => main.isConnected).catch(() => false)).toBe(false);
  await console.says("It is being sent");
  await page.getByText("Delete …").click();
  await console.press("Yes, delete it");
  await console.says("Deleted");
});

/** Waits for something in a frame that is replaced meanwhile: a look into the old frame fails when it is removed. */
async function seen(what) {
  await expect(() => expect(what).toBeVisible({ timeout: 2_000 })).toPass({ timeout: 20_000 });
}

test("own words are seen as they are typed, saved, and taken back", async ({ console, page, javaScriptEnabled, look }) => {
  await console.signIn();
  await page.goto("/console/settings");
  await console.follow("Your own words");
  await console.at("Your own words");
  const message = page.frameLocator(".shown iframe:not([hidden])").frameLocator("iframe");
  await expect(message.getByText(/^Tap a star.*Good or bad, it helps/)).toBeVisible();
  const places = await page.evaluate(() => history.length);
  await page.getByLabel("First sentences").fill("{name}, was the {product} <b>good</b>?\nTwo lines\nfrom {shop}.");
  if (!javaScriptEnabled) await console.press("Preview");
  await seen(message.getByText(/Jane, was the .* <b>good<\/b>\?/).last());
  await expect(message.getByText("from Fern & Oak.").last()).toBeVisible();
  if (javaScriptEnabled) expect(await page.evaluate(() => history.length)).toBe(places);
  await look("words");
  await console.press(/^Save$/);
  await console.says("Saved");
  await console.press("Use our text");
  await console.says("Our text is back");
  await console.press("Undo");
  await console.says("Saved");
  await expect(page.getByLabel("First sentences")).toHaveValue(/good/);
  await page.getByLabel("Subject").fill("{stars}");
  await console.press(/^Save$/);
  await console.reads("There is no placeholder {stars}");
  await page.locator("[name=occasion]").selectOption("sms");
  await console.press("Open");
  await console.reads("Words before the link");
  await expect(page.frameLocator(".shown iframe:not([hidden])").getByText("Billed as one SMS")).toBeVisible();
  await look("words-sms");
});

test("earlier orders are looked at, and asked about", async ({ console, page, shop, javaScriptEnabled, look }) => {
  await console.signIn();
  await console.open("Requests");
  await console.follow("Earlier orders", console.main);
  await console.at("Ask about earlier orders");
  const rows = page.getByLabel("Orders, one per line");
  const text = "email,order,name\nnell@example.com,2001,Nell Röhr\nnobody,2002,";
  if (javaScriptEnabled) {
    const file = page.getByLabel("Open a file");
    const open = (buffer) => file.setInputFiles({ name: "orders.csv", mimeType: "text/csv", buffer });
    await open(Buffer.from(text, "latin1"));
    await expect(rows).toHaveValue(text);
    await open(Buffer.alloc(48_001, "a"));
    await expect.poll(() => file.evaluate((picker) => picker.validationMessage)).toContain("more than 500 lines");
    await expect(rows).toHaveValue(text);
  } else {
    await rows.fill(text);
  }
  await console.press("See what would happen");
  await console.reads("1 order would be asked about.");
  await console.reads("This is not an email address.");
  await look("earlier");
  await console.press("Ask about 1 order");
  await console.says("1 order will be asked about.");
  await shop.mail("nell@example.com", /Nell/);
});

test("the look is seen as it is typed", async ({ console, page, javaScriptEnabled, look }) => {
  await console.signIn();
  await page.goto("/console/settings");
  const shown = page.frameLocator(".shown iframe:not([hidden])");
  await expect(shown.getByText("Fern & Oak").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Kiln and Co");
  if (!javaScriptEnabled) await page.locator("#look").getByRole("button", { name: "Preview" }).click();
  await seen(shown.getByText("Kiln and Co would love"));
  await seen(shown.frameLocator("iframe").getByText("Kiln and Co", { exact: true }));
  await look("settings-look");
  // With JavaScript, only what was changed has a button, and saving one part leaves what was typed in another.
  const saves = console.main.getByRole("button", { name: "Save", exact: true });
  await expect(saves).toHaveCount(javaScriptEnabled ? 1 : 7);
  if (!javaScriptEnabled) return;
  await page.getByLabel("What reviewers get for a review").fill("5% off");
  await expect(saves).toHaveCount(2);
  await console.press("Save", page.locator("#reviews"));
  await console.says("Saved: What reviewers get for a review.");
  await expect(saves).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Kiln and Co");
  await seen(shown.frameLocator("iframe").getByText("Kiln and Co", { exact: true }));
});

test("numbers lead to their rows", async ({ console, page, look }) => {
  await console.signIn();
  await page.goto("/console/numbers");
  await console.at("Numbers");
  await look("numbers");
  for (const summary of await page.locator("main summary").all()) await summary.click();
  await look("numbers-tables");
  await console.main.getByRole("link", { name: "90 days" }).click();
  await seen(console.main.getByRole("link", { name: "90 days" }).and(page.locator("[aria-current]")));
  await console.main.getByRole("link", { name: "Failed requests" }).click();
  await console.at("Requests");
});

test("a product has a page of its own, which leads to its reviews", async ({ console, look }) => {
  await console.signIn();
  await console.open("Products");
  await look("products");
  await console.main.getByRole("link", { name: "published review" }).first().click();
  await console.reads("Lines to paste");
  await look("product");
  await console.follow("All its reviews");
  await console.at("Reviews");
});

test("the audit log says who did what", async ({ console, page, look }) => {
  await console.signIn();
  await page.goto("/console/settings");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Fern and Oak");
  await console.press("Save", page.locator("#look"));
  await console.says("Saved");
  await console.open("Audit");
  await console.reads("Changed settings");
  await console.reads("shop_name Fern & Oak → Fern and Oak");
  await look("audit");
  const file = await page.request.get(await page.getByRole("link", { name: "Download as CSV" }).getAttribute("href"));
  expect(await file.text()).toContain("change_settings");
});
