## الملفات

files-page = الملفات
files-about = لجلب تقييمات من نظام آخر، أو لأخذ تقييماتك معك.
files-import = استيراد التقييمات
files-import-about = ملف لا يتجاوز 100 ميغابايت، كما يصدّره النظام الآخر. تُتجاوز التقييمات الموجودة هنا، فلا ضرر من استيراد الملف مرتين.
files-format = من أين الملف؟
files-format-wrong = يُرجى ذكر مصدر الملف.
files-format-afterword = Afterword
files-format-afterword-about = ملف من هذه الصفحة، من هذا المتجر أو من غيره
files-format-okendo = Okendo
files-format-judgeme = Judge.me
files-format-yotpo = Yotpo
files-format-loox = Loox
files-try = تجربة أولًا
files-do = استيراد نهائي
files-kinds-about = تقرأ التجربة كل سطر وتبيّن ما كان الاستيراد سيفعله. لا يُحفظ شيء.
files-export = تقييماتك في ملف
files-export-about = كلها، المنشور منها وغير المنشور، في جدول (CSV). فيه ما كتبه العملاء عن أنفسهم، فيُرجى حفظه في مكان آمن.
files-download = تنزيل التقييمات
files-parts = من دون JavaScript يحتوي الملف على أقدم 5000 تقييم.
files-all = الملفات
files-heading-try = تجربة ملف من { $system }
files-heading-do = استيراد من { $system }
files-heading-try-any = استيراد تجريبي
files-heading-do-any = استيراد
files-choose = اختيار الملف
files-choose-about = ملف CSV أو JSON، لا يتجاوز 100 ميغابايت. يبدأ الرفع عند الضغط على الزر.
files-upload = رفع
files-upload-over = انقضت الساعة المخصصة للرفع. يُرجى البدء من جديد.
files-again = البدء من جديد
files-arrived = وصل الملف وسيُقرأ بعد لحظات.
files-running = تجري قراءة الملف.
files-progress = { $rows } من نحو { $all } من الصفوف.
files-tried = لم يُحفظ شيء. هذا ما كان الاستيراد سيفعله:
files-done = تم.
files-failed = تعذّرت قراءة الملف حتى نهايته. ما استُورد قبل ذلك يبقى.
files-rows =
    { $count ->
        [zero] لم يُقرأ أي تقييم
        [one] قُرئ تقييم واحد
        [two] قُرئ تقييمان
        [few] { $count } تقييمات قُرئت
        [many] { $count } تقييمًا قُرئ
       *[other] { $count } تقييم قُرئ
    }
files-would =
    { $count ->
        [zero] لن يُستورد أي تقييم
        [one] سيُستورد تقييم واحد
        [two] سيُستورد تقييمان
        [few] { $count } تقييمات ستُستورد
        [many] { $count } تقييمًا سيُستورد
       *[other] { $count } تقييم سيُستورد
    }
files-imported =
    { $count ->
        [zero] لم يُستورد أي تقييم
        [one] استُورد تقييم واحد
        [two] استُورد تقييمان
        [few] { $count } تقييمات استُوردت
        [many] { $count } تقييمًا استُورد
       *[other] { $count } تقييم استُورد
    }
files-skipped =
    { $count ->
        [zero] لم يُتجاوز أي سطر
        [one] سطر واحد تم تجاوزه
        [two] سطران تم تجاوزهما
        [few] { $count } أسطر تم تجاوزها
        [many] { $count } سطرًا تم تجاوزها
       *[other] { $count } سطر تم تجاوزها
    }
files-to-reviews = إلى التقييمات
files-for-good = استيراده الآن نهائيًا
files-for-good-about = يُرجى اختيار الملف نفسه مرة أخرى.
files-faults = سطرًا سطرًا
files-faults-about = أول 20 من كل نوع.
files-row = رقم التقييم
files-line = السطر
files-column = العمود
files-what = ما العمل
files-move = الانتقال إلى هنا
files-move-about = كل التقييمات من نظام آخر، في يوم واحد. يمكن التراجع عن كل شيء حتى الخطوة الأخيرة.
files-step-1 = ربط المتجر لتُعرف منتجاته وطلبات شرائه، وتعليق الإرسال.
files-step-2 = تصدير كل شيء من النظام القديم، وتجربة الملف أدناه. لا يُحفظ شيء.
files-step-2-from = تُعرف ملفات Judge.me وLoox وYotpo وOkendo وStamped وShopify Product Reviews وWooCommerce وCusRev وWebToffee، وتذكر مساعدة كل نظام مكان التصدير فيه.
files-step-3 = استيراد الملف نفسه نهائيًا. ما كان منشورًا هناك يُنشر هنا، وما كان مخفيًا يُحجب.
files-step-4 = وضع تقييماتنا في صفحة مخفية بجانب القديمة، والمقارنة بينها.
files-step-5 = إيقاف نجوم النظام القديم لمحركات البحث، وتشغيل نجومنا.
files-step-6 = استئناف الإرسال. من قيّم منتجًا هناك لا يُطلب منه تقييمه مرة أخرى.
files-format-auto = بحسب عناوين أعمدته
files-format-stamped = Stamped
files-format-spr = Shopify Product Reviews
files-format-woocommerce = WooCommerce
files-format-cusrev = CusRev
files-format-webtoffee = WebToffee
files-format-generic = نظام آخر
files-platform = لمن أرقام المنتجات فيه؟
files-platform-auto = للمتجر المربوط
files-platform-choose = يُرجى الاختيار
files-platform-shopify = لـ Shopify
files-platform-woocommerce = لـ WooCommerce
files-platform-needed = يُرجى ذكر لمن أرقام المنتجات في الملف: ليس هناك متجر مربوط واحد فقط.
files-product-shop = كل التقييمات عن المتجر نفسه
files-dates = تواريخ مثل 03/02/2025
files-dates-auto = تُذكر الأسطر التي فيها منها
files-dates-day_first = اليوم أولًا
files-dates-month_first = الشهر أولًا
files-public = منشور: { $count }
files-waiting = في الانتظار: { $count }
files-contact-data = منها ما يتضمن نصه بيانات اتصال: { $count }
files-hidden = محجوب، لأن النظام السابق لم يكن يعرضه: { $count }
files-answers = ردودكم التي جاءت مع تقييماتها: { $count }
files-removed = أُزيل من جديد: { $count }
files-kept = بقي لأنه اتُّخذ قرار بشأنه أو رُدّ عليه أو عُدّل: { $count }
files-reasons = لماذا تم تجاوز أسطر
files-notes = ما اختُصر أو حُذف
files-unread = أعمدة لم تُقرأ: { $columns }
files-report = تنزيل التقرير في جدول
files-unknown = منتجات ليست لديك
files-unknown-about = تم تجاوز تقييماتها. يُرجى ذكر كل منتج منها: معرّفه هنا، أو ‎@shop‎ للمتجر نفسه، أو - لتجاوزه. ثم يُستورد الملف من جديد.
files-answer = حفظ
files-answered = تم الحفظ. يمكن الآن تجربة الملف نفسه أو استيراده من جديد.
files-answer-wrong = «{ $name }»: يُرجى كتابة معرّف مثل shopify-7125386199075 أو ‎@shop‎ أو -.
files-products = بحسب المنتج
files-undescribed = أسطر عن منتجات لم يصفها متجرك هنا: { $count }. يُرجى التحقق من أرقامها: إن كان أحدها خطأ، فلن تظهر تقييماته في أي صفحة من متجرك.
files-note = ملاحظة:
files-undo = التراجع عن هذا الاستيراد
files-undo-about = يزيل كل تقييماته ما دام لم يُتخذ قرار بشأن أي منها ولم يُردّ عليه. يمكن بعد ذلك استيراد الملف من جديد.
files-undo-stuck = إن لم يتغير شيء خلال عشر دقائق فاضغط الزر مرة أخرى.
files-undo-touched = لم يتم التراجع. تقييمات اتُّخذ قرار بشأنها أو رُدّ عليها أو عُدّلت منذ ذلك الحين: { $count }
files-undo-nothing = لا شيء للتراجع عنه.
files-undoing = تجري إزالة تقييمات هذا الاستيراد.
files-undone = تم التراجع. يمكن استيراد الملف من جديد.
files-try-failed = تعذّرت قراءة الملف حتى نهايته. لم يُحفظ شيء.
files-other-system = البدء من جديد
files-try-again = تجربة هذا الملف مرة أخرى
files-again-about = يبقى الملف هنا يومًا واحدًا، وتبقى اختياراتك. لا يُرفع شيء من جديد.
files-again-choose = يُرجى اختيار واحد منها.
fault-empty_file = لا صفوف في الملف. يُرجى اختيار ملف فيه عناوين وتقييمات.
fault-missing_column = تُرجى إضافة هذا العمود إلى العناوين، أو اختيار النظام الذي عناوينه في الملف.
fault-missing_product = لا يحتوي الملف على عمود للمنتجات. تُرجى إضافته إلى العناوين، أو استيراد كل تقييماته كتقييمات للمتجر نفسه.
fault-row_too_long = في الصف أكثر من 128 كيبيبايت. قد تكون فيه علامة اقتباس لم تُغلق.
fault-not_utf8 = يُرجى حفظ الملف بترميز UTF-8: يسمّيه Excel «‎CSV UTF-8‎»، وتسأل البرامج الأخرى عن ترميز الأحرف.
fault-too_many_cells = خلايا الصف أكثر من العناوين. يُرجى وضع الخلايا التي فيها فواصل بين علامتي اقتباس.
fault-invalid_json = يجب أن يكون السطر كائن JSON واحدًا.
fault-invalid_platform = يُرجى كتابة واحد من: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = حُذف المعرّف: يُسمح بـ 128 حرفًا على الأكثر في سطر واحد.
fault-invalid_product_id = المطلوب معرّف منتج مثل «shopify-7125386199075»، أو رقمه.
fault-invalid_rating = المطلوب عدد صحيح من 1 إلى 5.
fault-invalid_title = اختُصر العنوان إلى 200 حرف في سطر واحد.
fault-invalid_body = اختُصر النص إلى 5000 حرف.
fault-invalid_name = اختُصر الاسم إلى 100 حرف في سطر واحد.
fault-invalid_created_at = المطلوب وقت مضى مثل ‎2026-11-20T06:00:00Z، أو يوم مثل ‎2026-11-20.
fault-invalid_reply = اختُصر الرد إلى 10000 حرف.
fault-invalid_language = حُذفت اللغة: صفحة العميل غير متاحة بها.
fault-invalid_photo_urls = استُوردت الصور العشر الأولى فقط.
fault-duplicate = هذا التقييم موجود هنا: له المعرّف نفسه، أو المنتج والاسم والنجوم والنص والتاريخ والعنوان نفسها.
fault-erased = مُحيت بيانات هذا الشخص. يُرجى حذف الصف من الملف.
fault-undo_incomplete = لم يُعثر على بعض تقييمات هذا الاستيراد، وما زالت هنا. تراجع عنه مرة أخرى، ثم احجب الباقي في صفحة التقييمات.
fault-file_gone = حُذف الملف قبل أن يُقرأ كله. يُرجى استيراده من جديد: تُتجاوز التقييمات الموجودة هنا.
fault-file_changed = رُفع ملف آخر أثناء القراءة. يُرجى استيراده من جديد: تُتجاوز التقييمات الموجودة هنا.
fault-photos_not_imported = استُورد التقييم من دون هذه الصور: يجب أن يبدأ كل عنوان بـ https://‎ واسم خادم.
fault-not_text = هذا مصنّف أو أرشيف. يُرجى حفظه بصيغة CSV، أو فك ضغطه أولًا.
fault-unknown_format = لا نعرف نظامًا له هذه العناوين. يُرجى ذكر مصدر الملف.
fault-platform_needed = يسمّي الملف المنتجات بالأرقام. يُرجى ذكر هل هي لـ Shopify أم لـ WooCommerce.
fault-broken_list = في قائمة JSON كائن تالف، أو لا ينتهي، أو يزيد على 128 كيبيبايت. يُرجى تصدير الملف من جديد: تُتجاوز التقييمات الموجودة هنا.
fault-unread_status = يبدو أن هذا العمود يبيّن أي التقييمات كانت ظاهرة للعموم، لكنه لن يُقرأ. يُرجى اختيار النظام الذي جاء منه الملف، أو حذف العمود إن كان معناه غير ذلك.
fault-too_many_open_quotes = في 100 سطر علامة اقتباس لم تُغلق. يُرجى تصدير الملف من جديد.
fault-open_quote = في هذا السطر علامة اقتباس لم تُغلق. استمرت القراءة من السطر التالي.
fault-unknown_product = ليس لديك منتج بهذا المعرّف أو العنوان أو الرمز. يُرجى ذكره أدناه.
fault-left_out = اخترت تجاوز تقييمات هذا المنتج.
fault-ambiguous_date = قد يكون اليوم والشهر معكوسين. يُرجى ذكر أيهما أولًا.
fault-comment_on_review = هذا تعليق على تقييم وليس تقييمًا. يمكن الرد على التقييم هنا.
fault-invalid_reply_date = تعذّرت قراءة تاريخ الرد، فأُعطي تاريخ اليوم.
fault-half_stars = جُبر نصف نجمة إلى الأعلى.
fault-read_month_first = قُرئ والشهر أولًا. إن صح ذلك لكل التواريخ فيُرجى ذكره.
fault-read_as_windows_1252 = ليس بترميز UTF-8، فقُرئ بترميز windows-1252. يُرجى مراجعة حروفه.

## Everything that the shop has

everything = كل شيء كملفات
everything-about = كل ما هو محفوظ عن المتجر بصيغة JSON Lines: الإعدادات والمنتجات والعملاء وطلبات الشراء وطلبات التقييم والرسائل والتقييمات والحظر وسجل التدقيق. في الملفات بيانات شخصية لجميع العملاء، فيُرجى حفظها في مكان آمن. تُحذف بعد يوم، وعندما تُمحى بيانات شخص ما.
everything-made = طُلب في { $asked }. يمكن تنزيل الملفات حتى { $gone }.
everything-running = طُلب في { $asked }. يجري إعداد الملفات.
everything-lines = { $count ->
        [zero] لا أسطر
        [one] سطر واحد
        [two] سطران
        [few] { $count } أسطر
        [many] { $count } سطرًا
       *[other] { $count } سطر
    }
everything-make = إعداد الملفات
