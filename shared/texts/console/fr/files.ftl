## Fichiers

files-page = Fichiers
files-about = Apportez les avis d’un autre système, ou emportez les vôtres.
files-import = Importer des avis
files-import-about = Un fichier de 100 Mo au plus, tel que l’autre système l’exporte. Les avis qui sont déjà ici sont ignorés : importer deux fois un fichier est sans risque.
files-format = D’où vient le fichier ?
files-format-wrong = Indiquez d’où vient le fichier.
files-format-afterword = Afterword
files-format-afterword-about = un fichier de cette page, de cette boutique ou d’une autre
files-format-okendo = Okendo
files-format-judgeme = Judge.me
files-format-yotpo = Yotpo
files-format-loox = Loox
files-try = Essayer d’abord
files-do = Importer définitivement
files-kinds-about = Un essai lit chaque ligne et dit ce que ferait un import. Rien n’est enregistré.
files-export = Vos avis dans un fichier
files-export-about = Tous, publics ou non, sous forme de tableau (CSV). Il contient ce que des clients ont écrit sur eux-mêmes : conservez-le en lieu sûr.
files-download = Télécharger les avis
files-parts = Sans JavaScript, le fichier ne contient que les 5 000 avis les plus anciens.
files-all = Fichiers
files-heading-try = Import d’essai depuis { $system }
files-heading-do = Import depuis { $system }
files-heading-try-any = Import d’essai
files-heading-do-any = Import
files-choose = Choisir le fichier
files-choose-about = CSV ou JSON, 100 Mo au plus. L’envoi commence quand vous appuyez sur le bouton.
files-upload = Envoyer
files-upload-over = L’heure prévue pour l’envoi est passée. Recommencez.
files-again = Recommencer
files-arrived = Le fichier est arrivé et sera lu dans un instant.
files-running = Le fichier est en cours de lecture.
files-progress = { $rows } lignes sur environ { $all }.
files-tried = Rien n’a été enregistré. Voici ce que ferait un import :
files-done = Terminé.
files-failed = Le fichier n’a pas pu être lu jusqu’au bout. Ce qui a été importé jusque-là reste.
files-rows =
    { $count ->
        [one] { $count } avis lu
       *[other] { $count } avis lus
    }
files-would =
    { $count ->
        [one] { $count } avis serait importé
       *[other] { $count } avis seraient importés
    }
files-imported =
    { $count ->
        [one] { $count } avis importé
       *[other] { $count } avis importés
    }
files-skipped =
    { $count ->
        [one] { $count } ligne ignorée
       *[other] { $count } lignes ignorées
    }
files-to-reviews = Voir les avis
files-for-good = Importer maintenant définitivement
files-for-good-about = Choisissez le même fichier encore une fois.
files-faults = Ligne par ligne
files-faults-about = Les 20 premiers de chaque sorte.
files-row = Avis n°
files-line = Ligne
files-column = Colonne
files-what = Que faire
files-move = Migrer ici
files-move-about = Tous les avis d’un autre système, en un jour. Jusqu’à la dernière étape, tout peut être annulé.
files-step-1 = Connectez la boutique, pour que ses produits et ses commandes soient connus, et mettez les envois en pause.
files-step-2 = Exportez tout de l’ancien système et essayez le fichier ci-dessous. Rien n’est enregistré.
files-step-2-from = Les fichiers de Judge.me, Loox, Yotpo, Okendo, Stamped, Shopify Product Reviews, WooCommerce, CusRev et WebToffee sont reconnus ; l’aide de chaque système dit où se trouve son export.
files-step-3 = Importez le même fichier définitivement. Ce qui était public l’est ici ; ce qui était caché est écarté.
files-step-4 = Mettez nos avis sur une page cachée à côté des anciens, et comparez.
files-step-5 = Désactivez les étoiles de l’ancien système pour les moteurs de recherche, et activez les nôtres.
files-step-6 = Reprenez les envois. Une personne qui a déjà donné son avis là-bas sur un produit n’est plus sollicitée par votre boutique.
files-format-auto = Le reconnaître aux en-têtes
files-format-stamped = Stamped
files-format-spr = Shopify Product Reviews
files-format-woocommerce = WooCommerce
files-format-cusrev = CusRev
files-format-webtoffee = WebToffee
files-format-generic = un autre système
files-platform = De qui sont les numéros de produits du fichier ?
files-platform-auto = De la boutique connectée
files-platform-choose = Veuillez choisir
files-platform-shopify = De Shopify
files-platform-woocommerce = De WooCommerce
files-platform-needed = Indiquez de qui sont les numéros de produits : il n’y a pas une seule boutique connectée.
files-product-shop = Tous les avis portent sur la boutique elle-même
files-dates = Les dates comme 03/02/2025
files-dates-auto = Dire quelles lignes en ont
files-dates-day_first = Le jour vient d’abord
files-dates-month_first = Le mois vient d’abord
files-public = Publics : { $count }
files-waiting = En attente : { $count }
files-contact-data = Dont avec des coordonnées dans le texte : { $count }
files-hidden = Écartés, car l’ancien système ne les montrait pas : { $count }
files-answers = Vos réponses, venues avec leurs avis : { $count }
files-removed = Retirés : { $count }
files-kept = Conservés, car ils ont fait l’objet d’une décision, d’une réponse ou d’une modification : { $count }
files-reasons = Pourquoi des lignes ont été ignorées
files-notes = Ce qui a été raccourci ou manque
files-unread = Colonnes non lues : { $columns }
files-report = Télécharger le rapport (CSV)
files-unknown = Produits que vous n’avez pas
files-unknown-about = Leurs avis ont été ignorés. Indiquez pour chacun le produit : son identifiant ici, @shop pour la boutique elle-même, ou - pour l’ignorer. Importez ensuite le fichier de nouveau.
files-answer = Enregistrer
files-answered = Enregistré. Essayez ou importez maintenant le même fichier de nouveau.
files-answer-wrong = « { $name } » : indiquez un identifiant comme shopify-7125386199075, @shop ou -.
files-products = Produit par produit
files-undescribed = Lignes sur des produits que votre boutique n’a pas décrits ici : { $count }. Vérifiez leurs numéros : si l’un est faux, ses avis ne figurent sur aucune page de votre boutique.
files-note = Remarque :
files-undo = Annuler cet import
files-undo-about = Retire tous ses avis, tant qu’aucun n’a fait l’objet d’une décision ou d’une réponse. Vous pourrez importer de nouveau le fichier.
files-undo-stuck = Si rien ne change en dix minutes, appuyez de nouveau sur le bouton.
files-undo-touched = Non annulé. Avis qui ont depuis fait l’objet d’une décision, d’une réponse ou d’une modification : { $count }
files-undo-nothing = Il n’y a rien à annuler.
files-undoing = Les avis de cet import sont en train d’être retirés.
files-undone = Annulé. Vous pouvez importer de nouveau le fichier.
files-try-failed = Le fichier n’a pas pu être lu jusqu’au bout. Rien n’a été enregistré.
files-other-system = Recommencer
files-try-again = Réessayer ce fichier
files-again-about = Le fichier reste ici un jour, et vos choix sont conservés. Rien n’est envoyé de nouveau.
files-again-choose = Veuillez en choisir un.
fault-empty_file = Le fichier n’a aucune ligne. Choisissez-en un avec des en-têtes et des avis.
fault-missing_column = Ajoutez cette colonne aux en-têtes, ou choisissez le système dont le fichier a les en-têtes.
fault-missing_product = Le fichier n’a pas de colonne pour les produits. Ajoutez-la aux en-têtes, ou importez tous ses avis comme des avis sur la boutique elle-même.
fault-row_too_long = La ligne dépasse 128 Kio. Cherchez un guillemet qui n’est jamais fermé.
fault-not_utf8 = Enregistrez le fichier en UTF-8 : Excel l’appelle « CSV UTF-8 », d’autres programmes demandent le jeu de caractères.
fault-too_many_cells = La ligne a plus de cellules qu’il n’y a d’en-têtes. Mettez entre guillemets les cellules qui contiennent des virgules.
fault-invalid_json = La ligne doit être un objet JSON.
fault-invalid_platform = Écrivez l’un de ces mots : betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = L’identifiant a été omis : 128 caractères au plus, sur une ligne.
fault-invalid_product_id = Indiquez l’identifiant d’un produit, comme « shopify-7125386199075 », ou son numéro.
fault-invalid_rating = Indiquez un nombre entier de 1 à 5.
fault-invalid_title = Le titre a été raccourci à 200 caractères sur une ligne.
fault-invalid_body = Le texte a été raccourci à 5 000 caractères.
fault-invalid_name = Le nom a été raccourci à 100 caractères sur une ligne.
fault-invalid_created_at = Indiquez un moment passé, comme 2026-11-20T06:00:00Z, ou un jour, comme 2026-11-20.
fault-invalid_reply = La réponse a été raccourcie à 10 000 caractères.
fault-invalid_language = La langue a été omise : la page du client n’existe pas dans cette langue.
fault-invalid_photo_urls = Seules les 10 premières photos ont été importées.
fault-duplicate = Cet avis est déjà ici : même identifiant, ou mêmes produit, nom, étoiles, texte, date et adresse.
fault-erased = Les données de cette personne ont été effacées. Retirez la ligne du fichier.
fault-undo_incomplete = Certains avis de cet import n’ont pas été trouvés et sont encore ici. Annulez-le de nouveau, puis écartez les autres sous Avis.
fault-file_gone = Le fichier a été supprimé avant d’être lu en entier. Importez-le de nouveau : les avis qui sont déjà ici sont ignorés.
fault-file_changed = Un autre fichier a été envoyé pendant la lecture. Importez-le de nouveau : les avis qui sont déjà ici sont ignorés.
fault-photos_not_imported = L’avis a été importé sans ces photos : chaque adresse doit commencer par https:// et le nom d’un serveur.
fault-not_text = C’est un classeur ou une archive. Enregistrez le fichier en CSV, ou décompressez-le d’abord.
fault-unknown_format = Aucun système connu n’a ces en-têtes. Indiquez d’où vient le fichier.
fault-platform_needed = Le fichier nomme les produits par numéro. Indiquez s’ils sont de Shopify ou de WooCommerce.
fault-broken_list = Un objet de la liste JSON est endommagé, ne se termine pas ou dépasse 128 Kio. Exportez de nouveau le fichier : les avis déjà présents ici sont ignorés.
fault-unread_status = Cette colonne semble dire quels avis étaient publics, mais elle ne serait pas lue. Choisissez le système dont provient le fichier, ou supprimez la colonne si elle signifie autre chose.
fault-too_many_open_quotes = 100 lignes ont un guillemet qui n’est jamais fermé. Exportez de nouveau le fichier.
fault-open_quote = Un guillemet de cette ligne n’est jamais fermé. La lecture a repris à la ligne suivante.
fault-unknown_product = Vous n’avez aucun produit avec cet identifiant, cette adresse ou cette référence. Indiquez ci-dessous lequel c’est.
fault-left_out = Vous avez choisi d’ignorer les avis de ce produit.
fault-ambiguous_date = Le jour et le mois peuvent être inversés. Indiquez lequel vient d’abord.
fault-comment_on_review = C’est un commentaire sur un avis, et non un avis. Vous pouvez répondre à l’avis ici.
fault-invalid_reply_date = La date de la réponse est illisible. La réponse a celle d’aujourd’hui.
fault-half_stars = Une demi-étoile a été arrondie au-dessus.
fault-read_month_first = Lu avec le mois d’abord. Si c’est juste pour toutes les dates, indiquez-le.
fault-read_as_windows_1252 = Pas en UTF-8, donc lu comme windows-1252. Vérifiez les accents.

## Everything that the shop has

everything = Tout en fichiers
everything-about = Tout ce qui est enregistré de la boutique, en JSON Lines : paramètres, produits, clients, commandes, demandes, messages, avis, blocages et journal d’audit. Les fichiers contiennent des données personnelles de tous les clients : conservez-les en lieu sûr. Ils sont supprimés après un jour, et quand les données d’une personne sont effacées.
everything-made = Demandé : { $asked }. Les fichiers peuvent être téléchargés jusqu’au { $gone }.
everything-running = Demandé : { $asked }. Les fichiers sont en cours de création.
everything-lines = { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
everything-make = Créer les fichiers
