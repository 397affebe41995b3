# The page counts 7, 28 or 90 days
ask {"email": "jane0@example.com", "product_ids": ["$mug"], "delay_days": 0}
+0s FORM /review/hub/review rating=5 text=Heavy. -> 303
ask {"email": "jane1@example.com", "product_ids": ["$mug"], "delay_days": 0}
+10d ask {"email": "jane2@example.com", "product_ids": ["$mug"], "delay_days": 0}
+0s each $query $chosen $from $requests $rate in [["", "?days=28", "3 November 2026", 3, "33.3%"],
  ["?days=7", "?days=7", "24 November 2026", 1, "0.0%"], ["?days=28", "?days=28", "3 November 2026", 3, "33.3%"]]:
  mara GET /console/numbers$query -> 200 shows "Requests made from $from to 30 November 2026" "<td>$requests</td><td></td>"
    "<td>$rate</td>" "href=\"/console/numbers$chosen\" aria-current=\"true\"" lacks "Counted since 22 October 2026."
// Failures are stored for 40 days.
mara GET /console/numbers?days=90 -> 200 shows "Requests made from 2 September 2026 to 30 November 2026" "<td>3</td><td></td>"
  "<td>33.3%</td>" "href=\"/console/numbers?days=90\" aria-current=\"true\"" "Counted since 22 October 2026."
mara GET /console/numbers?days=8 -> 404
