# A customer without their parcel is asked again in a week, once
ask {"delay_days": 0, "product_ids": ["$mug", "$tray"]}
+0s mail jane@example.com "…"
anyone GET $hub -> 200 shows "action=\"/review/hub/postpone\""
FORM /review/hub/postpone -> 200 shows "We will ask you again on 27 November 2026." is "$first"
+3d FORM /review/hub/postpone -> 200 is "$first"
anyone GET $hub -> 200 lacks "action=\"/review/hub/postpone\"" shows "We will ask you again on 27 November 2026."
+3d no mail
+60d mail jane@example.com "One last time: …" at 2026-11-27T06:00:00Z
FORM /review/hub/postpone -> 200 shows "When it has arrived, you can use the same link to open the page."
timeline created claimed sent opened postponed scheduled delivered claimed sent delivered
counters {"engaged": 1, "opened": 1, "sent": 1}

# A double tap postpones once
ask {"delay_days": 0}
+0s at once 10 FORM /review/hub/postpone -> 200 is "$page"
timeline created claimed sent opened postponed scheduled
counters {"engaged": 1}

# A request that mails nobody promises nothing
ask {"skip_email": true, "product_ids": ["$mug"]}
anyone GET $hub -> 200 lacks "action=\"/review/hub/postpone\"" "ask again"
// The page was loaded before that. It does not say that nobody writes either: the shop may send it after all.
FORM /review/hub/postpone -> 200 lacks "We will" shows "When it has arrived, you can use the same link to open the page."
+30d no mail
status manual
POST /api/v1/review-requests/$id/send {} -> 200
+0s mail jane@example.com "…"

# A week is offered only if a message follows it
ask {"delay_days": 0, "product_ids": ["$mug", "$tray"]} as sent
ask {"delay_days": 89, "order_id": "W", "product_ids": ["$mug"]} as waiting
ask {"email": "bounce@example.com", "delay_days": 0, "product_ids": ["$mug"]} as bounced
+1m anyone GET $sent_hub -> 200 shows "action=\"/review/hub/postpone\""
// One is due in 89 days, and the other came back.
each $page in ["$waiting_hub", "$bounced_hub"]: anyone GET $page -> 200 lacks "action=\"/review/hub/postpone\""
+82d each $page in ["$sent_hub", "$waiting_hub"]: anyone GET $page -> 200 shows "action=\"/review/hub/postpone\""
anyone GET $bounced_hub -> 200 lacks "action=\"/review/hub/postpone\""
// The link ends before the week does.
+1d each $page in ["$sent_hub", "$waiting_hub", "$bounced_hub"]: anyone GET $page -> 200 lacks "action=\"/review/hub/postpone\""

# A request that was reviewed is not postponed, nor is a dead link
ask {"delay_days": 0, "product_ids": ["$mug", "$tray"]}
ask {"skip_email": true, "order_id": "B"} as expired
ask {"skip_email": true, "order_id": "C"} as cancelled
DELETE /api/v1/review-requests/$id -> 200
FORM /review/hub/postpone -> 410 shows "This link is no longer available"
FORM /review/hub/postpone token=x -> 404
counters {"engaged": "$absent"}
ask {"delay_days": 0, "order_id": "D", "product_ids": ["$mug", "$tray"]}
+0s each $number in 0..2: mail jane@example.com "…"
FORM /review/hub/review rating=5 text=Lovely. -> 303
anyone GET $hub -> 200 lacks "action=\"/review/hub/postpone\""
FORM /review/hub/postpone -> 200 shows "There is nothing to wait for"
+30d no mail
timeline created claimed sent opened reviewed delivered
+60d each $hub in ["$expired_hub"]: FORM /review/hub/postpone -> 410 shows "Link Expired"

# "Stop asking me" has the email's token and stops a postponed request too
ask {"delay_days": 0, "product_ids": ["$mug", "$tray"]}
+0s mail jane@example.com "…"
anyone GET $stop -> 200 between "name=\"token\" value=\"" "\"" $link_token
anyone GET $hub -> 200 shows "action=\"/review/unsubscribe\"…value=\"$link_token\"" lacks "hub?token=$link_token\""
FORM /review/unsubscribe token=$link_token -> 200 shows "by email or by text message"
FORM /review/hub/postpone -> 200 lacks "We will" shows "When it has arrived, you can use the same link to open the page."
+30d no mail

# Unsubscribing asks by GET and stops by POST
ask {"delay_days": 0}
+0s mail jane@example.com "…" header List-Unsubscribe-Post List-Unsubscribe=One-Click
anyone GET $hub -> 200 between "name=\"token\" value=\"" "\"" $hub_token
// Its token does not open the page.
anyone GET $stop -> 200 shows "<form" lacks "$hub_token" between "name=\"token\" value=\"" "\"" $link_token
ask {"delay_days": 1}
+2d mail jane@example.com "…"
FORM /review/unsubscribe token=$link_token -> 200
ask {"delay_days": 1}
+2d no mail
FORM /review/unsubscribe token=$hub_token -> 404
anyone GET /review/unsubscribe?token=x -> 404
