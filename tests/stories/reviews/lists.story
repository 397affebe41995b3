# Statistics follow the reviews
ask {"product_ids": ["$mug", "$tray", "shopify-1", "shopify-2"], "skip_email": true}
each $item $stars in [[0, 5], [1, 4], [2, 4], [3, 1]]: FORM /review/hub/review item=$item rating=$stars text=Fine. -> 303
GET /api/v1/reviews?max_rating=1 -> 200 {"reviews": [{"id": "$review"}]}
PATCH /api/v1/reviews/$review/reject -> 200
GET /api/v1/reviews/stats -> 200 exactly {"total_reviews": 4, "pending_count": 0, "approved_count": 3, "rejected_count": 1,
  "average_rating": 4.3, "reviews_by_rating": {"1": 1, "2": 0, "3": 0, "4": 2, "5": 1}, "verified_reviews": 0,
  "verified_percentage": 0.0}
GET /api/v1/reviews?sort=lowest_rated&limit=2&offset=1 -> 200 {"reviews": [{"rating": 4}, {"rating": 4}]}
GET /api/v1/reviews?limit=3 -> 200 {"next_cursor": "$cursor"}
GET /api/v1/reviews?limit=3&cursor=$cursor -> 200 {"reviews": ["$any"], "next_cursor": null}

# A list is filtered by each parameter
review {"product_ids": ["shopify-6824300"]} rating=5 text="A lovely mug." display_name=Jane
jump 1s review {"product_ids": ["shopify-6824300"]} rating=1 text="It broke." display_name=Jane
jump 1s ask {"product_ids": ["shopify-6824300"], "skip_email": true}
FORM /review/hub/review rating=3 text="Mail me: jane@example.com" display_name=Jane -> 303
jump 1s GET /api/v1/reviews?q=BROKE -> 200 {"reviews": [{"id": "$broke"}]}
PUT /api/v1/reviews/$broke/reply {"text": "Sorry!"} -> 200
each $query in ["", "?product_id=6824300", "?product=shopify-6824300", "?is_verified=false", "?q=jane", "?platform=betterreviews", "?keyword=jane", "?has_media=false"]:
  GET /api/v1/reviews$query -> 200 {"reviews": [{"rating": 3}, {"rating": 1}, {"rating": 5}], "total": 3}
each $query in ["product=@shop", "is_verified=true", "platform=yotpo", "since=2126-01-01T00:00:00Z", "since=9999-12-31T23:59:59Z"]:
  GET /api/v1/reviews?$query -> 200 {"reviews": [], "total": 0}
GET /api/v1/reviews?sort=oldest -> 200 {"reviews": [{"rating": 5}, {"rating": 1}, {"rating": 3}], "total": 3}
GET /api/v1/reviews?sort=highest_rated -> 200 {"reviews": [{"rating": 5}, {"rating": 3}, {"rating": 1}], "total": 3}
GET /api/v1/reviews?sort=lowest_rated -> 200 {"reviews": [{"rating": 1}, {"rating": 3}, {"rating": 5}], "total": 3}
GET /api/v1/reviews?status=pending -> 200 {"reviews": [{"rating": 3}], "total": 1}
each $query in ["state=published", "product_id=gid://shopify/Product/6824300&status=approved"]:
  GET /api/v1/reviews?$query -> 200 {"reviews": [{"rating": 1}, {"rating": 5}], "total": 2}
each $query in ["min_rating=2", "replied=false"]:
  GET /api/v1/reviews?$query -> 200 {"reviews": [{"rating": 3}, {"rating": 5}], "total": 2}
GET /api/v1/reviews?max_rating=3&sort=oldest -> 200 {"reviews": [{"rating": 1}, {"rating": 3}], "total": 2}
GET /api/v1/reviews?replied=true -> 200 {"reviews": [{"rating": 1}], "total": 1}
GET /api/v1/reviews?q=lovely%20MUG -> 200 {"reviews": [{"rating": 5}], "total": 1}
// The same parameters choose what an export has.
GET /api/v1/reviews.jsonl?status=pending -> 200 shows "jane@example.com" lacks "It broke." "lovely"
GET /api/v1/reviews.csv?max_rating=5 -> 200 shows "lovely…broke…Mail"
// What changed since: one is new, and one was answered.
GET /api/v1/reviews.csv?since=2026-11-20T06:00:02Z -> 200 shows "It broke.…jane@example.com" lacks "lovely"
GET /api/v1/reviews.jsonl -> 200 times "\n" 3 shows "\"It broke.\"" header content-type "application/x-ndjson; charset=utf-8" header link ""
each $path in ["/api/v1/reviews.csv", "/api/v1/reviews.jsonl"]: GET $path?status=x -> 422 invalid_status
each $path in ["/api/v1/reviews.csv", "/api/v1/reviews.jsonl"]: GET $path?cursor=x -> 422 invalid_cursor
each $path in ["/api/v1/reviews.csv", "/api/v1/reviews.jsonl"]: HEAD $path -> 200

# A filter that nobody knows never widens an answer, and those of BetterReviews work
PUT /api/v1/products/shopify-7 {"title": "Linen Shirt"} -> 200
review {"product_ids": ["shopify-7"]} rating=5 text="Soft." as soft
jump 1s review {"product_ids": ["shopify-8"]} rating=1 text="A shirt that shrank." as shrank
PATCH /api/v1/reviews/$shrank/reject -> 200
jump 1s review {"product_ids": ["shopify-8"]} rating=4 text="Mail jane@example.com, not soft."
each $query $total in [["stage=published", 1], ["stage=rejected", 1], ["stage=pending", 1], ["keyword=SOFT", 2], ["product_query=linen%20sh", 1],
  ["keyword=soft&q=mail", 1], ["has_media=true", 0], ["has_media=false", 3], ["review_sentiment=positive", 0], ["product_query=shirt&keyword=soft", 1]]:
  GET /api/v1/reviews?$query -> 200 {"total": "$total"}
each $query in ["status=approved&stage=pending", "product=shopify-7&product_id=8"]: GET /api/v1/reviews?$query -> 422 shows "Two parameters ask for different values"
GET /api/v1/reviews?has_media=false&limit=2&offset=0 -> 200 header link "</api/v1/reviews?has_media=false&limit=2&cursor=…>; rel=\"next\""
each $path in ["reviews", "reviews.csv", "reviews.jsonl", "reviews/stats", "review-requests", "products", "suppressions", "keys", "webhooks", "members", "audit"]:
  GET /api/v1/$path?limits=1 -> 422 {"error": "unknown_parameter", "message": "This call has no parameter `limits`; correct the name, or leave it out."}
HEAD /api/v1/keys?stage=published -> 422
GET /api/v1/reviews.csv?limit=1 -> 422 unknown_parameter
GET /api/v1/invitations/stats?nonsense=1 -> 200
// Whoever puts the key into the address hears of the header.
reader may reviews:read
each $path in ["reviews", "reviews.csv", "review-requests", "products", "keys", "members", "audit", "numbers"]:
  anyone GET /api/v1/$path?key=1 -> 401 unauthorized
reader GET /api/v1/review-requests?key=1 -> 403 forbidden

# A bad parameter is 422 by its name, and a cell that would be a formula has an apostrophe
each $name $value in [["status", "public"], ["state", "removed"], ["min_rating", "0"], ["max_rating", "6"], ["is_verified", "yes"],
  ["replied", "1"], ["product", ""], ["product_id", ""], ["platform", "etsy"], ["q", ""], ["since", "yesterday"],
  ["stage", "approved"], ["keyword", ""], ["product_query", ""], ["has_media", "no"], ["review_sentiment", ""],
  ["sort", "random"], ["limit", "101"], ["offset", "10001"], ["cursor", "next"]]:
  GET /api/v1/reviews?$name=$value -> 422 {"error": "invalid_$name"}
GET /api/v1/reviews?sort=highest_rated&cursor=5 -> 422 invalid_cursor
ask {"product_ids": ["$mug", "$tray", "shopify-1", "shopify-2", "shopify-3", "shopify-4", "shopify-5", "shopify-6"], "skip_email": true}
each $item $text in [[0, "=1+1"], [1, "+49 hours"], [2, "-1 star"], [3, "@everybody"], [4, "'=1+1"], [5, "''@x"], [6, "'quoted'"], [7, "1 = 1"]]:
  FORM /review/hub/review item=$item rating=5 text="$text" display_name="=Jane" -> 303
each $cell in ["'=1+1", "'+49 hours", "'-1 star", "'@everybody", "''=1+1", "'''@x", "'quoted'", "1 = 1"]:
  GET /api/v1/reviews.csv -> 200 shows ",5,,$cell,'=Jane,"

# The CSV has exactly these columns, in UTF-8 with CRLF
GET /api/v1/reviews.csv -> 200 header content-disposition "attachment; filename=\"reviews.csv\"" is "id,uuid,external_review_id,platform,product_id,product_title,rating,title,body,name,verification,status,reason,reply,photo_urls,language,origin,created_at,published_at,updated_at,incentivized,edited_at,experienced_at,reply_created_at,reply_updated_at,facts\r\n"
review rating=4 text="Heavy, \"solid\"\nand wärm." display_name=Jöhn
jump 1s GET /api/v1/reviews -> 200 {"reviews": [{"id": "$one", "uuid": "$uuid"}]}
PUT /api/v1/reviews/$one/reply {"text": "Thanks!"} -> 200
review {"product_ids": []} rating=5 text=Lovely.
// A line break of a text is LF, and the oldest review comes first.
GET /api/v1/reviews.csv -> 200 header content-type "text/csv; charset=utf-8" times "\r\n" 3
  is "id,…,facts\r\n$one,$uuid,$uuid,betterreviews,$mug,Stoneware mug,4,,\"Heavy, \"\"solid\"\"\nand wärm.\",Jöhn,none,approved,,Thanks!,,en,hub,2026-11-20T06:00:00Z,2026-11-20T06:00:00Z,2026-11-20T06:00:01Z,false,,,2026-11-20T06:00:01Z,2026-11-20T06:00:01Z,\r\n…,betterreviews,'@shop,,5,…"
