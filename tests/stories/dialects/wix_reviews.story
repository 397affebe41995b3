# A customer's review is shown whole with the customer's id, and both prefixes lead to it
review rating=4 text="It holds two cups." display_name=Jane
POST /reviews/v2/review-requests/query {}
  -> 200 {"reviewRequests": [{"items": [{"reviewId": "$review"}], "recipient": {"contactId": "$jane"}}]}
GET /reviews/v1/reviews/$review -> 200 {"review": {"id": "$review", "entityId": "$mug", "verified": false,
  "content": {"title": null, "body": "It holds two cups.", "rating": 4, "media": []}, "revision": "1",
  "author": {"contactId": "$jane", "authorName": "Jane"}, "origin": {"type": "ORGANIC"}, "publishCount": 1}} is "$shown"
GET /_api/reviews/v1/reviews/$review -> 200 is "$shown" header x-request-id "$call" header x-wix-request-id "$call"
each $prefix in ["/reviews/v1/reviews", "/_api/reviews/v1/reviews"]:
  POST $prefix/query {} -> 200 {"reviews": [{"id": "$review"}]}
each $prefix in ["/reviews/v1/reviews", "/_api/reviews/v1/reviews"]: POST $prefix/count {} -> 200 exactly {"count": 1}
PATCH /_api/reviews/v1/reviews/$review/reply {"message": "Thanks."} -> 200 {"review": {"reply": {"message": "Thanks."}}}
DELETE /_api/reviews/v1/reviews/$review/reply {} -> 200 {"review": {"reply": "$absent"}}
PATCH /_api/reviews/v1/reviews/$review/moderate {"status": "REJECTED"}
  -> 200 {"review": {"moderation": {"moderationStatus": "REJECTED"}}}

# A reply is set, changed and removed
review rating=5 text=Lovely. display_name=Jane
POST /reviews/v1/reviews/query {} -> 200 {"reviews": [{"id": "$review"}]}
PATCH /reviews/v1/reviews/$review/reply {"message": " Thank you! "} -> 200 {"review": {"revision": "2", "reply": {
  "message": "Thank you!", "createdDate": "2026-11-20T06:00:00.000Z", "updatedDate": "2026-11-20T06:00:00.000Z"}}}
jump 1m PATCH /reviews/v1/reviews/$review/reply {"message": "Thanks!"} -> 200 {"review": {"updatedDate":
  "2026-11-20T06:01:00.000Z", "reply": {"createdDate": "2026-11-20T06:00:00.000Z", "updatedDate":
  "2026-11-20T06:01:00.000Z"}}}
// Again changes nothing.
each $n in 0..2: DELETE /reviews/v1/reviews/$review/reply -> 200 {"review": {"reply": "$absent", "revision": "4"}}
each $message $rule in [[null, "REQUIRED_FIELD"], [" ", "FORMAT"], [7, "FORMAT"], ["{{x*10001}}", "MAX_LENGTH"]]:
  PATCH /reviews/v1/reviews/$review/reply {"message": "$message"}
    -> 400 {"details": {"validationError": {"fieldViolations": [{"field": "message", "violatedRule": "$rule"}]}}}
GET /api/v1/reviews/$review/history -> 200 {"history": [{"what": "submitted"}, {"what": "published"}, {"what":
  "replied"}, {"what": "replied"}, {"what": "reply_removed"}]}
PATCH /reviews/v1/reviews/$review/reply {"message": "{{x*10000}}"} -> 200

# A review is rejected and approved by hand
review rating=1 text=Lovely. display_name=Jane
POST /reviews/v1/reviews/query {} -> 200 {"reviews": [{"id": "$review"}]}
each $status $rule in [[null, "REQUIRED_FIELD"], ["IN_MODERATION", "FORMAT"], ["approved", "FORMAT"], [7, "FORMAT"]]:
  PATCH /reviews/v1/reviews/$review/moderate {"status": "$status"}
    -> 400 {"details": {"validationError": {"fieldViolations": [{"field": "status", "violatedRule": "$rule"}]}}}
each $status $revision $count in [["REJECTED", "2", 1], ["REJECTED", "2", 1], ["APPROVED", "3", 2]]:
  PATCH /reviews/v1/reviews/$review/moderate {"status": "$status"} -> 200 {"review": {"revision": "$revision",
    "publishCount": "$count", "moderation": {"moderationStatus": "$status", "manuallyChanged": true}}}
GET /reviews/v1/reviews/$review -> 200 {"review": {"revision": "3", "publishCount": 2}}
GET /api/v1/reviews/$review/history -> 200 {"history": [{"what": "submitted"}, {"what": "published"}, {"what":
  "withheld"}, {"what": "published"}]}

# An unpublished review is found and counted if the call says so
review rating=5 text=Lovely. display_name=Jane
PUT /api/v1/settings {"moderation": "hold"} -> 200
jump 1s review {"product_ids": ["woo-3"]} rating=5 text=Lovely. display_name=Jane
POST /reviews/v1/reviews/query {"returnPrivateReviews": true}
  -> 200 {"reviews": [{"entityId": "$mug"}, {"id": "$waiting", "entityId": "woo-3"}]}
each $flag in [null, false]:
  POST /reviews/v1/reviews/query {"returnPrivateReviews": "$flag"} -> 200 {"reviews": [{"entityId": "$mug"}]}
each $flag $count in [[null, 1], [false, 1], [true, 2]]:
  POST /reviews/v1/reviews/count {"filter": {}, "includePrivateReviews": "$flag"} -> 200 exactly {"count": "$count"}
each $flag $count in [[null, 1], [false, 1], [true, 2]]:
  POST /reviews/v1/reviews/count {"filter": {"namespace": "stores"}, "includePrivateReviews": "$flag"} -> 200 {"count":
    "$count"}
each $flag $count in [[null, 1], [false, 1], [true, 2]]:
  POST /reviews/v1/reviews/query {"query": {"paging": {}}, "returnPrivateReviews": "$flag"} -> 200 {"metadata": {"total":
    "$count"}}
each $what $field in [["query", "returnPrivateReviews"], ["count", "includePrivateReviews"]]:
  POST /reviews/v1/reviews/$what {"$field": "yes"}
    -> 400 {"details": {"validationError": {"fieldViolations": [{"field": "$field", "violatedRule": "FORMAT"}]}}}
each $query in ["", "?returnPrivateReviews=false"]:
  GET /reviews/v1/reviews/$waiting$query -> 404 {"details": {"applicationError": {"code": "NOT_FOUND"}}}
GET /reviews/v1/reviews/$waiting?returnPrivateReviews=true -> 200 {"review": {"id": "$waiting"}}
GET /reviews/v1/reviews/$waiting?returnPrivateReviews=yes -> 400 {"details": {"validationError": {"fieldViolations": [
  {"field": "returnPrivateReviews", "violatedRule": "FORMAT"}]}}}

# A review is verified by a paid or unknown order, and one of the shop is its own entity
each $order $status $paid $verified in [["A", "delivered", true, true], ["B", "delivered", false, false],
  ["C", "cancelled", true, false]]: PUT /api/v1/orders/$order {"status": "$status", "paid": "$paid", "currency": "EUR",
  "lines": [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]} -> 200
review {"order_id": "A"} rating=5 text=Lovely. display_name=Jane
jump 1s review {"order_id": "B"} rating=5 text=Lovely. display_name=Jane
jump 1s review {"order_id": "C"} rating=5 text=Lovely. display_name=Jane
// An order that is unknown here is enough in this API.
jump 1s review {"order_id": "D"} rating=5 text=Lovely. display_name=Jane
jump 1s review {"product_ids": []} rating=5 text=Lovely. display_name=Jane
POST /reviews/v1/reviews/query {} -> 200 {"reviews": [{"verified": true}, {"verified": false}, {"verified": false},
  {"verified": true}, {"entityId": "@shop"}]}

# Queries and counts of reviews honor the idempotency key
each $what in ["query", "count"]: POST /reviews/v1/reviews/$what @idempotency-key=$what {} -> 200 header idempotent-replayed ""
review rating=5 text=Lovely. display_name=Jane
POST /reviews/v1/reviews/query @idempotency-key=query {} -> 200 {"reviews": []} header idempotent-replayed "true"
POST /reviews/v1/reviews/count @idempotency-key=count {} -> 200 {"count": 0} header idempotent-replayed "true"
