# An insider's review is withheld, and nobody can publish it
PUT /api/v1/settings {"owner_email": "owner@fernandoak.example"} -> 200
mara signs in as owner
// An invited person does not work for the shop yet, and another mailbox is another person's.
POST /api/v1/members {"email": "ann@example.com", "role": "reader"} -> 201
ask {"email": "ann@example.com", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=2 text="It broke." display_name= -> 303
ask {"email": "o.wner@fernandoak.example", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text="Ours is best." display_name= -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"state": "published"}, {"state": "published"}]}
jump 1s ask {"email": "owner+1@fernandoak.example", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text="Ours is best." display_name= -> 303
jump 1s ask {"email": "mara@fernandoak.example", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text="Ours is best." display_name= -> 303
jump 1s ask {"email": "OWNER@fernandoak.example", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text="Ours is best." display_name= -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "state": "withheld", "reason": null},
  {"state": "withheld", "reason": null}, {"state": "withheld", "reason": null}, {}, {}]}
GET /api/v1/reviews/$review/history -> 200 {"history": [{"what": "submitted"}, {"what": "withheld", "rule": "insider"}]}
anyone GET $hub -> 200 shows "so your review is not shown."
PATCH /api/v1/reviews/$review/approve {} -> 409 of_insider
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
// Nothing was decided.
GET /api/v1/reviews/$review -> 200 {"reason": null}
mara GET /console/reviews/$review -> 200 shows "Withheld: The author works for the shop" lacks "/publish\""
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="product_id,rating,title,body,reviewer_name,reviewer_email,review_date\r\n7095,5,,Ours.,Mara,mara@fernandoak.example,2026-11-01 10:00:00 UTC\r\n" -> 201
+0s GET /api/v1/reviews?sort=oldest -> 200 {"reviews": [{"content": "Ours.", "state": "withheld"}, "…"]}

# Who joins later loses only a review that they edit
ask {"email": "owner@fernandoak.example", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text="Ours is best." display_name= -> 303
PUT /api/v1/settings {"owner_email": "owner@fernandoak.example"} -> 200
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "state": "published"}]}
FORM /review/hub/review rating=4 text="Ours is good." display_name= -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"state": "withheld"}]}
GET /api/v1/reviews/$review/history -> 200 {"history": [{}, {}, {"what": "edited"}, {"what": "withheld", "rule": "insider"}]}

# Orders that come in and earlier orders ask no insider, and a call does
mara signs in as owner
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled {"email": "mara@fernandoak.example"} -> ignored works_for_shop
mara GET /console/requests/orders -> 200 shows "Not asked: works for you."
mara FORM /console/requests/earlier days=7
  rows="Email;Order number\r\nmara@fernandoak.example;71\r\njane@example.com;72\r\n" -> 200
  shows "1 line is for a person who works for you."
mara FORM /console/requests/earlier/ask days=7 number=1
  rows="Email;Order number\r\nmara@fernandoak.example;71\r\njane@example.com;72\r\n" -> 303
+8d mail jane@example.com "How…"
no mail
ask {"email": "mara@fernandoak.example", "order_id": "73", "delay_days": 0}
+0s mail mara@fernandoak.example "How…"

# An insider's review counts nowhere, and a rewarded one as any other
PUT /api/v1/settings {"owner_email": "owner@fernandoak.example"} -> 200
ask {"email": "owner@fernandoak.example", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text="Ours is best." display_name= -> 303
ask {"email": "ann@example.com", "product_ids": ["$mug"], "skip_email": true, "incentivized": true}
FORM /review/hub/review rating=2 text="It broke." display_name= -> 303
each $list in ["@all", "$mug"]:
  anyone GET /p/fern/$list.json -> 200 {"rating": {"average": 2.0, "count": 1}, "total": 1, "reviews": [{}]}
GET /api/v1/reviews/stats -> 200
  {"total_reviews": 1, "approved_count": 1, "rejected_count": 0, "average_rating": 2.0}
GET /api/v1/numbers -> 200 {"stars":
  [{"submitted": 0}, {"submitted": 1}, {"submitted": 0}, {"submitted": 0}, {"submitted": 0}]}
anyone GET /trust/fern.json -> 200 {"totals": {"submitted": 1, "published": 1, "withheld": 0, "incentivized": 1},
  "by_star": {"5": {"submitted": 0}}}
// The shop's own lists have it.
GET /api/v1/reviews?status=rejected -> 200 {"total": 1, "reviews": [{"id": "$withheld"}]}
DELETE /api/v1/reviews/$withheld -> 200
jump 1m anyone GET /trust/fern.json -> 200 {"totals": {"submitted": 1, "removed": 0}}
