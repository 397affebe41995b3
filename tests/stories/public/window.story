# Opened by itself, it is a whole page
each $n in [5, 4]: POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,created_at\n$mug,$n,Number $n.,$n.1.2025\n" -> 201
+0s PUT /api/v1/settings {"contact_url": "https://fern.example/contact"} -> 200
anyone GET /p/fern/$mug.html @sec-fetch-dest=document -> 200 times "rel=\"stylesheet\"" 1
  shows "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
  "<title>Reviews of Stoneware mug · Fern &#38; Oak</title>" "<h1 class=\"afterword-title\">"
  "<a href=\"https://fern.example/contact\" dir=\"auto\">Fern &#38; Oak</a>"
  "<a href=\"http://shop.example/trust/fern\">How <bdi>Fern &#38; Oak</bdi> publishes reviews</a>"
anyone GET /p/fern/@all.html @sec-fetch-dest=document -> 200 shows "<title>Reviews of Fern &#38; Oak</title>" "<h1 class="
GET /p/fern/$mug.html -> 200 lacks "<html" shows "<h2 class=\"afterword-title\">" times "rel=\"stylesheet\"" 1
  header vary "…sec-fetch-dest…"

# Who opens it gets a whole page, and who includes it a fragment
review rating=5 text=Fine.
each $dest in ["document", "iframe"]:
  GET /p/fern/$mug.html @sec-fetch-dest=$dest -> 200 shows "<!doctype html>" header vary "…sec-fetch-dest, accept,…"
GET /p/fern/$mug.html @sec-fetch-dest=empty -> 200 lacks "<!doctype html>" header vary "…sec-fetch-dest, accept,…"
// Safari before 16.4, and Internet Explorer's successors behind proxies.
each $accept in ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html, application/xhtml+xml, image/jxr, */*"]:
  GET /p/fern/$mug.html @accept="$accept" -> 200 shows "<!doctype html>" header vary "…sec-fetch-dest, accept,…"
// PHP's and Ruby's clients, curl, and a script's `fetch`.
each $accept in ["*/*", "*/*; q=0.5, text/html", "application/json, text/html"]:
  GET /p/fern/$mug.html @accept="$accept" -> 200 lacks "<!doctype html>" header vary "…sec-fetch-dest, accept,…"

# Who opens an address at which there is nothing gets a page, and a program JSON
PUT /api/v1/products/$tray {"title": "Serving tray"} -> 200
review {"product_ids": ["shopify-9"]} rating=5 text=Lovely.
each $path in ["/p/fern/", "/p/fern", "/p/nope/@all.html", "/trust/nope", "/p/fern/$tray/2.html", "/p/fern/This-shop-is-a-scam.html"]:
  anyone GET $path @sec-fetch-dest=document @accept-language=de -> 404 header content-type "text/html; charset=utf-8"
    header cache-control no-store shows "<title>Seite nicht gefunden</title>" "href=\"/p/-/page.css\"" lacks "scam"
anyone GET /p/-/page.css -> 200
each $path in ["/p/nope/@all.json", "/p/fern/$tray.jsonld", "/trust/nope.json"]:
  anyone GET $path @sec-fetch-dest=document -> 404 not_found
each $path in ["/p/fern/", "/p/nope/@all.html", "/trust/nope"]: anyone GET $path -> 404 not_found
// A product is there if the shop provided it, or if it has a review.
each $list in ["$tray", "shopify-9", "@shop", "@all"]: anyone GET /p/fern/$list.html @sec-fetch-dest=document -> 200
// A shop's page may include the list before it provides the product.
anyone GET /p/fern/shopify-7.html -> 200 shows "Nobody has reviewed this yet."

# All reviews of a shop name what they are about
PUT /api/v1/products/$mug {"title": "Stoneware mug", "url": "https://fern.example/mug"} -> 200
review rating=5 text=Lovely.
jump 1s review {"product_ids": ["shopify-9"]} rating=5 text=Lovely.
jump 1s review {"product_ids": []} rating=5 text=Lovely.
jump 1s
anyone GET /p/fern/@all.json -> 200 {"product": {"id": "@all", "title": "Fern & Oak", "url": null}, "rating": {"count": 3},
  "pages": 1, "updated_at": null, "reviews": [{"product": {"id": "@shop", "title": "Fern & Oak", "url": null}},
  {"product": {"id": "shopify-9", "title": null, "url": null}},
  {"product": {"id": "$mug", "title": "Stoneware mug", "url": "https://fern.example/mug"}}]}
anyone GET /p/fern/@all.html -> 200 lacks "<script"
  shows "<h2 class=\"afterword-title\">Reviews of <bdi>Fern &#38; Oak</bdi></h2>"
  "<p class=\"afterword-about\"><bdi>Fern &#38; Oak</bdi></p>" "<p class=\"afterword-about\"><bdi>Product shopify-9</bdi></p>"
  "<p class=\"afterword-about\"><a href=\"https://fern.example/mug\" dir=\"auto\">Stoneware mug</a></p>"
GET /p/fern/@all.jsonld -> 404 not_found
// A page about one product does not repeat its name.
GET /p/fern/$mug.html -> 200 lacks "afterword-about"
GET /p/fern/$mug.json -> 200 {"reviews": [{"product": "$absent"}]}

# Its style is stored for good, with the whole page's in one file
review rating=5 text=Fine.
GET /p/fern/$mug.html -> 200 between "rel=\"stylesheet\" href=\"http://shop.example" "\"" $own
anyone GET $own -> 200 header content-type "text/css; charset=utf-8" header cache-control "public, max-age=31536000, immutable"
  shows "--afterword-accent" "--afterword-star" "--afterword-line" lacks "url(" is "$style"
anyone GET /p/fern/afterword.0123456789abcdef.css -> 200 header cache-control no-store is "$style"
anyone GET /p/fern/$mug.html @sec-fetch-dest=document -> 200 between "rel=\"stylesheet\" href=\"" "\"" $whole
anyone GET /p/fern/$whole -> 200 header cache-control "public, max-age=31536000, immutable" is "$style…"

# Readers choose stars and order
each $n $stars in [[1, 5], [2, 3], [3, 5], [4, 1], [5, 4], [6, 5], [7, 5], [8, 5], [9, 5], [10, 5], [11, 5], [12, 5], [13, 5]]:
  POST /api/v1/imports?format=afterword @content-type=text/csv
    raw="product_id,rating,body,created_at\n$mug,$stars,$n,$n.1.2025\n" -> 201
+0s each $list in ["$mug", "@all"]:
  anyone GET /p/fern/$list.json -> 200 {"pages": 2, "reviews": [{"text": "13"}, {"text": "12"}, {"text": "11"}, {"text": "10"},
    {"text": "9"}, {"text": "8"}, {"text": "7"}, {"text": "6"}, {"text": "5"}, {"text": "4"}]}
each $list in ["$mug", "@all"]: anyone GET /p/fern/$list.json?stars=3 -> 200 {"pages": 1, "reviews": [{"text": "2"}]}
each $list in ["$mug", "@all"]: anyone GET /p/fern/$list.json?stars=2 -> 200 {"pages": 1, "reviews": []}
each $list in ["$mug", "@all"]:
  anyone GET /p/fern/$list.json?stars=5 -> 200 {"pages": 1, "reviews": [{"text": "13"}, {"text": "12"}, {"text": "11"},
    {"text": "10"}, {"text": "9"}, {"text": "8"}, {"text": "7"}, {"text": "6"}, {"text": "3"}, {"text": "1"}]}
each $list in ["$mug", "@all"]:
  anyone GET /p/fern/$list.json?sort=lowest -> 200 {"pages": 2, "reviews": [{"text": "4"}, {"text": "2"}, {"text": "5"},
    {"text": "13"}, {"text": "12"}, {"text": "11"}, {"text": "10"}, {"text": "9"}, {"text": "8"}, {"text": "7"}]}
each $list in ["$mug", "@all"]:
  anyone GET /p/fern/$list/2.json?sort=highest -> 200 {"pages": 2, "reviews": [{"text": "5"}, {"text": "2"}, {"text": "4"}]}
each $wrong in ["$mug.json?stars=6", "$mug.json?stars=", "$mug.html?sort=helpful", "$mug/2.json?stars=3", "@all.json?stars=6",
  "@all.json?stars=", "@all.html?sort=helpful", "@all/2.json?stars=3"]: GET /p/fern/$wrong -> 404 not_found
each $list in ["$mug", "@all"]: GET /p/fern/$list.html?stars=5&sort=lowest -> 200
  shows "<a href=\"http://shop.example/p/fern/$list.html?stars=5&#38;sort=lowest\" aria-current=\"true\">5 stars</a>"
  "<a href=\"http://shop.example/p/fern/$list.html?stars=3&#38;sort=lowest\">3 stars</a>"
  "<b>2 stars</b> <meter max=\"13\" value=\"0\" aria-hidden=\"true\"></meter> <span>0</span>"
  "<a href=\"http://shop.example/p/fern/$list.html?stars=5&#38;sort=lowest\" aria-current=\"true\">Lowest rating</a>"
  "<a href=\"http://shop.example/p/fern/$list.html?stars=5\">Newest first</a>"
  "<a href=\"http://shop.example/p/fern/$list.html?sort=lowest\">All reviews</a>"
GET /p/fern/$mug.html?sort=lowest -> 200 costs GetItem BatchGetItem GetItem Query BatchGetItem
GET /p/fern/@all.html?sort=lowest -> 200 costs GetItem Query Query Query Query Query Query BatchGetItem BatchGetItem
