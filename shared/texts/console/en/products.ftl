## Products and locations

nav-products = Products
products-heading = Products
products-text = What your shop described or an order named. Each product leads to its reviews.
products-nothing = No products yet. They come with orders, from a connected shop or through the API.
products-incomplete = Missing something
products-all = All products
products-incomplete-text = Google cannot use reviews of a product without a page, and finds it only by a barcode (GTIN), by the maker’s number and brand, or by your number (SKU). Add what is missing in your shop’s system, which then sends it here, or through the API: the product leaves this list.
products-no-page = No page
products-no-number = No barcode or number
products-complete = Nothing is missing: every product has a page, and can be found.
products-none-here = Nothing is missing among these products.
products-average = { $average } out of 5
products-published = { $count ->
        [one] { $count } published review
       *[other] { $count } published reviews
    }
product-title = The product’s title
product-title-text = Neither your shop’s system nor a program has described this product yet. Emails, the review page and your shop show the title that you type here, until they do.
product-title-wrong = A title has 1 to 255 characters.
product-title-save = Save
product-title-give = Give the product a title
product-title-done = The title is now: { $title }
product-title-described = Your shop’s system or a program described this product: change the title there.
product-ask = Ask for reviews
product-ask-about = Without the tick, nobody is asked about this product. Its reviews stay, and an order’s other products are asked about. This counts for orders that your shop reports from now on, and comes before what your shop’s system says.
product-ask-on = Customers are asked about this product.
product-ask-off = Nobody is asked about this product any more.
product-not-asked = Not asked about
locations-heading = Locations
locations-text = Places that ask under their own name. The first name is the one that customers see.
product-reviews = All its reviews
product-public = Public page
product-months = Stars over time
product-months-cut = From the newest { $count } reviews, since { $day }
product-months-most = Reviews, at most { $count } a month
product-month = Month
product-month-stars = Average stars
product-latest = Newest reviews
