// The cap: the maximum number of messages that a person gets from a shop in 30 days.

# A message over the cap waits for the 30 days to pass
PUT /api/v1/settings {"messages_a_month": 2} -> 200
ask {"delay_days": 0}
+1h ask {"delay_days": 0}
+1h ask {"delay_days": 0} as third
+1h ask {"delay_days": 0} as fourth
+1h ask {"email": "june@example.com", "delay_days": 0}
+0s mail jane@example.com at 2026-11-20T06:00:00Z
mail jane@example.com at 2026-11-20T07:00:00Z
// June has a month of her own.
mail june@example.com at 2026-11-20T10:00:00Z
each $which in ["$third", "$fourth"]: details $which deferred ["person_cap until 2026-12-20T06:00:00Z"]
GET /api/v1/review-requests/$third -> 200 {"status": "scheduled", "scheduled_at": "2026-12-20T06:00:00Z"}
+40d mail jane@example.com at 2026-12-20T06:00:00Z
mail jane@example.com at 2026-12-20T07:00:00Z

# Reminders count too: the fourth message waits until the first is 30 days old
PUT /api/v1/settings {"messages_a_month": 3} -> 200
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com", "reminders_count": 3} -> 200
+60d each $at in ["2026-11-20T06:00:00Z", "2026-11-23T06:00:00Z", "2026-11-27T06:00:00Z", "2026-12-20T06:00:00Z"]:
  mail jane@example.com at $at
no mail

# A message that is throttled counts once
PUT /api/v1/settings {"messages_a_month": 2} -> 200
fails Ses Throttle
ask {"delay_days": 0}
+30m heals
+1h mail jane@example.com
ask {"delay_days": 0}
+0s mail jane@example.com
ask {"delay_days": 0}
+0s no mail
rows GOT# 1

# Messages sent by hand are counted and not delayed by the cap
PUT /api/v1/settings {"messages_a_month": 1} -> 200
ask {"delay_days": 0} as first
+0s mail jane@example.com
+1d ask {"delay_days": 6}
POST /api/v1/review-requests/$id/send {} -> 200
+0s mail jane@example.com
+79d ask {"delay_days": 0}
+0s mail jane@example.com
+10d anyone GET $first_hub -> 410 between "name=\"token\" value=\"" "\"" $link_token
FORM /review/hub/renew token=$link_token -> 200
+0s mail jane@example.com at 2027-02-18T06:00:00Z
anyone GET $link -> 200
ask {"delay_days": 0}
+0s no mail
details deferred ["person_cap until 2027-03-20T06:00:00Z"]

# A message whose link ends first is skipped, and a new request for the order is possible
PUT /api/v1/settings {"messages_a_month": 1} -> 200
ask {"delay_days": 80, "order_id": "A"} as second
+79d ask {"delay_days": 0}
+2d details $second skipped ["person_cap"]
status $second failed
counters {"failed": 1}
ask {"delay_days": 0, "order_id": "A"}

# A cap ends in the send window
PUT /api/v1/settings {"messages_a_month": 1, "send_window": {"from": "09:00", "to": "10:00", "time_zone": "UTC"}} -> 200
ask {"delay_days": 0}
ask {"delay_days": 0}
+40d mail jane@example.com at 2026-11-20T09:00:00Z
mail jane@example.com at 2026-12-20T09:…

# Without a cap nothing is counted, and what came before the cap does not count
ask {"delay_days": 0}
+0s mail jane@example.com
rows GOT# 0
PUT /api/v1/settings {"messages_a_month": 1} -> 200
ask {"delay_days": 0}
+0s mail jane@example.com
rows GOT# 1
