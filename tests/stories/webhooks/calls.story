# A webhook's URL is https with a name
each $url in ["https://hooks.example/afterword", "https://hooks.example:8443/a?b=c", "https://hooks.example/{{a*2026}}"]:
  POST /api/v1/webhooks {"url": "$url"} -> 201 {"url": "$url"}
each $url in [null, 7, "", "http://hooks.example/", "https://localhost/", "https://127.0.0.1/", "https://2130706433/",
  "https://0x7f.0.0.1/", "https://017700000001/", "https://[::1]/", "https://[::ffff:7f00:1]/",
  "https://jane:secret@hooks.example/", "ftp://hooks.example/", "https://hooks.example/{{a*2027}}"]:
  POST /api/v1/webhooks {"url": "$url"} -> 422 invalid_url
POST /api/v1/webhooks {} -> 422 invalid_url

# Its events are of the closed list, and it includes reviews or nothing
POST /api/v1/webhooks {"url": "https://hooks.example/", "events": null} -> 201 {"events": ["review.submitted",
  "review.updated", "review.published", "review.withheld", "review.replied", "review.deleted", "request.scheduled",
  "request.completed", "request.expired", "request.cancelled", "message.sent", "message.delivered", "message.failed",
  "message.skipped", "customer.suppressed", "customer.erased", "deliverability.held", "deliverability.released"]}
POST /api/v1/webhooks {"url": "https://hooks.example/"} -> 201 {"events": "$all"}
each $events in ["$all", ["review.deleted"]]:
  POST /api/v1/webhooks {"url": "https://hooks.example/", "events": "$events"} -> 201 {"events": "$events"}
each $events in [[], "review.published", ["review"], ["webhook.test"], [7], ["review-created", "review.submitted"],
  ["review-created", "webhook.test"]]:
  POST /api/v1/webhooks {"url": "https://hooks.example/", "events": "$events"} -> 422 invalid_events
each $include $shown in [[null, []], [[], []], [["review"], ["review"]]]:
  POST /api/v1/webhooks {"url": "https://hooks.example/", "include": "$include"} -> 201 {"include": "$shown"}
each $include in ["review", ["customer"], [["review"]]]:
  POST /api/v1/webhooks {"url": "https://hooks.example/", "include": "$include"} -> 422 invalid_include
// More Good Reviews' names are not mixed with ours.
POST /api/v1/webhooks {"url": "https://hooks.example/", "events": ["review-created", "review-updated", "review-deleted",
  "message-created", "message-updated", "message-deleted"]} -> 201 {"id": "$webhook", "events": ["review-created",
  "review-updated", "review-deleted", "message-created", "message-updated", "message-deleted"]}
PATCH /api/v1/webhooks/$webhook {"events": null} -> 200 {"events": "$all"}

# A shop has ten webhooks at most, also if they are made at once
at once 10 POST /api/v1/webhooks {"url": "https://hooks.example/"} -> 201
POST /api/v1/webhooks {"url": "https://hooks.example/"} -> 409 too_many_webhooks
GET /api/v1/webhooks -> 200 {"webhooks": [{"id": "$webhook"}, {}, {}, {}, {}, {}, {}, {}, {}, {}]}
DELETE /api/v1/webhooks/$webhook -> 200 exactly {"ok": true}
POST /api/v1/webhooks {"url": "https://hooks.example/"} -> 201
GET /api/v1/webhooks -> 200 {"webhooks": [{}, {}, {}, {}, {}, {}, {}, {}, {}, {}]}

# A change changes what it names
POST /api/v1/webhooks {"url": "https://hooks.example/", "events": ["review.deleted"]} -> 201 {"id": "$webhook"}
each $change $url $events $include $status in [ [{"url": "https://other.example/"}, "https://other.example/",
  ["review.deleted"], [], "enabled"], [{"events": ["review.published"]}, "https://other.example/",
  ["review.published"], [], "enabled"], [{"include": ["review"]}, "https://other.example/", ["review.published"],
  ["review"], "enabled"], [{"include": []}, "https://other.example/", ["review.published"], [], "enabled"], [{"status":
  "disabled"}, "https://other.example/", ["review.published"], [], "disabled"], [{"status": "enabled"},
  "https://other.example/", ["review.published"], [], "enabled"]]:
  PATCH /api/v1/webhooks/$webhook @content-type=application/json raw="$change"
    -> 200 {"id": "$webhook", "url": "$url", "events": "$events", "include": "$include", "status": "$status"}
GET /api/v1/webhooks/$webhook -> 200 {"url": "https://other.example/", "events": ["review.published"], "include": [],
  "status": "enabled"}
each $field $bad in [["url", null], ["url", "http://hooks.example/"], ["events", []], ["include", ["stars"]],
  ["status", null], ["status", "paused"]]: PATCH /api/v1/webhooks/$webhook {"$field": "$bad"} -> 422 {"error": "invalid_$field"}
each $id in ["7", "x", "$webhook"]: POST /api/v1/webhooks/$id/deliveries/evt_7/replay {} -> 404 not_found
each $event in ["7", "evt_x"]: POST /api/v1/webhooks/$webhook/deliveries/$event/replay {} -> 404 not_found

# A webhook with rows needs the scope that reads them
less may webhooks:manage
reads may webhooks:manage reviews:read
lists may webhooks:manage customers:read
each $field $rows $scope in [["include", ["review"], "reviews:read"],
  ["events", ["review-created", "review-updated"], "reviews:read"], ["events", ["message-updated"], "customers:read"]]:
  less POST /api/v1/webhooks {"url": "https://hooks.example/", "$field": "$rows"} -> 403 forbidden shows "$scope"
reads POST /api/v1/webhooks {"url": "https://hooks.example/", "include": ["review"]} -> 201 {"id": "$first"}
reads POST /api/v1/webhooks {"url": "https://hooks.example/", "events": ["review-created"]} -> 201 {"id": "$second"}
lists POST /api/v1/webhooks {"url": "https://hooks.example/", "events": ["message-updated"]} -> 201 {"id": "$third"}
each $webhook in ["$first", "$second", "$third"]:
  less PATCH /api/v1/webhooks/$webhook {"url": "https://other.example/"} -> 403 forbidden
GET /api/v1/webhooks/$second -> 200 {"url": "https://hooks.example/"}
each $webhook $change in [["$first", {"status": "disabled"}], ["$second", {"status": "enabled"}], ["$first", {"url":
  "https://hooks.example/", "include": ["review"]}], ["$third", {"url": "https://hooks.example/", "events":
  ["message-updated"]}], ["$first", {"url": "https://other.example/", "include": [], "events": ["review.deleted"]}],
  ["$second", {"url": "https://other.example/", "include": [], "events": ["review.deleted"]}], ["$third", {"url":
  "https://other.example/", "include": [], "events": ["review.deleted"]}]]:
  less PATCH /api/v1/webhooks/$webhook @content-type=application/json raw="$change" -> 200
each $field $rows $scope in [["include", ["review"], "reviews:read"], ["events", ["review-created"], "reviews:read"],
  ["events", ["message-updated"], "customers:read"]]:
  less PATCH /api/v1/webhooks/$first {"$field": "$rows"} -> 403 forbidden shows "$scope"
reads PATCH /api/v1/webhooks/$first {"include": ["review"]} -> 200
lists PATCH /api/v1/webhooks/$third {"events": ["message-updated"]} -> 200

# A test is an event whatever is subscribed
hook 200 {"events": ["review.deleted"]}
POST /api/v1/webhooks/$webhook/test {} -> 202 exactly {"ok": true, "count": 1}
+0s delivered webhook.test
PATCH /api/v1/webhooks/$webhook {"events": ["review-created"]} -> 200
POST /api/v1/webhooks/$webhook/test {} -> 202
+0s delivered webhook.test
PATCH /api/v1/webhooks/$webhook {"status": "disabled"} -> 200
POST /api/v1/webhooks/$webhook/test {} -> 202 exactly {"ok": true, "count": 0}

# The log has every attempt
hook 500 {"events": ["review.submitted"]}
review rating=5 text=Lovely. display_name=Jane
+0s delivered review.submitted
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": [{"type": "review.submitted", "status": "pending",
  "next_attempt_at": "2026-11-20T06:00:0…Z", "attempts": [{"at": "2026-11-20T06:00:00Z", "status_code": 500}]}],
  "next_cursor": null}
hook 200
+10s delivered review.submitted
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": [{"event_id": "$event", "status": "delivered",
  "next_attempt_at": null, "attempts": [{}, {"status_code": 200}]}]}
FORM /review/hub/review rating=4 text=Fine. display_name=Jane -> 303
review {"product_ids": ["$tray"]} rating=5 text=Lovely. display_name=Jane
review {"order_id": "C"} rating=5 text=Lovely. display_name=Jane
// Newest first, page by page.
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": ["$third", "$second", {"event_id": "$event"}]}
GET /api/v1/webhooks/$webhook/deliveries?limit=1 -> 200 {"deliveries": ["$third"], "next_cursor": "$next"}
GET /api/v1/webhooks/$webhook/deliveries?limit=1&cursor=$next -> 200 {"deliveries": ["$second"], "next_cursor": "$more"}
GET /api/v1/webhooks/$webhook/deliveries?limit=1&cursor=$more
  -> 200 {"deliveries": [{"event_id": "$event"}], "next_cursor": null}
GET /api/v1/webhooks/$webhook/deliveries?status=pending -> 200 {"deliveries": ["$third", "$second"]}
GET /api/v1/webhooks/$webhook/deliveries?status=delivered -> 200 {"deliveries": [{"event_id": "$event"}]}
GET /api/v1/webhooks/$webhook/deliveries?status=failed -> 200 {"deliveries": []}
each $query $code in [["status=lost", "invalid_status"], ["limit=0", "invalid_limit"], ["limit=101", "invalid_limit"],
  ["cursor=7", "invalid_cursor"]]: GET /api/v1/webhooks/$webhook/deliveries?$query -> 422 {"error": "$code"}

# Events since a time are replayed
hook 200 {"events": ["review.submitted"]}
review {"order_id": "A"} rating=5 text=Lovely. display_name=Jane
+1m review {"order_id": "B"} rating=5 text=Lovely. display_name=Jane
+1m review {"order_id": "C"} rating=5 text=Lovely. display_name=Jane
+1m each $n in 0..3: delivered review.submitted
each $n in 0..2: POST /api/v1/webhooks/$webhook/replay {"since": "2026-11-20T06:01:00Z"}
  -> 202 exactly {"ok": true, "count": 2, "next_since": null}
// An event that is being delivered is not sent twice.
+0s each $n in 0..2: delivered review.submitted
POST /api/v1/webhooks/$webhook/replay {"since": "2026-11-20T07:00:00Z"} -> 202 {"count": 0}
each $body in [{}, {"since": null}, {"since": "yesterday"}, {"since": 7}]:
  POST /api/v1/webhooks/$webhook/replay @content-type=application/json raw="$body" -> 422 invalid_since
