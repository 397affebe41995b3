# Bulk cancel needs a filter
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}], "communicationChannel":
  "EMAIL"}} -> 200
each $body $path $rule in [[{}, "filter", "REQUIRED_FIELD"], [{"filter": null}, "filter", "REQUIRED_FIELD"],
  [{"filter": []}, "filter", "FORMAT"], [{"filter": {"colour": "red"}}, "filter", "OTHER"]]:
  PUT /reviews/v2/bulk/review-requests/cancel-by-filter @content-type=application/json raw="$body"
    -> 400 {"details": {"validationError": {"fieldViolations": [{"field": "$path", "violatedRule": "$rule"}]}}}
POST /reviews/v2/review-requests/count {"filter": {"status": "CANCELED"}} -> 200 {"count": 0}
PUT /reviews/v2/bulk/review-requests/cancel-by-filter {"filter": {}} -> 200
POST /reviews/v2/review-requests/count {"filter": {"status": "CANCELED"}} -> 200 {"count": 1}

# Bulk create answers with each item's result
each $order $stranger in [["6f4770fc-b8ee-4bf2-9977-d048a7f27987", "8d141741-5caf-455b-9775-64b64119fa9a"]]:
  PUT /api/v1/orders/$order {"status": "delivered", "currency": "EUR",
    "lines": [{"catalog_item_id": "plate", "title": "A plate", "unit_price": 900}]} -> 200
POST /reviews/v2/bulk/review-requests/create {"returnEntity": true, "reviewRequests": [ {"communicationChannel":
  "EMAIL", "order": {"id": "$order"}}, {"communicationChannel": "EMAIL", "order": {"id": "$stranger"}},
  {"communicationChannel": "EMAIL"}, {"communicationChannel": "EMAIL", "namespace": "bookings", "order": {"id":
  "$order"}}, {"communicationChannel": "EMAIL", "order": {"id": "$order"}, "items": [{"catalogItemId": "sofa"}]},
  {"communicationChannel": "EMAIL", "items": [{"catalogItemId": "cup"}]}]} -> 200 exactly { "bulkActionMetadata":
  {"totalSuccesses": 2, "totalFailures": 4, "undetailedFailures": 0}, "results": [ {"item": "$first", "itemMetadata":
  {"id": "$id_of_first", "originalIndex": 0, "success": true}}, {"itemMetadata": {"originalIndex": 1, "success": false,
  "error": {"code": "ORDER_NOT_FOUND", "description": "$any", "data": {}}}}, {"itemMetadata": {"originalIndex": 2,
  "success": false, "error": {"code": "EITHER_ORDER_OR_ITEMS_REQUIRED", "description": "$any", "data": {}}}},
  {"itemMetadata": {"originalIndex": 3, "success": false, "error": {"code": "INVALID_ARGUMENT", "description": "$any",
  "data": {"fieldViolations": [{"field": "reviewRequests[3].namespace", "description": "$any", "violatedRule":
  "FORMAT"}]}}}}, {"itemMetadata": {"originalIndex": 4, "success": false, "error": {"code": "INVALID_ARGUMENT",
  "description": "$any", "data": {"fieldViolations": [{"field": "reviewRequests[4].items[0].catalogItemId",
  "description": "$any", "violatedRule": "OTHER"}]}}}}, {"item": "$last", "itemMetadata": {"id": "$id_of_last",
  "originalIndex": 5, "success": true}}]} header x-request-id "$call" header x-wix-request-id "$call"
GET /reviews/v2/review-requests/$id_of_first -> 200 exactly {"reviewRequest": "$first"}
GET /reviews/v2/review-requests/$id_of_last -> 200 exactly {"reviewRequest": "$last"}
// returnEntity is false by default.
POST /reviews/v2/bulk/review-requests/create {"reviewRequests": [{"communicationChannel": "EMAIL", "order": {"id":
  "$order"}}]} -> 200 {"results": [{"item": "$absent", "itemMetadata": {"success": true}}]}
each $body $path $rule in [[{}, "reviewRequests", "REQUIRED_FIELD"],
  [{"reviewRequests": []}, "reviewRequests", "REQUIRED_FIELD"], [{"reviewRequests": {}}, "reviewRequests", "FORMAT"],
  [{"reviewRequests": [{}], "returnEntity": "yes"}, "returnEntity", "FORMAT"]]:
  POST /reviews/v2/bulk/review-requests/create @content-type=application/json raw="$body"
    -> 400 {"details": {"validationError": {"fieldViolations": [{"field": "$path", "violatedRule": "$rule"}]}}}
POST /reviews/v2/bulk/review-requests/create @content-type=application/json raw="{\"reviewRequests\": [{{{},*50}}{}]}"
  -> 400 {"details": {"validationError": {"fieldViolations": [{"field": "reviewRequests", "violatedRule": "MAX_SIZE"}]}}}
POST /reviews/v2/bulk/review-requests/create @content-type=application/json raw="{\"reviewRequests\": [{{{},*49}}{}]}"
  -> 200 {"bulkActionMetadata": {"totalFailures": 50}}
POST /reviews/v2/review-requests/count {} -> 200 exactly {"count": 3}

# A bulk create that is repeated with its key is replayed to the byte
each $order $stranger in [["6f4770fc-b8ee-4bf2-9977-d048a7f27987", "8d141741-5caf-455b-9775-64b64119fa9a"]]:
  PUT /api/v1/orders/$order {"status": "delivered", "currency": "EUR",
    "lines": [{"catalog_item_id": "plate", "title": "A plate", "unit_price": 900}]} -> 200
at once 8 POST /reviews/v2/bulk/review-requests/create @idempotency-key=k {"returnEntity": true, "reviewRequests": [
  {"communicationChannel": "EMAIL", "order": {"id": "$order"}}, {"communicationChannel": "EMAIL", "order": {"id":
  "$stranger"}}]} -> 200 is "$answer"
+0s POST /reviews/v2/bulk/review-requests/create @idempotency-key=k {"returnEntity": true, "reviewRequests": [
  {"communicationChannel": "EMAIL", "order": {"id": "$order"}}, {"communicationChannel": "EMAIL", "order": {"id":
  "$stranger"}}]} -> 200 is "$answer" header idempotent-replayed "true"
POST /reviews/v2/bulk/review-requests/create @idempotency-key=k {"reviewRequests": [ {"communicationChannel": "EMAIL",
  "order": {"id": "$order"}}]} -> 422 {"details": {"applicationError": {"code": "idempotency_key_reused"}}}
POST /reviews/v2/review-requests/count {} -> 200 {"count": 1}

# A shop sees its own requests alone, and a query and a count are replayed with their key
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}], "communicationChannel":
  "EMAIL"}} -> 200 {"reviewRequest": {"id": "$request"}}
moss POST /reviews/v2/review-requests/query {"query": {"filter": {"id": "$request"}}} -> 200 {"reviewRequests": []}
fern_test POST /reviews/v2/review-requests/query {} -> 200 {"reviewRequests": []}
moss POST /reviews/v2/review-requests/count {} -> 200 {"count": 0}
fern_test POST /reviews/v2/review-requests/count {} -> 200 {"count": 0}
moss PUT /reviews/v2/bulk/review-requests/cancel-by-filter {"filter": {"id": "$request"}} -> 200
fern_test PUT /reviews/v2/bulk/review-requests/cancel-by-filter {"filter": {"id": "$request"}} -> 200
GET /reviews/v2/review-requests/$request -> 200 {"reviewRequest": {"status": "SCHEDULED"}}
POST /reviews/v2/review-requests/count {"filter": {"status": 7}}
  -> 400 {"details": {"validationError": {"fieldViolations": [{"field": "filter.status", "violatedRule": "FORMAT"}]}}}
at once 20 POST /reviews/v2/review-requests/query @idempotency-key=k {} -> 200 is "$found"
at once 20 POST /reviews/v2/review-requests/count @idempotency-key=k {} -> 200 is "$counted"
// Without the key, the same calls would find another request now.
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "late"}], "communicationChannel":
  "EMAIL"}} -> 200
each $path $answer in [["query", "$found"], ["count", "$counted"]]:
  POST /reviews/v2/review-requests/$path @idempotency-key=k {} -> 200 is "$answer" header idempotent-replayed "true"
each $path in ["query", "count"]: POST /reviews/v2/review-requests/$path @idempotency-key=k {"filter": {"status": "SENT"}}
  -> 422 {"details": {"applicationError": {"code": "idempotency_key_reused"}}}
