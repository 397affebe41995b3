// Notifications whose answers are lost, and whose shop or address may not be written to.

# A notification whose answer was lost is settled by its report, or tried once more without one
review rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
fails 1 Ses LoseAnswer
+1d mail jane@example.com
review rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
reports off
fails 2 Ses LoseAnswer
+15m mail jane@example.com
+23h mail jane@example.com
review rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
fails 3 SendEmail Throttle
+7m no mail
+2h mail jane@example.com

# A notification that bounces or is marked as spam suppresses its address
review {"email": "bounce@example.com"} rating=5 text=Lovely. display_name=Jane as bounced
jump 1s review {"email": "complaint@example.com"} rating=5 text=Lovely. display_name=Jane as complained
each $review in ["$bounced", "$complained"]: PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
+7m each $n in 0..2: mail …
each $reason $email in [["bounced", "bounce@example.com"], ["complained", "complaint@example.com"]]:
  GET /api/v1/suppressions/$email -> 200 {"reason": "$reason", "address": "$email"}
each $review in ["$bounced", "$complained"]: PUT /api/v1/reviews/$review/reply {"text": "Sorry."} -> 200
+7m no mail
GET /api/v1/deliverability -> 200 {"last_1000": {"sent": 2, "bounced": 1, "complained": 1}}

# A suspended shop sends no notifications until it is released
each $n in 0..5: POST /api/v1/review-requests/send {"email": "bounce+$n@example.com", "delay_days": 0} -> 201
+1m each $n in 0..5: mail …
review rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
+2h no mail
POST /api/v1/deliverability/release {} -> 200
+1h mail jane@example.com
