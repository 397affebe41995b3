# A page has as many reviews as it is asked for
each $n in 1..6: POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,created_at\n$mug,$n,Number $n.,$n.1.2025\n" -> 201
+0s anyone GET /p/fern/$mug.json?limit=2 -> 200 {"pages": 3, "rating": {"count": 5}, "reviews": [{"rating": 5}, {"rating": 4}]}
anyone GET /p/fern/$mug/3.json?limit=2 -> 200 {"pages": 3, "rating": {"count": 5}, "reviews": [{"rating": 1}]}
anyone GET /p/fern/$mug.json?limit=25 -> 200 {"pages": 1, "reviews": [{"rating": 5}, {"rating": 4}, {"rating": 3}, {"rating": 2}, {"rating": 1}]}
each $bad in ["limit=0", "limit=26", "limit=02", "limit=x", "photos=yes"]: anyone GET /p/fern/$mug.json?$bad -> 404 not_found
anyone GET /p/fern/$mug.html?limit=2&photos=true -> 200 shows "/p/fern/$mug.html?stars=5&#38;photos=true&#38;limit=2\""
anyone GET /p/fern/$mug.html?photos=true&stars=2 -> 200 shows "No reviews like that" "All reviews"

# Texts come in the language that is asked for, or the shop's
ask {"product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Fine. @accept-language="fr-CA,fr;q=0.9" -> 303
jump 1m anyone GET /p/fern/$mug.json -> 200 {"labels": "$absent", "reviews": [{"language": "fr"}]}
each $asked $lang $stars $reviews in [
  ["de", "de", "{average} von 5", {"one": "{n} Bewertung", "other": "{n} Bewertungen"}],
  ["de_AT", "de", "{average} von 5", {"one": "{n} Bewertung", "other": "{n} Bewertungen"}],
  ["x-none", "en", "{average} out of 5", {"one": "{n} review", "other": "{n} reviews"}],
  ["ja", "ja", "5点満点中{average}点", {"other": "レビュー{n}件"}]]:
  anyone GET /p/fern/$mug.json?lang=$asked -> 200 {"labels": {"lang": "$lang", "stars": "$stars", "reviews": "$reviews"}}
anyone GET /p/fern/$mug.json?lang=en -> 200 {"labels": {"filter": "{stars} ★: {n}", "showing": "Showing {shown} of {n}",
  "claimed": "Purchase confirmed by {system}", "photo": "Photo {n} of {total}", "reply": "Reply from Fern & Oak",
  "trust": "How Fern & Oak publishes reviews"}}
PUT /api/v1/settings {"language": "nl"} -> 200
jump 1m each $asked $lang in [["x-none", "nl"], ["pl", "pl"]]:
  anyone GET /p/fern/$mug.json?lang=$asked -> 200 {"labels": {"lang": "$lang"}}

# One call has the ratings of all products, made once a minute and kept by caches for five; the shop's first are there at once
anyone GET /p/fern/ratings.json -> 200 exactly {}
each $stars in [4, 5]: review rating=$stars
review {"product_ids": ["$tray"]} rating=2
review {"product_ids": []} rating=5
anyone GET /p/fern/ratings.json -> 200 exactly {"$mug": [4.5, 2, 0, 1795154400], "$tray": [2.0, 1, 0, 1795154400]}
  header cache-control "public, max-age=300, stale-while-revalidate=60, stale-if-error=600"
GET /api/v1/reviews?product_id=$tray -> 200 {"reviews": [{"id": "$review"}]}
PATCH /api/v1/reviews/$review/reject -> 200
anyone GET /p/fern/ratings.json -> 200 exactly {"$mug": [4.5, 2, "…"], "$tray": [2.0, 1, "…"]}
jump 1m anyone GET /p/fern/ratings.json -> 200 exactly {"$mug": [4.5, 2, 0, 1795154400]}
anyone GET /p/moss/ratings.json -> 404 not_found

# The same call says when each product's published reviews last changed, also if the numbers stay
review rating=4 text=Fine. as first
jump 5m anyone GET /p/fern/ratings.json -> 200 exactly {"$mug": [4.0, 1, 0, 1795154400]}
PUT /api/v1/reviews/$first/reply {"text": "Thanks!"} -> 200
jump 5m anyone GET /p/fern/ratings.json -> 200 exactly {"$mug": [4.0, 1, 0, 1795154700]}
FORM /review/hub/review rating=4 text="Very fine." -> 303
jump 5m anyone GET /p/fern/ratings.json -> 200 exactly {"$mug": [4.0, 1, 0, 1795155000]}
jump 5m anyone GET /p/fern/ratings.json -> 200 exactly {"$mug": [4.0, 1, 0, 1795155000]}

# An answer is made once a minute
review rating=5 text=Fine.
jump 1m anyone GET /p/fern/$mug.json -> 200 header etag "$etag" is "$json"
anyone GET /p/fern/$mug.html -> 200 is "$html"
anyone GET /p/fern/$mug.jsonld -> 200 is "$ld"
costs …
each $rest $same in [[".json?", "$json"], [".html", "$html"], [".jsonld", "$ld"]]:
  anyone GET /p/fern/$mug$rest -> 200 is "$same"
costs
anyone GET /p/fern/$mug.json?lang=de -> 200 shows "von 5" {"reviews": [{"id": "$review"}]}
anyone GET /p/fern/$mug.json?lang=en -> 200 lacks "von 5"
PATCH /api/v1/reviews/$review/reject -> 200
jump 1m anyone GET /p/fern/$mug.json -> 200 {"reviews": []}
