# An email that arrived was delivered, and what came after is said
ask {"delay_days": 0}
why due "The email has been due since 20 November 2026 at 06:00 UTC."
  then "The email is sent within minutes, or as fast as the mail provider allows if more is due."
+1m why delivered "The email was accepted by the mail provider on 20 November 2026 at 06:00 UTC and delivered 3 s later."
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
why delivered "The email was accepted by the mail provider on … and delivered 3 s later. Everything was reviewed on 20 November 2026 at 06:01 UTC."
status completed
operator {"why": {"request": "$id"}} -> {"requests": [{"timeline": [{"text": "The shop’s program asked for a review."},
  {"text": "A sender took the email."}, {"text": "The provider accepted the email."},
  {"text": "The email was delivered.", "at": "2026-11-20T06:00:03Z"}, {"text": "A person followed the link."},
  {"text": "The customer reviewed item 1."}, {"text": "Everything was reviewed."}]}], "not_found": null}

# A reminder that follows is next, unless something stops it
ask {"delay_days": 0, "reminders": 1}
+0s why sent "The email was accepted by the mail provider on 20 November 2026 at 06:00 UTC; no report about it has come yet."
  then "Reminder 1 by email will be sent, unless something stops it by then." at 2026-11-23T06:00:00Z
+1m PUT /api/v1/suppressions/jane@example.com -> 200
why delivered "…" then "Reminder 1 by email will not be sent: the shop suppressed the address or number itself."
  at 2026-11-23T06:00:00Z

# A bounce says why that email and the next one did not arrive
ask {"email": "bounce@example.com", "delay_days": 0} as first
+1m
why bounced "The email was accepted by the mail provider on 20 November 2026 at 06:00 UTC; it bounced on 20 November 2026 at 06:00 UTC: the address or number does not exist, or accepts no messages."
ask {"email": "bounce@example.com", "delay_days": 7} as second
why suppressed_bounce "The email is due on 27 November 2026 at 06:01 UTC but will not be sent: an earlier message to the same address or number bounced for good (on 20 November 2026 at 06:00 UTC)."
  then "The email is skipped." at 2026-11-27T06:01:00Z
+8d
why suppressed_bounce "The email was not sent on 27 November 2026 at 06:01 UTC: an earlier message to the same address or number bounced for good (on 20 November 2026 at 06:00 UTC)."
// The address is found in upper and lower case.
operator {"why": {"email": "Bounce@Example.com"}} -> {"requests": [{"request": "$second"}, {"request": "$first"}],
  "more": false}

# A complaint, an unsubscription and the shop itself stop the next email
ask {"email": "complaint@example.com", "delay_days": 0}
+1m
why complained "The email was accepted by the mail provider on 20 November 2026 at 06:00 UTC; the customer marked it as spam on 20 November 2026 at 06:00 UTC, so nothing more is sent to them."
ask {"email": "complaint@example.com", "delay_days": 0}
+0s
why suppressed_complaint "The email was not sent on 20 November 2026 at 06:01 UTC: the customer marked an earlier message as spam (on 20 November 2026 at 06:00 UTC)."
ask {"delay_days": 0}
+1m mail complaint@example.com
mail jane@example.com
FORM $stop List-Unsubscribe=One-Click -> 200
ask {"delay_days": 0}
+0s
why unsubscribed "The email was not sent on 20 November 2026 at 06:02 UTC: the customer unsubscribed (on 20 November 2026 at 06:02 UTC)."
PUT /api/v1/suppressions/june@example.com -> 200
ask {"email": "june@example.com", "delay_days": 0}
+0s
why suppressed_by_shop "The email was not sent on 20 November 2026 at 06:02 UTC: the shop suppressed the address or number itself (on 20 November 2026 at 06:02 UTC)."

# A suspension says since when, why, and when it may end
each $n in 1..6: ask {"email": "bounce+$n@example.com", "delay_days": 0}
+1m GET /api/v1/deliverability -> 200 {"brake": {"since": "2026-11-20T06:00:…Z", "until": "$until"}}
ask {"delay_days": 0}
+1m
why held "Not sent yet: the shop's emails have been suspended since 20 November 2026 at 06:00 UTC, because too many of its last emails bounced."
  then "Sending may resume by itself; the email is then sent within the hour." at $until
operator {"why": {"request": "$id"}} -> {"requests": [{"timeline": [{}, {"text":
  "The email waited: the shop's emails were suspended, because too many of its last emails bounced."}]}]}
// The same is true for a request that is due before the suspension may end, but for no other one.
ask {"email": "june@example.com", "delay_days": 0}
+0s why held "Not sent yet: …" then "Sending may resume by itself; …" at $until
ask {"email": "jo@example.com", "delay_days": 7}
why scheduled "The email will be sent on 27 November 2026 at 06:02 UTC."
  then "The email will be sent, unless something stops it by then." at 2026-11-27T06:02:00Z

# A pause of the shop says until when
PUT /api/v1/settings {"paused_until": "2026-11-21T06:00:00Z"} -> 200
jump 1m ask {"delay_days": 0}
+0s why paused "Not sent yet: the shop paused sending until 21 November 2026 at 06:00 UTC."
  then "The pause ends by itself, and the email is sent after it." at 2026-11-21T06:00:00Z
operator {"why": {"request": "$id"}} -> {"requests": [{"timeline": [{}, {"text":
  "The email waited: the shop had paused sending, until 21 November 2026 at 06:00 UTC."}]}]}

# A provider that refuses everybody is named with its words
standing Paused
ask {"delay_days": 0}
+0s details throttled ["$words"]
why provider_refuses "Not sent yet: the mail provider has been refusing all messages since 20 November 2026 at 06:00 UTC: $words."
  then "The email is tried again until the mail provider accepts it."
standing Production
+30m why delivered "…"

# A message that is throttled a hundred times is one line
fails 100 SendEmail Throttle
ask {"delay_days": 0}
+2d details throttled ["$words"]
operator {"why": {"request": "$id"}} -> {"requests": [{"timeline": [{}, {}, {"text":
  "The email was throttled 100 times, last on …: $words."}, "…"]}]}

# A message that is refused for good is named with the provider's code
reports off
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+16715550123"} -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["email", "sms"]} -> 200
+1m GET /api/v1/review-requests -> 200 {"requests": [{"id": "$both"}]}
details $both failed ["sms: …"]
why $both sent "The email was accepted by the mail provider on 20 November 2026 at 06:00 UTC; no report about it has come yet. The SMS was refused by the SMS service for good on …: …."
// It is the next request's only message, so its outcome is the request's.
jump 1s DELETE /api/v1/review-requests/$both -> 200
POST /beacon/asks {"email": "jane@example.com", "channels": ["sms"]} -> 200
+1m GET /api/v1/review-requests -> 200 {"requests": [{"id": "$alone"}, "…"]}
why $alone refused "The SMS was refused by the SMS service for good on …: …."

# An order that is cancelled or refunded, and a shop that cancels, stop the email
ask {"order_id": "C", "delay_days": 7}
PUT /api/v1/orders/C {"status": "cancelled", "currency": "EUR", "lines": []} -> 200
why order_cancelled "The email is due on 27 November 2026 at 06:00 UTC but will not be sent: the order was cancelled."
  then "The email is skipped." at 2026-11-27T06:00:00Z
ask {"order_id": "R", "delay_days": 7}
PUT /api/v1/orders/R {"status": "refunded", "currency": "EUR", "lines": []} -> 200
why order_refunded "The email is due on … but will not be sent: the order, or everything that the message asks about, was refunded."
  then "The email is skipped."
operator {"why": {"order_id": "R"}} -> {"requests": [{"request": "$id"}]}
ask {"delay_days": 7}
DELETE /api/v1/review-requests/$id -> 200
why cancelled "The email was not sent on 20 November 2026 at 06:00 UTC: the shop cancelled the request."

# A link that the shop shares has no message and expires, and of many requests the ten newest are explained
ask {"skip_email": true}
why no_channel "No message was planned: the shop shares the link itself."
+91d why expired "No message was planned: the shop shares the link itself; it expired on 18 February 2027 at 06:00 UTC."
each $n in 0..12: ask {"skip_email": true, "order_id": "A$n"}
operator {"why": {"email": "jane@example.com"}} -> {"more": true, "requests": [{}, {}, {}, {}, {}, {}, {}, {}, {}, {}]}

# A send window says when it opens
PUT /api/v1/settings {"send_window": {"from": "09:00", "to": "18:00", "time_zone": "Europe/Berlin"}} -> 200
jump 1m ask {"delay_days": 0}
+0s why waiting_for_window "The email will be sent on 20 November 2026 at 08:00 UTC, when the shop's sending hours begin."
  then "The email will be sent, unless something stops it by then." at 2026-11-20T08:00:00Z
// Inside the window it is only late.
+3h why delivered "…"
ask {"delay_days": 1}
why scheduled "The email will be sent on 21 November 2026 at 09:01 UTC." then "The email will be sent, …"

# A cap says when it allows another message
PUT /api/v1/settings {"messages_a_month": 1} -> 200
jump 1m ask {"delay_days": 0}
+1m ask {"delay_days": 0}
+1m
why waiting_for_cap "The email will be sent on 20 December 2026 at 06:01 UTC, when the shop's limits allow the customer another message."
  then "The email will be sent, unless something stops it by then."
operator {"why": {"request": "$id"}} -> {"requests": [{"timeline": [{}, {"text":
  "The email waits because the customer got as many messages as the shop's limits allow, until 20 December 2026 at 06:01 UTC."}]}]}

# A cap says that no message follows if the link expires first
PUT /api/v1/settings {"messages_a_month": 1} -> 200
jump 1m ask {"delay_days": 85} as capped
+84d ask {"delay_days": 0}
+2d
why $capped capped "The email was not sent on 13 February 2027 at 06:01 UTC: the customer got as many messages as the shop's limits allow, and the link expires before they allow another."

# The provider's list and each report have their words
ask {"email": "suppressionlist@example.com", "delay_days": 0}
+1m
why suppressed_by_provider "The email was accepted by the mail provider on 20 November 2026 at 06:00 UTC but not sent: the address is on the provider's own blocklist."
reports off
ask {"email": "rejected@example.com", "delay_days": 0} as rejected
ask {"email": "soft@example.com", "delay_days": 0} as soft
ask {"email": "late@example.com", "delay_days": 0} as late
+1m reports on
reported $rejected Reject
why $rejected rejected "…; it was rejected on …"
reported $soft TransientBounce
why $soft soft_bounced "…; it came back on …"
reported $late DeliveryDelay
why $late delayed "…; since …" then "The provider keeps trying for some hours and then reports the result."

# An answer that was lost is unknown, and then unconfirmed
reports off
fails 9 SendEmail LoseAnswer
ask {"delay_days": 0}
+0s why outcome_unknown "The email was handed to the mail provider on 20 November 2026 at 06:00 UTC, and the answer was lost."
  then "If the mail provider reports nothing about the email by then, it is tried once more." at 2026-11-20T06:15:…
+2d
why unconfirmed "The email was handed to the mail provider on 20 November 2026 at 06:…; no answer and no report came, so it may have arrived."

# Where nothing is found, the answer says what was looked at
operator {"why": {"email": "nobody@example.com"}} -> {"requests": [], "more": false, "not_found": {"cause": "not_found",
  "summary": "No request to this address was found, and nothing stops messages to it: the shop has not asked there, or did so more than a year ago."}}
PUT /api/v1/suppressions/june@example.com -> 200
operator {"why": {"email": "june@example.com"}} -> {"not_found": {"cause": "suppressed_by_shop",
  "summary": "No request to this address was found. No message would reach it: since 20 November 2026 at 06:00 UTC, the shop suppressed the address or number itself."}}
operator {"why": {"order_id": "A"}} -> {"not_found": {"summary":
  "No request about this order was found, and the shop has not told us about the order."}}
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": []} -> 200
operator {"why": {"order_id": "A"}} -> {"not_found": {"cause": "not_found", "summary":
  "No request about this order was found. The shop reported the order as delivered: an order alone asks nobody, so it waits for a call that asks for a review."}}
operator {"why": {"request": 7}} -> {"not_found": {"cause": "not_found"}}
each $bad in [{}, {"email": "jane"}, {"email": "jane@example.com", "request": 7}, {"order_id": " "}, {"request": "7"},
  {"request": 7, "verbose": true}]: operator {"why": "$bad"} -> error invalid
operator {"why": {"shop": "nobody", "request": 7}} -> error not_found

# After one of two items was reviewed, no reminder is next
ask {"delay_days": 0, "reminders": 2, "product_ids": ["$mug", "$tray"]}
+1m FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
why delivered "… and delivered 3 s later. The link was first opened on 20 November 2026 at 06:01 UTC."
