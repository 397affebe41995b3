# A review is drawn for its author as everyone sees it, and a change as it will be
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "delivered_at": "2026-11-18T12:00:00Z",
    "lines": [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]} -> 200
ask {"product_ids": ["$mug"], "order_id": "A", "skip_email": true, "customer_name": "Jane Doe"}
FORM /review/hub/review rating=4 headline="Heavy <b>" text="Heavy & lovely.\nReally." shown_as="name:Jane D." -> 303
each $page in ["$hub", "/p/fern/$mug.html"]:
  anyone GET $page -> 200 shows "aria-label=\"4 stars\"" "Heavy &#60;b&#62;</" "Jane D.<" "20 November 2026" "Verified purchase<"
    "Received in November 2026" "Heavy &#38; lovely." "Really.</p>" lacks "Edited on"
anyone GET $hub -> 200 shows "Everyone can see it now." "<a href=\"/p/fern/$mug.html\">See it in the shop</a>"
PUT /api/v1/products/$mug {"title": "Mug", "url": "https://fern.example/mug"} -> 200
anyone GET $hub -> 200 shows "<a href=\"https://fern.example/mug\">See it in the shop</a>"
jump 1m
FORM /review/hub/review rating=2 headline=Heavy text="It leaks." shown_as="name:Jane D." -> 303
each $page in ["$hub", "/p/fern/$mug.html"]:
  anyone GET $page -> 200 shows "aria-label=\"2 stars\"" "It leaks.</p>" "Edited on 20 November 2026" lacks "changed on"
// Others still see the version before a change that waits.
PUT /api/v1/settings {"moderation": "hold"} -> 200
FORM /review/hub/review rating=3 headline=Heavy text="It leaks no more." shown_as="name:Jane D." -> 303
anyone GET $hub -> 200 shows "aria-label=\"3 stars\"" "It leaks no more.</p>"
    "reads your review first. Then everyone can see it." "Until then, everyone sees your earlier version."
jump 1m
anyone GET /p/fern/$mug.html -> 200 shows "It leaks.</p>" lacks "no more"
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review"}]}
PATCH /api/v1/reviews/$review/approve {} -> 200
jump 1m
each $page in ["$hub", "/p/fern/$mug.html"]:
  anyone GET $page -> 200 shows "aria-label=\"3 stars\"" "It leaks no more.</p>" "Edited on 20 November 2026"
PUT /api/v1/settings {"public_display": false} -> 200
anyone GET $hub -> 200 shows "<bdi>Fern &#38; Oak</bdi> can show it now."
PATCH /api/v1/reviews/$review/reject {"reason": "unrelated"} -> 200
anyone GET $hub -> 200 shows "decided not to show your review." "You can change your review until"
    lacks "What others see" "can show it now"
