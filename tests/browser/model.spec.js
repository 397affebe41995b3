//! Questions by a model, on a phone: what the page says while it asks, and once it fails.

import { createServer } from "node:http";
import { once } from "node:events";
import { questionsOf } from "./customer.js";
import { BOARD, Shop } from "./shop.js";
import { PLAIN, expect, show, test as base } from "./world.js";

/** A server that speaks OpenAI's chat completions and asks in the customer's language. After two questions it answers in prose. */
const QUESTIONS = {
  en: ["Who sits at the table when you use it?", "And what did they say about it?"],
  de: ["Wer sitzt am Tisch, wenn du es benutzt?", "Und was haben sie dazu gesagt?"],
  ar: ["من يجلس إلى الطاولة عندما تستخدمه؟", "وماذا قالوا عنه؟"],
};

const AI = { en: "You are talking to an AI.", de: "Sie sprechen mit einer KI.", ar: "هذه محادثة مع ذكاء اصطناعي." };

const BY_AI = { en: "Asked by an AI.", de: "Das fragt eine KI.", ar: "يسألك ذكاء اصطناعي." };

const test = base.extend({
  model: async ({}, use) => {
    const asked = [];
    const server = createServer(async (request, reply) => {
      reply.setHeader("content-type", "application/json");
      if (request.method === "GET") return reply.end(JSON.stringify({ data: [{ id: "small-model" }] }));
      let body = "";
      for await (const words of request) body += words;
      const { language } = JSON.parse(JSON.parse(body).messages[1].content);
      const question = QUESTIONS[language][asked.push(body) - 1];
      const content = question ? JSON.stringify({ question }) : "Sure! I would love to help with that.";
      reply.end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    await use({ url: `http://127.0.0.1:${server.address().port}/v1`, asked });
    server.close();
  },

  shop: async ({ samples, log, model }, use) => {
    const shop = await Shop.open(samples, log, ["--model", model.url]);
    await use(shop);
    await shop.close();
  },
});

test.use({ samples: false, ofCustomers: true });

for (const [language, [second, third]] of Object.entries(QUESTIONS)) {
  test(`a model asks, fails, and nothing is lost: ${language}`, PLAIN, async ({ customer, page, shop, model, look }) => {
    await shop.call("PUT", "/api/v1/settings", { reply_to: "help@fern.example" });
    const { link } = await shop.ask("A", { language, product_ids: [BOARD.id] });
    await page.goto(questionsOf(link, 0));
    await customer.sees(AI[language]);
    await look(`model-${language}-first`);
    await customer.write("#answer", "With bread and cheese.");
    await customer.click("form .actions button");
    await customer.sees(second);
    await customer.sees(BY_AI[language]);
    await look(`model-${language}-second`);
    await customer.click("#problem a");
    await look(`problem-${language}`);
    await customer.write("#words", "The handle came off.");
    await customer.click("#problem button");
    await customer.has(".notice", 1);
    await customer.sees(second);
    await look(`problem-${language}-told`);
    if (language === "en") await show(page, "questions");
    await customer.write("#answer", "My whole family, on Sundays.");
    await customer.click("form .actions button");
    await customer.sees(third);
    await customer.write("#answer", "They liked the dark wood.");
    await customer.click("form .actions button");
    await customer.has(".said li", 3);
    await customer.misses(BY_AI[language]);
    await look(`model-${language}-failed`);
    await customer.click("[name=to][value='0']");
    await customer.misses(AI[language]);
    await page.goto(questionsOf(link, 0));
    await customer.write("#answer", "To everybody who bakes.");
    await customer.click("form .actions button");
    await customer.holds("#text-0", "With bread and cheese. My whole family, on Sundays. They liked the dark wood. To everybody who bakes.");
    expect(model.asked.length).toBe(3);
    expect(model.asked.join()).not.toMatch(/jane|ORD|@/i);
    await customer.rate(0, 2);
    await customer.send(0);
    await customer.has(".edit", 1);
    await look(`model-${language}-thanks`);
  });
}
