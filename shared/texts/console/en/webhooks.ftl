## Webhooks

hooks-page = Webhooks
hooks-about = Your own server is called when something happens, for example when a review is published.
hooks-none = No webhook yet.
hooks-all = All webhooks
hooks-too-many = A shop has at most 10 webhooks. End one that nobody uses.
hook-page = Webhook
hook-count = { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
hook-works = Works
hook-works-about = No call failed lately.
hook-uncalled = No call yet
hook-uncalled-about = Nothing has happened that it is called about. Send a test to see whether it works.
hook-fails = Fails
hook-fails-about = The first call failed { $ago }. Its events wait for three days.
hook-off = Off
hook-off-about = Gets no events.
hook-new = New webhook
hook-new-about = Each call is signed with a secret, so that your server knows that it comes from here.
hook-make = Make the webhook
hook-once = It is shown only here. Your server checks each call with it.
hook-url = Address
hook-url-about = Of your server: it starts with https://.
hook-url-wrong = Please give an address that starts with https:// and the name of a public host.
hook-events = Events
hook-events-about = Tick nothing for all, also those of later versions.
hook-events-wrong = Please tick what is to be sent.
hook-events-review-submitted = A review was written
hook-events-review-updated = A review was changed
hook-events-review-published = A review is public
hook-events-review-withheld = A review is withheld
hook-events-review-replied = A review was answered
hook-events-review-deleted = A review is gone
hook-events-request-scheduled = A message is planned
hook-events-request-completed = Everything is reviewed
hook-events-request-expired = A link ended
hook-events-request-cancelled = A request was cancelled
hook-events-message-sent = A message was sent
hook-events-message-delivered = A message was delivered
hook-events-message-failed = A message failed
hook-events-message-skipped = A message was held back by a rule
hook-events-customer-suppressed = Somebody is not to be written to
hook-events-customer-erased = A customer was erased
hook-events-deliverability-held = Your emails are held
hook-events-deliverability-released = Your emails leave again
hook-events-webhook-test = Test
hook-include = Sent along
hook-include-review = The whole review, with the author's name
hook-status = State
hook-status-enabled = On
hook-status-enabled-about = Also one that failed begins anew.
hook-status-disabled = Off
hook-status-disabled-about = What happens meanwhile is not sent later.
hook-change = Address and events
hook-foreign = It gets events of More Good Reviews' API, which its API changes: { $events }.
hook-secret = Calls are signed with it, by the Standard Webhooks rules.
hook-rotate-about = For 24 hours calls are signed with both. Put the new one into your server within them.
hook-end = End …
hook-end-about = Its log is gone, and what it was not called about yet, it never is.
hook-end-yes = Yes, end it
hook-ended = Ended. It is not called any more.
hook-rotated-recently = Not replaced: three earlier secrets still work. From { $until } on it can be replaced again.
hook-log = Last calls
hook-which = Which calls
hook-all = All
hook-pending = Waits
hook-delivered = Delivered
hook-failed = Failed
hook-next = next try { $at }
hook-attempts = { $count ->
        [one] { $count } attempt
       *[other] { $count } attempts
    }
hook-again = Send again
hook-test = Send a test
hook-sent = It is being sent. Reload to see the answer.
hook-not-sent = Nothing was sent, because the webhook is off.
hook-error-address_not_public = the host leads to no public address
hook-error-connection_failed = no connection
hook-error-connection_broken = the connection broke
hook-error-timeout = no answer in time
