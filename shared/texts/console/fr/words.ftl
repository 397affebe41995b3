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
words-ours-none = Notre message n’a rien ici.
words-show = Aperçu
words-shown = Aperçu du message
words-segments = { $count ->
        [one] Facturé comme un SMS.
       *[other] Facturé comme { $count } SMS.
    }
words-test = M’envoyer la version enregistrée
words-tested = L’e-mail est en route. Ses liens ne mènent nulle part.
words-test-nobody = Personne ne le recevrait : aucun membre n’a l’adresse que les paramètres indiquent pour les e-mails sur la boutique elle-même.
words-test-suppressed = Votre adresse ne reçoit pas d’e-mails de cette boutique : levez d’abord son blocage.
words-test-held = Aucun e-mail n’est envoyé : trop d’e-mails de la boutique sont revenus ou ont été signalés comme indésirables. Veuillez attendre que les envois reprennent.
words-test-paused = Aucun e-mail n’est envoyé : l’opérateur a mis les envois en pause.
words-test-too-many = Vous avez envoyé 20 tests au cours de cette heure. Réessayez à la prochaine.
words-test-mode = Ce sont des données de test : aucun e-mail n’est envoyé.
words-reset = Utiliser notre texte
words-reset-done = Notre texte est rétabli.
word-subject = Objet
word-subject-wrong = Veuillez écrire de 1 à 120 caractères sur une ligne, sans autres accolades que celles des quatre champs.
word-heading = Titre
word-heading-wrong = Veuillez écrire de 1 à 120 caractères sur une ligne, sans autres accolades que celles des quatre champs.
word-opening = Premières phrases
word-opening-wrong = Veuillez écrire 600 caractères au plus, sans autres accolades que celles des quatre champs.
word-sign_off = Derniers mots
word-sign_off-wrong = Veuillez écrire 300 caractères au plus, sans autres accolades que celles des quatre champs.
word-sms-opening = Texte avant le lien
word-sms-opening-wrong = Veuillez écrire 120 caractères au plus sur une ligne, avec { "{shop}" }. Avec le lien, ils doivent tenir dans deux SMS.
