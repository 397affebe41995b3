// The suspension of a shop's emails: its causes, its end, and who is notified.

# A shop whose emails bounce is suspended until it is released
each $n in 0..45: POST /api/v1/review-requests/send {"email": "fine+$n@example.com", "delay_days": 0} -> 201
each $n in 0..4: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+1m ask {"email": "later@example.com", "delay_days": 1} as later
GET /api/v1/deliverability -> 200 {"brake": {"held": false, "since": null, "reason": null, "until": null}}
ask {"email": "bounce@example.com", "delay_days": 0}
+1m GET /api/v1/deliverability -> 200 {"last_1000": {"sent": 50, "bounced": 5, "complained": 0},
  "brake": {"held": true, "reason": "bounces"}}
each $n in 0..50: mail …
ask {"delay_days": 0} as waits
+1m
// Later's email becomes due within this time.
+23h59m GET /api/v1/deliverability -> 200 {"brake": {"held": true}}
each $which in ["$waits", "$later"]: status $which scheduled
each $which in ["$waits", "$later"]: details $which held ["bounces"]
// Another shop is not suspended.
oak POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": 0} -> 201
+1m mail jane@example.com
POST /api/v1/deliverability/release {} -> 200 {"last_1000": {"sent": 50, "bounced": 5, "complained": 0}, "brake": {"held": false}}
// Both leave within the hour.
+1h1m mail …
mail …
each $which in ["$waits", "$later"]: status $which sent
// One bounce does not suspend it again.
ask {"email": "bounce+last@example.com", "delay_days": 0}
+1m mail bounce+last@example.com
GET /api/v1/deliverability -> 200 {"brake": {"held": false}}

# A shop whose emails are marked as spam is suspended, but not its SMS
// One person can complain twice.
each $n in 0..99: POST /api/v1/review-requests/send {"email": "fine+$n@example.com", "delay_days": 0} -> 201
each $n in 0..2: POST /api/v1/review-requests/send {"email": "complaint+$n@example.com", "delay_days": 0} -> 201
+1m GET /api/v1/deliverability -> 200 {"brake": {"held": false}}
ask {"email": "complaint@example.com", "delay_days": 0}
+1m GET /api/v1/deliverability -> 200 {"brake": {"held": true, "reason": "complaints"}}
each $n in 0..102: mail …
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"} -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["sms"]} -> 200
+0s mail +491711234567 sms

# A bought list is suspended at its fifth bounce, however often it is released
each $n in 0..4: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
// Four addresses may be typed wrong.
+1m GET /api/v1/deliverability -> 200 {"brake": {"held": false}}
ask {"email": "bounce+4@example.com", "delay_days": 0}
+1m GET /api/v1/deliverability -> 200 {"brake": {"held": true}}
POST /api/v1/deliverability/release {} -> 200 {"brake": {"held": false}}
each $n in 5..9: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+1m GET /api/v1/deliverability -> 200 {"brake": {"held": false}}
ask {"email": "bounce+9@example.com", "delay_days": 0}
// Its next five bounces suspend it again.
+1m GET /api/v1/deliverability -> 200 {"last_1000": {"sent": 10, "bounced": 10, "complained": 0}, "brake": {"held": true}}
POST /api/v1/deliverability/release {} -> 409 released_recently shows "2026-11-27T06:02:00Z"
GET /api/v1/deliverability -> 200 {"brake": {"held": true}}
// The operator may always.
each $released in [true, false]: operator {"release_hold": {}} -> {"released": "$released"}
operator {"release_hold": {"shop": "nobody"}} -> error not_found
operator {"release_hold": {"by": "me"}} -> error invalid
// The shop is suspended a third time, after two releases, for four days; and then a fourth time.
each $n in 10..15: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+1m
+4d6m GET /api/v1/deliverability -> 200 {"brake": {"held": false}}
each $n in 15..20: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+1m POST /api/v1/deliverability/release {} -> 409 released_recently
+3d GET /api/v1/deliverability -> 200 {"brake": {"held": true}}
// A week after its own release.
POST /api/v1/deliverability/release {} -> 200

# Releases before a suspension do not count
each $n in 0..4: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+1m each $n in 0..4: POST /api/v1/deliverability/release {} -> 200
ask {"email": "bounce@example.com", "delay_days": 0}
+1m GET /api/v1/deliverability -> 200 {"brake": {"held": true}}
POST /api/v1/deliverability/release {} -> 200

# The owner and the endpoints are informed of a suspension once; it ends after a day, and the next one after two
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200
hook 200 {"events": ["deliverability.held", "deliverability.released"]}
each $n in 0..6: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+1m each $n in 0..6: mail bounce+…
GET /api/v1/deliverability -> 200 {"brake": {"since": "$since", "until": "2026-11-21T06:00:…"}}
ask {"delay_days": 0} as waits
// Although the shop's emails are suspended.
+10m mail owner@fern-and-oak.example "The emails of Fern & Oak are suspended"
  shows "/console/sign-in?shop=fern.live\n"
  "of the last 6 emails of Fern & Oak went to addresses that do not exist"
  lacks "API"
delivered deliverability.held {"since": "$since", "reason": "bounces"}
until 2026-11-21T05:59:00Z status $waits scheduled
+7m GET /api/v1/deliverability -> 200 {"brake": {"held": false}}
delivered deliverability.released {"since": "$since", "reason": "bounces", "released_by": "time"}
+1h1m status $waits sent
mail jane@example.com
each $n in 6..11: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+1m each $n in 0..5: mail bounce+…
GET /api/v1/deliverability -> 200 {"brake": {"held": true, "until": "2026-11-23T07:…"}}
delivered deliverability.held {"reason": "bounces"}
POST /api/v1/deliverability/release {} -> 200
// It was released before the notification left.
+10m delivered deliverability.released {"released_by": "shop"}
// Then there is no address.
PUT /api/v1/settings {"owner_email": null} -> 200
each $n in 11..16: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+11m each $n in 0..5: mail bounce+…
delivered deliverability.held {"reason": "bounces"}

# Bounces reported during a suspension prolong it
// These emails are being delivered when the suspension begins, so their bounces are reported later.
each $n in 0..5: POST /api/v1/review-requests/send {"email": "fine+$n@example.com", "delay_days": 0} -> 201
+1m GET /api/v1/review-requests -> 200 {"requests": [{"id": "$a"}, {"id": "$b"}, {"id": "$c"}, {"id": "$d"}, {"id": "$e"}]}
each $n in 0..5: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+1m GET /api/v1/deliverability -> 200 {"brake": {"until": "2026-11-21T06:01:…"}}
+12h each $request in ["$a", "$b", "$c", "$d", "$e"]: reported $request PermanentBounce
GET /api/v1/deliverability -> 200 {"brake": {"until": "2026-11-21T18:02:…"}}
// A day after it began.
+12h30m GET /api/v1/deliverability -> 200 {"brake": {"held": true}}
// A day after the last of them.
+12h GET /api/v1/deliverability -> 200 {"brake": {"held": false}}
