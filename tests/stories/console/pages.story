# Settings list their parts in order and suggest time zones
mara GET /console/settings -> 200
  between "<nav class=\"parts\"" "</nav>" "…\"#look\"…\"#hours\"…\"#requests\"…\"#reviews\"…\"#replies\"…\"#contact\"…"
  between "<nav class=\"parts\"" "</nav>" "…\"#contact\"…\"#data\"…\"#pause\"…\"#end\"…"
  shows "id=\"look\"…id=\"hours\"…id=\"requests\"…id=\"reviews\"…id=\"replies\"…id=\"contact\"…id=\"data\""
  "id=\"data\"…id=\"pause\"…id=\"end\"" "<option value=\"UTC\"></option>" "<option value=\"Europe/Berlin\"></option>"
  "<option value=\"America/Argentina/Buenos_Aires\"></option>" "<button class=\"btn\">Pause</button>" lacks "US/Pacific" "Etc/"

# More keeps pages, the public, the account, keys and help apart
mara GET /console/today -> 200 shows "<a href=\"/console/more\">More</a>"
mara GET /console/more -> 200 shows
  ">Pages</h2>…href=\"/console/numbers\"…>In public</h2>…>Your account</h2>…action=\"/console/more/language\"…"
  ">Your account</h2>…action=\"/console/sign-out\"…>Keyboard shortcuts</h2>…<kbd>j</kbd>…>If something isn’t working</h2>…"
  ">If something isn’t working</h2>…Afterword …</main>"

# Pages are of this host alone and are not stored
// Browsers send `Origin: null` without a referrer.
each $page in ["members", "more", "sign-in"]:
  mara GET /console/$page -> 200 header cache-control "no-store" header referrer-policy "same-origin"
  header x-frame-options "DENY" header content-security-policy "default-src 'none'…frame-ancestors 'none'…"
  lacks " style=" "<script>"
mara GET /console/ -> 303 /console
mara GET /console/nowhere -> 404 shows "href=\"/console/reviews\"" header cache-control "no-store"

# A list goes on where its page ends
each $n in 0..30: ask {"order_id": "ORD-$n"}
mara FORM /console/requests/find find=jane@example.com -> 303 header location $found
mara GET /console/requests -> 200 times "class=\"row\"" 25 between "href=\"/console/requests?before=" "\" rel=\"next\"" $before
mara GET /console/requests?before=$before -> 200 times "class=\"row\"" 5 lacks "rel=\"next\""
mara GET $found -> 200 times "class=\"row\"" 25 between "&#38;before=" "\"" $last
mara GET $found&before=$last -> 200 times "class=\"row\"" 5 lacks "rel=\"next\""

# A customer's page says why the shop may ask
shopify connects {"after": "fulfilled"}
shopify says orders/updated shipped {"buyer_accepts_marketing": true}
mara FORM /console/customers/find find=jane@example.com -> 303 header location $jane
mara GET $jane -> 200 shows "Bought from you: order " "Agreed to marketing in Shopify, as of"
shopify says orders/updated again {"buyer_accepts_marketing": false}
mara GET $jane -> 200 shows "Bought from you: order " "Did not agree to marketing in Shopify"
PUT /api/v1/suppressions/jane@example.com -> 200
mara GET $jane -> 200 lacks "Bought from you"
