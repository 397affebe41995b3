## Vos propres textes

words-heading = Vos propres textes
words-text = Ce que disent vos messages, par message et par langue. Un champ laissé vide reprend notre texte.
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
words-ours = Notre texte : { $text }
words-ours-none = Nous n’écrivons rien ici.
words-show = Aperçu
words-shown = Aperçu du message
words-segments = { $count ->
        [one] Facturé comme un SMS.
       *[other] Facturé comme { $count } SMS.
    }
words-test = M’envoyer ce qui est enregistré
words-tested = L’e-mail est en route. Ses liens ne mènent nulle part.
words-test-nobody = Personne ne le recevrait : aucun membre n’a l’adresse que les paramètres indiquent pour les e-mails sur la boutique elle-même.
words-test-suppressed = Votre adresse ne reçoit pas d’e-mails de cette boutique : levez d’abord son blocage.
words-test-held = Aucun e-mail ne part : trop d’e-mails de la boutique sont revenus ou ont été signalés comme spam. Libérez-les d’abord, ou attendez.
words-test-paused = Aucun e-mail ne part : l’opérateur a suspendu les envois.
words-test-too-many = 20 tests sont partis au cours de cette heure. Réessayez à la prochaine.
words-test-mode = Ce sont des données de test : aucun e-mail ne part.
words-reset = Revenir à notre texte
words-reset-done = Ce message reprend notre texte.
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
