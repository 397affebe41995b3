## Orders of the time before

earlier-heading = Ask about earlier orders
earlier-link = Earlier orders
earlier-about = For customers who bought before you started here. Nothing is sent until you confirm how many.
earlier-rows = Orders, one per line
earlier-file = Open a file
earlier-rows-about = Paste spreadsheet cells or lines of a CSV file, at most { $count }. The first line names the columns: email and order, and, if you have them, name, date (such as 2026-11-03), products and language.
earlier-days = Days from the order to the email
earlier-days-about = From 0 to 89. Orders that are older or have no date are asked about at once.
earlier-days-wrong = Please enter a number from 0 to 89.
earlier-try = See what would happen
earlier-would = { $count ->
        [0] Nobody would be asked.
        [one] 1 order would be asked about.
       *[other] { $count } orders would be asked about.
    }
earlier-due = The first email is due on { $first }, the last on { $last }.
earlier-due-one = The emails are due on { $first }.
earlier-before = { $count ->
        [one] 1 line was already asked about.
       *[other] { $count } lines were already asked about.
    }
earlier-insiders = { $count ->
        [one] 1 line is for a person who works for you.
       *[other] { $count } lines are for people who work for you.
    }
earlier-unasked = { $count ->
        [one] 1 line has only products that nobody is asked about.
       *[other] { $count } lines have only products that nobody is asked about.
    }
earlier-suppressed = { $count ->
        [one] 1 line is for a person who gets no emails from you: unsubscribed, bounced or stopped.
       *[other] { $count } lines are for people who get no emails from you: unsubscribed, bounced or stopped.
    }
earlier-wrong = { $count ->
        [one] 1 line cannot be read.
       *[other] { $count } lines cannot be read.
    }
earlier-wrong-email = This is not an email address.
earlier-wrong-order = The order number is missing or too long.
earlier-wrong-name = The name is too long.
earlier-wrong-date = The date must look like 2026-11-03.
earlier-wrong-products = A product ID must look like shopify-7125386199075.
earlier-wrong-language = The language must look like en or de-AT.
earlier-ask = { $count ->
        [one] Ask about 1 order
       *[other] Ask about { $count } orders
    }
earlier-done = { $count ->
        [one] 1 order will be asked about.
       *[other] { $count } orders will be asked about.
    }
earlier-changed = Something changed since you looked. This is what would happen now.
earlier-missing = The first line has no column “{ $column }”.
earlier-no-rows = There is no line below the first one.
earlier-too-many = There are more than { $count } lines. Please paste them in several parts.
