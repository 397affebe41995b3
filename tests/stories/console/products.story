# Products are listed page by page with their reviews
each $n in 10..40: PUT /api/v1/products/shopify-$n {"title": "Mug no. $n"} -> 200
// Each shop here has two products from the start.
moss GET /api/v1/products -> 200 {"products": [{}, {}]}
GET /api/v1/products?limit=20 -> 200 {"next_cursor": "shopify-29"} times "\"title\"" 20
GET /api/v1/products?limit=20&cursor=shopify-29
  -> 200 {"products": [{"title": "Mug no. 30"}, "…"], "next_cursor": null} times "\"title\"" 12
GET /api/v1/products?cursor=a/b -> 422 invalid_cursor
review {"product_ids": ["shopify-11"]} rating=5 text=Heavy.
review {"email": "ann@example.com", "product_ids": ["shopify-11"]} rating=4 text="Call me on 030 1234567."
mara GET /console/products -> 200 shows "href=\"/console/products/shopify-11\"" "5.0 out of 5" "1 published review"
  "1 waiting" "href=\"/console/products?after=shopify-34\""
mara GET /console/products/shopify-11 -> 200 shows "<h1><bdi>Mug no. 11</bdi></h1>" "5.0 out of 5" "1 waiting"
  "<rect width=\"100\" height=\"10\"/></svg></th><td>1</td>" "href=\"/console/reviews?product=shopify-11&#38;show=all\""
  "/p/fern/shopify-11.html\"" "&#60;afterword-stars shop=&#34;fern&#34; product=&#34;shopify-11&#34;"
  "in-shop/qr.svg?product=shopify-11\"" "<title>November 2026 · 5.0 out of 5 · 1 published review</title>"
  "<span>December 2025</span><span>November 2026</span>" "<p class=\"cut\" dir=\"auto\">Call me on 030 1234567.</p>"
  "<span class=\"chip q\">" lacks "From the newest"
mara GET /console/products?after=shopify-34 -> 200 shows "Mug no. 39" lacks "Mug no. 34"
  costs BatchGetItem Query BatchGetItem

# On a single page the products whose reviews wait come first
PUT /api/v1/settings {"moderation": "hold"} -> 200
PUT /api/v1/products/shopify-1 {"title": "Apron"} -> 200
PUT /api/v1/products/shopify-9 {"title": "Zinc can"} -> 200
review {"product_ids": ["shopify-9"]} rating=4 text="It holds."
mara GET /console/products -> 200 shows "Zinc can…Apron" "<span class=\"id\"> · <bdi>shopify-9</bdi></span>"
  lacks "Apron…Zinc can"

# A product that only a file named has the title that a person types until it is described
POST /api/v1/imports?format=okendo @content-type=text/csv raw="productId,rating,body,dateCreated\n12345,5,Fine.,2025-03-02\n"
  -> 201
+0s GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review"}]}
mara GET /console/reviews/$review -> 200 shows "href=\"/console/products/shopify-12345\"" "Give the product a title"
mara FORM /console/products/shopify-12345 title=" " -> 422 shows "A title has 1 to 255 characters."
mara FORM /console/products/shopify-12345 title=" Walnut board " -> 303 /console/products
mara GET /console/products -> 200 shows "The title is now: Walnut board" "href=\"/console/products/shopify-12345\""
// The review's page shows the title alone.
mara GET /console/reviews/$review -> 200 lacks "href=\"/console/products/shopify-12345\""
ro GET /console/products/shopify-12345 -> 200 shows "Walnut board" "QR code" lacks "name=\"title\""
// A file that names the product does not change the title, which customers and readers see.
POST /api/v1/imports?format=okendo @content-type=text/csv
  raw="productId,productName,rating,body,dateCreated\n12345,Board 7,4,Good.,2025-03-03\n" -> 201
+0s ask {"product_ids": ["shopify-12345"], "skip_email": true}
anyone GET $hub -> 200 shows "Walnut board"
anyone GET /p/fern/shopify-12345.json -> 200 {"product": {"title": "Walnut board"}}
PUT /api/v1/products/shopify-12345 {"title": "Board of walnut"} -> 200
mara GET /console/products/shopify-12345 -> 200 lacks "name=\"title\""
mara FORM /console/products/shopify-12345 title="Walnut board" -> 303
// Until the public answer is made again.
jump 1m anyone GET /p/fern/shopify-12345.json -> 200 {"product": {"title": "Board of walnut"}}

# A person chooses which products are asked about, and descriptions keep the choice
PUT /api/v1/products/shopify-7 {"title": "Sample"} -> 200 {"ask": true}
mara GET /console/products/shopify-7 -> 200 between "/console/products/shopify-7/ask\"" "</form>" "… checked…"
mara GET /console/products -> 200 lacks "Not asked about"
mara FORM /console/products/shopify-7/ask -> 303 /console/products/shopify-7
mara GET /console/products/shopify-7 -> 200 shows "Nobody is asked about this product any more."
mara GET /console/products/shopify-7 -> 200 lacks " checked"
mara GET /console/products -> 200 shows "Not asked about"
GET /api/v1/products/shopify-7 -> 200 {"ask": false}
PUT /api/v1/products/shopify-7 {"title": "Sample"} -> 200 {"ask": false}
mara FORM /console/products/shopify-7/ask ask=on -> 303
mara GET /console/products/shopify-7 -> 200 between "/console/products/shopify-7/ask\"" "</form>" "… checked…"
mara GET /console/products -> 200 lacks "Not asked about"
GET /api/v1/products/shopify-7 -> 200 {"ask": true}
mara FORM /console/products/shopify-8/ask -> 404
// It is in no catalog.
mara GET /console/products/shopify-8 -> 200 lacks "/ask\""
ro GET /console/products/shopify-7 -> 200 lacks "/ask\""

# Products that lack something are a list that ends when it is worked through
each $n in 100..125: PUT /api/v1/products/shopify-$n {"title": "Mug no. $n", "url": "https://fern.example/mug"} -> 200
each $n in 125..170:
  PUT /api/v1/products/shopify-$n {"title": "Mug no. $n", "url": "https://fern.example/mug", "gtin": ["40063813"]} -> 200
each $n in 150..160: PUT /api/v1/products/shopify-$n {"gtin": []} -> 200
PUT /api/v1/products/shopify-126 {"url": null, "gtin": [], "sku": "MUG"} -> 200
PUT /api/v1/products/shopify-127 {"gtin": [], "mpn": "M"} -> 200
PUT /api/v1/products/shopify-128 {"gtin": [], "mpn": "M", "brand": "K"} -> 200
mara GET /console/products -> 200 shows "href=\"/console/products?show=incomplete\"" lacks "No page"
// Among the first 50 products, 27 lack something.
mara GET /console/products?show=incomplete -> 200 times ">No page<" 1 times ">No barcode or number<" 26 shows "Mug no. 127"
  "href=\"/console/products?show=incomplete&#38;after=shopify-149\"" lacks "Mug no. 128"
// The shop's two own products have neither.
mara GET /console/products?show=incomplete&after=shopify-149
  -> 200 times ">No page<" 2 times ">No barcode or number<" 12 lacks "rel=\"next\""
each $n in 100..170:
  PUT /api/v1/products/shopify-$n {"title": "Mug no. $n", "url": "https://fern.example/mug", "gtin": ["40063813"]} -> 200
each $id in ["$mug", "$tray"]: PUT /api/v1/products/$id {"title": "Mug", "url": "https://fern.example/mug", "sku": "MUG"} -> 200
mara GET /console/products?show=incomplete -> 200 shows "Nothing is missing among these products."
