## النصوص الخاصة

words-heading = نصوصك الخاصة
words-text = ما تقوله رسائلك، لكل رسالة ولكل لغة. يُترك الحقل فارغًا لاستخدام نصنا.
words-message = الرسالة
words-language = اللغة
words-choose = فتح
words-request = طلب التقييم
words-reminder_1 = التذكير الأول
words-reminder_2 = التذكير الثاني
words-reminder_3 = التذكير الثالث
words-sms = رسالة نصية قصيرة
words-renewal = رابط جديد طلبه العميل
words-is-ours = نصنا
words-placeholders = يمكنك كتابة { "{name}" } للاسم الأول للعميل، و{ "{product}" } لاسم المنتج، و{ "{shop}" } لاسم متجرك، و{ "{days}" } لعدد الأيام التي يظل فيها الرابط صالحًا. إذا كان أحدها غير معروف لعميل ما، يظهر نصنا بدلًا منه.
words-insert = إدراج:
words-unknown = لا يوجد حقل باسم { $typed }. الحقول الأربعة هي { "{name}" } و{ "{product}" } و{ "{shop}" } و{ "{days}" }.
words-ours = نصنا: { $text }
words-show = معاينة
words-shown = معاينة الرسالة
words-segments = { $count ->
        [one] تُحسب رسالة واحدة.
        [two] تُحسب رسالتين.
       *[other] تُحسب { $count } رسائل.
    }
words-reset = استخدام نصنا
words-reset-done = عاد نصنا.
word-subject = الموضوع
word-subject-wrong = يُرجى كتابة 1 إلى 120 حرفًا في سطر واحد، دون أقواس معقوفة سوى أقواس الحقول الأربعة.
word-opening = الجمل الأولى
word-opening-wrong = يُرجى كتابة 600 حرف على الأكثر، دون أقواس معقوفة سوى أقواس الحقول الأربعة.
word-sms-opening = النص قبل الرابط
word-sms-opening-wrong = يُرجى كتابة 120 حرفًا على الأكثر في سطر واحد، ومنها { "{shop}" }. ويجب أن تتسع لها مع الرابط رسالتان قصيرتان.
