// A merchant leaves: the shop ends immediately, and can be restored for thirty days. What is left afterwards is in
// `tests/it/shops/closing.rs`.

# A shop ends at once, and comes back as it was
PUT /api/v1/settings {"public_display": true} -> 200
shopify connects
review {"email": "author@example.com"} rating=5 text=Lovely.
fern_test GET /api/v1/settings -> 200
// One message is due while the shop has ended; another is for a person who unsubscribes during that time.
ask {"email": "ida@example.com", "product_ids": ["$mug"], "delay_days": 2} as ida
ask {"email": "una@example.com", "delay_days": 0} as una
+0s mail una@example.com "…"
mara FORM /console/settings/end shop=moss -> 303 /console/data#end
GET /api/v1/settings -> 200
ro GET /console/today -> 200
mara FORM /console/settings/end shop=fern -> 303
GET /api/v1/settings -> 401 unauthorized
fern_test GET /api/v1/settings -> 401 unauthorized
each $path in ["$ida_hub", "$una_hub", "/p/fern/@all.json", "/trust/fern"]: anyone GET $path -> 404
operator {"create_key": {}} -> error conflict "…`afterword shops restore fern.live` takes that back…"
operator {"create_shop": {"shop_name": "Fern"}} -> error conflict "…`afterword shops restore fern.live` takes that back…"
shopify sends orders/create -> 404
// Everybody who signs in sees that the shop ended, and nothing else.
mara GET /console/today -> 410 shows "is closed" "/console/restore" lacks "/console/reviews"
ro GET /console/today -> 410 shows "is closed" lacks "/console/restore" "/console/reviews"
jump 48h
+8h mail mara@fernandoak.example "…"
no mail
FORM $stop List-Unsubscribe=One-Click -> 200
// Emails about sign-ins leave.
back FORM /console/sign-in/ask email=mara@fernandoak.example -> 303
+0s mail mara@fernandoak.example "Sign in to…"
back FORM /console/sign-in/link k=$k -> 303
back GET /console/settings -> 410 shows "is closed" "/console/restore"
back FORM /console/restore -> 303
GET /api/v1/settings -> 200
fern_test GET /api/v1/settings -> 200
anyone GET $ida_hub -> 200
shopify sends orders/create -> 200
GET /api/v1/suppressions/una@example.com -> 200 {"reason": "unsubscribed"}
// What waited leaves.
+30m mail ida@example.com "…"
mail mara@fernandoak.example "Fern & Oak is open again"
GET /api/v1/audit -> 200 shows "\"what\":\"end_shop\"" "\"what\":\"restore_shop\""
