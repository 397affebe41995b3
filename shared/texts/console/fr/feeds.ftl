feeds-heading = Google
feeds-about = Des étoiles dans Google Shopping
feeds-text = Un fichier de vos avis publiés, que Google vient chercher.
feeds-files = Le fichier
feeds-test = Aucun fichier n’est créé pour le mode test.
feeds-first = Le premier fichier est créé dès qu’un achat connu est à l’origine d’un avis publié.
feeds-made = { $count ->
        [one] Créé { $ago }, avec { $count } avis
       *[other] Créé { $ago }, avec { $count } avis
    }
feeds-address = Adresse pour Google
feeds-fetched = Dernier téléchargement { $ago }
feeds-not-fetched = Pas encore téléchargé
feeds-paste = Dans Google Merchant Center, ajoutez une source d’avis sur les produits, choisissez de récupérer un fichier par son adresse et collez-la. Google la vérifie, ce qui prend quelques semaines. Un nouveau fichier est créé chaque nuit, et dans l’heure après qu’un avis a été retenu ou effacé.
feeds-wants = Ce que Google demande
feeds-wants-about = Parmi les produits, les 100 premiers sont examinés.
feeds-met = Fait
feeds-missing = Manque
feeds-all = Tous les avis sont publics
feeds-all-about = Google veut tous les avis, quelles que soient leurs étoiles. Les avis doivent être montrés publiquement.
feeds-many = Au moins 50 avis
feeds-many-about = { $count ->
        [one] Il y en a { $count }. Les avis sans texte ne comptent pas.
       *[other] Il y en a { $count }. Les avis sans texte ne comptent pas.
    }
feeds-pages = Chaque produit a une page
feeds-pages-about = { $some } sur { $all } en ont une. Les avis sur les autres sont laissés de côté.
feeds-domain = Les pages sont à votre propre domaine
feeds-domain-about = Ce doit être le domaine que Google connaît de vous, pas myshopify.com.
feeds-ids = Chaque produit peut être retrouvé
feeds-ids-about = { $some } sur { $all } ont un code-barres (GTIN), le numéro et la marque du fabricant, ou votre numéro (SKU) comme dans vos données de produits.
