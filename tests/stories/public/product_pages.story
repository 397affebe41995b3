# A page has the product, its rating and its published reviews
PUT /api/v1/products/$mug {"title": "Stoneware mug", "image_url": "https://cdn.example/mug.png",
  "url": "https://fern.example/mug"} -> 200
review rating=2 text="It broke." display_name=Jane
review rating=5 text="Call 0171 2345678" display_name=Jane
jump 1m review rating=5 text=Lovely. display_name=
jump 1m anyone GET /p/fern/$mug.json -> 200 exactly {"product": {"id": "$mug", "title": "Stoneware mug",
  "url": "https://fern.example/mug"}, "rating": {"average": 3.5, "count": 2,
  "by_star": {"1": 0, "2": 1, "3": 0, "4": 0, "5": 1}}, "page": 1, "pages": 1, "total": 2, "trust_url": "$any", "facts": [],
  "updated_at": "$before", "write_url": "$any", "reviews": [
  {"id": "$newest", "rating": 5, "title": null, "text": "Lovely.", "name": null, "verified": false, "facts": {},
  "verification": "none", "claimed_by": null, "incentivized": false, "language": "en", "date": "2026-11-20",
  "edited_at": null, "experienced_at": null, "photos": [], "reply": null, "imported": false,
  "report_url": "$any"},
  {"id": "$oldest", "rating": 2, "title": null, "text": "It broke.", "name": "Jane", "verified": false, "facts": {},
  "verification": "none", "claimed_by": null, "incentivized": false, "language": "en", "date": "2026-11-20",
  "edited_at": null, "experienced_at": null, "photos": [], "reply": null, "imported": false,
  "report_url": "$any"}]}
PUT /api/v1/reviews/$newest/reply {"text": "Thanks!"} -> 200
jump 1m anyone GET /p/fern/$mug.json -> 200 {"updated_at": "2026-11-20T06:02:00Z",
  "reviews": [{"reply": {"text": "Thanks!", "date": "2026-11-20", "before_edit": false}}, "…"]}
PATCH /api/v1/reviews/$newest/reject -> 200
jump 1m anyone GET /p/fern/$mug.json -> 200 {"rating": {"count": 1}}

# Only shown shops have pages, and those of any product
review rating=5 text=Lovely.
each $product in ["$tray", "shopify-9"]:
  anyone GET /p/fern/$product.json -> 200 {"rating": {"count": 0}, "pages": 1, "updated_at": null}
each $path in ["/p/fern/shopify-9/2.json", "/p/moss/$mug.json", "/p/fern/$mug.xml", "/p/fern/$mug", "/p/fern/%ff.json",
  "/p/fern/@any.json", "/p/%2e%2e/$mug.html"]: anyone GET $path -> 404 not_found header access-control-allow-origin "*"
PUT /api/v1/settings {"public_display": false} -> 200
each $rest in [".json", ".html", ".jsonld", "/1.json"]: anyone GET /p/fern/$mug$rest -> 404 not_found

# A product that the shop did not provide is shown by its id
review {"product_ids": ["shopify-9"]} rating=5 text=Lovely.
anyone GET /p/fern/shopify-9.json -> 200 {"product": {"id": "shopify-9", "title": null, "url": null}}
anyone GET /p/fern/shopify-9.html -> 200 shows "Product shopify-9" "<script type=\"application/ld+json\">…\"name\":\"Product shopify-9\""

# Any page may read them, and caches keep them for a minute
review rating=5 text=Lovely.
jump 1m each $rest $kept $kind in [
  [".json", "public, max-age=60, stale-while-revalidate=60, stale-if-error=600", "application/json"],
  ["/1.json", "public, max-age=60, stale-while-revalidate=60, stale-if-error=600", "application/json"],
  [".html", "public, max-age=60", "text/html; charset=utf-8"], ["/1.html", "public, max-age=60", "text/html; charset=utf-8"],
  [".jsonld", "public, max-age=60", "application/ld+json"]]:
  anyone GET /p/fern/$mug$rest -> 200 header cache-control "$kept" header content-type "$kind"
    header access-control-allow-origin "*" header timing-allow-origin "*"
each $rest in [".json", "/1.json", ".html", "/1.html", ".jsonld"]:
  anyone OPTIONS /p/fern/$mug$rest -> 204 header access-control-allow-methods "GET, HEAD, OPTIONS"
anyone GET /p/fern/$mug.json -> 200 header etag "$json"
anyone GET /p/fern/$mug.html @accept-language=en -> 200 header etag "$html"
anyone GET /p/fern/$mug.jsonld -> 200 header etag "$ld"
jump 10m each $rest $tag in [[".json", "$json"], [".html", "$html"], [".jsonld", "$ld"]]:
  anyone GET /p/fern/$mug$rest @accept-language=en @if-none-match="$tag" -> 304 is "" header etag "$tag"
each $rest $tag in [[".json", "$json"], [".html", "$html"], [".jsonld", "$ld"]]:
  anyone HEAD /p/fern/$mug$rest @accept-language=en -> 200 is "" header etag "$tag"
review rating=5 text="Also lovely."
jump 1m anyone GET /p/fern/$mug.json @if-none-match="$json" -> 200

# Other methods and paths are refused in a way that pages can read
each $method $path in [["POST", "/p/fern/mug.json"], ["PUT", "/p/fern/mug.json"], ["DELETE", "/p/fern/mug/2.json"],
  ["PATCH", "/trust/fern"], ["POST", "/trust/fern"], ["POST", "/p/fern/mug.html"]]:
  anyone $method $path -> 405 method_not_allowed header allow "GET, HEAD, OPTIONS" header access-control-allow-origin "*"
each $path in ["/p/fern", "/p/fern/mug/2/3.json", "/p/nobody/mug.json", "/trust/", "/trust/fern/x"]:
  anyone GET $path -> 404 not_found header access-control-allow-origin "*"
each $path in ["/p/fern", "/p/fern/mug/2/3.json", "/trust/", "/trust/fern/x"]:
  anyone POST $path -> 404 not_found header access-control-allow-origin "*"
// Other sites may not read data that needs a key.
GET /api/v1/reviews -> 200 header access-control-allow-origin ""

# Whatever people write stays text
review rating=5 display_name="<b>\"Jane\"</b>"
  text="</script><script>alert(1)</script>\"'<!--&lt; <img src=x onerror=alert(1)>\nSecond line."
jump 1m anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"id": "$review"}]}
PUT /api/v1/reviews/$review/reply {"text": "</script><script>alert(1)</script>\"'<!--&lt; <img src=x onerror=alert(1)>"} -> 200
PUT /api/v1/products/$mug {"title": "</script><script>alert(1)</script>\"'<!--&lt; <img src=x onerror=alert(1)>"} -> 200
anyone GET /p/fern/$mug.html -> 200 times "<script" 1 times "</script>" 1 times "<img" 0 times "<b>\"" 0
  shows "&#60;/script&#62;&#60;script&#62;alert(1)" "<br>Second line." between "ld+json\">" "</script>" $script
jump 1m anyone GET /p/fern/$mug.jsonld -> 200 is "$script" lacks "<" shows "\\u003c/script>"
  {"name": "</script><script>alert(1)</script>\"'<!--&lt; <img src=x onerror=alert(1)>", "review": [{
  "author": {"name": "<b>\"Jane\"</b>"},
  "reviewBody": "</script><script>alert(1)</script>\"'<!--&lt; <img src=x onerror=alert(1)>\nSecond line."}]}

# The JSON-LD says what is visible
PUT /api/v1/products/$mug {"title": "Stoneware mug", "image_url": "https://cdn.example/mug.png",
  "url": "https://fern.example/mug", "sku": "MUG-1", "mpn": "M1", "gtin": ["4006381333931"], "brand": "Fern"} -> 200
review rating=4 text="Good.\nVery good." display_name=Jane
jump 1m review rating=5 text=Lovely. display_name=
// Four stars and a half of 24 each, after a margin of 12.
jump 1m anyone GET /p/fern/$mug.html -> 200 shows "Stoneware mug" "4.5 out of 5" "2 reviews" ">Anonymous<" ">Jane<"
  "Good.<br>Very good." times "datetime=\"2026-11-20\">20 November 2026<" 2 times "aria-label=\"4 stars\"" 1
  times "<svg width=\"120.0\">" 1 between "ld+json\">" "</script>" $script
anyone GET /p/fern/$mug.jsonld -> 200 is "$script" exactly {
  "@context": "https://schema.org", "@type": "Product", "name": "Stoneware mug",
  "url": "https://fern.example/mug", "image": "https://cdn.example/mug.png",
  "sku": "MUG-1", "mpn": "M1", "gtin": ["4006381333931"], "brand": {"@type": "Brand", "name": "Fern"},
  "aggregateRating": {"@type": "AggregateRating", "ratingValue": 4.5, "reviewCount": 2, "bestRating": 5, "worstRating": 1},
  "review": [
  {"@type": "Review", "author": {"@type": "Person", "name": "Anonymous"}, "datePublished": "2026-11-20",
  "reviewBody": "Lovely.", "reviewRating": {"@type": "Rating", "ratingValue": 5, "bestRating": 5, "worstRating": 1}},
  {"@type": "Review", "author": {"@type": "Person", "name": "Jane"}, "datePublished": "2026-11-20",
  "reviewBody": "Good.\nVery good.", "reviewRating": {"@type": "Rating", "ratingValue": 4, "bestRating": 5, "worstRating": 1}}]}
// It joins the product of the page by its id.
anyone GET /p/fern/$mug.jsonld?id=https%3A%2F%2Ffern.example%2Fproducts%2Fmug%23product -> 200 exactly {
  "@context": "$any", "@type": "$any", "@id": "https://fern.example/products/mug#product",
  "aggregateRating": "$any", "review": "$any"} is "$joined" {"aggregateRating": {"reviewCount": 2}}
anyone GET /p/fern/$mug.html?id=https%3A%2F%2Ffern.example%2Fproducts%2Fmug%23product -> 200 shows "$joined"
each $bad in ["", "{{x*2049}}"]: anyone GET /p/fern/$mug.jsonld?id=$bad -> 404 not_found

# The shop itself and a product without reviews have no JSON-LD
review {"product_ids": []} rating=5 text=Lovely.
anyone GET /p/fern/@shop.json -> 200 {"product": {"id": "@shop", "title": "Fern & Oak", "url": null}, "rating": {"count": 1}}
each $list $says in [["@shop", "Lovely."], ["$tray", "Nobody has reviewed this yet."]]:
  anyone GET /p/fern/$list.html -> 200 shows "$says" lacks "<script"
each $list in ["@shop", "$tray"]: anyone GET /p/fern/$list.jsonld -> 404 not_found

# The page speaks the shop's language, else the browser's
each $stars in [4, 5]: review rating=$stars text=Lovely.
jump 1m
each $language $tag $says in [["en", "lang=\"en\" dir=\"ltr\"", "4.5 out of 5"], ["de-AT", "lang=\"de\" dir=\"ltr\"", "4,5 von 5"],
  ["fr", "lang=\"fr\" dir=\"ltr\"", "4,5 sur 5"], ["es", "lang=\"es\" dir=\"ltr\"", "4,5 de 5"],
  ["ar", "lang=\"ar\" dir=\"rtl\"", "4.5 من 5"], ["ko", "lang=\"en\" dir=\"ltr\"", "2 reviews"]]:
  anyone GET /p/fern/$mug.html @accept-language=$language -> 200 shows "$tag" "$says"
    header vary "accept-language, sec-fetch-dest, accept, accept-encoding"
PUT /api/v1/settings {"language": "de"} -> 200
jump 1m anyone GET /p/fern/$mug.html @accept-language=fr -> 200 shows "4,5 von 5"

# Verification, origin and language of a review are shown
PUT /api/v1/orders/A {"status": "fulfilled", "currency": "EUR",
  "lines": [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]} -> 200
review {"order_id": "A", "language": "de"} rating=5 text=Lovely.
jump 1s review {"order_id": "B", "language": "de"} rating=5 text=Lovely.
jump 1s POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,name,created_at\n$mug,3,Ann,2026-11-20T06:00:02Z\n" -> 201
+0s
jump 1m anyone GET /p/fern/$mug.json -> 200 {"reviews": [
  {"imported": true, "verified": false, "verification": "none", "language": null, "text": ""},
  {"imported": false, "verified": false, "verification": "request", "language": "de", "text": "Lovely."},
  {"imported": false, "verified": true, "verification": "order", "language": "de", "text": "Lovely."}]}
// Only `afterword-verified` has a check mark.
anyone GET /p/fern/$mug.html -> 200 times "<span class=\"afterword-verified\">Verified purchase</span>" 1
  shows "<details class=\"afterword-asked\"><summary><time…>20 November 2026</time></summary> Asked after an order</details>"
  times "Asked after an order" 1 times "Written elsewhere" 1
  times "<p class=\"afterword-text\" lang=\"de\" dir=\"auto\">" 2
anyone GET /p/fern/$mug.jsonld -> 200 {"review": [{"author": {"name": "Ann"}, "reviewBody": "$absent"}, "…"]}

# The ground that all reviews have is said once
PUT /api/v1/products/$mug {"title": "Mug", "image_url": "https://cdn.example/mug.png", "url": "https://fern.example/mug"} -> 200
review {"order_id": "A"} rating=5 text=Lovely.
anyone GET /p/fern/$mug.json?lang=en -> 200 {"ground": "$absent", "rating": {"count": 1}, "reviews": [{"marks": "$any"}]}
anyone GET /p/fern/$mug.html -> 200 times "Asked after an order" 1
review {"order_id": "B"} rating=5 text=Lovely.
jump 1m anyone GET /p/fern/$mug.json?lang=en -> 200 {"ground": "Asked after an order", "rating": {"count": 2}}
anyone GET /p/fern/$mug.html -> 200 times "Asked after an order" 1
review rating=5 text=Lovely.
jump 1m anyone GET /p/fern/$mug.json?lang=en -> 200 {"ground": "$absent", "rating": {"count": 3}}
// Beside the average, and in the line of the name.
anyone GET /p/fern/$mug.html -> 200 times "Asked after an order" 2 lacks "afterword-picture"
  shows "3 reviews</span> <span class=\"afterword-write\"><a rel=\"nofollow\"" "&nbsp;· <span class=\"afterword-report\"><a"
anyone GET /p/fern/$mug.html @sec-fetch-dest=document -> 200
  shows "<a href=\"https://fern.example/mug\"><img class=\"afterword-picture\" src=\"https://cdn.example/mug.png\""
  "<h1 class=\"afterword-title\"><a href=\"https://fern.example/mug\">"

# Pages have ten reviews each, newest first
each $n in 1..22: POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,created_at\n$mug,5,Number $n.,$n.1.2025\n" -> 201
+0s each $page in [".json", "/1.json"]: anyone GET /p/fern/$mug$page -> 200 {"pages": 3, "rating": {"count": 21}, "reviews": [
  {"text": "Number 21."}, {"text": "Number 20."}, {"text": "Number 19."}, {"text": "Number 18."}, {"text": "Number 17."},
  {"text": "Number 16."}, {"text": "Number 15."}, {"text": "Number 14."}, {"text": "Number 13."}, {"text": "Number 12."}]}
anyone GET /p/fern/$mug/2.json -> 200 {"pages": 3, "rating": {"count": 21}, "reviews": [
  {"text": "Number 11."}, {"text": "Number 10."}, {"text": "Number 9."}, {"text": "Number 8."}, {"text": "Number 7."},
  {"text": "Number 6."}, {"text": "Number 5."}, {"text": "Number 4."}, {"text": "Number 3."}, {"text": "Number 2."}]}
anyone GET /p/fern/$mug/3.json -> 200 {"pages": 3, "rating": {"count": 21}, "reviews": [{"text": "Number 1."}]}
each $wrong in ["/4.json", "/0.json", "/02.json", "/1001.json", "/two.json", "/2.xml", "/2"]:
  anyone GET /p/fern/$mug$wrong -> 404 not_found
anyone GET /p/fern/$mug/2.html -> 200 shows "Page 2 of 3"
  "<a rel=\"prev\" href=\"http://shop.example/p/fern/$mug.html\">Newer reviews</a>"
  "<a rel=\"next\" href=\"http://shop.example/p/fern/$mug/3.html\">Older reviews</a>"
anyone GET /p/fern/$mug.html -> 200 shows "rel=\"next\"" lacks "rel=\"prev\""

# A compressed answer has the tag of the plain one, and is 304 for it
each $n in 0..5: review {"email": "jane$n@example.com"} rating=5 text="{{It pours well. *40}}"
anyone GET /p/fern/$mug.html @accept-encoding=gzip -> 200 header content-encoding gzip header etag "$html"
anyone GET /p/fern/$mug.json @accept-encoding=gzip -> 200 header content-encoding gzip header etag "$json"
anyone GET /trust/fern @accept-encoding=gzip -> 200 header content-encoding gzip header etag "$trust"
each $path $tag in [["/p/fern/$mug.html", "$html"], ["/p/fern/$mug.json", "$json"], ["/trust/fern", "$trust"]]:
  anyone GET $path @accept-encoding=identity -> 200 header content-encoding "" header etag "$tag" header vary "…accept-encoding"
each $path $tag in [["/p/fern/$mug.html", "$html"], ["/p/fern/$mug.json", "$json"], ["/trust/fern", "$trust"]]:
  anyone GET $path @accept-encoding=gzip @if-none-match="$tag" -> 304 is "" header content-encoding "" header etag "$tag" header vary "…accept-encoding"
each $path $tag in [["/p/fern/$mug.html", "$html"], ["/p/fern/$mug.json", "$json"], ["/trust/fern", "$trust"]]:
  anyone GET $path @accept-encoding=identity @if-none-match="$tag" -> 304 is "" header etag "$tag"
