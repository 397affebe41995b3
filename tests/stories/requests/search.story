# An address finds the requests of its customer and no other
oak POST /api/v1/review-requests/send {"email": "jane@example.com"} -> 201
GET /api/v1/review-requests?email=jane@example.com -> 200 {"requests": []}
ask {"order_id": "A"} as first
each $email in ["jane@example.community", "janet@example.com", "jan@example.com", "jane+1@example.com"]:
  ask {"email": "$email", "order_id": "A"}
jump 1s ask {"email": "Jane@Example.COM", "order_id": "B", "skip_email": true} as manual
jump 1s POST /beacon/asks {"email": "jane@example.com"} -> 200 as asked
// Newest first, of all APIs.
each $email in ["jane@example.com", "JANE%40EXAMPLE.COM", "+jane@example.com+"]:
  GET /api/v1/review-requests?email=$email -> 200 {"requests": [{"id": "$asked"}, {"id": "$manual"}, {"id": "$first"}]}
GET /api/v1/review-requests?email=jane%2B1@example.com -> 200 {"requests": [{}]}
each $query in ["ane@example.com", "jane@example.co", "nobody@example.com", "jane@example.com&status=completed",
    "jane@example.com&order_id=C", "jane@example.com&stuck=no_step&order_id=A", "jane@example.com&before=$first"]:
  GET /api/v1/review-requests?email=$query -> 200 {"requests": []}
each $query $id in [["status=manual", "$manual"], ["order_id=A", "$first"], ["stuck=no_step", "$manual"],
    ["before=$manual", "$first"], ["limit=1", "$asked"]]:
  GET /api/v1/review-requests?email=jane@example.com&$query -> 200 {"requests": [{"id": "$id"}]}
POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202
+1m each $query in ["email=jane@example.com", "order_id=B"]: GET /api/v1/review-requests?$query -> 200 {"requests": []}
// Those of others.
GET /api/v1/review-requests?order_id=A -> 200 {"requests": [{}, {}, {}, {}]}

# An order finds the requests that named it
ask {"order_id": " Ord 1 "} as jane
DELETE /api/v1/review-requests/$jane -> 200
jump 1s ask {"order_id": "Ord 1", "email": "june@example.com"} as june
each $other in ["ord 1", "Ord 12", "Ord", "Ord  1"]: ask {"order_id": "$other"}
// Trimmed, and the cancelled one, too.
each $query in ["Ord%201", "+Ord+1+"]:
  GET /api/v1/review-requests?order_id=$query -> 200 {"requests": [{"id": "$june"}, {"id": "$jane"}]}
GET /api/v1/review-requests?order_id=ord+1 -> 200 {"requests": [{}]}
GET /api/v1/review-requests?order_id=Ord+1&status=cancelled -> 200 {"requests": [{"id": "$jane"}]}
// A generated order id belongs to one request, but a shop may give it to another request.
ask {"skip_email": true} as without
GET /api/v1/review-requests?order_id=auto-$without -> 200 {"requests": [{"id": "$without"}]}
jump 1s ask {"order_id": "auto-$without"} as named
GET /api/v1/review-requests?order_id=auto-$without -> 200 {"requests": [{"id": "$named"}, {"id": "$without"}]}
each $nothing in ["unknown", "Ord+1&stuck=no_step", "auto-$jane"]:
  GET /api/v1/review-requests?order_id=$nothing -> 200 {"requests": []}

# An address and an order are one query each
each $order in ["0", "1", "2"]: ask {"order_id": "$order"}
GET /api/v1/review-requests?limit=1 -> 200
GET /api/v1/review-requests?limit=1 -> 200 {"requests": [{}]} costs GetItem Query
GET /api/v1/review-requests?order_id=1 -> 200 {"requests": [{}]} costs GetItem Query BatchGetItem
// The address, then the customer.
GET /api/v1/review-requests?email=jane@example.com -> 200 {"requests": [{}, {}, {}]}
  costs GetItem GetItem GetItem Query BatchGetItem
ask {} as generated
GET /api/v1/review-requests?order_id=auto-$generated -> 200 {"requests": [{}]} costs GetItem Query BatchGetItem

# Messages that a cap defers are found, and invalid search parameters are 422
GET /api/v1/review-requests?stuck=held&stuck=deferred -> 422 invalid_stuck
each $query in ["foo", "", "Held"]:
  GET /api/v1/review-requests?stuck=$query -> 422 invalid_stuck shows "held, deferred, throttled, unconfirmed, no_step"
each $query in ["", "jane", "jane@example.com&email=june@example.com"]:
  GET /api/v1/review-requests?email=$query -> 422 invalid_email
each $query in ["", "%20", "%00", "A&order_id=A", "{{a*256}}"]:
  GET /api/v1/review-requests?order_id=$query -> 422 invalid_order_id
PUT /api/v1/settings {"messages_a_month": 1} -> 200
ask {"delay_days": 0}
+1m ask {"delay_days": 0} as deferred
+1m GET /api/v1/review-requests?stuck=deferred -> 200 {"requests": [{"id": "$deferred"}]}
+31d GET /api/v1/review-requests?stuck=deferred -> 200 {"requests": []}

# Messages of a suspended shop are found until they leave
ask {"delay_days": 7, "order_id": "later"}
each $number in 0..5: ask {"email": "bounce+$number@example.com", "delay_days": 0}
+1m ask {"delay_days": 0} as held
+1m ask {"email": "june@example.com", "skip_email": true} as manual
// Those that came back have failed.
each $query $id in [["held", "$held"], ["no_step", "$manual"],
    ["held&email=jane@example.com&status=scheduled&limit=1", "$held"]]:
  GET /api/v1/review-requests?stuck=$query -> 200 {"requests": [{"id": "$id"}]}
GET /api/v1/review-requests?stuck=throttled -> 200 {"requests": []}
POST /api/v1/deliverability/release {} -> 200
+61m GET /api/v1/review-requests?stuck=held -> 200 {"requests": []}

# A request that Wix removed is not found
PUT /api/v1/orders/6f4770fc-b8ee-4bf2-9977-d048a7f27987 {"status": "delivered", "currency": "EUR",
    "lines": [{"catalog_item_id": "cup", "title": "Cup", "unit_price": 1}], "buyer": {"email": "jane@example.com"}} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL",
    "order": {"id": "6f4770fc-b8ee-4bf2-9977-d048a7f27987"}}} -> 200 {"reviewRequest": {"id": "$wix"}} as id
each $query in ["order_id=6f4770fc-b8ee-4bf2-9977-d048a7f27987", "email=jane@example.com", "stuck=no_step"]:
  GET /api/v1/review-requests?$query -> 200 {"requests": [{"id": "$id"}]}
DELETE /api/v1/review-requests/$id -> 200
DELETE /reviews/v2/review-requests/$wix -> 200
each $query in ["order_id=6f4770fc-b8ee-4bf2-9977-d048a7f27987", "email=jane@example.com", "stuck=no_step"]:
  GET /api/v1/review-requests?$query -> 200 {"requests": []}
rows ORQ#0 0
