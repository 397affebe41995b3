//! The demo shop: `cargo dev`, running for one test.

import { expect } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Cargo's target folder. */
export const TARGET = resolve(import.meta.dirname, "../..", process.env.CARGO_TARGET_DIR ?? "target");

/** The data of a shop with its samples, made once in a run: making them takes eight seconds, and more on a busy machine. */
const SAMPLES = `${TARGET}/browser/samples`;
/** The most that a test waits for its shop, in milliseconds. It does not count as the test's own time. */
export const PATIENCE_MS = 5 * 60_000;

export const OWNER = "owner@example.com";
/** Products of the demo shop. */
export const BOARD = { id: "shopify-7125386199075", title: "Walnut Serving Board" };
export const POT = { id: "shopify-7125386199076", title: "Stoneware Plant Pot" };
export const DAY_S = 86_400;

export class Shop {
  #process;
  /** The test's own copy of the samples, if it has them. */
  #data;

  /** Makes [`SAMPLES`] beside the first tests. Whoever needs them waits until the folder has its name. */
  static async makeSamples() {
    const half = `${SAMPLES}.half`;
    for (const folder of [SAMPLES, half]) rmSync(folder, { recursive: true, force: true });
    await (await Shop.#start([`--data=${half}`])).close();
    renameSync(half, SAMPLES);
  }

  /** Starts it, with a copy of the samples or without any. */
  static async open(samples, more = []) {
    if (!samples) return Shop.#start(["--memory", "--without-samples", ...more]);
    // Not by `expect.poll`, which ends with the test's own time.
    while (!existsSync(SAMPLES)) await setTimeout(100);
    const data = mkdtempSync(`${SAMPLES}-`);
    cpSync(SAMPLES, data, { recursive: true });
    const shop = await Shop.#start([`--data=${data}`, ...more]);
    shop.#data = data;
    return shop;
  }

  /** Starts it. It greets when its samples are there. */
  static async #start(more) {
    const shop = new Shop();
    const options = ["--port=0", "--dynamodb-port=0", "--log=warn", ...more];
    shop.#process = spawn(process.env.AFTERWORD_DEV ?? `${TARGET}/debug/local`, options, { stdio: ["ignore", "pipe", "inherit"] });
    process.once("exit", shop.#kill);
    const failed = once(shop.#process, "error").then(([error]) => {
      throw new Error(`${error.message}: build it first, with cargo build --workspace`);
    });
    await Promise.race([shop.#greeted(), failed]);
    return shop;
  }

  #kill = () => this.#process.kill("SIGKILL");

  async #greeted() {
    let greeting = "";
    for await (const words of this.#process.stdout.iterator({ destroyOnReturn: false })) {
      greeting += words;
      this.url = greeting.match(/^Afterword runs at (http:[^,]+),/)?.[1];
      this.key = greeting.match(/API key +(aw_live_\w+)/)?.[1];
      if (this.key) return this.#process.stdout.resume();
    }
    throw new Error(`it ended by itself: ${greeting}`);
  }

  /** Ends it, if the test did not. */
  async close() {
    process.off("exit", this.#kill);
    if (this.#process.signalCode) return;
    if (this.#process.exitCode !== null) throw new Error("it ended by itself");
    this.#kill();
    await once(this.#process, "exit");
    if (this.#data) rmSync(this.#data, { recursive: true });
  }

  /** Calls its API or a developer page, and returns the answer, which must be a success. */
  async call(method, path, body) {
    const headers = { authorization: `Bearer ${this.key}`, "content-type": "application/json" };
    const reply = await fetch(this.url + path, { method, headers, body: body && JSON.stringify(body) });
    const answer = await reply.text();
    expect(reply.ok, `${method} ${path}: ${answer}`).toBe(true);
    return JSON.parse(answer);
  }

  /** Imports reviews, oldest first. */
  async brings(reviews) {
    // Each row is a second newer than the row before, also of an earlier call.
    const at = () => new Date(Date.UTC(2026, 0, 1, 10, 0, (this.rows = (this.rows ?? 0) + 1))).toISOString();
    const line = (review) => JSON.stringify({ external_review_id: crypto.randomUUID(), created_at: at(), ...review });
    const headers = { authorization: `Bearer ${this.key}`, "content-type": "application/x-ndjson" };
    const body = reviews.map(line).join("\n");
    const reply = await fetch(`${this.url}/api/v1/imports?format=afterword`, { method: "POST", headers, body });
    expect(reply.ok, await reply.text()).toBe(true);
    await this.advance(10);
  }

  /** Creates a request for a review. */
  async create(fields) {
    return this.call("POST", "/api/v1/review-requests/send", fields);
  }

  /** Asks Jane about two products and advances the clock until she is emailed. Returns the request's id, its email and its link. */
  async ask(order = "A", fields = {}) {
    const both = { email: "jane@example.com", customer_name: "Jane Doe", product_ids: [BOARD.id, POT.id] };
    const asked = { ...both, order_id: order, delay_days: 0, ...fields };
    const { request_id: id, hub_url } = await this.create(asked);
    await this.advance(asked.delay_days * DAY_S);
    const mail = (await this.inbox()).at(-1);
    expect(mail.request_id).toBe(id);
    return { id, mail, link: this.linkIn(mail) ?? hub_url };
  }

  /** Every sent email, oldest first. */
  async inbox() {
    return this.call("GET", "/local/inbox.json");
  }

  /** The link to the customer's page in an email's text. */
  linkIn({ text }) {
    return text.split(/\s/).find((word) => word.startsWith(`${this.url}/review/hub?`));
  }

  /** A request's timeline without events of uncertain time: `engaged` depends on the typing speed, `delivered` on the
   * provider. */
  async happened(id) {
    const { timeline } = await this.call("GET", `/api/v1/review-requests/${id}/timeline`);
    return timeline.map(({ what }) => what).filter((what) => !["engaged", "delivered"].includes(what));
  }

  /** The newest review. */
  async newest() {
    return (await this.call("GET", "/api/v1/reviews?platform=betterreviews")).reviews[0];
  }

  /** Sends a page's form and returns the address to which it leads. */
  async submit(path, fields) {
    const reply = await fetch(this.url + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
    expect(reply.status, path).toBe(303);
    return reply.headers.get("location");
  }

  /** Asks a customer about a product without an email, and reviews it on their page, with these other fields of its form. */
  async review(request, stars, text, more = {}) {
    const asked = await this.create({ ...request, skip_email: true });
    const token = new URL(asked.hub_url).searchParams.get("token");
    await this.submit("/review/hub/review", { token, item: 0, rating: stars, display_name: request.customer_name, text, ...more });
  }

  /** Waits for the newest email to an address with this subject. */
  async mail(to, subject) {
    let found;
    const look = async () => {
      return (found = (await this.inbox()).findLast((mail) => mail.to === to && subject.test(mail.subject)));
    };
    await expect.poll(look, { message: `an email to ${to}, ${subject}`, intervals: [50, 100] }).toBeTruthy();
    return found;
  }

  /** Waits for the link that signs a member in. */
  async link(email, subject = /^Sign in to/) {
    const { text } = await this.mail(email, subject);
    return text.split(/\s/).find((word) => word.startsWith(`${this.url}/console/sign-in/link?`));
  }

  async advance(seconds) {
    await this.call("POST", "/local/clock", { advance_seconds: seconds });
  }
}

// Playwright's `globalSetup`, which does not wait.
export default () => void Shop.makeSamples();
