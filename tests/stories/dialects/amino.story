# An invitation answers its link and mails it at once, by two reads, one transaction and one message
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane Doe", "order_ref": "ORD-12345"}
  -> 200 {"review_url": "$url"} shows "\"http://shop.example/review/" lacks "hub"
+0s mail jane@example.com "…Jane…" shows "$url"
anyone GET $link -> 200
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "A"} -> 200
  costs GetItem Query TransactWriteItems SendMessage

# No directional control reaches a subject
PUT /api/v1/settings {"shop_name": "Fern\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069 & Oak"}
  -> 200 {"shop_name": "Fern & Oak"}
each $language in ["en", "ar"]: POST /api/v1/invitations {"email": "jane@example.com", "language": "$language",
  "name": "\u061c\u200e\u200f\u202a\u202b\u202cJane\u202d\u202e\u2066\u2067\u2068\u2069 Doe"} -> 200
+0s mail jane@example.com "How did Fern & Oak do, Jane?"
mail jane@example.com "كيف كانت تجربتك مع Fern & Oak يا Jane؟"

# An order that is held as manual is mailed once and counts
ask {"order_id": "A", "skip_email": true}
+0s no mail
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane Doe", "order_ref": "A"}
  -> 200 is "$answer" header ratelimit "…r=99…"
status scheduled
+0s mail jane@example.com "…" shows "$hub"
status sent
GET /api/v1/invitations/stats -> 200 {"stats": {"sent": 1}}
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane Doe", "order_ref": "A"}
  -> 200 is "$answer" header ratelimit ""
+0s no mail

# Of simultaneous invitations for a manual order one mail leaves
ask {"order_id": "A", "skip_email": true}
at once 20 POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane Doe", "order_ref": "A"} -> 200 is "$answer"
+0s mail jane@example.com "…"
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200 header ratelimit "…r=98…"

# The answer of a repeated order is remembered under its key
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane Doe", "order_ref": "A"} -> 200 is "$first"
POST /api/v1/invitations @idempotency-key=k {"email": "jane@example.com", "name": "Jane", "order_ref": "A"}
  -> 200 is "$first" header idempotent-replayed "" as request
DELETE /api/v1/review-requests/$request -> 200
// The repeated call is no new invitation, although the order is free again.
POST /api/v1/invitations @idempotency-key=k {"email": "jane@example.com", "name": "Jane", "order_ref": "A"}
  -> 200 is "$first" header idempotent-replayed "true"
POST /api/v1/invitations @idempotency-key=k {"email": "jane@example.com", "name": "Jane", "order_ref": "B"}
  -> 422 {"code": "idempotency_key_reused"}

# An invitation that is repeated with its key is replayed and counts once, and test keys have a limit of their own
POST /api/v1/invitations @idempotency-key=k {"email": "jane@example.com", "name": "Jane"}
  -> 200 is "$first" header ratelimit "…r=99…"
POST /api/v1/invitations @idempotency-key=k {"email": "jane@example.com", "name": "Jane"}
  -> 200 is "$first" header idempotent-replayed "true"
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200 header ratelimit "…r=98…" lacks "$first"
POST /api/v1/invitations @idempotency-key=k {"email": "june@example.com", "name": "June"}
  -> 422 {"code": "idempotency_key_reused"}
fern_test POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200 header ratelimit "…r=99…"

# Missing fields are named together, and invalid ones have codes of their own
each $body $missing in [[{}, ["email", "name"]], [{"email": "jane@example.com"}, ["name"]],
  [{"email": " ", "name": "Jane"}, ["email"]], [{"email": null, "name": ""}, ["email", "name"]]]:
  POST /api/v1/invitations @content-type=application/json raw="$body"
    -> 400 {"ok": false, "code": "missing_fields", "missing": "$missing"}
each $field $bad in [["email", "jane"], ["email", 7], ["name", 7], ["name", "{{a*201}}"], ["order_ref", 7],
  ["order_ref", "{{a*256}}"]]: POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "$field": "$bad"}
  -> 400 {"code": "invalid_$field"}
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "{{a*255}}"} -> 200
GET /api/v1/invitations/stats -> 200 {"stats": {"sent": 0}}

# A repeated order gets the same link and no second mail
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane Doe", "order_ref": "A"} -> 200 {"review_url": "$first"}
+0s mail jane@example.com "…"
POST /api/v1/invitations {"email": "JANE@example.com", "name": "J.", "order_ref": " A"}
  -> 200 {"review_url": "$first"} header ratelimit ""
+0s no mail
GET /api/v1/invitations/stats -> 200 {"stats": {"sent": 1}}
each $email $order in [["june@example.com", "A"], ["jane@example.com", "B"]]:
  POST /api/v1/invitations {"email": "$email", "name": "Jane", "order_ref": "$order"} -> 200 lacks "$first"
// Without an order, every invitation is new.
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200 {"review_url": "$new"}
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": ""} -> 200 lacks "$new"

# After an expired or cancelled invitation a new one is made
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "A"} -> 200 {"review_url": "$first"}
+90d POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "A"}
  -> 200 {"review_url": "$second"} lacks "$first" as request
DELETE /api/v1/review-requests/$request -> 200
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "A"} -> 200 lacks "$second"

# An order that was asked through another dialect has one link
ask {"order_id": "A", "skip_email": true}
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "A"}
  -> 200 {"review_url": "http://shop.example/review/$token"}
jump 1s POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "B"} -> 200 {"review_url": "$url"}
POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "B"} -> 409 duplicate_request
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$newest", "order_id": "B"}, {"id": "$id"}]}
GET /api/v1/review-requests/$newest -> 200 {"hub_url": "$url"}

# Statistics follow an invitation through its life
GET /api/v1/invitations/stats -> 200 exactly {"ok": true, "stats": {"sent": 0, "opened": 0, "completed": 0, "expired": 0}}
// A manual request is never sent.
ask {"skip_email": true}
each $n in 0..2: POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200
// The mail has not left.
GET /api/v1/invitations/stats -> 200 {"stats": {"sent": 0, "opened": 0, "completed": 0, "expired": 0}}
+0s each $n in 0..2: mail jane@example.com "…"
GET /api/v1/invitations/stats -> 200 {"stats": {"sent": 2, "opened": 0, "completed": 0, "expired": 0}}
each $n in 0..2: anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" "$link_token"
GET /api/v1/invitations/stats -> 200 {"stats": {"sent": 2, "opened": 1, "completed": 0, "expired": 0}}
FORM /review/hub/review token=$link_token rating=5 text=Lovely. display_name=Jane -> 303
GET /api/v1/invitations/stats -> 200 {"stats": {"sent": 2, "opened": 1, "completed": 1, "expired": 0}}
+91d GET /api/v1/invitations/stats -> 200 {"stats": {"sent": 2, "opened": 1, "completed": 1, "expired": 2}}

# A review without a seen page counts as opened
ask {"skip_email": true}
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200 between "/review/" "\"" "$link_token"
+0s FORM /review/hub/review token=$link_token rating=5 text=Lovely. display_name=Jane -> 303
GET /api/v1/invitations/stats -> 200 {"stats": {"opened": 1, "completed": 1}}

# Statistics can be asked for days of creation
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200
+1d POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200
+1d POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200
+1d each $query $sent in [["from=2026-11-20&to=2026-11-20", 1], ["from=2026-11-21", 2], ["to=2026-11-21", 2],
  ["from=2026-11-23&to=2026-12-23", 0]]: GET /api/v1/invitations/stats?$query -> 200 {"stats": {"sent": "$sent"}}
each $query $code in [["from=x", "invalid_from"], ["to=2026-13-01", "invalid_to"], ["to=20261120", "invalid_to"],
  ["from=2026-11-20T06:00:00", "invalid_from"], ["from=2026-11-21&to=2026-11-20", "invalid_from"],
  ["from=2025-01-01&to=2026-11-20", "invalid_from"]]: GET /api/v1/invitations/stats?$query -> 400 {"code": "$code"}

# The 101st invitation of an hour is 429 until the oldest leaves, by whichever key
ask {"order_id": "held", "skip_email": true} as held
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "first"} -> 200
  header ratelimit-policy "\"invitations\";q=100;w=3600" header ratelimit "\"invitations\";r=99;t=3600"
jump 1s each $n in 1..99: POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "no. $n"} -> 200
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "hundredth"} -> 200
  header ratelimit "\"invitations\";r=0;t=3599"
jump 99s other may requests:write
each $order in ["held", "new"]: POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "$order"}
  -> 429 {"code": "rate_limited"} header retry-after "3500" header ratelimit "\"invitations\";r=0;t=3500"
other POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "held"} -> 429 {"code": "rate_limited"}
status $held manual
// A repeated order is still answered, and statistics have no limit.
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "first"} -> 200
GET /api/v1/invitations/stats -> 200
jump 58m19s POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "new"} -> 429
jump 1s POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "newer"} -> 200
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "newest"} -> 429
