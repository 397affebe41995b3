// What SES and the SMS service answer about one recipient, about several, and about the account; and answers that never come.

# A country that no number may send to fails alone and pauses nobody
each $phone in ["+16715550123", "+17875550123", "+491711234567", "+491711234568"]:
  POST /beacon/customers {"first_name": "Jane", "phone": "$phone"} -> 200
each $phone in ["+16715550123", "+491711234567"]: POST /beacon/asks {"phone": "$phone"} -> 200
+1m mail +491711234567 sms
each $phone in ["+17875550123", "+491711234568"]: POST /beacon/asks {"phone": "$phone"} -> 200
+1m mail +491711234568 sms
no mail
POST /reviews/v2/review-requests/query {"query": {"filter": {"status": "FAILED"}}} -> 200 {"reviewRequests": [{}, {}]}

# An SMS that is refused while others leave fails alone and pauses nobody
// The reason could be the account.
POST /beacon/customers {"first_name": "Jane", "phone": "+19075550123"} -> 200
POST /beacon/asks {"phone": "+19075550123"} -> 200
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$refused"}]}
each $n in 10..60: POST /beacon/customers {"first_name": "June", "phone": "+49171123456$n"} -> 200
each $n in 10..60: POST /beacon/asks {"phone": "+49171123456$n", "asked_at": "2026-11-20T06:$n:00Z"} -> 200
+1h each $n in 10..60: mail +49171123456$n sms at 2026-11-20T06:$n:…
no mail
status $refused failed
timeline $refused created claimed throttled failed

# Refusals of two recipients pause SMS until one is accepted
each $phone in ["+19075550101", "+19075550102", "+491711234567"]:
  POST /beacon/customers {"first_name": "Jane", "phone": "$phone"} -> 200
POST /beacon/asks {"phone": "+19075550101"} -> 200
+5m POST /beacon/asks {"phone": "+19075550102"} -> 200
+0s POST /beacon/asks {"phone": "+491711234567"} -> 200
+0s no mail
GET /api/v1/review-requests -> 200 {"requests": [{"status": "scheduled"}, {"status": "scheduled"}, {"status": "scheduled"}]}
+4h mail +491711234567 sms
no mail

# Refusals of two recipients pause emails until one is accepted, and then fail alone
each $n in 10..50: POST /beacon/customers {"first_name": "June", "email": "june+$n@example.com"} -> 200
ask {"email": "refuse@example.com", "delay_days": 0} as one
+0s
// One recipient shows nothing.
ask {"delay_days": 0}
+0s mail jane@example.com
ask {"email": "refuse@example.org", "delay_days": 0} as two
+0s ask {"delay_days": 0}
+0s no mail
+1h mail jane@example.com
each $n in 10..50:
  POST /beacon/asks {"email": "june+$n@example.com", "channels": ["email"], "asked_at": "2026-11-20T07:$n:00Z"} -> 200
+1h each $n in 10..50: mail june+$n@example.com
status $one failed
status $two failed

# One connection that fails pauses nobody, two do
ask {"delay_days": 0}
+0s mail jane@example.com
fails SendEmail RefuseConnection
ask {"email": "june@example.com", "delay_days": 0}
+0s heals
ask {"delay_days": 0}
+0s mail jane@example.com
fails SendEmail RefuseConnection
ask {"email": "july@example.com", "delay_days": 0}
+0s ask {"email": "mia@example.com", "delay_days": 0}
+0s heals
ask {"email": "jo@example.com", "delay_days": 0}
+0s no mail
+30m each $n in 0..4: mail …
no mail

# An email that is rejected does not end a pause
standing Paused
ask {"delay_days": 0}
+0s DELETE /api/v1/review-requests/$id -> 200
standing Production
jump 6s ask {"email": "reject@example.com", "delay_days": 0} as rejected
+0s
// The provider may still refuse everybody.
status $rejected scheduled
ask {"email": "june@example.com", "delay_days": 0}
+0s no mail
+30m mail june@example.com
status $rejected failed

# Between the provider's answer and what it means for the request, nothing else is read, because that could hang
ask {"email": "refuse@example.com", "delay_days": 0}
+0s costs … SendEmail TransactWriteItems GetItem …

# An email without an answer waits while others leave and no reports come
// Otherwise it is sent again after 15 minutes without a report.
reports off
fails 1 SendEmail LoseAnswer
ask {"email": "lost@example.com", "delay_days": 0}
+1m mail lost@example.com
each $n in 0..20: POST /api/v1/review-requests/send {"email": "jane+$n@example.com", "delay_days": 0} -> 201
+50m each $n in 0..20: mail jane+…
no mail
// Reports about others arrive again, of which every sixteenth is noted, but none about this one.
reports on
each $n in 0..60: POST /api/v1/review-requests/send {"email": "june+$n@example.com", "delay_days": 0} -> 201
+1m each $n in 0..60: mail june+…
+40m mail lost@example.com
no mail

# An outcome that stays unknown is not tried a third time, and counts as nothing
reports off
fails 9 SendEmail LoseAnswer
ask {"delay_days": 0}
+2d mail jane@example.com
mail jane@example.com
no mail
timeline … outcome_unknown unconfirmed
GET /api/v1/review-requests/$id -> 200 {"status": "sending", "sent_at": null}
counters {"sent": "$absent"}
GET /api/v1/stats -> 200 {"total": {"sent": 0}}

# The timeline explains both emails of a sender that died before it recorded the first
reports off
ask {"delay_days": 0}
fails TransactWriteItems LoseRequest
+0s heals
mail jane@example.com
+20m mail jane@example.com
no mail
timeline created claimed outcome_unknown claimed sent

# An SMS of two segments counts two towards what a month may have
PUT /api/v1/settings {"shop_name": "Чайник и дуб"} -> 200
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
POST /beacon/asks {"phone": "+491711234567"} -> 200
+0s mail +491711234567 sms shows "Чайник и дуб"
row "T#fern.live#SMS#2026-11" "SMS#2026-11" {"used": {"N": "2"}}

# Reminders that AWS' pause of the account delayed leave with their gaps, and not two at once
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["email"], "reminders_count": 3} -> 200
+1d standing Paused
jump 6d20h
+4h standing Production
+12d mail jane@example.com at 2026-11-20T06:00:00Z
mail jane@example.com at 2026-11-28T…
mail jane@example.com at 2026-12-02T…
mail jane@example.com at 2026-12-09T…
no mail

# An accepted email is recorded before the pause ends for others
standing Paused
ask {"delay_days": 0}
+1m standing Production
costs …
+15m costs … SendEmail TransactWriteItems DeleteItem …
mail jane@example.com

# The unsubscription link works when the personal data has left the table
ask {"delay_days": 0}
+0s mail jane@example.com
rows PII# 1
jump 183d
+0s rows PII# 0
FORM $stop List-Unsubscribe=One-Click -> 200
ask {"delay_days": 0}
+0s no mail

# A clock that is wrong and credentials that are unknown make an email wait
// The SDK corrects its clock after the first answer, so the next call succeeds.
fails 1 Ses WrongClock
ask {"delay_days": 0}
+30m mail jane@example.com
timeline created claimed throttled claimed sent delivered
fails 1 Ses UnknownCredentials
ask {"email": "june@example.com", "delay_days": 0}
+30m mail june@example.com
timeline created claimed throttled claimed sent delivered
