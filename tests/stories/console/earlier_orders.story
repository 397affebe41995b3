# Rows are asked about once their number is confirmed
PUT /api/v1/suppressions/stop@example.com {"reason": "unsubscribed"} -> 200
mara GET /console/customers?status=scheduled -> 200 shows "/console/requests/earlier"
mara GET /console/requests/earlier -> 200 shows "name=\"days\" min=\"0\" max=\"89\" value=\"7\""
each $head $asked $older $odd $rest in [["Email;Order number;Customer name;Date;Products\r\n",
  "jane@example.com;1001;Jane Doe;2026-11-18 10:00:00 +0100;shopify-1\r\n",
  "jane@example.com;1002;;2026-10-01;shopify-1|shopify-2\r\njane@example.com;1003;;2026-10-02;shopify-1\r\n",
  "JANE@example.com;1001;;;\r\njune@example.com;1004;;;\r\nnobody;1005;;;\r\n",
  "joan@example.com;1006;;18.11.2026;\r\nstop@example.com;1007;;;\r\n"]]:
  mara FORM /console/requests/earlier rows="$head$asked$older$odd$rest" days=7 -> 200 shows "3 orders would be asked about."
    "The first email is due on 20 November 2026, the last on 25 November 2026." "2 lines were already asked about."
    "1 line is for a person who gets no emails from you" "2 lines cannot be read."
    "<td>7</td><td>This is not an email address.</td>" "<td>8</td><td>The date must look like 2026-11-03.</td>"
    "name=\"number\" value=\"3\""
GET /api/v1/review-requests -> 200 {"requests": []}
// The confirmed number is out of date, because a program meanwhile created a request for one of the orders.
ask {"email": "june@example.com", "order_id": "1004", "delay_days": 3}
mara FORM /console/requests/earlier/ask rows="$head$asked$older$odd$rest" days=7 number=3
  -> 200 shows "Something changed since you looked" "name=\"number\" value=\"2\""
GET /api/v1/review-requests -> 200 {"requests": [{}]}
mara FORM /console/requests/earlier/ask rows="$head$asked$older$odd$rest" days=7 number=2 -> 303 /console/customers
mara GET /console/customers?status=scheduled -> 200 shows "2 orders will be asked about."
// The older order is asked about at once.
+0s mail jane@example.com "…"
+3d mail june@example.com "…"
+2d4h mail jane@example.com "…"
// The same rows again create no requests, and the log says who did what.
mia signs in as owner
mia FORM /console/requests/earlier rows="$head$asked$older$odd$rest" days=7
  -> 200 shows "Nobody would be asked." lacks "name=\"number\" value="
GET /api/v1/audit -> 200 shows "\"ask_about_orders\",\"by\":\"member:…\"after\":{\"requests\":2}}"
mia GET /console/audit -> 200 shows "Asked about earlier orders"

# Unreadable rows are kept with their reason
rae signs in as moderator
each $rows $days $why in [["", 7, "The first line has no column “email”."],
  ["email,name\njane@example.com,Jane", 7, "The first line has no column “order”."],
  ["email,order", 7, "There is no line below the first one."],
  ["email,order\n{{jane@example.com,1\n*501}}", 7, "There are more than 500 lines."],
  ["email,order\njane@example.com,1", 90, "Please enter a number from 0 to 89."]]:
  mara FORM /console/requests/earlier rows="$rows" days=$days -> 422 shows "$why" "$rows"
// A number that the page did not show is not a confirmation.
mara FORM /console/requests/earlier/ask rows="email,order\nnobody,1" days=7 number=0 -> 200 shows "Something changed"
rae GET /console/customers?status=scheduled -> 200 lacks "/console/requests/earlier"

# Exports of Shopify and WooCommerce are known by their headings
mara signs in as owner
each $head $jane $june in [["Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Billing Name,Id\n",
  "#1005,jane@example.com,paid,2026-11-18 10:00:00 +0100,1,Mug,Jane Doe,5501\n#1005,jane@example.com,,,1,Tray,,\n",
  "#1006,june@example.com,paid,2026-11-18 11:00:00 +0100,1,Mug,June Doe,5502\n"]]:
  mara FORM /console/requests/earlier rows="$head$jane$june" days=7
    -> 200 shows "name=\"number\" value=\"2\"" lacks "cannot be read"
mara FORM /console/requests/earlier/ask rows="$head$jane$june" days=7 number=2 -> 303
each $head $mary in [[
  "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),Item Name\n",
  "2001,Completed,2026-11-18 10:00,Mary Ann,Doe,mary@example.com,Mug\n"]]:
  mara FORM /console/requests/earlier rows="$head$mary" days=7 -> 200 shows "name=\"number\" value=\"1\"" lacks "cannot be read"
mara FORM /console/requests/earlier/ask rows="$head$mary" days=7 number=1 -> 303
each $order in ["#1005", "#1006", "2001"]:
  GET /api/v1/review-requests -> 200 shows "\"order_id\":\"$order\"" times "\"order_id\"" 3
+7d mail jane@example.com "…Jane…?"
mail june@example.com "…June…?"
mail mary@example.com "…Mary Ann…?"
