# Customers read the shop's words, and ours where it has none
PUT /api/v1/texts/en/request {"subject": " {name}, a word about {shop}? ",
  "opening": "It took us\r\nthree days & <b>love</b>."} -> 200 {"own": {"subject": "{name}, a word about {shop}?",
  "opening": "It took us\nthree days & <b>love</b>."}, "ours": {"subject": "How’s the {product}, {name}?"}} is "$both"
GET /api/v1/texts/en/request -> 200 is "$both"
ask {"product_ids": ["$tray"], "customer_name": "Jane Doe", "delay_days": 0}
+0s mail jane@example.com "Jane, a word about Fern & Oak?"
  shows "It took us<br />three days &#38; &#60;b&#62;love&#60;/b&#62;." "It took us\nthree days & <b>love</b>."
// Without a name and with two products, our words are used.
ask {"email": "max@example.com", "product_ids": ["$tray", "$mug"], "delay_days": 0, "reminders": 1}
+0s mail max@example.com "How’s your order from Fern & Oak?" shows "three days"
// Another occasion and another language use our words, and so does a cleared field.
PUT /api/v1/texts/en/request {"subject": null} -> 200
+3d mail max@example.com "…" lacks "three days"
GET /api/v1/texts/de/request -> 200 {"own": {"opening": null}}
// What changes nothing is not recorded.
PUT /api/v1/texts/en/request {"subject": null} -> 200
GET /api/v1/audit?limit=100 -> 200 {"entries": [{"what": "change_text", "target": "en/request",
  "before": {"subject": "set"}, "after": {"subject": null}}, {"what": "change_text", "before": {"subject": null}}, "…"]}
  times "\"change_text\"" 2

# A text has its bounds and a message its name
each $field $bad in [["subject", "Hello\r\nBcc: all@example.com"], ["subject", "{{é*121}}"], ["subject", "{stars} stars"],
  ["opening", "{{é*601}}"], ["opening", 7]]: PUT /api/v1/texts/en/request {"$field": "$bad"} -> 422 {"error": "invalid_$field"}
GET /api/v1/texts/tlh/request -> 422 invalid_language shows "ar"
PUT /api/v1/texts/tlh/request {} -> 422 invalid_language
POST /api/v1/texts/tlh/request/preview {} -> 422 invalid_language
GET /api/v1/texts/en/birthday -> 422 invalid_occasion shows "reminder_3"
PUT /api/v1/texts/en/birthday {} -> 422 invalid_occasion
POST /api/v1/texts/en/birthday/preview {} -> 422 invalid_occasion
each $field $bad in [["subject", "Hi"], ["opening", "No shop"], ["opening", "{shop}{{花*110}}"]]:
  PUT /api/v1/texts/en/sms {"$field": "$bad"} -> 422
PUT /api/v1/texts/en/sms {"opening": "{shop} asks, {name}:"} -> 200
POST /api/v1/texts/en/sms/preview {} -> 200
  {"text": "Fern & Oak asks, Jane: http://shop.example/r/…STOP to end.", "segments": 1, "html": null}
POST /beacon/customers {"first_name": "Max", "phone": "+491711234567"} -> 200
POST /beacon/asks {"phone": "+491711234567"} -> 200
+0s mail +491711234567 sms shows "Fern & Oak asks, Max: http://shop.example/r/…STOP to end."

# A message is previewed, and the modes have separate words
PUT /api/v1/texts/en/request {"opening": "About the {product}"} -> 200
POST /api/v1/texts/en/request/preview {"subject": "{product}?"} -> 200 {"subject": "Example product?"}
ask {"product_ids": ["$tray"], "skip_email": true}
POST /api/v1/texts/en/request/preview {"subject": "{product}?"} -> 200 {"subject": "Oak tray?"} shows "About the Oak tray"
GET /api/v1/texts/en/request -> 200 {"own": {"subject": null}}
fern_test GET /api/v1/texts/en/request -> 200 {"own": {"opening": null}}
