## تسجيل الدخول

sign-in-heading = تسجيل الدخول
sign-in-text = يُرجى كتابة عنوان بريدك الإلكتروني، فنرسل إليك رابطًا.
sign-in-email = البريد الإلكتروني
sign-in-ask = إرسال رابط إليّ
sign-in-bad-email = يُرجى مراجعة العنوان.
waiting-heading = يُرجى مراجعة بريدك
waiting-text = إذا كان يحق لـ { $email } تسجيل الدخول، فهناك رسالة في الطريق وفيها رابط. يعمل الرابط 15 دقيقة.
waiting-still = لا مزيد من الرسائل الآن. الرابط الذي أرسلناه { $ago } ما زال يعمل.
waiting-here = لتسجيل الدخول هنا يُفتح الرابط في هذا المتصفح.
waiting-elsewhere = هل فُتح الرابط على جهاز آخر؟
waiting-code = الرمز
waiting-code-text = يعرض هناك رمزًا من ثمانية أحرف يُكتب هنا.
waiting-code-button = تسجيل الدخول
waiting-again = إرسال مرة أخرى
waiting-other = استخدام عنوان آخر
wrong-code = هذا الرمز لا يعمل. بعد خمس محاولات تحتاج إلى رابط جديد.
link-heading = تسجيل الدخول إلى اللوحة
link-text = لتسجيل الدخول يُرجى الضغط على الزر.
link-guest-text = يسجّل الزر دخولك إلى { $shop }. دورك هناك: { $role }. يُرجى المتابعة فقط إذا كان مرسل هذا الرابط معروفًا لك.
link-guest-left = حينئذ يُسجَّل خروجك من { $shop } في هذا المتصفح.
link-owner-text = اكتب بريدك الإلكتروني لنرسل إليك رابطًا يجعلك مالكًا في { $shop }. يُرجى المتابعة فقط إذا كان مرسل هذه الصفحة معروفًا لك.
link-without = تسجيل الدخول دون بريد
link-without-text = مرة واحدة، بدور المالك. بعد انتهاء هذه الجلسة لا يتيح لك الدخول إلا رابط جديد أو دعوة.
link-button = تسجيل الدخول
code-heading = رمزك
code-text = طُلب تسجيل الدخول من متصفح آخر. يُكتب هذا الرمز في النافذة التي تنتظر هناك.
code-warning = يُرجى عدم إعطاء هذا الرمز لأحد أبدًا. إن لم يكن طلب الدخول منك، فيُرجى إغلاق هذه الصفحة.
over-heading = لم يعد هذا الرابط يعمل
over-text = استُخدم من قبل، أو انتهت دقائقه الخمس عشرة. يمكن طلب رابط جديد.
over-button = تسجيل الدخول
signed-out-heading = تم تسجيل الخروج
ended-heading = يُرجى تسجيل الدخول مرة أخرى
ended-text = انتهت جلستك، لذلك لم يُحفظ شيء.
ended-written = ما كتبته، لنسخه قبل المتابعة

## متاجر الشخص

shops-heading = متاجرك
shops-text = متاجر ودعوات للعنوان { $email }.
shops-none = لست عضوًا في أي متجر بعد، ولم تصلك دعوة. يمكن طلب دعوة من مالك متجر.
shops-invited = دعوة بدور: { $role }
shops-here = أنت هنا
shops-test = وضع تجريبي
shops-open = فتح
shops-accept = قبول الدعوة
shops-decline = رفض

## رسائل إلى الأعضاء

email-sign-in-subject = تسجيل الدخول إلى { $shop }
email-sign-in-heading = تسجيل الدخول إلى { $shop }
email-sign-in-text = يعمل هذا الرابط مرة واحدة ولمدة 15 دقيقة في المتصفح الذي طُلب فيه. وفي أي متصفح آخر يعرض رمزًا للنافذة التي تنتظر.
email-sign-in-button = تسجيل الدخول
email-sign-in-link = تسجيل الدخول:
email-sign-in-end = إن لم يكن الطلب منك، فيمكن تجاهل هذه الرسالة: لا يستطيع أحد تسجيل الدخول من دونها.
email-sign-in-reason = وصلتك هذه الرسالة لأن العنوان { $email } كُتب في صفحة تسجيل الدخول.
email-sign-in-anywhere-subject = تسجيل الدخول إلى لوحة متجرك
email-sign-in-anywhere-heading = تسجيل الدخول إلى لوحة متجرك
email-sign-in-anywhere-text = يعمل هذا الرابط مرة واحدة ولمدة 15 دقيقة في المتصفح الذي طُلب فيه. وفي أي متصفح آخر يعرض رمزًا للنافذة التي تنتظر.
email-sign-in-anywhere-button = تسجيل الدخول
email-sign-in-anywhere-link = تسجيل الدخول:
email-sign-in-anywhere-end = إن لم يكن الطلب منك، فيمكن تجاهل هذه الرسالة: لا يستطيع أحد تسجيل الدخول من دونها.
email-sign-in-anywhere-reason = وصلتك هذه الرسالة لأن العنوان { $email } كُتب في صفحة تسجيل الدخول.
email-invitation-subject = دعوة إلى { $shop }
email-invitation-heading = دعوة إلى { $shop }
email-invitation-text = يدعوك { $shop } إلى المساعدة في تقييماته. تُقبل الدعوة بعد تسجيل الدخول بالعنوان { $email }، ولا حاجة إلى كلمة مرور.
email-invitation-button = عرض الدعوة
email-invitation-link = عرض الدعوة:
email-invitation-end = إن لم يكن { $shop } معروفًا لك، فيُرجى تجاهل هذه الرسالة: لا يحدث شيء حتى تُقبل الدعوة.
email-invitation-reason = وصلتك هذه الرسالة لأن شخصًا لدى { $shop } كتب العنوان { $email }.
email-waiting-subject = { $count ->
        [one] تقييم لدى { $shop } في انتظارك
        [two] تقييمان لدى { $shop } في انتظارك
        [few] { $count } تقييمات لدى { $shop } في انتظارك
        [many] { $count } تقييمًا لدى { $shop } في انتظارك
       *[other] { $count } تقييم لدى { $shop } في انتظارك
    }
email-waiting-heading = { $count ->
        [one] تقييم في انتظارك
        [two] تقييمان في انتظارك
        [few] { $count } تقييمات في انتظارك
        [many] { $count } تقييمًا في انتظارك
       *[other] { $count } تقييم في انتظارك
    }
email-waiting-text = لا يرى أحد سواك ما كُتب حتى تتخذ قرارك.
email-waiting-button = القراءة واتخاذ القرار
email-waiting-link = القراءة واتخاذ القرار:
email-waiting-reason = وصلتك هذه الرسالة لأنك عضو في لوحة { $shop }. يمكنك تغيير هذه الرسائل أو إيقافها في صفحة «المزيد».
email-data-subject = أحد عملاء { $shop } يطلب بياناته
email-data-heading = أحد العملاء يطلب بياناته
email-data-text = سأل أحد العملاء عبر نظام متجرك عمّا هو محفوظ عنه. الملف جاهز. يمنحك القانون عادةً 30 يومًا لتسليمه.
email-data-button = تنزيل الملف
email-data-link = تنزيل الملف:
email-data-end = يمكنك تنزيله خلال 30 يومًا، وإذا لم يعد موجودًا فستنشئه الصفحة من جديد.
email-data-reason = وصلتك هذه الرسالة لأن { $email } هو عنوان المالك في إعدادات { $shop }.

email-connected-subject = رُبط WooCommerce مع { $shop }
email-connected-heading = رُبط متجرك
email-connected-text = ربط أحد مالكي { $shop } في Afterword متجرًا على WooCommerce. من الآن يرسل المتجر طلبات الشراء لديه، مع أسماء أصحابها وعناوينهم، ومنتجاته.
email-connected-button = فتح صفحة الربط
email-connected-link = فتح صفحة الربط:
email-connected-end = إذا لم يفعل ذلك أحد منكم، فافصل المتجر هناك وتحقق من الأعضاء.
email-connected-reason = وصلتك هذه الرسالة لأن { $email } هو عنوان المالك في إعدادات { $shop }.
email-redacted-subject = ستُمحى طلبات شراء { $shop } الواردة من Shopify بعد 48 ساعة
email-redacted-heading = يطلب Shopify محو طلبات الشراء لديك
email-redacted-text = طلب منا Shopify محو طلبات الشراء التي أبلغ عنها لدى { $shop } مع بيانات أصحابها. وهو يفعل ذلك بعد يومين من إزالة أحد التطبيقات. لم يعد يُطلب تقييم من أحد. يبدأ المحو بعد 48 ساعة، ولا يمكن عندئذ التراجع عنه. إذا كنت لا تريد ذلك فأعد ربط Shopify قبل هذا الموعد.
email-redacted-button = فتح صفحة الربط
email-redacted-link = فتح صفحة الربط:
email-redacted-end = تحتفظ التقييمات المنشورة بنصها. وإذا كنت قد تركت Shopify فلا حاجة إلى أن تفعل شيئًا.
email-redacted-reason = وصلتك هذه الرسالة لأن { $email } هو عنوان المالك في إعدادات { $shop }.

email-reported-subject = أُبلغ عن تقييم لدى { $shop }
email-reported-heading = أُبلغ عن تقييم
email-reported-text = يقول أحد القراء إن في تقييم منشور مشكلة. يُرجى الاطلاع عليه وتقرير بقائه. يشترط القانون في بعض البلدان ردًا سريعًا.
email-reported-button = الاطلاع على التقييم
email-reported-link = الاطلاع على التقييم:
email-reported-end = لا يزال التقييم علنيًا. وإذا أُبلغ عنه مرة أخرى فسنخبرك.
email-reported-reason = وصلتك هذه الرسالة لأن { $email } هو عنوان المالك في إعدادات { $shop }.
