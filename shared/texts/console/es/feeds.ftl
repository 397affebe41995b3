feeds-heading = Google
feeds-about = Estrellas en Google Shopping
feeds-text = Un archivo de sus reseñas publicadas, que Google descarga.
feeds-files = El archivo
feeds-test = Del modo de prueba no se crea ningún archivo.
feeds-first = El primer archivo se crea en cuanto haya una compra conocida detrás de una reseña publicada.
feeds-made = { $count ->
        [one] Creado { $ago }, con { $count } reseña
       *[other] Creado { $ago }, con { $count } reseñas
    }
feeds-address = Dirección para Google
feeds-fetched = Última descarga { $ago }
feeds-not-fetched = Aún no descargado
feeds-paste = En Google Merchant Center, añada una fuente de reseñas de productos, elija descargar un archivo por su dirección y péguela. Google la revisa, lo que lleva unas semanas. Cada noche se crea un archivo nuevo, y antes de una hora después de que una reseña se retenga o se borre.
feeds-wants = Lo que pide Google
feeds-wants-about = De los productos se miran los 100 primeros.
feeds-met = Hecho
feeds-missing = Falta
feeds-all = Todas las reseñas son públicas
feeds-all-about = Google quiere todas las reseñas, tengan las estrellas que tengan. Las reseñas deben mostrarse en público.
feeds-many = Al menos 50 reseñas
feeds-many-about = { $count ->
        [one] Hay { $count }. Las reseñas sin texto no cuentan.
       *[other] Hay { $count }. Las reseñas sin texto no cuentan.
    }
feeds-pages = Cada producto tiene una página
feeds-pages-about = { $some } de { $all } la tienen. Las reseñas de los demás no se incluyen.
feeds-domain = Las páginas están en su propio dominio
feeds-domain-about = Debe ser el dominio que dio a Google, no myshopify.com.
feeds-ids = Cada producto se puede encontrar
feeds-ids-about = { $some } de { $all } tienen un código de barras (GTIN), el número del fabricante y la marca, o su número (SKU) como en sus datos de productos.
