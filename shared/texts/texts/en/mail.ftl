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
