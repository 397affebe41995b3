feeds-heading = Google
feeds-about = Stars in Google Shopping
feeds-text = A file of your published reviews, which Google fetches.
feeds-files = The file
feeds-test = No file is made of test mode.
feeds-first = The first file is made once a published review has a purchase behind it.
feeds-made = { $count ->
        [one] Made { $ago }, with { $count } review
       *[other] Made { $ago }, with { $count } reviews
    }
feeds-address = Address for Google
feeds-fetched = Last fetched { $ago }
feeds-not-fetched = Not fetched yet
feeds-paste = In Google Merchant Center, add a product review source, choose to fetch a file by its address and paste the address. Google checks it, which takes some weeks. A new file is made every night, and within an hour after a review is withheld or erased.
feeds-wants = What Google wants
feeds-wants-about = Products: the first 100 are looked at.
feeds-met = Done
feeds-missing = Missing
feeds-all = All reviews are public
feeds-all-about = Google wants every review, whatever its stars. Reviews must be shown in public.
feeds-many = At least 50 reviews
feeds-many-about = { $count ->
        [one] There is { $count }. Reviews without words do not count.
       *[other] There are { $count }. Reviews without words do not count.
    }
feeds-pages = Each product has a page
feeds-pages-about = { $some } of { $all } have one. Reviews of the others are left out.
feeds-domain = Pages are at your own domain
feeds-domain-about = It must be the domain that you gave Google, not myshopify.com.
feeds-ids = Each product can be found
feeds-ids-about = { $some } of { $all } have a barcode (GTIN), the maker’s number and brand, or your number (SKU) as in your product data.
