## Requests

nav-requests = Requests
requests-heading = Requests
requests-text = Find a person or an order, and see why something was or wasn’t sent.
requests-find = Name, email, phone or order
requests-find-about = Enter words of a name, or a whole email address, phone number or order ID. They are stored encrypted, so parts of words cannot be searched.
requests-find-wrong = This is not an email address, a phone number or an order ID. Numbers from other countries begin with + and the country code.
requests-find-name = Nobody called “{ $typed }” was found. Names are found by whole words, and only of customers added since names can be searched. For others, enter the whole email address, phone number or order ID.
requests-which = Which requests
requests-all = All
requests-stuck = Stuck
requests-failed-today = Failed in the last 24 hours
requests-back = All requests
requests-customer = Open the customer
requests-select = Select
requests-none-selected = Nothing was selected.
requests-send-selected = Send selected now
requests-send-all = Send all …
requests-send-all-text = All requests that have not been sent, on other pages too: the newest 100 at once.
requests-send-all-sure = Send up to 100 now
requests-send-more = There are more: send all again.
requests-send-done = { $count ->
        [one] { $count } request is being sent.
       *[other] { $count } requests are being sent.
    }
requests-send-refused = { $count ->
        [one] { $count } could not be sent: its page says why.
       *[other] { $count } could not be sent: their pages say why.
    }
requests-send-stopped = { $count ->
        [one] { $count } request is being sent. Then something went wrong: please send the others again.
       *[other] { $count } requests are being sent. Then something went wrong: please send the others again.
    }
requests-partial = Nothing among the last 500. There may be older ones: continue with Next.
request-products = { $count ->
        [one] { $count } product
       *[other] { $count } products
    }
request-products-more = { $product } and { $count } more
request-row = { $day } · { $products }
request-planned = planned for { $at }
request-no-order = No order
request-status-manual = Link only
request-status-scheduled = Planned
request-status-sending = Being sent
request-status-sent = Sent
request-status-completed = Reviewed
request-status-cancelled = Cancelled
request-status-expired = Expired
request-status-failed = Failed
request-waits = It is waiting: the provider is not accepting messages at the moment and will take them later.
request-heading = { $name }’s request for { $order }
request-heading-name = { $name }’s request
request-heading-order = Request for { $order }
request-heading-none = Request without an order
request-api-betterreviews = the native API
request-api-amino = Amino’s API
request-api-moregoodreviews = More Good Reviews’ API
request-api-wix = Wix’ API
request-by-email = email
request-by-sms = SMS
request-life = What happened
request-why = In short
request-soon = Next
request-link-ends = The link expires. Reviews stay.
request-messages-show = Show the messages
request-messages = Messages
request-messages-text = As they were sent. They are rebuilt from what is stored, so they show later changes to the shop’s settings.
request-message-sent = { $by }, sent { $at }
request-message-delivered = delivered { $at }
request-message-failed = did not arrive
request-person = Customer
request-person-gone = The name and the address are no longer stored.
request-person-all = Everything about this customer
request-name = Name
request-email = Email
request-phone = Phone
request-language = Language
request-items = Asked about
request-reviewed = reviewed { $day }
request-back = Back to the request
request-link = Link to copy
request-link-label = The customer’s link
request-link-text = Anyone who has it can review as this customer. Share it only with them.
request-link-gone = The link no longer works.
request-send = Send now
request-send-done = It is being sent.
request-cancel = Cancel …
request-cancel-text = The link stops working and nothing more is sent. Reviews stay. This cannot be undone.
request-cancel-sure = Cancel the request
request-cancel-done = Cancelled. The link no longer works.
request-not-sendable-sent = Not sent again: the first message has already been sent.
request-not-sendable-completed = Not sent: everything is reviewed.
request-not-sendable-cancelled = Not sent: the request is cancelled.
request-not-sendable-expired = Not sent: the link has expired.
request-not-sendable-failed = Not sent: the message failed for good. The reason is below.
request-not-sendable-skipped = Not sent: a rule stopped the message. The reason is below.
request-not-sendable-no-recipient = Not sent: there is no email address or phone number.
