## Customers

nav-customers = Customers
customers-heading = Customers
customers-text = Everyone your shop knows, newest first, and what is stored about them.
customers-all = All customers
customers-day = Begin at the day
customers-show = Show
customer-unnamed = No name
customer-since = since { $day }
customer-asked = asked { $day }
customer-trial = Test
customer-stopped = Gets no messages
customer-company = Company
customer-address = Address
customer-signed-up = Signed up
customer-notes = Notes
customer-may-ask = May be asked
customer-may-ask-yes = Yes
customer-may-ask-no = No
customer-stop-manual = You stopped all messages on { $day }.
customer-stop-bounced = A message bounced for good on { $day }.
customer-stop-unsubscribed = They unsubscribed on { $day }.
customer-stop-stopped = They replied STOP on { $day }.
customer-stop-complained = They marked a message as spam on { $day }.
customer-stop-erased = Their data was erased on { $day }.
customer-stop = Stop asking
customer-stop-done = { $name } gets no more messages.
customer-stop-theirs = Only they can undo what they decided themselves.
customer-resume = Ask again
customer-resume-done = { $name } may be asked again.
customer-resume-none = Nothing changed: { $name } cannot be asked again from here.
customer-basis-order = Bought from you: order { $order }, { $day }.
customer-basis-agreed = Agreed to marketing in { $system }, as of { $day }.
customer-basis-not-agreed = Did not agree to marketing in { $system }, as of { $day }.
customer-more-requests = All their requests
customer-orders = Orders
customer-order-placed = placed
customer-order-fulfilled = dispatched
customer-order-delivered = delivered
customer-order-cancelled = cancelled
customer-order-refunded = refunded
customer-charges = Charges
customer-charge = A charge
customer-first-message = First message by { $by }
customer-reminder = Reminder { $number } by { $by }
customer-message-sent = sent { $at }
customer-message-delivered = sent { $at }, delivered
customer-message-returned = sent { $at }, did not arrive
customer-message-failed = failed { $at }
customer-message-skipped = not sent, decided { $at }
customer-message-unconfirmed = may have been sent, never confirmed, { $at }
customer-message-planned = planned for { $at }
customer-data = Their data
customer-data-text = An export is a file with everything that is stored about them. You can download it for 24 hours.
customer-export = Export
customer-erase = Erase …
customer-erase-heading = Erase { $name }?
customer-erase-text = This cannot be undone. It removes:
customer-lost-person = name, addresses, numbers and notes
customer-lost-requests = { $count ->
        [one] { $count } request: its link stops working
       *[other] { $count } requests: their links stop working
    }
customer-lost-messages = { $count ->
        [one] { $count } message in the list of messages
       *[other] { $count } messages in the list of messages
    }
customer-lost-reviews = { $count ->
        [one] { $count } review, or only the author’s name: choose below
       *[other] { $count } reviews, or only the author’s name: choose below
    }
customer-lost-orders = { $count ->
        [one] { $count } order
       *[other] { $count } orders
    }
customer-lost-orders-at-least = { $count } orders or more
customer-lost-charges = { $count ->
        [one] { $count } charge
       *[other] { $count } charges
    }
customer-erase-after = What stays: a coded fingerprint of their addresses, so that nobody writes to them again, and numbers in your statistics.
customer-erase-reviews = Their reviews
customer-erase-delete = Delete them
customer-erase-anonymise = Keep stars and words, without name, photos and reply
customer-erase-sure = I understand that this cannot be undone.
customer-erase-choose = Choose what happens to the reviews. Nothing was erased.
customer-erase-tick = Tick the box to erase.
customer-erase-button = Erase for good
customer-back = Back to the customer
receipt-export = Export
receipt-erasure = Erasure
receipt-running = In progress. This takes about a minute.
receipt-removing = The data is being removed.
receipt-removed = Everything that was found is removed. What arrives in the next half minute will be removed, too.
receipt-exported = The file is ready. Anyone with this link can open the file for 24 hours.
receipt-over = This is done, and its 24 hours are over: the file can no longer be downloaded.
receipt-erased = This is done. Nothing about this person is stored any more.
receipt-failed = Something went wrong. It will be tried again, and the operator can see it.
receipt-download = Download
receipt-number = Receipt
receipt-requests = { $count ->
        [one] { $count } request
       *[other] { $count } requests
    }
receipt-messages = { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
receipt-reviews = { $count ->
        [one] { $count } review
       *[other] { $count } reviews
    }
receipt-photos = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
receipt-orders = { $count ->
        [one] { $count } order
       *[other] { $count } orders
    }
receipt-charges = { $count ->
        [one] { $count } charge
       *[other] { $count } charges
    }
