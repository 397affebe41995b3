## Archivos

files-page = Archivos
files-about = Traiga reseñas de otro sistema, o llévese las suyas.
files-import = Importar reseñas
files-import-about = Un archivo de hasta 100 MB, tal como lo exporta el otro sistema. Las reseñas ya conocidas se omiten: un archivo puede venir dos veces.
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
files-kinds-about = Una prueba lee cada línea y dice qué pasaría. No se guarda nada.
files-export = Sus reseñas en un archivo
files-export-about = Todas, públicas o no, como tabla (CSV). Contiene lo que los clientes escribieron sobre sí mismos: guárdelo bien.
files-download = Descargar las reseñas
files-parts = Sin JavaScript, el archivo contiene las 5.000 reseñas más antiguas.
files-all = Archivos
files-heading-try = Prueba con un archivo de { $system }
files-heading-do = Importación de { $system }
files-choose = Elegir el archivo
files-choose-about = CSV o líneas de JSON, hasta 100 MB. El envío empieza al pulsar el botón.
files-upload = Subir
files-upload-over = La hora para subir el archivo ha pasado. Empiece de nuevo.
files-again = Empezar de nuevo
files-arrived = El archivo ha llegado y se leerá en un momento.
files-running = El archivo se está leyendo.
files-look = Mirar de nuevo
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
files-faults-about = De cada tipo, los 20 primeros.
files-line = Línea
files-column = Columna
files-what = Qué hacer
files-move = Mudarse
files-move-about = Todas las reseñas de otro sistema, en un día. Hasta el último paso todo se puede deshacer.
files-step-1 = Conecte la tienda y ponga los envíos en pausa, para que se conozcan sus productos y pedidos.
files-step-2 = Exporte todo del sistema anterior y pruebe el archivo aquí abajo. No se guarda nada.
files-step-3 = Importe el mismo archivo definitivamente. Lo que era público lo es aquí, y lo oculto le espera.
files-step-4 = Ponga nuestras reseñas en una página oculta junto a las anteriores, y compare.
files-step-5 = Desactive las estrellas del sistema anterior para los buscadores, y active las nuestras.
files-step-6 = Termine la pausa. A quien ya reseñó un producto allí, su tienda no le vuelve a preguntar.
files-format-auto = Lo dicen sus encabezados
files-format-stamped = Stamped
files-format-spr = Shopify Product Reviews
files-format-woocommerce = WooCommerce
files-format-cusrev = CusRev
files-format-webtoffee = WebToffee
files-format-generic = otro sistema
files-platform = ¿De quién son los números de producto?
files-platform-auto = de la tienda conectada
files-platform-shopify = de Shopify
files-platform-woocommerce = de WooCommerce
files-platform-needed = Indique de quién son los números de producto: no hay una sola tienda conectada.
files-dates = Fechas como 03/02/2025
files-dates-auto = decir qué líneas las tienen
files-dates-day_first = primero el día
files-dates-month_first = primero el mes
files-old = Lo que muestra el sistema anterior
files-old-about = Puede dejarlo vacío. Entonces nadie nota si el archivo tiene menos que el sistema anterior.
files-old-reviews = Reseñas públicas
files-old-average = Media, por ejemplo 4,72
files-old-wrong = Indique el número de reseñas en cifras, y una media de 1 a 5 con dos decimales como máximo.
files-public = Públicas: { $count }
files-waiting = Le esperan: { $count }
files-hidden = De estas, ocultas en el sistema anterior: { $count }
files-explained = 0 sin explicar: cada reseña tiene su motivo.
files-unexplained = Sin explicar: { $count }
files-compare = Antes y después
files-compare-who = Según
files-compare-reviews = Reseñas públicas
files-compare-average = Media
files-compare-said = el sistema anterior
files-compare-file = el archivo
files-compare-here = sus páginas aquí
files-reasons = Por qué se omitieron líneas
files-notes = Lo que llegó cortado o sin una parte
files-unread = Columnas no leídas: { $columns }
files-report = El informe como tabla
files-unknown = Productos que usted no tiene
files-unknown-about = Sus reseñas se omitieron. Indique qué producto es cada uno: su identificador aquí, @shop para la tienda misma, o - para omitirlo. Después importe el archivo otra vez.
files-answer = Guardar
files-answered = Guardado. Ahora pruebe o importe el mismo archivo otra vez.
files-answer-wrong = «{ $name }»: indique un identificador como shopify-7125386199075, @shop o -.
files-products = Producto por producto
files-product = Producto
files-there = Allí
files-here = Aquí
files-waits = En espera
files-note = Nota:
files-undo = Deshacer esta importación
files-undo-about = Retira todas sus reseñas, mientras nadie haya decidido sobre alguna ni la haya contestado. El archivo puede volver.
files-undo-touched = No se deshizo. Reseñas decididas, contestadas o cambiadas desde entonces: { $count }
files-undo-nothing = No hay nada que deshacer.
files-undoing = Las reseñas de esta importación se están retirando.
files-undone = Deshecha. El archivo puede volver.
files-try-failed = El archivo no se pudo leer hasta el final. No se guardó nada.
files-other-system = Empezar de nuevo
fault-empty_file = El archivo no tiene ninguna fila. Elija uno con encabezados y reseñas.
fault-missing_column = Añada esta columna, o indique el sistema cuyos encabezados tiene el archivo.
fault-row_too_long = La fila tiene más de 128 KiB. Busque unas comillas sin su pareja.
fault-not_utf8 = Guarde el archivo en UTF-8.
fault-too_many_cells = La fila tiene más celdas que encabezados. Ponga entre comillas las celdas con comas.
fault-invalid_json = La línea debe ser un objeto JSON.
fault-invalid_platform = Escriba uno de: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = El identificador se omitió: como máximo 128 caracteres, en una línea.
fault-invalid_product_id = El identificador de un producto, como «shopify-7125386199075», o su número.
fault-invalid_rating = Un número entero de 1 a 5.
fault-invalid_title = El título se cortó a 200 caracteres en una línea.
fault-invalid_body = El texto se cortó a 5.000 caracteres, sin caracteres de control.
fault-invalid_name = El nombre se cortó a 100 caracteres en una línea.
fault-invalid_created_at = Un momento pasado, como 2026-11-20T06:00:00Z, o un día, como 2026-11-20.
fault-invalid_reply = La respuesta se cortó a 10.000 caracteres, sin caracteres de control.
fault-invalid_language = El idioma se omitió: la página del cliente no lo tiene.
fault-invalid_photo_urls = Solo llegaron las 10 primeras fotos.
fault-duplicate = Esta reseña ya se conoce: por su identificador, o por su producto, nombre, estrellas, texto, fecha y dirección.
fault-erased = Los datos de la persona con esta dirección se borraron. Quite la fila del archivo.
fault-file_gone = El archivo se eliminó antes de leerlo entero. Impórtelo de nuevo: las reseñas conocidas se omiten.
fault-file_changed = Se subió otro archivo mientras se leía este. Impórtelo de nuevo: las reseñas conocidas se omiten.
fault-photos_not_imported = La reseña llegó sin estas fotos: cada dirección debe empezar por https:// y el nombre de un servidor.
fault-not_text = Es un libro de cálculo o un archivo comprimido. Guárdelo como CSV, o descomprímalo antes.
fault-unknown_format = Ningún sistema conocido tiene estos encabezados. Indique de dónde es el archivo.
fault-platform_needed = El archivo nombra los productos por número. Indique si son de Shopify o de WooCommerce.
fault-too_many_open_quotes = 100 líneas tienen unas comillas sin su pareja. Exporte el archivo otra vez.
fault-open_quote = Unas comillas de esta línea no tienen pareja. La lectura siguió en la línea siguiente.
fault-unknown_product = No tiene ningún producto con este identificador, dirección o SKU. Indique abajo cuál es.
fault-left_out = Usted dijo que se omitan las reseñas de este producto.
fault-ambiguous_date = El día y el mes podrían estar al revés. Indique cuál va primero.
fault-comment_on_review = Un comentario a una reseña, y no una reseña. Conteste la reseña aquí.
fault-invalid_reply_date = La fecha de la respuesta no se puede leer. La respuesta tiene la de hoy.
fault-half_stars = Se redondeó media estrella.
fault-read_month_first = Leída con el mes primero. Si todas las fechas son así, indíquelo.
fault-read_as_windows_1252 = No está en UTF-8; se leyó como windows-1252. Mire sus acentos.

## Everything that the shop has

everything = Todo como archivos
everything-about = Todo lo guardado de la tienda, como JSON Lines: ajustes, productos, clientes, pedidos, solicitudes, mensajes, reseñas, bloqueos y lo que se hizo. Los archivos son datos personales de todos los clientes: guárdelos bien. Se borran después de un día y cuando se borran los datos de alguien.
everything-made = Solicitado: { $asked }. Los archivos se pueden descargar hasta: { $gone }.
everything-running = Solicitado: { $asked }. Los archivos se están creando.
everything-lines = { $count ->
        [one] { $count } línea
       *[other] { $count } líneas
    }
everything-look = Mirar de nuevo
everything-make = Crear los archivos
