# An ask by every channel is answered and sent at once, and both links lead to the same page
POST /beacon/customers {"first_name": "Jane", "last_name": "Doe", "email": "jane@example.com", "phone": "+491711234567"} -> 200
POST /beacon/asks {"email": "jane@example.com"} -> 200 exactly {"success": true, "data": {"id": "$ask",
  "email": "jane@example.com", "phone": "+491711234567", "channels": ["email", "sms"], "reminders_count": 0,
  "scheduled_at": 1795154400, "status": "scheduled"}}
+0s mail jane@example.com "…Jane…" email
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" "$link_token"
mail +491711234567 "…" sms
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" "$link_token"
// The other dialects show it.
GET /reviews/v2/review-requests/$ask -> 200 {"reviewRequest": {"status": "SENT"}}
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": [], "status": "sent"}]}

# Channels are those given or all that the customer has
POST /beacon/customers {"first_name": "Jane", "email": "mail@example.com"} -> 200
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
POST /beacon/customers {"first_name": "Jane", "email": "both@example.com", "phone": "+12125550123"} -> 200
each $fields in [{"email": "mail@example.com", "channels": ["sms"]}, {"email": "mail@example.com", "channels":
  ["email", "sms"]}, {"phone": "+491711234567", "channels": ["email"]}]:
  POST /beacon/asks @content-type=application/json raw="$fields" -> 422 {"errors": {"channels": "$any"}}
+0s no mail
POST /beacon/asks {"email": "mail@example.com"} -> 200 {"data": {"channels": ["email"]}}
+0s mail mail@example.com "…" email
POST /beacon/asks {"phone": "+491711234567", "channels": null} -> 200 {"data": {"channels": ["sms"]}}
+0s mail +491711234567 "…" sms
POST /beacon/asks {"email": "both@example.com", "channels": ["sms", "email", "sms"]}
  -> 200 {"data": {"channels": ["sms", "email"]}}
+0s mail +12125550123 "…" sms
mail both@example.com "…" email

# An unknown customer is 404, also if another shop knows them
acme POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"} -> 200
each $field $value in [["email", "jane@example.com"], ["phone", "+491711234567"]]:
  POST /beacon/asks {"$field": "$value"} -> 404 {"success": false}

# An ask waits until its time, which is at most 366 days ahead, and a time in the past is now
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"} -> 200
POST /beacon/customers {"first_name": "June", "email": "june@example.com"} -> 200
POST /beacon/customers {"first_name": "Mia", "email": "mia@example.com"} -> 200
POST /beacon/asks {"phone": "+491711234567", "channels": ["email"], "asked_at": "2026-11-23T06:00:00Z"}
  -> 200 {"data": {"scheduled_at": 1795413600, "status": "scheduled"}}
POST /beacon/asks {"email": "mia@example.com", "asked_at": 1826776801} -> 422 {"errors": {"asked_at": "$any"}}
POST /beacon/asks {"email": "mia@example.com", "asked_at": 1826776800} -> 200 {"data": {"scheduled_at": 1826776800}}
POST /beacon/asks {"email": "june@example.com", "asked_at": "2026-11-20"} -> 200 {"data": {"scheduled_at": 1795154400}}
+0s mail june@example.com "…"
+2d23h59m no mail
+1m mail jane@example.com "…"

# A second ask while one is open is the open one and sends nothing
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"} -> 200
at once 20 POST /beacon/asks {"email": "jane@example.com", "reminders_count": 1}
  -> 200 {"data": {"id": "$ask", "channels": "$channels", "scheduled_at": "$at"}}
+0s mail jane@example.com "…"
mail +491711234567 "…"
POST /beacon/asks {"phone": "+491711234567", "channels": ["sms"], "reminders_count": 3}
  -> 200 exactly {"success": true, "data": {"id": "$ask", "email": "jane@example.com", "phone": "+491711234567",
  "channels": "$channels", "reminders_count": 1, "scheduled_at": "$at", "status": "sent"}}
at once 20 POST /beacon/asks {"email": "jane@example.com"} -> 200 {"data": {"id": "$ask"}}
+0s no mail

# Once an ask is completed, cancelled or expired a new one is created
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com"} -> 200 {"data": {"id": "$first"}}
+0s GET /api/v1/review-requests -> 200 {"requests": [{"id": "$request"}]}
GET /api/v1/review-requests/$request -> 200 {"hub_url": "$hub"} between "/review/" "\"" "$token"
FORM /review/hub/review token=$token rating=5 text=Lovely. display_name=Jane -> 303
jump 1s POST /beacon/asks {"email": "jane@example.com"} -> 200 {"data": {"id": "$second"}} lacks "$first"
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$open"}, {}]}
DELETE /api/v1/review-requests/$open -> 200
POST /beacon/asks {"email": "jane@example.com"} -> 200 {"data": {"id": "$third"}} lacks "$second"
+90d POST /beacon/asks {"email": "jane@example.com"} -> 200 lacks "$third"

# Reminders leave after 3, 7 and 14 days until a review
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com", "reminders_count": 3} -> 200
+0s mail jane@example.com "…" at 2026-11-20T06:00:00Z
+44d mail jane@example.com "…" at 2026-11-23T06:00:00Z
mail jane@example.com "…" at 2026-11-27T06:00:00Z
mail jane@example.com "…" at 2026-12-04T06:00:00Z
POST /beacon/customers {"first_name": "June", "email": "june@example.com"} -> 200
POST /beacon/asks {"email": "june@example.com", "reminders_count": 3} -> 200
+3d mail june@example.com "…"
mail june@example.com "…"
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$request"}, {}]}
GET /api/v1/review-requests/$request -> 200 {"hub_url": "$hub"} between "/review/" "\"" "$token"
FORM /review/hub/review token=$token rating=5 text=Lovely. display_name=Jane -> 303
+30d no mail

# An ask that is repeated with its key is replayed, although no SMS reaches the customer any more
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"} -> 200
POST /beacon/asks @idempotency-key=k {"email": "jane@example.com", "channels": ["sms"]} -> 200 is "$first"
+0s mail +491711234567 "…" sms
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": null} -> 200
POST /beacon/asks @idempotency-key=k {"email": "jane@example.com", "channels": ["sms"]}
  -> 200 is "$first" header idempotent-replayed "true"
+0s no mail

# An open ask that was answered is replayed once it is over
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com"} -> 200
+0s mail jane@example.com "…"
POST /beacon/asks @idempotency-key=k {"email": "jane@example.com"} -> 200 is "$first" as request
GET /api/v1/review-requests/$request -> 200 {"hub_url": "$hub"} between "/review/" "\"" "$token"
FORM /review/hub/review token=$token rating=5 text=Lovely. display_name=Jane -> 303
POST /beacon/asks @idempotency-key=k {"email": "jane@example.com"} -> 200 is "$first" header idempotent-replayed "true"
+0s no mail
