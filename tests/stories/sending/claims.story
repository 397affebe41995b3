// Sending: what an email shows, stop rules, lost answers, lost wake-ups, permanent rejections.

# An email shows the products, as the catalog knows them, and one way out
ask {"delay_days": 0, "customer_name": "Jane Doe", "product_ids": ["$mug", "$tray"]}
+0s mail jane@example.com from "\"Fern & Oak\" <…" tag tenant fern tag mode live tag request $id tag step 0 tag attempt 0
  shows "Jane" "Stoneware mug" "Oak tray" "18 February 2027" "1 Example Street" "/review/unsubscribe?token=" "#not-arrived"
  "item=1&#38;rating=4#item-1"
anyone GET $link -> 200 shows "Oak tray" "id=\"not-arrived\"" "id=\"item-1\""
ask {"delay_days": 0, "product_ids": ["shopify-987654321", "$mug"]}
+0s mail jane@example.com shows "Item 1 of your order" lacks "987654321"

# Lost wake-ups are found by the reconciler
fails Sqs LoseRequest
ask {"delay_days": 0}
fails Scheduler LoseRequest
ask {"delay_days": 1}
heals
+0s no mail
+8m mail jane@example.com
+1d mail jane@example.com

# A lost answer waits for evidence, a throttled email backs off, and each leaves once
fails 1 SendEmail LoseRequest
ask {"delay_days": 0}
+0s status sending
// Nobody decides before the evidence's time.
+14m no mail
+2m mail jane@example.com
timeline created claimed outcome_unknown claimed sent delivered
fails 6 SendEmail Throttle
ask {"delay_days": 0}
+1h mail jane@example.com
GET /api/v1/review-requests/$id/timeline -> 200 {"timeline": [{"what": "created"}, {"what": "claimed"},
  {"what": "throttled", "count": 6}, {"what": "claimed"}, {"what": "sent"}, {"what": "delivered"}]}

# A permanent rejection is failed with its reason within a minute, and at once while others leave
ask {"email": "reject@example.com", "delay_days": 0}
+1m status failed
details failed ["MessageRejected"]
counters {"failed": 1}
// The link works, however it travels.
anyone GET $hub -> 200
ask {"delay_days": 0}
+0s ask {"email": "reject+2@example.com", "delay_days": 0}
+0s timeline created claimed failed

# An email with nothing left to review is not sent
ask {"delay_days": 1}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
+2d no mail
status completed
timeline created scheduled opened reviewed completed skipped

# An email whose time was moved leaves at the new one
// The wake-up for day 5 finds that the email is due on day 8. It still exists when the sender creates another one.
ask {"delay_days": 5}
+1d FORM /review/hub/postpone -> 200
+20d mail jane@example.com at 2026-11-28T06:00:00Z

# Expiry is counted within five minutes, and without a review only
ask {"skip_email": true} as untouched
review {"product_ids": ["$mug", "$tray"]} rating=5 text=Lovely. display_name=Jane
+90d
+8m counters {"expired": 1}
timeline $untouched created expired
+10d counters {"expired": 1}

# An SMS waits for a connection too and is sent once
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
fails Sms RefuseConnection
POST /beacon/asks {"phone": "+491711234567"} -> 200
+1h no mail
heals
+30m mail +491711234567 sms

# Every shop name fits into a From field and changes no direction
PUT /api/v1/settings {"shop_name": "{{م*100}}"} -> 200
ask {"delay_days": 0}
+0s mail jane@example.com from "… <reviews@afterword.example>"
PUT /api/v1/settings {"shop_name": "\u202eFern\u2066 & Oak"} -> 200
ask {"delay_days": 0}
+0s mail jane@example.com "How did Fern & Oak do?" from "\"Fern & Oak\" <…"

# Answers go where the shop says, and the foot links to it
ask {"delay_days": 0, "product_ids": ["$mug"]}
+0s mail jane@example.com header Reply-To "" lacks "Privacy policy"
  shows "because you ordered from Fern & Oak. You can object to these emails at any time, at no cost:\nhttp"
  "You can object to these emails at any time, at no cost: <a href="
PUT /api/v1/settings {"reply_to": "Hilfe@Bücher.example", "privacy_url": "https://fern.example/privacy",
  "contact_url": "https://fern.example/contact?a=1&b=2"} -> 200
ask {"delay_days": 0, "product_ids": ["$mug"]}
+0s mail jane@example.com header Reply-To Hilfe@xn--bcher-kva.example
  shows "<a href=\"https://fern.example/contact?a=1&#38;b=2\"" ">Contact Fern &#38; Oak</a>" ">Privacy policy</a>"
  "Contact Fern & Oak\nhttps://fern.example/contact?a=1&b=2\n" "Privacy policy\nhttps://fern.example/privacy"
// The same is true for a notification to the review's author.
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303 as review
PATCH /api/v1/reviews/$review/reject {} -> 200
+7m mail jane@example.com header Reply-To Hilfe@xn--bcher-kva.example
  shows "https://fern.example/privacy" "https://fern.example/contact?a=1&b=2"
// Who ordered nothing is a customer.
POST /beacon/customers {"first_name": "June", "email": "june@example.com"} -> 200
POST /beacon/asks {"email": "june@example.com", "channels": ["email"]} -> 200
+0s mail june@example.com shows "You’re receiving this because you’re a customer of Fern & Oak. You can object"
