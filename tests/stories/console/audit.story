# Changes by a key are recorded once, and calls without a change are not
hook 200
each $n in 0..2:
  PUT /api/v1/settings {"shop_name": "Fern Acres", "contact_url": "https://fern.example/help", "moderation": "hold",
    "owner_email": "jane@fernandoak.example", "reply_to": "jane@fernandoak.example",
    "paused_until": "2026-11-21T06:00:00Z", "incentives": null} -> 200
POST /api/v1/keys {"name": "Jane", "scopes": ["reviews:read"]} -> 201 {"id": "$key"}
DELETE /api/v1/keys/$key -> 200
POST /api/v1/webhooks {"url": "$hook/jane"} -> 201 {"id": "$webhook"}
each $n in 0..2: PATCH /api/v1/webhooks/$webhook {"url": "$hook", "status": "disabled"} -> 200
POST /api/v1/webhooks/$webhook/rotate {} -> 200
DELETE /api/v1/webhooks/$webhook -> 200
each $days in [0, 5, 5]: PUT /api/v1/integrations/shopify
  {"secret": "shpss0123456789abcdef", "ask_days_after": "$days", "tags_excluded": ["jane"]} -> 200
PUT /api/v1/integrations/shopify {"secret": "shpssfedcba9876543210"} -> 200
DELETE /api/v1/integrations/shopify -> 200
each $dry_run in [true, false]: POST /api/v1/imports?format=afterword&dry_run=$dry_run -> 201
POST /api/v1/privacy/export {"email": "jane@example.com"} -> 202
POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202 {"receipt": "$receipt"}
each $what in ["change_settings", "create_key", "revoke_key", "create_webhook", "change_webhook",
  "rotate_webhook_secret", "delete_webhook", "connect_system", "disconnect_system",
  "import_reviews", "export_customer", "erase_customer"]:
  GET /api/v1/audit?limit=100 -> 200 times "\"what\":\"$what\",\"by\":\"key:" 1 times "\"what\"" 14
    lacks "jane" "Jane" "@" "127.0.0.1"
GET /api/v1/audit?limit=100 -> 200 shows "\"before\":{\"ask_days_after\":0},\"after\":{\"ask_days_after\":5}"
  "\"before\":{\"enabled\":true,\"url\":\"set\"},\"after\":{\"enabled\":false,\"url\":\"set\"}"
  between "\"change_settings\"" "\"after\"" "…\"before\":{\"shop_name\":\"Fern & Oak\",…\"paused_until\":null,…"
  between "\"after\":{\"shop_name\":\"Fern Acres\"," "}}" "\"moderation\":\"hold\",\"reply_to\":\"set\",…,\"owner_email\":\"set\""
  between "\"reply_to\":\"set\"," "\"owner"
    "\"contact_url\":\"https://fern.example/help\",\"paused_until\":\"2026-11-21T06:00:00Z\","
mara GET /console/audit -> 200 shows "href=\"/console/customers/receipts/$receipt\""
  "Connected the shop<br><code>shopify</code>" "<code>ask_days_after</code> <bdi>0</bdi> → <bdi>5</bdi>"
  "<code>paused_until</code> <bdi>–</bdi> → <bdi>2026-11-21T06:00:00Z</bdi>"
  "<code>shop_name</code> <bdi>Fern &#38; Oak</bdi> → <bdi>Fern Acres</bdi>"
  "<code>enabled</code> <bdi>true</bdi> → <bdi>false</bdi>" lacks "href=\"/console/webhooks/"

# The log names keys and members while they are known
hook 200
mara signs in as owner
jo signs in as moderator
ask {"skip_email": true}
POST /api/v1/keys
  {"name": "Warehouse", "scopes": ["webhooks:manage", "reviews:read", "requests:read", "requests:write", "customers:read"]}
  -> 201 {"id": "$warehouse", "key": "$key"}
POST /api/v1/webhooks @authorization="Bearer $key" {"url": "$hook"} -> 201 {"id": "$made"}
mara GET /console/requests/$id/link -> 200
mara GET /console/audit -> 200 shows "Created an API key<br><code>Warehouse</code>" "<bdi>API key Warehouse</bdi>"
  "Created a webhook<br><a href=\"/console/webhooks/$made\">" "Invited a member<br><code>jo@fernandoak.example</code>"
  "<code>role</code> <bdi>–</bdi> → <bdi>moderator</bdi>" "Viewed a customer’s link<br><a href=\"/console/requests/$id\">"
// A request says who asked for it, too.
POST /api/v1/review-requests/send @authorization="Bearer $key" {"email": "jo@example.com", "product_ids": ["$mug"]}
  -> 201 {"request_id": "$asked"}
mara GET /console/requests/$asked -> 200 shows "The shop’s program asked for a review. · API key Warehouse<"
DELETE /api/v1/keys/$warehouse -> 200
mara GET /console/audit -> 200 shows "$warehouse" lacks "Warehouse"

# The log is read in pages and as CSV, and only the page names members
mara signs in as owner
jump 1s mara FORM /console/settings/reviews moderation=hold public_display=on -> 303 /console/settings#reviews
jump 1s operator {"pause": {}} -> {}
GET /api/v1/audit -> 200 {"entries": [{"by": "operator"}, {"by": "member:…"}, "…"]}
GET /api/v1/audit?limit=2 -> 200 {"entries": ["$a", "$b"]} header link "…"
GET /api/v1/audit?cursor=1 -> 422 invalid_cursor
GET /api/v1/audit?limit=100 @accept=text/csv -> 200 header content-type "text/csv; charset=utf-8" is "$csv"
mara GET /console/audit -> 200 shows "Paused sending" "the operator" "Changed settings" "mara@fernandoak.example"
  "<code>moderation</code>"
reader may keys:manage
reader GET /api/v1/audit -> 403 forbidden

# A file that a key downloads is recorded once a day
ask {"skip_email": true}
POST /api/v1/privacy/export {"email": "jane@example.com"} -> 202 {"receipt": "$receipt"}
+2m each $path in ["/api/v1/reviews.csv", "/api/v1/reviews.jsonl", "/api/v1/privacy/$receipt"]: GET $path -> 200
+1d GET /api/v1/reviews.csv?cursor=1 -> 200
GET /api/v1/audit -> 200 {"entries": [
  {"at": "2026-11-21T00:00:00Z", "by": "key:…", "what": "take_reviews", "target": "fern"},
  {"what": "export_customer"},
  {"at": "2026-11-20T00:00:00Z", "by": "key:…", "what": "take_customer_file", "target": "$receipt"},
  {"at": "2026-11-20T00:00:00Z", "by": "key:…", "what": "take_reviews", "target": "fern"}, "…"]}

# Reading, sending, cancelling and lifting are recorded by ids alone
mara signs in as owner
GET /api/v1/members -> 200 {"members": [{"id": "$mara"}]}
PUT /api/v1/suppressions/lee@example.com {} -> 200
ask {"delay_days": 3} as jane
ask {"email": "joan@example.com", "delay_days": 3} as joan
// Sending and cancelling are in the request's own timeline, also if a key did it.
jump 1s mara FORM /console/requests/$jane/send -> 303
+0s mara FORM /console/requests/$jane/cancel -> 303
DELETE /api/v1/review-requests/$joan -> 200
details $jane send_asked ["member:$mara"]
details $jane cancelled ["member:$mara"]
details $joan cancelled ["key:…"]
details $joan created ["call betterreviews key:…"]
mara GET /console/requests/$jane -> 200 times " · mara@fernandoak.example" 2
  shows "The shop’s program asked for a review. · API key…"
mara GET /console/requests/$joan/link -> 200
jump 1s mara GET /console/requests/$jane/messages -> 200
jump 1s mara GET /console/data/reviews.csv -> 200
jump 1s mara FORM /console/customers/find find=jane@example.com -> 303 header location "$path"
mara FORM $path/export -> 303 header location "$receipt"
+1s mara GET $receipt -> 200 shows "href=\"http"
jump 1s DELETE /api/v1/suppressions/lee@example.com -> 200
GET /api/v1/audit -> 200 lacks "lee" "@" {"entries": [{"what": "lift_suppression", "by": "key:…"},
  {"what": "take_customer_file", "by": "member:$mara"}, {"what": "export_customer", "by": "member:$mara"},
  {"what": "take_reviews", "by": "member:$mara"}, {"what": "show_messages", "by": "member:$mara"},
  {"what": "show_link", "by": "member:$mara"}, {"at": "2026-11-20T06:00:00Z"}, "…"]}
mara GET /console/audit -> 200 shows "Viewed a customer’s link" "Lifted a suppression"
