# A new shop gives its rules and zeros
anyone GET /trust/fern.json -> 200 exactly {"shop": "fern", "generated_at": "2026-11-20T06:00:00Z", "moderation": "publish",
  "checks": ["contact_data", "edit_of_withheld", "visitor"], "incentives": null,
  "verified": {"order": 0, "request": 0, "claimed": 0, "none": 0},
  "totals": {"submitted": 0, "published": 0, "withheld": 0, "waiting": 0, "removed": 0, "withdrawn": 0, "imported": 0,
  "from_shop": 0, "incentivized": 0}, "decided": {"median_hours": null, "longest_hours": null}, "by_star": {
  "1": {"submitted": 0, "published": 0, "withheld": 0, "removed": 0, "median_hours": null},
  "2": {"submitted": 0, "published": 0, "withheld": 0, "removed": 0, "median_hours": null},
  "3": {"submitted": 0, "published": 0, "withheld": 0, "removed": 0, "median_hours": null},
  "4": {"submitted": 0, "published": 0, "withheld": 0, "removed": 0, "median_hours": null},
  "5": {"submitted": 0, "published": 0, "withheld": 0, "removed": 0, "median_hours": null}},
  "withheld_by_reason": {"confidential": 0, "abusive": 0, "personal_data": 0, "discriminatory": 0, "misleading": 0,
  "fake": 0, "unrelated": 0, "unlawful": 0, "unspecified": 0, "earlier_system": 0}, "oldest_waiting_days": null}
  header cache-control "public, max-age=60" header access-control-allow-origin "*" header etag "$etag"
anyone GET /trust/fern.json @if-none-match="$etag" -> 304 is ""
jump 10m anyone GET /trust/fern.json -> 200 {"generated_at": "2026-11-20T06:10:00Z"}
anyone HEAD /trust/fern.json -> 200
anyone OPTIONS /trust/fern.json -> 204
// Moderation, checks and incentives are the shop's settings.
PUT /api/v1/settings {"moderation": "hold", "incentives": "Everybody gets 5 % off, whatever they write."} -> 200
jump 1m anyone GET /trust/fern.json -> 200 {"moderation": "hold", "checks": ["moderation", "edit_of_withheld", "visitor"],
  "incentives": "Everybody gets 5 % off, whatever they write."}
PUT /api/v1/settings {"public_display": false} -> 200
each $unknown in ["fern.json", "fern", "moss.json", "moss", "fern.xml", "%ff.json"]:
  anyone GET /trust/$unknown -> 404 not_found header access-control-allow-origin "*"

# Totals count every review that there ever was
review rating=5 text=Lovely.
review rating=4 text="Call 0171 2345678"
jump 1s review rating=1 text="Rude words." as rude
PATCH /api/v1/reviews/$rude/reject {"reason": "abusive"} -> 200
jump 1s review rating=2 text="About something else." as other
DELETE /api/v1/reviews/$other -> 200
review rating=3 text="I take it back."
FORM /review/hub/withdraw sure=yes -> 303
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,name,created_at\n$mug,3,Ann,2025-03-02\n" -> 201
+0s anyone GET /trust/fern.json -> 200 {"verified": {"order": 0, "request": 0, "claimed": 0, "none": 2}, "totals":
  {"submitted": 6, "published": 2, "withheld": 1, "waiting": 1, "removed": 1, "withdrawn": 1, "imported": 1}}
// Reviews that are erased with their author are removed from every count except the total.
POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202
+2m anyone GET /trust/fern.json -> 200 {"totals":
  {"submitted": 6, "published": 1, "withheld": 0, "waiting": 0, "removed": 1, "withdrawn": 1, "imported": 1}}

# Old reviews from elsewhere do not count as decided late
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,body,created_at\n1,5,a0,2019-11-01\n1,5,a1,2019-11-02\n1,5,a2,2019-11-03\n1,5,a3,2019-11-04\n1,5,a4,2019-11-05" -> 201
+0s anyone GET /trust/fern.json -> 200 {"by_star": {"5": {"submitted": 5, "published": 5, "withheld": 0, "removed": 0,
  "median_hours": null}}}
PUT /api/v1/settings {"moderation": "hold"} -> 200
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,body,created_at\n1,5,b0,2019-11-01\n1,5,b1,2019-11-02\n1,5,b2,2019-11-03\n1,5,b3,2019-11-04\n1,5,b4,2019-11-05" -> 201
+1m anyone GET /trust/fern.json -> 200 {"oldest_waiting_days": 0}
jump 1d anyone GET /trust/fern.json -> 200 {"oldest_waiting_days": 1}
// A review that was written here has waited longer than those before it in the list.
review rating=5 text=Lovely.
jump 1d
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,body,created_at\n1,5,c0,2019-11-01\n" -> 201
+0s anyone GET /trust/fern.json -> 200 {"oldest_waiting_days": 2}
GET /api/v1/reviews?status=pending -> 200 {"reviews": [{"id": "$own"}, {"id": "$e"}, {"id": "$d"}, {"id": "$c"}, {"id": "$b"},
  {"id": "$f"}, {"id": "$g"}]}
each $id in ["$b", "$c", "$d", "$e", "$f", "$g"]: PATCH /api/v1/reviews/$id/approve -> 200
jump 1m anyone GET /trust/fern.json -> 200 {"by_star": {"5": {"published": 11, "median_hours": null}}}
jump 1d
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,body,created_at\n1,5,d0,2019-11-01\n" -> 201
+0s anyone GET /trust/fern.json -> 200 {"oldest_waiting_days": 2}
PATCH /api/v1/reviews/$own/approve -> 200
jump 1m anyone GET /trust/fern.json -> 200 {"oldest_waiting_days": 0}

# The page's policy allows its style, which is stored for good
anyone GET /trust/fern -> 200 header content-security-policy "…style-src 'self'" lacks "<style"
  between "rel=\"stylesheet\" href=\".." "\"" $style
anyone GET $style -> 200 header content-type "text/css; charset=utf-8" header cache-control "public, max-age=31536000, immutable"

# The page says what is forbidden, what follows, and how to report
anyone GET /trust/fern -> 200 shows "Fake, bought and traded reviews are forbidden" "its author is told the reason"
  "may not depend on its stars" "got their money back" "<a href=\"../p/fern/@all.html\">Anybody can report a published review."

# Verified says what the shop knew of the published ones
PUT /api/v1/orders/A {"status": "fulfilled", "currency": "EUR",
  "lines": [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]} -> 200
each $order in ["A", "B", "C"]: review {"order_id": "$order"} rating=5
review rating=5
anyone GET /trust/fern.json -> 200 {"verified": {"order": 1, "request": 2, "claimed": 0, "none": 1}}

# One to four reviews of a kind are null
each $n in 1..10: POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,created_at\n$mug,1,Rude words.,$n.1.2025\n" -> 201
+0s GET /api/v1/reviews -> 200 {"reviews": [{"id": "$a"}, {"id": "$b"}, {"id": "$c"}, {"id": "$d"}, {"id": "$e"}, {"id": "$f"},
  {"id": "$g"}, {"id": "$h"}, {"id": "$i"}]}
each $id in ["$a", "$b", "$c", "$d"]: PATCH /api/v1/reviews/$id/reject {"reason": "abusive"} -> 200
anyone GET /trust/fern.json -> 200 {"by_star": {"1": {"submitted": 9, "published": 5, "withheld": null, "removed": 0}},
  "withheld_by_reason": {"abusive": null, "fake": 0}}
PATCH /api/v1/reviews/$e/reject {"reason": "abusive"} -> 200
jump 1m
anyone GET /trust/fern.json -> 200 {"by_star": {"1": {"published": null, "withheld": 5}}, "withheld_by_reason": {"abusive": 5}}
// With another reason, the review moves to another count; without a reason, a decision counts as unspecified.
PATCH /api/v1/reviews/$a/reject {"reason": "fake"} -> 200
each $id in ["$e", "$f", "$g", "$h", "$i"]: PATCH /api/v1/reviews/$id/reject {} -> 200
jump 1m
anyone GET /trust/fern.json -> 200 {"withheld_by_reason": {"abusive": null, "fake": null, "unspecified": 5, "unrelated": 0}}
each $id in ["$a", "$b", "$c", "$d", "$e", "$f", "$g", "$h", "$i"]: DELETE /api/v1/reviews/$id -> 200
jump 1m anyone GET /trust/fern.json -> 200 {"by_star": {"1": {"submitted": 9, "withheld": 0, "removed": 9}},
  "withheld_by_reason": {"unspecified": 0}}

# Median hours are how long half of the first decisions took
PUT /api/v1/settings {"moderation": "hold"} -> 200
ask {"product_ids": ["shopify-1", "shopify-2", "shopify-3", "shopify-4", "shopify-5"], "skip_email": true}
each $item in 0..5: FORM /review/hub/review item=$item rating=2 text="It leaks." -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$a"}, {"id": "$b"}, {"id": "$c"}, {"id": "$d"}, {"id": "$e"}]}
anyone GET /trust/fern.json -> 200 {"by_star": {"2": {"submitted": 5, "median_hours": null}}}
jump 2h PATCH /api/v1/reviews/$a/approve -> 200
PATCH /api/v1/reviews/$b/reject {"reason": "fake"} -> 200
jump 30h PATCH /api/v1/reviews/$c/approve -> 200
DELETE /api/v1/reviews/$d -> 200
// Of four reviews somebody could be singled out.
anyone GET /trust/fern.json -> 200 {"by_star": {"2": {"median_hours": null}}}
PATCH /api/v1/reviews/$e/approve -> 200
jump 1m
// Two decisions took less than three hours, three took 32. The median, rounded up to a step, is 36.
anyone GET /trust/fern.json -> 200 {"by_star": {"2": {"median_hours": 36}}, "decided": {"median_hours": 36, "longest_hours": 36}}
// Later decisions change nothing.
PATCH /api/v1/reviews/$b/approve -> 200
jump 1m anyone GET /trust/fern.json -> 200 {"by_star": {"2": {"median_hours": 36}}}
PUT /api/v1/settings {"moderation": "publish"} -> 200
ask {"product_ids": ["shopify-1", "shopify-2", "shopify-3", "shopify-4", "shopify-5"], "skip_email": true}
each $item in 0..5: FORM /review/hub/review item=$item rating=5 text=Lovely. -> 303
jump 1m anyone GET /trust/fern.json -> 200 {"by_star": {"2": {"median_hours": 36}, "5": {"median_hours": 0}},
  "decided": {"median_hours": 0, "longest_hours": 36}}
anyone GET /trust/fern -> 200 shows "<li><span>All</span> <span>at once</span></li>"
  "<li><span>The slowest of all</span> <span>within 36 hours</span></li>"

# The oldest waiting review's days count from its submission
PUT /api/v1/settings {"moderation": "hold"} -> 200
review rating=3 text=Fine.
jump 1s GET /api/v1/reviews -> 200 {"reviews": [{"id": "$first"}]}
anyone GET /trust/fern.json -> 200 {"oldest_waiting_days": 0}
jump 1d2h review rating=3 text="Fine, too."
jump 1d1h anyone GET /trust/fern.json -> 200 {"oldest_waiting_days": 2}
PATCH /api/v1/reviews/$first/approve -> 200
anyone GET /trust/fern.json -> 200 {"oldest_waiting_days": 1}

# The page without an extension says the same to people
PUT /api/v1/settings {"incentives": "<b>5 %</b> off", "contact_url": "https://fern.example/contact"} -> 200
ask {"product_ids": ["$mug", "$tray", "shopify-1", "shopify-2", "shopify-3", "shopify-4", "shopify-5"], "skip_email": true}
each $item in 0..6: FORM /review/hub/review item=$item rating=5 text=Lovely. -> 303
jump 1s FORM /review/hub/review item=6 rating=1 text="Rude words." -> 303 as rude
PATCH /api/v1/reviews/$rude/reject {"reason": "abusive"} -> 200
anyone GET /trust/fern -> 200 header content-type "text/html; charset=utf-8" header cache-control "public, max-age=60"
  header vary "accept-language, accept-encoding" header etag "$etag"
  shows "<h1>How <bdi>Fern &#38; Oak</bdi> publishes reviews</h1>" "&#60;b&#62;5 %&#60;/b&#62; off"
  "<th scope=\"col\">5</th><th scope=\"col\">4</th>"
  "<tr><th scope=\"row\">Submitted</th><td>6</td><td>0</td><td>0</td><td>0</td><td>1–4</td><td>7</td></tr>"
  "<tr><th scope=\"row\">Withheld</th><td>0</td><td>0</td><td>0</td><td>0</td><td>1–4</td><td>1</td></tr>"
  "<li><span>5 stars</span> <span>at once</span></li>"
  "<li><span>1 star</span> <span>fewer than five decided so far</span></li>"
  "<li><span>It insults or harasses</span> <span>1–4</span></li>"
  "<header><a href=\"https://fern.example/contact\" dir=\"auto\">Fern &#38; Oak</a></header>"
  "<a href=\"../p/fern/@all.html\">All reviews</a>"
  "No review waits for the shop. None was taken back by its author. None was written elsewhere."
  "The average is the mean of all published reviews. No review weighs" "languages and listings of one product may share their reviews"
  "A review from the address of somebody who manages this shop’s reviews is never shown; others who work for the shop may write none."
  "<li><b>Verified purchase</b> <span>none of 6</span> <span class=\"soft\">The shop’s system has a paid order"
  "<li><b>Purchase not known</b> <span>6 of 6</span> <span class=\"soft\">No order is known.</span></li>"
  "<li><b>Got something in return</b> <span>none of 6</span>"
  "<li><span>It contains personal data</span> <span>none</span></li>"
anyone GET /trust/fern @if-none-match="$etag" -> 304 header vary "accept-language, accept-encoding"
each $language $tag $says in [["de", "lang=\"de\" dir=\"ltr\"", "veröffentlicht</h1>"],
  ["fr", "lang=\"fr\" dir=\"ltr\"", "publie les avis</h1>"], ["es", "lang=\"es\" dir=\"ltr\"", "las reseñas</h1>"],
  ["ar", "lang=\"ar\" dir=\"rtl\"", "التقييمات</h1>"]]:
  anyone GET /trust/fern @accept-language=$language -> 200 shows "$tag" "$says"

# Times are sentences
PUT /api/v1/settings {"moderation": "hold"} -> 200
ask {"product_ids": ["$mug", "$tray", "shopify-1", "shopify-2", "shopify-3", "shopify-4"], "skip_email": true}
each $item in 0..6: FORM /review/hub/review item=$item rating=4 text=Fine. -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$a"}, {"id": "$b"}, {"id": "$c"}, {"id": "$d"}, {"id": "$e"}, "…"]}
anyone GET /trust/fern -> 200 shows "6 reviews wait for the shop. The oldest has waited less than a day."
jump 2d22h each $id in ["$a", "$b", "$c", "$d", "$e"]: PATCH /api/v1/reviews/$id/approve -> 200
each $language $waits $took in [["en", "1 review waits for the shop. The oldest has waited 2 days.", "within 3 days"],
  ["de", "1 Bewertung wartet auf den Shop. Die älteste wartet seit 2 Tagen.", "innerhalb von 3 Tagen"],
  ["pl", "1 opinia czeka na decyzję sklepu. Najstarsza czeka 2 dni.", "w ciągu 3 dni"],
  ["ar", "تقييم واحد ينتظر قرار المتجر. أقدمها ينتظر منذ يومين.", "خلال 3 أيام"]]:
  anyone GET /trust/fern @accept-language=$language -> 200 shows "$waits" "<span>$took</span></li>"
