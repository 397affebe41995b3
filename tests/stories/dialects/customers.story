# A customer is answered as it is stored, and the list shows the same
POST /beacon/customers {"first_name": " Jane ", "email": "Jane@Example.com", "phone": "+49 171 1234567",
  "signed_up_at": "2025-11-20", "notes": "Likes mugs.\nAnd trays.", "address2": "Flat 2", "state": "BE",
  "postal_code": "10115", "unknown": "ignored"} -> 200 {"data": "$jane"} lacks "ignored"
GET /beacon/customers -> 200 {"data": [{"first_name": "Jane", "email": "Jane@Example.com", "phone": "+491711234567",
  "signed_up_at": 1763596800, "notes": "Likes mugs.\nAnd trays.", "address2": "Flat 2", "state": "BE",
  "postal_code": "10115"}]}
GET /beacon/customers -> 200 {"data": ["$jane"]}

# An absent field keeps its value and null clears it
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567", "last_name": "Doe",
  "notes": "A", "city": "Berlin", "has_subscription": true, "signed_up_at": 1700000000} -> 200 {"data": {"id": "$jane"}}
jump 1m POST /beacon/customers {"email": "jane@example.com", "first_name": "Janet"} -> 200 exactly {"success": true, "data": {
  "id": "$jane", "first_name": "Janet", "last_name": "Doe", "email": "jane@example.com", "phone": "+491711234567",
  "company": null, "signed_up_at": 1700000000, "has_subscription": true, "notes": "A", "address1": null,
  "address2": null, "city": "Berlin", "state": null, "postal_code": null, "location_id": null,
  "created_at": 1795154400, "updated_at": 1795154460}}
POST /beacon/customers {"email": "jane@example.com", "first_name": "Jane", "last_name": null, "notes": "", "city": " ",
  "has_subscription": null, "signed_up_at": null, "phone": null} -> 200 {"data": {"id": "$jane",
  "email": "jane@example.com", "last_name": null, "notes": null, "city": null, "has_subscription": null,
  "signed_up_at": null, "phone": null}}
// The number is free again.
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200 lacks "$jane"

# The email is the key however it is typed
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200 {"data": {"id": "$jane"}}
POST /beacon/customers {"first_name": "Jane", "email": "JANE@Example.com", "phone": "+491711234567"}
  -> 200 {"data": {"id": "$jane", "email": "JANE@Example.com"}}
// A new number leads to her, too.
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200 {"data": {"id": "$jane"}}
POST /beacon/customers {"first_name": "Jane", "email": "jane+1@example.com"} -> 200 lacks "$jane"
GET /beacon/customers -> 200 {"pagination": {"total": 2}}

# Without an email the phone is the key, until a new email completes the customer
POST /beacon/customers {"first_name": "Jane", "phone": "+49 171 1234567"}
  -> 200 {"data": {"id": "$jane", "email": null, "phone": "+491711234567"}}
POST /beacon/customers {"first_name": "Jane", "phone": "+49 (0)171 123 45 67", "city": "Berlin"}
  -> 200 {"data": {"id": "$jane", "city": "Berlin"}}
GET /beacon/customers -> 200 {"pagination": {"total": 1}}
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567", "email": "jane@example.com"}
  -> 200 {"data": {"id": "$jane", "city": "Berlin"}}
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200 {"data": {"id": "$jane"}}
// She has an email now, so another email belongs to another customer who shares her number.
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567", "email": "june@example.com"}
  -> 200 {"data": {"phone": "+491711234567"}} lacks "$jane"
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200 {"data": {"id": "$jane"}}

# Two customers are never merged
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200 {"data": {"id": "$jane"}}
POST /beacon/customers {"first_name": "John", "phone": "+491711234567"} -> 200 {"data": {"id": "$john"}}
// His number is stored as hers, and still identifies him.
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"}
  -> 200 {"data": {"id": "$jane", "phone": "+491711234567"}}
POST /beacon/customers {"first_name": "John", "phone": "+491711234567"} -> 200 {"data": {"id": "$john"}}
GET /beacon/customers -> 200 {"pagination": {"total": 2}}
// After he got another number, the next call with his old number assigns it to her.
each $fields $customer in [[{"first_name": "John", "phone": "+491711234567", "email": "john@example.com"}, "$john"],
  [{"first_name": "John", "email": "john@example.com", "phone": "+12125550123"}, "$john"], [{"first_name": "Jane",
  "email": "jane@example.com", "phone": "+491711234567"}, "$jane"], [{"first_name": "Jane", "phone": "+491711234567"},
  "$jane"], [{"first_name": "John", "phone": "+12125550123"}, "$john"]]:
  POST /beacon/customers @content-type=application/json raw="$fields" -> 200 {"data": {"id": "$customer"}}

# A customer is found by a changed phone, and not by a cleared email
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"}
  -> 200 {"data": {"id": "$jane"}}
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+12125550123"} -> 200
POST /beacon/customers {"first_name": "Jane", "phone": "+12125550123"} -> 200 {"data": {"id": "$jane"}}
POST /beacon/customers {"first_name": "Jane", "phone": "+12125550123", "email": null}
  -> 200 {"data": {"id": "$jane", "email": null}}
each $field $value in [["email", "jane@example.com"], ["phone", "+491711234567"]]:
  POST /beacon/customers {"first_name": "Jane", "$field": "$value"} -> 200 lacks "$jane"
GET /beacon/customers -> 200 {"pagination": {"total": 3}}

# Simultaneous calls for one email make one customer, and a call that is repeated with its key is replayed
at once 20 POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200 {"data": {"id": "$jane"}}
GET /beacon/customers -> 200 {"pagination": {"total": 1}}
POST /beacon/customers @idempotency-key=k {"first_name": "Jane", "email": "jane@example.com"} -> 200 is "$first"
POST /beacon/customers {"email": "jane@example.com", "first_name": "Janet"} -> 200
POST /beacon/customers @idempotency-key=k {"first_name": "Jane", "email": "jane@example.com"}
  -> 200 is "$first" header idempotent-replayed "true"
// Nothing was done again.
GET /beacon/customers -> 200 {"data": [{"first_name": "Janet"}]}
POST /beacon/customers @idempotency-key=k {"first_name": "June", "email": "june@example.com"}
  -> 422 {"success": false, "errors": {"idempotency_key": "$any"}}
at once 10 POST /beacon/customers @idempotency-key=l {"first_name": "June", "email": "june@example.com"} -> 200 is "$june"

# Customers are their shop's own
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200 {"data": {"id": "$jane"}}
acme GET /beacon/customers -> 200 {"pagination": {"total": 0}}
acme GET /beacon/customers/$jane/messages -> 404 {"success": false}
acme POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200 lacks "$jane"
fern_test GET /beacon/customers -> 200 {"pagination": {"total": 0}}
fern_test GET /beacon/customers/$jane/messages -> 404 {"success": false}
fern_test POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200 lacks "$jane"
GET /beacon/customers -> 200 {"pagination": {"total": 1}}

# An order's buyer becomes a customer, once
each $n in 0..2: PUT /api/v1/orders/A {"status": "placed", "currency": "EUR", "lines": [],
  "buyer": {"email": "kim@example.com", "name": "Kim Lee"}} -> 200
PUT /api/v1/orders/B {"status": "placed", "currency": "EUR", "lines": [], "buyer": null} -> 200
GET /beacon/customers -> 200 {"data": [{"first_name": "Kim", "last_name": "Lee", "email": "kim@example.com"}],
  "pagination": {"total": 1}}
at once 20 PUT /api/v1/orders/C {"status": "placed", "currency": "EUR", "lines": [],
  "buyer": {"email": "lou@example.com"}} -> 200
GET /beacon/customers -> 200 {"pagination": {"total": 2}}

# Customers who are added during a walk are seen, also by a loop up to the last page
each $name in ["one", "two", "three", "four"]:
  POST /beacon/customers {"first_name": "Jane", "email": "$name@example.com"} -> 200
GET /beacon/customers?per_page=2 -> 200 {"data": [{}, {}], "pagination": {"last_page": 2}}
  between "\"next_page_url\":\"http://shop.example" "\"" "$second"
jump 1s
each $name in ["five", "six", "seven"]: POST /beacon/customers {"first_name": "Jane", "email": "$name@example.com"} -> 200
GET $second -> 200 {"data": [{}, {}], "pagination": {"last_page": 3, "to": 4, "total": "$total"}}
  between "\"next_page_url\":\"http://shop.example" "\"" "$third"
GET $third -> 200 {"data": [{}, {}], "pagination": {"last_page": 4, "to": 6}}
  between "\"next_page_url\":\"http://shop.example" "\"" "$fourth"
GET $fourth -> 200 {"data": [{}], "pagination": {"last_page": 4, "total": 7, "next_page_url": null}}

# A page of customers is reached by its number, and an `after` of another page is ignored
each $n in 0..25: POST /beacon/customers {"first_name": "C", "email": "customer$n@example.com"} -> 200
GET /beacon/customers -> 200 {"data": ["$c1", "$c2", "$c3", "$c4", "$c5", "$c6", "$c7", "$c8", "$c9", "$c10", "$c11", "$c12", "$c13", "$c14", "$c15", "$c16", "$c17", "$c18", "$c19", "$c20", "$c21", "$c22", "$c23", "$c24", "$c25"],
  "pagination": {"per_page": 50, "last_page": 1, "to": 25, "prev_page_url": null, "next_page_url": null}}
GET /beacon/customers?page=1&per_page=7 -> 200 {"data": ["$c1", "$c2", "$c3", "$c4", "$c5", "$c6", "$c7"],
  "pagination": {"from": 1, "to": 7, "total": 25, "per_page": 7, "current_page": 1, "last_page": 4, "path": "http://shop.example/beacon/customers",
  "first_page_url": "http://shop.example/beacon/customers?page=1&per_page=7", "last_page_url": "http://shop.example/beacon/customers?page=4&per_page=7"}}
GET /beacon/customers?page=2&per_page=7 -> 200 {"data": ["$c8", "$c9", "$c10", "$c11", "$c12", "$c13", "$c14"],
  "pagination": {"from": 8, "to": 14, "total": 25, "per_page": 7, "current_page": 2, "last_page": 4, "path": "http://shop.example/beacon/customers",
  "first_page_url": "http://shop.example/beacon/customers?page=1&per_page=7", "last_page_url": "http://shop.example/beacon/customers?page=4&per_page=7"}}
GET /beacon/customers?page=3&per_page=7 -> 200 {"data": ["$c15", "$c16", "$c17", "$c18", "$c19", "$c20", "$c21"],
  "pagination": {"from": 15, "to": 21, "total": 25, "per_page": 7, "current_page": 3, "last_page": 4, "path": "http://shop.example/beacon/customers",
  "first_page_url": "http://shop.example/beacon/customers?page=1&per_page=7", "last_page_url": "http://shop.example/beacon/customers?page=4&per_page=7"}}
GET /beacon/customers?page=4&per_page=7 -> 200 {"data": ["$c22", "$c23", "$c24", "$c25"],
  "pagination": {"from": 22, "to": 25, "total": 25, "per_page": 7, "current_page": 4, "last_page": 4, "path": "http://shop.example/beacon/customers",
  "first_page_url": "http://shop.example/beacon/customers?page=1&per_page=7", "last_page_url": "http://shop.example/beacon/customers?page=4&per_page=7"}}
GET /beacon/customers?page=1&per_page=7 -> 200 {"pagination": {"prev_page_url": null, "next_page_url": "$second"}}
GET /beacon/customers?page=4&per_page=7 -> 200 {"pagination": {"prev_page_url": "$third", "next_page_url": null}}
GET $second -> 200 {"pagination": {"current_page": 2, "from": 8}, "data": ["$c8", "…"]}
GET $third -> 200 {"pagination": {"current_page": 3, "from": 15}, "data": ["$c15", "…"]}
GET /beacon/customers?page=9&per_page=7 -> 200 {"data": [], "pagination": {"from": null, "to": null, "current_page": 9, "last_page": 4, "total": 25}}
moss POST /beacon/customers {"first_name": "A", "email": "a@example.com"} -> 200
moss POST /beacon/customers {"first_name": "B", "email": "b@example.com"} -> 200
moss GET /beacon/customers?per_page=1 -> 200 between "after=" "\"" $of_moss
GET /beacon/customers?per_page=2 -> 200 between "after=" "\"" $of_two
GET /beacon/customers?page=2&per_page=3 -> 200 between "after=" "\"" $of_third
each $after in ["$of_moss", "$of_two", "$of_third", "x$of_two", "{{x*5000}}", "%00%ff", ""]:
  GET /beacon/customers?page=2&per_page=3&after=$after -> 200 {"data": ["$c4", "$c5", "$c6"], "pagination": {"total": 25}}
