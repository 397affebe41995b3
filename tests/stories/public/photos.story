// Photos of published reviews: their addresses, and when they are no longer answered.

# A withheld review's photos are 404 until it is published again
ask {"product_ids": ["$mug"], "skip_email": true}
photo 400x400
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303 as review
jump 1m anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"photos": [{"url": "$full", "thumb": {"url": "$small"}}]}]}
files photos/ 2
anyone GET $small -> 200
anyone GET $full -> 302
PATCH /api/v1/reviews/$review/reject -> 200
each $url in ["$small", "$full"]: anyone GET $url -> 404
PATCH /api/v1/reviews/$review/approve -> 200
files photos/ 2
anyone GET $small -> 200
anyone GET $full -> 302
PUT /api/v1/settings {"public_display": false} -> 200
each $url in ["$small", "$full"]: anyone GET $url -> 404

# A photo is gone with its review or by itself, and its file is deleted later if S3 fails
ask {"product_ids": ["$mug", "$tray", "shopify-1"], "skip_email": true}
photo 400x400
photo 400x400 item=1
photo 400x400 item=2
each $item in [0, 1]: FORM /review/hub/review item=$item rating=5 text=Lovely. display_name=Jane -> 303
jump 1s FORM /review/hub/review item=2 rating=5 text=Lovely. display_name=Jane -> 303 as review
jump 1m anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"photos": [{"url": "$a", "thumb": {"url": "$small"}}]}]}
anyone GET /p/fern/$tray.json -> 200 {"reviews": [{"photos": [{"url": "$b"}]}]}
anyone GET /p/fern/shopify-1.json -> 200 {"reviews": [{"photos": [{"url": "$c"}]}]}
fails DeleteObject ServerError
DELETE /api/v1/reviews/$review -> 200
FORM /review/hub/withdraw item=0 sure=yes -> 303
FORM /review/hub/photo/remove item=1 photo=0 -> 303
files photos/ 6
each $url in ["$a", "$b", "$c", "$small"]: anyone GET $url -> 404
heals
+2m files photos/ 0
rows REV# 3

# A list may have those with photos alone
each $stars $order in [[1, "A"], [2, "B"], [3, "C"]]: review {"order_id": "$order"} rating=$stars text=Fine. display_name=Jane
ask {"product_ids": ["$mug"], "skip_email": true, "order_id": "D"}
photo 40x40
FORM /review/hub/review rating=5 text=Fine. display_name=Jane -> 303
jump 1m anyone GET /p/fern/$mug.json?photos=true -> 200 {"reviews": [{"rating": 5}], "pages": 1, "rating": {"count": 4}}
anyone GET /p/fern/@all.json?photos=true -> 200 {"reviews": [{"rating": 5}], "pages": 1}
anyone GET /p/fern/$mug.json?photos=true&stars=2 -> 200 {"reviews": [], "pages": 1, "rating": {"count": 4}}
ask {"product_ids": ["$mug"], "skip_email": true, "order_id": "F"}
photo 40x40
FORM /review/hub/review rating=4 text=Fine. display_name=Jane -> 303
jump 1m anyone GET /p/fern/$mug.json?photos=true&sort=lowest&limit=1 -> 200 {"reviews": [{"rating": 4}], "pages": 2, "rating": {"count": 5}}
