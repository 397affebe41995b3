//! The whole story of one customer: they open the link, answer the questions, edit and send the suggested text, review the second
//! product with its form, and change both reviews days later.

import { Customer } from "./customer.js";
import { expect, test } from "./world.js";
import { DAY_S } from "./shop.js";

test.use({ samples: false, ofCustomers: true });

test("a customer answers, edits, sends and returns", async ({ customer, page, shop, look, elsewhere }) => {
  test.slow();
  const { id, link } = await shop.ask();
  const answer = () => customer.click(".talk .actions button");

  // The link in the email.
  await page.goto(link);
  await customer.sees("How are they, Jane?");
  await customer.sees("1 of 2 products");
  await look("story-1-opened");

  // They answer three questions, by tapping and by typing, and skip one.
  await customer.click("#item-0 [data-questions]");
  await customer.sees("quick questions");
  await look("story-2-question");
  await customer.click(".chip:first-child");
  await customer.has(".chip[aria-pressed=true]", 1);
  await answer();
  await customer.sees("Question 2 of 4");
  await customer.write("#answer", "the grain is lovely");
  await look("story-3-chat");
  await answer();
  await customer.sees("Question 3 of 4");
  await customer.click("[name=skip]");
  await customer.sees("Question 4 of 4");
  await customer.write("#answer", "yes, to anyone who bakes");
  await look("story-4-last-question");
  await answer();

  // They change a word of the suggested text and choose the stars.
  await customer.sees("Put together from your answers");
  await customer.holds("#text-0", "I use it every day. The grain is lovely. Yes, to anyone who bakes.");
  await customer.has("#item-0 [name=rating]:checked", 0); // the stars wait for a click
  await look("story-5-draft");
  const own = "I use it every day for bread. The grain is lovely, it stains though.";
  await customer.write("#text-0", own);
  await customer.rate(0, 3);
  await look("story-6-edited");
  await customer.send(0);
  await customer.sees("You can change");
  await customer.sees("2 of 2 products");
  await look("story-7-thanks");

  // They review the second product with its form.
  await customer.rate(1, 5);
  await customer.write("#text-1", "Just right for the basil.");
  await look("story-8-form");
  await customer.send(1);
  await customer.sees("Both reviews are in");
  await look("story-9-all-thanks");

  // Days later, in a browser without their data.
  await shop.advance(20 * DAY_S);
  const again = new Customer(await elsewhere(), shop);
  await again.page.goto(link);
  await again.sees("Both reviews are in");
  await again.edit(0);
  await again.holdsReview(0, 3, own);
  await look("story-10-returned", again.page);
  await again.review(0, 4, "It stains. Oil helps.");
  await again.sees("You can change");
  await again.sees("Edited on");
  await look("story-11-changed", again.page);
  await again.page.close();

  const story = ["opened", "engaged", "reviewed", "completed", "review_edited"];
  const { timeline } = await shop.call("GET", `/api/v1/review-requests/${id}/timeline`);
  const happened = timeline.map(({ what }) => what).filter((what) => story.includes(what));
  expect(happened).toEqual(["opened", "engaged", "reviewed", "reviewed", "completed", "review_edited"]);
});
