# The day of delivery is shown as a month
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "delivered_at": "2026-11-19T00:30:00+01:00",
  "lines": [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]} -> 200 {"delivered_at": "2026-11-18T23:30:00Z"}
review {"order_id": "A"} rating=5 text=Lovely. display_name=Jane
// The day in UTC.
jump 1m GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "experienced_at": "2026-11-18"}]}
each $language $marks in [["en", ["Verified purchase", "Received in November 2026"]],
  ["de", ["Bestätigter Kauf", "Erhalten im November 2026"]], ["pl", ["Potwierdzony zakup", "Otrzymano: listopad 2026"]],
  ["es", ["Compra verificada", "Recibido en noviembre de 2026"]], ["ja", ["購入確認済み", "2026年11月に受け取り"]]]:
  anyone GET /p/fern/$mug.json?lang=$language -> 200 {"reviews": [{"experienced_at": "2026-11-18", "marks": "$marks"}]}
// Unless a language is asked for, there are no texts.
anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"marks": "$absent"}]}
anyone GET /p/fern/$mug.html -> 200 shows "&nbsp;· <span class=\"afterword-experienced\">Received in November 2026</span>&nbsp;· "
GET /api/v1/reviews.csv -> 200 shows ",2026-11-18,,,\r\n"
GET /api/v1/reviews.jsonl -> 200 shows "\"experienced_at\":\"2026-11-18\""
mara GET /console/reviews/$review -> 200 shows " · date of experience: November 2026"
// What the order does not prove any more, it does not date either.
PUT /api/v1/orders/A {"status": "refunded", "currency": "EUR",
  "lines": [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]} -> 200
GET /api/v1/reviews -> 200 {"reviews": [{"experienced_at": null}]}
jump 1m anyone GET /p/fern/$mug.html -> 200 lacks "Received in"

# The day that a file gives need not be a delivery's
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,created_at,experienced_at\n$mug,5,2025-03-04,2025-02-20\n" -> 201
+0s anyone GET /p/fern/$mug.json?lang=en -> 200 {"reviews": [{"experienced_at": "2025-02-20", "imported": true,
  "marks": ["Date of experience: February 2025", "Written elsewhere"]}]}

# A request may say the day itself
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "delivered_at": "2026-11-18T12:00:00Z",
  "lines": [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]} -> 200
ask {"email": "a@example.com", "product_ids": ["$mug"], "order_id": "A", "skip_email": true, "experienced_at": "2026-10-31"}
GET /api/v1/review-requests/$id -> 200 {"experienced_at": "2026-10-31"}
FORM /review/hub/review rating=5 text=Lovely. -> 303
jump 1s
ask {"email": "b@example.com", "product_ids": ["$mug"], "order_id": "A", "skip_email": true, "experienced_at": "2026-11-20"}
GET /api/v1/review-requests/$id -> 200 {"experienced_at": "2026-11-20"}
FORM /review/hub/review rating=5 text=Lovely. -> 303
jump 1s
// Not before that day, and then the order counts.
ask {"email": "c@example.com", "product_ids": ["$mug"], "order_id": "A", "skip_email": true, "experienced_at": "2026-11-21"}
GET /api/v1/review-requests/$id -> 200 {"experienced_at": "2026-11-21"}
FORM /review/hub/review rating=5 text=Lovely. -> 303
jump 1s ask {"email": "d@example.com", "product_ids": ["$mug"], "order_id": "A", "skip_email": true, "experienced_at": ""}
GET /api/v1/review-requests/$id -> 200 {"experienced_at": null}
FORM /review/hub/review rating=5 text=Lovely. -> 303
GET /api/v1/reviews?sort=oldest -> 200 {"reviews": [{"experienced_at": "2026-10-31"}, {"experienced_at": "2026-11-20"},
  {"experienced_at": "2026-11-18"}, {"experienced_at": "2026-11-18"}]}
each $wrong in ["yesterday", "2026-11-20T06:00:00Z", "2026-02-30", 20261120]:
  POST /api/v1/review-requests/send {"email": "jane@example.com", "experienced_at": "$wrong"} -> 422 invalid_experienced_at

# An order that proves no purchase has no day, and neither has the future
each $n $delivered $status $paid $lines in [
  [1, null, "delivered", null, [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]],
  [2, "2026-11-20T06:10:00Z", "delivered", null, [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]],
  [3, "2026-11-18T12:00:00Z", "delivered", false, [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]],
  [4, "2026-11-18T12:00:00Z", "cancelled", null, [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]],
  [5, "2026-11-18T12:00:00Z", "delivered", null, []]]:
  PUT /api/v1/orders/$n {"status": "$status", "currency": "EUR", "delivered_at": "$delivered", "paid": "$paid", "lines": "$lines"} -> 200
each $order in ["1", "2", "3", "4", "5"]: review {"order_id": "$order"} rating=5 text=Lovely.
jump 20m GET /api/v1/reviews -> 200 {"reviews": [{"experienced_at": null}, {"experienced_at": null}, {"experienced_at": null},
  {"experienced_at": null}, {"experienced_at": null}]}
anyone GET /p/fern/$mug.html -> 200 lacks "Received in"
