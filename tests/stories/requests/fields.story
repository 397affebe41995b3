# Each wrong field of an order is refused by its own code, and nothing is stored
each $field $bad in [["status", null], ["status", "paid"], ["status", "Placed"], ["status", 1], ["status", {}],
    ["currency", null], ["currency", "EURO"], ["currency", 978], ["placed_at", "yesterday"], ["placed_at", "2026-11-20"],
    ["placed_at", "1970-01-01T00:00:00Z"], ["placed_at", 1795154400], ["delivered_at", "yesterday"], ["paid", "yes"],
    ["paid", ""], ["paid", 1], ["buyer", "jane@example.com"], ["buyer", []], ["lines", null], ["lines", {}], ["lines", [1]],
    ["lines", [null]], ["lines", [[]]], ["as_of", "now"], ["system_id", "a b"], ["system_id", ""], ["completed_at", "yesterday"],
    ["anonymised", "yes"], ["shipments", {}], ["shipments", [7]], ["language", "German!"], ["country", "de"], ["tags", "vip"],
    ["tags", [7]], ["agrees", 1], ["test", "no"], ["in_store", "no"]]:
  PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [], "$field": "$bad"} -> 422
    {"error": "invalid_$field"}
each $field $bad in [["email", null], ["email", "jane"], ["email", 7], ["name", 5], ["name", "a\nb"], ["name", "{{a*201}}"]]:
  PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": "jane@example.com",
    "$field": "$bad"}} -> 422 {"error": "invalid_buyer_$field"}
PUT /api/v1/orders/A {"status": "placed", "currency": "EUR", "lines": [], "buyer": {"email": "jane@example.com"}, "anonymised": true}
  -> 422 invalid_anonymised
each $field $bad in [["id", null], ["id", ""], ["lines", 7], ["lines", [{}]], ["left_at", "yesterday"], ["arrived_at", 7],
    ["taken_back", 1]]:
  PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [], "shipments": [{"id": "1", "$field": "$bad"}]} -> 422
    {"error": "invalid_shipment_$field"}
each $field $bad in [["catalog_item_id", 7], ["catalog_item_id", "a b"], ["title", null], ["title", ""], ["title", 7],
    ["image_url", 7], ["image_url", "mug.png"], ["url", 7], ["url", "mug.png"], ["unit_price", null], ["unit_price", -1],
    ["unit_price", "4900"], ["quantity", 0], ["quantity", "1"], ["refunded_quantity", 3], ["refunded_quantity", "1"], ["id", ""],
    ["id", 7], ["variant", 7], ["sku", "{{a*101}}"], ["gtin", "123"], ["gift_card", 1], ["ships", "no"], ["part_of", "{{a*65}}"]]:
  PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [{"title": "Oak tray", "unit_price": 4900,
    "quantity": 2, "$field": "$bad"}]} -> 422 {"error": "invalid_line_$field"}
PUT /api/v1/orders/A @content-type=application/json
    raw="{\"status\": \"placed\", \"currency\": \"EUR\", \"lines\": [{{{\"title\": \"Tray\", \"unit_price\": 1},*250}}{}]}"
    -> 422 invalid_lines
GET /api/v1/orders/A -> 404 not_found
each $field $good in [["status", "placed"], ["status", "fulfilled"], ["status", "cancelled"], ["status", "refunded"],
    ["currency", "usd"], ["placed_at", null], ["placed_at", ""], ["placed_at", "2026-11-20T07:00:00.123+01:00"],
    ["delivered_at", null], ["delivered_at", ""], ["paid", null], ["paid", false], ["buyer", null],
    ["buyer", {"email": "jane@example.com", "name": null}], ["buyer", {"email": "jane@example.com", "name": " "}],
    ["buyer", {"email": "jane@example.com", "name": "{{a*200}}"}], ["status", "pending"], ["status", "failed"], ["as_of", null],
    ["system_id", "a-7"], ["completed_at", ""], ["anonymised", true], ["shipments", null], ["language", "de_AT"], ["language", ""],
    ["country", "DE"], ["tags", ["VIP", ""]], ["agrees", true], ["test", true], ["in_store", null],
    ["shipments", [{"id": "7", "lines": [{"id": "a"}, {"id": "b", "quantity": 2}], "left_at": "2026-11-20T06:00:00Z", "arrived_at": null,
      "taken_back": false}]]]:
  PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [], "$field": "$good"} -> 200
each $field $good in [["catalog_item_id", null], ["catalog_item_id", ""], ["title", "{{a*255}}"], ["image_url", null],
    ["image_url", ""], ["url", null], ["url", ""], ["unit_price", 0], ["unit_price", 4900.0], ["quantity", null],
    ["quantity", 2.0], ["refunded_quantity", null], ["refunded_quantity", 0], ["id", "315"], ["variant", "Blue"], ["sku", ""],
    ["sku", "MUG"], ["gtin", "4006381333931"], ["gift_card", true], ["ships", false], ["part_of", "314"]]:
  PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [{"title": "Oak tray", "unit_price": 4900,
    "$field": "$good"}]} -> 200
each $lines in ["{{{\"title\": \"Tray\", \"unit_price\": 1},*249}}{\"title\": \"Tray\", \"unit_price\": 1}"]:
  PUT /api/v1/orders/A @content-type=application/json
    raw="{\"status\": \"placed\", \"currency\": \"EUR\", \"lines\": [$lines]}" -> 200

# Each wrong field of a product is refused by its own code, and nothing is stored
each $field $bad in [["title", null], ["title", ""], ["title", 7], ["image_url", "mug.png"],
    ["image_url", "http://cdn.example/mug.png"], ["url", "mug.png"], ["url", "javascript:alert(1)"], ["gtin", "40063813"],
    ["gtin", ["123"]], ["gtin", ["4006381333x31"]], ["mpn", 7], ["mpn", "{{a*101}}"], ["sku", 7], ["sku", "{{a*101}}"],
    ["brand", 7], ["brand", "{{a*101}}"], ["ask", "no"], ["ask", 0], ["ask", []], ["as_of", 0], ["published", "no"],
    ["reviews_allowed", 1], ["labels", "mugs"], ["labels", ["{{a*256}}"]]]:
  PUT /api/v1/products/shopify-1 {"title": "Candles", "$field": "$bad"} -> 422 {"error": "invalid_$field"}
PUT /api/v1/products/shopify-1 @content-type=application/json
    raw="{\"title\": \"Candles\", \"gtin\": [{{\"40063813\",*100}}\"40063813\"]}" -> 422 invalid_gtin
GET /api/v1/products/shopify-1 -> 404 not_found
each $field $good in [["title", "{{a*255}}"], ["image_url", ""], ["image_url", "https://cdn.example:8443"], ["url", ""],
    ["url", "https://cdn.example/mug.png?v=1#x"], ["gtin", ["40063813", "400638133393", "4006381333931", "14006381333938"]],
    ["mpn", ""], ["mpn", " "], ["mpn", "{{a*100}}"], ["sku", "{{a*100}}"], ["brand", "{{a*100}}"], ["ask", false],
    ["published", "never"], ["published", "no_longer"], ["published", "yes"], ["reviews_allowed", false], ["labels", null],
    ["labels", ["{{a*255}}", " "]], ["as_of", 1]]:
  PUT /api/v1/products/shopify-1 {"title": "Candles", "$field": "$good"} -> 200

# Each wrong field of a request is refused by its own code, and nothing is stored
each $field $bad in [["email", null], ["email", 7], ["email", ""], ["email", "jane"], ["email", "jane@localhost"],
    ["email", ["jane@example.com"]], ["email", "jane@shop.test"], ["email", "jane@shop.invalid"],
    ["email", "jane@printer.local"], ["email", "jane@mail.internal"], ["email", "jane@shop.onion"],
    ["email", "jane@example.c0m"], ["email", "jane@a.123"], ["customer_name", 5], ["customer_name", "a\nb"],
    ["customer_name", "{{a*201}}"], ["customer_name", "\u200b"], ["customer_name", "\u202e\u2066"],
    ["customer_name", "\u00ad \u3164"], ["language", 7], ["language", "deutsch!"], ["time_zone", 7],
    ["time_zone", "Nowhere/Here"], ["product_ids", "shopify-1"], ["product_ids", [1]], ["product_ids", [null]],
    ["product_ids", ["7125386199075"]], ["product_ids", ["shopify-"]], ["product_ids", {}], ["order_id", 5],
    ["order_id", true], ["order_id", "{{a*256}}"], ["order_id", "a\u0007b"], ["delay_days", -1], ["delay_days", 1.5],
    ["delay_days", "7"], ["delay_days", 90], ["delay_days", true], ["delay_days", [7]], ["reminders", 4],
    ["reminders", -1], ["reminders", "2"], ["reminders", 1.5], ["reminders", true], ["reminders", [1]],
    ["skip_email", "true"], ["skip_email", 1], ["skip_email", []]]:
  POST /api/v1/review-requests/send {"email": "jane@example.com", "$field": "$bad"} -> 422 {"error": "invalid_$field"}
POST /api/v1/review-requests/send @content-type=application/json
    raw="{\"email\": \"jane@example.com\", \"product_ids\": [{{\"shopify-1\",*50}}\"shopify-2\"]}" -> 422 invalid_product_ids
POST /api/v1/review-requests/send {} -> 422 invalid_email
GET /api/v1/review-requests -> 200 {"requests": []}
each $field $good in [["email", "jane@shop.example"], ["email", "jane@пример.рф"], ["customer_name", null],
    ["customer_name", "  "], ["customer_name", "{{a*200}}"], ["language", null], ["language", " "], ["language", "de-AT"],
    ["time_zone", null], ["time_zone", "\t"], ["time_zone", "Europe/Vienna"], ["product_ids", null], ["product_ids", []],
    ["product_ids", ["wix-a.b:c_d-e"]], ["order_id", null], ["order_id", "  "], ["order_id", "{{a*255}}"],
    ["delay_days", 0], ["delay_days", 7.0], ["delay_days", 89], ["reminders", null], ["reminders", 2.0],
    ["skip_email", null], ["skip_email", false]]:
  POST /api/v1/review-requests/send {"email": "jane@example.com", "$field": "$good"} -> 201
