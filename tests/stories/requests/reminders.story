# Three reminders of an ask leave 3, 7 and 14 days after the first email, with the same link
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["email"], "reminders_count": 3} -> 200
+40d mail jane@example.com "How did Fern & Oak do, Jane?" at 2026-11-20T06:00:00Z tag step 0
    header In-Reply-To "" header References "" lacks "This is our last reminder."
each $first in ["$link"]: mail jane@example.com "Got a minute? How did Fern & Oak do, Jane?" at 2026-11-23T06:00:00Z tag step 1
    header In-Reply-To "" header References "" lacks "This is our last reminder."
    shows "You may have missed our first email." "http://shop.example$first"
mail jane@example.com "We’d still like to know. How did Fern & Oak do, Jane?" at 2026-11-27T06:00:00Z tag step 2
    header In-Reply-To "" header References "" lacks "This is our last reminder."
    shows "One minute is enough" "http://shop.example$first"
mail jane@example.com "One last time: How did Fern & Oak do, Jane?" at 2026-12-04T06:00:00Z tag step 3
    header In-Reply-To "" header References "" shows "This is our last reminder." "http://shop.example$first"
// What is counted is the ask.
counters {"sent": 1}
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$id"}]}
timeline created claimed sent scheduled delivered claimed sent scheduled delivered claimed sent scheduled delivered
    claimed sent delivered

# None to three reminders follow the email of a request, and none if it names no number
ask {"delay_days": 0, "product_ids": ["$mug"], "email": "none@example.com"}
ask {"delay_days": 0, "product_ids": ["$mug"], "reminders": 1, "email": "one@example.com"}
ask {"delay_days": 0, "product_ids": ["$mug"], "reminders": 2, "email": "two@example.com"}
ask {"delay_days": 0, "product_ids": ["$mug"], "reminders": 3, "email": "three@example.com"}
+0s each $number in 0..4: mail …@example.com "How’s the Stoneware mug?"
+2d no mail
+1d each $number in 0..3: mail …@example.com "…How’s the Stoneware mug?" at 2026-11-23T06:00:00Z
+4d each $number in 0..2: mail t…@example.com "…How’s the Stoneware mug?" at 2026-11-27T06:00:00Z
+40d mail three@example.com "One last time: How’s the Stoneware mug?" at 2026-12-04T06:00:00Z
// What is counted is the request.
counters {"sent": 4}

# The last reminder is the last that the link lives to see, and a wrong number of them is refused in words
ask {"delay_days": 80, "reminders": 3}
+95d mail jane@example.com "How …" at 2027-02-08T06:00:00Z
mail jane@example.com "Got a minute? …" at 2027-02-11T06:00:00Z
mail jane@example.com "One last time: …" at 2027-02-15T06:00:00Z
POST /api/v1/review-requests/send {"email": "jane@example.com", "reminders": 4} -> 422 invalid_reminders {"message":
    "`reminders` must be a whole number from 0 to 3; omit it for the shop's `default_reminders`."}
PUT /api/v1/settings {"default_reminders": 4} -> 422 invalid_default_reminders {"message":
    "`default_reminders` must be a whole number from 0 to 3; null means 0."}

# A review, an unsubscription and a cancel each stop the reminders
ask {"delay_days": 0, "product_ids": ["$mug", "$tray"], "reminders": 3, "email": "june@example.com"} as cancelled
+0s mail june@example.com "…"
ask {"delay_days": 0, "product_ids": ["$mug", "$tray"], "reminders": 3, "email": "mara@example.com"} as stopped
+0s mail mara@example.com "…"
each $mara_stop in ["$stop"]: ask {"delay_days": 0, "product_ids": ["$mug", "$tray"], "reminders": 3} as reviewed
+4d mail jane@example.com "…"
each $number in 0..3: mail …@example.com "Got a minute? …" at 2026-11-23T06:00:00Z
DELETE /api/v1/review-requests/$cancelled -> 200
FORM $mara_stop List-Unsubscribe=One-Click -> 200
// If two products were requested, one review is enough.
FORM /review/hub/review rating=5 text=Lovely. -> 303
+40d no mail
each $id $why in [["$cancelled", "cancelled"], ["$stopped", "unsubscribed"], ["$reviewed", "reviewed"]]:
  details skipped ["reminder 2 by email: $why", "…"]
each $id in ["$cancelled", "$stopped", "$reviewed"]: GET /api/v1/review-requests/$id -> 200 {"next_message": null}

# A customer who asks for a week has the reminders that much later
ask {"delay_days": 0, "product_ids": ["$mug"], "reminders": 2}
+1d mail jane@example.com "How…" shows "#not-arrived"
FORM /review/hub/postpone -> 200 shows "We will ask you again on 28 November 2026."
GET /api/v1/review-requests/$id -> 200 {"next_message": {"channel": "email", "reminder": 1, "due_at": "2026-11-28T06:00:00Z"}}
// As far apart as before. A week can be asked for once.
+40d mail jane@example.com "…" at 2026-11-28T06:00:00Z lacks "#not-arrived"
mail jane@example.com "…" at 2026-12-02T06:00:00Z lacks "#not-arrived"

# A request shows its reminders and what leaves next
ask {"delay_days": 7, "reminders": 1}
GET /api/v1/review-requests/$id -> 200 {"reminders": 1,
    "next_message": {"channel": "email", "reminder": 0, "due_at": "2026-11-27T06:00:00Z"}}
+8d mail jane@example.com "…" at 2026-11-27T06:00:00Z
GET /api/v1/review-requests/$id -> 200 {"reminders": 1,
    "next_message": {"channel": "email", "reminder": 1, "due_at": "2026-11-30T06:00:00Z"}}
GET /api/v1/review-requests/$id/timeline -> 200
    {"timeline": [{}, {}, {}, {}, {"what": "scheduled", "detail": "reminder 1 by email"}, "…"]}
+8d mail jane@example.com "…" at 2026-11-30T06:00:00Z
GET /api/v1/review-requests/$id -> 200 {"reminders": 1, "next_message": null}

# A link that the shop shares is followed by reminders only if it is sent after all
ask {"skip_email": true, "reminders": 1}
GET /api/v1/review-requests/$id -> 200 {"reminders": 1, "next_message": null}
+20d no mail
POST /api/v1/review-requests/$id/send {} -> 200
+20d mail jane@example.com "…" at 2026-12-10T06:00:00Z
mail jane@example.com "…" at 2026-12-13T06:00:00Z

# The shop's default counts where a request of the native API names no number
// As in BetterReviews' documentation: without both, one email.
ask {"delay_days": 0, "email": "june@example.com"} as before
row "T#fern.live" "TENANT" {"default_reminders": {"N": "0"}}
PUT /api/v1/settings {"default_reminders": 2} -> 200 {"default_reminders": 2}
// Functions that create requests read it within a minute.
jump 60s ask {"skip_email": true}
GET /api/v1/review-requests/$id -> 200 {"reminders": 2}
ask {"skip_email": true, "reminders": null}
GET /api/v1/review-requests/$id -> 200 {"reminders": 2}
ask {"skip_email": true, "reminders": 0}
GET /api/v1/review-requests/$id -> 200 {"reminders": 0}
// What was made before stays, and the other APIs do not mention it.
GET /api/v1/review-requests/$before -> 200 {"reminders": 0}
jump 1s POST /api/v1/invitations {"email": "ann@example.com", "name": "Ann"} -> 200 as invited
GET /api/v1/review-requests/$invited -> 200 {"reminders": 0}
POST /beacon/customers {"first_name": "Jo", "email": "jo@example.com"} -> 200
POST /beacon/asks {"email": "jo@example.com"} -> 200 {"data": {"reminders_count": 0}}
jump 1s
POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL", "items": [{"catalogItemId": "cup"}]}}
    -> 200 as wix
GET /api/v1/review-requests/$wix -> 200 {"reminders": 0}
PUT /api/v1/settings {"default_reminders": 0} -> 200 {"default_reminders": 0}
jump 60s ask {"skip_email": true}
GET /api/v1/review-requests/$id -> 200 {"reminders": 0}

# An unsubscription stops the reminders on both channels, which carry the ask and each reminder
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"} -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["email", "sms"], "reminders_count": 2} -> 200
+0s mail jane@example.com "…" email
anyone GET $link -> 200
mail +491711234567 sms
anyone GET $link -> 200
each $first $stop_all in [["$link", "$stop"]]: until 2026-11-23T06:00:00Z
mail jane@example.com "…" email at 2026-11-23T06:00:00Z
mail +491711234567 sms at 2026-11-23T06:00:00Z shows "Reminder:" "http://shop.example$first"
counters {"sent": 1}
FORM $stop_all List-Unsubscribe=One-Click -> 200
+40d no mail

# A number that answered STOP fails, and the email goes on
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+12125550110"} -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["email", "sms"], "reminders_count": 1} -> 200
+40d mail jane@example.com "…" email at 2026-11-20T06:00:00Z
mail jane@example.com "…" email at 2026-11-23T06:00:00Z
GET /api/v1/review-requests -> 200 {"requests": [{"status": "sent"}]}

# An ask that reaches nobody has failed and may be made again
POST /beacon/customers {"first_name": "Jane", "phone": "+12125550110"} -> 200
POST /beacon/asks {"phone": "+12125550110", "reminders_count": 2} -> 200 {"data": {"id": "$first"}}
+20d no mail
GET /api/v1/review-requests -> 200 {"requests": [{"status": "failed"}]}
counters {"failed": 1}
POST /beacon/asks {"phone": "+12125550110", "reminders_count": 2} -> 200 {"data": {"id": "$again"}}
GET /api/v1/review-requests -> 200 {"requests": [{}, {}]}

# A reminder or text whose answer was lost is not tried again
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["email"], "reminders_count": 1} -> 200
+0s mail jane@example.com "…"
fails Ses LoseRequest
+4d heals
+10d no mail
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$id"}]}
timeline created claimed sent scheduled delivered claimed … unconfirmed

# A test key's texts and reminders are captured and readable
fern_test POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"} -> 200
fern_test POST /beacon/asks {"email": "jane@example.com", "channels": ["email", "sms"], "reminders_count": 1} -> 200
// Nothing leaves.
+4d no mail
fern_test GET /api/v1/review-requests -> 200 {"requests": [{"id": "$asked"}]}
fern_test GET /api/v1/review-requests/$asked/messages -> 200 {"messages": [{"channel": "email"},
    {"channel": "sms", "text": "…/r/…", "html": null},
    {"channel": "email", "subject": "One last time: …"}, {"channel": "sms"}]}
