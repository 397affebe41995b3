# A request is scheduled once it has a message, and whoever asked
hook 200 {"events": ["request.scheduled"]}
ask {"delay_days": 7} as jane
+0s delivered request.scheduled {"request_id": "$jane", "customer_id": "$any", "status": "scheduled",
  "scheduled_at": "2026-11-27T06:00:00Z", "expires_at": "2027-02-18T06:00:00Z"}
// A request that the shop shares itself has no message until the shop requests one.
ask {"order_id": "B", "skip_email": true} as manual
+0s no delivery
// Sending now schedules nothing else.
each $request in ["$manual", "$jane"]: POST /api/v1/review-requests/$request/send -> 200
+0s delivered request.scheduled {"request_id": "$manual"}
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com"} -> 200
+0s delivered request.scheduled
POST /api/v1/invitations {"email": "june@example.com", "name": "June", "order_ref": "A"} -> 200
+0s delivered request.scheduled
ask {"email": "mia@example.com", "delay_days": 0}
+91d delivered request.scheduled
FORM /review/hub/renew -> 200
+0s delivered request.scheduled

# A request is completed when every item is reviewed, and expires once
hook 200 {"events": ["request.scheduled", "request.completed", "request.expired",
  "request.cancelled", "message.sent", "message.delivered", "message.failed", "message.skipped"]}
review {"product_ids": ["$mug", "$tray"]} rating=5 text=Lovely. display_name=Jane
+0s no delivery
each $n in 0..2: FORM /review/hub/review item=1 rating=5 text=Lovely. display_name=Jane -> 303
+0s delivered request.completed {"request_id": "$id", "status": "completed", "rating": "$absent", "text": "$absent"}
ask {"skip_email": true}
+89d no delivery
+2d delivered request.expired {"request_id": "$id", "status": "expired", "expires_at": "2027-02-18T06:00:00Z"}

# A request is cancelled once, its message is skipped, and cancelling many at once announces each
hook 200 {"events": ["request.cancelled"]}
ask {"skip_email": true} as first
ask {"order_id": "B", "delay_days": 7} as second
each $request in ["$first", "$first"]: DELETE /api/v1/review-requests/$request -> 200
+0s delivered request.cancelled {"request_id": "$first", "status": "cancelled"}
PATCH /api/v1/webhooks/$webhook {"events": ["message.skipped", "message.failed", "message.sent"]} -> 200
DELETE /api/v1/review-requests/$second -> 200
+0s delivered message.skipped {"request_id": "$second", "reason": "cancelled", "status": "skipped"}
PATCH /api/v1/webhooks/$webhook {"events": ["request.cancelled", "message.skipped"]} -> 200
each $order in ["C", "D", "E"]:
  POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "$order", "skip_email": true} -> 201
PUT /reviews/v2/bulk/review-requests/cancel-by-filter {"filter": {"status": "SCHEDULED"}} -> 200
+0s each $n in 0..3: delivered request.cancelled

# A message is sent and delivered once each, and so is its reminder
hook 200 {"events": ["request.scheduled", "message.sent", "message.delivered", "message.failed", "message.skipped"]}
ask {"delay_days": 1}
+0s delivered request.scheduled {"customer_id": "$customer"}
+1d delivered message.sent {"request_id": "$id", "customer_id": "$customer", "message": 0, "channel": "email", "reminder": 0,
  "status": "sent", "reason": null, "sent_at": "2026-11-21T06:00:00Z", "delivered_at": null}
+10m delivered message.delivered {"status": "delivered", "sent_at": "2026-11-21T06:00:00Z",
  "delivered_at": "2026-11-21T06:00:03Z"}
POST /beacon/customers {"first_name": "Jane", "email": "june@example.com"} -> 200
POST /beacon/asks {"email": "june@example.com", "reminders_count": 1, "asked_at": "2026-11-22T06:00:00Z"} -> 200
+0s delivered request.scheduled
+5d delivered message.sent {"message": 0, "reminder": 0}
delivered message.delivered {"message": 0, "reminder": 0}
each $kind in ["message.sent", "message.delivered"]: delivered $kind {"message": 1, "reminder": 1}

# A message that fails or is skipped says why
hook 200 {"events": ["message.sent", "message.delivered", "message.failed", "message.skipped"]}
ask {"email": "bounce@example.com", "delay_days": 0}
// It was sent and came back.
+10m delivered message.sent {"request_id": "$id", "sent_at": "$at"}
delivered message.failed {"request_id": "$id", "status": "failed", "reason": "bounced", "sent_at": "$at"}
ask {"delay_days": 7}
PUT /api/v1/suppressions/jane@example.com -> 200
+8d delivered message.skipped {"request_id": "$id", "status": "skipped", "reason": "manual", "sent_at": null}
// A review skips the message that waits.
ask {"email": "june@example.com", "delay_days": 7}
FORM /review/hub/review rating=5 text=Lovely. display_name=June -> 303
+0s delivered message.skipped {"request_id": "$id", "reason": "nothing_left"}

# A customer is suppressed by a bounce, a complaint or the shop
hook 200 {"events": ["request.scheduled", "customer.suppressed"]}
ask {"email": "bounce@example.com", "delay_days": 1}
+0s delivered request.scheduled {"customer_id": "$customer"}
+2d delivered customer.suppressed {"customer_id": "$customer", "request_id": "$id", "channel": "email", "reason": "bounced"}
ask {"email": "complaint@example.com", "delay_days": 1}
+0s delivered request.scheduled {"customer_id": "$other"}
+2d delivered customer.suppressed {"customer_id": "$other", "request_id": "$id", "channel": "email", "reason": "complained"}
ask {"delay_days": 1}
+0s delivered request.scheduled {"customer_id": "$jane"}
+2d PUT /api/v1/suppressions/jane@example.com -> 200 is "$stored"
GET /api/v1/suppressions/jane@example.com -> 200 is "$stored"
PUT /api/v1/suppressions/jane@example.com -> 200
+0s delivered customer.suppressed {"customer_id": "$jane", "request_id": null, "channel": "email", "reason": "manual"}
PUT /api/v1/suppressions/+491711234567 -> 200
+0s delivered customer.suppressed {"customer_id": null, "request_id": null, "channel": "sms", "reason": "manual"}

# An erased customer leaves ids alone
hook 200 {"events": ["request.scheduled", "customer.erased"]}
ask {"delay_days": 1}
+0s delivered request.scheduled {"customer_id": "$customer"}
POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202 {"receipt": "$receipt"}
+10m delivered customer.erased {"customer_id": "$customer", "receipt": "$receipt", "email": "$absent"}
// Nobody else was a customer.
each $email in ["jane@example.com", "nobody@example.com"]: POST /api/v1/privacy/erase {"email": "$email"} -> 202
+10m no delivery

# A shop without webhooks for them suppresses without another call
PUT /api/v1/suppressions/jane@example.com -> 200
PUT /api/v1/suppressions/jane@example.com -> 200 costs GetItem BatchGetItem UpdateItem PutObject
hook 200 {"events": ["review.published"]}
PUT /api/v1/suppressions/jane@example.com -> 200 costs GetItem BatchGetItem UpdateItem PutObject

# Events have the review's row if the webhook includes it, and an author's withdrawal is one, too
hook 200 {"include": ["review"], "events": ["review.published", "review.deleted"]}
review rating=5 text=Lovely. display_name=Jane as review
GET /api/v1/reviews -> 200 {"reviews": ["$row"]}
+0s delivered review.published {"review": "$row"}
DELETE /api/v1/reviews/$review -> 200
// Its words are gone.
+0s delivered review.deleted {"review": "$absent"}
review {"product_ids": ["$tray"]} rating=5 text=Lovely. display_name=Jane
+0s delivered review.published
FORM /review/hub/withdraw sure=yes -> 303
+0s delivered review.deleted {"cause": "withdrawn"}

# Only subscribed events are sent, none to a disabled webhook, and another shop has its own
hook 200 {"events": ["review.withheld"]}
POST /api/v1/webhooks {"url": "$hook"} -> 201 {"id": "$off"}
PATCH /api/v1/webhooks/$off {"status": "disabled"} -> 200
review rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/reject -> 200
+0s delivered review.withheld {"review_id": "$review"}
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": [{}]}
GET /api/v1/webhooks/$off/deliveries -> 200 {"deliveries": []}
acme POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": true} -> 201
FORM /review/hub/review rating=1 text=Bad. display_name=Jane -> 303
acme GET /api/v1/reviews -> 200 {"reviews": [{"id": "$of_acme"}]}
acme PATCH /api/v1/reviews/$of_acme/reject -> 200
+0s no delivery

# An endpoint that fails is tried ten times
hook 500 {"events": ["review.submitted"]}
review {"order_id": "A"} rating=5 text=Lovely. display_name=Jane
+5d each $n in 0..10: delivered review.submitted
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": [{"status": "failed", "next_attempt_at": null,
  "attempts": [{"status_code": 500, "error": null}, {}, {}, {}, {}, {}, {}, {}, {}, {"status_code": 500}]}]}

# An endpoint that fails for three days is disabled, and a success ends them
hook 500 {"events": ["review.submitted"]}
review {"order_id": "A"} rating=5 text=Lovely. display_name=Jane
+1d each $n in 0..7: delivered review.submitted
hook 200
review {"order_id": "B"} rating=5 text=Lovely. display_name=Jane
+0s delivered review.submitted
hook 500
+3d each $n in 0..3: delivered review.submitted
GET /api/v1/webhooks/$webhook -> 200 {"status": "enabled"}
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": [{"status": "delivered"}, {"status": "failed"}]}
// After three days of failures, the next failure disables it, and no events are written for it any more.
+1d review {"product_ids": [], "order_id": "C"} rating=5 text=Lovely. display_name=Jane
+0s delivered review.submitted
GET /api/v1/webhooks/$webhook -> 200 {"status": "disabled"}
review {"product_ids": [], "order_id": "D"} rating=5 text=Lovely. display_name=Jane
+1d no delivery
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": [{}, {}, {}]}

# An endpoint that is gone is disabled at once
hook 410 {"events": ["review.submitted"]}
review rating=5 text=Lovely. display_name=Jane
+1d delivered review.submitted
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": [{"status": "failed"}]}
GET /api/v1/webhooks/$webhook -> 200 {"status": "disabled"}
GET /api/v1/audit -> 200 {"entries": [{"what": "disable_webhook", "by": "afterword"}, "…"]}

# A request without messages is nothing to endpoints by More Good Reviews' names, and a test has no row
hook 200 {"events": ["message-created", "message-updated", "message-deleted"]}
ask {"skip_email": true} as first
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
ask {"order_id": "B", "skip_email": true} as second
each $request in ["$first", "$second"]: DELETE /api/v1/review-requests/$request -> 200
+0s no delivery
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": []}
POST /api/v1/webhooks/$webhook/test {} -> 202
+0s delivered webhook.test {}

# Ten webhooks fit into one transaction, whatever happens at once
hook 200
each $n in 0..10: POST /api/v1/webhooks {"url": "$hook"} -> 201
GET /api/v1/webhooks -> 200 {"webhooks": [{"id": "$last"}, {}, {}, {}, {}, {}, {}, {}, {}, {}]}
ask {"order_id": "A", "product_ids": ["$mug"], "delay_days": 7}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
ask {"email": "bounce@example.com", "delay_days": 0, "reminders": 3}
+10m GET /api/v1/webhooks/$last/deliveries?limit=100 -> 200 times "\"event_id\"" 12
  shows "customer.suppressed" times "message.failed" 1 times "message.sent" 1 times "message.skipped" 4 times "request.completed" 1
  times "request.scheduled" 2 times "review.published" 1 times "review.submitted" 1

# Each thing that happens to a review is an event, without its words
hook 200 {"events": ["review.submitted", "review.updated", "review.withheld", "review.replied", "review.deleted"]}
review rating=5 text=Lovely. display_name=Jane as review
+0s delivered review.submitted {"review_id": "$review", "revision": 1, "status": "approved", "review": "$absent"}
FORM /review/hub/review rating=1 text=Broke. -> 303
+0s delivered review.updated {"review_id": "$review", "revision": 2, "review": "$absent"}
PATCH /api/v1/reviews/$review/reject {"reason": "abusive"} -> 200
+0s delivered review.withheld {"review_id": "$review", "revision": 3, "status": "rejected", "reason": "$absent"}
PUT /api/v1/reviews/$review/reply {"text": "Sorry!"} -> 200
+0s delivered review.replied {"review_id": "$review", "revision": 4, "reply": "$absent"}
PATCH /api/v1/reviews/$review/approve -> 200
DELETE /api/v1/reviews/$review -> 200
+0s delivered review.deleted {"review_id": "$review", "cause": "removed", "status": "deleted", "revision": 6}

# A customer who unsubscribes is suppressed each time, and takes it back 20 times a day
hook 200 {"events": ["customer.suppressed"]}
ask {"delay_days": 0}
+10m mail jane@example.com "…"
FORM $stop List-Unsubscribe=One-Click -> 200 between "name=\"token\" value=\"" "\"" $stopped
FORM $stop List-Unsubscribe=One-Click -> 200
+0s delivered customer.suppressed {"request_id": "$id", "channel": "email", "reason": "unsubscribed"}
no delivery
// The number of undos is limited, because the link works for ever for everybody who has it.
each $field $value in [["undo", "1"], ["List-Unsubscribe", "One-Click"], ["undo", "1"], ["List-Unsubscribe", "One-Click"],
    ["undo", "1"], ["List-Unsubscribe", "One-Click"], ["undo", "1"], ["List-Unsubscribe", "One-Click"],
    ["undo", "1"], ["List-Unsubscribe", "One-Click"], ["undo", "1"], ["List-Unsubscribe", "One-Click"],
    ["undo", "1"], ["List-Unsubscribe", "One-Click"], ["undo", "1"], ["List-Unsubscribe", "One-Click"],
    ["undo", "1"], ["List-Unsubscribe", "One-Click"], ["undo", "1"], ["List-Unsubscribe", "One-Click"],
    ["undo", "1"], ["List-Unsubscribe", "One-Click"], ["undo", "1"], ["List-Unsubscribe", "One-Click"],
    ["undo", "1"], ["List-Unsubscribe", "One-Click"], ["undo", "1"], ["List-Unsubscribe", "One-Click"],
    ["undo", "1"], ["List-Unsubscribe", "One-Click"], ["undo", "1"], ["List-Unsubscribe", "One-Click"],
    ["undo", "1"], ["List-Unsubscribe", "One-Click"], ["undo", "1"], ["List-Unsubscribe", "One-Click"],
    ["undo", "1"], ["List-Unsubscribe", "One-Click"], ["undo", "1"], ["List-Unsubscribe", "One-Click"]]:
  FORM /review/unsubscribe token=$stopped $field=$value -> 200
FORM /review/unsubscribe token=$stopped undo=1 -> 429 header retry-after "64200" shows "will not ask you"
FORM $stop List-Unsubscribe=One-Click -> 200
+0s each $n in 0..20: delivered customer.suppressed
no delivery
+1d FORM /review/unsubscribe token=$stopped undo=1 -> 200
