## الملفات

files-page = الملفات
files-about = أحضر تقييمات من نظام آخر، أو خذ تقييماتك معك.
files-import = استيراد التقييمات
files-import-about = ملف لا يتجاوز 100 ميغابايت، كما يصدّره النظام الآخر. تُترك التقييمات المعروفة، فلا بأس أن يأتي الملف مرتين.
files-format = من أين الملف؟
files-format-wrong = اذكر من أين الملف.
files-format-afterword = Afterword
files-format-afterword-about = ملف من هذه الصفحة، من هذا المتجر أو من غيره
files-format-okendo = Okendo
files-format-judgeme = Judge.me
files-format-yotpo = Yotpo
files-format-loox = Loox
files-try = جرّب أولًا
files-do = استيراد نهائي
files-kinds-about = تقرأ التجربة كل سطر وتخبرك بما كان سيحدث. لا يُحفظ شيء.
files-export = تقييماتك في ملف
files-export-about = كلها، المنشور منها وغير المنشور، في جدول (CSV). فيه ما كتبه العملاء عن أنفسهم، فاحفظه جيدًا.
files-download = تنزيل التقييمات
files-parts = من دون JavaScript يحتوي الملف على أقدم 5000 تقييم.
files-all = الملفات
files-heading-try = تجربة ملف من { $system }
files-heading-do = استيراد من { $system }
files-choose = اختر الملف
files-choose-about = ملف CSV أو أسطر JSON، لا يتجاوز 100 ميغابايت. يبدأ الرفع حين تضغط الزر.
files-upload = رفع
files-upload-over = انقضت الساعة المخصصة للرفع. ابدأ من جديد.
files-again = ابدأ من جديد
files-arrived = وصل الملف وسيُقرأ بعد لحظات.
files-running = تجري قراءة الملف.
files-look = تحقّق مرة أخرى
files-tried = لم يُحفظ شيء. هذا ما كان الاستيراد سيفعله:
files-done = تم.
files-failed = تعذّرت قراءة الملف حتى نهايته. ما استُورد حتى ذلك الحين يبقى.
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
        [zero] لم يُترك أي سطر
        [one] تُرك سطر واحد
        [two] تُرك سطران
        [few] { $count } أسطر تُركت
        [many] { $count } سطرًا تُرك
       *[other] { $count } سطر تُرك
    }
files-to-reviews = إلى التقييمات
files-for-good = استورده الآن نهائيًا
files-for-good-about = اختر الملف نفسه مرة أخرى.
files-faults = سطرًا سطرًا
files-faults-about = أول 20 من كل نوع.
files-line = السطر
files-column = العمود
files-what = ما العمل
files-move = الانتقال إلى هنا
files-move-about = كل تقييمات نظام آخر في يوم واحد. حتى الخطوة الأخيرة يمكن التراجع عن كل شيء.
files-step-1 = اربط المتجر وأوقف الإرسال مؤقتًا، لتُعرف منتجاته وطلباته.
files-step-2 = صدّر كل شيء من النظام القديم وجرّب الملف أدناه. لا يُحفظ شيء.
files-step-3 = استورد الملف نفسه نهائيًا. ما كان منشورًا هناك يُنشر هنا، وما كان مخفيًا ينتظرك.
files-step-4 = ضع تقييماتنا في صفحة مخفية بجانب القديمة، وقارن.
files-step-5 = أوقف نجوم النظام القديم لمحركات البحث، وشغّل نجومنا.
files-step-6 = أنهِ الإيقاف المؤقت. من قيّم منتجًا هناك لا يسأله متجرك عنه مرة أخرى.
files-format-auto = عناوينه تدل عليه
files-format-stamped = Stamped
files-format-spr = Shopify Product Reviews
files-format-woocommerce = WooCommerce
files-format-cusrev = CusRev
files-format-webtoffee = WebToffee
files-format-generic = نظام آخر
files-platform = لمن أرقام المنتجات فيه؟
files-platform-auto = للمتجر المرتبط
files-platform-shopify = لـ Shopify
files-platform-woocommerce = لـ WooCommerce
files-platform-needed = اذكر لمن أرقام المنتجات في الملف: لا يوجد متجر واحد مرتبط.
files-dates = تواريخ مثل 03/02/2025
files-dates-auto = اذكر أي الأسطر فيها منها
files-dates-day_first = اليوم أولًا
files-dates-month_first = الشهر أولًا
files-old = ما يعرضه النظام القديم
files-old-about = يمكنك ترك هذا فارغًا. عندها لا يلاحظ أحد إن كان في الملف أقل مما في النظام القديم.
files-old-reviews = التقييمات المنشورة
files-old-average = المتوسط، مثل 4.72
files-old-wrong = اكتب عدد التقييمات بالأرقام، ومتوسطًا من 1 إلى 5 بخانتين عشريتين على الأكثر.
files-public = منشور: { $count }
files-waiting = في انتظارك: { $count }
files-hidden = منها ما كان مخفيًا في النظام القديم: { $count }
files-explained = 0 بلا تفسير: لكل تقييم سببه.
files-unexplained = بلا تفسير: { $count }
files-compare = قبل وبعد
files-compare-who = حسب
files-compare-reviews = التقييمات المنشورة
files-compare-average = المتوسط
files-compare-said = النظام القديم
files-compare-file = الملف
files-compare-here = صفحاتك هنا
files-reasons = لماذا تُركت أسطر
files-notes = ما جاء مختصرًا أو بلا جزء منه
files-unread = أعمدة لم تُقرأ: { $columns }
files-report = التقرير في جدول
files-unknown = منتجات ليست لديك
files-unknown-about = تُركت تقييماتها. اذكر أي منتج هو كل منها: معرّفه هنا، أو ‎@shop‎ للمتجر نفسه، أو - لتركه. ثم استورد الملف من جديد.
files-answer = حفظ
files-answered = حُفظ. جرّب الآن الملف نفسه أو استورده من جديد.
files-answer-wrong = «{ $name }»: اكتب معرّفًا مثل shopify-7125386199075 أو ‎@shop‎ أو -.
files-products = منتجًا منتجًا
files-product = المنتج
files-there = هناك
files-here = هنا
files-waits = ينتظر
files-note = ملاحظة:
files-undo = التراجع عن هذا الاستيراد
files-undo-about = يسحب كل تقييماته ما دام لم يقرّر أحد بشأن أحدها ولم يُجب عليه. يمكن أن يأتي الملف من جديد.
files-undo-touched = لم يُتراجع عنه. تقييمات جرى البت فيها أو الرد عليها أو تغييرها منذ ذلك الحين: { $count }
files-undo-nothing = لا شيء للتراجع عنه.
files-undoing = يجري سحب تقييمات هذا الاستيراد.
files-undone = تم التراجع. يمكن أن يأتي الملف من جديد.
files-try-failed = تعذّرت قراءة الملف حتى نهايته. لم يُحفظ شيء.
files-other-system = ابدأ من جديد
fault-empty_file = لا صفوف في الملف. اختر ملفًا فيه عناوين وتقييمات.
fault-missing_column = أضف هذا العمود، أو اذكر النظام الذي عناوينه في الملف.
fault-row_too_long = في الصف أكثر من 128 كيبيبايت. ابحث عن علامة اقتباس بلا نظيرتها.
fault-not_utf8 = احفظ الملف بترميز UTF-8.
fault-too_many_cells = خلايا الصف أكثر من العناوين. ضع الخلايا التي فيها فواصل بين علامتي اقتباس.
fault-invalid_json = يجب أن يكون السطر كائن JSON واحدًا.
fault-invalid_platform = اكتب واحدًا من: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = تُرك المعرّف: 128 حرفًا على الأكثر، في سطر واحد.
fault-invalid_product_id = معرّف منتج مثل «shopify-7125386199075»، أو رقمه.
fault-invalid_rating = عدد صحيح من 1 إلى 5.
fault-invalid_title = اختُصر العنوان إلى 200 حرف في سطر واحد.
fault-invalid_body = اختُصر النص إلى 5000 حرف، من دون أحرف تحكم.
fault-invalid_name = اختُصر الاسم إلى 100 حرف في سطر واحد.
fault-invalid_created_at = وقت مضى مثل 2026-11-20T06:00:00Z، أو يوم مثل 2026-11-20.
fault-invalid_reply = اختُصر الرد إلى 10000 حرف، من دون أحرف تحكم.
fault-invalid_language = تُركت اللغة: ليست في صفحة العميل.
fault-invalid_photo_urls = جاءت الصور العشر الأولى وحدها.
fault-duplicate = هذا التقييم معروف: بمعرّفه، أو بمنتجه واسمه ونجومه ونصه وتاريخه وعنوانه.
fault-erased = مُحيت بيانات صاحب هذا العنوان. احذف الصف من الملف.
fault-file_gone = حُذف الملف قبل أن يُقرأ كله. استورده من جديد: تُترك التقييمات المعروفة.
fault-file_changed = رُفع ملف آخر أثناء القراءة. استورده من جديد: تُترك التقييمات المعروفة.
fault-photos_not_imported = جاء التقييم من دون هذه الصور: يجب أن يبدأ كل عنوان بـ https://‎ واسم خادم.
fault-not_text = هذا مصنّف أو أرشيف. احفظه بصيغة CSV، أو فك ضغطه أولًا.
fault-unknown_format = لا نظام نعرفه له هذه العناوين. اذكر من أين الملف.
fault-platform_needed = يسمّي الملف المنتجات بالأرقام. اذكر أهي لـ Shopify أم لـ WooCommerce.
fault-too_many_open_quotes = في 100 سطر علامة اقتباس بلا نظيرتها. صدّر الملف من جديد.
fault-open_quote = في هذا السطر علامة اقتباس بلا نظيرتها. استمرت القراءة من السطر التالي.
fault-unknown_product = ليس لديك منتج بهذا المعرّف أو العنوان أو الرمز. اذكر أدناه أي منتج هو.
fault-left_out = طلبت ترك تقييمات هذا المنتج.
fault-ambiguous_date = قد يكون اليوم والشهر معكوسين. اذكر أيهما أولًا.
fault-comment_on_review = تعليق على تقييم وليس تقييمًا. أجب على التقييم هنا.
fault-invalid_reply_date = تاريخ الرد غير مقروء. للرد تاريخ اليوم.
fault-half_stars = جُبر نصف نجمة.
fault-read_month_first = قُرئ والشهر أولًا. إن كانت كل التواريخ كذلك فاذكره.
fault-read_as_windows_1252 = ليس بترميز UTF-8، وقُرئ بترميز windows-1252. انظر إلى حروفه.

## Everything that the shop has

everything = كل شيء كملفات
everything-about = كل ما هو مخزَّن عن المتجر بصيغة JSON Lines: الإعدادات والمنتجات والعملاء والطلبات وطلبات التقييم والرسائل والتقييمات والحظر وما تم فعله. الملفات بيانات شخصية لجميع العملاء: احفظها جيدًا. تُحذف بعد يوم، وعندما تُمحى بيانات شخص ما.
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
everything-look = انظر مجددًا
everything-make = إعداد الملفات
