//! Four weeks of a shop, for its pictures: who was asked when, and what they wrote. Every call is one that a shop or a customer makes.

import { readFileSync } from "node:fs";
import { file, pick } from "./photos.js";
import { BOARD, DAY_S, POT } from "./shop.js";

const DAYS = 28;
const NAMES = ["Anna", "Ben", "Chloe", "David", "Emma", "Felix", "Grace", "Hugo", "Ida", "Jonas", "Kim", "Leo", "Mia", "Noah"];
const CANDLES = { id: "shopify-7125386199077", title: "Beeswax Candles, Set of Three" };
const APRON = { id: "shopify-7125386199078", title: "Washed Linen Apron" };

/** What the first customer of a day writes two days later: product, stars, text, photo. The day's two others write nothing. */
const WRITTEN = {
  1: [BOARD, 4, "Solid walnut with nicely rounded edges. It smelled of oil for a few days."],
  3: [POT, 5, "The glaze is even nicer than in the picture, and the saucer does not leak."],
  4: [BOARD, 3, "A good board, but one corner was rough and I had to sand it myself."],
  6: [APRON, 5, "Soft from the first day, and the pockets are where you need them."],
  7: [BOARD, 5, "A present for my parents. They serve cheese on it whenever we visit."],
  9: [CANDLES, 5, "They burn for hours and smell of honey, not of perfume."],
  11: [BOARD, 5, "We use it every day for bread. It still looks new after a month of washing by hand.", "board-bread"],
  13: [POT, 4, "Exactly the size for my fern. The color is a little darker than shown.", "pot-fern"],
  15: [BOARD, 4, "Heavier than I expected, which I have come to like. The handle could be longer."],
  17: [APRON, 4, "Well sewn. I would have liked a loop to hang it up."],
  19: [CANDLES, 2, "Two of the three went out again and again until I trimmed the wicks."],
  21: [BOARD, 5, "The grain is beautiful, and it came oiled and ready to use.", "board-grain"],
  22: [BOARD, 5, "Lovely board. If you have questions about the oil, write to me: kim@example.com."],
  23: [POT, 5, "Third one I have bought. They look good next to each other."],
  24: [POT, 2, "The color is not what I ordered. Call me on 030 1234567 about the exchange."],
  25: [APRON, 4, "Great apron. There are more pictures on www.example.com."],
};
/** The shop's answers, by the same day. */
const ANSWERED = {
  4: "Sorry about the corner. We now sand every board a second time.",
  15: "Thank you. A longer one is coming in spring.",
};

const photo = (name) => file(`${name}.webp`, readFileSync(new URL(`../../local/assets/photos/${name}.webp`, import.meta.url)));

/** The order of a customer, which arrived, and the request for its review, which leaves now. */
async function order(shop, number, { id, title }) {
  const name = NAMES[number % NAMES.length];
  const buyer = { email: `${name.toLowerCase()}${number}@example.com`, name };
  const order = `FO-${1_000 + number}`;
  const line = { catalog_item_id: id, title, unit_price: 3_900, quantity: 1 };
  await shop.call("PUT", `/api/v1/orders/${order}`, { status: "delivered", currency: "EUR", buyer, lines: [line] });
  const { hub_url } = await shop.create({ email: buyer.email, customer_name: name, order_id: order, product_ids: [id], delay_days: 0 });
  return { name, link: hub_url };
}

async function write(customer, { link }, [, stars, text, picture]) {
  await customer.page.goto(link);
  if (picture) {
    await pick(customer.page, 0, photo(picture));
    await customer.page.locator("#item-0 .shots img").waitFor();
  }
  await customer.review(0, stars, text);
  await customer.sees("Thank you");
}

/** Lets the four weeks happen. `customer` has a page of its own. */
export async function live(shop, customer) {
  const asked = [];
  for (let day = 0; day < DAYS; day++) {
    if (day) await shop.advance(DAY_S);
    const [writer, opener] = asked[day - 2] ?? [];
    const written = WRITTEN[day - 2];
    if (written) await write(customer, writer, written);
    // One in three opens the page and writes nothing.
    if (opener) await customer.page.goto(opener.link);
    const text = ANSWERED[day - 2];
    if (text) await shop.call("PUT", `/api/v1/reviews/${(await shop.newest()).id}/reply`, { text });
    const products = [WRITTEN[day]?.[0] ?? CANDLES, [BOARD, POT, APRON][day % 3], [POT, APRON, BOARD][day % 3]];
    asked[day] = [];
    for (const product of products) asked[day].push(await order(shop, day * products.length + asked[day].length, product));
  }
}
