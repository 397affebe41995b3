# The page counts 28 or 90 days, this month or the last
ask {"email": "jane0@example.com", "product_ids": ["$mug"], "delay_days": 0}
+0s FORM /review/hub/review rating=5 text=Heavy. -> 303
ask {"email": "jane1@example.com", "product_ids": ["$mug"], "delay_days": 0}
+10d ask {"email": "jane2@example.com", "product_ids": ["$mug"], "delay_days": 0}
+0s each $query $chosen $from $requests $rate in [["", "?days=28", "3 November 2026", 3, "33.3%"],
  ["?days=this-month", "?days=this-month", "1 November 2026", 3, "33.3%"], ["?days=28", "?days=28", "3 November 2026", 3, "33.3%"]]:
  mara GET /console/numbers$query -> 200 shows "Requests made from $from to 30 November 2026" "<td>$requests</td><td></td>"
    "<td>$rate</td>" "href=\"/console/numbers$chosen\" aria-current=\"true\"" lacks "Counted since 22 October 2026."
// Failures are stored for 40 days.
mara GET /console/numbers?days=90 -> 200 shows "Requests made from 2 September 2026 to 30 November 2026" "<td>3</td><td></td>"
  "<td>33.3%</td>" "href=\"/console/numbers?days=90\" aria-current=\"true\"" "Counted since 22 October 2026."
each $days in ["7", "8", ""]: mara GET /console/numbers?days=$days -> 404
// What failed after a month is not the month's.
+1d mia signs in as owner
ask {"email": "bounce@example.com", "delay_days": 0}
+1m mia GET /console/numbers?days=this-month -> 200 shows "Requests made from 1 December 2026 to 1 December 2026" "<td>1</td><td></td>"
  "On the day before: 0 of 1." "address or number does not exist"
mia GET /console/numbers?days=last-month -> 200 shows "Requests made from 1 November 2026 to 30 November 2026" "<td>3</td><td></td>"
  "<td>33.3%</td>" "href=\"/console/numbers?days=last-month\" aria-current=\"true\"" lacks "address or number does not exist"
