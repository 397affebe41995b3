# The mail that asks for reviews. Subjects are one line of plain text.

subject-first-order = What do you think of your order from { $shop }?
subject-first-order-named = { $name }, what do you think of your order from { $shop }?
subject-first-shop = What do you think of { $shop }?
subject-first-shop-named = { $name }, what do you think of { $shop }?
subject-reminder-order = A reminder: what do you think of your order from { $shop }?
subject-reminder-shop = A reminder: what do you think of { $shop }?
subject-new-link = Your new review link from { $shop }

preheader = Good or bad, a few sentences are plenty.
preheader-one = { $title }: good or bad, a few sentences are plenty.
preheader-more = { $title } and { $more } more: good or bad, a few sentences are plenty.

greeting = Hello,
greeting-named = Hello { $name },

# With an order, the products stand below these.
opening-first-order = Thank you for your order from { $shop }. What do you think of it? We would love to read it in your own words:
opening-first-shop = Thank you for being a customer of { $shop }. What was it like? We would love to read it in your own words.
opening-reminder-order = We wrote to you a while ago about your order from { $shop }. If you find a minute, we would still love to read what you think of it:
opening-reminder-shop = We wrote to you a while ago: what was { $shop } like? If you find a minute, we would still love to read it.
opening-new-link-order = Here is the new link you asked for. It shows what you have not reviewed yet:
opening-new-link-shop = Here is the new link you asked for.

more = and { $more } more
button = Write your review
# The same above a link in plain text.
button-link = Write your review:
closing = Two minutes and a few honest sentences are plenty, whatever you think. The link is yours alone and works until { $day }.
reason = You get this mail because you are a customer of { $shop }.
unsubscribe = Unsubscribe from review mails
unsubscribe-link = Unsubscribe from review mails:

# Letters: emails about what became of a review, to its author.

subject-withheld = Your review for { $shop } is not shown
withheld-opening-product = { $shop } decided not to show your review of { $title }.
withheld-opening-shop = { $shop } decided not to show your review.
withheld-confidential = The reason: it contains confidential information.
withheld-abusive = The reason: it contains insults or threats.
withheld-personal_data = The reason: it contains somebody’s personal data.
withheld-discriminatory = The reason: it is discriminatory.
withheld-misleading = The reason: it is false or misleading.
withheld-fake = The reason: it does not seem to come from a real experience.
withheld-unrelated = The reason: it is not about what was reviewed.
withheld-unlawful = The reason: it contains something unlawful.
withheld-unspecified = The shop gave no reason.
withheld-change = You can change your review until { $day }. It then waits until { $shop } has looked at it again.
withheld-closed = The link to your review no longer works, so it can no longer be changed there.
withheld-button = Change your review
withheld-button-link = Change your review:
subject-replied = { $shop } answered your review
replied-opening-product = { $shop } answered your review of { $title }:
replied-opening-shop = { $shop } answered your review:
replied-button = See your review
replied-button-link = See your review:
reason-review = You get this mail because you wrote a review for { $shop }.

# Letters to the owner of a shop.

subject-webhook = A webhook of { $shop } is switched off
webhook-failed = We could not deliver anything to this webhook since { $day }, so it is switched off:
webhook-gone = This webhook answered that it is gone for good (410), so it is switched off:
webhook-fix = { $shop } misses what happens until you switch it on again. Fix its endpoint, enable webhook { $id } through the API, and have it sent what it missed: the log has everything of the last 30 days.
subject-waiting = Reviews of { $shop } are waiting for you
waiting-opening = At least one review has waited for { $shop } to decide about it for more than 10 days.
waiting-decide = Please publish or withhold what waits: these are the reviews with the status “pending”. Until then nobody sees what their authors wrote.
reason-owner = You get this mail because it is the owner’s address in the settings of { $shop }.
