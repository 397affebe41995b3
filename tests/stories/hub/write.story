# An address gets a link, and the review waits for the shop
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": "jane@example.com"}} -> 200
PUT /api/v1/settings {"privacy_url": "https://fern.example/privacy", "contact_url": "https://fern.example/contact",
    "reply_to": "help@fern.example"} -> 200
anyone GET /review/write/fern/$mug -> 200 shows "Write a review" "Stoneware mug"
    "<a class=\"way\" href=\"https://fern.example/privacy\">How <bdi>Fern &#38; Oak</bdi> handles your data</a>"
FORM /review/write/fern/$mug email=jane@example.com -> 200 shows "Check your email"
+0s mail jane@example.com "Your link to write a review for Fern & Oak"
    shows "You asked for a link to write about Stoneware mug."
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $link_token
    shows "<a class=\"way\" href=\"https://fern.example/contact\">Something is wrong with my order</a>"
each $hub in ["/review/hub?token=$link_token"]:
  FORM /review/hub/problem item= words="It is broken." -> 422 shows "cannot be reached by email"
FORM /review/hub/review rating=4 text=Lovely. display_name=Jane -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "status": "pending", "verification": "none", "language": "en"}]}
GET /api/v1/reviews/$review/history -> 200 {"history": [{}, {"rule": "visitor"}]}
// Even an edit of what the shop published waits.
PATCH /api/v1/reviews/$review/approve -> 200
FORM /review/hub/review rating=4 text="Buy elsewhere." display_name=Jane -> 303
GET /api/v1/reviews/$review -> 200 {"content": "Lovely.", "pending_edit": {"content": "Buy elsewhere."}}
// Nobody is reminded.
+10d no mail

# A visitor's request counts once it is opened
each $name in ["june", "jane"]: PUT /api/v1/orders/$name {"status": "delivered", "currency": "EUR", "lines": [],
    "buyer": {"email": "$name@example.com"}} -> 200
each $name in ["june", "jane"]: FORM /review/write/fern/$mug email=$name@example.com -> 200
GET /api/v1/review-requests -> 200 {"requests": [{}, {}]}
+0s counters exactly {}
each $name in ["june", "jane"]: mail $name@example.com "…"
each $n in 0..2: anyone GET $link -> 200
+91d counters exactly {"created": 1, "expired": 1, "opened": 1}

# Whoever has an open link gets it again
ask {"product_ids": ["$tray", "$mug"], "order_id": "A", "skip_email": true}
FORM /review/write/fern/$mug email=jane@example.com -> 200
+0s mail jane@example.com "…" shows "http://shop.example$hub"
// About another product it is a new one, and the next time that.
PUT /api/v1/products/shopify-9 {"title": "Bowl"} -> 200
jump 1s FORM /review/write/fern/shopify-9 email=jane@example.com -> 200
+0s mail jane@example.com "…" lacks "http://shop.example$hub"
jump 1d each $bowl in ["$link"]: FORM /review/write/fern/shopify-9 email=jane@example.com -> 200
+0s mail jane@example.com "…" shows "http://shop.example$bowl"

# Whoever has a review gets its link, which works again after its expiry
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": "jane@example.com"}} -> 200
FORM /review/write/fern/$mug email=jane@example.com -> 200
+0s mail jane@example.com "…"
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $link_token
each $hub in ["/review/hub?token=$link_token"]: FORM /review/hub/review rating=4 text=Lovely. -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "content": "Lovely."}]}
jump 1d anyone GET $hub -> 200 lacks "/review/hub/renew"
FORM /review/write/fern/$mug email=jane@example.com -> 200
+0s mail jane@example.com "…" shows "http://shop.example$hub"
FORM /review/hub/review rating=4 text="Still lovely." -> 303
jump 100d anyone GET $hub -> 410 shows "/review/hub/renew"
FORM /review/write/fern/$mug email=jane@example.com -> 200
+0s mail jane@example.com "…" shows "http://shop.example$hub"
FORM /review/hub/review rating=4 text="It broke." -> 303
jump 120d anyone GET $hub -> 410 shows "/review/hub/renew"
FORM /review/write/fern/$mug email=jane@example.com -> 200
+0s mail jane@example.com "…" shows "http://shop.example$hub"
FORM /review/hub/review rating=4 text=Mended. -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "content": "Mended."}]}
// A request that was extended is counted once.
POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202 {"receipt": "$receipt"}
+2m GET /api/v1/privacy/$receipt -> 200 {"status": "done", "counts": {"requests": 1}}

# Only a paid order of the address with the product verifies the review
each $order $email $product $status $paid in [["A", "jane@example.com", "$mug", "cancelled", true],
    ["B", "jane@example.com", "$tray", "delivered", true], ["C", "jane@example.com", "$mug", "placed", true],
    ["D", "june@example.com", "$mug", "placed", false]]:
  PUT /api/v1/orders/$order {"status": "$status", "currency": "EUR", "paid": "$paid", "buyer": {"email": "$email"},
    "lines": [{"catalog_item_id": "$product", "title": "A thing", "unit_price": 1000}]} -> 200
jump 1s each $email in ["june@example.com", "jane@example.com"]: FORM /review/write/fern/$mug email=$email -> 200
+0s mail june@example.com "…"
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $june
mail jane@example.com "…"
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $jane
each $hub in ["/review/hub?token=$june"]: FORM /review/hub/review rating=4 text=Lovely. -> 303
jump 1s each $hub in ["/review/hub?token=$jane"]: FORM /review/hub/review rating=4 text=Lovely. -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"verification": "order", "status": "pending"}, {"verification": "none"}]}
// The shop can still ask about the order.
jump 1s ask {"product_ids": ["$tray"], "order_id": "C", "skip_email": true}

# A mailbox gets two links a day and three a week from all shops
shop moss
each $email in ["ann@example.com", "a.nn@example.com", "ann+2@example.com", "ann@other.example"]:
  PUT /api/v1/orders/$email {"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": "$email"}} -> 200
each $email in ["ann@example.com", "a.nn@example.com", "ann+2@example.com", "ann@other.example"]:
  moss PUT /api/v1/orders/$email {"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": "$email"}} -> 200
FORM /review/write/fern/$mug email=ann@example.com -> 200 shows "within a minute"
+0s mail ann@example.com "…"
FORM /review/write/moss/$mug email=a.nn@example.com -> 200 shows "within a minute"
+0s mail a.nn@example.com "…"
FORM /review/write/fern/$mug email=ANN+2@example.com -> 200 shows "within a minute"
+0s no mail
FORM /review/write/fern/$mug email=ann@other.example -> 200
+0s mail ann@other.example "…"
jump 1d FORM /review/write/moss/$mug email=ann@example.com -> 200
+0s mail ann@example.com "…"
jump 1d FORM /review/write/fern/$mug email=ann@example.com -> 200 shows "within a minute"
+0s no mail
jump 7d FORM /review/write/fern/$mug email=ann@example.com -> 200
+0s mail ann@example.com "…"

# A link that bounces stops its address and does not count for the shop
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": "bounce@example.com"}} -> 200
FORM /review/write/fern/$mug email=bounce@example.com -> 200
+1m GET /api/v1/suppressions/bounce@example.com -> 200 {"reason": "bounced"}
GET /api/v1/deliverability -> 200 {"last_1000": {"sent": 0, "bounced": 0, "complained": 0}}

# Nothing leaves during a pause or after an erasure, and the answer is the same
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": "jane@example.com"}} -> 200
FORM /review/write/fern/$mug email=jane@example.com -> 200 is "$answer"
+0s mail jane@example.com "…"
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $link_token
each $hub in ["/review/hub?token=$link_token"]: FORM /review/hub/review rating=4 text=Lovely. -> 303
PUT /api/v1/settings {"paused_until": "2026-11-21T06:00:00Z"} -> 200
// Within a minute, every function has read it.
+61s FORM /review/write/fern/$mug email=jane@example.com -> 200 is "$answer"
+1h PUT /api/v1/settings {"paused_until": null} -> 200
+1h no mail
// Nobody waits for it any more.
jump 1d POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202
+2m FORM /review/write/fern/$mug email=jane@example.com -> 200 is "$answer"
+1h no mail
anyone GET $hub -> 404

# Only known products of shops that show reviews have the page
anyone GET /review/write/fern/@shop -> 200
each $path in ["fern/shopify-9", "fern/@all", "moss/@shop", "fern"]: anyone GET /review/write/$path -> 404
each $typed in ["", "jane", "jane@"]: FORM /review/write/fern/$mug email=$typed -> 422 shows "Please enter an email address"
anyone GET /p/fern/$mug.json -> 200 {"write_url": "http://shop.example/review/write/fern/$mug"}
each $product in ["@all", "shopify-9"]: anyone GET /p/fern/$product.json -> 200 {"write_url": "$absent"}
PUT /api/v1/settings {"public_display": false} -> 200
anyone GET /review/write/fern/$mug -> 404
