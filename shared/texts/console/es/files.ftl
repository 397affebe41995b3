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
fault-empty_file = El archivo no tiene ninguna fila. Elija uno con encabezados y reseñas.
fault-missing_column = Añada esta columna, o indique el sistema cuyos encabezados tiene el archivo.
fault-row_too_long = La fila tiene más de 128 KiB. Busque unas comillas sin su pareja.
fault-not_utf8 = Guarde el archivo en UTF-8.
fault-too_many_cells = La fila tiene más celdas que encabezados. Ponga entre comillas las celdas con comas.
fault-invalid_json = La línea debe ser un objeto JSON.
fault-invalid_platform = Escriba uno de: betterreviews, okendo, judgeme, yotpo, loox, wix.
fault-invalid_external_review_id = Como máximo 128 caracteres, en una línea.
fault-invalid_product_id = El identificador de un producto, como «shopify-7125386199075», o su número en Shopify.
fault-invalid_rating = Un número entero de 1 a 5.
fault-invalid_title = Como máximo 200 caracteres, en una línea.
fault-invalid_body = Como máximo 5.000 caracteres, sin caracteres de control.
fault-invalid_name = Como máximo 100 caracteres, en una línea.
fault-invalid_created_at = Un momento pasado, como 2026-11-20T06:00:00Z, o un día, como 2026-11-20.
fault-invalid_reply = Como máximo 10.000 caracteres, sin caracteres de control. Sus fechas deben haber pasado.
fault-invalid_language = Uno de los idiomas de la página del cliente, o nada.
fault-invalid_photo_urls = Como máximo 10 direcciones.
fault-duplicate = Esta reseña ya se conoce: por su identificador, o por su producto, nombre, estrellas, texto y fecha.
fault-erased = Los datos de la persona con esta dirección se borraron. Quite la fila del archivo.
fault-file_gone = El archivo se eliminó antes de leerlo entero. Impórtelo de nuevo: las reseñas conocidas se omiten.
fault-file_changed = Se subió otro archivo mientras se leía este. Impórtelo de nuevo: las reseñas conocidas se omiten.
fault-photos_not_imported = La reseña llegó sin estas fotos: cada dirección debe empezar por https:// y el nombre de un servidor.

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
