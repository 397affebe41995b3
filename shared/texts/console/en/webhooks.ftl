## Webhooks

hooks-page = Webhooks
hooks-about = We call your own server when something happens, for example when a review is published.
hooks-none = No webhooks yet.
hooks-all = All webhooks
hooks-too-many = A shop has at most 10 webhooks. Delete one that is no longer used.
hook-page = Webhook
hook-count = { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
hook-works = Works
hook-works-about = No calls failed recently.
hook-uncalled = No call yet
hook-uncalled-about = Nothing has happened that it is called about. Send a test to see whether it works.
hook-fails = Failing
hook-fails-about = The first call failed { $ago }. Its events wait for three days.
hook-off = Off
hook-off-about = Gets no events.
hook-new = New webhook
hook-new-about = Each call is signed with a secret, so your server can tell that it comes from us.
hook-make = Create the webhook
hook-once = It is shown only here. Your server uses it to check each call.
hook-url = Address
hook-url-about = Your server’s address: it starts with https://.
hook-url-wrong = Please enter an address that starts with https:// and the name of a public host.
hook-events = Events
hook-events-about = Leave all boxes empty for every event, including those of later versions.
hook-events-wrong = Please tick which events to send.
hook-events-review-submitted = A review was written
hook-events-review-updated = A review was changed
hook-events-review-published = A review was published
hook-events-review-withheld = A review was withheld
hook-events-review-replied = A review got a reply
hook-events-review-deleted = A review was deleted
hook-events-request-scheduled = A message was planned
hook-events-request-completed = Everything was reviewed
hook-events-request-expired = A link expired
hook-events-request-cancelled = A request was cancelled
hook-events-message-sent = A message was sent
hook-events-message-delivered = A message was delivered
hook-events-message-failed = A message failed
hook-events-message-skipped = A message was stopped by a rule
hook-events-customer-suppressed = Somebody no longer gets messages
hook-events-customer-erased = A customer’s data was erased
hook-events-deliverability-held = Your emails are suspended
hook-events-deliverability-released = Your emails are sent again
hook-events-webhook-test = Test
hook-include = Also send
hook-include-review = The whole review, with the author’s name
hook-include_imports = Also about imported reviews
hook-include_imports-about = Otherwise a file of old reviews sends nothing.
hook-status = State
hook-status-enabled = On
hook-status-enabled-about = This also restarts one that failed.
hook-status-disabled = Off
hook-status-disabled-about = What happens while it is off is not sent later.
hook-change = Address and events
hook-foreign = It gets events of More Good Reviews’ API and can be changed only there: { $events }.
hook-secret = Signs every call, by the Standard Webhooks rules.
hook-rotate-about = For 24 hours calls are signed with both secrets. Put the new one into your server before then.
hook-end = Delete …
hook-end-about = Its log is deleted, and events that were not delivered yet never will be.
hook-end-yes = Yes, delete it
hook-ended = Deleted. It is not called any more.
hook-rotated-recently = Not replaced: three earlier secrets still work. You can replace it again from { $until } on.
hook-log = Last calls
hook-which = Which calls
hook-all = All
hook-pending = Waiting
hook-delivered = Delivered
hook-failed = Failed
hook-next = next try { $at }
hook-attempts = { $count ->
        [one] { $count } attempt
       *[other] { $count } attempts
    }
hook-again = Send again
hook-test = Send a test
hook-sent = It is being sent. The answer appears here.
hook-not-sent = Nothing was sent, because the webhook is off.
hook-error-address_not_public = the host has no public address
hook-error-connection_failed = no connection
hook-error-connection_broken = the connection broke
hook-error-timeout = no response in time
