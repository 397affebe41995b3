//! Typed clients: the TypeScript of docs/api/clients.md compiles with the types that its own command generates, and works.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { serve } from "./host.js";
import { BOARD, TARGET } from "./shop.js";
import { expect, test } from "./world.js";

test.use({ samples: false });

const DOCUMENT = readFileSync(new URL("../../docs/api/clients.md", import.meta.url), "utf8");
const OPENAPI = resolve(import.meta.dirname, "../../openapi.native.json");
const FOLDER = `${TARGET}/browser/client`;
const TEXT = "Heavy, and it stays where it is.";
const STRICT = { target: "es2022", module: "nodenext", strict: true, noUncheckedIndexedAccess: true, types: ["node"] };
/** Each line is an error if the types are real, and the compiler rejects a line that expects an error and has none. */
const WRONG = `import { ask, connect, newest } from "./shop.js";
import type { webhooks } from "./afterword.js";
const afterword = connect("", "");
const request = await ask(afterword, "jane@example.com", []);
const [review] = await newest(afterword);
// @ts-expect-error: there is no such route
afterword.GET("/api/v1/nothing");
// @ts-expect-error: the email is required
afterword.POST("/api/v1/review-requests/send", { body: {} });
// @ts-expect-error: products are a list
afterword.POST("/api/v1/review-requests/send", { body: { email: "", product_ids: "" } });
// @ts-expect-error: no request has this status
request.status === "lost";
// @ts-expect-error: it is null before the email is sent
const sent: string = request.sent_at;
// @ts-expect-error: the list may be empty
review.rating;
// @ts-expect-error: stars are a number
const stars: string = review!.rating;
// @ts-expect-error: this event is about a message
type Product = webhooks["message.sent"]["post"]["requestBody"]["content"]["application/json"]["data"]["product_id"];
`;

const run = (tool, ...options) => {
  const command = resolve(import.meta.dirname, "node_modules", tool);
  try {
    return execFileSync(process.execPath, [command, ...options], { cwd: FOLDER, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    throw new Error(`${tool}: ${error.stdout}${error.stderr}`);
  }
};

/** Generates the types, compiles the document's program, and returns its exports. */
async function compiled() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  symlinkSync(resolve(import.meta.dirname, "node_modules"), `${FOLDER}/node_modules`);
  const write = (name, text) => writeFileSync(`${FOLDER}/${name}`, text);
  write("package.json", JSON.stringify({ type: "module" }));
  write("tsconfig.json", JSON.stringify({ compilerOptions: STRICT, files: ["shop.ts", "wrong.ts"] }));
  write("shop.ts", DOCUMENT.match(/```ts\n(.*?)```/s)[1]);
  write("wrong.ts", WRONG);
  const [, url, options] = DOCUMENT.match(/^npx openapi-typescript (\S+\/openapi\.native\.json) (.+)$/m);
  expect(url).toBe("http://127.0.0.1:3000/openapi.native.json");
  run("openapi-typescript/bin/cli.js", OPENAPI, ...options.split(" "));
  run("typescript/bin/tsc", "--project", ".");
  return import(`${FOLDER}/shop.js`);
}

test("the documented client compiles, asks, reads reviews and hears of them", async ({ shop }) => {
  const { ask, connect, heard, newest } = await compiled();
  const afterword = connect(shop.url, shop.key);

  const request = await ask(afterword, "jane@example.com", [BOARD.id]);
  expect(request).toMatchObject({ status: "scheduled", product_ids: [BOARD.id], sent_at: null });

  let secret;
  const words = [];
  const host = await serve((_, body, { headers }) => {
    words.push(heard(body, headers, secret));
    return ["text/plain", ""];
  });
  const hook = await afterword.POST("/api/v1/webhooks", { body: { url: `${host.url}/`, events: ["review.published"] } });
  secret = hook.data.secret;
  const june = { email: "june@example.com", customer_name: "June", product_ids: [BOARD.id] };
  await shop.review(june, 4, TEXT);
  const [review] = await newest(afterword);
  expect(review).toMatchObject({ rating: 4, content: TEXT, external_product_id: BOARD.id });
  await expect.poll(() => words).toEqual([`Review ${review.id} is approved.`]);
  host.close();

  expect(() => heard("{}", {}, secret), "what has no signature is not believed").toThrow();
  await expect(ask(connect(shop.url, "aw_live_nobody"), "jane@example.com", []), "the API's own sentence").rejects.toThrow(/API key/);
});
