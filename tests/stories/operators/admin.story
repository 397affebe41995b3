# An invalid operation is refused with its reason
each $operation $kind $part in [
  [{"create_shops": {}}, "invalid", "create_shop"],
  [{"list_keys": {"shop": "fern", "all": true}}, "invalid", "all"],
  [{"show_shop": {"shop": "Fern"}}, "invalid", "lower-case"],
  [{"show_shop": {"shop": "fern.sandbox"}}, "invalid", "live"],
  [{"show_shop": {"shop": "moss"}}, "not_found", "shops create"],
  [{"show_shop": ["fern", "live"]}, "invalid", "object"],
  [{"create_key": {"shop": "moss"}}, "not_found", "shops create"],
  [{"create_key": {"scopes": ["everything"]}}, "invalid", "scopes"],
  [{"create_key": {"expires_at": "2020-01-01T00:00:00Z"}}, "invalid", "to come"],
  [{"revoke_key": {"key_id": "000000000000"}}, "not_found", "keys list"],
  [{"erase": {}}, "invalid", "email"],
  [{"erase": {"email": "jane@example.com", "phone": "+491711234567"}}, "invalid", "phone"],
  [{"erase": {"email": "jane"}}, "invalid", "email"],
  [{"audit": {"shop": "fern", "mode": "live"}}, "invalid", "mode"],
  [{"why": {"request": "willa@example.com"}}, "invalid", "operation.why.request"]]:
  operator "$operation" -> error $kind "…$part…."
operator {"list_keys": {}} -> {"keys": [{}]}

# A shop is created once, and shown without addresses
operator {"create_shop": {"shop": "moss", "shop_name": "Moss", "shop_address": "1 Hill", "language": "de"}}
  -> exactly {"tenant": "moss", "mode": "live", "created": true, "lacks": ["privacy_url"]}
jump 1h operator {"create_shop": {"shop": "moss", "shop_name": "Moss", "shop_address": "1 Hill", "language": "de"}}
  -> {"created": false}
operator {"show_shop": {"shop": "moss"}} -> exactly {"tenant": "moss", "mode": "live", "shop_name": "Moss",
  "lacks": ["privacy_url"], "language": "de", "created_at": "2026-11-20T06:00:00Z", "ended_at": null, "restored_until": null, "held_since": null,
  "customers": 0, "reviews": 0, "messages": 0, "emails_sent": 0, "api_keys": 0}
// What the operator's operation creates keeps data for three years; a shop that was set up otherwise, forever.
GET /api/v1/settings -> 200 {"keep_months": null}
operator {"create_key": {"shop": "moss"}} -> {"api_key": "$key"}
GET /api/v1/settings @authorization="Bearer $key" -> 200 {"keep_months": 36}
PUT /api/v1/settings @authorization="Bearer $key" {"keep_months": null} -> 200 {"keep_months": null}

# A shop that is in use is shown with its counts
ask {"product_ids": ["$mug"], "delay_days": 0}
+0s FORM /review/hub/review rating=5 text=Lovely. -> 303
POST /api/v1/keys {"name": "Till"} -> 201
operator {"show_shop": {}} -> exactly {"tenant": "fern", "mode": "live", "shop_name": "Fern & Oak",
  "lacks": ["privacy_url"], "language": null,
  "created_at": "2026-11-20T06:00:00Z", "ended_at": null, "restored_until": null, "held_since": null, "customers": 1,
  "reviews": 1, "messages": 1, "emails_sent": 1, "api_keys": 2}
each $n in 1..6: ask {"email": "bounce+$n@example.com", "delay_days": 0}
+1m operator {"show_shop": {}} -> {"held_since": "2026-11-20T06:00:…Z"}

# A key is listed without its secret, and the next call with a revoked one is 401
operator {"create_key": {"name": "Till", "scopes": ["requests:read"], "expires_at": "2027-01-01T00:00:00Z"}}
  -> exactly {"api_key": "$till", "key_id": "$id", "mode": "live", "tenant": "fern"}
GET /api/v1/review-requests @authorization="Bearer $till" -> 200
operator {"list_keys": {}} -> exactly {"keys": [{"key_id": "$first", "name": "$name", "dialect": "betterreviews",
  "scopes": "$scopes", "hint": "aw_live_…", "created_at": "2026-11-20T06:00:00Z", "expires_at": null, "last_used_on": null},
  {"key_id": "$id", "name": "Till", "dialect": "betterreviews", "scopes": ["requests:read"], "hint": "aw_live_…",
  "created_at": "2026-11-20T06:00:00Z", "expires_at": "2027-01-01T00:00:00Z", "last_used_on": "2026-11-20"}]}
operator {"revoke_key": {"key_id": "$id"}} -> exactly {"revoked": true}
GET /api/v1/review-requests @authorization="Bearer $till" -> 401
operator {"revoke_key": {"key_id": "$id"}} -> error not_found
// The last key with `keys:manage` can be revoked, too, because the operator can make another.
operator {"revoke_key": {"key_id": "$first"}} -> exactly {"revoked": true}
GET /api/v1/review-requests -> 401
operator {"list_keys": {}} -> exactly {"keys": []}
operator {"create_key": {}} -> {"api_key": "$new"}
GET /api/v1/review-requests @authorization="Bearer $new" -> 200

# The operator's erasure is a job that the API shows
ask {"email": "jane@example.com", "customer_name": "Jane Doe", "delay_days": 7}
POST /beacon/customers {"first_name": "Ann", "phone": "+491711234567"} -> 200
operator {"erase": {"email": "jane@example.com", "only_count": true}} -> {"has_more": false, "found": {"customers": 1, "requests": 1, "reviews": 0}}
operator {"erase": {"email": "jane@example.com"}} -> exactly {"receipt": "$one", "status": "running"}
operator {"erase": {"phone": "+491711234567"}} -> {"receipt": "$two", "status": "running"}
+2m GET /api/v1/privacy/$one -> 200 {"status": "done", "kind": "erase"}
operator {"erasure": {"receipt": "$one"}} -> {"status": "done", "found": {"requests": 1}}
operator {"erasure": {"receipt": "none"}} -> error not_found
GET /api/v1/privacy/$two -> 200 {"status": "done", "kind": "erase"}
GET /api/v1/review-requests/$id -> 404
GET /beacon/customers -> 200 {"data": []}

# What may have left before a restore counts as sent, and what is newer leaves
each $to in ["tomorrow", "2026-11-20T06:00:00Z", "2026-10-15T05:59:59Z", "2001-01-01T00:00:00Z"]:
  operator service {"restored": {"to": "$to"}} -> error invalid
ask {"delay_days": 0, "reminders": 1} as jane
jump 1h operator service {"restored": {"to": "2026-11-20T06:30:00Z"}} -> exactly
  {"to": "2026-11-20T06:30:00Z", "until": "2026-11-20T07:00:00Z"}
ask {"email": "john@example.com", "delay_days": 0}
+0s mail john@example.com
+10m no mail
timeline $jane created outcome_unknown scheduled
status $jane sent
operator service {"audit": {}} -> {"entries": [{"what": "restored", "before": null, "after": {"to": "2026-11-20T06:30:00Z"}}]}
why $jane sent "The email was due on 20 November 2026 at 06:00 UTC, in a time that a restore of the data forgot: nobody knows…"
  then "…"
+3d mail jane@example.com
why $jane delivered "Reminder 1 by email was accepted by the mail provider…"

# The status says what left last, and who is stopped
operator service {"status": {}} -> exactly {"last_email": null, "stopped": [], "shops_read": 1, "next": null, "service":
  {"late_messages": 0, "late_shops": {"count": 0, "all_read": true, "worst": []}, "refused_by_provider": [],
  "reports_missing_since": null, "paused": null}}
ask {"delay_days": 0}
+0s operator service {"status": {}} -> {"last_email": {"at": "2026-11-20T06:00:00Z", "tenant": "fern"},
  "service": {"late_messages": 0, "paused": null}}
each $n in 1..6: ask {"email": "bounce+$n@example.com", "delay_days": 0}
+1m operator service {"pause": {}} -> {}
PUT /api/v1/settings {"paused_until": "2026-12-24T06:00:00Z"} -> 200
operator service {"status": {}} -> {"stopped": [{"tenant": "fern", "paused_by": "shop", "paused_until": "2026-12-24T06:00:00Z",
  "suspended_since": "2026-11-20T06:00:…Z"}], "service": {"paused": {"until": null}}}
operator {"status": {}} -> error invalid

# Shops are listed beyond a page, without a scan
each $n in 100..210: operator {"create_shop": {"shop": "shop-$n.test", "shop_name": "Shop"}} -> {"created": true}
costs …
operator service {"list_shops": {}} -> {"next": "$next", "shops": [{"tenant": "fern", "mode": "live",
  "created_at": "2026-11-20T06:00:00Z", "lacks": ["privacy_url"]}, {"tenant": "shop-100", "mode": "test"}, "…"]}
operator service {"list_shops": {"after": "$next"}} -> {"next": null, "shops": [{"tenant": "shop-199"}, {}, {}, {}, {}, {}, {}, {},
  {}, {}, {"tenant": "shop-209", "mode": "test"}]}
