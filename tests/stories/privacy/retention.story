# A new shop keeps ended data for 36 months, and a local one all
operator {"create_shop": {"shop": "moss", "shop_name": "Moss", "shop_address": "1 Hill"}} -> {}
shop moss
PUT /api/v1/orders/1 {"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": "ann@example.com"}} -> 200
moss PUT /api/v1/orders/1 {"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": "ann@example.com"}} -> 200
ask {"email": "ann@example.com", "order_id": "1", "delay_days": 0}
moss POST /api/v1/review-requests/send {"email": "ann@example.com", "order_id": "1", "delay_days": 0} -> 201
+0s mail ann@example.com "…"
mail ann@example.com "…"
jump 1000d +8d
moss GET /api/v1/orders/1 -> 200 {"buyer": {}}
jump 200d +8d
moss GET /api/v1/orders/1 -> 200 {"buyer": null}
moss GET /api/v1/review-requests -> 200 {"requests": []}
GET /api/v1/orders/1 -> 200 {"buyer": {}}

# Ended requests are erased after keep_months, with reviews that are not published
each $name $order in [["ann", 1], ["ben", 2], ["cem", 3], ["dora", 4]]:
  PUT /api/v1/orders/$order {"status": "delivered", "currency": "EUR", "lines": [],
  "buyer": {"email": "$name@example.com"}} -> 200
ask {"email": "ann@example.com", "order_id": "1", "product_ids": ["$mug"], "delay_days": 0}
+0s FORM /review/hub/review rating=5 text=Lovely. display_name=Ann -> 303
ask {"email": "ben@example.com", "order_id": "2", "product_ids": ["$mug"], "delay_days": 0}
+0s FORM /review/hub/review rating=5 text="Call 0171 9876543." -> 303
ask {"email": "cem@example.com", "order_id": "3", "delay_days": 0}
+0s PUT /api/v1/suppressions/cem@example.com {} -> 200
ask {"email": "dora@example.com", "order_id": "4", "delay_days": 0}
jump 240d ask {"email": "dora@example.com", "order_id": "5", "delay_days": 0}
jump 52d +8d
// After ten months nothing is erased without the setting.
each $order in [1, 2, 3, 4]: GET /api/v1/orders/$order -> 200 {"buyer": {}}
PUT /api/v1/settings {"keep_months": 6} -> 200 {"keep_months": 6}
// The number can be corrected within a day.
+23h GET /api/v1/orders/3 -> 200 {"buyer": {}}
+1d
each $order in [1, 2, 3]: GET /api/v1/orders/$order -> 200 {"buyer": null}
each $name in ["ann", "ben", "cem"]: GET /api/v1/review-requests?email=$name@example.com -> 200 {"requests": []}
// The published review stays. Nothing leaves to Cem later either, and Dora bought again.
GET /api/v1/reviews -> 200 {"total": 1}
anyone GET /p/fern/$mug.json -> 200 {"reviews": [{}]}
GET /beacon/customers -> 200 {"data": [{"email": "dora@example.com"}]}
GET /api/v1/suppressions/cem@example.com -> 200
GET /api/v1/review-requests?email=dora@example.com -> 200 {"requests": [{}, {}]}
GET /api/v1/orders/4 -> 200 {"buyer": {}}
GET /api/v1/audit -> 200 lacks "erase_customer"
// Ann can be asked again, and can still have everything erased.
ask {"email": "ann@example.com", "order_id": "6", "delay_days": 0}
POST /api/v1/privacy/erase {"email": "ann@example.com"} -> 202
+1m anyone GET /p/fern/$mug.json -> 200 {"reviews": []}
// The next erasure comes a week later. After the setting is cleared, there is none.
jump 282d +8d
GET /api/v1/review-requests -> 200 {"requests": []}
PUT /api/v1/settings {"keep_months": null} -> 200
ask {"email": "emil@example.com", "order_id": "7", "delay_days": 0}
+0s jump 242d
+8d GET /api/v1/review-requests -> 200 {"requests": [{"order_id": "7"}]}
// Old counters are still merged.
rows AGING 1
