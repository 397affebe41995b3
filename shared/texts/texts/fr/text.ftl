first = { $shop } aimerait lire votre avis sincère : { $link } Répondez STOP pour ne plus en recevoir.
reminder = Rappel : { $shop } aimerait toujours lire votre avis sincère : { $link } Répondez STOP pour ne plus en recevoir.
some-shop = Une boutique que vous connaissez
