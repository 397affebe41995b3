// A webhook's secret and its log.

# A new webhook shows its secret once
POST /api/v1/webhooks {"url": "https://hooks.example/"} -> 201 {"id": "$webhook", "secret": "whsec_…"}
GET /api/v1/webhooks -> 200 {"webhooks": [{"id": "$webhook", "secret": "$absent"}]}
GET /api/v1/webhooks/$webhook -> 200 {"id": "$webhook", "secret": "$absent"}

# An event is in the log for 30 days, and replayed as the same event
hook 200
POST /api/v1/webhooks {"url": "$hook", "events": ["review.submitted"]} -> 201 {"id": "$webhook"}
ask {"product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
+0s
delivered review.submitted
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": [{"event_id": "$event", "attempts": [{}]}]}
POST /api/v1/webhooks/$webhook/deliveries/$event/replay {} -> 202 exactly {"ok": true, "count": 1}
+0s
delivered review.submitted
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": [{"event_id": "$event", "attempts": [{}, {}]}]}
jump 29d
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": [{"event_id": "$event"}]}
// DynamoDB deletes what is over within two days.
jump 4d
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": []}
