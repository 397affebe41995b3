## Vos propres textes

words-heading = Vos propres textes
words-text = Ce que disent vos messages, par message et par langue. Laissez un champ vide pour utiliser notre texte.
words-message = Message
words-language = Langue
words-choose = Ouvrir
words-request = Demande
words-reminder_1 = Premier rappel
words-reminder_2 = Deuxième rappel
words-reminder_3 = Troisième rappel
words-sms = SMS
words-renewal = Nouveau lien demandé par un client
words-is-ours = Notre texte
words-placeholders = Vous pouvez écrire { "{name}" } pour le prénom, { "{product}" } pour le nom du produit, { "{shop}" } pour le nom de votre boutique et { "{days}" } pour le nombre de jours pendant lesquels le lien fonctionne encore. Si l’un d’eux est inconnu pour un client, notre texte le remplace.
words-insert = Insérer :
words-unknown = Le champ { $typed } n’existe pas. Les quatre sont { "{name}" }, { "{product}" }, { "{shop}" } et { "{days}" }.
words-ours = Notre texte : { $text }
words-show = Aperçu
words-shown = Aperçu du message
words-segments = { $count ->
        [one] Facturé comme un SMS.
       *[other] Facturé comme { $count } SMS.
    }
words-reset = Utiliser notre texte
words-reset-done = Notre texte est rétabli.
word-subject = Objet
word-subject-wrong = Veuillez écrire de 1 à 120 caractères sur une ligne, sans autres accolades que celles des quatre champs.
word-opening = Premières phrases
word-opening-wrong = Veuillez écrire 600 caractères au plus, sans autres accolades que celles des quatre champs.
word-sms-opening = Texte avant le lien
word-sms-opening-wrong = Veuillez écrire 120 caractères au plus sur une ligne, avec { "{shop}" }. Avec le lien, ils doivent tenir dans deux SMS.
