## Products and locations

nav-products = Productos
products-heading = Productos
products-text = Lo que su tienda describió o un pedido nombró. Cada producto lleva a sus reseñas.
products-nothing = Todavía no hay productos. Llegan con los pedidos, desde una tienda conectada o por la API.
products-average = { $average } de 5
products-published = { $count ->
        [one] { $count } reseña publicada
       *[other] { $count } reseñas publicadas
    }
locations-heading = Locales
locations-text = Lugares que piden reseñas con su propio nombre. El primer nombre es el que ven los clientes.
