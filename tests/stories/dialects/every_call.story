# An unknown path is 404, then a method 405, in each dialect's shape
anyone POST /api/v1/nowhere @content-type=text/plain raw="[" -> 404 not_found
anyone POST /api/v1/review-requests @content-type=text/plain raw="[" -> 405 method_not_allowed
each $path in ["/", "/api", "/api/v1/review-requests/", "/api/v1/review-requests/1/2", "/api/v2/review-requests"]:
  GET $path -> 404 not_found
GET /api/v1/invitations/7 -> 404 {"code": "not_found"}
each $path in ["/beacon/review", "/beacon/customers/", "/beacon/customers/1", "/beacon/asks/1/2"]:
  anyone GET $path -> 404 {"success": false}
each $path in ["/reviews/v1/products", "/reviews/v2/review-requests/", "/reviews/v2/review-requests/7/x",
  "/_api/reviews", "/_api/reviews/v2/review-requests", "/reviews/v1/reviews", "/reviews/v1/reviews/7/x"]:
  anyone GET $path -> 404 {"details": {"applicationError": {"code": "NOT_FOUND"}}}
anyone GET /reviews/v1/products -> 404 header x-request-id "$request" header x-wix-request-id "$request"

# A body has at most 64 KiB, and malformed JSON is refused with its line and column but not quoted
POST /api/v1/review-requests/send @content-type=application/json
  raw="{\"email\":\"jane@example.com\",\"x\":\"{{a*65501}}\"}" -> 201
POST /api/v1/review-requests/send @content-type=application/json
  raw="{\"email\":\"jane@example.com\",\"x\":\"{{a*65502}}\"}" -> 413 payload_too_large
POST /api/v1/review-requests/send @content-type=application/json raw="{\n  \"email\": jane@example.com\n}"
  -> 400 invalid_json shows "line 2, column 12" lacks "jane"
each $body in ["", "null", "[{\"email\":\"jane@example.com\"}]", "\"jane@example.com\"",
  "{\"email\":\"a@example.com\",\"email\":\"b@example.com\"}", "{\"email\":\"jane@example.com\",\"x\":\"\\u0000\"}",
  "{\"email\":\"jane@example.com\",\"x\":\"\\ud800\"}", "{{{\"a\":*40}}{{}*40}}"]:
  POST /api/v1/review-requests/send @content-type=application/json raw="$body" -> 400 invalid_json

# A body is declared as JSON, and not compressed
each $type in ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""]:
  POST /api/v1/review-requests/send @content-type=$type raw="{\"email\": \"jane@example.com\"}" -> 415
    unsupported_media_type
POST /api/v1/review-requests/send raw="{\"email\": \"jane@example.com\"}" -> 415 unsupported_media_type
each $type in ["application/json", "application/json;charset=UTF-8", "Application/JSON ; charset=utf-8",
  "application/vnd.shop+json"]:
  POST /api/v1/review-requests/send @content-type=$type raw="{\"email\": \"jane@example.com\"}" -> 201
each $path in ["/api/v1/review-requests/send", "/api/v1/invitations", "/beacon/customers",
  "/reviews/v2/review-requests"]:
  POST $path @content-encoding=gzip @content-type=application/json raw="\u001f" -> 415 header accept-encoding "identity"
each $coding in ["br", "identity, gzip"]:
  POST /beacon/customers @content-encoding=$coding {} -> 415 header accept-encoding "identity"
POST /api/v1/review-requests/send @content-encoding=Identity {"email": "jane@example.com"} -> 201

# An idempotency key belongs to one tenant, route and day
POST /api/v1/review-requests/send @idempotency-key=k {"email": "jane@example.com"} -> 201 is "$first" as first
moss POST /api/v1/review-requests/send @idempotency-key=k {"email": "jane@example.com"} -> 201 lacks "$first_hub"
POST /api/v1/review-requests/$first/send @idempotency-key=k -> 200 header idempotent-replayed ""
+23h59m59s POST /api/v1/review-requests/send @idempotency-key=k {"email": "jane@example.com"} -> 201 {"request_id": "$first"}
+1s POST /api/v1/review-requests/send @idempotency-key=k {"email": "jane@example.com"} -> 201 lacks "$first"

# An idempotency key has 1 to 255 visible characters, and a failed call is not remembered
each $key in ["", "a b", "é", "{{k*256}}"]:
  POST /api/v1/review-requests/send @idempotency-key=$key {"email": "jane@example.com"} -> 400 invalid_idempotency_key
POST /api/v1/review-requests/send @idempotency-key=k {"email": "jane"} -> 422 invalid_email
POST /api/v1/review-requests/send @idempotency-key=k {"email": "jane@example.com"} -> 201

# Simultaneous calls with one key run once, and all get its answer
at once 100 POST /api/v1/review-requests/send @idempotency-key=k {"email": "jane@example.com", "order_id": "A"}
  -> 201 is "$answer"
rows REQ# 1
POST /api/v1/review-requests/send @idempotency-key=k {"email": "jane@example.com", "order_id": "A"}
  -> 201 is "$answer" header idempotent-replayed "true"

# A service that is out is 503 with Retry-After, and tells nothing
ask {}
fails DynamoDb ServerError
POST /api/v1/review-requests/send {"email": "jane@example.com"}
  -> 503 unavailable header retry-after "5" lacks "dynamo" "Dynamo"
GET /api/v1/review-requests -> 503 unavailable header retry-after "5" lacks "dynamo" "Dynamo"
DELETE /api/v1/review-requests/1 -> 503 unavailable header retry-after "5" lacks "dynamo" "Dynamo"
GET /reviews/v1/reviews/8d141741-5caf-455b-9775-64b64119fa9a
  -> 503 {"details": {"applicationError": {"code": "UNAVAILABLE"}}} header retry-after "5"
POST /reviews/v2/review-requests {"reviewRequest": {}}
  -> 503 {"details": {"applicationError": {"code": "UNAVAILABLE"}}} header retry-after "5"
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 503 {"code": "unavailable"} header retry-after "5"
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"}
  -> 503 {"success": false, "message": "Try again in a few seconds, …"} header retry-after "5"

# Test keys work on their own data, and nothing leaves
fern_test POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "A", "delay_days": 0} -> 201 as captured
ask {"order_id": "A", "delay_days": 7}
GET /api/v1/review-requests/$captured -> 404 not_found
+0s no mail
fern_test GET /api/v1/review-requests/$captured -> 200 {"status": "sent"}
fern_test GET /api/v1/review-requests/$captured/timeline -> 200 shows "\"what\":\"captured\""
fern_test GET /api/v1/review-requests/$captured/messages -> 200 shows "$captured_hub"
