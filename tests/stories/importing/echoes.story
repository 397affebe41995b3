# Nobody is asked about a product that they reviewed elsewhere
woocommerce connects
POST /api/v1/imports?format=judgeme&platform=woocommerce @content-type=text/csv
  raw="body,rating,review_date,reviewer_email,product_id\nFine.,4,2025-03-02,Jane@example.com,93\n" -> 201 {"id": "$import"}
+0s
GET /api/v1/imports/$import/report.csv -> 200 shows "\r\ntotal,,,,,judgeme,1,"
woocommerce says order -> ignored asked_before
woocommerce says order {"id": "800", "system_id": "800", "lines": [
  {"id": "1", "catalog_item_id": "woo-93", "title": "Ware", "unit_price": 2400},
  {"id": "2", "catalog_item_id": "woo-95", "title": "Ware", "unit_price": 2400}]} -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["woo-95"]}]}
+8d
mail jane@example.com "…"
no mail
