## Products and locations

nav-products = Produits
products-heading = Produits
products-text = Ce que la boutique a décrit ou qu’une commande a nommé. Chaque produit mène à ses avis.
products-nothing = Aucun produit n’est encore connu. Les produits arrivent avec les commandes, par un système de boutique connecté ou par l’API.
products-average = { $average } sur 5
products-published = { $count ->
        [one] { $count } avis publié
       *[other] { $count } avis publiés
    }
locations-heading = Établissements
locations-text = Les lieux qui demandent sous leur propre nom ; d’abord le nom que voient les clients.
