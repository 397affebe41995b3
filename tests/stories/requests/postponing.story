# A customer without their parcel is asked again in a week, once
ask {"delay_days": 0, "product_ids": ["$mug", "$tray"]}
+0s
mail jane@example.com "…"
anyone GET $hub -> 200 shows "action=\"/review/hub/postpone\""
FORM /review/hub/postpone -> 200 shows "We will ask you again on 27 November 2026." is "$first"
+3d
FORM /review/hub/postpone -> 200 is "$first"
anyone GET $hub -> 200 lacks "action=\"/review/hub/postpone\"" shows "We will ask you again on 27 November 2026."
+3d
no mail
+60d
mail jane@example.com "One last time: …" at 2026-11-27T06:00:00Z
no mail
FORM /review/hub/postpone -> 200 shows "When it has arrived, you can use the same link to open the page."
timeline created claimed sent opened postponed scheduled delivered claimed sent delivered
counters {"engaged": 1, "opened": 1, "sent": 1}

# A double tap postpones once
ask {"delay_days": 0}
+0s
at once 10 FORM /review/hub/postpone -> 200 is "$page"
timeline created claimed sent opened postponed scheduled
counters {"engaged": 1}
