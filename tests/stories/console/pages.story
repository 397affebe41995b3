# Settings list their parts in order, and each place its pages
mara GET /console/settings -> 200
  between "<nav class=\"parts\"" "</nav>" "…\"#place\"…\"#look\"…\"#hours\"…\"#requests\"…\"#reviews\"…\"#replies\"…\"#contact\"…\"#pause\"…"
  shows "id=\"place\"…id=\"look\"…id=\"hours\"…id=\"requests\"…id=\"reviews\"…id=\"replies\"…id=\"contact\"…id=\"pause\""
  "<button class=\"btn\">Pause</button>" ">Orders</a>…>Your own words</a>…>Developers</a>…>Team</a>…>Your data</a>…>You</a>"
  times "<li><a href=\"/console/" 6
mara GET /console/data -> 200 shows "id=\"export\"…id=\"everything\"…id=\"data\"…id=\"end\""
mara GET /console/products -> 200 shows ">In your shop</a>…>Google</a>"
jo signs in as reader
jo GET /console/settings -> 200 shows ">Team</a>" lacks ">Orders</a>" ">Developers</a>" ">Your data</a>"

# The page about oneself has the account, keys and help
mara GET /console/today -> 200 shows "<a href=\"/console/you\">You</a>"
mara GET /console/you -> 200 shows
  "action=\"/console/sign-out\"…action=\"/console/you/language\"…>Keyboard shortcuts</h2>…<kbd>j</kbd>…>If something isn’t working</h2>…"
  ">If something isn’t working</h2>…Afterword …</main>"

# Pages are of this host alone and are not stored
// Browsers send `Origin: null` without a referrer.
each $page in ["members", "you", "sign-in"]:
  mara GET /console/$page -> 200 header cache-control "no-store" header referrer-policy "same-origin"
  header x-frame-options "DENY" header content-security-policy "default-src 'none'…frame-ancestors 'none'…"
  lacks " style=" "<script>"
mara GET /console/ -> 303 /console
mara GET /console/nowhere -> 404 shows "href=\"/console/reviews\"" header cache-control "no-store"

# A list goes on where its page ends
each $n in 0..30: ask {"order_id": "ORD-$n"}
mara GET /console/customers?status=scheduled -> 200 times "class=\"row\"" 25
  between "href=\"/console/customers?status=scheduled&#38;before=" "\" rel=\"next\"" $before
mara GET /console/customers?status=scheduled&before=$before -> 200 times "class=\"row\"" 5 lacks "rel=\"next\""

# A customer's page says why the shop may ask
shopify connects {"after": "fulfilled"}
shopify says orders/updated shipped {"buyer_accepts_marketing": true}
mara FORM /console/customers/find find=jane@example.com -> 303 header location $jane
mara GET $jane -> 200 shows "Bought from you: order " "Agreed to marketing in Shopify, as of"
shopify says orders/updated again {"buyer_accepts_marketing": false}
mara GET $jane -> 200 shows "Bought from you: order " "Did not agree to marketing in Shopify"
PUT /api/v1/suppressions/jane@example.com -> 200
mara GET $jane -> 200 lacks "Bought from you"
