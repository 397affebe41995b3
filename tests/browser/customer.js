//! A customer at their page: the names by which tests find elements.

import { expect } from "@playwright/test";

export class Customer {
  constructor(page, shop) {
    this.page = page;
    this.shop = shop;
    this.body = page.locator("body");
  }

  /** Waits until the page shows this text. */
  async sees(words) {
    await expect(this.body).toContainText(words, { useInnerText: true });
  }

  /** Waits until the page no longer shows this text. */
  async misses(words) {
    await expect(this.body).not.toContainText(words, { useInnerText: true });
  }

  /** Waits until the page has this many of it. */
  async has(css, count) {
    await expect(this.page.locator(css)).toHaveCount(count);
  }

  /** Opens a page in a new tab, which has only the link. */
  async openAnew(link) {
    await this.page.goto("about:blank");
    await this.page.goto(link);
  }

  async click(css) {
    await this.page.locator(css).first().click();
  }

  async rate(item, stars) {
    await this.click(`#item-${item} .star:nth-child(${stars})`);
  }

  /** Replaces a field's text by typing. */
  async write(css, text) {
    await this.page.locator(css).fill(text);
  }

  async send(item) {
    await this.click(`#item-${item} .send button`);
  }

  /** Waits until a review is answered: a page may say the same before and after, and whoever leaves it meanwhile sends nothing. */
  answer() {
    const isReview = (reply) => reply.request().method() === "POST" && new URL(reply.url()).pathname === "/review/hub/review";
    return this.page.waitForResponse(isReview);
  }

  async sends(item) {
    const answer = this.answer();
    await this.send(item);
    await answer;
  }

  /** Writes a review of a product. */
  async review(item, stars, text) {
    await this.rate(item, stars);
    await this.write(`#text-${item}`, text);
    await this.sends(item);
  }

  /** Answers the page's question. */
  async answers(text) {
    await this.write("#answer", text);
    await this.click("form .actions button");
  }

  /** Opens a review that was sent. */
  async edit(item) {
    await this.click(`#item-${item} .edit`);
    await this.sees("Take my review back");
  }

  /** Waits until a field holds this. */
  async holds(css, value) {
    await expect(this.page.locator(css)).toHaveValue(value);
  }

  /** Waits until a card has these stars and this text. */
  async holdsReview(item, stars, text) {
    await this.holds(`#text-${item}`, text);
    await this.holds(`#item-${item} [name=rating]:checked`, String(stars));
  }

  /** Presses a key at the focus, and waits until the focus is on this element, named by its tag and id, if any. */
  async press(key, focused) {
    await this.page.keyboard.press(key);
    if (focused) await this.focuses(focused);
  }

  async focuses(what) {
    const focused = () => this.page.evaluate(() => {
      const { localName, id } = document.activeElement;
      return id ? `${localName}#${id}` : localName;
    });
    await expect.poll(focused, { intervals: [20, 50, 100] }).toBe(what);
  }

  /** Blocks calls of this path from now on, and returns a function that releases them. */
  async holdBack(path) {
    let release;
    const free = new Promise((resolve) => (release = resolve));
    await this.page.route(`**${path}`, async (route) => {
      await free;
      await route.continue();
    });
    return release;
  }
}

/** The address bar's address for a link's page: JavaScript removes the token from it. */
export const address = (link, javaScriptEnabled) => (javaScriptEnabled ? link.split("?")[0] : link);

/** The page of a link's questions about a product. */
export const questionsOf = (link, item) => `${link.replace("/hub?", "/hub/chat?")}&item=${item}`;
