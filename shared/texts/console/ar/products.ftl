## Products and locations

nav-products = المنتجات
products-heading = المنتجات
products-text = ما وصفه متجرك أو ذُكر في طلب شراء. يقود كل منتج إلى تقييماته.
products-nothing = لا منتجات بعد. تصل مع طلبات الشراء، من متجر مربوط أو عبر واجهة API.
products-average = { $average } من 5
products-published = { $count ->
        [zero] لا تقييمات منشورة
        [one] تقييم منشور واحد
        [two] تقييمان منشوران
        [few] { $count } تقييمات منشورة
        [many] { $count } تقييمًا منشورًا
       *[other] { $count } تقييم منشور
    }
locations-heading = الفروع
locations-text = أماكن تطلب التقييم باسمها الخاص. الاسم الأول هو ما يراه العملاء.
