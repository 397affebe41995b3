## Products and locations

nav-products = Productos
products-heading = Productos
products-text = Lo que su tienda describió o un pedido nombró. Cada producto lleva a sus reseñas.
products-nothing = Todavía no hay productos. Llegan con los pedidos, desde una tienda conectada o por la API.
products-incomplete = Incompletos
products-all = Todos los productos
products-incomplete-text = Google no puede usar reseñas de un producto sin página, y solo lo encuentra por un código de barras (GTIN), por el número y la marca del fabricante o por su número (SKU). Añada lo que falta en el sistema de su tienda, que entonces lo envía aquí, o por la API: el producto sale de esta lista.
products-no-page = Sin página
products-no-number = Sin código ni número
products-complete = No falta nada: cada producto tiene una página y se puede encontrar.
products-none-here = No falta nada entre estos productos.
products-average = { $average } de 5
products-published = { $count ->
        [one] { $count } reseña publicada
       *[other] { $count } reseñas publicadas
    }
product-title = Título del producto
product-title-text = Ni el sistema de su tienda ni un programa han descrito aún este producto. Los correos, la página de reseñas y su tienda muestran el título que escriba aquí, hasta que lo hagan.
product-title-wrong = Un título tiene de 1 a 255 caracteres.
product-title-save = Guardar
product-title-give = Poner un título al producto
product-title-done = El título es ahora: { $title }
product-title-described = El sistema de su tienda o un programa describió este producto: cambie el título allí.
product-ask = Pedir reseñas
product-ask-about = Sin la marca, no se pregunta a nadie por este producto. Sus reseñas se conservan, y sí se pregunta por los demás productos de un pedido. Vale para los pedidos que su tienda comunique desde ahora y tiene prioridad sobre lo que diga el sistema de su tienda.
product-ask-on = Se pregunta a los clientes por este producto.
product-ask-off = Ya no se pregunta a nadie por este producto.
product-not-asked = Sin preguntar
locations-heading = Locales
locations-text = Lugares que piden reseñas con su propio nombre. El primer nombre es el que ven los clientes.
product-reviews = Todas sus reseñas
product-public = Página pública
product-months = Estrellas a lo largo del tiempo
product-months-cut = De las { $count } reseñas más recientes, desde el { $day }
product-months-most = Reseñas, como máximo { $count } al mes
product-month = Mes
product-month-stars = Media de estrellas
product-latest = Reseñas más recientes
