## Orders of the time before

earlier-heading = Ask about earlier orders
earlier-link = Earlier orders
earlier-about = For customers who bought before you came here. Nothing is sent until you confirm a number.
earlier-rows = Orders, one on each line
earlier-rows-about = Paste cells of a spreadsheet or lines of a CSV file, at most { $count }. The first line names the columns: email and order, and, if you have them, name, date (such as 2026-11-03), products and language.
earlier-days = Days from the order to the email
earlier-days-about = From 0 to 89. An order that is older, or has no date, is asked about at once.
earlier-days-wrong = Please write a number from 0 to 89.
earlier-try = See what would happen
earlier-would = { $count ->
        [0] Nobody would be asked.
        [one] 1 order would be asked about.
       *[other] { $count } orders would be asked about.
    }
earlier-due = The first email is due on { $first }, the last on { $last }.
earlier-due-one = The emails are due on { $first }.
earlier-before = { $count ->
        [one] 1 line is about something that was asked about before.
       *[other] { $count } lines are about something that was asked about before.
    }
earlier-insiders = { $count ->
        [one] 1 line is of a person who works for you.
       *[other] { $count } lines are of people who work for you.
    }
earlier-suppressed = { $count ->
        [one] 1 line is of a person whom you do not email: unsubscribed, bounced or stopped.
       *[other] { $count } lines are of people whom you do not email: unsubscribed, bounced or stopped.
    }
earlier-wrong = { $count ->
        [one] 1 line cannot be read.
       *[other] { $count } lines cannot be read.
    }
earlier-wrong-email = This is no email address.
earlier-wrong-order = The order’s number is missing or too long.
earlier-wrong-name = The name is too long.
earlier-wrong-date = The date is not written like 2026-11-03.
earlier-wrong-products = A product’s id is not written like shopify-7125386199075.
earlier-wrong-language = The language is not written like en or de-AT.
earlier-ask = { $count ->
        [one] Ask about 1 order
       *[other] Ask about { $count } orders
    }
earlier-done = { $count ->
        [one] 1 order is asked about.
       *[other] { $count } orders are asked about.
    }
earlier-changed = Something changed since you looked. This is what would happen now.
earlier-missing = The first line names no column “{ $column }”.
earlier-no-rows = There is no line below the first.
earlier-too-many = These are more than { $count } lines. Please paste them in parts.
