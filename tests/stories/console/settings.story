# The look is seen before it is saved
mara GET /console/settings -> 200 shows "src=\"/console/settings/look/preview\""
mara FORM /console/settings/look/preview logo_url=https://kiln.example/logo.png shop_name="Kiln and Co" color=#7a1f3d
  color.own=on language=de -> 200 shows "Kiln and Co" "#7a1f3d" "https://kiln.example/logo.png" "Wie "
  header content-security-policy "…img-src data: https:…"
GET /api/v1/settings -> 200 {"shop_name": "Fern & Oak"}
mara GET /console/settings/look/preview -> 200 shows "Fern &#38;" lacks "Kiln"
mara FORM /console/settings/look/preview logo_url=kiln.example shop_name="Kiln and Co" color=#7a1f3d color.own=on language=de
  -> 422 shows "https://"

# Lines for the shop have its ids and color, and a code leads to the page to write
mara GET /console/settings/in-shop -> 200 shows "product=&#34;@all&#34;" "/review/write/fern/@shop" lacks "accent"
ask {"product_ids": ["$mug"], "skip_email": true}
PUT /api/v1/products/$mug {"title": "Stoneware mug"} -> 200
mara GET /console/settings/in-shop -> 200 shows "src=&#34;http://shop.example/embed/v1.js&#34;"
  "shop=&#34;fern&#34; product=&#34;$mug&#34;" "product=&#34;shopify-{…{ product.id }}&#34;"
  "structured-data=&#34;{…{ request.origin }}{…{ product.url }}#product&#34;" "postid-(\\d+)"
  "add_action( &#39;woocommerce_single_product_summary&#39;"
  "shop=&#34;fern&#34; product=&#34;woo-&#60;?php echo get_the_ID(); ?&#62;&#34;" "&#34;shop&#34;, &#34;fern&#34;"
  "<script type=\"module\" src=\"/embed/v1.js\"></script>" "No page of your shop has shown reviews yet."
  lacks "<details open>"
woocommerce connects
mara GET /console/settings/in-shop -> 200 shows "<details open><summary><b>WooCommerce"
each $origin $product in [["https://fern.example", "$mug"], ["http://shop.example", "@all"]]:
  anyone GET /p/fern/$product.json @origin=$origin -> 200
jump 8m mara GET /console/settings/in-shop -> 200 shows "fern.example" "8 minutes ago"
// Most reads are only counted in memory; each five minutes they are written.
each $n in 0..3: anyone GET /p/fern/$mug.json @origin=https://fern.example -> 200
jump 5m anyone GET /p/fern/$mug.json @origin=https://fern.example -> 200
mara GET /console/settings/in-shop -> 200 shows "Reads in the last 24 hours: at least 5."
row "T#fern.live#SEEN#498654" "SEEN#498654" {"ttl": {"N": "1795327200"}}
mara GET /console/settings/in-shop/qr.svg?product=$mug -> 200 header content-type "image/svg+xml" shows "<svg" "<path"
  between "<path" ">" $path
mara GET /console/settings/in-shop/qr.svg?product=@shop -> 200 lacks "$path"
mara GET /console/settings/in-shop/qr.svg?product=a%20b -> 404
PUT /api/v1/settings {"color": "#aa0000"} -> 200
// For the stars and the reviews, in the lines for Shopify, both kinds of WooCommerce's themes and plain HTML.
mara GET /console/settings/in-shop -> 200 times "--afterword-accent:light-dark(#aa0000," 8
mara GET /console/settings/in-shop/look.css -> 200 header content-type "text/css; charset=utf-8"
  is "afterword-stars,afterword-reviews{--afterword-accent:#aa0000}…"

# The first days' switches are the API's settings
mara GET /console/settings -> 200 shows "http://shop.example/trust/fern" "/console/settings/in-shop"
mara FORM /console/settings/reviews moderation=hold ai_questions=on -> 303
mara GET /console/settings -> 200 shows "<p>Saved: When somebody writes a review, Show published reviews in public.</p>"
  lacks "/console/settings/in-shop"
GET /api/v1/settings -> 200 {"moderation": "hold", "public_display": false}
mara FORM /console/settings/reviews moderation=hold ai_questions=on -> 303
mara GET /console/settings -> 200 shows "<p>No changes to save.</p>"
// A pause is entered and shown in the window's time zone.
mara FORM /console/settings/hours send_window.hours=only send_window.from=09:00 send_window.to=18:30 send_window.monday=on
  send_window.time_zone=europe/berlin -> 303
mara GET /console/settings -> 200 shows "<p>Saved: Send messages.</p>"
GET /api/v1/settings -> 200 {"send_window": {"from": "09:00", "to": "18:30", "days": ["monday"], "time_zone": "Europe/Berlin"}}
mara FORM /console/settings/pause paused_until=2027-03-01T09:00 -> 303
mara GET /console/settings -> 200 shows "<p>Sending is paused until 1 March 2027, 09:00.</p>"
GET /api/v1/settings -> 200 {"paused_until": "2027-03-01T08:00:00Z"}
mara GET /console/settings -> 200 shows "Sending is paused until 1 March 2027, 09:00." "2027-03-01T09:00"
mara FORM /console/settings/pause -> 303
mara GET /console/settings -> 200 shows "<p>Sending is on again.</p>"
GET /api/v1/settings -> 200 {"paused_until": null}
mara FORM /console/settings/hours send_window.hours=any -> 303
mara GET /console/settings -> 200 shows "<p>Saved: Send messages.</p>"
GET /api/v1/settings -> 200 {"send_window": null}

# A setting that is refused says so at its field and keeps what was typed
GET /api/v1/settings -> 200 is "$before"
mara FORM /console/settings/look shop_name="Fern &#38; Oak" logo_url=ftp://fern.example
  -> 422 shows "id=\"logo_url-about\" role=\"alert\">Please enter an address" "value=\"ftp://fern.example\""
mara FORM /console/settings/look shop_name=" "
  -> 422 shows "id=\"shop_name-about\" role=\"alert\">Please enter a name of 1 to 100 characters." "value=\" \""
mara FORM /console/settings/requests default_reminders=1 reminder_days="3, 2, 9"
  -> 422 shows "id=\"reminder_days-about\" role=\"alert\">Please enter three numbers" "value=\"3, 2, 9\""
mara FORM /console/settings/requests reminder_days="3 7 14" messages_a_month=3.5
  -> 422 shows "id=\"messages_a_month-about\" role=\"alert\">Please enter a number from 1" "value=\"3.5\""
mara FORM /console/settings/contact owner_email=mara@
  -> 422 shows "id=\"owner_email-about\" role=\"alert\">Please enter an email address." "value=\"mara@\""
mara FORM /console/settings/hours send_window.hours=only send_window.to=9 send_window.time_zone=Berlin
  -> 422 shows "id=\"send_window-about\" role=\"alert\">Please give two times" "value=\"Berlin\""
// The times are right.
mara FORM /console/settings/hours send_window.hours=only send_window.from=09:00 send_window.to=20:00 send_window.monday=on
  send_window.time_zone=Europe/Berln -> 422 shows "value=\"Europe/Berln\""
  "id=\"send_window-about\" role=\"alert\">Please choose a time zone from the list" times "aria-invalid" 1
  between "name=\"send_window.time_zone\"" ">" "…aria-invalid…"
// The form's list does not contain this country, but a program can still send it.
mara FORM /console/settings/look shop_name=Fern country=UK
  -> 422 shows "id=\"country-about\" role=\"alert\">Please choose a country."
mara FORM /console/settings/unknown -> 404
GET /api/v1/settings -> 200 is "$before"
mara FORM /console/settings/look shop_name=Fern shop_address="1 Example Street" color.own=on color=#C8102E language=de
  country=DE -> 303
// The page is now in the shop's language.
mara GET /console/settings -> 200 shows "<p>Saved: Name, Color of links and buttons, Language, Country.</p>"
  "value=\"#c8102e\"" "<option value=\"de\" selected>Deutsch" "<option value=\"DE\" selected>Deutschland"
GET /api/v1/settings -> 200 {"color": "#c8102e", "country": "DE"}

# Only owners read the owner's address
PUT /api/v1/settings {"owner_email": "secret@fern.example"} -> 200
jo GET /console/settings -> 200 shows "Only owners can change settings." lacks "secret@fern.example"
mara GET /console/settings -> 200 shows "secret@fern.example"
