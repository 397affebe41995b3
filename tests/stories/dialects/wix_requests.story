# A request is answered as it is stored, and what it may not say is ignored
each $order $stranger in [["6f4770fc-b8ee-4bf2-9977-d048a7f27987", "8d141741-5caf-455b-9775-64b64119fa9a"]]:
  PUT /api/v1/orders/$order {"status": "delivered", "currency": "EUR",
    "lines": [{"catalog_item_id": "plate", "title": "A plate", "unit_price": 900}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"sendDate": "2026-11-27T06:44:38.231Z", "namespace": "stores",
  "order": {"id": "$order", "number": "10049"}, "items": [{"catalogItemId": "plate", "reviewId": "$stranger"}],
  "recipient": {"contactId": "$stranger"}, "communicationChannel": "EMAIL", "revision": "7", "status": "SENT",
  "automationActivationId": "73FFF183-acf3-4770-b527-f65f9f10d5f6"}} -> 200 exactly {"reviewRequest": {
  "id": "$request", "revision": "1", "createdDate": "2026-11-20T06:00:00.000Z", "updatedDate":
  "2026-11-20T06:00:00.000Z", "sendDate": "2026-11-27T06:44:38.231Z", "namespace": "stores", "order": {"id": "$order"},
  "items": [{"catalogItemId": "plate"}], "recipient": {"contactId": "$stranger"}, "communicationChannel": "EMAIL",
  "status": "SCHEDULED", "automationActivationId": "73fff183-acf3-4770-b527-f65f9f10d5f6",
  "requestedBy": {"appId": "$any", "identityType": "APP"}}} is "$answer"
GET /reviews/v2/review-requests/$request?reviewRequestId=$request -> 200 is "$answer"

# The same order is always a new request for its buyer, and nothing is sent
each $order in ["6f4770fc-b8ee-4bf2-9977-d048a7f27987"]:
  PUT /api/v1/orders/$order {"status": "delivered", "currency": "EUR", "buyer": {"email": "jane@example.com", "name":
    "Jane Doe"}, "lines": [{"catalog_item_id": "plate", "title": "A plate", "unit_price": 900}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "$order"},
  "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"id": "$first", "recipient": {"contactId": "$jane"}}}
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "$order"},
  "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"recipient": {"contactId": "$jane"}}} lacks "$first"
+30d no mail

# An order alone is asked about by its five most expensive items, and items with an order must be in it
each $order in ["6f4770fc-b8ee-4bf2-9977-d048a7f27987"]:
  PUT /api/v1/orders/$order {"status": "delivered", "currency": "EUR", "lines": [
    {"catalog_item_id": "a", "title": "A", "unit_price": 1}, {"catalog_item_id": "b", "title": "A", "unit_price": 9},
    {"catalog_item_id": "c", "title": "A", "unit_price": 5}, {"catalog_item_id": "d", "title": "A", "unit_price": 9},
    {"catalog_item_id": "b", "title": "A", "unit_price": 20, "quantity": 2, "refunded_quantity": 2},
    {"catalog_item_id": "e", "title": "A", "unit_price": 5}, {"catalog_item_id": "f", "title": "A", "unit_price": 5},
    {"catalog_item_id": null, "title": "A", "unit_price": 90}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "$order"}, "items": [],
  "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"items": [{"catalogItemId": "b"}, {"catalogItemId": "d"},
  {"catalogItemId": "c"}, {"catalogItemId": "e"}, {"catalogItemId": "f"}]}}
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "$order"}, "items": [{"catalogItemId": "f"}],
  "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"items": [{"catalogItemId": "f"}]}}
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "$order"}, "items": [{"catalogItemId": "f"},
  {"catalogItemId": "sofa"}], "communicationChannel": "EMAIL"}} -> 400 {"details": {"validationError":
  {"fieldViolations": [{"field": "reviewRequest.items[1].catalogItemId", "violatedRule": "OTHER"}]}}}

# Items alone are taken as they are, and there must be an order or items
POST /reviews/v2/review-requests {"reviewRequest": {"order": {}, "communicationChannel": "EMAIL", "items": [
  {"catalogItemId": "$mug"}, {"catalogItemId": "{{x*36}}"}, {"catalogItemId": "$mug"}, {}]}} -> 200 {"reviewRequest":
  {"items": [{"catalogItemId": "$mug"}, {"catalogItemId": "{{x*36}}"}], "order": "$absent", "recipient": "$absent"}}
each $order $items in [[{}, []], [{"id": null}, [{}]], [null, null]]:
  POST /reviews/v2/review-requests {"reviewRequest": {"order": "$order", "items": "$items", "communicationChannel":
    "EMAIL"}} -> 400 {"details": {"applicationError": {"code": "EITHER_ORDER_OR_ITEMS_REQUIRED"}}}

# An order that is unknown or has nothing to review is refused
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "8d141741-5caf-455b-9775-64b64119fa9a"},
  "communicationChannel": "EMAIL"}} -> 428 {"details": {"applicationError": {"code": "ORDER_NOT_FOUND"}}}
PUT /api/v1/orders/8d141741-5caf-455b-9775-64b64119fa9a {"status": "delivered", "currency": "EUR", "lines": []} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "8d141741-5caf-455b-9775-64b64119fa9a"},
  "communicationChannel": "EMAIL"}} -> 428 {"details": {"applicationError": {"code": "ORDER_IS_EMPTY"}}}
PUT /api/v1/orders/8d141741-5caf-455b-9775-64b64119fa9a {"status": "delivered", "currency": "EUR", "lines": [
  {"catalog_item_id": "cup", "title": "A cup", "unit_price": 900, "quantity": 2, "refunded_quantity": 2},
  {"catalog_item_id": null, "title": "A thing", "unit_price": 900}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "8d141741-5caf-455b-9775-64b64119fa9a"},
  "communicationChannel": "EMAIL"}} -> 428 {"details": {"applicationError": {"code": "ORDER_IS_EMPTY"}}}
moss POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "8d141741-5caf-455b-9775-64b64119fa9a"},
  "communicationChannel": "EMAIL"}} -> 428 {"details": {"applicationError": {"code": "ORDER_NOT_FOUND"}}}

# A field that breaks its rule is 400 by its path, which begins at the body's root
each $field $bad $path $rule in [["communicationChannel", null, "communicationChannel", "REQUIRED_FIELD"],
  ["communicationChannel", "SMS", "communicationChannel", "FORMAT"], ["communicationChannel", "email",
  "communicationChannel", "FORMAT"], ["namespace", "bookings", "namespace", "FORMAT"], ["sendDate", "tomorrow",
  "sendDate", "FORMAT"], ["sendDate", 7, "sendDate", "FORMAT"], ["order", "A", "order", "FORMAT"], ["order", {"id":
  "10049"}, "order.id", "FORMAT"], ["order", {"id": ""}, "order.id", "FORMAT"], ["recipient", {"contactId": "jane"},
  "recipient.contactId", "FORMAT"], ["automationActivationId", 7, "automationActivationId", "FORMAT"], ["items", {},
  "items", "FORMAT"], ["items", [{}, {}, {}, {}, {}, {}], "items", "MAX_SIZE"], ["items", ["cup"], "items[0]",
  "FORMAT"], ["items", [{"catalogItemId": ""}], "items[0].catalogItemId", "FORMAT"], ["items", [{"catalogItemId":
  "a b"}], "items[0].catalogItemId", "FORMAT"], ["items", [{"catalogItemId": 7}], "items[0].catalogItemId", "FORMAT"],
  ["items", [{"catalogItemId": "{{x*37}}"}], "items[0].catalogItemId", "MAX_LENGTH"]]:
  POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL", "$field": "$bad"}} -> 400
    {"details": {"validationError": {"fieldViolations": [{"field": "reviewRequest.$path", "violatedRule": "$rule"}]}}}
each $body in [{}, {"reviewRequest": null}, {"reviewRequest": []}]:
  POST /reviews/v2/review-requests @content-type=application/json raw="$body" -> 400 {"details": {"validationError":
    {"fieldViolations": [{"field": "reviewRequest", "violatedRule": "REQUIRED_FIELD"}]}}}
POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": null, "namespace": 7, "order": {"id": 7}}}
  -> 400 {"details": {"validationError": {"fieldViolations": [{}, {}, {}]}}}

# The documentation's own sample is refused for its trailing comma, whose place is named
POST /reviews/v2/review-requests @content-type=application/json
  raw="{\n  \"reviewRequest\": {\n    \"items\": [\n      {\n        \"catalogItemId\": \"cup\",\n      }\n    ],\n  }\n}"
  -> 400 {"details": {"applicationError": {"code": "INVALID_JSON", "data": {"line": 6, "column": 7}}}} shows
  "line 6, column 7"
POST /reviews/v2/review-requests @content-type=application/json;charset=UTF-8
  raw="{\n  \"reviewRequest\": {\n    \"items\": [\n      {\n        \"catalogItemId\": \"cup\"}\n    ],\n \"communicationChannel\": \"EMAIL\"\n}\n}"
  -> 200
each $key in ["", "Bearer", "wix_live_no", "Basic x"]:
  POST /reviews/v2/review-requests @authorization=$key {} -> 401 header www-authenticate "Bearer"

# A request that is repeated with its key is replayed
each $order in ["6f4770fc-b8ee-4bf2-9977-d048a7f27987"]: PUT /api/v1/orders/$order {"status": "delivered", "currency": "EUR",
  "lines": [{"catalog_item_id": "plate", "title": "A plate", "unit_price": 900}]} -> 200
POST /reviews/v2/review-requests @idempotency-key=k {"reviewRequest": {"communicationChannel": "EMAIL",
  "order": {"id": "$order"}}} -> 200 is "$first" header idempotent-replayed ""
// Without the key, the same call would fail now, because the order is empty.
PUT /api/v1/orders/$order {"status": "delivered", "currency": "EUR", "lines": []} -> 200
POST /reviews/v2/review-requests @idempotency-key=k {"reviewRequest": {"communicationChannel": "EMAIL",
  "order": {"id": "$order"}}} -> 200 is "$first" header idempotent-replayed "true"
POST /reviews/v2/review-requests @idempotency-key=k {"reviewRequest": {"communicationChannel": "EMAIL",
  "order": {"id": "8d141741-5caf-455b-9775-64b64119fa9a"}}}
  -> 422 {"details": {"applicationError": {"code": "idempotency_key_reused"}}}
GET /api/v1/review-requests -> 200 {"requests": [{}]}

# A request reads the key, the order, its products and the contact, and writes once
each $order in ["6f4770fc-b8ee-4bf2-9977-d048a7f27987"]:
  PUT /api/v1/orders/$order {"status": "delivered", "currency": "EUR", "buyer": {"email": "jane@example.com"}, "lines":
    [{"catalog_item_id": "plate", "title": "A plate", "unit_price": 900}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL",
  "order": {"id": "$order"}}} -> 200 {"reviewRequest": {"recipient": "$jane"}}
POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL", "order": {"id": "$order"}}} -> 200
  costs GetItem Query GetItem BatchGetItem TransactWriteItems
POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL", "recipient": "$jane",
  "order": {"id": "$order"}}} -> 200 costs GetItem Query GetItem BatchGetItem GetItem TransactWriteItems
POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL", "items": [{"catalogItemId": "cup"}],
  "recipient": {"contactId": "8d141741-5caf-455b-9775-64b64119fa9a"}}} -> 200 costs GetItem TransactWriteItems

# Each field of a request filters by its operators
PUT /api/v1/orders/6f4770fc-b8ee-4bf2-9977-d048a7f27987 {"status": "delivered", "currency": "EUR", "buyer": {"email": "jane@example.com"},
  "lines": [{"catalog_item_id": "cup", "title": "A cup", "unit_price": 1200}, {"catalog_item_id": "plate", "title": "A plate", "unit_price": 900}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL", "items": [{"catalogItemId": "item-0"}]}} -> 200
  {"reviewRequest": {"id": "$first", "createdDate": "$at_first", "requestedBy": {"appId": "$app"}}}
jump 1m POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL", "order": {"id": "6f4770fc-b8ee-4bf2-9977-d048a7f27987"},
  "sendDate": "2026-11-27T00:00:00.500Z", "automationActivationId": "8d141741-5caf-455b-9775-64b64119fa9a"}} -> 200
  {"reviewRequest": {"id": "$second", "createdDate": "$at_second", "recipient": {"contactId": "$buyer"}}}
jump 1m POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL", "recipient": {"contactId": "8d141741-5caf-455b-9775-64b64119fa9a"},
  "items": [{"catalogItemId": "item-2"}, {"catalogItemId": "cup"}]}} -> 200 {"reviewRequest": {"id": "$third", "createdDate": "$at_third"}}
each $filter $count $found in [[{"id": {"{{$*1}}ne": "$second"}}, 2, "item-0…item-2"], [{"id": {"{{$*1}}in": ["$first", "$third", "x"]}}, 2, "item-0…item-2"],
    [{"communicationChannel": "EMAIL", "namespace": {"{{$*1}}eq": "stores"}}, 3, "item-0…plate…item-2"],
    [{"recipient.contactId": "8d141741-5caf-455b-9775-64b64119fa9a"}, 1, "item-2"], [{"recipient.contactId": {"{{$*1}}in": ["$buyer"]}}, 1, "plate"],
    [{"recipient.contactId": null}, 1, "item-0"], [{"requestedBy.identityType": "WIX_USER"}, 0, "[]"], [{"requestedBy.appId": {"{{$*1}}in": ["$app"]}}, 3, "item-0…plate…item-2"],
    [{"status": {"{{$*1}}in": ["SCHEDULED", "UNKNOWN_REVIEW_REQUEST_STATUS"]}}, 3, "item-0…plate…item-2"], [{"order.id": {"{{$*1}}exists": false}}, 2, "item-0…item-2"],
    [{"automationActivationId": {"{{$*1}}eq": "8d141741-5caf-455b-9775-64b64119fa9a"}}, 1, "plate"], [{"items.catalogItemId": {"{{$*1}}hasAll": ["cup", "item-2"]}}, 1, "item-2"],
    [{"items.reviewId": {"{{$*1}}isEmpty": true}}, 3, "item-0…plate…item-2"], [{"createdDate": {"{{$*1}}gt": "$at_first"}}, 2, "plate…item-2"],
    [{"createdDate": {"{{$*1}}gte": "$at_second", "{{$*1}}lt": "$at_third"}}, 1, "plate"], [{"createdDate": {"{{$*1}}lte": "$at_second"}}, 2, "item-0…plate"],
    [{"createdDate": {"{{$*1}}eq": "2026-11-20T07:01:00+01:00"}}, 1, "plate"],
    [{"sendDate": {"{{$*1}}gt": "2026-11-27T00:00:00.499Z", "{{$*1}}lte": "2026-11-27T00:00:00.500Z"}}, 1, "plate"], [{"sendDate": null}, 2, "item-0…item-2"],
    [{"{{$*1}}or": [{"order.id": "6f4770fc-b8ee-4bf2-9977-d048a7f27987"}, {"recipient.contactId": "8d141741-5caf-455b-9775-64b64119fa9a"}]}, 2, "plate…item-2"]]:
  POST /reviews/v2/review-requests/query {"query": {"filter": "$filter"}} -> 200 {"pagingMetadata": {"count": "$count"}} shows "$found"
each $filter $count in [[{"id": {"{{$*1}}ne": "$second"}}, 2], [{"order.id": {"{{$*1}}exists": false}}, 2], [{"items.catalogItemId": {"{{$*1}}hasAll": ["cup", "item-2"]}}, 1],
    [{"createdDate": {"{{$*1}}lte": "$at_second"}}, 2], [{"sendDate": null}, 2], [{"requestedBy.identityType": "WIX_USER"}, 0]]:
  POST /reviews/v2/review-requests/count {"filter": "$filter"} -> 200 {"count": "$count"}
