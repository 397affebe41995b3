// A shop's first day: everything that its owner does, from the operator's link to the reviews in her shop, and to the import of
// her old ones.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { Console } from "./console.js";
import { Customer } from "./customer.js";
import { TARGET } from "./shop.js";
import { serve } from "./host.js";
import { DESK, counting, expect, test } from "./world.js";

const MARA = "mara@example.com";
/** The most actions, also for an import and for its undo from Today. */
const ACTIONS_MAX = 24;
const IMPORT_MAX = 4;
const UNDO_MAX = 4;
const REVIEWS = `review_id,curated,product_id,rating,body,reviewer_name,review_date
j-1,ok,7,4,Holds two cups.,Jane,2025-03-02 10:12:00 UTC
`;

/** What the plug-in knows its request by, and proves it with (RFC 7636, appendix B). */
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/** The plug-in's page in WordPress: its button leads to Afterword, and it gets its key when the owner comes back. */
function wordpress(afterword) {
  return async (path, body, { headers }) => {
    const { pathname, searchParams } = new URL(path, "http://shop.example");
    const home = `http://${headers.host}`;
    if (pathname !== "/back") {
      const asked = new URLSearchParams({ home, redirect: `${home}/back`, state: "x", challenge: CHALLENGE });
      return ["text/html", `<a href="${afterword}/console/connect?${asked}">Connect</a>`];
    }
    const answer = await fetch(`${afterword}/api/v1/connection`, {
      method: "POST",
      headers: { "content-type": "application/json", "afterword-home": headers.host, "afterword-environment": "production" },
      body: JSON.stringify({ code: searchParams.get("code"), verifier: VERIFIER }),
    });
    return ["text/html", `Connected with ${(await answer.json()).name}`];
  };
}

test.use({ samples: false });

test("a shop with WooCommerce is set up from nothing in few actions", DESK, async ({ page, shop, context, look }) => {
  const operator = (...words) =>
    execFileSync(`${TARGET}/debug/afterword`, ["--endpoint", shop.url, ...words], {
      encoding: "utf8",
      env: { ...process.env, AWS_ACCESS_KEY_ID: undefined },
    });
  operator("shops", "create", "acme", "--name", "Acme Pots");
  const [link] = operator("console-link", "acme").match(/http\S+/);
  const system = await serve(wordpress(shop.url));
  const console = new Console(page, shop);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  let act = counting();
  const next = (step) => () => page.getByRole("status").getByRole(step === "Send me one" ? "button" : "link", { name: `Next: ${step}` }).click();

  // The operator's link asks for her address, and one letter signs her in for good.
  await act(() => page.goto(link), () => page.getByLabel("Email").fill(MARA));
  await look("first-link");
  await act(() => console.press("Email me a link"));
  await console.at("Check your inbox");
  await act(async () => page.goto(await shop.link(MARA)), () => console.press("Sign in"));
  await console.reads("Begin here");
  await look("first-day");

  await act(() => page.getByRole("region", { name: "Begin here" }).getByRole("link", { name: "Say where you are" }).click());
  await act(() => page.locator("[name=country]").selectOption("United States"));
  const zone = page.locator("#place [name=time_zone]");
  await expect(zone).toHaveValue("America/New_York");
  await expect(zone.locator("option")).toHaveCount(8);
  await expect(page.locator("#place [name=language]")).toHaveValue("en");
  await look("first-place");
  await act(
    () => page.getByLabel("Postal address").fill("1 Potter Street, Springfield"),
    () => page.getByLabel("Your privacy policy").fill("https://pots.example/privacy"),
    () => console.press("Save", page.locator("#place")),
  );
  await console.says("Messages leave from 09:00 to 20:00 (America/New_York)");

  await act(
    next("WooCommerce"),
    async () => {
      const [file] = await Promise.all([page.waitForEvent("download"), console.follow("Download the plug-in")]);
      expect(file.suggestedFilename()).toMatch(/^afterword-.+\.zip$/);
    },
    () => page.goto(system.url),
    () => page.getByRole("link", { name: "Connect", exact: true }).click(),
  );
  await look("connect");
  await act(() => console.press("Connect"));
  await expect(page.getByText("Connected with Acme Pots")).toBeVisible();

  await act(
    () => page.goto("/console/today"),
    () => page.getByRole("region", { name: "Begin here" }).getByRole("link", { name: "Choose your color and logo" }).click(),
    () => page.getByLabel("Color of links and buttons").last().fill("#7a1f3d"),
    () => page.locator("#look").getByRole("button", { name: /^Save$/ }).click(),
  );
  await console.says("Saved");

  // The email that customers get, and a review of one's own on their page, in another window.
  await act(next("Send me one"));
  await console.says(`On its way to ${MARA}`);
  await look("first-email");
  const { html } = await shop.mail(MARA, /Acme Pots/);
  const star = html.match(/href="([^"]*&#38;rating=5#item-0)"/)[1].replaceAll("&#38;", "&");
  const mailed = await context.newPage();
  const customer = new Customer(mailed, shop);
  await act(() => mailed.goto(star), () => customer.write("#text-0", "Friendly, and quick."), () => customer.send(0));
  await customer.sees("Friendly, and quick.");
  await mailed.close();

  // The plug-in shows them in the shop by itself.
  await act(next("Bring your old reviews"));
  await console.at("Move here");
  expect(act.count).toBe(ACTIONS_MAX);

  act = counting();
  const pages = page.getByRole("navigation", { name: "Pages" });
  const file = { name: "reviews.csv", mimeType: "text/csv", buffer: Buffer.from(REVIEWS) };
  await act(
    () => console.follow("Reviews", pages),
    () => console.follow("Move here"),
    () => page.getByLabel("Choose the file").setInputFiles(file),
    () => console.press("Import for good"),
  );
  await page.waitForURL(/etag/);
  expect(act.count).toBe(IMPORT_MAX);
  // Back at the list of steps, the trial is ticked by itself.
  await page.goto("/console/today");
  await page.getByText(/^\d of \d done$/).click();
  await console.reads("Try it on yourself done");
  // A file of many parts is saved as one.
  await page.goto("/console/data");
  const [saved] = await Promise.all([page.waitForEvent("download"), console.follow("Download reviews")]);
  expect(await readFile(await saved.path(), "utf8")).toContain("Holds two cups.");
  // The next morning, the import is found and undone.
  await page.goto("/console/today");
  act = counting();
  await act(() => console.follow("Reviews", pages), () => console.follow("Move here"), () => console.follow(/^Undo/), () => console.press("Undo this import"));
  await console.reads("Undone.");
  expect(act.count).toBe(UNDO_MAX);
  system.close();
});
