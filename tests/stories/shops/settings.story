# Settings start with those of the set-up and are the tenant's own
GET /api/v1/settings -> 200 exactly {"shop_name": "Fern & Oak", "shop_address": "1 Example Street", "color": null,
  "logo_url": null, "language": null, "reminder_days": [3, 7, 14], "default_reminders": 0, "send_window": null,
  "messages_a_month": null, "moderation": "publish", "public_display": true, "incentives": null, "saved_replies": null, "facts": null,
  "reply_to": null, "sender": null, "contact_url": null, "privacy_url": null, "storefront_url": null,
  "ai_questions": true, "owner_email": null, "paused_until": null, "ask_once": "integrations", "country": null,
  "keep_months": null, "operator_pause": null}
HEAD /api/v1/settings -> 200
PUT /api/v1/settings {"color": "#224466"} -> 200
moss PUT /api/v1/settings {"shop_name": "Moss", "color": "#ff0000"} -> 200
GET /api/v1/settings -> 200 {"shop_name": "Fern & Oak", "color": "#224466"}
moss GET /api/v1/settings -> 200 {"shop_name": "Moss", "color": "#ff0000"}

# A fact has a question and two to five answers; ids follow from the words unless they are given, and are never another's
PUT /api/v1/settings {"facts": [{"question": " Fit? ", "answers": [{"text": "Small"}, {"id": "l", "text": "Large"}], "label": "Shoes"}]} -> 200
  {"facts": [{"id": "$fit", "question": "Fit?", "answers": [{"id": "$small", "text": "Small"}, {"id": "l", "text": "Large"}],
    "label": "shoes"}]}
PUT /api/v1/settings {"facts": [{"id": "$fit", "question": "The fit", "answers": [{"id": "$small", "text": "Tight"}, {"text": "Small"}]},
  {"question": "Fit?", "answers": [{"text": "Small"}, {"text": "Large"}]}]} -> 200
  {"facts": [{"id": "$fit", "answers": [{"id": "$small", "text": "Tight"}, {"id": "$other", "text": "Small"}], "label": "$absent"},
    {"id": "$another", "answers": [{"id": "$small", "text": "Small"}, {"text": "Large"}]}]}
each $question $answers in [["", [{"text": "a"}, {"text": "b"}]], ["{{q*61}}", [{"text": "a"}, {"text": "b"}]],
    ["Fit?", [{"text": "a"}]], ["Fit?", [{"text": "a"}, {"text": "a"}]], ["Fit?", [{"text": "a"}, {"text": "{{b*25}}"}]],
    ["Fit?", [{"text": "a"}, {"id": "B", "text": "b"}]], ["Fit?", [1, 2, 3, 4, 5, 6]], ["Fit?", "a"]]:
  PUT /api/v1/settings {"facts": [{"question": "$question", "answers": "$answers"}]} -> 422 invalid_facts
each $facts in [[], "fit", [1], [{"question": "Fit?"}]]: PUT /api/v1/settings {"facts": "$facts"} -> 422 invalid_facts
PUT /api/v1/settings {"facts": [{"question": "Fit?", "answers": [{"text": "a"}, {"text": "b"}], "label": "a"},
  {"question": "Fit?", "answers": [{"text": "a"}, {"text": "b"}], "label": "b"}]} -> 200
PUT /api/v1/settings {"facts": [{"question": "Fit?", "answers": [{"text": "a"}, {"text": "b"}], "label": "a"},
  {"question": "Fit?", "answers": [{"text": "a"}, {"text": "b"}], "label": "a"}]} -> 422 invalid_facts
PUT /api/v1/settings {"facts": [{"question": "Fit?", "answers": [{"text": "a"}, {"text": "b"}], "label": "a"},
  {"id": "7", "question": "Fit?", "answers": [{"text": "a"}, {"text": "b"}], "label": "b"},
  {"id": "7", "question": "Fit?", "answers": [{"text": "a"}, {"text": "c"}], "label": "c"}]} -> 422 invalid_facts shows "same `id`"

# Given settings change, and omitted ones stay
PUT /api/v1/settings {"shop_name": " Fern ", "shop_address": "2 Example Street", "color": "#AA3300",
  "logo_url": "https://cdn.example/sign.svg", "language": "de", "reminder_days": [1, 2, 60], "default_reminders": 3,
  "send_window": {"from": "22:00", "to": "06:00", "days": ["friday", "monday"], "time_zone": "asia/kathmandu"},
  "messages_a_month": 100, "moderation": "hold", "public_display": false,
  "incentives": " A coupon of 5 % for any review. ",
  "saved_replies": [" Thank you, {name}!\r\n{shop} ", "Glad you like the {product}."],
  "reply_to": " Help@Fern.Example ", "contact_url": "https://fern.example/contact",
  "privacy_url": "https://fern.example/privacy?a=b&c=d", "storefront_url": "https://Fern.Example/",
  "ai_questions": false, "owner_email": " owner@fern.example ", "paused_until": "2026-12-01T09:30:00+02:00",
  "ask_once": "never", "country": "DE", "keep_months": 120, "operator_pause": 7, "unknown": 1} -> 200
  exactly {"shop_name": "Fern", "shop_address": "2 Example Street", "color": "#aa3300",
  "logo_url": "https://cdn.example/sign.svg", "language": "de", "reminder_days": [1, 2, 60], "default_reminders": 3,
  "send_window": {"from": "22:00", "to": "06:00", "days": ["monday", "friday"], "time_zone": "Asia/Kathmandu"},
  "messages_a_month": 100, "moderation": "hold", "public_display": false,
  "incentives": "A coupon of 5 % for any review.",
  "saved_replies": ["Thank you, {name}!\n{shop}", "Glad you like the {product}."], "facts": null,
  "reply_to": "Help@Fern.Example", "sender": null, "contact_url": "https://fern.example/contact",
  "privacy_url": "https://fern.example/privacy?a=b&c=d", "storefront_url": "https://fern.example",
  "ai_questions": false, "owner_email": "owner@fern.example", "paused_until": "2026-12-01T07:30:00Z",
  "ask_once": "never", "country": "DE", "keep_months": 120, "operator_pause": null} is "$saved"
PUT /api/v1/settings {} -> 200 is "$saved"
PUT /api/v1/settings {"color": null, "reminder_days": null, "send_window": null} -> 200 {"color": null,
  "reminder_days": [3, 7, 14], "send_window": null, "shop_name": "Fern", "logo_url": "https://cdn.example/sign.svg"}
PUT /api/v1/settings {"shop_address": null, "logo_url": null, "language": null, "default_reminders": null,
  "messages_a_month": null, "incentives": null, "saved_replies": null, "reply_to": null, "contact_url": null,
  "privacy_url": null, "storefront_url": null, "owner_email": null, "paused_until": null, "country": null,
  "keep_months": null} -> 200 {"shop_address": null, "logo_url": null, "language": null, "default_reminders": 0,
  "messages_a_month": null, "incentives": null, "saved_replies": null, "reply_to": null, "contact_url": null,
  "privacy_url": null, "storefront_url": null, "owner_email": null, "paused_until": null, "country": null,
  "keep_months": null, "ai_questions": false, "ask_once": "never"} is "$cleared"
GET /api/v1/settings -> 200 is "$cleared"

# Each wrong field is named and nothing changes, valid fields beside it neither
GET /api/v1/settings -> 200 is "$before"
each $field $bad in [["shop_name", null], ["shop_name", " "], ["shop_name", 7], ["shop_name", "{{a*301}}"],
  ["shop_name", "a\nb"], ["shop_name", "\u200b\u3164"], ["shop_address", ""], ["shop_address", 7],
  ["shop_address", "{{a*301}}"], ["shop_address", "a\nb"], ["color", "red"], ["color", 0], ["logo_url", ""],
  ["logo_url", "http://cdn.example/a.png"], ["logo_url", 7], ["reply_to", ""], ["reply_to", "help"],
  ["reply_to", "a@b.example, c@d.example"], ["reply_to", "Fern <a@b.example>"], ["contact_url", ""],
  ["contact_url", "mailto:a@b.example"], ["contact_url", 7], ["privacy_url", "javascript:alert(1)"], ["privacy_url", []],
  ["storefront_url", ""], ["storefront_url", "https://fern.myshopify.com"], ["storefront_url", 7], ["ai_questions", null],
  ["ai_questions", "false"], ["ai_questions", 0], ["paused_until", "tomorrow"], ["paused_until", 1796000000],
  ["language", ""], ["language", "tlh"], ["language", "de-AT"], ["language", "DE"], ["language", "en-"], ["language", " es"],
  ["language", 7], ["send_window", {}], ["send_window", "09:00-18:00"],
  ["send_window", {"from": "09:00", "to": "24:00", "time_zone": "UTC"}],
  ["send_window", {"from": 9, "to": 18, "time_zone": "UTC"}],
  ["send_window", {"from": "09:00", "to": "18:00", "time_zone": "UTC", "days": "monday"}], ["messages_a_month", 101],
  ["messages_a_month", true], ["incentives", " "], ["incentives", ["a"]], ["incentives", "{{a*301}}"],
  ["incentives", "a\nb"], ["saved_replies", []], ["saved_replies", "Thanks."], ["saved_replies", [7]],
  ["saved_replies", ["Thanks.", " "]], ["saved_replies", ["{days}"]], ["saved_replies", ["{nam}"]],
  ["saved_replies", ["{{n*501}}"]], ["saved_replies", ["1", "2", "3", "4", "5", "6"]], ["default_reminders", 4],
  ["default_reminders", "2"], ["default_reminders", [1]], ["keep_months", 5], ["keep_months", 121], ["keep_months", 6.5],
  ["keep_months", "12"], ["keep_months", true], ["ask_once", null], ["ask_once", "always"], ["ask_once", 1],
  ["reminder_days", [1, 2]], ["reminder_days", [3, 2, 1]], ["reminder_days", [1, 2, 257]], ["reminder_days", "3"]]:
  PUT /api/v1/settings {"color": "#000000", "shop_name": "Changed", "$field": "$bad"} -> 422 {"error": "invalid_$field"}
GET /api/v1/settings -> 200 is "$before"
// The words about an address name no other field.
each $field in ["reply_to", "owner_email"]: PUT /api/v1/settings {"$field": "help"} -> 422
  {"message": "An email address must be one address, such as jane@example.com."}

# Emails and pages show the name that is given, and phone numbers without a code are of the shop's country
ask {"delay_days": 0}
PUT /api/v1/settings {"shop_name": "Fern, Oak & Moss", "shop_address": "2 Example Street"} -> 200
+0s mail jane@example.com "…" from "…Fern, Oak & Moss…" shows "2 Example Street"
anyone GET $hub -> 200 shows "Fern, Oak &#38; Moss"
POST /beacon/customers {"first_name": "Jane", "phone": "0171 1234567"} -> 422 shows "`country`"
PUT /api/v1/settings {"country": "de"} -> 422
PUT /api/v1/settings {"country": "DE"} -> 200
POST /beacon/customers {"first_name": "Jane", "phone": "0171 1234567"} -> 200 shows "+491711234567"

# Pages wear the shop's color and its sign, and load nothing else
ask {"delay_days": 0, "product_ids": ["$mug"]}
anyone GET $hub -> 200 lacks "sign.example" between "<link rel=\"stylesheet\" href=\"" "\"" $plain
PUT /api/v1/settings {"color": "#AA3300", "logo_url": "https://sign.example/a.svg?b=1&c=2",
  "shop_address": "Fern & Oak, 12 Mill Lane"} -> 200
anyone GET $hub -> 200 between "<link rel=\"stylesheet\" href=\"" "\"" $colored
each $page in ["$hub", "/review/hub/chat?token=$token&item=0"]:
  anyone GET $page -> 200 header content-security-policy "…img-src… https://sign.example…"
    shows ".css?color=aa3300\"" "<img src=\"https://sign.example/a.svg?b=1&#38;c=2\" alt=\"\""
// The name stands there once.
+0s mail jane@example.com "…" lacks "#1f5f4c" shows "#aa3300…#aa3300…#aa3300"
  "<img src=\"https://sign.example/a.svg?b=1&#38;c=2\"" "\nFern & Oak\n12 Mill Lane\n"
anyone GET $colored -> 200 shows "--accent:#aa3300;" header content-type "text/css…" header cache-control "…immutable"
// An invalid color changes nothing: the stylesheet is the usual one, and contains nothing from the URL.
anyone GET $plain -> 200 is "$usual"
each $bad in ["red", "aa330", "%7D*%7Bcolor:red", "aa33000", "%23aa330"]: anyone GET $plain?color=$bad -> 200 is "$usual"
+91d anyone GET $hub -> 410 shows "$colored\""
