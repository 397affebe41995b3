# A new key works at once and is shown once
POST /api/v1/keys {"name": "Point of sale", "scopes": ["requests:read", "requests:read"]} -> 201 exactly {"id": "$id_of_key",
  "key": "$key", "name": "Point of sale", "dialect": "betterreviews", "scopes": ["requests:read"], "hint": "aw_live_…",
  "created_at": "2026-11-20T06:00:00Z", "expires_at": null, "last_used_on": null}
GET /api/v1/review-requests @authorization="Bearer $key" -> 200
POST /api/v1/review-requests/send {"email": "jane@example.com"} @authorization="Bearer $key" -> 403
GET /api/v1/keys -> 200 {"keys": [{"name": "Local"}, {"id": "$id_of_key", "key": "$absent"}]} lacks "$key"

# A key is for one dialect, and has its scopes if none are given
POST /api/v1/keys {"name": "Till"} -> 201 {"key": "$key", "dialect": "betterreviews", "scopes": ["requests:read",
  "requests:write", "catalog:read", "catalog:write", "settings:read", "settings:write", "suppressions:read",
  "suppressions:write", "reviews:read", "reviews:moderate", "reviews:write", "webhooks:manage", "customers:read",
  "customers:write", "SCOPE.DC_REVIEWS.MANAGE-REVIEW_REQUESTS", "SCOPE.DC-REVIEWS.MANAGE-REVIEWS", "keys:manage",
  "privacy:manage"]}
GET /api/v1/review-requests @authorization="Bearer $key" -> 200
// Scopes that nobody named let nobody in.
POST /api/v1/console-links {} @authorization="Bearer $key" -> 403
POST /api/v1/keys {"name": "Till", "dialect": "amino"} -> 201
  {"key": "$amino", "hint": "amino_live_…", "scopes": ["requests:read", "requests:write"]}
GET /api/v1/invitations/stats @authorization="Bearer $amino" -> 200
POST /api/v1/keys {"name": "Till", "dialect": "moregoodreviews"} -> 201
  {"key": "$beacon", "hint": "beacon_live_…",
  "scopes": ["requests:read", "requests:write", "customers:read", "customers:write"]}
GET /beacon/customers @authorization="Bearer $beacon" -> 200
POST /api/v1/keys {"name": "Till", "dialect": "wix"} -> 201 {"key": "$wix",
  "hint": "wix_live_…", "scopes": ["SCOPE.DC_REVIEWS.MANAGE-REVIEW_REQUESTS", "SCOPE.DC-REVIEWS.MANAGE-REVIEWS"]}
GET /reviews/v2/review-requests/6f4770fc-b8ee-4bf2-9977-d048a7f27987 @authorization="Bearer $wix" -> 404

# Nobody gives a key scopes beyond their own
manager may keys:manage reviews:read
manager POST /api/v1/keys {"name": "Till", "scopes": ["reviews:read", "reviews:write"]} -> 403 forbidden shows "reviews:write"
manager POST /api/v1/keys {"name": "Till"} -> 403 forbidden
manager POST /api/v1/keys {"name": "Till", "scopes": ["reviews:read"]} -> 201 {"key": "$key", "id": "$id_of_key"}
GET /api/v1/reviews @authorization="Bearer $key" -> 200
GET /api/v1/keys @authorization="Bearer $key" -> 403
DELETE /api/v1/keys/$id_of_key @authorization="Bearer $key" -> 403
anyone POST /api/v1/keys {} -> 401 unauthorized

# A key ends no later than the one that makes it
POST /api/v1/keys {"name": "Till", "scopes": ["keys:manage"], "expires_at": "2026-11-21T06:00:00Z"} -> 201 {"key": "$manager"}
each $asked $given in [[null, "2026-11-21T06:00:00Z"], ["2027-11-20T06:00:00Z", "2026-11-21T06:00:00Z"],
  ["2026-11-20T07:00:00Z", "2026-11-20T07:00:00Z"]]:
  POST /api/v1/keys {"name": "Till", "scopes": ["keys:manage"], "expires_at": "$asked"} @authorization="Bearer $manager"
    -> 201 {"expires_at": "$given"}
POST /api/v1/keys {"name": "Till", "scopes": ["keys:manage"]} @authorization="Bearer $manager" -> 201 {"key": "$last"}
jump 1d GET /api/v1/keys @authorization="Bearer $last" -> 401

# A deleted key lets nobody in from the next call
POST /api/v1/keys {"name": "Till", "scopes": ["requests:read", "keys:manage"]} -> 201 {"key": "$key", "id": "$id_of_key"}
GET /api/v1/review-requests @authorization="Bearer $key" -> 200
acme DELETE /api/v1/keys/$id_of_key -> 404 not_found
DELETE /api/v1/keys/$id_of_key -> 200 exactly {"ok": true}
each $path in ["review-requests", "stats", "keys"]: GET /api/v1/$path @authorization="Bearer $key" -> 401
GET /api/v1/keys -> 200 {"keys": [{}]}
DELETE /api/v1/keys/$id_of_key -> 404 not_found
DELETE /api/v1/keys/x -> 404 not_found

# The last key that manages keys stays
GET /api/v1/keys -> 200 {"keys": [{"id": "$own"}]}
POST /api/v1/keys {"name": "Till", "scopes": ["requests:read"]} -> 201
DELETE /api/v1/keys/$own -> 409 last_key
POST /api/v1/keys {"name": "Till", "scopes": ["keys:manage"], "expires_at": "2026-11-20T07:00:00Z"} -> 201 {"id": "$brief"}
jump 1h DELETE /api/v1/keys/$own -> 409 last_key
// It manages no more.
DELETE /api/v1/keys/$brief -> 200

# A key ends to the second
POST /api/v1/keys {"name": "Till", "expires_at": "2026-11-20T08:00:00+01:00"} -> 201
  {"key": "$key", "expires_at": "2026-11-20T07:00:00Z"}
jump 59m59s GET /api/v1/review-requests @authorization="Bearer $key" -> 200
jump 1s GET /api/v1/review-requests @authorization="Bearer $key" -> 401

# Each field of a key has its rule
each $field $bad in [["name", ""], ["name", null], ["name", "a\nb"], ["name", "{{n*101}}"], ["dialect", "yotpo"],
  ["dialect", 1], ["scopes", []], ["scopes", "requests:read"], ["scopes", ["requests:read", "everything"]],
  ["scopes", [1]], ["expires_at", "2026-11-20T06:00:00Z"], ["expires_at", "2027-11-20"], ["expires_at", 1795154400]]:
  POST /api/v1/keys {"dialect": "betterreviews", "name": "Till", "$field": "$bad"} -> 422 {"error": "invalid_$field"}
GET /api/v1/keys -> 200 {"keys": [{}]}
POST /api/v1/keys {"name": "{{n*100}}", "dialect": null, "scopes": null, "expires_at": null} -> 201

# A test key's keys are test keys
fern_test POST /api/v1/keys {"name": "Till"} -> 201 {"key": "aw_test_…"}
fern_test GET /api/v1/keys -> 200 {"keys": [{}, {}]}
GET /api/v1/keys -> 200 {"keys": [{}]}

# The day of a key's last use is written once, and costs no call
POST /api/v1/keys {"name": "Till", "scopes": ["requests:read"]} -> 201 {"key": "$key"}
GET /api/v1/keys -> 200 {"keys": [{}, {"last_used_on": null}]}
GET /api/v1/review-requests @authorization="Bearer $key" -> 200
GET /api/v1/review-requests @authorization="Bearer $key" -> 200 costs GetItem Query
// Each function writes once a day; only the first of them changes the row.
GET /api/v1/stats @authorization="Bearer $key" -> 200
costs …
GET /api/v1/keys -> 200 {"keys": [{}, {"last_used_on": "2026-11-20"}]}
jump 1d GET /api/v1/review-requests @authorization="Bearer $key" -> 200 costs UpdateItem Decrypt Query
GET /api/v1/review-requests @authorization="Bearer $key" -> 200 costs GetItem Query
GET /api/v1/stats @authorization="Bearer $key" -> 200 costs UpdateItem Decrypt Query
GET /api/v1/keys -> 200 {"keys": [{}, {"last_used_on": "2026-11-21"}]}
GET /api/v1/review-requests @authorization="Bearer aw_live_x" -> 401
