// The providers' reports about messages: each has its effects on the request, its address and its shop.

# A delivery is shown wherever a message is
ask {"delay_days": 0}
+1m timeline created claimed sent delivered
GET /api/v1/review-requests/$id/messages -> 200 {"messages": [{"delivered_at": "2026-11-20T06:00:03Z", "failed_reason": null}]}
GET /beacon/customers -> 200 {"data": [{"id": "$customer"}]}
// 2026-11-20T06:00:03Z
GET /beacon/customers/$customer/messages -> 200 {"data": [{"delivered_at": 1795154403}], "pagination": {"total": 1}}

# A hard bounce fails its request and suppresses the address, for every API
ask {"email": "bounce+label@example.com", "delay_days": 0}
+1m mail bounce+label@example.com
status failed
timeline created claimed sent bounced
GET /api/v1/review-requests/$id/messages -> 200 {"messages": [{"failed_reason": "bounced"}]}
POST /reviews/v2/review-requests/query {} -> 200
  {"reviewRequests": [{"status": "FAILED", "failedOptions": {"reason": "BOUNCED"}}]}
ask {"email": "bounce+label@example.com", "delay_days": 0}
POST /beacon/asks {"email": "bounce+label@example.com", "channels": ["email"]} -> 200
+1m details skipped ["bounced"]
counters {"sent": 1, "failed": 3}

# Bounces and complaints at one shop neither suppress nor count at another
// SES' own list belongs to the account, but an event at one shop must not affect another shop.
each $who in ["bounce", "complaint"]: POST /api/v1/review-requests/send {"email": "$who@example.com", "delay_days": 0} -> 201
+1m each $who in ["bounce", "complaint", "complaint", "bounce"]:
  oak POST /api/v1/review-requests/send {"email": "$who@example.com", "delay_days": 0} -> 201 as theirs
+1m oak GET /api/v1/review-requests/$theirs -> 200 {"status": "failed"}
oak GET /api/v1/review-requests/$theirs/timeline -> 200
  {"timeline": [{"what": "created"}, {"what": "claimed"}, {"what": "sent"}, {"what": "suppressed_by_provider"}]}
oak GET /api/v1/review-requests/$theirs/messages -> 200 {"messages": [{"failed_reason": "suppressed_by_provider"}]}
each $who in ["bounce", "complaint"]: GET /api/v1/suppressions/$who@example.com -> 200
each $who in ["bounce", "complaint"]: oak GET /api/v1/suppressions/$who@example.com -> 404 not_found
oak POST /reviews/v2/review-requests/query {} -> 200
  {"reviewRequests": [{"failedOptions": {"reason": "UNKNOWN_FAILURE_REASON"}}, "…"]}
// SES accepted them.
oak GET /api/v1/deliverability -> 200 {"last_1000": {"sent": 4, "bounced": 0, "complained": 0}}
GET /api/v1/deliverability -> 200 {"last_1000": {"sent": 2, "bounced": 1, "complained": 1}}

# A lifted suppression sends again, but not if SES could not be reached
ask {"email": "Jane+a@example.com", "delay_days": 0}
+1m reported PermanentBounce
ask {"email": "june@example.com", "delay_days": 0}
+1m reported PermanentBounce
each $email in ["Jane+a@example.com", "june@example.com"]:
  POST /api/v1/review-requests/send {"email": "$email", "delay_days": 0} -> 201
+1m each $to in ["Jane+a", "june"]: mail $to@example.com
details skipped ["bounced"]
// The address as typed, and in another spelling by the same person.
DELETE /api/v1/suppressions/jane+a@example.com -> 200
// SES accepts one such call a second.
jump 1m DELETE /api/v1/suppressions/June@example.com -> 200
each $email in ["Jane+a@example.com", "june@example.com"]:
  POST /api/v1/review-requests/send {"email": "$email", "delay_days": 0} -> 201
+1m timeline created claimed sent delivered
each $to in ["Jane+a", "june"]: mail $to@example.com
reported PermanentBounce
// Then we lift the suppression, but the address stays in SES' list.
fails Ses ServerError
DELETE /api/v1/suppressions/june@example.com -> 200
heals
ask {"email": "june@example.com", "delay_days": 0}
+1m mail june@example.com
timeline created claimed sent suppressed_by_provider
GET /api/v1/suppressions/june@example.com -> 404 not_found

# Every kind of complaint suppresses, but one of IANA's types is the opposite
// Three complaints suspend a shop, so all leave at once.
each $kind in ["", "-abuse", "-auth-failure", "-fraud", "-other", "-virus", "-unreported", "-not-spam"]:
  POST /api/v1/review-requests/send {"email": "complaint$kind@example.com", "delay_days": 0} -> 201
+1m each $kind in ["", "-abuse", "-auth-failure", "-fraud", "-other", "-virus", "-unreported"]:
  GET /api/v1/suppressions/complaint$kind@example.com -> 200 {"reason": "complained"}
timeline created claimed sent delivered
GET /api/v1/suppressions/complaint-not-spam@example.com -> 404 not_found
GET /api/v1/deliverability -> 200 {"last_1000": {"complained": 7}}

# A complaint suppresses the address of a request that stays sent
ask {"email": "complaint@example.com", "delay_days": 0}
+1m mail complaint@example.com
status sent
timeline created claimed sent delivered complained
ask {"email": "complaint@example.com", "delay_days": 0}
+1m no mail
details skipped ["complained"]

# Bounces and complaints suppress although the request was deleted, and soft bounces do not
ask {"delay_days": 0} as jane
ask {"email": "june@example.com", "delay_days": 0} as june
ask {"email": "jo@example.com", "delay_days": 0} as jo
+1m each $request in ["$jane", "$june", "$jo"]: DELETE /api/v1/review-requests/$request -> 200
// Wix' delete leaves nothing of a request.
POST /reviews/v2/review-requests/query {} -> 200 {"reviewRequests": [{"id": "$a"}, {"id": "$b"}, {"id": "$c"}]}
each $guid in ["$a", "$b", "$c"]: DELETE /reviews/v2/review-requests/$guid -> 200
reported $jane Complaint
reported $june PermanentBounce
reported $jo TransientBounce
each $n in 0..3: mail …
each $who in ["jane", "june", "jo"]: POST /api/v1/review-requests/send {"email": "$who@example.com", "delay_days": 0} -> 201
+0s mail jo@example.com
each $who $reason in [["jane", "complained"], ["june", "bounced"]]:
  GET /api/v1/suppressions/$who@example.com -> 200 {"reason": "$reason"}

# A soft bounce, a delay, an absence and a rejection suppress nobody
each $who in ["jane", "john", "ooto", "june"]:
  POST /api/v1/review-requests/send {"email": "$who@example.com", "delay_days": 0, "order_id": "$who"} -> 201
+1m GET /api/v1/review-requests -> 200 {"requests": [{"id": "$a"}, {"id": "$b"}, {"id": "$c"}, {"id": "$d"}]}
reported $a TransientBounce
reported $b DeliveryDelay
reported $d Reject
each $n in 0..4: mail …
each $request in ["$a", "$b", "$c"]: status $request sent
status $d failed
GET /api/v1/review-requests/$d/messages -> 200 {"messages": [{"failed_reason": "rejected"}]}
each $who in ["jane", "john", "ooto", "june"]:
  POST /api/v1/review-requests/send {"email": "$who@example.com", "delay_days": 0} -> 201
+0s each $n in 0..4: mail …

# An email whose answer was lost is settled by its report, and leaves once
fails 1 Ses LoseAnswer
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["email"], "reminders_count": 1} -> 200 as id
+1m mail jane@example.com
counters {"sent": 1}
+1h status $id sent
// Nobody tries again, but its reminder leaves.
+4d mail jane@example.com
timeline $id created claimed outcome_unknown sent scheduled delivered claimed sent delivered

# An SMS is reported as an email is
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"} -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["sms"], "reminders_count": 1} -> 200
+1m mail +491711234567 sms header TimeToLive 21600
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$id"}]}
timeline $id created claimed sent scheduled delivered
GET /api/v1/review-requests/$id/messages -> 200 {"messages": [{"delivered_at": "2026-11-20T06:00:03Z"}, "…"]}
// Only emails count.
GET /api/v1/deliverability -> 200 {"last_1000": {"sent": 0}}
fails 1 Sms LoseAnswer
POST /beacon/customers {"first_name": "June", "email": "june@example.com", "phone": "+491711234568"} -> 200
POST /beacon/asks {"email": "june@example.com", "channels": ["sms"]} -> 200
+1m mail +491711234568 sms
// Not unconfirmed.
GET /api/v1/review-requests?limit=1 -> 200 {"requests": [{"status": "sent"}]}

# An SMS that cannot arrive fails and suppresses its number, although its request was deleted
each $phone in ["+491711234567", "+491711234568"]: POST /beacon/customers {"first_name": "Jane", "phone": "$phone"} -> 200
POST /beacon/asks {"phone": "+491711234567"} -> 200 as kept
+1m POST /beacon/asks {"phone": "+491711234568"} -> 200 as gone
+1m each $phone in ["+491711234567", "+491711234568"]: mail $phone sms
DELETE /api/v1/review-requests/$gone -> 200
// Wix' delete leaves nothing of a request.
POST /reviews/v2/review-requests/query {} -> 200 {"reviewRequests": [{}, {"id": "$guid"}]}
DELETE /reviews/v2/review-requests/$guid -> 200
each $request in ["$kept", "$gone"]: reported $request TEXT_INVALID
status $kept failed
each $phone in ["+491711234567", "+491711234568"]:
  GET /api/v1/suppressions/$phone -> 200 {"reason": "bounced", "channel": "sms"}
each $phone in ["+491711234567", "+491711234568"]: POST /beacon/asks {"phone": "$phone"} -> 200
+1m no mail

# A reply of STOP ends reminders and SMS of every shop, until the operator lifts it
operator service {"lift_stop": {"number": "+491711234567"}} -> {"lifted": false}
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
POST /beacon/asks {"phone": "+491711234567", "reminders_count": 1} -> 200 as id
+0s mail +491711234567 sms
replies +491711234567 "STOP"
oak POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
oak POST /beacon/asks {"phone": "+491711234567"} -> 200
oak GET /api/v1/review-requests -> 200 {"requests": [{"id": "$theirs"}]}
+4d no mail
details $id skipped ["reminder 1 by sms: stopped"]
oak GET /api/v1/review-requests/$theirs/timeline -> 200 {"timeline": [{}, {"what": "skipped", "detail": "sms: stopped"}]}
operator service {"lift_stop": {"number": "+491711234567"}} -> {"lifted": true}
operator service {"audit": {}} -> {"entries": [{"what": "lift_stop", "before": {"stopped": true}, "after": null}]}
moss POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
moss POST /beacon/asks {"phone": "+491711234567"} -> 200
+0s mail +491711234567 sms
operator service {"lift_stop": {"number": "0171"}} -> error invalid

# A reply stops by its first word or as a whole, and starts as a whole
each $n in 10..29: POST /beacon/customers {"first_name": "Jane", "phone": "+4917112345$n"} -> 200
each $n in 10..29: POST /beacon/asks {"phone": "+4917112345$n"} -> 200
+0s each $n in 10..29: mail +49… sms
each $n $other in [[20, "End of last week it arrived, lovely"], [21, "Cancel that, I love it"], [22, "Remove the lid first"],
  [23, "TD Bank called"], [24, "Please stop"], [25, "START"], [26, "👍"], [27, "Thanks!"], [28, ""]]:
  replies +4917112345$n $other
rows STOP# 0
each $n $stop in [[10, "Stop."], [11, " stop sending this"], [12, "StopAll"], [13, "unsubscribe me"], [14, "ARRÊT !"],
  [15, "arret"], [16, "End"], [17, "opt-out"], [18, "TD"], [19, "Quit!"]]: replies +4917112345$n $stop
each $n in 10..29: oak POST /beacon/customers {"first_name": "Jane", "phone": "+4917112345$n"} -> 200
each $n in 10..29: oak POST /beacon/asks {"phone": "+4917112345$n"} -> 200
+0s each $n in 20..29: mail +4917112345$n sms
no mail
each $n in 10..20: replies +4917112345$n "Start again please"
each $n in 10..20: moss POST /beacon/customers {"first_name": "Jane", "phone": "+4917112345$n"} -> 200
each $n in 10..20: moss POST /beacon/asks {"phone": "+4917112345$n"} -> 200
+0s no mail
each $n in 10..20: replies +4917112345$n unstop.
each $n in 10..20: acme POST /beacon/customers {"first_name": "Jane", "phone": "+4917112345$n"} -> 200
each $n in 10..20: acme POST /beacon/asks {"phone": "+4917112345$n"} -> 200
+0s each $n in 10..20: mail +4917112345$n sms
