## Orders of the time before

earlier-heading = Pedir reseñas de pedidos anteriores
earlier-link = Pedidos anteriores
earlier-about = Para quienes compraron antes de que usted empezara aquí. No se envía nada hasta que confirme cuántos.
earlier-rows = Pedidos, uno por línea
earlier-file = Abrir un archivo
earlier-rows-about = Pegue celdas de una hoja de cálculo o líneas de un archivo CSV, { $count } como máximo. La primera línea nombra las columnas: email y order, y si las tiene name, date (como 2026-11-03), products y language.
earlier-days = Días desde el pedido hasta el correo
earlier-days-about = De 0 a 89. De los pedidos más antiguos o sin fecha se pide reseña enseguida.
earlier-days-wrong = Escriba un número de 0 a 89.
earlier-try = Ver qué pasaría
earlier-would = { $count ->
        [0] No se pediría reseña de ningún pedido.
        [one] Se pediría reseña de { $count } pedido.
       *[other] Se pediría reseña de { $count } pedidos.
    }
earlier-due = El primer correo está previsto para el { $first } y el último para el { $last }.
earlier-due-one = Los correos están previstos para el { $first }.
earlier-before = { $count ->
        [one] De { $count } línea ya se pidió reseña.
       *[other] De { $count } líneas ya se pidió reseña.
    }
earlier-insiders = { $count ->
        [one] { $count } línea es de una persona que trabaja para usted.
       *[other] { $count } líneas son de personas que trabajan para usted.
    }
earlier-unasked = { $count ->
        [one] { $count } línea solo tiene productos por los que no se pregunta.
       *[other] { $count } líneas solo tienen productos por los que no se pregunta.
    }
earlier-suppressed = { $count ->
        [one] { $count } línea es de una persona que no recibe sus correos: baja, rebote o bloqueo.
       *[other] { $count } líneas son de personas que no reciben sus correos: baja, rebote o bloqueo.
    }
earlier-wrong = { $count ->
        [one] { $count } línea no se puede leer.
       *[other] { $count } líneas no se pueden leer.
    }
earlier-wrong-email = No es una dirección de correo.
earlier-wrong-order = Falta el número del pedido o es demasiado largo.
earlier-wrong-name = El nombre es demasiado largo.
earlier-wrong-date = La fecha debe ser como 2026-11-03.
earlier-wrong-products = Un identificador de producto debe ser como shopify-7125386199075.
earlier-wrong-language = El idioma debe ser como en o de-AT.
earlier-ask = { $count ->
        [one] Pedir reseña de { $count } pedido
       *[other] Pedir reseña de { $count } pedidos
    }
earlier-done = { $count ->
        [one] Se pedirá reseña de { $count } pedido.
       *[other] Se pedirá reseña de { $count } pedidos.
    }
earlier-changed = Algo ha cambiado desde entonces. Esto es lo que pasaría ahora.
earlier-missing = La primera línea no tiene ninguna columna «{ $column }».
earlier-no-rows = No hay ninguna línea debajo de la primera.
earlier-too-many = Hay más de { $count } líneas. Péguelas por partes.
