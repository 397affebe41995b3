# Nobody is asked about a product that they reviewed elsewhere
woocommerce connects
POST /api/v1/imports?format=judgeme&platform=woocommerce @content-type=text/csv
  raw="body,rating,review_date,reviewer_email,product_id\nFine.,4,2025-03-02,Jane@example.com,93\n" -> 201 {"id": "$import"}
+0s
GET /api/v1/imports/$import/report.csv -> 200 shows "\r\ntotal,,,,,judgeme,1,"
woocommerce says order.updated -> ignored asked_before
woocommerce says order.updated {"id": 800, "number": "800", "line_items": [
  {"id": 93, "name": "Ware", "product_id": 93, "quantity": 1, "price": 24},
  {"id": 95, "name": "Ware", "product_id": 95, "quantity": 1, "price": 24}]} -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["woo-95"]}]}
+8d
mail jane@example.com "…"
no mail
