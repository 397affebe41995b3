// The operator's keys for clients in a dialect, and what is counted, recorded and told of the operator's calls.

# Each dialect has its keys' prefix and scopes
each $dialect $prefix in [["betterreviews", "aw"], ["amino", "amino"], ["moregoodreviews", "beacon"], ["wix", "wix"]]:
  operator {"create_key": {"dialect": "$dialect"}} -> {"api_key": "$prefix…_live_…"}
operator {"list_keys": {}} -> {"keys": [{"dialect": "betterreviews"}, {"dialect": "betterreviews", "scopes": ["requests:read",
  "requests:write", "catalog:read", "catalog:write", "settings:read", "settings:write", "suppressions:read",
  "suppressions:write", "reviews:read", "reviews:moderate", "reviews:write", "webhooks:manage", "customers:read",
  "customers:write", "SCOPE.DC_REVIEWS.MANAGE-REVIEW_REQUESTS", "SCOPE.DC-REVIEWS.MANAGE-REVIEWS", "keys:manage",
  "privacy:manage"]}, {"dialect": "amino", "scopes": ["requests:read", "requests:write"]},
  {"dialect": "moregoodreviews", "scopes": ["requests:read", "requests:write", "customers:read", "customers:write"]},
  {"dialect": "wix", "scopes": ["SCOPE.DC_REVIEWS.MANAGE-REVIEW_REQUESTS", "SCOPE.DC-REVIEWS.MANAGE-REVIEWS"]}]}
shop fern_test
operator {"create_key": {"shop": "fern.test", "dialect": "wix"}} -> {"api_key": "wix_test_…"}
operator {"create_key": {"dialect": "another"}} -> error invalid "…betterreviews, amino, moregoodreviews or wix…"
each $bad in [{"visitor": "8d141741-5caf-455b-9775-64b64119fa9a"}, {"user": "jane"},
  {"user": "8d141741-5caf-455b-9775-64b64119fa9a", "app": "8d141741-5caf-455b-9775-64b64119fa9a"}, "8d141741"]:
  operator {"create_key": {"identity": "$bad"}} -> error invalid

# Failed messages of many shops are counted page by page, and kept by day, shop and shard
each $n in 100..305: operator {"create_shop": {"shop": "shop-$n", "shop_name": "Shop"}} -> {"created": true}
shop zoe
ask {"email": "bounce@example.com", "delay_days": 0}
zoe POST /api/v1/review-requests/send {"email": "bounce+2@example.com", "delay_days": 0} -> 201
+1m rows FAIL# 2
operator {"failed": {"since": "2026-11-20T06:00:00Z", "shop": null}}
  -> {"failed": 1, "shops_read": 200, "next": "$next"}
operator {"failed": {"since": "2026-11-20T06:00:00Z", "shop": null, "after": "$next"}}
  -> {"failed": 1, "shops_read": 7, "next": null}

# An audit log has pages, newest first, and says null of a caller without proof
operator {"create_key": {}} -> {"key_id": "$first"}
jump 1s operator {"create_key": {}} -> {"key_id": "$second"}
jump 1s each $n in 0..49: operator {"create_key": {}} -> {"key_id": "$any"}
jump 1s operator {"create_key": {}} -> {"key_id": "$last"}
operator {"audit": {}} -> {"next": "$next", "entries": [{"what": "create_key", "by": null, "target": "$last"}, "…"]}
operator {"audit": {"after": "$next"}} -> {"next": null, "entries": [{"target": "$second"}, {"target": "$first"}]}

# The steps of a rotation are recorded before they are made
operator {"rotate": {"rotate": "begin"}} -> {"done": false}
jump 6m operator {"rotate": {"rotate": "continue"}} -> {"done": false}
jump 6m operator {"rotate": {"rotate": "continue"}} -> {"done": false}
jump 6m operator {"rotate": {"rotate": "continue"}} -> {"done": true}
operator {"audit": {}} -> {"entries": [{"after": {"generation": 1, "root_key": "alone"}},
  {"after": {"generation": 1, "root_key": "used"}}, {"after": {"generation": 0, "root_key": "added"}}]}

# The email of a shop's end names the operator if a guest of the operator's link closed it
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200
operator {"console_link": {}} -> {"url": "$link"}
guest GET $link -> 200 between "name=\"k\" value=\"" "\"" $k
guest FORM /console/sign-in/link k=$k -> 303 /console
guest FORM /console/settings/end shop=fern -> 303
+7m mail owner@fern-and-oak.example shows "The operator of this review service"
no mail

# Every change of the operator is in an audit log, and nothing personal
each $n in 0..5: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+1m operator {"create_shop": {"shop": "moss", "shop_name": "Jane Moss", "language": "de"}} -> {"created": true}
operator {"create_key": {"name": "Jane's till", "scopes": ["requests:read"]}} -> {"key_id": "$till"}
jump 1s operator {"release_hold": {}} -> {"released": true}
jump 1s operator {"erase": {"email": "jane@example.com"}} -> {"receipt": "$receipt"}
jump 1s operator {"rotate": {"rotate": "begin"}} -> {"done": false}
jump 1s operator {"revoke_key": {"key_id": "$till"}} -> {"revoked": true}
// These change nothing.
operator {"create_shop": {"shop": "moss", "shop_name": "Moss"}} -> {"created": false}
operator {"release_hold": {}} -> {"released": false}
operator {"rotate": {"rotate": "continue"}} -> {"done": false}
operator {"audit": {"shop": "moss"}} -> exactly {"entries": [{"at": "$any", "by": null,
  "what": "create_shop", "target": "moss.live", "before": null, "after": {"language": "de"}}], "next": null}
operator {"audit": {}} -> exactly {"entries": [
  {"at": "2026-11-20T06:01:04Z", "by": null, "what": "revoke_key", "target": "$till",
    "before": {"dialect": "betterreviews", "scopes": ["requests:read"], "expires_at": null}, "after": null},
  {"at": "2026-11-20T06:01:03Z", "by": null, "what": "rotate", "target": "fern.live", "before": {"generation": 0},
    "after": {"generation": 0, "root_key": "added"}},
  {"at": "2026-11-20T06:01:02Z", "by": null, "what": "erase", "target": "$receipt", "before": null,
    "after": {"reviews": "delete"}},
  {"at": "2026-11-20T06:01:01Z", "by": null, "what": "release_hold", "target": "fern.live",
    "before": {"held_since": "2026-11-20T06:00:…Z", "reason": "bounces"}, "after": null},
  {"at": "2026-11-20T06:01:00Z", "by": null, "what": "create_key", "target": "$till", "before": null,
    "after": {"dialect": "betterreviews", "scopes": ["requests:read"], "expires_at": null}}], "next": null}
rows AUDIT# 6
