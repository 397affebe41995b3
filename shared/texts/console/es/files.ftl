## Archivos

files-page = Archivos
files-about = Traiga reseñas de otro sistema, o llévese las suyas.
files-import = Importar reseñas
files-import-about = Un archivo de hasta 100 MB, tal como lo exporta el otro sistema. Las reseñas que ya están aquí se omiten, así que importar un archivo dos veces no causa problemas.
files-format = ¿De dónde es el archivo?
files-format-wrong = Indique de dónde es el archivo.
files-format-afterword = Afterword
files-format-afterword-about = un archivo de esta página, de esta tienda o de otra
files-format-okendo = Okendo
files-format-judgeme = Judge.me
files-format-yotpo = Yotpo
files-format-loox = Loox
files-try = Probar primero
files-do = Importar definitivamente
files-kinds-about = Una prueba lee cada línea y dice qué haría una importación. No se guarda nada.
files-export = Sus reseñas en un archivo
files-export-about = Todas, públicas o no, como tabla (CSV). Contiene lo que los clientes escribieron sobre sí mismos: guárdelo en un lugar seguro.
files-download = Descargar las reseñas
files-parts = Sin JavaScript, el archivo contiene solo las 5.000 reseñas más antiguas.
files-all = Archivos
files-heading-try = Importación de prueba de { $system }
files-heading-do = Importación de { $system }
files-heading-try-any = Importación de prueba
files-heading-do-any = Importación
files-choose = Elegir el archivo
files-choose-about = CSV o JSON, hasta 100 MB. La subida empieza al pulsar el botón.
files-upload = Subir
files-upload-over = La hora para subir el archivo ha pasado. Empiece de nuevo.
files-again = Empezar de nuevo
files-arrived = El archivo ha llegado y se leerá en un momento.
files-running = El archivo se está leyendo.
files-progress = { $rows } de unas { $all } filas.
files-tried = No se ha guardado nada. Esto haría una importación:
files-done = Listo.
files-failed = El archivo no se pudo leer hasta el final. Lo importado hasta entonces se queda.
files-rows =
    { $count ->
        [one] { $count } reseña leída
       *[other] { $count } reseñas leídas
    }
files-would =
    { $count ->
        [one] { $count } reseña se importaría
       *[other] { $count } reseñas se importarían
    }
files-imported =
    { $count ->
        [one] { $count } reseña importada
       *[other] { $count } reseñas importadas
    }
files-skipped =
    { $count ->
        [one] { $count } línea omitida
       *[other] { $count } líneas omitidas
    }
files-to-reviews = Ir a las reseñas
files-for-good = Importar ahora definitivamente
files-for-good-about = Elija el mismo archivo una vez más.
files-faults = Línea por línea
files-faults-about = Los 20 primeros de cada tipo.
files-row = Reseña n.º
files-line = Línea
files-column = Columna
files-what = Qué hacer
files-move = Trasladarse aquí
files-move-about = Todas las reseñas de otro sistema, en un día. Hasta el último paso todo se puede deshacer.
files-step-1 = Conecte la tienda, para que se conozcan sus productos y pedidos, y ponga los envíos en pausa.
files-step-2 = Exporte todo del sistema anterior y pruebe el archivo aquí abajo. No se guarda nada.
files-step-2-from = Se reconocen archivos de Judge.me, Loox, Yotpo, Okendo, Stamped, Shopify Product Reviews, WooCommerce, CusRev y WebToffee; la ayuda de cada sistema dice dónde está su exportación.
files-step-3 = Importe el mismo archivo definitivamente. Lo que era público lo es aquí; lo oculto queda retenido.
files-step-4 = Ponga nuestras reseñas en una página oculta junto a las anteriores, y compare.
files-step-5 = Desactive las estrellas del sistema anterior para los buscadores, y active las nuestras.
files-step-6 = Reanude los envíos. A quien ya reseñó un producto allí, su tienda no se lo vuelve a pedir.
files-format-auto = Reconocerlo por los encabezados
files-format-stamped = Stamped
files-format-spr = Shopify Product Reviews
files-format-woocommerce = WooCommerce
files-format-cusrev = CusRev
files-format-webtoffee = WebToffee
files-format-generic = otro sistema
files-platform = ¿De quién son los números de producto del archivo?
files-platform-auto = De la tienda conectada
files-platform-choose = Elija una opción
files-platform-shopify = De Shopify
files-platform-woocommerce = De WooCommerce
files-platform-needed = Indique de quién son los números de producto: no hay una sola tienda conectada.
files-product-shop = Todas las reseñas tratan de la propia tienda
files-dates = Fechas como 03/02/2025
files-dates-auto = Decir qué líneas las tienen
files-dates-day_first = Primero el día
files-dates-month_first = Primero el mes
files-public = Públicas: { $count }
files-waiting = En espera: { $count }
files-contact-data = De estas, con datos de contacto en el texto: { $count }
files-hidden = Retenidas, porque el sistema anterior no las mostraba: { $count }
files-answers = Sus respuestas, que llegaron con sus reseñas: { $count }
files-removed = Retiradas de nuevo: { $count }
files-kept = Conservadas, porque se decidió sobre ellas, se respondieron o cambiaron: { $count }
files-reasons = Por qué se omitieron líneas
files-notes = Lo que se acortó o falta
files-unread = Columnas no leídas: { $columns }
files-report = Descargar el informe como tabla
files-unknown = Productos que usted no tiene
files-unknown-about = Sus reseñas se omitieron. Indique qué producto es cada uno: su identificador aquí, @shop para la tienda misma, o - para omitirlo. Después importe el archivo otra vez.
files-answer = Guardar
files-answered = Guardado. Ahora pruebe o importe el mismo archivo otra vez.
files-answer-wrong = «{ $name }»: indique un identificador como shopify-7125386199075, @shop o -.
files-products = Producto por producto
files-undescribed = Líneas sobre productos que su tienda no ha descrito aquí: { $count }. Compruebe sus números: si uno es incorrecto, sus reseñas no están en ninguna página de su tienda.
files-note = Nota:
files-undo = Deshacer esta importación
files-undo-about = Retira todas sus reseñas, mientras no se haya decidido sobre ninguna ni se haya respondido a ninguna. Después puede importar el archivo otra vez.
files-undo-stuck = Si nada cambia en diez minutos, pulse el botón otra vez.
files-undo-touched = No se deshizo. Reseñas sobre las que desde entonces se decidió, o que se respondieron o cambiaron: { $count }
files-undo-nothing = No hay nada que deshacer.
files-undoing = Las reseñas de esta importación se están retirando.
files-undone = Deshecha. Puede importar el archivo otra vez.
files-try-failed = El archivo no se pudo leer hasta el final. No se guardó nada.
files-other-system = Empezar de nuevo
files-try-again = Probar este archivo otra vez
files-again-about = El archivo se guarda aquí un día y sus elecciones se mantienen. No se vuelve a subir nada.
files-again-choose = Elija una de las opciones.
fault-empty_file = El archivo no tiene ninguna fila. Elija uno con encabezados y reseñas.
fault-missing_column = Añada esta columna a los encabezados, o elija el sistema cuyos encabezados tiene el archivo.
fault-missing_product = El archivo no tiene columna de productos. Añádala a los encabezados, o importe todas sus reseñas como reseñas de la propia tienda.
fault-row_too_long = La fila tiene más de 128 KiB. Busque unas comillas que no se cierran.
fault-not_utf8 = Guarde el archivo en UTF-8: en Excel se llama «CSV UTF-8»; otros programas preguntan por el juego de caracteres.
fault-too_many_cells = La fila tiene más celdas que encabezados. Ponga entre comillas las celdas con comas.
fault-invalid_json = La línea debe ser un objeto JSON.
fault-invalid_platform = Escriba uno de: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = El identificador se omitió: puede tener 128 caracteres como máximo, en una línea.
fault-invalid_product_id = Indique un identificador de producto, como «shopify-7125386199075», o su número.
fault-invalid_rating = Indique un número entero de 1 a 5.
fault-invalid_title = El título se cortó a 200 caracteres en una línea.
fault-invalid_body = El texto se cortó a 5.000 caracteres.
fault-invalid_name = El nombre se cortó a 100 caracteres en una línea.
fault-invalid_created_at = Indique un momento pasado, como 2026-11-20T06:00:00Z, o un día, como 2026-11-20.
fault-invalid_reply = La respuesta se cortó a 10.000 caracteres.
fault-invalid_language = El idioma se omitió: la página del cliente no existe en ese idioma.
fault-invalid_photo_urls = Solo se importaron las 10 primeras fotos.
fault-duplicate = Esta reseña ya está aquí: tiene el mismo identificador, o el mismo producto, nombre, estrellas, texto, fecha y dirección.
fault-erased = Los datos de esta persona se borraron. Quite la fila del archivo.
fault-undo_incomplete = Algunas reseñas de esta importación no se encontraron y siguen aquí. Deshágala otra vez y retenga las demás en Reseñas.
fault-file_gone = El archivo se eliminó antes de leerlo entero. Impórtelo de nuevo: las reseñas que ya están aquí se omiten.
fault-file_changed = Se subió otro archivo mientras se leía este. Impórtelo de nuevo: las reseñas que ya están aquí se omiten.
fault-photos_not_imported = La reseña se importó sin estas fotos: cada dirección debe empezar por https:// y el nombre de un servidor.
fault-not_text = Es un libro de cálculo o un archivo comprimido. Guárdelo como CSV, o descomprímalo primero.
fault-unknown_format = Ningún sistema conocido tiene estos encabezados. Indique de dónde es el archivo.
fault-platform_needed = El archivo nombra los productos por número. Indique si son de Shopify o de WooCommerce.
fault-broken_list = Un objeto de la lista JSON está dañado, no termina o tiene más de 128 KiB. Exporte el archivo otra vez: las reseñas que ya están aquí se omiten.
fault-unread_status = Esta columna parece decir qué reseñas eran públicas, pero no se leería. Elija el sistema del que procede el archivo, o elimine la columna si significa otra cosa.
fault-too_many_open_quotes = 100 líneas tienen unas comillas que no se cierran. Exporte el archivo otra vez.
fault-open_quote = Unas comillas de esta línea no se cierran. La lectura continuó en la línea siguiente.
fault-unknown_product = No tiene ningún producto con este identificador, dirección o SKU. Indique abajo cuál es.
fault-left_out = Usted eligió omitir las reseñas de este producto.
fault-ambiguous_date = El día y el mes podrían estar al revés. Indique cuál va primero.
fault-comment_on_review = Es un comentario a una reseña, no una reseña. Puede responder a la reseña aquí.
fault-invalid_reply_date = La fecha de la respuesta no se puede leer. La respuesta tiene la de hoy.
fault-half_stars = Se redondeó media estrella hacia arriba.
fault-read_month_first = Leída con el mes primero. Si es correcto para todas las fechas, indíquelo.
fault-read_as_windows_1252 = No está en UTF-8, así que se leyó como windows-1252. Revise los acentos.

## Everything that the shop has

everything = Todo como archivos
everything-about = Todo lo guardado de la tienda, como JSON Lines: ajustes, productos, clientes, pedidos, solicitudes, mensajes, reseñas, bloqueos y el registro de auditoría. Los archivos contienen datos personales de todos los clientes: guárdelos en un lugar seguro. Se borran después de un día y cuando se borran los datos de una persona.
everything-made = Solicitado: { $asked }. Los archivos se pueden descargar hasta: { $gone }.
everything-running = Solicitado: { $asked }. Los archivos se están creando.
everything-lines = { $count ->
        [one] { $count } línea
       *[other] { $count } líneas
    }
everything-make = Crear los archivos
