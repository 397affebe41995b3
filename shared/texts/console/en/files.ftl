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
fault-empty_file = The file has no row. Choose one with headings and reviews.
fault-missing_column = Add this column to the headings, or say that the file is from the system whose headings it has.
fault-row_too_long = The row has more than 128 KiB. Look for a quotation mark without its counterpart.
fault-not_utf8 = Save the file in UTF-8.
fault-too_many_cells = The row has more cells than there are headings. Put cells with commas in quotation marks.
fault-invalid_json = The line must be one JSON object.
fault-invalid_platform = Write one of: betterreviews, okendo, judgeme, yotpo, loox, wix.
fault-invalid_external_review_id = At most 128 characters, on one line.
fault-invalid_product_id = A product’s id such as “shopify-7125386199075”, or its number in Shopify.
fault-invalid_rating = A whole number from 1 to 5.
fault-invalid_title = At most 200 characters, on one line.
fault-invalid_body = At most 5,000 characters, without control characters.
fault-invalid_name = At most 100 characters, on one line.
fault-invalid_created_at = A time that is over, such as 2026-11-20T06:00:00Z, or a day such as 2026-11-20.
fault-invalid_reply = At most 10,000 characters, without control characters. Its times must be over.
fault-invalid_language = One of the languages of the customer’s page, or nothing.
fault-invalid_photo_urls = At most 10 addresses.
fault-duplicate = This review is known: by its id, or by its product, name, stars, text and date.
fault-erased = The data of the person with this address was erased. Take the row out of the file.
fault-file_gone = The file was deleted before all of it was read. Import it again: known reviews are left out.
fault-file_changed = Another file was uploaded while this one was read. Import it again: known reviews are left out.
fault-photos_not_imported = The review came without these photos: each address must start with https:// and the name of a host.

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
