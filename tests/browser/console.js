//! The console: the names by which tests find elements. If a page changes, only this file changes.

import { expect } from "@playwright/test";
import { OWNER } from "./shop.js";

/** A long real name and title, and a word that no browser breaks by itself. */
export const JANE = {
  email: "jane.wilhelmina.achterberg.van.rozenburgh@example.com",
  customer_name: "Jane-Wilhelmina Achterberg-van Rozenburgh-Ost",
  order_id: "ORD-1042-of-the-shop-in-the-long-street-of-the-old-town",
  product_ids: ["shopify-1042"],
};
export const BOARD = {
  title: "Walnut Serving Board with Handle, Oiled by Hand, 46 × 20 cm, of One Piece of Wood, with a Hole to Hang Up",
};

/** A browser window with a shop's console. */
export class Console {
  constructor(page, shop) {
    this.page = page;
    this.shop = shop;
    this.main = page.getByRole("main");
  }

  /** Waits for the page with this heading. */
  async at(heading) {
    await expect(this.page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  }

  /** Waits for the page's message about the last click. */
  async says(words) {
    await expect(this.page.getByRole("status")).toContainText(words);
  }

  async reads(words) {
    await expect(this.main).toContainText(words);
  }

  async press(name, where = this.main) {
    await where.getByRole("button", { name }).click();
  }

  async follow(name, where = this.main) {
    await where.getByRole("link", { name }).click();
  }

  /** Opens a place from the navigation, and a page beside it, if any. */
  async open(place, way = place) {
    await this.follow(place, this.page.getByRole("navigation", { name: "Pages" }));
    await this.at(place);
    if (way === place) return;
    await this.page.getByRole("navigation", { name: place }).getByRole("link", { name: way, exact: true }).click();
    await this.at(way);
  }

  // Signing in

  /** Signs in, waits for Today, the first page, and opens another one, if any. */
  async signIn(address) {
    await this.page.goto("/console");
    await this.at("Sign in");
    await this.page.getByLabel("Email").fill(OWNER);
    await this.press("Email me a link");
    await this.at("Check your inbox");
    await this.page.goto(await this.shop.link(OWNER));
    await this.at("Sign in to the console");
    await this.press("Sign in");
    await this.at(/reviews? (is|are) waiting for you|^Welcome/);
    if (address) await this.page.goto(`/console/${address}`);
  }

  async signOut() {
    await this.open("Settings", "You");
    await this.press("Sign out");
    await this.says("You are signed out");
  }

  /** The same in any language: it finds the forms and not their texts. */
  async signInAs(email, subject) {
    await this.page.goto("/console/sign-in");
    await this.page.locator("[name=email]").fill(email);
    await this.submit("/console/sign-in/ask");
    await this.page.goto(await this.shop.link(email, subject));
    await this.submit("/console/sign-in/link");
    await this.page.waitForURL("**/console/today");
  }

  async submit(action) {
    await this.page.locator(`form[action="${action}"] button`).click();
  }

  /** Chooses a language. */
  async choose(language) {
    await this.page.goto("/console/you");
    await this.page.locator("[name=language]").selectOption(language);
    await this.submit("/console/you/language");
    await expect(this.page.locator(`html[lang=${language}]`)).toBeVisible();
  }

  /** The addresses of all pages, with one for each kind of thing in the shop. */
  async pages() {
    const found = [];
    for (const list of ["reviews?show=all", "customers"]) {
      await this.page.goto(`/console/${list}`);
      const [things] = list.split("?");
      const first = this.main.locator(`a[href^="/console/${things}/"]`).first();
      found.push(things, (await first.getAttribute("href")).split(/[?#]/)[0].slice("/console/".length));
    }
    await this.page.goto("/console/customers?status=scheduled");
    found.push((await this.main.locator("a[href^='/console/requests/']").first().getAttribute("href")).slice("/console/".length));
    const rest = ["connections", "connections/shopify", "connections/woocommerce", "connections/own", "google", "developers", "files", "data", "settings", "in-shop", "settings/sender", "words", "numbers", "products", "products/shopify-1", "requests/orders", "requests/earlier", "members", "audit", "you", "shops"];
    return ["today", ...found, ...rest, "nothing"];
  }

  // Reviews

  /** A review in a list, by its author. */
  review(author) {
    return this.page.getByRole("article", { name: author });
  }

  async answer(text) {
    await this.page.getByLabel("Your reply").fill(text);
    await this.press("Reply");
  }

  async withhold(reason) {
    await this.page.getByRole("radio", { name: reason }).check();
    await this.press("Withhold and email the author");
  }

  // Requests and customers

  async find(words) {
    await this.page.getByRole("searchbox").fill(words);
    await this.press("Search");
  }

  // Members

  async invite(email) {
    await this.page.getByRole("textbox", { name: "Email" }).fill(email);
    await this.press("Send invitation");
  }
}
