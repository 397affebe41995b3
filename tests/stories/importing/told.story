# An endpoint hears of an import only if it wants to
hook 200
each $bad in ["yes", 1]: POST /api/v1/webhooks {"url": "$hook", "include_imports": "$bad"} -> 422 invalid_include_imports
POST /api/v1/webhooks {"url": "$hook", "events": ["review.published", "review.withheld"]} -> 201 {"id": "$endpoint", "include_imports": false}
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,curated,product_id\nFine.,4,2025-03-02,ok,7\nBad.,1,2025-03-02,spam,7\n" -> 201 {"id": "$import"}
+1m no delivery
// What the shop decides afterwards is news.
GET /api/v1/reviews?status=rejected -> 200 {"reviews": [{"id": "$withheld"}]}
PATCH /api/v1/reviews/$withheld/approve -> 200
+1m delivered review.published {"origin": "$absent"}
POST /api/v1/imports/$import/undo -> 409 import_touched
PATCH /api/v1/webhooks/$endpoint {"include_imports": true} -> 200 {"include_imports": true}
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,curated,product_id\nGood.,4,2025-03-02,ok,7\n" -> 201
+1m delivered review.published {"origin": "import"}
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,curated,product_id\nRude.,1,2025-03-02,spam,7\n" -> 201
+1m delivered review.withheld {"origin": "import"}

# Nobody is told that old reviews are withheld or wait
mara FORM /console/members/told told=at_once -> 303 /console/members
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,curated,product_id\nBad.,1,2025-03-02,spam,7\nWrite to eve@example.com.,1,2025-03-02,ok,7\n" -> 201 {"id": "$import"}
+0s GET /api/v1/imports/$import -> 200 {"waiting": 1, "earlier_system": 1}
+9d no mail
