## Products and locations

nav-products = المنتجات
products-heading = المنتجات
products-text = ما وصفه متجرك أو ذُكر في طلب شراء. يقود كل منتج إلى تقييماته.
products-nothing = لا منتجات بعد. تصل مع طلبات الشراء، من متجر مربوط أو عبر واجهة API.
products-incomplete = غير المكتملة
products-all = كل المنتجات
products-incomplete-text = لا يستطيع Google استخدام تقييمات منتج بلا صفحة، ولا يعثر عليه إلا برمز شريطي (GTIN) أو برقم الصانع مع العلامة التجارية أو برقمك (SKU). أضف ما ينقص في نظام متجرك فيرسله إلى هنا، أو عبر واجهة API: عندها يغادر المنتج هذه القائمة.
products-no-page = بلا صفحة
products-no-number = بلا رمز أو رقم
products-complete = لا ينقص شيء: لكل منتج صفحة ويمكن العثور عليه.
products-none-here = لا ينقص شيء بين هذه المنتجات.
products-average = { $average } من 5
products-published = { $count ->
        [zero] لا تقييمات منشورة
        [one] تقييم منشور واحد
        [two] تقييمان منشوران
        [few] { $count } تقييمات منشورة
        [many] { $count } تقييمًا منشورًا
       *[other] { $count } تقييم منشور
    }
product-title = عنوان المنتج
product-title-text = لم يصف نظام متجرك ولا أي برنامج هذا المنتج بعد. تعرض الرسائل وصفحة التقييم ومتجرك العنوان المكتوب هنا إلى أن يحدث ذلك.
product-title-wrong = يتكون العنوان من حرف واحد إلى 255 حرفًا.
product-title-save = حفظ
product-title-give = إعطاء المنتج عنوانًا
product-title-done = أصبح العنوان: { $title }
product-title-described = وصف نظام متجرك أو برنامج هذا المنتج: يُرجى تغيير العنوان هناك.
product-ask = طلب تقييمات
product-ask-about = من دون علامة الاختيار لا يُطلب من أحد تقييم هذا المنتج. تبقى تقييماته، ويُطلب تقييم سائر منتجات طلب الشراء. يسري هذا على طلبات الشراء التي يبلّغ عنها متجرك من الآن فصاعدًا، وهو مقدّم على ما يقوله نظام متجرك.
product-ask-on = يُطلب من العملاء تقييم هذا المنتج.
product-ask-off = لم يعد يُطلب من أحد تقييم هذا المنتج.
product-not-asked = لا يُطلب تقييمه
locations-heading = الفروع
locations-text = أماكن تطلب التقييم باسمها الخاص. الاسم الأول هو ما يراه العملاء.
product-reviews = كل تقييماته
product-public = الصفحة العامة
product-months = النجوم بمرور الوقت
product-months-cut = من أحدث { $count } تقييم، منذ { $day }
product-months-most = التقييمات، بحد أقصى { $count } في الشهر
product-month = الشهر
product-month-stars = متوسط النجوم
product-latest = أحدث التقييمات
