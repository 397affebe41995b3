//! The demo shop: `cargo dev`, running in memory for one test.

import { expect } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** Where cargo builds. */
export const TARGET = resolve(import.meta.dirname, "../..", process.env.CARGO_TARGET_DIR ?? "target");
/** The sample reviews that the shop answers: the last thing that is done when it starts. */
const ANSWERED = 5;

export const OWNER = "owner@example.com";

export class Shop {
  #process;

  /** Starts it, and waits until its sample reviews are there. */
  static async open(samples) {
    const shop = new Shop();
    const options = ["--memory", "--port=0", "--dynamodb-port=0", "--log=warn"];
    if (!samples) options.push("--without-samples");
    shop.#process = spawn(`${TARGET}/debug/local`, options, { stdio: ["ignore", "pipe", "inherit"] });
    process.once("exit", shop.#kill);
    const failed = once(shop.#process, "error").then(([error]) => {
      throw new Error(`${error.message}: build it first, with cargo build --workspace`);
    });
    await Promise.race([shop.#greeted(), failed]);
    if (samples) await expect.poll(() => shop.answered(), { intervals: [50] }).toBe(ANSWERED);
    return shop;
  }

  #kill = () => this.#process.kill("SIGKILL");

  async #greeted() {
    let greeting = "";
    for await (const words of this.#process.stdout.iterator({ destroyOnReturn: false })) {
      greeting += words;
      this.url = greeting.match(/^Afterword runs at (http:[^,]+),/)?.[1];
      this.key = greeting.match(/API keys +(aw_live_\w+)/)?.[1];
      if (this.key) return this.#process.stdout.resume();
    }
    throw new Error(`it ended by itself: ${greeting}`);
  }

  async close() {
    process.off("exit", this.#kill);
    if (this.#process.exitCode !== null) throw new Error("it ended by itself");
    this.#kill();
    await once(this.#process, "exit");
  }

  /** A call of its API, or of a page of the developer's; its answer, which must be a good one. */
  async call(method, path, body) {
    const headers = { authorization: `Bearer ${this.key}`, "content-type": "application/json" };
    const reply = await fetch(this.url + path, { method, headers, body: body && JSON.stringify(body) });
    const answer = await reply.text();
    expect(reply.ok, `${method} ${path}: ${answer}`).toBe(true);
    return JSON.parse(answer);
  }

  /** Asks a customer about a product, without an email, and has them review it on their page. */
  async review(request, stars, text) {
    const asked = await this.call("POST", "/api/v1/review-requests/send", { ...request, skip_email: true });
    const token = new URL(asked.hub_url).searchParams.get("token");
    const words = { token, item: 0, rating: stars, display_name: request.customer_name, text };
    const headers = { "user-agent": "The tour of the console" };
    const body = new URLSearchParams(words);
    const reply = await fetch(`${this.url}/review/hub/review`, { method: "POST", headers, body, redirect: "manual" });
    expect(reply.status, "a review").toBe(303);
  }

  async answered() {
    const { reviews } = await this.call("GET", "/api/v1/reviews?limit=100");
    return reviews.filter((review) => review.reply).length;
  }

  /** Waits for the newest email to an address with this subject. */
  async mail(to, subject) {
    let found;
    const look = async () => {
      const mails = await this.call("GET", "/local/inbox.json");
      return (found = mails.findLast((mail) => mail.to === to && subject.test(mail.subject)));
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
