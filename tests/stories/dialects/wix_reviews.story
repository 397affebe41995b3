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

# A review's photos are media, and an imported review is an app's and as old as it is
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,body,name,created_at\nr-0,$mug,4,Text 0.,Jane,2025-03-02T10:00:00Z\n" -> 201
+0s POST /reviews/v1/reviews/query {} -> 200 {"reviews": [{"id": "$imported", "entityId": "$mug",
  "createdDate": "2025-03-02T10:00:00.000Z", "updatedDate": "2026-11-20T06:00:00.000Z", "reviewDate": "2025-03-02T10:00:00.000Z",
  "author": {"authorName": "Jane"}, "verified": false, "origin": {"type": "APP"}, "publishCount": 1}]}
GET /reviews/v1/reviews/$imported -> 200 {"review": {"reviewDate": "2025-03-02T10:00:00.000Z", "origin": {"type": "APP"}}}
ask {"product_ids": ["$mug"], "skip_email": true}
photo 40x20
FORM /review/hub/review rating=5 text=See. display_name=Jane -> 303
POST /reviews/v1/reviews/query {"query": {"filter": {"content.media": {"{{$*1}}isEmpty": false}}}} -> 200 {"reviews": [{"content": {
  "body": "See.", "media": [{"image": {"url": "$url", "width": 40, "height": 20}}]}}]}
GET $url -> 200
each $empty in [true, false]: POST /reviews/v1/reviews/count {"filter": {"content.media": {"{{$*1}}isEmpty": "$empty"}}} -> 200 {"count": 1}

# Paging with an offset counts what matches
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,body,created_at\n1,a,4,A.,2025-03-02T10:00:00Z\n2,b,4,B.,2025-03-02T10:00:01Z\n3,c,4,C.,2025-03-02T10:00:02Z\n4,d,4,D.,2025-03-02T10:00:03Z\n" -> 201
+0s each $query $found $count $offset $total in [[{"paging": {}}, "A.…B.…C.…D.", 4, 0, 4],
    [{"paging": {"limit": 2, "offset": 1}}, "B.…C.", 2, 1, 4],
    [{"paging": {"limit": 2, "offset": 1}, "sort": [{"fieldName": "createdDate", "order": "DESC"}]}, "C.…B.", 2, 1, 4],
    [{"paging": {"limit": 5, "offset": 2}, "filter": {"entityId": {"{{$*1}}ne": "a"}}}, "D.", 1, 2, 3],
    [{"paging": {"offset": 3}, "sort": [{"fieldName": "content.rating"}]}, "D.", 1, 3, 4],
    [{"paging": {"offset": 9}}, "[]", 0, 9, 4]]:
  POST /reviews/v1/reviews/query {"query": "$query"} -> 200 {"metadata": {"count": "$count", "offset": "$offset", "total": "$total"}} shows "$found"

# Each field of a review filters by its operators
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,body,name,created_at\nr-0,woo-1,1,Text 0.,Jane,2025-03-02T10:00:00Z\n" -> 201
+0s review {"product_ids": ["woo-2"]} rating=3 text="Call 0171 2345678" display_name=Jane
jump 1m review rating=5 text=Lovely. display_name=Jane
POST /reviews/v1/reviews/query {"returnPrivateReviews": true} -> 200 {"reviews": [{"id": "$one", "createdDate": "$at_one"},
  {"id": "$two", "createdDate": "$at_two"}, {"id": "$three", "createdDate": "$at_three", "author": {"contactId": "$jane"}}]}
each $filter $count $found in [[{}, 3, "woo-1…woo-2…shopify"], [{"id": {"{{$*1}}ne": "$two"}}, 2, "woo-1…shopify"],
    [{"id": {"{{$*1}}in": ["$one", "$three", "x"]}}, 2, "woo-1…shopify"], [{"author.contactId": "$jane"}, 2, "woo-2…shopify"],
    [{"author.contactId": null}, 1, "woo-1"], [{"entityId": "$mug"}, 1, "shopify"], [{"entityId": {"{{$*1}}in": ["woo-1", "woo-2"]}}, 2, "woo-1…woo-2"],
    [{"entityId": "@shop"}, 0, "[]"], [{"moderation.moderationStatus": "APPROVED"}, 2, "woo-1…shopify"],
    [{"moderation.moderationStatus": {"{{$*1}}in": ["IN_MODERATION", "SUBMITTED", "UNKNOWN"]}}, 1, "woo-2"], [{"namespace": {"{{$*1}}ne": "stores"}}, 0, "[]"],
    [{"createdDate": {"{{$*1}}in": ["$at_one", "$at_three"]}}, 2, "woo-1…shopify"], [{"createdDate": {"{{$*1}}gt": "$at_one", "{{$*1}}lt": "$at_three"}}, 1, "woo-2"],
    [{"createdDate": {"{{$*1}}gte": "$at_two"}}, 2, "woo-2…shopify"], [{"createdDate": {"{{$*1}}lte": "$at_two"}}, 2, "woo-1…woo-2"],
    [{"content.rating": {"{{$*1}}in": [1, 5]}}, 2, "woo-1…shopify"], [{"content.rating": {"{{$*1}}gte": 3}}, 2, "woo-2…shopify"], [{"origin.type": "APP"}, 1, "woo-1"],
    [{"verified": false}, 3, "woo-1…woo-2…shopify"], [{"content.media": {"{{$*1}}isEmpty": true}}, 3, "woo-1…woo-2…shopify"],
    [{"{{$*1}}or": [{"entityId": "woo-1"}, {"content.rating": 5}]}, 2, "woo-1…shopify"]]:
  POST /reviews/v1/reviews/query {"query": {"filter": "$filter"}, "returnPrivateReviews": true}
    -> 200 {"metadata": {"count": "$count"}} shows "$found"
each $filter $count in [[{"id": {"{{$*1}}ne": "$two"}}, 2], [{"author.contactId": null}, 1], [{"createdDate": {"{{$*1}}gte": "$at_two"}}, 2],
    [{"moderation.moderationStatus": "APPROVED"}, 2], [{"content.rating": {"{{$*1}}in": [1, 5]}}, 2], [{"entityId": "@shop"}, 0],
    [{"{{$*1}}or": [{"entityId": "woo-1"}, {"content.rating": 5}]}, 2]]:
  POST /reviews/v1/reviews/count {"filter": "$filter", "includePrivateReviews": true} -> 200 {"count": "$count"}

# A query of reviews sorts by each field
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,body,created_at\n1,b,5,B.,2025-03-02T10:00:00Z\n2,a,1,A.,2025-03-02T10:00:01Z\n3,c,3,C.,2025-03-02T10:00:02Z\n" -> 201
+0s review rating=4 text=M.
each $sort $found in [[[], "B.…A.…C.…M."], [[{"fieldName": "createdDate", "order": "DESC"}], "M.…C.…A.…B."],
    [[{"fieldName": "content.rating"}], "A.…C.…M.…B."], [[{"fieldName": "content.rating", "order": "DESC"}], "B.…M.…C.…A."],
    [[{"fieldName": "origin.type", "order": "DESC"}, {"fieldName": "content.rating"}], "M.…A.…C.…B."], [[{"fieldName": "verified"}], "B.…A.…C.…M."]]:
  POST /reviews/v1/reviews/query {"query": {"sort": "$sort"}} -> 200 shows "$found"
POST /reviews/v1/reviews/query {"query": {"sort": [{"fieldName": "content.rating"}], "cursorPaging": {"limit": 3}}} -> 200
  {"metadata": {"cursors": {"next": "$next"}}}
POST /reviews/v1/reviews/query {"query": {"cursorPaging": {"cursor": "$next"}}} -> 200 {"reviews": [{"entityId": "b"}],
  "metadata": {"cursors": {"prev": "$prev"}}}
POST /reviews/v1/reviews/query {"query": {"cursorPaging": {"cursor": "$prev"}}} -> 200 {"reviews": [{"entityId": "a"}, {"entityId": "c"}, {}]}
