## Sus propios textos

words-heading = Sus propios textos
words-text = Lo que dicen sus mensajes, por mensaje e idioma. Deje un campo vacío para usar nuestro texto.
words-message = Mensaje
words-language = Idioma
words-choose = Abrir
words-request = Solicitud
words-reminder_1 = Primer recordatorio
words-reminder_2 = Segundo recordatorio
words-reminder_3 = Tercer recordatorio
words-sms = SMS
words-renewal = Enlace nuevo que pidió un cliente
words-is-ours = Nuestro texto
words-placeholders = Puede escribir { "{name}" } para el nombre de pila, { "{product}" } para el nombre del producto, { "{shop}" } para el nombre de su tienda y { "{days}" } para los días en que el enlace aún funciona. Si alguno se desconoce para un cliente, aparece nuestro texto.
words-insert = Insertar:
words-unknown = El campo { $typed } no existe. Los cuatro son { "{name}" }, { "{product}" }, { "{shop}" } y { "{days}" }.
words-ours = Nuestro texto: { $text }
words-show = Vista previa
words-shown = Vista previa del mensaje
words-segments = { $count ->
        [one] Se cobra como un SMS.
       *[other] Se cobra como { $count } SMS.
    }
words-reset = Usar nuestro texto
words-reset-done = Se usa de nuevo nuestro texto.
word-subject = Asunto
word-subject-wrong = Escriba de 1 a 120 caracteres en una línea, sin más llaves que las de los cuatro campos.
word-opening = Primeras frases
word-opening-wrong = Escriba como máximo 600 caracteres, sin más llaves que las de los cuatro campos.
word-sms-opening = Texto antes del enlace
word-sms-opening-wrong = Escriba como máximo 120 caracteres en una línea, con { "{shop}" }. Con el enlace deben caber en dos SMS.
