// Plays stories between a real Vendure with the plug-in and a real Afterword: `node stories.mjs <Afterword's program> <folder>`.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { openShop } from "./shop.mjs";

const [program, folder] = process.argv.slice(2);
const DAY_S = 24 * 60 * 60;
const fetched = globalThis.fetch;

/** The rows that the plug-in sent, each with what became of it. */
const sent = [];
/** Answers instead of Afterword, if there is one. */
let instead;
globalThis.fetch = async (url, options = {}) => {
  if (options.headers?.Authorization !== `Bearer ${afterword.key}`) return fetched(url, options);
  const [[kind, bodies]] = Object.entries(JSON.parse(options.body));
  const rows = bodies.map((body) => ({ kind, body, status: 0 }));
  sent.push(...rows);
  const answer = instead?.() ?? (await fetched(url, options));
  const { results } = await answer.clone().json();
  rows.forEach((row, place) => Object.assign(row, { status: answer.status }, results?.[place]));
  return answer;
};

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function until(what, condition) {
  for (let tries = 0; tries < 600; tries++) {
    if (await condition()) return;
    await sleep(100);
  }
  throw new Error(`a minute went by without: ${what}`);
}

const afterword = {
  async start() {
    this.port ??= await freePort();
    const log = openSync(`${folder}/afterword.log`, "a");
    const args = ["--port", this.port, "--dynamodb-port", 0, "--data", `${folder}/data`, "--without-samples", "--log", "warn"];
    this.process = spawn(program, args, { stdio: ["ignore", log, log] });
    await until("Afterword's start", () => fetched(`http://127.0.0.1:${this.port}/local`).then((answer) => answer.ok, () => false));
    this.owner = JSON.parse(readFileSync(`${folder}/data/demo.json`)).keys.api;
  },
  async stop() {
    if (this.process.exitCode !== null) return;
    this.process.kill();
    await once(this.process, "exit");
  },
  async call(method, path, body) {
    const answer = await fetched(`http://127.0.0.1:${this.port}/api/v1/${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.owner}`, "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const json = await answer.json();
    if (!answer.ok && answer.status !== 404) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
    return answer.ok ? json : undefined;
  },
  async wait(seconds) {
    const moved = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ advance_seconds: seconds }) };
    assert((await fetched(`http://127.0.0.1:${this.port}/local/clock`, moved)).ok);
  },
  /** The requests with this `email` or `order_id`, each with the messages that left. */
  async requests(query) {
    const found = [];
    const { requests } = await this.call("GET", `review-requests?${new URLSearchParams(query)}`);
    for (const { id } of requests) {
      const { messages } = await this.call("GET", `review-requests/${id}/messages`);
      found.push({ ...(await this.call("GET", `review-requests/${id}`)), messages });
    }
    return found;
  },
};
process.on("exit", () => afterword.process?.kill());
process.on("SIGTERM", () => process.exit(1));

let shop;

/** Waits until all is told, and returns what was told last about an order. */
async function told({ code }) {
  await until("all jobs done", async () => (await shop.waiting()) === 0);
  return sent.findLast(({ kind, id, outcome }) => kind === "orders" && id === code && outcome === "stored")?.body;
}

/** Checks that an order has one request, about these products; or none that still asks. */
async function asked(order, products) {
  const wanted = JSON.stringify(products.length ? [products.map(({ id }) => `vendure-${id}`)] : []);
  const found = async () => {
    const requests = await afterword.requests({ order_id: order.code });
    return JSON.stringify(requests.filter(({ status }) => !["cancelled", "failed"].includes(status)).map((request) => request.product_ids));
  };
  const { ask } = await afterword.call("GET", `orders/${order.code}`);
  await until(`${order.code} asked about ${wanted}, by ${JSON.stringify(ask)}`, async () => (await found()) === wanted);
}

/** In how many days an order's request is due. */
async function due(order) {
  const [{ scheduled_at: at }] = await afterword.requests({ order_id: order.code });
  return Math.round((Date.parse(at) - Date.now()) / 1000 / DAY_S);
}

/** What is checked when the time has come: who got which messages. */
const later = [];
function getsMessages(email, count, language) {
  later.push(async () => {
    const messages = (await afterword.requests({ email })).flatMap((request) => request.messages);
    assert.equal(messages.length, count, `messages to ${email}`);
    for (const { html } of messages) assert.match(html, new RegExp(`<html[^>]* lang="?${language}\\b`));
  });
}

/** Ends the shop and starts it with its database. */
async function restart() {
  const { board, vase, lamp, happened, token } = shop;
  const database = await shop.close();
  const next = await openShop(await freePort(), `http://127.0.0.1:${afterword.port}/`, afterword.key, database);
  shop = Object.assign(next, { board, vase, lamp, token });
  next.happened.push(...happened);
}

const stories = {
  async "what was there before is told at the first start"() {
    await told({});
    const before = sent.length;
    await restart();
    const stored = () => sent.slice(before).filter(({ kind, outcome }) => kind === "products" && outcome === "stored");
    await until("all products told", () => stored().length === 3);
    const { id, title, sku, url, image_url, description, published } = await afterword.call("GET", `products/vendure-${shop.board.id}`);
    assert.deepEqual([id, title, sku, published], [`vendure-${shop.board.id}`, "Serving board", "SKU-serving-board", "yes"]);
    assert.deepEqual([url, description], ["https://shop.example/p/serving-board", "Good and plain. Made to last."]);
    assert.equal(image_url, "https://shop.example/assets/preview/a%20b.jpg");
  },

  async "bought, sent, delivered: asked in the order's language"() {
    const order = await shop.buy("de@example.com", [[shop.board, 2], [shop.vase, 1]], { language: "de", coupon: "TENTH" });
    const placed = await told(order);
    assert.deepEqual([placed.status, placed.paid, placed.language, placed.country, placed.shipments], ["placed", true, "de", "DE", []]);
    assert.deepEqual(
      placed.lines.map((line) => [line.title, line.variant, line.sku, line.unit_price, line.quantity, line.refunded_quantity]),
      [
        ["Servierbrett", "Walnut (de), Large (de)", "SKU-serving-board", 4410, 2, 0],
        ["Vase", "", "SKU-vase", 2250, 1, 0],
      ],
    );
    const fulfillment = await shop.ship(order);
    const left = await told(order);
    assert.deepEqual([left.status, left.shipments[0].arrived_at], ["fulfilled", undefined]);
    assert(Math.abs(Date.parse(left.shipments[0].left_at) - Date.now()) < 10_000);
    await asked(order, [shop.board, shop.vase]);
    assert.equal(await due(order), 30);
    await shop.move(fulfillment, "Delivered");
    const arrived = await told(order);
    // An admin's events do not change the language.
    assert.deepEqual([arrived.status, arrived.language, arrived.system_id], ["delivered", "de", placed.system_id]);
    assert(arrived.shipments[0].arrived_at);
    await until("the request is due three days later", async () => (await due(order)) === 3);
    await asked(order, [shop.board, shop.vase]);
    getsMessages("de@example.com", 1, "de");
  },

  async "refunded before it is asked: not asked"() {
    const order = await shop.buy("refunded@example.com", [[shop.board, 2]]);
    await shop.deliver(order);
    await told(order);
    await asked(order, [shop.board]);
    await shop.refund(order, [[0, 2]]);
    assert.equal((await told(order)).status, "refunded");
    await asked(order, []);
    getsMessages("refunded@example.com", 0);
  },

  async "part refunded: asked about the rest alone"() {
    const order = await shop.buy("part@example.com", [[shop.board, 2], [shop.vase, 1]]);
    await shop.deliver(order);
    await told(order);
    await asked(order, [shop.board, shop.vase]);
    await shop.refund(order, [[0, 1]]);
    await shop.refund(order, [[1, 1]]);
    const { status, lines } = await told(order);
    assert.deepEqual([status, lines.map((line) => line.refunded_quantity)], ["delivered", [1, 1]]);
    await asked(order, [shop.board]);
    getsMessages("part@example.com", 1, "en");
  },

  async "address corrected: the new one is asked, the old one never"() {
    const order = await shop.buy("wrong@example.com", [[shop.board, 1]]);
    await shop.deliver(order);
    assert.equal((await told(order)).buyer.email, "wrong@example.com");
    await asked(order, [shop.board]);
    const { customer } = await shop.order(order);
    await shop.admin(`mutation { updateCustomer(input: { id: "${customer.id}", emailAddress: "right@example.com" }) { __typename } }`);
    assert.equal((await told(order)).buyer.email, "right@example.com");
    await until("the new address is asked", async () => (await afterword.requests({ email: "right@example.com" })).length === 1);
    getsMessages("wrong@example.com", 0);
    getsMessages("right@example.com", 1, "en");
  },

  async "cancelled: not asked"() {
    const order = await shop.buy("cancelled@example.com", [[shop.board, 1]]);
    await shop.ship(order);
    await told(order);
    await asked(order, [shop.board]);
    await shop.cancel(order);
    assert.equal((await told(order)).status, "cancelled");
    await asked(order, []);
    getsMessages("cancelled@example.com", 0);
  },

  async "a line cancelled, the rest sent in two parcels of which one is taken back"() {
    const order = await shop.buy("parcels@example.com", [[shop.board, 3], [shop.vase, 1]]);
    await shop.cancel(order, [[1, 1]]);
    await shop.deliver(order, [[0, 1]]);
    const partly = await told(order);
    assert.deepEqual([partly.status, partly.lines.map((line) => [line.quantity, line.refunded_quantity])], ["placed", [[3, 0], [1, 1]]]);
    const lost = await shop.ship(order, [[0, 2]]);
    await shop.move(lost, "Cancelled");
    const shipments = (await told(order)).shipments.map((one) => [one.lines[0].quantity, one.taken_back, Boolean(one.arrived_at)]);
    assert.deepEqual(shipments, [[1, false, true], [2, true, false]]);
    await shop.deliver(order, [[0, 2]]);
    assert.equal((await told(order)).status, "delivered");
    await asked(order, [shop.board]);
    getsMessages("parcels@example.com", 1, "en");
  },

  async "changed by the shop after it was placed"() {
    const order = await shop.buy("changed@example.com", [[shop.board, 2]]);
    await shop.exchange(order, 1, shop.vase);
    const { status, paid, lines } = await told(order);
    assert.deepEqual([status, paid], ["placed", true]);
    assert.deepEqual(lines.map((line) => [line.title, line.quantity, line.refunded_quantity]), [["Serving board", 2, 1], ["Vase", 1, 0]]);
    await shop.deliver(order);
    assert.equal((await told(order)).status, "delivered");
    await asked(order, [shop.board, shop.vase]);
    getsMessages("changed@example.com", 1, "en");
  },

  async "an amount paid back changes nothing, all of it ends the order"() {
    const order = await shop.buy("amount@example.com", [[shop.lamp, 1]]);
    await shop.deliver(order);
    await shop.refund(order, [], 1000);
    const { status, lines } = await told(order);
    assert.deepEqual([status, lines[0].refunded_quantity], ["delivered", 0]);
    await asked(order, [shop.lamp]);
    await shop.refund(order, [], 9900 + 500 - 1000);
    assert.equal((await told(order)).status, "refunded");
    await asked(order, []);
    getsMessages("amount@example.com", 0);
  },

  async "a buyer without a name, and one whose address cannot be"() {
    const order = await shop.buy("nameless@example.com", [[shop.vase, 1]], { first: "", last: "" });
    const { email, name } = (await told(order)).buyer;
    assert.deepEqual([email, Boolean(name)], ["nameless@example.com", false]);
    const other = await shop.buy("jane at example.com", [[shop.vase, 1]]);
    await told(other);
    assert.equal((await afterword.call("GET", `orders/${other.code}`)).buyer, null);
  },

  async "a deleted customer is not asked"() {
    const order = await shop.buy("forgotten@example.com", [[shop.board, 1]]);
    await shop.deliver(order);
    await told(order);
    await asked(order, [shop.board]);
    const { customer } = await shop.order(order);
    await shop.admin(`mutation { deleteCustomer(id: "${customer.id}") { result } }`);
    assert.equal((await told(order)).buyer, null);
    await asked(order, []);
    getsMessages("forgotten@example.com", 0);
  },

  async "a product is changed, hidden and deleted"() {
    const { id } = await shop.product("Candle", "Kerze", 900);
    const page = "https://shop.example/p/candle";
    const becomes = async (...wanted) => {
      await until(`the product is ${wanted}`, async () => {
        const { title, published, url } = (await afterword.call("GET", `products/vendure-${id}`)) ?? {};
        return `${[title, published, url]}` === `${wanted}`;
      });
    };
    const change = (fields) => shop.admin(`mutation { updateProduct(input: { id: "${id}", ${fields} }) { id } }`);
    await becomes("Candle", "yes", page);
    await change('translations: [{ languageCode: en, name: "Big candle" }]');
    await becomes("Big candle", "yes", page);
    await change("enabled: false");
    await becomes("Big candle", "no_longer", null);
    await change("enabled: true");
    await becomes("Big candle", "yes", page);
    await shop.admin(`mutation { deleteProduct(id: "${id}") { result } }`);
    await becomes("Big candle", "no_longer", null);
  },

  async "Afterword is away for an hour: nothing is lost, and all are asked once"() {
    instead = () => new Response('{"error":"unavailable"}', { status: 503 });
    const busy = await shop.buy("busy@example.com", [[shop.board, 1]]);
    await until("a call during the outage", () => sent.at(-1).status === 503);
    await afterword.stop();
    instead = undefined;
    const away = await shop.buy("away@example.com", [[shop.vase, 1]]);
    await shop.deliver(busy);
    await shop.deliver(away);
    await until("a call without an answer", () => sent.at(-1).status === 0);
    assert((await shop.waiting()) > 0);
    await afterword.start();
    await afterword.wait(DAY_S / 24);
    assert.deepEqual([(await told(busy)).status, (await told(away)).status], ["delivered", "delivered"]);
    await asked(busy, [shop.board]);
    await asked(away, [shop.vase]);
    getsMessages("busy@example.com", 1, "en");
    getsMessages("away@example.com", 1, "en");
  },

  async "a hundred events at once, in any order, are one order and one request"() {
    const order = await shop.buy("hundred@example.com", [[shop.board, 1]]);
    await shop.deliver(order);
    await told(order);
    const events = shop.happened.filter((event) => event.order?.code === order.code);
    const before = await shop.jobs();
    await Promise.all(Array.from({ length: 100 }, (_, place) => shop.events.publish(events[(place * 7) % events.length])));
    await sleep(500);
    assert.equal((await told(order)).status, "delivered");
    const jobs = (await shop.jobs()) - before;
    assert(jobs >= 1 && jobs <= 10, `${jobs} jobs`);
    await asked(order, [shop.board]);
    getsMessages("hundred@example.com", 1, "en");
  },

  async "all that happened happens again, and changes nothing"() {
    const state = async () => {
      const codes = (await shop.repository("Order").find()).map(({ code }) => code);
      const orders = await Promise.all(codes.map((code) => afterword.call("GET", `orders/${code}`)));
      return { orders, requests: await Promise.all(codes.map((code) => afterword.requests({ order_id: code }))) };
    };
    await told({});
    const before = await state();
    for (const event of [...shop.happened]) await shop.events.publish(event);
    await sleep(500);
    await told({});
    assert.deepEqual(await state(), before);
  },

  async "another start tells nothing, and who wishes to tells all"() {
    const before = sent.length;
    await restart();
    await sleep(1000);
    assert.equal(sent.length, before);
    await shop.tellAll();
    await told({});
    const of = (wanted) => new Set(sent.slice(before).filter(({ kind }) => kind === wanted).map(({ id }) => id)).size;
    assert.deepEqual([of("products"), of("orders")], [3, await shop.repository("Order").count()]);
  },

  async "what Afterword refuses is not repeated"() {
    instead = () => Response.json({ results: [{ id: "sent", outcome: "refused", code: "invalid_lines", message: "Send fewer lines." }] });
    await told(await shop.buy("refusal@example.com", [[shop.vase, 1]]));
    assert.equal(sent.at(-1).outcome, "refused");
    instead = undefined;
  },

  async "the time has come: who is asked, and how often"() {
    await afterword.wait(10 * DAY_S);
    for (const check of later) await check();
  },
};

await afterword.start();
afterword.key = (await afterword.call("POST", "keys", { name: "Vendure", scopes: ["catalog:write"] })).key;
assert(await afterword.call("PUT", "integrations/own", { after: "delivered", ask_days_after: 3 }), "there is no `integrations/own`");
shop = await openShop(await freePort(), `http://127.0.0.1:${afterword.port}/`, afterword.key);
for (const [name, play] of Object.entries(stories)) {
  const begun = Date.now();
  await play();
  console.log(`ok  ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
}
console.log(`${sent.length} rows for ${shop.happened.length} events`);
await shop.app.close();
await afterword.stop();
