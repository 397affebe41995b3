## Orders of the time before

earlier-heading = Preguntar por pedidos anteriores
earlier-link = Pedidos anteriores
earlier-about = Para quienes compraron antes de que usted llegara aquí. No se envía nada hasta que confirme un número.
earlier-rows = Pedidos, uno por línea
earlier-rows-about = Pegue celdas de una hoja de cálculo o líneas de un archivo CSV, { $count } como máximo. La primera línea nombra las columnas: email y order, y si las tiene name, date (como 2026-11-03), products y language.
earlier-days = Días desde el pedido hasta el correo
earlier-days-about = De 0 a 89. Por un pedido más antiguo o sin fecha se pregunta enseguida.
earlier-days-wrong = Escriba un número de 0 a 89.
earlier-try = Ver qué pasaría
earlier-would = { $count ->
        [0] No se preguntaría por ningún pedido.
        [one] Se preguntaría por { $count } pedido.
       *[other] Se preguntaría por { $count } pedidos.
    }
earlier-due = El primer correo sale el { $first } y el último el { $last }.
earlier-due-one = Los correos salen el { $first }.
earlier-before = { $count ->
        [one] { $count } línea trata de algo por lo que ya se preguntó.
       *[other] { $count } líneas tratan de algo por lo que ya se preguntó.
    }
earlier-insiders = { $count ->
        [one] { $count } línea es de una persona que trabaja para usted.
       *[other] { $count } líneas son de personas que trabajan para usted.
    }
earlier-suppressed = { $count ->
        [one] { $count } línea es de una persona a la que no escribe: de baja, rebotada o detenida.
       *[other] { $count } líneas son de personas a las que no escribe: de baja, rebotadas o detenidas.
    }
earlier-wrong = { $count ->
        [one] { $count } línea no se puede leer.
       *[other] { $count } líneas no se pueden leer.
    }
earlier-wrong-email = No es una dirección de correo.
earlier-wrong-order = Falta el número del pedido o es demasiado largo.
earlier-wrong-name = El nombre es demasiado largo.
earlier-wrong-date = La fecha no está escrita como 2026-11-03.
earlier-wrong-products = Un identificador de producto no está escrito como shopify-7125386199075.
earlier-wrong-language = El idioma no está escrito como en o de-AT.
earlier-ask = { $count ->
        [one] Preguntar por { $count } pedido
       *[other] Preguntar por { $count } pedidos
    }
earlier-done = { $count ->
        [one] Se pregunta por { $count } pedido.
       *[other] Se pregunta por { $count } pedidos.
    }
earlier-changed = Algo ha cambiado desde entonces. Esto es lo que pasaría ahora.
earlier-missing = La primera línea no nombra ninguna columna «{ $column }».
earlier-no-rows = No hay nada debajo de la primera línea.
earlier-too-many = Son más de { $count } líneas. Péguelas por partes.
