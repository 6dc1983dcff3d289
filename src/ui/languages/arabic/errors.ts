import type { Words } from '../../words.ts';

/** What went wrong, and what to do. */
export const errors: Words['errors'] = {
  'media/permission-denied': {
    sentence: 'لا يسمح المتصفح لهذه الصفحة باستخدام ميكروفونك.',
    action: 'اسمح بالميكروفون بجانب شريط العنوان ثم حاول مجددًا.',
  },
  'media/no-microphone': { sentence: 'لم يُعثر على ميكروفون.', action: 'صِل واحدًا ثم حاول مجددًا.' },
  'media/microphone-busy': {
    sentence: 'برنامج آخر يستخدم ميكروفونك.',
    action: 'أغلق ذلك البرنامج ثم حاول مجددًا.',
  },
  'media/microphone-failed': {
    sentence: 'تعذّر تشغيل ميكروفونك.',
    action: 'افصله وصِله من جديد ثم حاول مجددًا.',
  },
  'media/device-gone': {
    sentence: 'لم يعد هذا الجهاز موجودًا، فيبقى كل شيء كما كان.',
    action: 'صِله من جديد أو اختر غيره.',
  },
  'signalling/invalid-server': {
    sentence: 'يجب أن يبدأ عنوان خادم WebSocket بـ wss:// أو ws://.',
    action: 'صحّح خادم WebSocket.',
  },
  'signalling/insecure-server': {
    sentence: 'الصفحة المحمّلة عبر https لا تستخدم إلا خادمًا يبدأ بـ wss://.',
    action: 'غيّر خادم WebSocket إلى wss://.',
  },
  'signalling/server-unreachable': {
    sentence: 'الخادم لا يجيب. قد يكون اسمه خطأ، أو هو متوقف، أو شهادته غير موثوقة.',
    action: 'افحص خادم WebSocket. وإن كانت له شهادة خاصة فافتح عنوانه مرة في هذا المتصفح واقبلها.',
  },
  'signalling/transport-lost': {
    sentence: 'انقطع الاتصال بالخادم.',
    action: 'افحص شبكتك. الهاتف يواصل المحاولة.',
  },
  'signalling/not-loaded': {
    sentence: 'تعذّر تحميل جزء من الهاتف.',
    action: 'تحقق من شبكتك، ثم أعد تحميل الصفحة.',
  },
  'registration/wrong-password': {
    sentence: 'لا يقبل الخادم كلمة المرور هذه.',
    action: 'اكتب كلمة المرور من جديد وسجّل الدخول.',
  },
  'registration/unknown-account': {
    sentence: 'لا يعرف الخادم عنوان SIP هذا.',
    action: 'تحقّق من عنوان SIP وسجّل الدخول من جديد.',
  },
  'registration/refused': {
    sentence: 'رفض الخادم تسجيل دخولك.',
    action: 'اسأل من يدير الخادم وأره التفاصيل.',
  },
  'registration/no-answer': {
    sentence: 'الخادم موجود لكنه لم يجب على تسجيل الدخول.',
    action: 'انتظر لحظة وسجّل الدخول من جديد.',
  },
  'account/invalid-address': {
    sentence: 'عنوان SIP يكون مثل alice@example.com.',
    action: 'صحّح عنوان SIP.',
  },
  'account/missing-password': { sentence: 'كلمة المرور ناقصة.', action: 'اكتب كلمة مرورك.' },
  'account/not-kept': {
    sentence: 'تعذّر على هذا المتصفح الاحتفاظ بتسجيل دخولك.',
    action: 'سيُطلب منك إدخال كلمة المرور في المرة القادمة: أفرغ مساحة على هذا الجهاز لتغيير ذلك.',
  },
  'account/not-forgotten': {
    sentence: 'تعذّر على هذا المتصفح نسيان تسجيل دخولك.',
    action: 'امسح ما يحفظه المتصفح لهذه الصفحة من إعداداته.',
  },
  'call/invalid-target': {
    sentence: 'هذا ليس رقمًا ولا عنوانًا.',
    action: 'اكتب أرقامًا أو اسمًا أو عنوانًا مثل bob@example.com.',
  },
  'call/forward-to-self': {
    sentence: 'هذا عنوانك أنت: ستعود المكالمات إليك.',
    action: 'حوّل إلى رقم أو عنوان آخر.',
  },
  'call/not-registered': {
    sentence: 'لست مسجَّلًا على أي خادم الآن.',
    action: 'انتظر حتى تظهر في الأعلى حالة «مسجَّل».',
  },
  'call/not-found': { sentence: 'لم تعد هذه المكالمة موجودة.', action: 'ابدأ مكالمة جديدة.' },
  'call/too-many-calls': {
    sentence: 'لديك من المكالمات كل ما يسعه الهاتف.',
    action: 'أنهِ إحداها ثم اتصل مجددًا.',
  },
  'call/not-possible-now': {
    sentence: 'هذا غير ممكن في المكالمة على حالها الآن.',
    action: 'حاول مجددًا بعد لحظة.',
  },
  'call/ended': { sentence: 'انتهت هذه المكالمة.', action: 'ابدأ مكالمة جديدة.' },
  'call/not-connected': {
    sentence: 'هذا ممكن فقط وأنت تتحدّث مع أحد.',
    action: 'انتظر حتى يُردّ على المكالمة.',
  },
  'call/invalid-digits': {
    sentence: 'هذه ليست أزرار هاتف.',
    action: 'استخدم الأرقام والحروف من A إلى D و* و#.',
  },
  'call/refused-by-peer': { sentence: 'لم يوافق الهاتف الآخر.', action: 'حاول مجددًا بعد لحظة.' },
  'call/other-not-held': {
    sentence: 'تعذّر تعليق المكالمة التي أنت فيها.',
    action: 'حاول مجددًا بعد لحظة، أو أنهِها أولًا.',
  },
  'call/media-failed': {
    sentence: 'لم يتفق الهاتفان على طريقة إرسال الصوت.',
    action: 'اسأل من يدير الخادم وأره التفاصيل.',
  },
  'recording/storage-full': {
    sentence: 'توقّف التسجيل لأنه لم تبقَ مساحة على هذا الجهاز. مكالمتك مستمرة.',
    action: 'أفرغ مساحة أو احذف تسجيلات.',
  },
  'recording/storage-failed': {
    sentence: 'لم يسمح هذا المتصفح للهاتف بكتابة التسجيل. مكالمتك مستمرة.',
    action: 'استخدم نافذة عادية بدل الخاصة.',
  },
  'recording/capture-failed': {
    sentence: 'تعذّر بدء التسجيل. مكالمتك مستمرة.',
    action: 'أعد تحميل الصفحة بعد المكالمة.',
  },
  'recording/not-decodable': {
    sentence: 'لا يستطيع هذا المتصفح تحويل حزم هذه المكالمة إلى صوت.',
    action: 'نزّل الحزم أو جرّب في Chrome أو Edge.',
  },
  'recording/file-gone': {
    sentence: 'ملف هذا التسجيل لم يعد موجودًا.',
    action: 'أعد تحميل القائمة. إذا بقي التسجيل فيها فاسأل من يدير خادم التسجيلات.',
  },
  'recording/device-full': {
    sentence: 'لا توجد مساحة على هذا الجهاز لإنشاء الملف.',
    action: 'وفّر بعض المساحة أو احذف تسجيلات، ثم حاول مرة أخرى.',
  },
  'recording/not-convertible': {
    sentence: 'لم يستطع هذا المتصفح إنشاء ملف بهذه الصيغة.',
    action: 'اختر صيغة أخرى. صيغة WAV تعمل دائمًا.',
  },
  'upload/server-unreachable': {
    sentence: 'خادم التسجيلات لا يجيب. التسجيل في أمان على هذا الجهاز.',
    action: 'لا شيء عليك: يُرسل حالما يجيب الخادم.',
  },
  'upload/server-full': {
    sentence: 'لم تبقَ مساحة على خادم التسجيلات. التسجيل في أمان على هذا الجهاز.',
    action: 'أخبر من يدير خادم التسجيلات ثم أعد الإرسال.',
  },
  'upload/refused': {
    sentence: 'رفض خادم التسجيلات هذا التسجيل. وهو في أمان على هذا الجهاز.',
    action: 'أرِ التفاصيل لمن يدير خادم التسجيلات ثم أعد الإرسال.',
  },
  'upload/not-accepted': {
    sentence: 'لا يقبل خادم التسجيلات تسجيلات من هذا الهاتف الآن. التسجيل في أمان على هذا الجهاز.',
    action: 'أرِ التفاصيل لمن يدير خادم التسجيلات. تُعاد المحاولة تلقائيًا.',
  },
  'upload/token-refused': {
    sentence: 'لا يقبل خادم التسجيلات رمز هذا الهاتف. التسجيلات في أمان على هذا الجهاز.',
    action: 'اطلب ممن هيّأ هذا الهاتف أن يصحّح recording.token في config.json، ثم أعد المحاولة أو انتظر.',
  },
  'upload/cancelled': {
    sentence: 'لقد ألغيته. التسجيل في أمان على هذا الجهاز.',
    action: 'اضغط «أعد الإرسال» لإرساله. وإلا فيُرسل عندما يُفتح الهاتف مجددًا.',
  },
  'folder/unsupported': {
    sentence: 'لا يستطيع هذا المتصفح حفظ التسجيلات في مجلد. التسجيل في أمان داخل المتصفح.',
    action: 'نزّله أو استخدم Chrome أو Edge لهذا الهاتف.',
  },
  'folder/not-chosen': {
    sentence: 'لم يُختر مجلد للتسجيلات بعد. التسجيل في أمان داخل المتصفح.',
    action: 'اختر مجلدًا في صفحة التسجيلات.',
  },
  'folder/locked': {
    sentence: 'يطلب المتصفح إذنك من جديد قبل أن يحفظ في مجلدك. التسجيل في أمان داخل المتصفح.',
    action: 'اضغط «اسمح» في أعلى الصفحة.',
  },
  'folder/write-failed': {
    sentence: 'تعذّر حفظ التسجيل في مجلدك. وهو في أمان داخل المتصفح.',
    action: 'تأكّد من أن المجلد موجود وفيه مساحة، أو اختر غيره. وتُعاد المحاولة تلقائيًا.',
  },
  'history/storage-full': {
    sentence: 'لم تعد على هذا الجهاز مساحة لحفظ مكالماتك. ستبقى في القائمة حتى تغلق الهاتف.',
    action: 'أفرغ مساحة على هذا الجهاز: ستُحفظ مع مكالمتك التالية.',
  },
  'history/storage-failed': {
    sentence: 'لا يسمح هذا المتصفح للهاتف بحفظ مكالماتك. ستبقى في القائمة حتى تغلق الهاتف.',
    action: 'اسمح لهذه الصفحة بتخزين البيانات في إعدادات المتصفح، ثم أعد تحميلها.',
  },
  'contacts/storage-full': {
    sentence: 'لم تعد على هذا الجهاز مساحة لجهات الاتصال، لذلك لم يُحفظ التغيير.',
    action: 'أفرغ مساحة على هذا الجهاز، ثم حاول مرة أخرى.',
  },
  'contacts/storage-failed': {
    sentence: 'لا يسمح هذا المتصفح للهاتف بحفظ جهات الاتصال.',
    action: 'اسمح لهذه الصفحة بتخزين البيانات في إعدادات المتصفح، ثم أعد تحميلها.',
  },
  'contacts/not-loaded': {
    sentence: 'تعذّر تحميل مكالماتك وجهات اتصالك.',
    action: 'تحقق من الشبكة، ثم حاول مرة أخرى.',
  },
  'contacts/file-unreadable': {
    sentence: 'تعذّرت قراءة هذا الملف.',
    action: 'تأكد من أنه ما زال موجودًا ومن أنه vCard ‏(.vcf) أو CSV، ثم حاول مرة أخرى.',
  },
  'contacts/file-without-contacts': {
    sentence: 'ليس في هذا الملف أحد يستطيع الهاتف الاتصال به.',
    action: 'اختر ملف vCard ‏(.vcf) أو ملف CSV يسمّي صفه الأول الأعمدة، مثل الاسم والهاتف.',
  },
  'contacts/file-too-large': {
    sentence: 'هذا الملف كبير جدًا: يقبل الهاتف حتى 100000 جهة اتصال و200 ميغابايت في المرة الواحدة.',
    action: 'قسّمه، ثم استورد الأجزاء واحدًا بعد الآخر.',
  },
  'config/unreadable': {
    sentence: 'تعذّرت قراءة إعدادات هذا الهاتف (config.json).',
    action: 'اسأل من هيّأ هذا الهاتف وأره التفاصيل.',
  },
  'config/invalid': {
    sentence: 'في إعدادات هذا الهاتف (config.json) خطأ.',
    action: 'اسأل من هيّأ هذا الهاتف وأره التفاصيل.',
  },
  'config/hooks-failed': {
    sentence: 'تعذّر تحميل إضافات هذا الهاتف المذكورة في config.json. المكالمات والتسجيلات تعمل من دونها.',
    action: 'أخبر من هيّأ هذا الهاتف وأره التفاصيل.',
  },
  'internal/unexpected': { sentence: 'حدث خطأ ما كان ينبغي أن يحدث.', action: 'أعد تحميل الصفحة.' },
};
