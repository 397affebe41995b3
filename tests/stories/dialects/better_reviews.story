# A request is answered with its time and its link, and unknown fields are ignored
POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": true, "delay_days": 0, "surprise": {"a":
  [1]}} -> 201 exactly {"ok": true, "request_id": "$request", "status": "manual", "scheduled_at":
  "2026-11-20T06:00:00Z", "hub_url": "http://shop.example/review/hub?token=…"}
each $fields in [{"email": "jane@example.com"}, {"email": "jane@example.com", "delay_days": null},
  {"email": "jane@example.com", "delay_days": 7.0}]:
  POST /api/v1/review-requests/send @content-type=application/json raw="$fields"
    -> 201 {"scheduled_at": "2026-11-27T06:00:00Z"}
// Products collapse in their order.
ask {"product_ids": ["$tray", "$mug", "$tray"]}
GET /api/v1/review-requests/$id -> 200 {"product_ids": ["$tray", "$mug"]}

# A missing order id is generated and never a duplicate
each $order in [null, "", " "]: POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "$order"} -> 201
GET /api/v1/review-requests -> 200 {"requests": [{"order_id": "auto-…"}, {"order_id": "auto-…"}, {"order_id": "auto-…"}]}

# A manual request is never mailed by itself, and can be sent now, once
ask {"skip_email": true, "delay_days": 1}
status manual
+30d no mail
GET /api/v1/review-requests -> 200 {"requests": [{"status": "manual", "sent_at": null}]}
anyone GET $hub -> 200
POST /api/v1/review-requests/$id/send
  -> 200 exactly {"ok": true, "request_id": "$id", "status": "scheduled", "scheduled_at": "2026-12-20T06:00:00Z"}
+0s mail jane@example.com "…" shows "$hub"
POST /api/v1/review-requests/$id/send -> 409 already_sent

# Without a delay the email leaves at once, and its words can be read
POST /api/v1/review-requests/send {"email": "jane@example.com", "customer_name": "Jane Doe", "delay_days": 0}
  -> 201 {"status": "scheduled"}
GET /api/v1/review-requests/$id/messages -> 200 exactly {"messages": []}
+0s GET /api/v1/review-requests/$id/messages -> 200 {"messages": [{"subject": "$subject", "text": "$text", "html": "$html"}]}
mail jane@example.com "$subject" shows "$hub" "$text" "$html"
GET /api/v1/review-requests -> 200 {"requests": [{"status": "sent", "sent_at": "2026-11-20T06:00:00Z"}]}
each $path in ["", "/timeline", "/messages"]: GET /api/v1/review-requests/1$path -> 404 not_found

# A request is a duplicate of an earlier one for the same customer and order
ask {"order_id": "A"}
POST /api/v1/review-requests/send {"email": "JANE@Example.com", "order_id": " A ", "delay_days": 3}
  -> 409 duplicate_request shows "$id"
each $email $order in [["jane@example.com", "a"], ["jane+x@example.com", "A"], ["jane@example.com", null]]:
  POST /api/v1/review-requests/send {"email": "$email", "order_id": "$order"} -> 201

# A duplicate of a manual, sent or completed request is refused
ask {"order_id": "A", "skip_email": true}
POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "A"} -> 409 duplicate_request
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
ask {"order_id": "B", "delay_days": 0}
+0s each $order in ["A", "B"]:
  POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "$order"} -> 409 duplicate_request

# After a cancelled, expired or failed request a new one is made
ask {"order_id": "A"}
DELETE /api/v1/review-requests/$id -> 200
ask {"order_id": "A", "delay_days": 89}
ask {"order_id": "B", "email": "reject@example.com", "delay_days": 0}
+1m GET /api/v1/review-requests?status=failed -> 200 {"requests": [{"id": "$id"}]}
ask {"order_id": "B", "email": "reject@example.com"}
+90d ask {"order_id": "A"}

# Cancelling an old request does not free its successor's order
ask {"order_id": "A", "skip_email": true} as first
+90d ask {"order_id": "A"}
DELETE /api/v1/review-requests/$first -> 200
POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "A"} -> 409 duplicate_request

# The list is by status and by pages
each $manual in [true, false, true, true, false]:
  POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": "$manual"} -> 201
GET /api/v1/review-requests?status=manual&limit=2 -> 200 {"requests": [{}, {"id": "$last"}]}
  header link "<…/api/v1/review-requests?…>; rel=\"next\""
GET /api/v1/review-requests?status=manual&limit=2&before=$last -> 200 {"requests": [{}]} header link ""
each $query $code in [["limit=0", "invalid_limit"], ["limit=101", "invalid_limit"], ["limit=x", "invalid_limit"],
  ["limit=%2B5", "invalid_limit"], ["before=0", "invalid_before"], ["before=-1", "invalid_before"],
  ["status=done", "invalid_status"]]: GET /api/v1/review-requests?$query -> 422 {"error": "$code"}

# Deleting a request ends its link and its message, and its reviews stay
ask {"delay_days": 1}
costs …
each $n in 0..2: DELETE /api/v1/review-requests/$id -> 200 exactly {"ok": true}
costs …DeleteSchedule…
+2d no mail
anyone GET $hub -> 410
status cancelled
counters {"cancelled": 1}
review {"product_ids": []} rating=5 text=Lovely. display_name=Jane
DELETE /api/v1/review-requests/$id -> 200
rows REV# 1

# The timeline tells what, when, why and by which rule
ask {"product_ids": ["$mug"], "order_id": "A", "delay_days": 1}
GET /api/v1/review-requests/$id -> 200 {"id": "$id", "status": "scheduled", "order_id": "A", "expires_at":
  "2027-02-18T06:00:00Z", "items": [{"product_id": "$mug", "reviewed_at": null}], "hub_url": "http://shop.example$hub"}
+1d timeline created scheduled claimed sent
GET /api/v1/review-requests/$id/timeline -> 200 {"timeline": [{}, {}, {}, {"at": "2026-11-21T06:00:00Z",
  "why": "The provider accepted the email.", "rule": "provider-accepted"}]}

# A request that was sent now is not sent again, and not to somebody who unsubscribed
ask {"delay_days": 7}
POST /api/v1/review-requests/$id/send -> 200
+10d mail jane@example.com "…"
ask {"delay_days": 0} as first
+0s mail jane@example.com "…"
FORM $stop List-Unsubscribe=One-Click -> 200
ask {"delay_days": 0}
+0s status $first sent
status failed
POST /api/v1/review-requests/$id/send -> 409 request_stopped

# A request that cannot be sent now is refused with its reason
ask as cancelled
DELETE /api/v1/review-requests/$id -> 200
ask {"skip_email": true} as completed
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
ask {"email": "reject@example.com", "delay_days": 0} as failed
+1m each $request $code in [["$cancelled", "request_cancelled"], ["$completed", "already_completed"],
  ["$failed", "request_failed"]]: POST /api/v1/review-requests/$request/send -> 409 {"error": "$code"}
ask {"skip_email": true}
+90d POST /api/v1/review-requests/$id/send -> 409 request_expired
POST /api/v1/review-requests/1/send -> 404 not_found
