// A shop's first day: everything that its owner does, from the operator's link to the first email of the shop's own.

import { execFileSync } from "node:child_process";
import { Console } from "./console.js";
import { serve } from "./host.js";
import { TARGET } from "./shop.js";
import { DESK, expect, test } from "./world.js";

const MARA = "mara@example.com";
/** The most clicks, filled fields and opened links. */
const ACTIONS_MAX = 30;

/** WooCommerce's REST API as far as adding webhooks needs it: a list, and a batch that creates. */
function woocommerce(hooks) {
  return (path, body) => {
    if (path.startsWith("/wp-json/wc/v3/webhooks/batch")) {
      const { create = [] } = JSON.parse(body);
      hooks.push(...create);
      return ["application/json", JSON.stringify({ create: create.map((hook, id) => ({ ...hook, id: id + 1 })) })];
    }
    return path.startsWith("/wp-json/wc/v3/webhooks") && ["application/json", "[]"];
  };
}

test.describe(() => {
  test.use({ samples: false });

  test("a shop is set up from nothing in few actions", DESK, async ({ page, shop, look }) => {
    const operator = (...words) =>
      execFileSync(`${TARGET}/debug/afterword`, ["--endpoint", shop.url, ...words], {
        encoding: "utf8",
        env: { ...process.env, AWS_ACCESS_KEY_ID: undefined },
      });
    operator("shops", "create", "acme", "--name", "Acme Pots");
    const [link] = operator("console-link", "acme").match(/http\S+/);
    const hooks = [];
    const woo = await serve(woocommerce(hooks));
    const console = new Console(page, shop);
    let actions = 0;
    const act = async (...doings) => {
      for (const done of doings) {
        await done();
        actions += 1;
      }
    };
    const step = (name) => page.getByRole("region", { name: "Begin here" }).getByRole("link", { name });

    await act(() => page.goto(link), () => console.press("Sign in"));
    await console.reads("Begin here");
    await look("first-day");

    // A sign-in of her own, because the link ends.
    await act(
      () => step("Invite yourself as an owner").click(),
      () => page.getByRole("textbox", { name: "Email" }).fill(MARA),
      () => page.getByRole("radio", { name: /^Owner/ }).check(),
      () => console.press("Send invitation"),
    );
    await console.says("Invited");
    await shop.mail(MARA, /^You are invited/);
    await page.context().clearCookies();
    await console.askForLink(MARA);
    actions += 3;
    await act(() => page.goto(""), () => console.followLink(MARA), () => console.press("Accept the invitation"));
    await console.reads("Begin here");

    await act(
      () => step("Bring in orders").click(),
      () => console.follow(/WooCommerce/),
      () => page.getByLabel("Your shop’s address").fill(woo.url),
      () => page.getByLabel("Consumer key").fill(`ck_${"0123456789".repeat(4)}`),
      () => page.getByLabel("Consumer secret").fill(`cs_${"0123456789".repeat(4)}`),
      () => console.press("Connect and add the webhooks"),
    );
    await console.reads("Waits for the first call");
    expect(hooks.map(({ delivery_url }) => delivery_url)).toEqual(Array(6).fill(`${shop.url}/in/woocommerce/acme`));

    await act(
      () => page.goto("/console/today"),
      () => step("Choose your color and logo").click(),
      () => page.getByLabel("Our own color").check(),
      () => page.locator("#look").getByRole("button", { name: /^Save$/ }).click(),
    );
    await console.says("Saved");

    await act(
      () => page.goto("/console/today"),
      () => step("Send yourself the first email").click(),
      () => console.press("Email me the saved version"),
    );
    await console.says("on its way");
    const mail = await shop.mail(MARA, /Acme Pots/);
    expect(mail.html).toContain("Acme Pots");
    expect(actions).toBeLessThanOrEqual(ACTIONS_MAX);
    woo.close();
  });
});
