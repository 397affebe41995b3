## Products and locations

nav-products = المنتجات
products-heading = المنتجات
products-text = ما وصفه المتجر أو ذُكر في طلب شراء. يقود كل منتج إلى تقييماته.
products-nothing = لا منتجات معروفة بعد. تصل المنتجات مع طلبات الشراء، من نظام متجر مربوط أو عبر واجهة API.
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
locations-text = أماكن تسأل باسمها الخاص؛ أولًا الاسم الذي يراه العملاء.
