# What Judge.me has not accepted is withheld until somebody publishes it
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,curated,product_id\nGood weight.,4,2025-03-02,ok,8201\nBuy my watches,4,2025-03-02,spam,8201\nNobody has looked at this.,4,2025-03-02,not-yet,8201\n" -> 201
+0s GET /api/v1/reviews?status=rejected&q=looked -> 200 {"reviews": [{"id": "$hidden", "reason": "earlier_system"}]}
GET /api/v1/reviews/$hidden/history -> 200 {"history": ["$any", {"what": "withheld", "reason": "earlier_system", "rule": null}]}
anyone GET /p/fern/shopify-8201.json -> 200 {"reviews": [{"text": "Good weight."}]}
// Of all numbers on the trust page, it is in that of its reason.
anyone GET /trust/fern.json -> 200 {"totals": {"submitted": 3, "published": 1, "withheld": 0, "waiting": 0, "imported": 3},
  "withheld_by_reason": {"earlier_system": null}, "by_star": {"4": {"withheld": 0}}}
// Nobody else can give this reason.
GET /api/v1/reviews?status=approved -> 200 {"reviews": [{"id": "$public"}]}
PATCH /api/v1/reviews/$public/reject {"reason": "earlier_system"} -> 422 invalid_reason
PATCH /api/v1/reviews/$hidden/approve -> 200
GET /api/v1/reviews/$hidden -> 200 {"status": "approved", "reason": null}

# An imported review waits as the shop says
PUT /api/v1/settings {"moderation": "hold"} -> 200
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,created_at\n7,5,2025-03-04\n" -> 201
+0s GET /api/v1/reviews -> 200 {"reviews": [{"status": "pending"}]}
PUT /api/v1/settings {"moderation": "publish"} -> 200
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,body,created_at\n7,5,Write to jane@example.com.,2025-03-05\n" -> 201
+0s GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "status": "pending"}, "…"]}
GET /api/v1/reviews/$review/history -> 200 {"history": ["$any", {"rule": "contact_data"}]}

# A purchase is known by the shop's orders, and else only claimed
each $order $email $status $paid in [["A", "ada@example.com", "delivered", true], ["B", "bob@example.com", "cancelled", true],
  ["C", "cleo@example.com", "placed", false]]:
  PUT /api/v1/orders/$order {"status": "$status", "buyer": {"email": "$email"}, "currency": "EUR", "paid": "$paid",
    "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 2400}], "placed_at": "2025-02-01T00:00:00Z",
    "delivered_at": "2025-02-10T12:00:00Z"} -> 200
each $order $email in [["A", "ada@example.com"], ["B", "bob@example.com"], ["C", "cleo@example.com"]]:
  POST /api/v1/review-requests/send {"email": "$email", "order_id": "$order"} -> 201
POST /api/v1/imports @content-type=text/csv
  raw="id,status,rating,email,nickname,review,date,productId,img,verified_purchase\nL1,Active,5,Ada@example.com,Jo,Text 1,2025-03-02,7125386199075,,false\nL2,Active,5,ada@example.com,Jo,Text 2,2025-03-02,7125386199076,,true\nL3,Active,5,bob@example.com,Jo,Text 3,2025-03-02,7125386199075,,true\nL4,Active,5,eve@example.com,Jo,Text 4,2025-03-02,7125386199075,,false\nL5,Active,5,ada@example.com,Jo,Text 5,2025-01-02,7125386199075,,true\nL6,Active,5,cleo@example.com,Jo,Text 6,2025-03-02,7125386199075,,false\n" -> 201 {"id": "$import"}
+0s GET /api/v1/imports/$import -> 200 {"imported": 6}
each $n $verification $is $day in [[1, "order", true, "2025-02-10"], [2, "claimed", false, null], [3, "claimed", false, null],
  [4, "none", false, null], [5, "claimed", false, null], [6, "none", false, null]]:
  GET /api/v1/reviews?q=text%20$n -> 200 {"reviews": [{"verification": "$verification", "is_verified_buyer": "$is", "experienced_at": "$day"}]}
anyone GET /p/fern/$tray.html -> 200 shows "<span class=\"afterword-claimed\">Purchase confirmed by"
anyone GET /p/fern/$tray.json -> 200 {"reviews": [{"verified": false, "claimed_by": "Loox"}]}
GET /api/v1/reviews?q=text%203 -> 200 {"reviews": [{"id": "$claimed"}]}
mara GET /console/reviews/$claimed -> 200 shows "Purchase confirmed by Loox"

# The shop's answers come with their reviews, also before them and by a member of the shop
mara signs in as owner
POST /api/v1/imports?format=webtoffee @content-type=text/csv
  raw="comment_ID,comment_post_ID,comment_author,comment_author_email,comment_date_gmt,comment_content,comment_approved,comment_parent,user_id,rating\n13,13,Who,mara@fernandoak.example,2025-03-01 09:00:00,Thanks!,1,4,0,\n17,13,Who,mara@fernandoak.example,2025-03-01 09:00:00,Once more.,1,4,1,\n4,13,Who,zoe@example.com,2025-03-01 09:00:00,Review 4.,1,0,0,5\n5,13,Who,zoe@example.com,2025-03-01 09:00:00,Review 5.,1,0,0,5\n" -> 201 {"id": "$import"}
+0s
GET /api/v1/imports/$import -> 200 {"answers": 1, "rows": 4, "imported": 2, "skipped": 1, "skipped_for": {"comment_on_review": 1}}
GET /api/v1/reviews?q=4 -> 200 {"reviews": [{"reply": {"text": "Thanks!", "created_at": "2025-03-01T09:00:00Z",
  "updated_at": "2025-03-01T09:00:00Z", "before_edit": false}}]}
GET /api/v1/reviews?q=5 -> 200 {"reviews": [{"reply": null}]}
mara GET /console/files/$import -> 200 shows "Your answers, which came with their reviews: 1"
