## Products and locations

nav-products = Products
products-heading = Products
products-text = What your shop described or an order named. A product leads to its reviews.
products-nothing = No product is known yet. Products come with orders, from a connected shop system or by the API.
products-average = { $average } of 5
products-published = { $count ->
        [one] { $count } published review
       *[other] { $count } published reviews
    }
locations-heading = Locations
locations-text = Places that ask under their own name, first the name that customers see.
