//! Questions by a model, on a phone: what the page says while it asks, and once it fails.

import { questionsOf } from "./customer.js";
import { serve } from "./host.js";
import { BOARD } from "./shop.js";
import { expect, test as base } from "./world.js";

/** What the model asks. After two questions it answers in prose. */
const QUESTIONS = ["Who sits at the table when you use it?", "And what did they say about it?"];

const test = base.extend({
  /** A server that speaks OpenAI's chat completions. */
  model: async ({}, use) => {
    const asked = [];
    const { url, close } = await serve((_, body, { method }) => {
      if (method === "GET") return ["application/json", JSON.stringify({ data: [{ id: "small-model" }] })];
      const question = QUESTIONS[asked.push(body) - 1];
      const said = { question, begins: "Mostly", echo: "bread and cheese" };
      const content = question ? JSON.stringify(said) : "Sure! I would love to help with that.";
      return ["application/json", JSON.stringify({ choices: [{ message: { role: "assistant", content } }] })];
    });
    await use({ url: `${url}/v1`, asked });
    close();
  },
});
test.use({ samples: false, ofCustomers: true });

test("a model asks, fails, and nothing is lost", async ({ customer, page, shop, model, look }) => {
  await page.goto(questionsOf((await shop.ask("A", { product_ids: [BOARD.id] })).link, 0));
  await customer.sees("An AI asks up to 4 questions");
  await customer.answers("With bread and cheese.");
  await customer.sees(QUESTIONS[0]);
  await customer.sees("Asked by an AI.");
  await customer.has("q", 1);
  await expect(page.locator("q")).toHaveText("bread and cheese");
  await customer.holds("#answer", "Mostly ");
  await look("model");
  await customer.answers("My whole family, on Sundays.");
  await customer.sees(QUESTIONS[1]);
  await customer.has("q", 0); // which repeats the last answer alone
  await customer.answers("They liked the dark wood.");
  await customer.has(".said li", 3);
  await customer.misses("Asked by an AI.");
  await look("model-failed");
  await customer.answers("To everybody who bakes.");
  await customer.holds("#text-0", "With bread and cheese. My whole family, on Sundays. They liked the dark wood. To everybody who bakes.");
  expect(model.asked.length).toBe(3);
});
