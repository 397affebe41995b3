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
fault-empty_file = لا صفوف في الملف. اختر ملفًا فيه عناوين وتقييمات.
fault-missing_column = أضف هذا العمود، أو اذكر النظام الذي عناوينه في الملف.
fault-row_too_long = في الصف أكثر من 128 كيبيبايت. ابحث عن علامة اقتباس بلا نظيرتها.
fault-not_utf8 = احفظ الملف بترميز UTF-8.
fault-too_many_cells = خلايا الصف أكثر من العناوين. ضع الخلايا التي فيها فواصل بين علامتي اقتباس.
fault-invalid_json = يجب أن يكون السطر كائن JSON واحدًا.
fault-invalid_platform = اكتب واحدًا من: betterreviews, okendo, judgeme, yotpo, loox, wix.
fault-invalid_external_review_id = 128 حرفًا على الأكثر، في سطر واحد.
fault-invalid_product_id = معرّف منتج مثل «shopify-7125386199075»، أو رقمه في Shopify.
fault-invalid_rating = عدد صحيح من 1 إلى 5.
fault-invalid_title = 200 حرف على الأكثر، في سطر واحد.
fault-invalid_body = 5000 حرف على الأكثر، من دون أحرف تحكم.
fault-invalid_name = 100 حرف على الأكثر، في سطر واحد.
fault-invalid_created_at = وقت مضى مثل 2026-11-20T06:00:00Z، أو يوم مثل 2026-11-20.
fault-invalid_reply = 10000 حرف على الأكثر، من دون أحرف تحكم. يجب أن تكون أوقاته قد مضت.
fault-invalid_language = إحدى لغات صفحة العميل، أو لا شيء.
fault-invalid_photo_urls = 10 عناوين على الأكثر.
fault-duplicate = هذا التقييم معروف: بمعرّفه، أو بمنتجه واسمه ونجومه ونصه وتاريخه.
fault-erased = مُحيت بيانات صاحب هذا العنوان. احذف الصف من الملف.
fault-file_gone = حُذف الملف قبل أن يُقرأ كله. استورده من جديد: تُترك التقييمات المعروفة.
fault-file_changed = رُفع ملف آخر أثناء القراءة. استورده من جديد: تُترك التقييمات المعروفة.
fault-photos_not_imported = جاء التقييم من دون هذه الصور: يجب أن يبدأ كل عنوان بـ https://‎ واسم خادم.

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
