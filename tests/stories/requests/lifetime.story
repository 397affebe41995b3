# A link is open and takes a review for 90 days of 24 hours, to the millisecond
until 2027-12-01T12:34:56.789Z
ask {"skip_email": true, "product_ids": ["$mug", "$tray"]}
jump 89d23h59m59.999s anyone GET $hub -> 200
FORM /review/hub/review rating=4 text=Good. -> 303
jump 1ms anyone GET $hub -> 410
FORM /review/hub/review rating=4 text=Good. -> 410
status expired

# An ask a year ahead lives from its first message
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com", "asked_at": "2027-11-21T06:00:00Z"}
    -> 200 {"data": {"scheduled_at": 1826776800}}
+365d no mail
+1d mail jane@example.com "…"
jump 89d23h59m59.999s anyone GET $link -> 200
jump 1ms anyone GET $link -> 410

# A renewal lives for 90 days of its own
ask {"delay_days": 0}
+0s mail jane@example.com "…"
jump 90d FORM /review/hub/renew -> 200
+0s mail jane@example.com "…"
jump 89d23h59m59.999s anyone GET $link -> 200
jump 1ms anyone GET $link -> 410

# A shop may remind on other days
PUT /api/v1/settings {"reminder_days": [10, 20, 30]} -> 200
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com", "reminders_count": 2} -> 200
+40d
each $day in ["2026-11-20", "2026-11-30", "2026-12-10"]: mail jane@example.com "…" at $dayT06:00:00Z
no mail

# A text whose answer was lost is not tried again
reports off
fails Sms LoseAnswer
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234568"} -> 200 {"data": {"id": "$jane"}}
POST /beacon/asks {"phone": "+491711234568"} -> 200
+1d mail +491711234568 sms
no mail
// Nobody knows whether it was sent.
GET /api/v1/review-requests -> 200 {"requests": [{"status": "sending"}]}
GET /beacon/customers/$jane/messages -> 200 {"data": [{"status": "unconfirmed", "sent_at": null}]}
counters {"sent": "$absent"}
