//! Stars and reviews in a shop's own pages: the two elements, on a page of another origin.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { MINIFIED, minified } from "./embed.js";
import { serve } from "./host.js";
import { jpeg } from "./photos.js";
import { DESK, PLAIN, barriers, expect, moved, test, width } from "./world.js";
import { BOARD, POT } from "./shop.js";

test.use({ samples: false });

/** Beyond it, shops notice the weight of the script as it is served, with an address in it. */
const GZIP_BYTES_MAX = 5000;
const STYLE_GZIP_BYTES_MAX = 1300;
const SHIFT_MAX = 0.001;
/** On a phone, the first review begins at most this far below the list's top, in pixels. */
const FIRST_MAX = 260;
/** Targets have 24 px, or as much room (WCAG 2.2, 2.5.8). */
const TARGETS = { "target-size": { enabled: true } };
/** What v1 promised to shops. A name may be added here, and none may go. */
const V1 = {
  Attribute: ["shop", "product", "lang", "href", "heading", "write", "structured-data"],
  Part: ["stars", "count", "head", "bars", "facts", "fact", "write", "tools", "photos", "review", "verified", "said", "reply", "more"],
  others: ["afterword-stars", "afterword-reviews", "afterword-ready", "--afterword-star", "--afterword-accent", "--afterword-line"],
};
const DOCUMENT = readFileSync(new URL("../../docs/embed.md", import.meta.url), "utf8");
/** Stars of the board's reviews, oldest first: more than a page of ten. */
const STARS = [5, 5, 4, 4, 4, 3, 2, 1, 5, 5, 4, 5];
const AVERAGE = "3.9";
const LONG = "It is heavy, it stays where it is, and it smells of oil. ".repeat(12);

/** What customers of the board tapped, by language: an order of three, one of five, and answers that are none. */
const FACTS = {
  en: ["How does it fit?: Runs small 3, True to size 20, Runs large 8", "Good value for money?: No 0, Rather not 1, Fair 0, Rather yes 4, Absolutely 5",
    "Who is it for?: For me 12, A gift 1204, My team 3, Family and friends 0"],
  de: ["Wie fällt die Größe im Vergleich zu anderen Herstellern aus?: Größenunterschreitung 3, Entspricht der Erwartung 20, Größenüberschreitung 8",
    "Preis-Leistungs-Verhältnis?: Unverhältnismäßigkeiten 0, Eher nicht 1, Angemessenheitsbereich 0, Eher ja 4, Verhältnismäßigkeiten 5",
    "War die Verpackung ein Geschenk?: Selbstverständlichkeiten 1, Verpackungsunterlassung 30"],
  ar: ["كيف المقاس؟: صغير 3, مطابق للمقاس 20, كبير 8", "قيمة جيدة؟: لا 0, Rather not 1, مقبول 0, نعم 4, Absolutely 5", "لمن هذا؟: لي 12, هدية 1204"],
};
/** Where the marks of the orders are. */
const MIDDLES = [0.58, 0.82, null];

/** Adds these facts to an answer, as the service has them. The first review has an answer to each, and the second to none. */
function withFacts(answer) {
  const { labels, reviews } = answer;
  answer.facts = FACTS[labels.lang].map((fact, at) => {
    const [question, said] = fact.split(": ");
    const answers = said.split(", ").map((each) => {
      const [, text, count] = /^(.+) (\d+)$/.exec(each);
      return { text, count: Number(count) };
    });
    return { question, count: answers.reduce((sum, { count }) => sum + count, 0), answers, middle: MIDDLES[at] };
  });
  reviews[0].facts = Object.fromEntries(answer.facts.map(({ question, answers }) => [question, answers.at(-1).text]));
}

const STYLE = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 sans-serif;background:#fff;color:#222}
  main{padding:16px}.picture{height:300px;background:#8883}footer{padding:16px;background:#8883}
  ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(140px,1fr));gap:16px;padding:0;list-style:none}
  @media(prefers-color-scheme:dark){body{background:#15171c;color:#f0f0f0}}
  afterword-stars{display:block;min-block-size:1.6em}afterword-reviews{display:block;min-block-size:max(24rem,100svh)}`;
const pageOf = (inside, { lang = "en", head = "" } = {}) => `<!doctype html><html lang=${lang} dir=${lang === "ar" ? "rtl" : "ltr"}>
  <meta charset=utf-8><meta name=viewport content='width=device-width, initial-scale=1'><title>Shop</title>
  <link rel=icon href='data:,'>${head}<main><h1>${BOARD.title}</h1>${inside}</main><footer>Imprint</footer>`;
const styled = `<style>${STYLE}</style>`;

const starsOf = (product, more = "") => `<afterword-stars shop=demo product='${product}' ${more}></afterword-stars>`;
const listOf = (product, more = "") => `<afterword-reviews id=reviews shop=demo product='${product}' ${more}>
  <a href='/reviews.html'>Reviews</a></afterword-reviews>`;

/** Reviews of a product, oldest first. */
async function write(shop, product, all, photos = []) {
  await shop.brings(all.map((rating, index) => ({
    product_id: product,
    rating,
    title: index % 2 ? "The best board" : "",
    body: index % 3 ? "Bread and cheese." : LONG,
    name: "Jane",
    photos: index === all.length - 1 ? photos.map((url) => ({ url })) : [],
  })));
}

/** A shop with reviews of the board and one of the pot, and a host that serves pages by their path. */
const shopPage = test.extend({
  host: async ({ page, shop, javaScriptEnabled }, use) => {
    const pictures = javaScriptEnabled ? { "/wide.jpg": await jpeg(page, 800, 600), "/high.jpg": await jpeg(page, 600, 800) } : {};
    const pages = {};
    const host = await serve((path) => {
      if (pictures[path]) return ["image/jpeg", pictures[path]];
      return pages[path] && ["text/html", pages[path], 200, pages.headers];
    });
    await write(shop, BOARD.id, STARS, Object.keys(pictures).map((path) => host.url + path));
    await write(shop, POT.id, [4]);
    const { reviews } = await shop.call("GET", "/api/v1/reviews");
    const { id } = reviews.find(({ rating }) => rating === 2);
    await shop.call("PUT", `/api/v1/reviews/${id}/reply`, { text: "Sorry! A new one is on its way to you." });
    await shop.advance(90);
    // Calls of the elements, by path and query.
    const calls = [];
    page.on("request", (request) => {
      const { origin, pathname, search } = new URL(request.url());
      if (origin === shop.url && pathname.endsWith(".json")) calls.push(pathname + search);
    });
    const script = `<script type=module src='${shop.url}/embed/v1.js'></script>`;
    const open = async (inside, { head = script + styled, headers, ...more } = {}) => {
      pages.headers = headers;
      pages["/page"] = pageOf(inside, { head, ...more });
      calls.length = 0;
      await page.goto(`${host.url}/page`);
    };
    // What the elements say in English.
    const { labels } = await (await fetch(`${shop.url}/p/demo/${BOARD.id}.json?lang=en`)).json();
    const say = (key, places = {}) => (labels[key].other ?? labels[key]).replace(/{(\w+)}/g, (_, name) => places[name]);
    await use({ url: host.url, calls, open, script, say });
    host.close();
  },
});

/** Answers later than the page is painted, so that whatever moves is seen. */
const slowly = (page) =>
  page.route("**/p/demo/*.json*", async (route) => {
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    await route.fallback();
  });

/** Changes the elements' answers about a product. */
const answersWith = (page, change) =>
  page.route("**/p/demo/*.json?*", async (route) => {
    const answer = await (await route.fetch()).json();
    change(answer);
    await route.fulfill({ json: answer });
  });

const reviewsOf = (page) => page.locator("afterword-reviews [part~=review]");
const starsIn = (page) => page.locator("afterword-stars [part~=stars]");

test("the script is the minified source, and light", async () => {
  const script = readFileSync(MINIFIED, "utf8");
  expect(script, "`npm run embed --prefix tests/browser` writes it").toBe(await minified());
  const served = script.replace("{base}", "https://reviews.example.com");
  expect(gzipSync(served, { level: 9 }).length).toBeLessThanOrEqual(GZIP_BYTES_MAX);
  const [, style] = script.match(/replaceSync\(`([^`]+)`/);
  expect(gzipSync(style, { level: 9 }).length).toBeLessThanOrEqual(STYLE_GZIP_BYTES_MAX);
});

shopPage("stars and reviews draw on a shop's page, and nothing moves", DESK, async ({ page, host, look, viewport }) => {
  const label = { en: /3\.9/, de: /3,9/, ar: /3[.,٫]9|٣٫٩/ };
  await slowly(page);
  const widths = viewport.width < 400 ? [320, viewport.width] : [viewport.width];
  const below = ["below", "<div class=picture></div>".repeat(4), viewport.width];
  const places = [below, ...widths.map((pixels) => ["first", "", pixels])];
  for (const lang of ["en", "de", "ar"]) {
    for (const [place, above, pixels] of places) {
      await page.setViewportSize({ ...viewport, width: pixels });
      await host.open(starsOf(BOARD.id) + above + listOf(BOARD.id), { lang });
      if (place === "below") await page.locator("afterword-reviews").evaluate((list) => list.scrollIntoView());
      await expect(reviewsOf(page)).toHaveCount(10);
      expect(await moved(page), `${lang}, ${place}, ${pixels} px: it moves`).toBeLessThanOrEqual(SHIFT_MAX);
      expect(host.calls, "one call for both elements").toEqual([`/p/demo/${BOARD.id}.json?lang=${lang}`]);
    }
    await expect(starsIn(page)).toHaveAccessibleName(label[lang]);
    await expect(page.locator("afterword-reviews .page")).toHaveAttribute("lang", lang);
    await look(`embed-${lang}`);
    await page.setViewportSize(viewport);
  }
  const stored = await page.evaluate(async () => {
    const lengths = [document.cookie.length, localStorage.length, sessionStorage.length];
    return [...lengths, (await indexedDB.databases()).length].reduce((sum, length) => sum + length);
  });
  expect(stored, "what the elements store").toBe(0);
});

shopPage("without a script, or an answer, the shop's link stays", PLAIN, async ({ page, host, javaScriptEnabled }) => {
  const link = page.getByRole("link", { name: "Reviews", exact: true });
  if (javaScriptEnabled) await page.route("**/p/demo/*.json*", (route) => route.fulfill({ status: 404 }));
  await host.open(starsOf(BOARD.id) + listOf(BOARD.id));
  await expect(link).toBeVisible();
  if (!javaScriptEnabled) return;
  expect(await barriers(page)).toEqual([]);
  // A list that comes into view after the stars' answer asks once more.
  expect(host.calls.length).toBeLessThanOrEqual(2);
  // Twice too many calls are a failure, once is not.
  await page.clock.install();
  for (const [refused, drawn] of [[2, 0], [1, 10]]) {
    let left = refused;
    await page.unrouteAll();
    await page.route("**/p/demo/*.json*", (route) => (left-- > 0 ? route.fulfill({ status: 429 }) : route.fallback()));
    await host.open(listOf(BOARD.id));
    await expect.poll(() => host.calls.length).toBe(1);
    await page.clock.runFor(1_900);
    expect(host.calls, "it waits").toHaveLength(1);
    // The wait begins when the page has read the first answer, whenever that is.
    await expect.poll(async () => {
      await page.clock.runFor(1_000);
      return host.calls.length;
    }).toBe(2);
    await expect(reviewsOf(page)).toHaveCount(drawn);
    if (!drawn) await expect(link).toBeVisible();
  }
});

shopPage("the strictest policy, Trusted Types and an isolated page allow it, with small and large photos", async ({ page, host, shop }) => {
  const [documented] = DOCUMENT.match(/^default-src .*$/m);
  // The page's own icon is a `data:` address.
  const policy = documented.replaceAll(" H", ` ${shop.url}`).replace("img-src", "img-src data:");
  await answersWith(page, withFacts);
  await host.open(starsOf(BOARD.id) + listOf(BOARD.id, "write"), {
    head: `<meta http-equiv=Content-Security-Policy content="${policy}">${host.script}`,
    headers: { "cross-origin-embedder-policy": "require-corp" },
  });
  // `watch` fails the test if the policy reports anything.
  await expect(reviewsOf(page)).toHaveCount(10);
  await expect(page.locator("afterword-reviews [part~=fact]")).toHaveCount(3);
  await expect(page.locator("afterword-reviews [style]")).toHaveCount(0);
  const photo = page.locator("[part~=review] [part~=photos] a").first();
  const widthOf = (image) => image.evaluate(({ naturalWidth }) => naturalWidth);
  await expect.poll(() => widthOf(photo.locator("img"))).toBeGreaterThan(0);
  await photo.click();
  await expect.poll(() => widthOf(page.locator("dialog img")), "the large one").toBeGreaterThan(320);
});

shopPage("stars of a list page are one call", DESK, async ({ page, host }) => {
  const tiles = Array.from({ length: 22 }, (_, index) => starsOf(`shopify-${index}`));
  await page.setViewportSize({ width: 320, height: 844 });
  await slowly(page);
  await host.open(`<ul>${[starsOf(BOARD.id), ...tiles, starsOf(POT.id)].map((tile) => `<li>Title${tile}</li>`).join("")}</ul>`);
  await expect(starsIn(page)).toHaveCount(2);
  await expect(starsIn(page).first()).toHaveAccessibleName(`${AVERAGE} / 5 (12)`);
  await expect(page.locator("afterword-stars [part~=count]").first()).toHaveText(`${AVERAGE} (12)`);
  await expect(page.locator("afterword-stars a[href]"), "a link to nowhere").toHaveCount(0);
  expect(await moved(page)).toBeLessThanOrEqual(SHIFT_MAX);
  expect(await width(page)).toBe(320);
  expect(host.calls).toEqual(["/p/demo/ratings.json"]);
  expect(await barriers(page)).toEqual([]);
});

shopPage("each review can be reported, and who got something is counted beside the average", DESK, async ({ page, host }) => {
  await answersWith(page, ({ rating }) => (rating.rewarded = 4));
  await page.route("**/ratings.json", (route) => route.fulfill({ json: { [POT.id]: [4.5, 2, 1] } }));
  await page.setViewportSize({ width: 320, height: 800 });
  await host.open(`${starsOf(BOARD.id)}${listOf(BOARD.id)}<ul><li>${starsOf(POT.id)}</ul>`);
  const reports = page.getByRole("link", { name: host.say("report") });
  await expect(reports).toHaveCount(10);
  await expect(reports.first()).toHaveAttribute("href", /\/review\/report\?shop=demo&review=\d+$/);
  const said = (n) => page.getByText(host.say("rewarded", { n }));
  await expect(said(4)).toHaveCount(2);
  await expect(said(1)).toBeVisible();
  expect(await width(page)).toBe(320);
  expect(await barriers(page, TARGETS)).toEqual([]);
});

shopPage("on a phone, the first review is near, and the bars are folded", async ({ page, host, look }) => {
  const list = page.locator("afterword-reviews");
  for (const [lang, pictured] of [["en", 1], ["de", 2], ["ar", 2]]) {
    await answersWith(page, ({ reviews }) => pictured === 2 && (reviews[1].photos = reviews[0].photos));
    for (const pixels of [320, 390]) {
      await page.setViewportSize({ width: pixels, height: 844 });
      await host.open(listOf(BOARD.id, "write"), { lang });
      await expect(reviewsOf(page)).toHaveCount(10);
      const [at, top] = [`${lang}, ${pixels} px`, async (place) => (await place.boundingBox()).y];
      expect(await top(reviewsOf(page).first()) - await top(list), at).toBeLessThanOrEqual(FIRST_MAX);
      expect(await width(page), at).toBe(pixels);
      await expect(list.locator(".main > [part~=photos]"), at).toHaveCount(pictured - 1);
      await expect(list.locator("[part~=bars]"), at).toBeHidden();
      await expect(list.locator("[part~=write]"), at).toBeVisible();
      // Words in Latin letters are at the side where the page begins.
      const gaps = await list.getByText("Bread and cheese.").first().evaluate((text) => {
        const range = globalThis.document.createRange();
        range.selectNodeContents(text);
        const [words, box] = [range.getBoundingClientRect(), text.getBoundingClientRect()];
        return [words.left - box.left, box.right - words.right].map(Math.round);
      });
      expect(gaps.indexOf(0), at).toBe(lang === "ar" ? 1 : 0);
    }
  }
  await page.locator(".side summary").click();
  await expect(page.locator("[part~=bars]")).toBeVisible();
  expect(await width(page)).toBe(390);
  await look("embed-phone-bars");
});

shopPage("facts are in view without a tap, with words for who does not see them, and nothing moves", DESK, async ({ page, host, look, viewport }) => {
  await answersWith(page, withFacts);
  await slowly(page);
  for (const [lang, pixels] of [["en", viewport.width], ["de", 320], ["ar", viewport.width]]) {
    await page.setViewportSize({ ...viewport, width: pixels });
    await host.open(listOf(BOARD.id, "write"), { lang });
    await expect(reviewsOf(page)).toHaveCount(10);
    expect(await moved(page), lang).toBeLessThanOrEqual(SHIFT_MAX);
    expect(await width(page), lang).toBe(pixels);
    const facts = page.locator("[part~=fact]");
    await expect(facts).toHaveCount(3);
    const format = new Intl.NumberFormat(lang);
    for (const [at, fact] of FACTS[lang].entries()) {
      const [question, said] = fact.split(": ");
      const count = said.match(/\d+/g).map(Number).reduce((sum, n) => sum + n);
      const image = facts.nth(at).getByRole("img", { name: said.replace(/ (\d+)/g, ": $1"), exact: true });
      const number = facts.nth(at).getByText(format.format(count)).first();
      for (const shown of [facts.nth(at).getByText(question), image, number]) await expect(shown, lang).toBeInViewport({ ratio: 1 });
      await expect(image.locator("> [aria-hidden=true]"), "it is read once").toHaveCount(1);
      await expect(image.locator("circle")).toHaveCount(MIDDLES[at] ? 1 : 0);
      if (!MIDDLES[at]) continue;
      // The mark is where the middle is, from the side where the page begins.
      const share = await image.locator("svg").evaluate((track) => {
        const [line, mark] = [track, track.firstChild].map((of) => of.getBoundingClientRect());
        return (mark.left + mark.width / 2 - line.left) / line.width;
      });
      expect(lang === "ar" ? 1 - share : share, lang).toBeCloseTo(MIDDLES[at], 2);
    }
    // Beside the first review alone.
    const [last] = FACTS[lang].map((fact) => fact.split(/[:,] /).at(-1).replace(/ \d+$/, ""));
    await expect(page.locator("[part~=said]")).toHaveText(new RegExp(`${last} · `));
    await look(`embed-facts-${lang}`);
  }
  // What a cache keeps of an earlier version knows nothing of facts.
  await answersWith(page, (answer) => {
    for (const of of [answer, ...answer.reviews]) delete of.facts;
  });
  await host.open(listOf(BOARD.id));
  await expect(reviewsOf(page)).toHaveCount(10);
  await expect(page.locator("[part~=facts], [part~=said]")).toHaveCount(0);
});

shopPage("at the screen's edge nothing scrolls sideways, and a long text has ten lines until it is unfolded", async ({ page, host }) => {
  const pictured = ({ reviews }) => (reviews[1].photos = reviews[0].photos);
  await answersWith(page, pictured);
  for (const pixels of [320, 390, 1280]) {
    await page.setViewportSize({ width: pixels, height: 844 });
    await host.open(listOf(BOARD.id, "write"), { head: `${host.script}<style>body, main { margin: 0 }</style>` });
    await expect(reviewsOf(page)).toHaveCount(10);
    expect(await width(page)).toBe(pixels);
    const text = page.locator("[part~=review] .text", { hasText: LONG.slice(0, 60) }).first();
    const unfold = page.getByText(host.say("whole")).locator("visible=true");
    const height = async () => (await text.boundingBox()).height;
    if (pixels === 1280) {
      await expect(unfold, "it is there whole").toHaveCount(0);
      continue;
    }
    expect(await height(), "ten lines of 1.6 em").toBe(256);
    await expect(unfold).toHaveCount(await page.locator("[part~=review] .text", { hasText: LONG.slice(0, 60) }).count());
    await unfold.first().click();
    expect(await height()).toBeGreaterThan(256);
    await expect(unfold.first(), "it folds again").toBeVisible();
    expect(await barriers(page, TARGETS)).toEqual([]);
  }
});

shopPage("640 reviews are read to their end, each with its marks", async ({ page, host, shop }) => {
  shopPage.slow();
  const all = Array.from({ length: 640 }, (_, index) => ({ product_id: "shopify-640", rating: 5, title: `Number ${index + 1}`, name: "Jane" }));
  await shop.brings(all);
  await shop.advance(60);
  await host.open(listOf("shopify-640"));
  await expect(reviewsOf(page)).toHaveCount(10);
  // In the page, because there are 63 presses.
  await page.locator("[part~=more]").evaluate((more) => new Promise((read) => {
    const press = () => (more.hidden ? read() : more.click());
    new MutationObserver(press).observe(more.previousElementSibling, { childList: true });
    press();
  }));
  await expect(reviewsOf(page).filter({ hasText: host.say("imported") })).toHaveCount(all.length);
  await expect(reviewsOf(page).last()).toContainText("Number 1");
});

shopPage("on a desk the head breathes, and only a phone has a fold", DESK, async ({ page, host }) => {
  await host.open(listOf(BOARD.id, "write"));
  await expect(reviewsOf(page)).toHaveCount(10);
  const list = page.locator("afterword-reviews");
  const isPhone = page.viewportSize().width < 480;
  await expect(list.locator("summary [part~=head]")).toHaveCount(isPhone ? 1 : 0);
  if (isPhone) return;
  const [head, bars, write] = await list.locator("[part~=head], [part~=bars], [part~=write]").evaluateAll((all) => all.map((of) => of.getBoundingClientRect().toJSON()));
  for (const gap of [bars.top - head.bottom, write.top - bars.bottom]) expect(gap).toBeGreaterThanOrEqual(16);
});

shopPage("in a tile stars have the short text and no link without reviews, and break lines when texts are large", async ({ page, host }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const tiles = [BOARD.id, BOARD.id, "shopify-1"].map((id) => `<li>Tile${starsOf(id)}</li>`).join("");
  await host.open(`${starsOf(BOARD.id)}${listOf(BOARD.id)}<ul>${tiles}</ul>`);
  const texts = page.locator("afterword-stars [part~=count]");
  await expect(texts).toHaveText([`${AVERAGE} · ${host.say("reviews", { n: 12 })}`, ...Array(2).fill(`${AVERAGE} (12)`), ""]);
  const [one, other] = await page.locator("li .line").evaluateAll((all) => all.map((line) => line.getBoundingClientRect().toJSON()));
  expect(one.right <= other.left || one.bottom <= other.top, "they do not meet").toBe(true);
  await expect(page.locator("li afterword-stars").last().locator("a[href]")).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
  await host.open(starsOf(BOARD.id, "href='/board'") + listOf(POT.id) + starsOf(POT.id));
  await expect(starsIn(page)).toHaveCount(2);
  await page.addStyleTag({ content: "body { font-size: 32px } h1 { font-size: 1em }" });
  expect(await width(page)).toBeLessThanOrEqual(390);
});

shopPage("a list below the first view gives back the room that it does not need", async ({ page, host }) => {
  await page.addInitScript(() => document.addEventListener("afterword-ready", ({ detail }) => (window.rated = detail)));
  await host.open(starsOf("shopify-1") + "<div class=picture></div>".repeat(4) + listOf("shopify-1"));
  const list = page.locator("afterword-reviews");
  await expect(list.locator("[part~=count]")).toHaveText(host.say("none"));
  await expect(page.locator("afterword-stars [part~=count]"), "only the list says it").toHaveText("");
  expect((await list.boundingBox()).height).toBeLessThan(200);
  expect(await page.evaluate(() => window.rated)).toEqual({ average: 0, count: 0 });
  expect(await moved(page)).toBe(0);
});

shopPage("filters, orders and photos work in place", DESK, async ({ page, host, shop, look }) => {
  await page.addInitScript(() => {
    window.ready = [];
    document.addEventListener("afterword-ready", ({ target, detail }) => window.ready.push([target.localName, detail]));
  });
  await host.open(`${starsOf(BOARD.id)}<h2>Reviews</h2>${listOf(BOARD.id, "heading=3 write")}`);
  const list = page.locator("afterword-reviews");
  const button = (key) => list.getByRole("button", { name: host.say(key), exact: true });
  const more = list.locator("[part~=more]");
  const shows = async (shown, n, isAll) => {
    await expect(reviewsOf(page)).toHaveCount(shown);
    await expect(list.locator("[part~=tools] + * [role=status]")).toHaveText(isAll ? "" : host.say("showing", { shown, n }));
  };
  const startsWith = (average) =>
    expect(reviewsOf(page).first().locator("[part~=stars]")).toHaveAccessibleName(host.say("stars", { average }));
  await shows(10, 12);
  await expect(list.getByRole("heading", { level: 3 })).toHaveCount(5);
  await expect(list.locator("[part~=write]")).toHaveAttribute("href", `${shop.url}/review/write/demo/${BOARD.id}`);
  expect(await barriers(page, TARGETS)).toEqual([]);

  // By keyboard: a bar filters, and the focus stays.
  if (!(await list.locator("[part~=bars]").isVisible())) await list.locator(".side summary").click();
  const bar = list.locator("[part~=bars] button").nth(1);
  await expect(bar).toHaveAccessibleName("4 ★ 4");
  await bar.press("Enter");
  await shows(4, 4);
  await expect(bar).toBeFocused();
  await expect(bar).toHaveAttribute("aria-pressed", "true");
  await expect(button("all")).toHaveAttribute("aria-pressed", "false");
  await expect(more).toBeHidden();
  await look("embed-filtered");
  await bar.press("Enter");
  await shows(10, 12);
  await expect(bar, "a second press releases it").toHaveAttribute("aria-pressed", "false");
  await button("lowest").click();
  await startsWith(1);
  await expect(button("newest")).toHaveAttribute("aria-pressed", "false");
  await button("newest").click();
  await startsWith(5);
  expect(host.calls, "what was read is not read again").toHaveLength(3);

  // The button for more disappears with the last page; the focus goes to the first new review.
  await more.press("Enter");
  await shows(12, 12, true);
  await expect(reviewsOf(page).nth(10)).toBeFocused();
  await page.route("**/*photos=true*", (route) => route.fulfill({ status: 404 }));
  await button("with_photos").click();
  await expect(list.getByRole("status").filter({ hasText: host.say("failed") })).toBeVisible();
  await expect(button("all")).toHaveAttribute("aria-pressed", "true");
  await page.unrouteAll();
  await button("with_photos").click();
  await expect(reviewsOf(page)).toHaveCount(1);
  await expect(button("with_photos")).toBeFocused();

  // The small photos are the links to the large ones.
  const photo = list.locator("[part~=photos] a").first();
  const [small, large] = await photo.evaluate((link) => [link.firstChild.src, link.href]);
  expect(small).toBe(large.replace(".jpg", "-320.jpg"));
  await photo.press("Enter");
  const dialog = (n) => list.getByRole("dialog", { name: host.say("photo", { n, total: 2 }) });
  await expect(dialog(1).locator("img")).toHaveJSProperty("complete", true);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press("ArrowRight");
  await expect(dialog(2)).toBeVisible();
  await button("next").click();
  await expect(dialog(1)).toBeVisible();
  await button("next").press("Enter");
  await expect(button("next"), "where it was").toBeFocused();
  await button("close").click();
  await expect(photo).toBeFocused();
  const detail = { average: Number(AVERAGE), count: 12 };
  expect(await page.evaluate(() => window.ready)).toEqual([["afterword-stars", detail], ["afterword-reviews", detail]]);
});

shopPage("a photo has its review below it, which leads there whatever the list shows", async ({ page, host }) => {
  await answersWith(page, ({ reviews }) => (reviews[1].photos = reviews[0].photos));
  await host.open(listOf(BOARD.id));
  const list = page.locator("afterword-reviews");
  const [first, lowest] = [reviewsOf(page).first(), list.getByRole("button", { name: host.say("lowest") })];
  await expect(reviewsOf(page)).toHaveCount(10);
  const text = await first.locator(".text").textContent();
  for (const press of [() => {}, () => lowest.click()]) {
    await press();
    await list.locator(".main > [part~=photos] a").first().click();
    const box = (name) => page.locator(`dialog${name}`).boundingBox();
    const [whole, picture, close] = [await box(""), await box(" > img"), await box(" [aria-label=Close]")];
    expect(whole.width - picture.width, "no band beside the photo").toBeLessThanOrEqual(2 * 16);
    expect(whole.x + whole.width - close.x - close.width, "in its corner").toBeLessThan(16);
    expect(close.y - whole.y).toBeLessThan(16);
    const excerpt = page.getByRole("dialog").getByRole("button", { name: text });
    await expect(excerpt.locator("[part~=stars]")).toHaveAccessibleName(host.say("stars", { average: 5 }));
    await expect(excerpt).toContainText("Jane");
    expect((await excerpt.boundingBox()).height).toBeLessThan(160);
    expect(await barriers(page)).toEqual([]);
    await excerpt.click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(first).toBeFocused();
    await expect(first.locator(".text")).toHaveText(text);
  }
});

shopPage("a theme's nowrap and font size of 0 do not reach in, marks of letters not out, and a narrow tile has the number alone", async ({ page, host }) => {
  const zalgo = "e" + "\u0301".repeat(15) + "\u0323".repeat(15);
  await answersWith(page, ({ reviews }) => Object.assign(reviews[0], { title: LONG.slice(0, 120), text: zalgo }));
  await page.setViewportSize({ width: 320, height: 844 });
  const tiles = [BOARD.id, POT.id].map((id) => `<li style='width:130px'>${starsOf(id)}`).join("");
  for (const css of ["white-space:nowrap", "font-size:0"]) {
    await host.open(`${starsOf(BOARD.id)}<div style='${css}'>${listOf(BOARD.id, "heading=3")}</div><ul style='display:flex'>${tiles}</ul>`);
    await expect(reviewsOf(page)).toHaveCount(10);
    expect(await width(page), css).toBe(320);
    const title = page.getByRole("heading", { level: 3 }).first();
    expect((await title.boundingBox()).height, css).toBeGreaterThan(35);
    const boxes = await reviewsOf(page).first().locator("h3, .text").evaluateAll((all) => all.map((of) => getComputedStyle(of).overflowY));
    expect(boxes.at(-1)).toBe("hidden");
    await expect(page.locator("afterword-stars [part~=count]")).toHaveText([/12/, "(12)", "(1)"]);
    const [one, other] = await page.locator("li .line").evaluateAll((all) => all.map((line) => line.getBoundingClientRect().toJSON()));
    expect(one.right).toBeLessThanOrEqual(other.left);
  }
});

shopPage("attributes choose another product, language and address", async ({ page, host, shop }) => {
  await host.open(starsOf(BOARD.id, "href=#more") + listOf(BOARD.id));
  const list = page.locator("afterword-reviews");
  const link = page.locator("afterword-stars a");
  await expect(reviewsOf(page)).toHaveCount(10);
  await expect(link).toHaveAttribute("href", "#more");
  const set = (attributes) =>
    page.locator("main > *").evaluateAll((elements, attributes) => {
      for (const element of elements.filter(({ localName }) => localName.startsWith("afterword-")))
        for (const name in attributes) element.setAttribute(name, attributes[name]);
    }, attributes);
  await set({ product: POT.id });
  await expect(reviewsOf(page)).toHaveCount(1);
  await expect(list.locator("[part~=tools], [part~=bars], [part~=write]")).toHaveCount(0);
  await set({ lang: "de" });
  await expect(link).toContainText("4,0");
  await shop.call("PUT", "/api/v1/products/shopify-1", { title: "Oak Spoon" });
  await set({ product: "shopify-1", lang: "en_US" });
  await expect(list.locator("[part~=count]"), "nobody speaks the tag").toHaveText(host.say("none"));
  await expect(list.locator("[part~=write]"), "without reviews it is always there").toBeVisible();
  await set({ product: "@all", lang: "en" });
  await expect(reviewsOf(page)).toHaveCount(10);
  await expect(reviewsOf(page).first()).toContainText(POT.title);
  await expect(list.locator("[part~=write]"), "nobody can write about all").toHaveCount(0);
});

/** The names in the first column of the document's table that begins with this heading. */
function documented(heading) {
  const [, table] = DOCUMENT.split(`| ${heading} |`);
  const names = table.split("\n\n")[0].split("\n").slice(1).map((row) => row.split("|")[1] ?? "");
  return names.flatMap((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
}

test("what v1 promised, the document and the script have", () => {
  const script = readFileSync(MINIFIED, "utf8");
  for (const heading of ["Attribute", "Part"]) expect(documented(heading)).toEqual(expect.arrayContaining(V1[heading]));
  for (const name of [...V1.Attribute, ...V1.Part, ...V1.others]) expect.soft(script, name).toContain(name);
  for (const name of V1.others) expect.soft(DOCUMENT, name).toContain(name);
});

shopPage("marks, parts and properties are those of the document", async ({ page, host }) => {
  const [rewarded, edited, day] = [host.say("incentivized"), "Edited on 2 February 2026", "1 January 2026"];
  const [order, request, unknown] = ["order", "request", "unknown"].map((key) => host.say(key));
  const kinds = [
    { verified: true, marks: [order, rewarded, edited], incentivized: true, shown: [order, day, rewarded], folded: [edited] },
    { verified: false, marks: [request, rewarded], incentivized: true, shown: [day, rewarded], folded: [request] },
    { verified: false, marks: [unknown, edited], shown: [unknown, day], folded: [edited] },
    { verified: true, marks: [order], shown: [order], folded: [] },
    { verified: false, marks: [], shown: [], folded: [] },
  ];
  await answersWith(page, (answer) => {
    withFacts(answer);
    kinds.forEach((kind, index) => Object.assign(answer.reviews[index], kind));
  });
  await host.open(starsOf(BOARD.id) + listOf(BOARD.id, "write"));
  await expect(reviewsOf(page)).toHaveCount(10);
  for (const [index, { verified, shown, folded }] of kinds.entries()) {
    const row = reviewsOf(page).nth(index).locator(".row").first();
    await expect(row.locator("summary, span")).toHaveText(shown);
    await expect(row.locator("[part~=verified]")).toHaveCount(verified ? 1 : 0);
    // As long and in the same order as in marks.
    await expect(row).toContainText(day);
    if (!folded.length) continue;
    const [words, press] = [row.getByText(folded.join(" · ")), row.locator("summary")];
    await expect(row.locator("details")).not.toHaveAttribute("open");
    await press.click();
    await expect(words).toBeVisible();
    await press.press("Enter");
    await expect(row.locator("details")).not.toHaveAttribute("open");
  }
  const parts = await page.evaluate(() => {
    const elements = [...document.querySelectorAll("afterword-stars, afterword-reviews")];
    return elements.flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll("[part]")].flatMap(({ part }) => [...part]));
  });
  expect(new Set(parts)).toEqual(new Set(documented("Part")));
  // They reach the drawn elements, and the stars without them have contrast with white and with black.
  const of = (css, property) => {
    const found = page.locator(`afterword-reviews ${css}`).first();
    return found.evaluate((element, property) => getComputedStyle(element)[property], property);
  };
  /** The contrast (WCAG) of a color with a gray of this luminance. */
  const contrast = (fill, ground) => {
    const channels = fill.match(/color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)/).slice(1).map(Number);
    const [red, green, blue] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    return (Math.max(luminance, ground) + 0.05) / (Math.min(luminance, ground) + 0.05);
  };
  for (const [ink, grounds] of [["#000", [0, 1]], ["#222", [0, 1]], ["#fff", [0]]]) {
    await page.evaluate((ink) => (globalThis.document.body.style.color = ink), ink);
    for (const ground of grounds) expect(contrast(await of("svg path", "fill"), ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(3);
  }
  await page.addStyleTag({
    content: `afterword-reviews { --afterword-star: #123456; --afterword-accent: #654321; --afterword-line: #010203 }
      afterword-reviews::part(more) { color: #020406 }`,
  });
  expect(await of("svg path", "fill")).toBe("rgb(18, 52, 86)");
  expect(await of("[part~=write]", "color")).toBe("rgb(101, 67, 33)");
  expect(await of("[part~=review]", "borderTopColor")).toBe("rgb(1, 2, 3)");
  expect(await of("[part~=more]", "color")).toBe("rgb(2, 4, 6)");
});

/** The nodes of a page's JSON-LD. Those of one `@id` are joined, as a parser does: each property has a list of values. */
const nodesOf = (page) =>
  page.evaluate(() => {
    const nodes = new Map();
    const scripts = [...document.querySelectorAll("script[type='application/ld+json']")].map(({ text }) => JSON.parse(text));
    for (const node of scripts.flatMap((script) => script["@graph"] ?? script)) {
      const id = node["@id"] ? new URL(node["@id"], document.baseURI).href : nodes.size;
      const joined = nodes.get(id) ?? {};
      for (const name in node) if (!joined[name]?.includes(node[name])) joined[name] = [...(joined[name] ?? []), node[name]];
      nodes.set(id, joined);
    }
    return [...nodes.values()];
  });
const printed = (node) => `<script type=application/ld+json>${JSON.stringify(node)}</script>`;

shopPage("with the theme's own JSON-LD there is one product", async ({ page, host }) => {
  const path = "/page";
  const product = { "@context": "http://schema.org/", "@id": `${path}#product`, name: BOARD.title, sku: "B-1" };
  const shopify = { ...product, "@type": "Product", offers: { "@type": "Offer", price: "89.00", priceCurrency: "USD" } };
  const oak = { "@type": "Product", "@id": `${path}?variant=1#variant`, name: "Oak" };
  const variants = { ...product, "@type": "ProductGroup", hasVariant: [oak] };
  const woo = { ...product, "@type": "Product", "@id": `${host.url}${path}#product` };
  const graph = { "@context": "https://schema.org/", "@graph": [woo, { "@type": "BreadcrumbList" }] };
  // Words cannot end the script that contains them.
  const hostile = "</script><script>document.title = 'gone'</script><!--";
  await answersWith(page, ({ structured_data: data }) => data?.review && (data.review[0].reviewBody = hostile));
  for (const [theirs, value, type] of [
    [shopify, `${path}#product`, "Product"],
    [variants, `${host.url}${path}#product`, "ProductGroup"],
    [graph, "./page#product", "Product"],
  ]) {
    await host.open(printed(theirs) + listOf(BOARD.id, `structured-data='${value}'`));
    await expect(reviewsOf(page)).toHaveCount(10);
    const joined = (await nodesOf(page)).filter((node) => node.aggregateRating || /^Product/.test(node["@type"]));
    expect(joined).toHaveLength(1);
    expect(joined[0]).toMatchObject({ "@type": [type], name: [BOARD.title], sku: ["B-1"] });
    expect(joined[0].aggregateRating).toMatchObject([{ "@type": "AggregateRating", ratingValue: Number(AVERAGE), reviewCount: 12 }]);
    expect(joined[0].review[0]).toHaveLength(10);
    expect(joined[0].review[0][0].reviewBody).toBe(hostile);
    expect(await page.locator("head script[type='application/ld+json']").textContent()).not.toContain("<");
  }
  // Another product of the page replaces ours; without reviews there is none.
  for (const [id, count] of [[POT.id, 1], ["shopify-1", 0]]) {
    await page.locator("afterword-reviews").evaluate((list, id) => list.setAttribute("product", id), id);
    await expect(reviewsOf(page)).toHaveCount(count);
    await expect(page.locator("head script[type='application/ld+json']")).toHaveCount(count);
  }
  const microdata = "<p itemscope itemtype='https://schema.org/Product'><span itemprop=aggregateRating itemscope></span></p>";
  for (const rated of [printed({ ...shopify, aggregateRating: { "@type": "AggregateRating" } }), microdata]) {
    await host.open(rated + listOf(BOARD.id, `structured-data='${path}#product'`));
    await expect(reviewsOf(page)).toHaveCount(10);
    await expect(page.locator("head script[type='application/ld+json']")).toHaveCount(0);
  }
});

/** Tabs as WooCommerce and most classic themes have them, with the list in a closed one. */
const tabbed = (list) => `<ul role=tablist><li><a href='#tab-info'>Info</a><li><a href='#tab-reviews'>Reviews</a></ul>
  <div id=tab-info role=tabpanel>Oak.</div><div id=tab-reviews role=tabpanel style='display:none'>${list}</div>
  <script>document.querySelector("[href='#tab-reviews']").onclick = () => {
    document.querySelector("#tab-info").style.display = "none"; document.querySelector("#tab-reviews").style.display = ""; return false }</script>`;

/** What closes and opens by a click, as Bootstrap, Elementor and the pattern of ARIA have it. */
const panel = (name, list) => `<div id='${name}' role=tabpanel aria-labelledby='tab-${name}' hidden>${list}</div>`;
const opener = (name, more) => `<button id='tab-${name}' ${more} onclick="const panel = document.getElementById('${name}'); panel.hidden = !panel.hidden;
  if (this.ariaExpanded) this.ariaExpanded = !panel.hidden">Reviews</button>`;

shopPage("the stars lead to the list, whatever the theme has", async ({ page, host }) => {
  const tall = "<div style='height:2000px'></div>";
  const list = tall + listOf(BOARD.id) + tall;
  for (const [kind, head, inside] of [
    ["nothing special", "", list],
    ["a base", "<base href='/'>", list],
    ["a base elsewhere", "<base href='https://cdn.example/'>", list],
    ["another element with the id", "", `<section id=reviews>Theirs</section>${list}`],
    ["a closed tab", "", tall + tabbed(listOf(BOARD.id))],
    ["a closed tab and a base", "<base href='/'>", tall + tabbed(listOf(BOARD.id))],
    ["a closed details", "", `${tall}<details><summary>Reviews</summary>${list}</details>`],
    ["a tab by aria-controls", "", tall + opener("one", "role=tab aria-controls=one") + panel("one", list)],
    ["a tab by aria-labelledby", "", tall + opener("one", "role=tab") + panel("one", list)],
    ["an accordion of two buttons", "", tall + opener("one", "aria-expanded=false aria-controls=one").repeat(2) + panel("one", list)],
    ["a tab in a details", "", `${tall}<details><summary>More</summary>${opener("one", "aria-controls=one") + panel("one", list)}</details>`],
    ["a sticky header", "<style>header{position:sticky;top:0;height:120px}</style>", `<header></header>${list}`],
    ["an open tab", "", tall + opener("one", "aria-controls=one") + panel("one", list).replace("hidden", "")],
  ]) {
    await host.open(starsOf(BOARD.id) + inside, { head: head + host.script + styled });
    const address = page.url();
    await page.locator("afterword-stars [part~=count]").click();
    await expect(page.locator("afterword-reviews"), kind).toBeInViewport();
    await expect(reviewsOf(page), kind).toHaveCount(10);
    const { y } = await page.locator("afterword-reviews").boundingBox();
    expect(Math.round(y), `${kind}: below a header`).toBeGreaterThanOrEqual(120);
    expect(page.url().replace(/#reviews$/, ""), kind).toBe(address);
  }
});

shopPage("a list in a closed tab is described, and a list that is gone is not", async ({ page, host }) => {
  const described = page.locator("head script[type='application/ld+json']");
  const ours = listOf(BOARD.id, "structured-data='#product'");
  // WordPress' permalinks end in a slash or not, or have the product in the query.
  for (const canonical of ["/page", "/page/", "/?product=page"]) {
    const theirs = { "@context": "https://schema.org", "@type": "Product", "@id": `${host.url}${canonical}#product`, name: BOARD.title };
    const link = `<link rel=canonical href='${host.url}${canonical}'>`;
    await host.open(printed(theirs) + tabbed(ours), { head: link + host.script + styled });
    await expect(described, canonical).toHaveCount(1);
    await expect(reviewsOf(page)).toHaveCount(0);
    const nodes = (await nodesOf(page)).filter((node) => node["@type"].includes("Product"));
    expect(nodes, canonical).toHaveLength(1);
    expect(nodes[0]).toMatchObject({ name: [BOARD.title], aggregateRating: [{ reviewCount: 12 }] });
  }
  // A shop of one page shows its next page, and comes back.
  await page.evaluate(() => {
    globalThis.list = document.querySelector("afterword-reviews");
    globalThis.list.remove();
    history.pushState(0, "", "/about");
  });
  await expect(described).toHaveCount(0);
  await page.evaluate(() => document.querySelector("main").append(globalThis.list));
  await expect(described).toHaveCount(1);
  await expect(reviewsOf(page)).toHaveCount(10);
});

shopPage.describe(() => {
  shopPage.use({ expected: /Failed to load resource/ });

  shopPage("a call that failed once is made again for the next element", async ({ page, host }) => {
    let calls = 0;
    await page.route("**/ratings.json", (route) => (++calls === 1 ? route.abort() : route.fallback()));
    await host.open(`<div id=app>${starsOf(BOARD.id)}</div>`);
    await expect.poll(() => calls).toBe(1);
    // An element that is there before the page has read of the failure shares it.
    await expect(async () => {
      await page.evaluate((stars) => (document.querySelector("#app").innerHTML = stars), starsOf(POT.id));
      await expect(page.locator("afterword-stars [part~=count]")).toBeVisible({ timeout: 1_000 });
    }).toPass();
    expect(calls).toBe(2);
  });
});

shopPage("a copy of the script on the shop's own host asks the right one", async ({ page, shop, host }) => {
  const copy = await (await fetch(`${shop.url}/embed/v1.js`)).text();
  await page.route("**/wp-content/cache/v1.js", (route) => route.fulfill({ contentType: "text/javascript", body: copy }));
  await host.open(starsOf(BOARD.id), { head: "<script type=module src='/wp-content/cache/v1.js'></script>" });
  await expect(starsIn(page)).toHaveAccessibleName(/3\.9/);
});

/** The document's examples in a language, by the heading above them. */
function examples(language) {
  return DOCUMENT.split(/^## /m).flatMap((section) => {
    const [heading] = section.split("\n");
    return [...section.matchAll(/^```(\w+)\n(.*?)^```/gms)].filter(([, name]) => name === language).map(([, , code]) => [heading, code]);
  });
}

const NUMBER = BOARD.id.replace("shopify-", "");

/** Fills in what Shopify knows about the board's page. */
function liquid(code, host) {
  const known = { "product.id": NUMBER, "request.origin": host.url, "product.url": "/page" };
  return code.replace(/{{ (\S+) }}/g, (_, name) => known[name]);
}

/** A product's page of a classic theme on a wide screen: gallery and summary float, and nothing ends their floating. */
const CLASSIC = `<style>*{box-sizing:border-box}body{margin:0;font:16px/1.5 sans-serif}main{padding:16px}.gallery,.button{background:#ddd}
  .gallery{height:360px}@media(min-width:769px){.gallery{float:left;width:48%}.summary{float:right;width:48%}}</style>`;

/** The lines on that page: the stars between title and price, and the list below the columns. */
function classic(lines) {
  const [, stars, list] = /^(.*<\/afterword-stars>)\n(.*)$/s.exec(lines);
  return `<div class=product><div class=gallery></div><div class=summary><h2 class=title>${BOARD.title}</h2>${stars}
    <p>89.00</p><button class=button>Add to cart</button></div>${list}</div>`;
}

/** What the boxes of the elements, drawn and reserved, cover of the theme's. */
const covered = (page) =>
  page.evaluate(() => {
    const elements = [...document.querySelectorAll("afterword-stars, afterword-reviews")];
    const ours = elements.flatMap((element) => [element, ...element.shadowRoot.querySelectorAll("*")]);
    const boxes = ours.map((element) => element.getBoundingClientRect()).filter(({ width, height }) => width && height);
    const meets = (one, other) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
    const theirs = [".title", ".gallery", ".button"];
    return theirs.filter((name) => boxes.some((box) => meets(box, document.querySelector(name).getBoundingClientRect())));
  });

/** Wix makes the element, and runs the page's code. */
const wixRuns = (page, code) =>
  page.evaluate(async ([code, id]) => {
    const $w = (name) => (name === "#productPage1" ? { getProduct: async () => ({ _id: id }) } : document.querySelector(name));
    $w.onReady = (run) => ($w.done = run());
    new Function("$w", code)($w);
    await $w.done;
  }, [code, BOARD.id]);

/** The lines in the console, by the ids of their texts. */
const linesOf = async (page) => {
  await page.goto("/console/in-shop");
  const areas = page.locator("textarea[aria-describedby]");
  return Object.fromEntries(
    await areas.evaluateAll((areas) => areas.map((area) => [area.getAttribute("aria-describedby"), area.value])),
  );
};

test("In your shop shows how they look, also when a click leads there", async ({ page, console }) => {
  await console.signIn();
  await console.open("Products", "In your shop");
  const isDrawn = async () => {
    await console.at("In your shop");
    await page.locator("afterword-reviews").evaluate((list) => list.scrollIntoView());
    await expect(page.locator("afterword-stars [part~=count], afterword-reviews [part~=head]")).toHaveCount(2);
  };
  await isDrawn();
  await console.open("Settings");
  await page.goBack();
  await isDrawn();
});

shopPage("on a classic theme they cover neither title, gallery nor button", async ({ page, host, console }) => {
  await console.signIn();
  const { "about-html": lines } = await linesOf(page);
  await slowly(page);
  // Pages that forbid `style` attributes have only the element's own style.
  for (const [name, code] of Object.entries({ lines, plain: lines.replace("clear:both;", "") })) {
    for (const pixels of [320, 390, 800, 1280]) {
      await page.setViewportSize({ width: pixels, height: 844 });
      await host.open(classic(code), { head: CLASSIC });
      if (name !== "plain") expect(await covered(page), `${name}, ${pixels} px, before they are drawn`).toEqual([]);
      await expect(starsIn(page)).toBeVisible();
      await page.locator("afterword-reviews").evaluate((list) => list.scrollIntoView());
      await expect(reviewsOf(page)).toHaveCount(10);
      expect(await covered(page), `${name}, ${pixels} px`).toEqual([]);
      expect(await width(page), `${name}, ${pixels} px`).toBe(pixels);
      if (name !== "plain") expect(await moved(page), `${name}, ${pixels} px: it moves`).toBeLessThanOrEqual(SHIFT_MAX);
    }
  }
});

shopPage("each example of the document and each line of the console draws", async ({ page, host, shop, console }) => {
  const own = (code) => code.replaceAll("https://reviews.example.com", shop.url).replaceAll("acme", "demo");
  await console.signIn();
  const lines = await linesOf(page);
  const [plain, joined] = [[], {}];
  for (const [heading, code] of [...examples("html"), ...examples("liquid")]) {
    if (heading === "Plain HTML") plain.push(own(code));
    else joined[heading] = own(code) + (joined[heading] ?? "");
  }
  expect(Object.keys(joined)).toEqual(["Shopify"]);
  const ours = [lines["about-shopify"] + lines["about-shopify-list"], lines["about-html"]];
  for (const code of [...plain, ...Object.values(joined), ...ours]) {
    await host.open(liquid(code, host), { head: "" });
    await expect(starsIn(page).first(), code).toBeVisible();
    await expect(reviewsOf(page), code).toHaveCount(code.includes("afterword-reviews") ? 10 : 0);
    if (!code.includes("structured-data")) continue;
    expect(host.calls, code).toHaveLength(1);
    const described = JSON.parse(await page.locator("head script[type*=json]").textContent());
    expect(described, code).toMatchObject({ "@id": `${host.url}/page#product`, "@type": "Product" });
  }
  const [address, line] = [lines["about-wix"], lines["about-wix-code"]];
  const [wix, headless, ready] = examples("js").map(([, code]) => own(code));
  for (const [script, code] of [[`<script type=module src='${address}'></script>`, line], [host.script, wix]]) {
    await host.open("<afterword-reviews id=reviews></afterword-reviews>", { head: script });
    await wixRuns(page, code);
    await expect(reviewsOf(page)).toHaveCount(10);
  }
  const rating = await page.evaluate((code) => new Function(`return (async () => { ${code} return [average, count]; })()`)(), headless);
  expect(rating).toEqual([Number(AVERAGE), 12]);
  const said = page.waitForEvent("console");
  await page.evaluate((code) => new Function(code)(), ready);
  await page.locator("afterword-reviews").evaluate((list, id) => list.setAttribute("product", id), POT.id);
  expect((await said).text()).toBe("afterword-reviews 4 1");
});
