// The shop's send window: first messages and reminders are sent inside it, and `scheduled_at` says when. It is Friday,
// 20 November 2026, and 07:00 in Berlin.

# A request is answered with the instant at which its message leaves
PUT /api/v1/settings {"send_window": {"from": "09:00", "to": "18:00", "time_zone": "Europe/Berlin"}} -> 200
jump 1m POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": 0} -> 201
  {"scheduled_at": "2026-11-20T08:00:00Z"} as jane
GET /api/v1/review-requests/$jane -> 200 {"scheduled_at": "2026-11-20T08:00:00Z"}
each $days $zone $at in [[0, "America/New_York", "2026-11-20T14:00:00Z"],
  [0, "Pacific/Kiritimati", "2026-11-20T19:00:00Z"], [0, "asia/kathmandu", "2026-11-20T06:01:00Z"],
  [1, null, "2026-11-21T08:00:00Z"], [89, "Pacific/Niue", "2027-02-17T20:00:00Z"]]:
  POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": "$days", "time_zone": "$zone"} -> 201
    {"scheduled_at": "$at"}
GET /api/v1/review-requests/$id -> 200 {"scheduled_at": "2027-02-17T20:00:00Z"}
until 2026-11-22T00:00:00Z
each $at in ["2026-11-20T06:01:00Z", "2026-11-20T08:00:00Z", "2026-11-20T14:00:00Z", "2026-11-20T19:00:00Z",
  "2026-11-21T08:00:00Z"]: mail jane@example.com at $at

# A request's time zone is shown, and a wrong one refused
ask {"time_zone": "america/new_york"}
GET /api/v1/review-requests/$id -> 200 {"time_zone": "America/New_York"}
ask {"time_zone": " "}
GET /api/v1/review-requests/$id -> 200 {"time_zone": null}
ask
GET /api/v1/review-requests/$id -> 200 {"time_zone": null}
each $bad in ["Berlin", "+01:00", "Etc/Unknown", 1, "{{a*65}}"]:
  POST /api/v1/review-requests/send {"email": "jane@example.com", "time_zone": "$bad"} -> 422 invalid_time_zone

# Every dialect's messages and reminders wait
// In Kiritimati it is 20:01, so this Friday's window is over.
PUT /api/v1/settings
  {"send_window": {"from": "09:00", "to": "10:00", "days": ["friday"], "time_zone": "Pacific/Kiritimati"}} -> 200
jump 1m POST /beacon/customers {"first_name": "June", "email": "june@example.com"} -> 200
// 2026-11-26T19:00:00Z
POST /beacon/asks {"email": "june@example.com", "reminders_count": 2} -> 200 {"data": {"scheduled_at": 1795719600}}
POST /api/v1/invitations {"email": "jo@example.com", "name": "Jo"} -> 200
until 2026-11-26T18:59:59Z no mail
// The reminder for the 3rd day is sent on the following Friday, and the reminder for the 7th day keeps its distance.
until 2027-01-31T00:00:00Z each $to $at in [["june", "2026-11-26T19:00:00Z"], ["jo", "2026-11-26T19:00:00Z"],
  ["june", "2026-12-03T19:00:00Z"], ["june", "2026-12-10T19:00:00Z"]]: mail $to@example.com at $at

# A message that is late, throttled or without an answer when the window closes waits for the opening, and says so
PUT /api/v1/settings {"send_window": {"from": "09:00", "to": "18:00", "time_zone": "Europe/Berlin"}} -> 200
jump 10h30m POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": 0} -> 201
  {"scheduled_at": "2026-11-20T16:30:00Z"}
// It needs no schedule.
jump 2h30m fails Scheduler Throttle
+0s no mail
details deferred ["send_window until 2026-11-21T08:00:00Z"]
GET /api/v1/review-requests/$id -> 200 {"scheduled_at": "2026-11-21T08:00:00Z", "status": "scheduled"}
until 2026-11-21T07:59:59Z no mail
until 2026-11-21T16:59:30Z mail jane@example.com at 2026-11-21T08:…
details deferred ["send_window until 2026-11-21T08:00:00Z"]
ask {"delay_days": 0}
fails Ses Throttle
until 2026-11-21T17:30:00Z heals
until 2026-11-22T07:59:00Z no mail
GET /api/v1/review-requests/$id -> 200 {"scheduled_at": "2026-11-22T08:00:00Z"}
until 2026-11-22T16:55:00Z mail jane@example.com at 2026-11-22T08:…
// The second try waits too.
fails Ses LoseRequest
ask {"delay_days": 0}
until 2026-11-22T16:56:00Z heals
until 2026-11-23T07:59:00Z no mail
details deferred ["send_window until 2026-11-23T08:00:00Z"]
until 2026-11-23T09:00:00Z mail jane@example.com
status sent

# Messages sent by hand leave outside the window, and an invitation for a manual request does not
PUT /api/v1/settings {"send_window": {"from": "09:00", "to": "18:00", "time_zone": "Europe/Berlin"}} -> 200
jump 1m ask
POST /api/v1/review-requests/$id/send {} -> 200 {"scheduled_at": "2026-11-20T06:01:00Z"}
+0s mail jane@example.com at 2026-11-20T06:01:00Z
ask {"skip_email": true, "order_id": "A"}
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "A"} -> 200
GET /api/v1/review-requests/$id -> 200 {"scheduled_at": "2026-11-20T08:00:00Z"}
until 2026-11-20T16:55:00Z mail jane@example.com at 2026-11-20T08:00:00Z
// It is late, but does not wait until the morning.
ask {"skip_email": true}
POST /api/v1/review-requests/$id/send {} -> 200
jump 2h5m
+0s mail jane@example.com
// The same is true for the link that a customer requests at night.
+90d FORM /review/hub/renew -> 200
+0s mail jane@example.com
anyone GET $link -> 200

# A scheduled time stays when the window changes; a postponed request asks when it is open, on the customer's own day
PUT /api/v1/settings {"send_window": {"from": "09:00", "to": "18:00", "time_zone": "Europe/Berlin"}} -> 200
jump 1m ask {"email": "june@example.com", "delay_days": 0, "time_zone": "Pacific/Kiritimati"} as june
ask {"delay_days": 0} as jane
PUT /api/v1/settings {"send_window": {"from": "12:00", "to": "13:00", "time_zone": "Europe/Berlin"}} -> 200
jump 1m POST /api/v1/review-requests/send {"email": "july@example.com", "delay_days": 0} -> 201
  {"scheduled_at": "2026-11-20T11:00:00Z"}
until 2026-11-20T12:00:00Z mail jane@example.com at 2026-11-20T08:00:00Z
mail july@example.com at 2026-11-20T11:00:00Z
timeline $jane created scheduled claimed sent delivered
timeline created scheduled claimed sent delivered
PUT /api/v1/settings {"send_window": null} -> 200
jump 1m POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": 1} -> 201
  {"scheduled_at": "2026-11-21T12:01:00Z"}
DELETE /api/v1/review-requests/$id -> 200
PUT /api/v1/settings {"send_window": {"from": "09:00", "to": "18:00", "time_zone": "Europe/Berlin"}} -> 200
until 2026-11-20T20:00:00Z mail june@example.com at 2026-11-20T19:00:00Z
anyone GET $jane_hub -> 200 between "name=\"token\" value=\"" "\"" $jane_token
anyone GET $june_hub -> 200 between "name=\"token\" value=\"" "\"" $june_token
// A week later it is 10:00 in Kiritimati, on the day after UTC's.
each $token in ["$jane_token", "$june_token"]:
  FORM /review/hub/postpone token=$token -> 200 shows "We will ask you again on 28 November 2026."
until 2026-12-01T00:00:00Z mail june@example.com at 2026-11-27T20:00:00Z
mail jane@example.com at 2026-11-28T08:00:00Z
details $jane deferred []

# A window that stays closed until the link's end stops the message, and the shop may ask again
PUT /api/v1/settings {"send_window": {"from": "09:00", "to": "10:00", "days": ["friday"], "time_zone": "UTC"}} -> 200
jump 1m POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": 89, "order_id": "A"} -> 422
  invalid_delay_days
PUT /api/v1/settings {"send_window": {"from": "09:00", "to": "10:00", "days": ["wednesday"], "time_zone": "UTC"}} -> 200
jump 1m POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": 85, "order_id": "A"} -> 201
  {"scheduled_at": "2027-02-17T09:00:00Z"}
jump 89d3h58m
+0s details skipped ["send_window"]
status failed
counters {"failed": 1}
no mail
ask {"delay_days": 0, "order_id": "A"}

# A test shop's window is as real
fern_test PUT /api/v1/settings {"send_window": {"from": "22:00", "to": "06:00", "time_zone": "Asia/Kathmandu"}} -> 200
jump 1m fern_test POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": 0} -> 201
  {"scheduled_at": "2026-11-20T16:15:00Z"}
until 2026-11-20T16:15:30Z fern_test GET /api/v1/review-requests/$id/timeline -> 200 {"timeline": [
  {"what": "created"}, {"what": "scheduled"}, {"what": "claimed"}, {"what": "captured"}]}
