## Products and locations

nav-products = Productos
products-heading = Productos
products-text = Lo que la tienda describió o un pedido nombró. Cada producto lleva a sus reseñas.
products-nothing = Todavía no se conoce ningún producto. Los productos llegan con los pedidos, desde un sistema de tienda conectado o por la API.
products-average = { $average } de 5
products-published = { $count ->
        [one] { $count } reseña publicada
       *[other] { $count } reseñas publicadas
    }
locations-heading = Locales
locations-text = Lugares que preguntan con su propio nombre; primero, el nombre que ven los clientes.
