# Messages of two shops and two days are counted by cause
ask {"email": "bounce+1@example.com", "delay_days": 0} as one
+1m ask {"email": "bounce+2@example.com", "delay_days": 0} as two
+1m ask {"email": "bounce+1@example.com", "delay_days": 0} as skipped
+1m oak POST /api/v1/review-requests/send {"email": "bounce+3@example.com", "delay_days": 0} -> 201 as other
// None of these requests has failed.
each $name in ["jane", "complaint"]: oak POST /api/v1/review-requests/send {"email": "$name@example.com", "delay_days": 0} -> 201
+1m ask {"delay_days": 3}
DELETE /api/v1/review-requests/$id -> 200
// From the requests in one shard, the last one is named.
operator {"failed": {"since": "2026-11-20T06:00:00Z", "shop": null}} -> {"failed": 4,
  "from": "2026-11-20T06:00:00Z", "next": null, "shops_read": 2, "causes": [{"cause": "bounced", "failed": 3,
  "requests": [{"tenant": "oak", "request": "$other"}, "…"]}, {"cause": "suppressed_bounce", "failed": 1, "meaning":
  "An earlier message to the same address or number bounced for good", "requests": [{"tenant": "fern", "request": "$skipped"}]}],
  "shops": [{"tenant": "fern", "mode": "live", "failed": 3, "causes": {"bounced": 2, "suppressed_bounce": 1}},
  {"tenant": "oak", "mode": "live", "failed": 1, "causes": {"bounced": 1}}]}
+1d oak POST /api/v1/review-requests/send {"email": "suppressionlist@example.com", "delay_days": 0} -> 201
oak PUT /api/v1/orders/A {"status": "cancelled", "currency": "EUR", "lines": []} -> 200
oak POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "A", "delay_days": 0} -> 201 as refunded
PUT /api/v1/suppressions/june@example.com -> 200
ask {"email": "june@example.com", "delay_days": 0}
+1m operator {"failed": {"since": "2026-11-20T06:00:00Z", "shop": null}} -> {"failed": 7, "causes":
  [{"cause": "bounced", "failed": 3}, {"failed": 1}, {"failed": 1}, {"failed": 1}, {"failed": 1}]}
operator {"failed": {"since": "2026-11-21T06:00:00Z", "shop": null}} -> {"failed": 3, "causes":
  [{"cause": "suppressed_by_provider"}, {"cause": "suppressed_by_shop"},
  {"cause": "order_cancelled", "requests": [{"tenant": "oak", "request": "$refunded"}]}]}
operator {"failed": {"since": "2026-11-20T06:00:00Z"}} -> {"failed": 4, "shops_read": 1, "shops": [{"tenant": "fern"}]}

# Whole hours are counted, and test mode alone
ask {"email": "bounce@example.com", "delay_days": 0}
fern_test PUT /api/v1/suppressions/jane@example.com -> 200
fern_test POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": 0} -> 201
+1m operator {"failed": {"since": "2026-11-20T06:00:30Z", "shop": null}} -> {"from": "2026-11-20T06:00:00Z",
  "causes": [{"cause": "bounced", "failed": 1}]}
+2h operator {"failed": {"since": "2026-11-20T07:00:00Z", "shop": null}} -> {"failed": 0, "causes": [], "shops": []}
operator {"failed": {"since": "2026-11-20T06:00:00Z", "shop": "fern.test"}} -> {"causes":
  [{"cause": "suppressed_by_shop", "failed": 1}]}
each $bad in [{"since": "yesterday"}, {"since": "2026-11-20T09:00:00Z"}, {"since": "2026-10-20T06:00:00Z"},
  {"since": "2026-11-20T06:00:00Z", "shop": ".live"}, {"since": "2026-11-20T06:00:00Z", "by": "cause"}, {}]:
  operator {"failed": "$bad"} -> error invalid

# A message is counted once, whatever is reported later
reports off
fails 9 SendEmail LoseAnswer
ask {"delay_days": 0}
+2d heals
operator {"failed": {"since": "2026-11-20T06:00:00Z"}} -> {"causes": [{"cause": "unconfirmed", "failed": 1}]}
reports on
reported PermanentBounce
reported PermanentBounce
status failed
operator {"failed": {"since": "2026-11-20T06:00:00Z"}} -> {"causes": [{"cause": "unconfirmed", "failed": 1}]}
