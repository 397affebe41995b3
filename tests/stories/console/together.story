# A person joins products, sees what that does to the number, and takes one away, whatever the shop's system says
woocommerce connects
woocommerce says product {"id": "woo-1", "title": "Mug"}
woocommerce says product {"id": "woo-2", "title": "Blue mug", "of": "woo-1"}
woocommerce says product {"id": "woo-3", "title": "Mug, old listing", "sku": "MUG-7"}
woocommerce says product {"id": "woo-4", "title": "Tray"}
review {"product_ids": ["woo-1"]} rating=5 text=Lovely.
review {"email": "ann@example.com", "product_ids": ["woo-2"]} rating=4 text=Fine.
review {"email": "lee@example.com", "product_ids": ["woo-3"]} rating=3 text=Heavy.
mara GET /console/products/woo-1 -> 200 shows "<h2 id=\"h-together\">Shown together with</h2><span class=\"s\">4.5 from 2</span>"
  "<bdi>Blue mug</bdi></a><br><span class=\"s\">4.0 from 1 · <bdi>woo-2</bdi>" "Take away" lacks "Show alone" "Tray"
mara GET /console/products/woo-1?find=old+MUG -> 200 shows "<bdi>Mug, old listing</bdi>" "4.5 from 2 becomes 4.0 from 3"
  times "becomes" 1
mara GET /console/products/woo-2?find=mug-7 -> 200 shows "4.5 from 2 becomes 4.0 from 3" "Show alone"
mara GET /console/products/woo-3?find=blue -> 200 shows "3.0 from 1 becomes 4.0 from 3"
mara GET /console/products/woo-1?find=spoon -> 200 shows "Nothing here."
// A product joins the group of the page's product, whichever of them the page is.
mara FORM /console/products/woo-2/together product=woo-3 as=one -> 303 /console/products/woo-2#together
mara GET /console/products/woo-2 -> 200 shows "Mug, old listing is shown together with it now." "4.0 from 3"
GET /api/v1/products/woo-3 -> 200 {"of": "woo-1"}
jump 1m anyone GET /p/fern/woo-3.json -> 200 {"rating": {"average": 4.0, "count": 3}}
// What was taken away stays away, until the person leaves it to the system.
mara FORM /console/products/woo-1/together product=woo-2 as=alone -> 303
woocommerce says product {"id": "woo-2", "title": "Blue mug", "of": "woo-1"}
GET /api/v1/products/woo-2 -> 200 {"of": null}
mara GET /console/products/woo-2 -> 200 shows "belongs to Mug. You chose that it is shown alone." "Follow the system"
  lacks "Show alone"
mara FORM /console/products/woo-2/together product=woo-2 as=system -> 303
mara GET /console/products/woo-2 -> 200 lacks "Follow the system" shows "Show alone"
GET /api/v1/products/woo-2 -> 200 {"of": "woo-1"}
ro GET /console/products/woo-2 -> 200 shows "4.0 from 3" lacks "Take away" "Show alone" "name=\"find\""
ro GET /console/products/woo-4 -> 200 lacks "Shown together with"
ro FORM /console/products/woo-2/together product=woo-2 as=alone -> 403
mara FORM /console/products/woo-2/together product=woo-2 as=one -> 422
mara FORM /console/products/woo-2/together product=woo-3 as=two -> 404
GET /api/v1/audit -> 200 {"entries": [
  {"what": "group_product", "target": "woo-2", "before": {"of": null}, "after": {"of": "woo-1"}},
  {"what": "group_product", "target": "woo-2", "before": {"of": "woo-1"}, "after": {"of": null}},
  {"what": "group_product", "target": "woo-3", "before": {"of": null}, "after": {"of": "woo-1"}}, "…"]}
mara GET /console/audit -> 200 shows "Changed which products are shown together<br><a href=\"/console/products/woo-2\">"
