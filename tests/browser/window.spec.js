//! The published reviews, in a shop's page and as a page of their own.

import { serve } from "./host.js";
import { jpeg } from "./photos.js";
import { DESK, expect, moved, test } from "./world.js";
import { BOARD, POT } from "./shop.js";

test.use({ samples: false });

/** The styles around the reviews in three shops: none; a theme that resets everything; a dark one with large serifs. */
const THEMES = {
  plain: "",
  reset: `*{margin:0;padding:0;box-sizing:border-box}body{font:15px/1.4 Georgia,serif;color:#333}a{color:#00c}
    ul{list-style:none}h2{font-size:30px}main{max-width:700px;margin:0 auto;padding:20px}`,
  dark: `:root{color-scheme:dark}body{background:#15171c;color:#f0f0f0;font:18px/1.6 serif}
    main{padding:16px}h2{text-transform:uppercase}`,
};

/** A shop's own page with a theme, into which a script inserts the reviews. */
const pageOf = (theme, reviews) => `<!doctype html><html lang=en><meta charset=utf-8>
  <meta name=viewport content='width=device-width, initial-scale=1'>
  <title>Shop</title><link rel=icon href='data:,'><style>${THEMES[theme]}</style>
  <main><h1>${BOARD.title}</h1><div id=reviews></div></main>
  <script>fetch('${reviews}').then(reply => reply.text()).then(html => document.querySelector('#reviews').innerHTML = html)</script>`;

/** Writes reviews: one of another product, one of the shop itself, and two of a product, one with an answer and one with photos. */
async function write(shop, photos) {
  await shop.call("PUT", `/api/v1/products/${POT.id}`, { title: POT.title, url: "https://fern.example/pot" });
  const of = (product_id, rating, more) => ({ product_id, name: "Jane", rating, body: "As promised.", ...more });
  const pictured = { title: "The best board I have", photos: photos.map((url) => ({ url })) };
  await shop.brings([of(POT.id, 4), of("@shop", 4), of(BOARD.id, 5, pictured), of(BOARD.id, 2)]);
  const { reviews: [low] } = await shop.call("GET", "/api/v1/reviews?min_rating=2&max_rating=2");
  await shop.call("PUT", `/api/v1/reviews/${low.id}/reply`, { text: "Sorry! A new one is on its way to you." });
  await shop.advance(10);
}

/** The lines about authors that begin with a separator. */
const leading = (page) =>
  page.locator(".afterword-by").evaluateAll((all) => all.filter((about) => {
    const dots = [...about.childNodes].filter(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.includes("·")).map((node) => {
      const range = document.createRange();
      range.setStart(node, node.data.indexOf("·"));
      range.setEnd(node, node.data.indexOf("·") + 1);
      return range.getBoundingClientRect().left;
    });
    return dots.some((left) => left < about.getBoundingClientRect().left + 10);
  }).length);

test("nobody meets a barrier where a shop's page includes the reviews, and nothing moves", DESK, async ({ page, shop, look }) => {
  const photos = { "/40.jpg": await jpeg(page, 40, 20), "/60.jpg": await jpeg(page, 60, 20) };
  const [product, all] = [BOARD.id, "@all"].map((list) => `${shop.url}/p/demo/${list}.html`);
  const host = await serve((path) => {
    if (photos[path]) return ["image/jpeg", photos[path]];
    const [, of, theme] = path.split("/");
    return theme in THEMES && ["text/html", pageOf(theme, of === "all" ? all : product)];
  });
  await write(shop, Object.keys(photos).map((path) => host.url + path));
  for (const [name, address] of [["stars", `${product}?stars=5&sort=lowest`], ["all", all]]) {
    await page.goto(address);
    expect(await moved(page), `${name}: it moves`).toBe(0);
    await look(`window-of-${name}`);
    for (let pixels = 240; pixels < 480; pixels += 4) {
      await page.setViewportSize({ width: pixels, height: 844 });
      expect(await leading(page), `${name}, ${pixels} px`).toBe(0);
    }
  }
  for (const of of ["product", "all"])
    for (const theme of Object.keys(THEMES)) {
      await page.goto(`${host.url}/${of}/${theme}`);
      await expect(page.locator("body")).toContainText("How Fern & Oak publishes reviews");
      await look(`window-of-${of}-${theme}`);
    }
  await page.evaluate(() => document.body.prepend(Object.assign(document.createElement("p"), { style: "height: 300px" })));
  expect(await moved(page), "a page that moves is found").toBeGreaterThan(0);
  host.close();
});

/** What a shop asks by taps, in long words: an order, and answers that are none. */
const FACTS = [
  { id: "fit", question: "Wie fällt die Größe im Vergleich zu anderen Herstellern aus?", answers: [
    { id: "s", text: "Größenunterschreitung" }, { id: "m", text: "Entspricht der Erwartung" }, { id: "l", text: "Größenüberschreitung" }] },
  { id: "gift", question: "Für wen?", answers: [{ id: "n", text: "Selbstverständlichkeiten" }, { id: "y", text: "Für mich" }] },
];

test("facts are bars, and below each review are its answers", DESK, async ({ page, shop, look }) => {
  await shop.call("PUT", "/api/v1/settings", { facts: FACTS });
  for (const [index, answer] of ["s", "m", "m", "l", "l"].entries()) {
    const customer = { email: `jane${index}@example.com`, customer_name: "Jane", order_id: `F-${index}`, product_ids: [BOARD.id] };
    await shop.review(customer, 4, "As promised.", { fact_0: `fit:${answer}`, fact_1: "gift:y" });
  }
  await shop.advance(90);
  await page.goto(`/p/demo/${BOARD.id}.html`);
  for (const [question, said] of [
    ["Wie fällt die Größe im Vergleich zu anderen Herstellern aus?", "Größenunterschreitung: 1, Entspricht der Erwartung: 2, Größenüberschreitung: 2"],
    ["Für wen?", "Selbstverständlichkeiten: 0, Für mich: 5"],
  ]) {
    const fact = page.locator(".afterword-fact", { hasText: question });
    const image = fact.getByRole("img", { name: said, exact: true });
    await expect(image.locator("> [aria-hidden=true]"), "it is read once").toHaveCount(1);
    for (const shown of [image, fact.getByText("of 5")]) await expect(shown).toBeInViewport({ ratio: 1 });
  }
  const answers = page.locator(".afterword-review .afterword-said");
  await expect(answers).toHaveCount(5);
  await expect(answers.first()).toHaveText(`${FACTS[0].question} Größenüberschreitung · Für wen? Für mich`);
  expect(await moved(page)).toBe(0);
  await look("window-facts");
});
