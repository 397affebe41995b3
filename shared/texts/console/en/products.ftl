## Products and locations

nav-products = Products
products-heading = Products
products-text = What your shop described or an order named. Each product leads to its reviews.
products-nothing = No products yet. They come with orders, from a connected shop or through the API.
products-average = { $average } out of 5
products-published = { $count ->
        [one] { $count } published review
       *[other] { $count } published reviews
    }
locations-heading = Locations
locations-text = Places that ask under their own name. The first name is the one that customers see.
