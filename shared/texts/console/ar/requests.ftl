## طلبات التقييم

nav-requests = طلبات التقييم
requests-heading = طلبات التقييم
requests-text = هنا يُبحث عن شخص أو طلب شراء، ويُعرف لماذا أُرسل شيء أو لم يُرسل.
requests-find = اسم أو بريد أو طلب شراء
requests-find-about = تُكتب كلمات من الاسم، أو العنوان أو الرقم أو معرّف طلب الشراء كاملًا. تُحفظ هذه البيانات مشفّرة، فلا يمكن البحث عن جزء من كلمة.
requests-find-wrong = هذا ليس عنوان بريد إلكتروني ولا رقم هاتف ولا معرّف طلب شراء. يبدأ رقم من بلد آخر بعلامة + ورمز البلد.
requests-find-name = لم يُعثر على أحد باسم «{ $typed }». يُبحث عن الأسماء بكلماتها الكاملة، وبين العملاء المضافين منذ إتاحة البحث بالاسم فقط. للبحث عن غيرهم يُكتب عنوان البريد الإلكتروني أو رقم الهاتف أو رقم الطلب كاملًا.
requests-which = أي طلبات تقييم
requests-all = الكل
requests-stuck = عالقة
requests-failed-today = فشلت في آخر 24 ساعة
requests-back = كل طلبات التقييم
requests-customer = فتح صفحة العميل
requests-select = تحديد
requests-none-selected = لم يُحدَّد شيء.
requests-send-selected = إرسال المحدد الآن
requests-send-all = إرسال الكل…
requests-send-all-text = كل طلبات التقييم التي لم تُرسل بعد، ومنها ما في الصفحات الأخرى: أحدث 100 دفعة واحدة.
requests-send-all-sure = إرسال ما يصل إلى 100 الآن
requests-send-more = هناك المزيد: يُرجى إرسال الكل مرة أخرى.
requests-send-done = { $count ->
        [zero] لا يُرسل أي طلب تقييم.
        [one] يجري إرسال طلب تقييم واحد.
        [two] يجري إرسال طلبي تقييم.
        [few] يجري إرسال { $count } طلبات تقييم.
        [many] يجري إرسال { $count } طلب تقييم.
       *[other] يجري إرسال { $count } طلب تقييم.
    }
requests-send-refused = { $count ->
        [zero] أُرسلت كلها.
        [one] تعذّر إرسال واحد: صفحته تبيّن السبب.
        [two] تعذّر إرسال اثنين: صفحتاهما تبيّنان السبب.
        [few] تعذّر إرسال { $count } طلبات: صفحاتها تبيّن السبب.
        [many] تعذّر إرسال { $count } طلبًا: صفحاتها تبيّن السبب.
       *[other] تعذّر إرسال { $count } طلب: صفحاتها تبيّن السبب.
    }
requests-send-stopped = { $count ->
        [zero] حدث خطأ قبل إرسال أي طلب تقييم: يُرجى إرسالها مرة أخرى.
        [one] يجري إرسال طلب تقييم واحد. ثم حدث خطأ: يُرجى إرسال البقية مرة أخرى.
        [two] يجري إرسال طلبي تقييم. ثم حدث خطأ: يُرجى إرسال البقية مرة أخرى.
        [few] يجري إرسال { $count } طلبات تقييم. ثم حدث خطأ: يُرجى إرسال البقية مرة أخرى.
        [many] يجري إرسال { $count } طلب تقييم. ثم حدث خطأ: يُرجى إرسال البقية مرة أخرى.
       *[other] يجري إرسال { $count } طلب تقييم. ثم حدث خطأ: يُرجى إرسال البقية مرة أخرى.
    }
requests-partial = لا شيء ضمن آخر 500. قد يكون هناك ما هو أقدم: للمتابعة زر «التالي».
request-products = { $count ->
        [zero] لا منتجات
        [one] منتج واحد
        [two] منتجان
        [few] { $count } منتجات
        [many] { $count } منتجًا
       *[other] { $count } منتج
    }
request-products-more = { $count ->
        [zero] { $product }
        [one] { $product } ومنتج آخر
        [two] { $product } ومنتجان آخران
        [few] { $product } و{ $count } منتجات أخرى
        [many] { $product } و{ $count } منتجًا آخر
       *[other] { $product } و{ $count } منتج آخر
    }
request-row = { $day } · { $products }
request-planned = موعده { $at }
request-no-order = دون طلب شراء
request-status-manual = رابط فقط
request-status-scheduled = مجدول
request-status-sending = جارٍ الإرسال
request-status-sent = أُرسل
request-status-completed = تم التقييم
request-status-cancelled = ملغى
request-status-expired = منتهٍ
request-status-failed = فشل
request-waits = ينتظر: لا يقبل مزوّد الخدمة الرسائل حاليًا، ويقبلها لاحقًا.
request-heading = طلب التقييم من { $name } عن { $order }
request-heading-name = طلب التقييم من { $name }
request-heading-order = طلب التقييم عن { $order }
request-heading-none = طلب تقييم دون طلب شراء
request-api-betterreviews = واجهتنا البرمجية
request-api-amino = واجهة Amino البرمجية
request-api-moregoodreviews = واجهة More Good Reviews البرمجية
request-api-wix = واجهة Wix البرمجية
request-by-email = البريد الإلكتروني
request-by-sms = رسالة قصيرة
request-life = ما حدث
request-why = باختصار
request-soon = التالي
request-link-ends = ينتهي الرابط. تبقى التقييمات.
request-messages-show = عرض الرسائل
request-messages = الرسائل
request-messages-text = كما أُرسلت. تُنشأ من جديد مما هو محفوظ، لذلك تظهر فيها أيضًا تعديلات لاحقة على إعدادات المتجر.
request-message-sent = { $by }، أُرسلت في { $at }
request-message-delivered = وصلت في { $at }
request-message-failed = لم تصل
request-person = العميل
request-person-gone = لم يعد الاسم والعنوان محفوظين.
request-person-all = كل شيء عن هذا العميل
request-name = الاسم
request-email = البريد الإلكتروني
request-phone = الهاتف
request-language = اللغة
request-items = ما يُطلب تقييمه
request-reviewed = قُيّم في { $day }
request-back = العودة إلى طلب التقييم
request-link = رابط للنسخ
request-link-label = رابط العميل
request-link-text = كل من يملكه يستطيع التقييم باسم هذا العميل، فلا يُعطى لغيره.
request-link-gone = لم يعد الرابط يعمل.
request-send = إرسال الآن
request-send-done = جارٍ الإرسال.
request-cancel = إلغاء…
request-cancel-text = يتوقف الرابط عن العمل ولا يُرسل شيء بعد ذلك. تبقى التقييمات. لا يمكن التراجع عن هذا.
request-cancel-sure = إلغاء طلب التقييم
request-cancel-done = أُلغي. لم يعد الرابط يعمل.
request-not-sendable-sent = لن يُرسل مرة أخرى: أُرسلت الرسالة الأولى من قبل.
request-not-sendable-completed = لن يُرسل: قُيّم كل شيء.
request-not-sendable-cancelled = لن يُرسل: طلب التقييم ملغى.
request-not-sendable-expired = لن يُرسل: انتهى الرابط.
request-not-sendable-failed = لن يُرسل: فشلت الرسالة نهائيًا. السبب أدناه.
request-not-sendable-skipped = لن يُرسل: أوقفت قاعدةٌ الرسالة. السبب أدناه.
request-not-sendable-no-recipient = لن يُرسل: لا يوجد عنوان بريد إلكتروني ولا رقم هاتف.
