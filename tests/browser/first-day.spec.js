// A shop's first day: everything that its owner does, from the operator's link to the first email of the shop's own.

import { execFileSync } from "node:child_process";
import { Console } from "./console.js";
import { Customer } from "./customer.js";
import { TARGET } from "./shop.js";
import { NAMES, open } from "./systems.js";
import { DESK, expect, test } from "./world.js";

const MARA = "mara@example.com";
/** The most clicks, filled fields and opened links. */
const ACTIONS_MAX = 30;

test.use({ samples: false });

for (const name of NAMES) {
  test(`a shop with ${name} is set up from nothing in few actions`, DESK, async ({ page, shop, look }) => {
    const operator = (...words) =>
      execFileSync(`${TARGET}/debug/afterword`, ["--endpoint", shop.url, ...words], {
        encoding: "utf8",
        env: { ...process.env, AWS_ACCESS_KEY_ID: undefined },
      });
    operator("shops", "create", "acme", "--name", "Acme Pots", "--address", "1 Potter Street");
    const [link] = operator("console-link", "acme").match(/http\S+/);
    const system = await open(name);
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
    await act(() => step("Invite yourself as an owner").click());
    await expect(page.getByRole("radio", { name: /^Owner/ })).toBeChecked();
    await act(
      () => page.getByRole("textbox", { name: "Email" }).fill(MARA),
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
      () => step(new RegExp(`^${name}$`)).click(),
      ...system.fields.map(([label, value]) => () => page.getByLabel(label).fill(value)),
      () => console.press(system.connect[0]),
      ...system.connect.slice(1).map((name) => () => page.getByRole("link", { name, exact: true }).click()),
    );
    await console.reads("Waits for the first call");
    const address = `${shop.url}/in/${name.toLowerCase()}/acme`;
    expect(system.webhooks()).toEqual(Object.fromEntries(system.topics.map((topic) => [topic, address])));

    await act(
      () => page.goto("/console/today"),
      () => step("Choose your color and logo").click(),
      () => page.getByLabel("Our own color").check(),
      () => page.locator("#look").getByRole("button", { name: /^Save$/ }).click(),
    );
    await console.says("Saved");

    // The email that customers get, and a review of one's own on their page.
    await act(() => page.goto("/console/today"), () => console.press("Send me one"));
    await console.says(`On its way to ${MARA}`);
    await look("first-email");
    const { text } = await shop.mail(MARA, /^How did Acme Pots do/);
    const customer = new Customer(page, shop);
    await act(
      () => page.goto(text.split(/\s/).find((word) => word.startsWith(`${shop.url}/review/hub?token=`))),
      () => customer.rate(0, 5),
      () => customer.write("#text-0", "Friendly, and quick."),
      () => customer.send(0),
    );
    await customer.sees("Thank you");
    await customer.sees("This is a test");
    await customer.sees("Friendly, and quick.");
    await look("first-review");
    await act(() => page.goto("/console/today"));
    await console.reads("Try it on yourself done");
    expect(actions).toBeLessThanOrEqual(ACTIONS_MAX);
    system.close();
  });
}
