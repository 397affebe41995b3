# Own words lead to the shop's own hosts alone
each $field $text in [["subject", "Pay at https://pay.evil.example"], ["subject", "Call 0171 234 56 78"],
  ["opening", "Write to help@evil.example, {name}"], ["opening", "{shop}.com"]]:
  PUT /api/v1/texts/en/request {"$field": "$text"} -> 422 {"error": "invalid_$field"} shows "set one of these first"
mara FORM /console/words/en/request subject="Pay at https://pay.evil.example" -> 422 shows "Please remove phone numbers"
mara FORM /console/words/en/request opening="{shop}.com" -> 422 shows "Please remove phone numbers"
each $name in ["Fern.shop", "Fern +49 171 2345678"]: PUT /api/v1/settings {"shop_name": "$name"} -> 422 invalid_shop_name
mara FORM /console/settings/look shop_name=Fern.shop shop_address="1 Example Street" -> 422 shows "Please remove phone numbers"
// Words may name the shop's own hosts, also in the call that sets these hosts.
PUT /api/v1/settings {"shop_name": "Fern.shop", "contact_url": "https://fern.shop/help"} -> 200
PUT /api/v1/texts/en/request {"subject": "A word, {name}?",
  "opening": "Questions? help@fern.shop or www.fern.shop/faq/12345678"} -> 200
ask {"product_ids": ["$mug"], "delay_days": 0}
+0s mail jane@example.com "…" from "…Fern.shop…" shows "help@fern.shop" "/faq/12345678"
// Stored words are left out when no setting names their host any more, and the name loses its end.
PUT /api/v1/settings {"contact_url": null} -> 200
ask {"email": "june@example.com", "product_ids": ["$mug"], "delay_days": 0}
+0s mail june@example.com "…" from "…Fern shop…" lacks "fern.shop" "Fern.shop"

# A reader reports a published review to the shop
PUT /api/v1/settings {"owner_email": "owner@fernandoak.example", "public_display": true} -> 200
review rating=1 text="Fake <b>mug</b>." as review
anyone GET /p/fern/$mug.html -> 200 shows "/review/report?…$review\""
anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"report_url": "…/review/report?shop=fern&review=$review"}]}
anyone GET /review/report?shop=fern&review=$review -> 200 shows "Fake &#60;b&#62;mug" "value=\"personal_data\""
FORM /review/report @x-forwarded-for=192.0.2.1 shop=fern review=$review reason=too_few_stars words= -> 422
each $other in ["7", "x"]: FORM /review/report @x-forwarded-for=192.0.2.1 shop=fern review=$other reason=fake words= -> 404
FORM /review/report @x-forwarded-for=192.0.2.1 shop=fern review=$review reason=fake
  words="  I know <i>her</i>.\r\nAsk me.  " -> 200 shows "has your report"
mara GET /console/reviews/$review -> 200 shows "Reported by a reader" "Not genuine" "I know &#60;i&#62;her&#60;/i&#62;."
+1d mail owner@fernandoak.example "A reader reported a review for Fern & Oak" shows "%2Fconsole%2Freviews%2F$review"
each $told in ["owner", "mara"]: mail $told@fernandoak.example "A review for Fern & Oak"
// Five reports an hour are accepted from a network, and twenty a day for the shop.
each $n in 1..6: FORM /review/report @x-forwarded-for=198.51.100.$n shop=fern review=$review reason=other words= -> 200
FORM /review/report @x-forwarded-for=198.51.100.6 shop=fern review=$review reason=other words= -> 429
each $n in 1..16: FORM /review/report @x-forwarded-for=203.0.$n.1 shop=fern review=$review reason=other words= -> 200
FORM /review/report @x-forwarded-for=203.0.16.1 shop=fern review=$review reason=other words= -> 429
+1d mail owner@fernandoak.example "…"
// The reader's words are erased with the author's data; the report itself stays.
POST /api/v1/privacy/erase {"email": "jane@example.com", "reviews": "anonymise"} -> 202
+1h jo signs in as owner
jo GET /console/reviews/$review -> 200 shows "Reported by a reader" lacks "I know"
// A withheld review cannot be reported.
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
FORM /review/report @x-forwarded-for=192.0.2.9 shop=fern review=$review reason=fake words= -> 404

# The emails of a new shop wait for a postal address
PUT /api/v1/settings {"shop_address": null} -> 200
operator {"create_shop": {"shop": "moss", "shop_name": "Moss"}} -> {"created": true}
operator {"create_key": {"shop": "moss", "scopes": ["requests:read", "requests:write", "settings:read", "settings:write", "members:manage"]}}
  -> {"api_key": "$moss"}
POST /api/v1/review-requests/send {"email": "june@example.com", "delay_days": 0} @authorization="Bearer $moss" -> 201
  {"request_id": "$waits"}
ask {"delay_days": 0}
+1d mail jane@example.com "…"
operator {"why": {"shop": "moss", "request": "$waits"}} -> {"requests": [{"cause": "no_address", "summary": "…waits for a postal address…"}]}
POST /api/v1/members {"email": "mo@moss.example", "role": "owner"} @authorization="Bearer $moss" -> 201
+0s mail mo@moss.example "…"
mo FORM /console/sign-in/ask email=mo@moss.example -> 303
+0s mail mo@moss.example "Sign in to…"
mo FORM /console/sign-in/link k=$k -> 303 /console/shops
mo FORM /console/shops/choose shop=moss.live -> 303 /console
mo GET /console/today -> 200 shows "Your emails wait for a postal address" "<b>Say where you are</b>"
PUT /api/v1/settings {"shop_address": "1 Hill", "country": "DE", "privacy_url": "https://moss.example/privacy"}
  @authorization="Bearer $moss" -> 200
+4h mail june@example.com "…" shows "1 Hill"
mo GET /console/today -> 200 shows "<s>Say where you are</s>"

# An erased reader's report stays without the reader's words, and only the other reader learns the decision
PUT /api/v1/settings {"owner_email": "owner@fernandoak.example", "public_display": true} -> 200
review rating=5 text=Lovely. as review
FORM /review/report @x-forwarded-for=192.0.2.1 shop=fern review=$review reason=unlawful words="I know her." email=Rita@example.com -> 200
FORM /review/report @x-forwarded-for=192.0.3.1 shop=fern review=$review reason=fake words="I know her." email=rolf@example.com -> 200
+7m each $name in ["Rita", "rolf"]: mail $name@example.com "…"
mail owner@fernandoak.example "A reader reported …"
POST /api/v1/privacy/erase {"email": "rita@example.com"} -> 202
+2m mara GET /console/reviews/$review -> 200 times "Reported by a reader" 2 times "I know her." 1
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
+7m mail rolf@example.com "The decision of Fern & Oak about your report"
mail jane@example.com "…"
no mail
