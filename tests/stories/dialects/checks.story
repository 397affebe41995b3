# Without a key, or with a bad one, a call is 401 and says how a key is sent
POST /api/v1/keys {"name": "Till"} -> 201 {"key": "$key"}
each $header in ["", "Bearer", "Basic $key", "$key", "Bearer $key.", "Bearer aw_live_unknown"]:
  GET /api/v1/review-requests @authorization="$header" -> 401 unauthorized header www-authenticate "Bearer"
each $path in ["/api/v1/review-requests", "/api/v1/review-requests/1"]:
  anyone GET $path -> 401 unauthorized header www-authenticate "Bearer"
each $path in ["/api/v1/review-requests/send", "/api/v1/review-requests/1/send"]:
  anyone POST $path -> 401 unauthorized header www-authenticate "Bearer"
anyone DELETE /api/v1/review-requests/1 -> 401 unauthorized header www-authenticate "Bearer"
// Wix' programs send the key bare, too, with ids of their site.
POST /api/v1/keys {"name": "Till", "dialect": "wix"} -> 201 {"key": "$wix"}
each $header in ["$wix", "Bearer $wix", " $wix "]:
  POST /reviews/v2/review-requests/count @authorization="$header" @wix-site-id=8d141741-5caf-455b-9775-64b64119fa9a
  @wix-account-id=8d141741-5caf-455b-9775-64b64119fa9a {} -> 200

# The key comes first, then the size, the type and the JSON, in each dialect
each $path in ["/api/v1/review-requests/send", "/api/v1/invitations", "/beacon/customers", "/beacon/charges",
  "/reviews/v2/review-requests", "/reviews/v2/review-requests/query", "/_api/reviews/v1/reviews/query"]:
  anyone POST $path @content-type=text/plain raw="{{[*65537}}" -> 401
each $path in ["/api/v1/review-requests/send", "/api/v1/invitations", "/beacon/customers", "/beacon/charges",
  "/reviews/v2/review-requests", "/reviews/v2/review-requests/query", "/_api/reviews/v1/reviews/query"]:
  POST $path @content-type=text/plain raw="{{[*65537}}" -> 413
each $path in ["/api/v1/review-requests/send", "/api/v1/invitations", "/beacon/customers", "/beacon/charges",
  "/reviews/v2/review-requests", "/reviews/v2/review-requests/query", "/_api/reviews/v1/reviews/query"]:
  POST $path @content-type=text/plain raw="[" -> 415
each $path in ["/api/v1/review-requests/send", "/api/v1/invitations", "/beacon/customers", "/beacon/charges",
  "/reviews/v2/review-requests", "/reviews/v2/review-requests/query", "/_api/reviews/v1/reviews/query"]:
  POST $path @content-type=application/json raw="{\"name\": 1,\n \"name\": 2}" -> 400 shows "line 2"

# The native list has the fifty newest and says nothing personal
each $n in 0..55: ask {"skip_email": true}
GET /api/v1/review-requests -> 200 times "\"id\":" 50 lacks "jane" "token" header link "<…>; rel=\"next\""

# All messages are read with two queries and two batches, and two queries less on the next page
each $n in 0..5: POST /beacon/customers {"first_name": "Ann", "email": "ann$n@example.com"} -> 200
each $n in 0..5: POST /beacon/asks {"email": "ann$n@example.com"} -> 200
+0s costs …
GET /beacon/messages?per_page=2 -> 200 {"data": ["$a", "$b"], "pagination": {"total": 5}}
  between "\"next_page_url\":\"http://shop.example" "\"" $second
// One batch reads the customers, one the messages. The second query reads the counters for the total.
costs GetItem Query BatchGetItem Query BatchGetItem
GET $second -> 200 {"data": ["$c", "$d"]} between "\"prev_page_url\":\"http://shop.example" "\"" $first
costs GetItem Query BatchGetItem BatchGetItem
GET /beacon/messages?page=3&per_page=2 -> 200 {"data": ["$e"]}
GET /beacon/messages -> 200 {"data": ["$a", "$b", "$c", "$d", "$e"]}
GET $first -> 200 {"data": ["$a", "$b"]}

# A message that came back is failed since then, at the same place
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com"} -> 200
+0s GET /api/v1/review-requests -> 200 {"requests": [{"id": "$id"}]}
jump 40s reported PermanentBounce
GET /beacon/messages -> 200 {"data": [{"status": "failed", "failed_reason": "bounced", "sent_at": 1795154400,
  "created_at": 1795154400, "failed_at": "$at", "updated_at": "$at"}]} lacks "\"failed_at\":1795154400"

# Fields of More Good Reviews that are out of their bounds are named all at once, and nothing is stored
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/locations {"name": "A"} -> 200 {"data": {"id": "$place"}}
each $fields $a in [[{"email": "x@example.com"}, "first_name"], [{"email": "x@example.com", "first_name": null}, "first_name"],
  [{"first_name": "J", "email": "jane"}, "email"], [{"first_name": "J", "phone": "0171 1234567"}, "phone"],
  [{"first_name": "J", "phone": "+49 171 123"}, "phone"],
  [{"first_name": "J", "email": "x@example.com", "signed_up_at": "yesterday"}, "signed_up_at"],
  [{"first_name": "J", "email": "x@example.com", "signed_up_at": 1700000000000}, "signed_up_at"],
  [{"first_name": "J", "email": "x@example.com", "has_subscription": "yes"}, "has_subscription"],
  [{"first_name": "J", "email": "x@example.com", "notes": "{{a*5001}}"}, "notes"]]:
  POST /beacon/customers @content-type=application/json raw="$fields" -> 422 exactly {"success": false, "message": "….",
  "errors": {"$a": ["…."]}}
each $fields in [{"first_name": "J"}, {"first_name": "J", "email": null, "phone": ""},
  {"first_name": "J", "email": 7, "phone": 7}]:
  POST /beacon/customers @content-type=application/json raw="$fields" -> 422 exactly {"success": false, "message": "….",
  "errors": {"email": ["…."], "phone": ["…."]}}
POST /beacon/customers {"first_name": "{{a*201}}", "last_name": 7, "company": "a\nb", "address1": "{{a*256}}", "address2": [],
  "city": {}, "state": 1, "postal_code": true} -> 422 exactly {"success": false, "message": "….", "errors": {
  "address1": "$any", "address2": "$any", "city": "$any", "company": "$any", "email": "$any", "first_name": "$any",
  "last_name": "$any", "phone": "$any", "postal_code": "$any", "state": "$any"}}
each $field $bad in [["email", "jane"], ["amount", -1], ["amount", 1.5], ["amount", "4900"], ["currency", "EURO"],
  ["currency", 978], ["charged_at", "soon"], ["location_slug", "No Slug"]]:
  POST /beacon/charges {"email": "jane@example.com", "$field": "$bad"} -> 422 exactly {"success": false, "message": "….",
  "errors": {"$field": ["…."]}}
each $field $bad in [["email", "jane"], ["phone", "171"], ["channels", []], ["channels", ["fax"]], ["channels", "email"],
  ["channels", [1]], ["reminders_count", 4], ["reminders_count", -1], ["reminders_count", "1"], ["asked_at", "soon"]]:
  POST /beacon/asks {"email": "jane@example.com", "$field": "$bad"} -> 422 exactly {"success": false, "message": "….",
  "errors": {"$field": ["…."]}}
each $path in ["charges", "asks"]: POST /beacon/$path {"email": null} -> 422 exactly {"success": false, "message": "….",
  "errors": {"email": "$any", "phone": "$any"}}
each $field $bad in [["name", null], ["name", " "], ["name", 7], ["slug", "A B"], ["slug", "{{a*51}}"], ["code", 7],
  ["display_name", "{{a*256}}"], ["city", []]]:
  POST /beacon/locations {"name": "A", "$field": "$bad"} -> 422 exactly {"success": false, "message": "….",
  "errors": {"$field": ["…."]}}
each $field $bad in [["name", null], ["slug", "Ä"]]:
  PUT /beacon/locations/$place {"$field": "$bad"} -> 422 {"errors": {"$field": ["…."]}}
rows CUST# 1
rows CHG# 0
rows REQ# 0
