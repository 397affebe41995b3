# Products are linked at the shop's own domain
each $id $url in [["$mug", "https://fern.myshopify.com/products/mug?variant=7"], ["$tray", "https://other.example/tray"]]:
  PUT /api/v1/products/$id {"title": "Stoneware mug", "url": "$url"} -> 200
review {"product_ids": ["$tray"]} rating=4 text=Lovely. display_name=
review rating=4 text=Lovely. display_name=
each $page in ["/p/fern/@all.json", "/p/fern/$mug.json", "/p/fern/$mug.html", "/p/fern/$mug.jsonld", "$hub"]:
  anyone GET $page -> 200 shows "https://fern.myshopify.com/products/mug?variant=7"
PUT /api/v1/settings {"storefront_url": "https://fern.example"} -> 200
// Caches may keep a page for a minute.
jump 1m each $page in ["/p/fern/@all.json", "/p/fern/$mug.json", "/p/fern/$mug.html", "/p/fern/$mug.jsonld", "$hub"]:
  anyone GET $page -> 200 shows "https://fern.example/products/mug?variant=7" lacks "myshopify.com"
anyone GET /p/fern/@all.json -> 200 shows "https://other.example/tray"
// The API shows what it was given.
GET /api/v1/products/$mug -> 200 {"url": "https://fern.myshopify.com/products/mug?variant=7"}

# Own words may name the shop's domain
PUT /api/v1/settings {"shop_name": "Fern.shop"} -> 422 invalid_shop_name
PUT /api/v1/settings {"shop_name": "Fern.shop", "storefront_url": "https://fern.shop"} -> 200

# Today says when products are linked at Shopify, which takes no call
PUT /api/v1/products/$mug {"title": "Stoneware mug", "url": "https://fern.example/mug"} -> 200
review rating=4 text=Lovely. display_name=
mara GET /console/today -> 200 lacks "Products are linked at myshopify.com"
PUT /api/v1/products/$mug {"title": "Stoneware mug", "url": "https://fern.myshopify.com/products/mug"} -> 200
mara GET /console/today -> 200
  shows "Products are linked at myshopify.com" "href=\"/console/settings#contact\""
  costs BatchGetItem Query Query Query Query Query Query Query BatchGetItem
mara FORM /console/settings/contact storefront_url=https://fern.example/ -> 303
GET /api/v1/settings -> 200 {"storefront_url": "https://fern.example"}
mara GET /console/today -> 200
mara GET /console/today -> 200 lacks "Products are linked at myshopify.com" costs BatchGetItem Query Query Query Query Query Query Query BatchGetItem
mara FORM /console/settings/contact storefront_url=https://fern.myshopify.com -> 422 shows "not at myshopify.com"
