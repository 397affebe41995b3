# Two orders with one number are two orders: both buyers are asked, and each review is bought
woocommerce connects
each $system $email $product in [["8101", "first@example.com", "woo-501"], ["9202", "second@example.com", "woo-502"]]:
  woocommerce says order {"id": "15", "system_id": "$system", "buyer": {"email": "$email"}, "lines": [
    {"id": "1", "catalog_item_id": "$product", "title": "Board", "unit_price": 2000}]} -> planned
// A program asks about the number, for one buyer and for the other.
GET /api/v1/orders/15 -> 200 {"buyer": {"email": "second@example.com"}}
+8d mail first@example.com "…Board…"
mail second@example.com "…Board…"
GET /api/v1/review-requests -> 200 {"requests": [{"order_id": "15", "product_ids": ["woo-502"], "status": "sent"},
  {"order_id": "15", "product_ids": ["woo-501"], "status": "sent"}]}

# The second comes after the first email has left, and a stranger's refund changes nothing
woocommerce connects
woocommerce says order {"id": "15", "system_id": "9202", "buyer": {"email": "second@example.com"}, "lines": [
  {"id": "1", "catalog_item_id": "woo-502", "title": "Board", "unit_price": 2000}]} -> planned
+8d mail second@example.com "…Board…"
woocommerce says order {"id": "15", "system_id": "8101", "buyer": {"email": "first@example.com"}, "lines": [
  {"id": "1", "catalog_item_id": "woo-501", "title": "Board", "unit_price": 2000}]} -> planned
woocommerce says order {"id": "15", "system_id": "9202", "status": "refunded", "buyer": {"email": "second@example.com"}} -> ignored refunded
+8d mail first@example.com "…Board…"
ask {"email": "june@example.com", "order_id": "16", "skip_email": true}
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $link_token
FORM /review/hub/review token=$link_token rating=5 text=Lovely. display_name=Jane -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"verification": "order", "external_product_id": "woo-501"}]}

# A call's request is about its recipient's order with this number, or else about the newest
each $system $email $product $paid in [["A1", "first@example.com", "a-1", true], ["B2", "second@example.com", "b-1", false]]:
  PUT /api/v1/orders/15 {"system_id": "$system", "status": "placed", "currency": "EUR", "paid": "$paid", "buyer": {"email": "$email"},
    "lines": [{"catalog_item_id": "$product", "title": "Board", "unit_price": 2000}]} -> 200
GET /api/v1/orders/15 -> 200 {"buyer": {"email": "second@example.com"}, "paid": false}
ask {"email": "first@example.com", "order_id": "15", "skip_email": true}
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["a-1"]}]}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
ask {"email": "second@example.com", "order_id": "15", "skip_email": true}
FORM /review/hub/review rating=4 text=Fine. display_name=Joe -> 303
ask {"email": "third@example.com", "order_id": "15", "skip_email": true}
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["b-1"]}, {"product_ids": ["b-1"]}, {"product_ids": ["a-1"]}]}
GET /api/v1/reviews?is_verified=true -> 200 {"reviews": [{"verification": "order", "rating": 5}]}
// The second buyer's order ends; the first one's review stays bought, until hers does.
PUT /api/v1/orders/15 {"system_id": "B2", "status": "refunded", "currency": "EUR", "lines": []} -> 200
GET /api/v1/reviews?is_verified=true -> 200 {"reviews": [{"verification": "order", "rating": 5}]}
PUT /api/v1/orders/15 {"system_id": "A1", "status": "refunded", "currency": "EUR", "lines": []} -> 200
GET /api/v1/reviews?is_verified=true -> 200 {"reviews": []}
// Ids and numbers of any length.
PUT /api/v1/orders/{{n*255}} {"status": "placed", "currency": "EUR", "lines": []} -> 200
GET /api/v1/orders/{{n*255}} -> 200 {"status": "placed"}
PUT /api/v1/orders/16 {"system_id": "order_16.a:b-c", "status": "placed", "currency": "EUR", "lines": []} -> 200
PUT /api/v1/orders/16 {"system_id": "order 16", "status": "placed", "currency": "EUR", "lines": []} -> 422 invalid_system_id

# Of two reports of one moment the one that ends the order counts, in either order
PUT /api/v1/integrations/own {} -> 200
each $first $second in [["fulfilled", "refunded"], ["refunded", "fulfilled"], ["fulfilled", "cancelled"], ["cancelled", "fulfilled"],
  ["refunded", "cancelled"], ["cancelled", "refunded"]]:
  POST /api/v1/orders {"orders": [
    {"id": "$first-$second", "as_of": 1795154400000, "status": "$first", "currency": "EUR", "lines": []},
    {"id": "$first-$second", "as_of": 1795154400000, "status": "$second", "currency": "EUR", "lines": []}]} -> 200
each $id $status in [["fulfilled-refunded", "refunded"], ["refunded-fulfilled", "refunded"], ["fulfilled-cancelled", "cancelled"],
  ["cancelled-fulfilled", "cancelled"], ["refunded-cancelled", "cancelled"], ["cancelled-refunded", "cancelled"]]:
  GET /api/v1/orders/$id -> 200 {"status": "$status"}
