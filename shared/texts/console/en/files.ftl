## Files

files-page = Files
files-about = Bring reviews from another system, or take yours with you.
files-import = Import reviews
files-import-about = A file of up to 100 MB, as the other system exports it. Reviews that are known already are left out, so that a file may come twice.
files-format = Where is the file from?
files-format-wrong = Please say where the file is from.
files-format-afterword = Afterword
files-format-afterword-about = a file from this page, here or of another shop
files-format-okendo = Okendo
files-format-judgeme = Judge.me
files-format-yotpo = Yotpo
files-format-loox = Loox
files-try = Try it first
files-do = Import for good
files-kinds-about = A try reads every line and tells you what it would do. Nothing is stored.
files-export = Your reviews as a file
files-export-about = All of them, public or not, as a table for spreadsheets (CSV). What a customer wrote about themselves is in it: keep it well.
files-download = Download reviews
files-parts = Without JavaScript a download has the oldest 5,000 reviews.
files-all = Files
files-heading-try = A try with a file from { $system }
files-heading-do = Import from { $system }
files-choose = Choose the file
files-choose-about = CSV or lines of JSON, up to 100 MB. The upload begins when you press the button.
files-upload = Upload
files-upload-over = The hour for the upload is over. Begin again.
files-again = Begin again
files-arrived = The file is here and is read in a moment.
files-running = The file is being read.
files-look = Look again
files-tried = Nothing was stored. This is what an import would do:
files-done = Done.
files-failed = The file could not be read to its end. What was imported until then stays.
files-rows =
    { $count ->
        [one] { $count } review read
       *[other] { $count } reviews read
    }
files-would =
    { $count ->
        [one] { $count } review would be imported
       *[other] { $count } reviews would be imported
    }
files-imported =
    { $count ->
        [one] { $count } review imported
       *[other] { $count } reviews imported
    }
files-skipped =
    { $count ->
        [one] { $count } line left out
       *[other] { $count } lines left out
    }
files-to-reviews = To the reviews
files-for-good = Now import it for good
files-for-good-about = Choose the same file once more.
files-faults = Line by line
files-faults-about = Of each kind the first 20.
files-line = Line
files-column = Column
files-what = What to do
files-move = Move here
files-move-about = All reviews of another system, in a day. Until the last step everything can be taken back.
files-step-1 = Connect the shop and pause sending, so that its products and orders are known.
files-step-2 = Export everything from the old system, and try the file below. Nothing is stored.
files-step-3 = Import the same file for good. What was public there is public here, what was hidden waits for you.
files-step-4 = Put our reviews on one hidden page beside the old ones, and compare.
files-step-5 = Switch the old system’s stars for search engines off, and ours on.
files-step-6 = End the pause. Who reviewed a product there is not asked about it again by your shop.
files-format-auto = Its headings say it
files-format-stamped = Stamped
files-format-spr = Shopify Product Reviews
files-format-woocommerce = WooCommerce
files-format-cusrev = CusRev
files-format-webtoffee = WebToffee
files-format-generic = another system
files-platform = Whose product numbers does it have?
files-platform-auto = those of the connected shop
files-platform-shopify = Shopify’s
files-platform-woocommerce = WooCommerce’s
files-platform-needed = Please say whose product numbers the file has: one shop alone is not connected.
files-dates = Dates such as 03/02/2025
files-dates-auto = say which lines have them
files-dates-day_first = the day comes first
files-dates-month_first = the month comes first
files-old = What the old system shows
files-old-about = You may leave this empty. Then nobody notices if the file has less than the old system.
files-old-reviews = Public reviews
files-old-average = Average, such as 4.72
files-old-wrong = Please type the number of reviews in digits, and an average from 1 to 5 with two decimals at most.
files-public = Public: { $count }
files-waiting = Waiting for you: { $count }
files-hidden = Of these, hidden in the old system: { $count }
files-explained = 0 unexplained: every review has its reason.
files-unexplained = Unexplained: { $count }
files-compare = Before and after
files-compare-who = According to
files-compare-reviews = Public reviews
files-compare-average = Average
files-compare-said = the old system
files-compare-file = the file
files-compare-here = your pages here
files-reasons = Why lines were left out
files-notes = What came cut or without a part
files-unread = Columns that were not read: { $columns }
files-report = Take the report as a table
files-unknown = Products that you do not have
files-unknown-about = Their reviews were left out. Say which product each is: its id here, @shop for the shop itself, or - to leave it out. Then import the file again.
files-answer = Save
files-answered = Saved. Now try or import the same file again.
files-answer-wrong = “{ $name }”: please type an id such as shopify-7125386199075, @shop or -.
files-products = Product by product
files-product = Product
files-there = There
files-here = Here
files-waits = Waiting
files-note = Note:
files-undo = Undo this import
files-undo-about = Takes all its reviews out again, as long as nobody has decided about or answered one of them. The file can come again.
files-undo-touched = Not undone. Reviews that were decided about, answered or changed since: { $count }
files-undo-nothing = There is nothing to undo.
files-undoing = The reviews of this import are being taken out.
files-undone = Undone. The file can come again.
files-try-failed = The file could not be read to its end. Nothing was stored.
files-other-system = Begin again
fault-empty_file = The file has no row. Choose one with headings and reviews.
fault-missing_column = Add this column to the headings, or say that the file is from the system whose headings it has.
fault-row_too_long = The row has more than 128 KiB. Look for a quotation mark without its counterpart.
fault-not_utf8 = Save the file in UTF-8.
fault-too_many_cells = The row has more cells than there are headings. Put cells with commas in quotation marks.
fault-invalid_json = The line must be one JSON object.
fault-invalid_platform = Write one of: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = The id was left out: at most 128 characters, on one line.
fault-invalid_product_id = A product’s id such as “shopify-7125386199075”, or its number.
fault-invalid_rating = A whole number from 1 to 5.
fault-invalid_title = The headline was cut to 200 characters on one line.
fault-invalid_body = The text was cut to 5,000 characters, without control characters.
fault-invalid_name = The name was cut to 100 characters on one line.
fault-invalid_created_at = A time that is over, such as 2026-11-20T06:00:00Z, or a day such as 2026-11-20.
fault-invalid_reply = The answer was cut to 10,000 characters, without control characters.
fault-invalid_language = The language was left out: the customer’s page does not have it.
fault-invalid_photo_urls = Only the first 10 photos came.
fault-duplicate = This review is known: by its id, or by its product, name, stars, text, date and address.
fault-erased = The data of the person with this address was erased. Take the row out of the file.
fault-file_gone = The file was deleted before all of it was read. Import it again: known reviews are left out.
fault-file_changed = Another file was uploaded while this one was read. Import it again: known reviews are left out.
fault-photos_not_imported = The review came without these photos: each address must start with https:// and the name of a host.
fault-not_text = This is a workbook or an archive. Save it as CSV, or unpack it first.
fault-unknown_format = No system that we know has these headings. Say where the file is from.
fault-platform_needed = The file names products by number. Say whether they are Shopify’s or WooCommerce’s.
fault-too_many_open_quotes = 100 lines have a quotation mark without its counterpart. Export the file again.
fault-open_quote = A quotation mark in this line has no counterpart. Reading went on with the next line.
fault-unknown_product = You have no product with this id, handle or SKU. Say below which one it is.
fault-left_out = You said that this product’s reviews are left out.
fault-ambiguous_date = Day and month could be either way round. Say which comes first.
fault-comment_on_review = A comment on a review, and no review. Answer the review here.
fault-invalid_reply_date = The answer’s date cannot be read. The answer has today’s.
fault-half_stars = Half a star was rounded.
fault-read_month_first = Read with the month first. If all dates are so, say it.
fault-read_as_windows_1252 = Not in UTF-8, read as windows-1252. Look at its accents.

## Everything that the shop has

everything = Everything as files
everything-about = All that is stored of the shop, as JSON Lines: settings, products, customers, orders, requests, messages, reviews, suppressions and what was done. The files are personal data of all customers: keep them well. They are deleted after a day, and when somebody’s data is erased.
everything-made = Asked for at { $asked }. The files can be downloaded until { $gone }.
everything-running = Asked for at { $asked }. The files are being made.
everything-lines = { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
everything-look = Look again
everything-make = Make the files
