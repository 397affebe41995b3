// The shop's and the operator's pauses of sending: meanwhile nothing is sent to customers, and afterwards everything
// due is sent, once and in order.

# Messages due during a pause leave afterwards, once and in their order
PUT /api/v1/settings {"paused_until": "2026-11-24T06:00:00Z"} -> 200 {"paused_until": "2026-11-24T06:00:00Z"}
ask {"email": "dora@example.com", "delay_days": 3} as dora
ask {"email": "berta@example.com", "delay_days": 1} as berta
ask {"email": "carla@example.com", "delay_days": 2} as carla
ask {"email": "anna@example.com", "delay_days": 0} as anna
// Each is due before the pause ends.
+1h
jump 3d21h
+2h no mail
status $dora scheduled
each $id in ["$dora", "$berta", "$carla", "$anna"]: details $id paused ["shop until 2026-11-24T06:00:00Z"]
+12m each $name in ["anna", "berta", "carla", "dora"]: mail $name@example.com
timeline $anna created paused claimed sent delivered
+6h no mail
GET /api/v1/settings -> 200 {"paused_until": null}
// Nobody looks at the shop any more.
row "T#fern.live" "TENANT" {"due_shard": "$absent"}

# Emails, SMS, reminders, what is sent now and notifications to authors wait
review {"email": "author@example.com"} rating=5 text=Lovely. display_name=Jane as review
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
jump 1s POST /beacon/asks {"email": "jane@example.com", "channels": ["email"], "reminders_count": 1} -> 200
+1s mail jane@example.com
GET /api/v1/review-requests?limit=1 -> 200 {"requests": [{"id": "$jane"}]}
PUT /api/v1/settings {"paused_until": "2026-11-25T06:00:00Z"} -> 200
jump 1s POST /beacon/asks {"phone": "+491711234567", "channels": ["sms"]} -> 200 as sms
ask {"email": "manual@example.com", "skip_email": true} as manual
POST /api/v1/review-requests/$manual/send {} -> 200
ask {"email": "june@example.com", "delay_days": 0}
PATCH /api/v1/reviews/$review/reject {"reason": "abusive"} -> 200
+1h no mail
jump 4d22h
+1h no mail
details $manual paused ["shop until 2026-11-25T06:00:00Z"]
// They leave in any order: the reminder, the SMS, two emails, and the notification to the author.
+12m each $n in 0..5: mail …
timeline $manual created send_asked paused claimed sent delivered
each $request in ["$sms", "$id"]: timeline $request created paused claimed sent delivered
timeline $jane created claimed sent scheduled delivered paused claimed sent delivered
+1d no mail

# Notifications to the owner leave all the same
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200
each $n in 1..6: ask {"email": "bounce+$n@example.com", "delay_days": 0}
+1m each $n in 1..6: mail bounce+…@example.com
PUT /api/v1/settings {"paused_until": "2026-11-21T06:01:00Z"} -> 200
+12m mail owner@fern-and-oak.example "The emails of Fern & Oak are suspended"

# Invalid pauses of the operator are refused with a sentence, and pause nothing
operator {"pause": {"shop": "nobody"}} -> error not_found
each $of in [{"tenant": "fern"}, {"until": "2026-11-20T06:00:00Z"}, {"until": "tomorrow"}]: operator {"pause": "$of"} -> error invalid
ask {"delay_days": 0}
+1m mail jane@example.com

# A pause and its end are seen at once
ask {"delay_days": 0}
PUT /api/v1/settings {"paused_until": "2027-11-20T06:00:00Z"} -> 200
+0s no mail
timeline created paused
+1h PUT /api/v1/settings {"paused_until": null} -> 200
ask {"email": "june@example.com", "delay_days": 0}
// Nothing keeps back what is new.
+1m mail june@example.com
+12m mail jane@example.com
// If a pause ends in the past, there is no pause.
PUT /api/v1/settings {"paused_until": "2026-11-20T06:00:00Z"} -> 200 {"paused_until": null}
ask {"email": "july@example.com", "delay_days": 0}
+1m mail july@example.com

# The operator's pause is not the shop's to end
operator {"pause": {}} -> exactly {"since": "2026-11-20T06:00:00Z", "until": null}
GET /api/v1/settings -> 200 {"operator_pause": {"since": "2026-11-20T06:00:00Z", "until": null}}
PUT /api/v1/settings {"paused_until": "2026-11-20T07:00:00Z"} -> 200
each $pause in [null, {}]: PUT /api/v1/settings {"paused_until": null, "operator_pause": "$pause"} -> 200
  {"operator_pause": {"since": "2026-11-20T06:00:00Z", "until": null}}
ask {"delay_days": 0} as jane
oak POST /api/v1/review-requests/send {"email": "june@example.com", "delay_days": 0} -> 201
// The other shop is not paused.
+2h1m mail june@example.com
details $jane paused ["operator"]
// The operator's pause gets another end, and the shop's own pause follows it.
operator {"pause": {"until": "2026-11-20T12:00:00Z"}} -> exactly
  {"since": "2026-11-20T06:00:00Z", "until": "2026-11-20T12:00:00Z"}
PUT /api/v1/settings {"paused_until": "2026-11-20T14:00:00Z"} -> 200
until 2026-11-20T13:00:00Z GET /api/v1/settings -> 200 {"operator_pause": null}
until 2026-11-20T14:12:00Z mail jane@example.com
// The operator ends the pause.
operator {"pause": {}} -> {"until": null}
ask {"email": "july@example.com", "delay_days": 0}
+1m operator {"resume": {}} -> exactly {"resumed": true}
operator {"resume": {}} -> exactly {"resumed": false}
+12m mail july@example.com

# Each pause of the operator is in an audit log, and to end what has ended changes nothing
each $shop in ["fern", null]:
  operator {"pause": {"shop": "$shop"}} -> {"since": "2026-11-20T06:00:00Z"}
jump 1m each $shop in ["fern", null]:
  operator {"pause": {"shop": "$shop", "until": "2026-11-20T12:00:00Z"}} -> {}
jump 1m each $resumed $shop in [[true, "fern"], [false, "fern"], [true, null], [false, null]]:
  operator {"resume": {"shop": "$shop"}} -> exactly {"resumed": "$resumed"}
each $shop in ["fern", null]:
  operator {"audit": {"shop": "$shop"}} -> {"entries": [
    {"what": "resume", "before": {"since": "2026-11-20T06:00:00Z", "until": "2026-11-20T12:00:00Z"}, "after": null},
    {"what": "pause", "before": {"since": "2026-11-20T06:00:00Z", "until": null},
    "after": {"since": "2026-11-20T06:00:00Z", "until": "2026-11-20T12:00:00Z"}},
    {"what": "pause", "before": null, "after": {"since": "2026-11-20T06:00:00Z", "until": null}}]}

# The pause of all sending covers every shop
operator {"pause": {"shop": null, "until": "2026-11-20T08:00:00Z"}} -> {"since": "2026-11-20T06:00:00Z"}
// One of the shops has its own pause.
oak PUT /api/v1/settings {"paused_until": "2026-11-20T07:00:00Z"} -> 200
ask {"delay_days": 0} as jane
oak POST /api/v1/review-requests/send {"email": "june@example.com", "delay_days": 0} -> 201 as june
+1h1m details $jane paused ["operator until 2026-11-20T08:00:00Z"]
oak GET /api/v1/review-requests/$june/timeline -> 200
  {"timeline": [{"what": "created"}, {"what": "paused", "detail": "operator until 2026-11-20T08:00:00Z"}]}
// It is the same pause.
operator {"pause": {"shop": null, "until": "2026-11-21T08:00:00Z"}} -> {"since": "2026-11-20T06:00:00Z"}
+2h no mail
operator {"resume": {"shop": null}} -> exactly {"resumed": true}
+12m mail jane@example.com
mail june@example.com
// The pause ends at its time.
operator {"pause": {"shop": null, "until": "2026-11-20T10:00:00Z"}} -> {}
ask {"email": "july@example.com", "delay_days": 0}
until 2026-11-20T09:59:00Z no mail
+12m mail july@example.com

# Cancelling, expiry and stop rules go on during a pause
ask {"email": "berta@example.com", "delay_days": 85} as expired
jump 84d23h PUT /api/v1/settings {"paused_until": "2027-02-23T05:00:00Z"} -> 200
jump 1m ask {"email": "anna@example.com", "delay_days": 0} as cancelled
+1h DELETE /api/v1/review-requests/$cancelled -> 200
PUT /api/v1/suppressions/carla@example.com -> 200
ask {"email": "carla@example.com", "delay_days": 0}
+1m timeline created skipped
jump 6d
+2d status $expired expired
timeline $expired created scheduled paused expired skipped
counters {"expired": 1}
+3d no mail
status $cancelled cancelled

# Delayed messages leave within the window and the cap
// The window opens at 08:00 UTC, and the pause ends at 01:00 on a Sunday.
PUT /api/v1/settings {"send_window": {"from": "09:00", "to": "18:00", "time_zone": "Europe/Berlin"},
  "messages_a_month": 1, "paused_until": "2026-11-22T01:00:00Z"} -> 200
jump 1m ask {"delay_days": 0} as first
+0s ask {"delay_days": 1} as second
+0s ask {"email": "june@example.com", "skip_email": true} as manual
POST /api/v1/review-requests/$manual/send {} -> 200
+0s
// The pause is over, and the window closed.
until 2026-11-22T07:59:00Z no mail
// Also what was to be sent now waited for the window.
until 2026-11-22T12:00:00Z mail june@example.com at 2026-11-22T08:…
mail jane@example.com at 2026-11-22T08:…
details $first deferred ["send_window until 2026-11-22T08:00:00Z"]
details $second deferred ["send_window until 2026-11-22T08:00:00Z", "person_cap until 2026-12-22T08:…"]
+32d mail jane@example.com

# Delayed reminders leave with their gaps, and not two at once
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["email"], "reminders_count": 3} -> 200
+1d PUT /api/v1/settings {"paused_until": "2026-11-28T06:00:00Z"} -> 200
jump 5d
+14d mail jane@example.com at 2026-11-20T06:00:00Z
mail jane@example.com at 2026-11-28T…
mail jane@example.com at 2026-12-02T…
mail jane@example.com at 2026-12-09T…
