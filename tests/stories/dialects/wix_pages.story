# A cursor contains the limit, a page costs one query, and a page has 50 requests unless the call says 1 to 100
each $n in 0..101:
  POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}], "communicationChannel": "EMAIL"}}
  -> 200
each $body in [{}, {"query": {}}]:
  POST /reviews/v2/review-requests/query @content-type=application/json raw="$body" -> 200 {"pagingMetadata": {"count": 50}}
POST /reviews/v2/review-requests/query {"query": {"cursorPaging": {"limit": 100}}} -> 200
  {"pagingMetadata": {"count": 100, "hasNext": true}}
POST /reviews/v2/review-requests/query {"query": {"cursorPaging": {"limit": 2}}} -> 200 {"reviewRequests": "$first",
  "pagingMetadata": {"count": 2, "hasNext": true, "cursors": {"prev": null, "next": "$next"}}}
costs …
POST /reviews/v2/review-requests/query {"query": {"cursorPaging": {"cursor": "$next"}}} -> 200
  {"pagingMetadata": {"count": 2, "hasNext": true, "cursors": {"prev": "$prev"}}}
costs GetItem Query
POST /reviews/v2/review-requests/query {"query": {"cursorPaging": {"cursor": "$prev"}}} -> 200
  {"reviewRequests": "$first", "pagingMetadata": {"cursors": {"prev": null}}}
POST /reviews/v2/review-requests/query {"query": {"cursorPaging": {"cursor": "$next", "limit": 100}}} -> 200
  {"pagingMetadata": {"count": 99, "hasNext": false, "cursors": {"next": null}}}
// What a query may not say.
each $limit $rule in [[0, "MIN"], [101, "MAX"], [1.5, "FORMAT"], ["7", "FORMAT"]]:
  POST /reviews/v2/review-requests/query {"query": {"cursorPaging": {"limit": "$limit"}}} -> 400
  {"details": {"validationError": {"fieldViolations": [{"field": "query.cursorPaging.limit", "violatedRule": "$rule"}]}}}
each $query $path $rule in [[[], "query", "FORMAT"], [{"cursorPaging": 7}, "query.cursorPaging", "FORMAT"],
  [{"sort": {}}, "query.sort", "FORMAT"], [{"sort": [{"fieldName": "id"}]}, "query.sort[0].fieldName", "OTHER"],
  [{"sort": [{"fieldName": "status", "order": "UP"}]}, "query.sort[0].order", "FORMAT"],
  [{"sort": [{"fieldName": "status"}, {"fieldName": "status"}, {"fieldName": "status"}, {"fieldName": "status"},
  {"fieldName": "status"}, {"fieldName": "status"}]}, "query.sort", "MAX_SIZE"],
  [{"filter": {"colour": "red"}}, "query.filter", "OTHER"],
  [{"cursorPaging": {"cursor": "x"}}, "query.cursorPaging.cursor", "FORMAT"],
  [{"cursorPaging": {"cursor": 7}}, "query.cursorPaging.cursor", "FORMAT"],
  [{"cursorPaging": {"cursor": "$next."}}, "query.cursorPaging.cursor", "FORMAT"],
  [{"cursorPaging": {"cursor": "$next"}, "filter": {"status": "SENT"}}, "query.cursorPaging.cursor", "OTHER"]]:
  POST /reviews/v2/review-requests/query {"query": "$query"} -> 400
  {"details": {"validationError": {"fieldViolations": [{"field": "$path", "violatedRule": "$rule"}]}}}
// A cursor of requests is none of reviews.
POST /reviews/v2/review-requests/query {"query": {"sort": [{"fieldName": "status"}]}} -> 200
  {"pagingMetadata": {"cursors": {"next": "$sorted"}}}
POST /reviews/v1/reviews/query {"query": {"cursorPaging": {"cursor": "$sorted"}}} -> 400
  {"details": {"validationError": {"fieldViolations": [{"field": "query.cursorPaging.cursor", "violatedRule": "FORMAT"}]}}}

# What a query of reviews may not say
each $query $path $rule in [[{"cursorPaging": {"limit": 0}}, "query.cursorPaging.limit", "MIN"],
  [{"cursorPaging": {"limit": 101}}, "query.cursorPaging.limit", "MAX"],
  [{"paging": {"limit": 1.5}}, "query.paging.limit", "FORMAT"], [{"paging": {"offset": -1}}, "query.paging.offset", "MIN"],
  [{"paging": {"offset": 10001}}, "query.paging.offset", "MAX"], [{"paging": {"offset": "7"}}, "query.paging.offset", "FORMAT"],
  [{"paging": 7}, "query.paging", "FORMAT"], [{"paging": {"offset": 1}, "cursorPaging": {"limit": 1}}, "query.paging", "OTHER"],
  [[], "query", "FORMAT"], [{"sort": [{"fieldName": "relevanceScore"}]}, "query.sort[0].fieldName", "OTHER"],
  [{"filter": {"content.rating": "5"}}, "query.filter.content.rating", "FORMAT"],
  [{"sort": [{"fieldName": "entityId"}]}, "query.sort[0].fieldName", "OTHER"],
  [{"sort": [{"fieldName": "verified", "order": "UP"}]}, "query.sort[0].order", "FORMAT"],
  [{"cursorPaging": {"cursor": "x"}}, "query.cursorPaging.cursor", "FORMAT"]]:
  POST /reviews/v1/reviews/query {"query": "$query"} -> 400
  {"details": {"validationError": {"fieldViolations": [{"field": "$path", "violatedRule": "$rule"}]}}}
POST /reviews/v1/reviews/count {"filter": {"verified": 1}} -> 400
  {"details": {"validationError": {"fieldViolations": [{"field": "filter.verified", "violatedRule": "FORMAT"}]}}}

# A query sorts requests by created date, send date and status
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "b"}], "sendDate": "2026-11-22T00:00:00Z",
  "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"items": "$b"}}
jump 1s POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "none"}],
  "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"items": "$none"}}
jump 1s
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "past"}], "sendDate": "2026-11-01T00:00:00Z",
  "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"items": "$past"}}
jump 1s
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "a"}], "sendDate": "2026-11-21T00:00:00Z",
  "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"items": "$a"}}
each $sort $w $x $y $z in [[[], "$b", "$none", "$past", "$a"],
  [[{"fieldName": "createdDate", "order": "DESC"}], "$a", "$past", "$none", "$b"],
  [[{"fieldName": "sendDate"}], "$none", "$past", "$a", "$b"],
  [[{"fieldName": "sendDate", "order": "DESC"}], "$b", "$a", "$past", "$none"],
  [[{"fieldName": "status", "order": "DESC"}, {"fieldName": "sendDate", "order": "ASC"}], "$past", "$none", "$a", "$b"]]:
  POST /reviews/v2/review-requests/query {"query": {"sort": "$sort"}} -> 200
  {"reviewRequests": [{"items": "$w"}, {"items": "$x"}, {"items": "$y"}, {"items": "$z"}]}

# Bulk cancel cancels every match before it answers
each $n in 0..40:
  POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "$mug"}], "communicationChannel": "EMAIL"}}
  -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "plate"}], "communicationChannel": "EMAIL"}}
  -> 200 {"reviewRequest": {"id": "$spared"}}
ask {"product_ids": ["$mug"], "delay_days": 7} as mailed
each $n in 0..2: PUT /reviews/v2/bulk/review-requests/cancel-by-filter {"filter": {"items.catalogItemId": "$mug"}} -> 200
  {"jobId": "$any"}
POST /reviews/v2/review-requests/count {"filter": {"status": "CANCELED"}} -> 200 {"count": 41}
POST /reviews/v2/review-requests/query {"query": {"filter": {"status": "SCHEDULED"}}} -> 200
  {"reviewRequests": [{"id": "$spared"}]}
// Each once.
counters {"cancelled": 41}
+8d no mail
status $mailed cancelled
