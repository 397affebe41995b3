# Readers see bars from five answers on, and each review's answers in the shop's present words
PUT /api/v1/settings {"facts": [
  {"id": "fit", "question": "How does it fit?", "answers": [
    {"id": "s", "text": "Small"}, {"id": "m", "text": "True to size"}, {"id": "l", "text": "Large"}]},
  {"id": "gift", "question": "A gift?", "answers": [{"id": "n", "text": "No"}, {"id": "y", "text": "Yes"}]}]} -> 200
review {"product_ids": ["$mug"]} rating=4 text=Fine. fact_0=fit:s fact_1=gift:y as a
jump 1s review {"product_ids": ["$mug"]} rating=4 text=Fine. fact_0=fit:s fact_1=gift:y as b
jump 1s review {"product_ids": ["$mug"]} rating=4 text=Fine. fact_0=fit:m fact_1=gift:y as c
jump 1s review {"product_ids": ["$mug"]} rating=4 text=Fine. fact_0=fit:l fact_1=gift:y as d
jump 1m anyone GET /p/fern/$mug.json -> 200 {"facts": [], "reviews": [
  {"id": "$d", "facts": {"How does it fit?": "Large", "A gift?": "Yes"}}, {}, {}, {}]}
review {"product_ids": ["$mug"]} rating=4 text=Fine. fact_0=fit:s as e
jump 1m anyone GET /p/fern/$mug.json?lang=en -> 200 {"labels": {"of": "of {n}"}, "facts": [
  {"question": "How does it fit?", "count": 5, "answers": [{"text": "Small", "count": 3},
    {"text": "True to size", "count": 1}, {"text": "Large", "count": 1}], "middle": 0.3}]}
anyone GET /p/fern/$mug.html -> 200 shows "How does it fit?" "of 5" "Small: 3, True to size: 1, Large: 1" lacks "A gift?…of 4"
anyone GET /p/fern/$mug.jsonld -> 200 lacks "Small"
anyone GET /p/fern/@all.json -> 200 {"facts": []}
// Whoever waits, or is not shown, is not counted, and what waits is not shown.
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"product_ids": ["$mug"]} rating=1 text=Bad. fact_0=fit:l as waiting
FORM /review/hub/review rating=4 text=Fine. fact_0=fit:m -> 303
jump 1m anyone GET /p/fern/$mug.json -> 200 {"facts": [{"count": 5}]}
PATCH /api/v1/reviews/$waiting/approve {} -> 200
jump 1m anyone GET /p/fern/$mug.json -> 200 {"facts": [{"count": 6, "answers": [{"count": 3}, {"count": 2}, {"count": 1}]}]}
PATCH /api/v1/reviews/$waiting/reject {} -> 200
jump 1m anyone GET /p/fern/$mug.json -> 200 {"facts": [{"count": 5, "answers": [{"count": 3}, {"count": 1}, {"count": 1}]}]}
// Other words are the same answer; one that is taken away is shown nowhere, and is in the export.
PUT /api/v1/settings {"facts": [{"id": "fit", "question": "The fit", "answers": [
  {"id": "s", "text": "Tight"}, {"id": "x", "text": "Wide"}]},
  {"id": "gift", "question": "A gift?", "answers": [{"id": "n", "text": "No"}, {"id": "y", "text": "Yes"}]}]} -> 200
jump 1m anyone GET /p/fern/$mug.json -> 200 {"facts": [], "reviews": [{"id": "$e", "facts": {"The fit": "Tight"}},
  {"id": "$d", "facts": {"The fit": "$absent", "How does it fit?": "$absent", "A gift?": "Yes"}}, {}, {}, {}]}
GET /api/v1/reviews/$d -> 200 {"facts": {"How does it fit?": "Large", "A gift?": "Yes"}}
GET /api/v1/reviews.csv -> 200 shows "How does it fit?: Large"

# Products of a group count together
PUT /api/v1/settings {"facts": [{"id": "gift", "question": "A gift?", "answers": [
  {"id": "n", "text": "No"}, {"id": "y", "text": "Yes"}]}]} -> 200
PUT /api/v1/products/woo-1 {"title": "Red"} -> 200
PUT /api/v1/products/woo-2 {"title": "Blue", "of": "woo-1"} -> 200
each $id $fact in [["woo-1", "n"], ["woo-1", "y"], ["woo-2", "y"], ["woo-2", "y"], ["woo-2", "n"], ["woo-2", "y"]]:
  review {"product_ids": ["$id"]} rating=4 text=Fine. fact_0=gift:$fact
jump 1m each $id in ["woo-1", "woo-2"]:
  anyone GET /p/fern/$id.json -> 200 {"facts": [{"question": "A gift?", "count": 6,
    "answers": [{"text": "No", "count": 2}, {"text": "Yes", "count": 4}], "middle": null}]}
