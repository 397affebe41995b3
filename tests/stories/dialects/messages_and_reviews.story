# Messages of all customers are listed newest first, and those of one below the customer
GET /beacon/messages -> 200 {"data": [], "pagination": {"total": 0}}
POST /beacon/customers {"first_name": "Jane", "last_name": "Doe", "email": "jane@example.com", "phone": "+491711234567"}
  -> 200 {"data": {"id": "$jane"}}
GET /beacon/customers/$jane/messages -> 200 {"pagination": {"total": 0}}
POST /beacon/asks {"email": "jane@example.com", "reminders_count": 1, "channels": ["sms"]} -> 200 {"data": {"id": "$ask"}}
+1h ask {"email": "john@example.com", "delay_days": 0}
+0s
+3d GET /beacon/messages -> 200 {"success": true, "data": [ {"ask_id": "$ask", "template": {"name": "Reminder 1",
  "channel": "sms"}, "created_at": 1795413600, "delivered_at": 1795413603, "updated_at": 1795413603}, {"ask_id":
  "$of_john", "customer": {"name": null}}, {"id": "$message", "uuid": "$message", "ask_id": "$ask", "customer": {"id":
  "$jane", "uuid": "$jane", "name": "Jane Doe"}, "template": {"name": "Review request", "channel": "sms"}, "channel":
  "sms", "status": "sent", "failed_reason": null, "scheduled_at": 1795154400, "processed_at": 1795154400, "sent_at":
  1795154400, "delivered_at": 1795154403, "failed_at": null, "created_at": 1795154400, "updated_at": 1795154403}]} is
  "$all"
// The reminder belongs to an older request, but is newer than its first message.
GET /beacon/customers/$jane/messages -> 200 {"data": [{"id": "$message"}, {"template": {"name": "Reminder 1"}}]}
// A trailing slash changes nothing.
GET /beacon/messages/ -> 200 is "$all"
HEAD /beacon/messages -> 200 is ""
GET /reviews/v2/review-requests/$of_john -> 200
acme GET /beacon/messages -> 200 {"data": []}

# A customer's messages are listed with their outcome, whichever dialect asked
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"}
  -> 200 {"data": {"id": "$jane"}}
POST /beacon/asks {"email": "jane@example.com", "reminders_count": 1} -> 200 {"data": {"id": "$ask"}}
+3d ask {"delay_days": 0}
+0s GET /beacon/customers/$jane/messages -> 200 {"data": [ {"ask_id": "$ask", "channel": "email", "scheduled_at":
  1795154400, "delivered_at": 1795154403, "status": "sent"}, {"ask_id": "$ask", "channel": "sms", "scheduled_at":
  1795154400, "delivered_at": 1795154403, "status": "sent"}, {"ask_id": "$ask", "channel": "email", "scheduled_at":
  1795413600, "delivered_at": null, "failed_reason": null, "sent_at": 1795413600, "processed_at": 1795413600},
  {"ask_id": "$ask", "channel": "sms", "scheduled_at": 1795413600}, {"id": "$last", "ask_id": "$other", "channel":
  "email", "scheduled_at": 1795413600}], "pagination": {"total": 5}}
GET /beacon/customers/$jane/messages?page=2&per_page=2 -> 200 {"data": [
  {"channel": "email", "scheduled_at": 1795413600}, {"channel": "sms", "scheduled_at": 1795413600}],
  "pagination": {"path": "http://shop.example/beacon/customers/$jane/messages"}}
  between "\"next_page_url\":\"http://shop.example" "\"" "$next"
GET $next -> 200 {"data": [{"id": "$last"}], "pagination": {"total": 5}}
GET /reviews/v2/review-requests/$other -> 200

# A message that was not sent says why, and its ask is not open any more
POST /beacon/customers {"first_name": "Jane", "email": "reject@example.com"} -> 200 {"data": {"id": "$jane"}}
POST /beacon/asks {"email": "reject@example.com"} -> 200 {"data": {"id": "$ask"}}
+1m GET /beacon/customers/$jane/messages -> 200 {"data": [{"status": "failed", "failed_reason": "MessageRejected",
  "sent_at": null, "failed_at": "$at", "processed_at": "$at"}]}
POST /beacon/asks {"email": "reject@example.com"} -> 200 lacks "$ask"

# Reviews are listed, of one customer and of all
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200 {"data": {"id": "$jane"}}
GET /beacon/customers/$jane/reviews -> 200 {"data": []}
POST /beacon/asks {"email": "jane@example.com"} -> 200 {"data": {"id": "$ask"}}
+0s mail jane@example.com "…"
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $link_token
ask {"product_ids": ["$mug", "$tray"], "skip_email": true}
FORM /review/hub/review token=$link_token rating=5 text=Lovely. display_name=Jane -> 303
jump 1s FORM /review/hub/review item=1 rating=5 text=Lovely. display_name=Jane -> 303
jump 1m FORM /review/hub/review item=1 rating=4 text="Good <b>oak</b>.\nHeavy." display_name=Jane -> 303
GET /beacon/reviews -> 200 {"data": ["$of_tray", "$of_shop"], "pagination": {"total": 2}}
// An edited review is one.
GET /beacon/customers/$jane/reviews -> 200 {"pagination": {"total": 2}, "data": [{"ask_id": "$ask", "item": null},
  {"id": "$review", "score": 4, "rating": {"score": 4, "label": "4 stars", "image_link": null}, "review":
  "Good <b>oak</b>.\nHeavy.", "review_html": "Good &#60;b&#62;oak&#60;/b&#62;.<br>Heavy.", "reviewer": {"name": "Jane",
  "first_name": "Jane", "last_name": null}, "source": {"name": "Afterword"}, "has_reply": false, "is_hidden": 0,
  "is_duplicate": 0, "item": "$tray", "created_at": 1795154401, "updated_at": 1795154461}]}
GET /beacon/customers/$jane/reviews -> 200 {"data": ["$of_shop", "$of_tray"]}
GET /beacon/customers/$jane/reviews?page=2&per_page=1 -> 200 {"data": ["$of_tray"]}
  between "\"prev_page_url\":\"http://shop.example" "\"" "$before"
GET $before -> 200 {"data": ["$of_shop"]}
GET /beacon/reviews/ -> 200 {"success": true, "data": ["$of_tray", "$of_shop"]}
GET /beacon/reviews?page=2&per_page=1 -> 200 {"data": ["$of_shop"], "pagination": {"total": 2}}
  between "\"prev_page_url\":\"http://shop.example" "\"" "$newer"
GET $newer -> 200 {"data": ["$of_tray"]}
PATCH /api/v1/reviews/$review/reject -> 200
GET /beacon/reviews -> 200 {"data": [{"is_hidden": 1}, {}]}

# An empty list is one page, and a page has its bounds
GET /beacon/customers -> 200 {"data": [], "pagination": {"current_page": 1, "last_page": 1, "total": 0, "from": null,
  "to": null, "prev_page_url": null, "next_page_url": null}}
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200 {"data": {"id": "$jane"}}
each $query in ["page=0", "page=-1", "page=x", "page=", "page=1000000001", "page=99999999999999999999"]:
  GET /beacon/customers?$query -> 422 {"errors": {"page": "$any", "per_page": "$absent"}}
each $query in ["per_page=0", "per_page=101"]:
  GET /beacon/customers?$query -> 422 {"errors": {"per_page": "$any", "page": "$absent"}}
each $list in ["customers", "customers/$jane/reviews", "customers/$jane/messages", "messages", "reviews"]:
  GET /beacon/$list?per_page=1.5&page=0 -> 422 {"errors": {"page": "$any", "per_page": "$any"}}

# A message that is settled twice is listed and counted once
reports off
fails Sms LoseAnswer
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200 {"data": {"id": "$jane"}}
POST /beacon/asks {"phone": "+491711234567"} -> 200
+1d GET /beacon/messages -> 200 {"data": [{"status": "unconfirmed", "created_at": "$at"}]}
reports on
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$request"}]}
reported $request TEXT_DELIVERED
each $path in ["/beacon/messages", "/beacon/customers/$jane/messages"]: GET $path?page=1&per_page=1 -> 200
  {"data": [{"status": "sent", "created_at": "$at"}], "pagination": {"next_page_url": null, "total": 1}}
