## Files

files-page = Files
files-about = Bring reviews from another system, or take yours with you.
files-import = Import reviews
files-import-about = A file of up to 100 MB, as the other system exports it. Reviews that are already here are skipped, so importing a file twice is safe.
files-format = Where is the file from?
files-format-wrong = Please say where the file is from.
files-format-afterword = Afterword
files-format-afterword-about = a file from this page, of this shop or another
files-format-okendo = Okendo
files-format-judgeme = Judge.me
files-format-yotpo = Yotpo
files-format-loox = Loox
files-try = Try it first
files-do = Import for good
files-kinds-about = A trial reads every line and tells you what an import would do. Nothing is stored.
files-export = Your reviews as a file
files-export-about = All of them, public or not, as a table for spreadsheets (CSV). It contains what customers wrote about themselves: keep it safe.
files-download = Download reviews
files-parts = Without JavaScript, a download has only the oldest 5,000 reviews.
files-all = Files
files-heading-try = Trial import from { $system }
files-heading-do = Import from { $system }
files-heading-try-any = Trial import
files-heading-do-any = Import
files-choose = Choose the file
files-choose-about = CSV or JSON, up to 100 MB. The upload starts when you press the button.
files-upload = Upload
files-upload-over = The hour for the upload is over. Please start again.
files-again = Start again
files-arrived = The file has arrived and will be read in a moment.
files-running = The file is being read.
files-progress = { $rows } of about { $all } rows.
files-tried = Nothing was stored. This is what an import would do:
files-done = Done.
files-failed = The file could not be read to the end. What was imported before that stays.
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
        [one] { $count } line skipped
       *[other] { $count } lines skipped
    }
files-to-reviews = To the reviews
files-for-good = Now import it for good
files-for-good-about = Choose the same file once more.
files-faults = Line by line
files-faults-about = The first 20 of each kind.
files-row = Review no.
files-line = Line
files-column = Column
files-what = What to do
files-move = Move here
files-move-about = All reviews from another system, in a day. Everything can be undone until the last step.
files-step-1 = Connect the shop, so that its products and orders are known, and pause sending.
files-step-2 = Export everything from the old system, and try the file below. Nothing is stored.
files-step-2-from = Files from Judge.me, Loox, Yotpo, Okendo, Stamped, Shopify Product Reviews, WooCommerce, CusRev and WebToffee are recognised; the help of each says where its export is.
files-step-3 = Import the same file for good. What was public there is public here; what was hidden is withheld.
files-step-4 = Put our reviews on a hidden page next to the old ones, and compare.
files-step-5 = Switch off the old system’s stars for search engines, and switch ours on.
files-step-6 = Resume sending. Your shop does not ask again about products that somebody already reviewed there.
files-format-auto = Detect it from the headings
files-format-stamped = Stamped
files-format-spr = Shopify Product Reviews
files-format-woocommerce = WooCommerce
files-format-cusrev = CusRev
files-format-webtoffee = WebToffee
files-format-generic = another system
files-platform = Whose product numbers does the file use?
files-platform-auto = Those of the connected shop
files-platform-choose = Please choose
files-platform-shopify = Shopify’s
files-platform-woocommerce = WooCommerce’s
files-platform-needed = Please say whose product numbers the file uses: there is not exactly one connected shop.
files-product-shop = All reviews are about the shop itself
files-dates = Dates such as 03/02/2025
files-dates-auto = Tell me which lines have them
files-dates-day_first = The day comes first
files-dates-month_first = The month comes first
files-public = Public: { $count }
files-waiting = Waiting: { $count }
files-contact-data = Of these, with contact details in the text: { $count }
files-hidden = Withheld, because the earlier system did not show them: { $count }
files-answers = Your answers, which came with their reviews: { $count }
files-removed = Removed again: { $count }
files-kept = Kept, because they were decided on, answered or changed: { $count }
files-reasons = Why lines were skipped
files-notes = What was shortened or left out
files-unread = Columns that were not read: { $columns }
files-report = Download the report as a table
files-unknown = Products that you do not have
files-unknown-about = Their reviews were skipped. Say which product each one is: its ID here, @shop for the shop itself, or - to skip it. Then import the file again.
files-answer = Save
files-answered = Saved. Now try or import the same file again.
files-answer-wrong = “{ $name }”: please enter an ID such as shopify-7125386199075, @shop or -.
files-products = Product by product
files-undescribed = Lines about products that your shop has not described here: { $count }. Check their numbers: if one is wrong, its reviews are on no page of your shop.
files-note = Note:
files-undo = Undo this import
files-undo-about = Removes all its reviews again, as long as none of them was decided on or answered. You can import the file again afterwards.
files-undo-stuck = If nothing changes within ten minutes, press the button again.
files-undo-touched = Not undone. Reviews that were decided on, answered or changed since then: { $count }
files-undo-nothing = There is nothing to undo.
files-undoing = The reviews of this import are being removed.
files-undone = Undone. You can import the file again.
files-try-failed = The file could not be read to the end. Nothing was stored.
files-other-system = Start again
files-try-again = Try this file again
files-again-about = The file is kept here for a day, and what you chose stays. Nothing is uploaded again.
files-again-choose = Please choose one of them.
fault-empty_file = The file has no rows. Choose one with headings and reviews.
fault-missing_column = Add this column to the headings, or choose the system whose headings the file has.
fault-missing_product = The file has no column of products. Add it to the headings, or import all its reviews as reviews of the shop itself.
fault-row_too_long = The row has more than 128 KiB. Look for a quotation mark that is never closed.
fault-not_utf8 = Save the file in UTF-8: Excel calls it “CSV UTF-8”, other programs ask for the character set.
fault-too_many_cells = The row has more cells than there are headings. Put cells that contain commas in quotation marks.
fault-invalid_json = The line must be one JSON object.
fault-invalid_platform = Write one of: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = The ID was left out: it may have at most 128 characters, on one line.
fault-invalid_product_id = Use a product ID such as “shopify-7125386199075”, or its number.
fault-invalid_rating = Use a whole number from 1 to 5.
fault-invalid_title = The headline was cut to 200 characters on one line.
fault-invalid_body = The text was cut to 5,000 characters.
fault-invalid_name = The name was cut to 100 characters on one line.
fault-invalid_created_at = Use a time in the past, such as 2026-11-20T06:00:00Z, or a day such as 2026-11-20.
fault-invalid_reply = The reply was cut to 10,000 characters.
fault-invalid_language = The language was left out: the customer’s page is not available in it.
fault-invalid_photo_urls = Only the first 10 photos were imported.
fault-duplicate = This review is already here: it has the same ID, or the same product, name, stars, text, date and address.
fault-erased = This person’s data was erased. Remove the row from the file.
fault-undo_incomplete = Some reviews of this import were not found and are still here. Undo it once more, and withhold the others under Reviews.
fault-file_gone = The file was deleted before it was read to the end. Import it again: reviews that are already here are skipped.
fault-file_changed = Another file was uploaded while this one was being read. Import it again: reviews that are already here are skipped.
fault-photos_not_imported = The review was imported without these photos: each address must start with https:// and a host name.
fault-not_text = This is a workbook or an archive. Save it as CSV, or unpack it first.
fault-unknown_format = We know no system with these headings. Say where the file is from.
fault-platform_needed = The file names products by number. Say whether they are Shopify’s or WooCommerce’s.
fault-broken_list = An object of the JSON list is broken, does not end or has more than 128 KiB. Export the file again: reviews that are already here are skipped.
fault-unread_status = This column seems to say which reviews were public, but it would not be read. Choose the system that the file is from, or delete the column if it means something else.
fault-too_many_open_quotes = 100 lines have a quotation mark that is never closed. Export the file again.
fault-open_quote = A quotation mark in this line is never closed. Reading continued on the next line.
fault-unknown_product = You have no product with this id, handle or SKU. Say below which one it is.
fault-left_out = You chose to skip this product’s reviews.
fault-ambiguous_date = Day and month could be either way round. Say which comes first.
fault-comment_on_review = This is a comment on a review, not a review. You can reply to the review here.
fault-invalid_reply_date = The reply’s date could not be read. The reply has today’s date.
fault-half_stars = Half a star was rounded up.
fault-read_month_first = Read with the month first. If that is right for all dates, say so.
fault-read_as_windows_1252 = Not in UTF-8, so it was read as windows-1252. Please check the accented letters.

## Everything that the shop has

everything = Everything as files
everything-about = Everything that is stored about the shop, as JSON Lines: settings, products, customers, orders, requests, messages, reviews, suppressions and the audit log. The files contain personal data of all customers: keep them safe. They are deleted after a day, and when somebody’s data is erased.
everything-made = Requested at { $asked }. The files can be downloaded until { $gone }.
everything-running = Requested at { $asked }. The files are being prepared.
everything-lines = { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
everything-make = Prepare the files
