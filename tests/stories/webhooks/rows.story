// Events with rows by More Good Reviews' names, and what causes no event.

# Messages' events by More Good Reviews' names have the lists' rows
hook 200
POST /api/v1/webhooks {"url": "$hook", "events": ["message-created", "message-updated", "message-deleted"]} -> 201
POST /beacon/customers {"first_name": "Jane", "last_name": "Doe", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com"} -> 200
+0s
delivered message-created {"id": "$message", "uuid": "$message", "ask_id": "$ask", "customer": {"name": "Jane Doe"}}
delivered message-updated
+10m
GET /beacon/messages -> 200 {"data": [{"id": "$message", "ask_id": "$ask", "status": "$status", "delivered_at": "$at",
  "customer": "$customer"}]}
delivered message-updated {"id": "$message", "status": "$status", "delivered_at": "$at", "customer": "$customer"}
no delivery
ask {"email": "june@example.com", "order_id": "A", "product_ids": ["$mug"], "delay_days": 7}
+0s
delivered message-created
DELETE /api/v1/review-requests/$id -> 200
+0s
delivered message-deleted {"status": "skipped", "failed_reason": "cancelled"}
delivered message-updated
no delivery

# A row that is gone leaves its ids
hook 200
POST /api/v1/webhooks {"url": "$hook", "events": ["message-created"]} -> 201
fails Sqs LoseRequest
ask {"delay_days": 7}
heals
POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202
+15m
delivered message-created {"id": "$any", "uuid": "$any", "ask_id": "$any", "status": "$absent", "customer": "$absent"}
no delivery

# Copies of the provider's reports, in any order, cause no events
hook 200
POST /api/v1/webhooks {"url": "$hook", "events": ["message.sent", "message.delivered"]} -> 201
ask {"delay_days": 0}
+10m
delivered message.sent
delivered message.delivered
reported Delivery
reported Send
reported Delivery
+10m
no delivery

# Nothing is written into the outbox for a shop that does not ask for it
hook 200
POST /api/v1/webhooks {"url": "$hook", "events": ["review.withheld"]} -> 201
POST /api/v1/webhooks {"url": "$hook"} -> 201 {"id": "$disabled"}
PATCH /api/v1/webhooks/$disabled {"status": "disabled"} -> 200
each $email in ["jane@example.com", "bounce@example.com"]:
  POST /api/v1/review-requests/send {"email": "$email", "delay_days": 0} -> 201
+10m
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
DELETE /api/v1/review-requests/$id -> 200
PUT /api/v1/suppressions/june@example.com -> 200
+0s
rows WHD# 0
no delivery
