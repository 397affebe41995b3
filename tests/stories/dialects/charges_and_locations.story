# A charge is answered and stored
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"}
  -> 200 {"data": {"id": "$jane"}}
POST /beacon/charges {"email": "jane@example.com", "amount": 4900, "currency": "eur", "charged_at": 1763596800}
  -> 200 {"data": {"amount": 4900, "currency": "EUR", "charged_at": 1763596800, "customer_id": "$jane"}}
POST /beacon/charges {"phone": "+491711234567"}
  -> 200 {"data": {"customer_id": "$jane", "charged_at": 1795154400, "amount": null, "currency": null}}
rows CHG# 2

# A charge of an unknown customer or location is 404, and one that is repeated with its key is one charge
POST /beacon/charges {"email": "jane@example.com"} -> 404 {"success": false}
POST /beacon/charges {"phone": "+491711234567", "amount": 1} -> 404 {"success": false}
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
acme POST /beacon/locations {"name": "Main Street"} -> 200
each $slug in ["nowhere", "main-street"]:
  POST /beacon/charges {"email": "jane@example.com", "location_slug": "$slug"} -> 404 {"success": false}
rows CHG# 0
POST /beacon/charges @idempotency-key=k {"email": "jane@example.com", "amount": 1} -> 200 is "$first"
POST /beacon/charges @idempotency-key=k {"email": "jane@example.com", "amount": 1}
  -> 200 is "$first" header idempotent-replayed "true"
rows CHG# 1

# A charge's location becomes the customer's, who is asked under the location's name
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"} -> 200
POST /beacon/locations {"name": "Main Street"} -> 200 {"data": {"id": "$street", "slug": "main-street"}}
POST /beacon/locations {"name": "B-01", "display_name": "Fern & Oak Harbour"}
  -> 200 {"data": {"id": "$harbour", "slug": "b-01"}}
POST /beacon/charges {"email": "jane@example.com", "location_slug": "main-street"}
  -> 200 {"data": {"location_slug": "main-street"}}
GET /beacon/customers -> 200 {"data": [{"location_id": "$street"}]}
each $n in 0..2:
  POST /beacon/charges {"email": "jane@example.com", "location_slug": "b-01"} -> 200 {"data": {"location_slug": "b-01"}}
POST /beacon/charges {"email": "jane@example.com"} -> 200
GET /beacon/customers -> 200 {"data": [{"location_id": "$harbour"}]}
POST /beacon/asks {"email": "jane@example.com"} -> 200
+0s mail jane@example.com "…Fern & Oak Harbour…" shows "Fern & Oak Harbour"
anyone GET $link -> 200 shows "Fern &#38; Oak Harbour"
mail +491711234567 "…" sms shows "Fern & Oak Harbour"

# A location needs its name only, and is one if it is repeated with its key
POST /beacon/locations {"name": "Main Street, No. 5"} -> 200 {"data": {"id": "$place", "slug": "main-street-no-5",
  "display_name": "Main Street, No. 5", "code": null, "city": null}}
POST /beacon/locations {"name": "B", "slug": "main", "address1": "1 Main Street", "address2": "Hall 2", "state": "BE",
  "postal_code": "10115"} -> 200 {"data": {"slug": "main", "address1": "1 Main Street", "address2": "Hall 2",
  "state": "BE", "postal_code": "10115"}}
PUT /beacon/locations/$place @content-type=application/json raw="[" -> 400 {"success": false}
POST /beacon/locations @idempotency-key=k {"name": "Main Street"} -> 200 is "$first"
POST /beacon/locations @idempotency-key=k {"name": "Main Street"} -> 200 is "$first" header idempotent-replayed "true"
at once 10 POST /beacon/locations @idempotency-key=l {"name": "Main Street"} -> 200 is "$second"
POST /beacon/locations {"name": "Main Street"} -> 200 {"data": {"slug": "main-street-3"}}

# A slug is generated with a number behind a taken one, and is the shop's own
each $slug in ["main-street", "main-street-2", "main-street-3"]:
  POST /beacon/locations {"name": "Main Street", "slug": null} -> 200 {"data": {"slug": "$slug"}}
at once 10 POST /beacon/locations {"name": "Main Street"} -> 200
POST /beacon/locations {"name": "Main Street"} -> 200 {"data": {"slug": "main-street-14"}}
each $slug in ["{{a*50}}", "{{a*48}}-2"]: POST /beacon/locations {"name": "{{a*60}}"} -> 200 {"data": {"slug": "$slug"}}
POST /beacon/locations {"name": "A", "slug": "main"} -> 200 {"data": {"id": "$first"}}
POST /beacon/locations {"name": "B"} -> 200 {"data": {"id": "$second"}}
POST /beacon/locations {"name": "C", "slug": "main"} -> 422 exactly {"success": false, "message": "$any",
  "errors": {"slug": "$any"}}
PUT /beacon/locations/$second {"slug": "main"} -> 422 {"errors": {"slug": "$any"}}
PUT /beacon/locations/$first {"slug": "main"} -> 200 {"data": {"slug": "main"}}
acme POST /beacon/locations {"name": "C", "slug": "main"} -> 200 {"data": {"slug": "main"}}

# A change keeps absent fields and clears null ones, and generates a null slug again
POST /beacon/locations {"name": "Main Street", "display_name": "Ours", "slug": "main", "code": "B-01", "city": "Berlin"}
  -> 200 {"data": {"id": "$place"}}
jump 1m PUT /beacon/locations/$place {"name": "Harbour"} -> 200 {"data": {"id": "$place", "name": "Harbour",
  "display_name": "Ours", "slug": "main", "code": "B-01", "city": "Berlin", "updated_at": 1795154460}}
PUT /beacon/locations/$place {"display_name": null, "code": "", "city": null}
  -> 200 {"data": {"display_name": "Harbour", "code": null, "city": null, "slug": "main"}}
// Its own slug is free for it.
each $fields in [{"slug": null, "name": "Harbour"}, {"slug": null}]:
  PUT /beacon/locations/$place @content-type=application/json raw="$fields" -> 200 {"data": {"slug": "harbour"}}
POST /beacon/locations {"name": "A", "slug": "main"} -> 200 {"data": {"slug": "main"}}
POST /beacon/locations {"name": "Harbour"} -> 200 {"data": {"slug": "harbour-2"}}
