import type { Words } from '../../words.ts';

/** Accounts, rules, devices and what else can be set. */
export const settings: Pick<
  Words,
  | 'settings'
  | 'settingsIndex'
  | 'rules'
  | 'recordingRules'
  | 'account'
  | 'signIn'
  | 'devices'
  | 'language'
  | 'look'
  | 'shortcuts'
  | 'notifications'
> = {
  settings: {
    calls: 'المكالمات',
    recording: 'التسجيل',
    sound: 'الصوت',
    check: 'الفحص',
    accounts: 'الحسابات',
    look: 'المظهر',
    notifications: 'الإشعارات',
    keyboard: 'لوحة مفاتيح الحاسوب',
    language: 'اللغة',
    data: 'البيانات',
  },
  settingsIndex: 'الأقسام',

  rules: {
    doNotDisturb: 'عدم الإزعاج',
    doNotDisturbHint: 'لا شيء يرنّ. يسمع المتصل أنه لا يمكن الوصول إليك، وترى أنت من اتصل.',
    doNotDisturbIsOn: '«عدم الإزعاج» مفعَّل: لا تصل إليك المكالمات.',
    switchOff: 'إيقاف',
    forwardTitle: 'تحويل المكالمات',
    forwardTo: 'تحويل إلى',
    forward: {
      always: 'كل المكالمات',
      whenBusy: 'عندما تكون مشغولًا',
      whenUnanswered: 'عندما لا ترد',
    },
    forwardHint: {
      always: 'لا ترنّ هنا.',
      whenBusy: 'أثناء مكالمة أخرى، أو عندما يكون «عدم الإزعاج» مفعَّلًا.',
      whenUnanswered: 'بعد أن ترنّ هنا لبعض الوقت.',
    },
    targetHint: 'مثل 100 أو bob أو bob@example.com',
    ringsForSec: 'عدد ثواني الرنين هنا',
    allForwarded: (target) => `تُحوَّل كل مكالماتك إلى ${target}.`,
    stopForwarding: 'إيقاف التحويل',
    answerTitle: 'الرد من دونك',
    answerHint: 'تسمع ثلاث نغمات صاعدة، ثم يسمعك المتصل. لا يحدث ذلك أبدًا أثناء مكالمة أخرى.',
    answerModes: {
      off: 'أبدًا',
      whenAsked: 'عندما يطلب ذلك متصل تسمح له',
      always: 'كل مكالمة',
    },
    allowedCallers: 'من تسمح لهم',
    allowedCallersHint: 'أرقام وعناوين تفصل بينها فواصل. لا يستطيع أحد غيرهم فتح ميكروفونك.',
    unreadableCaller: (caller) => `«${caller}» ليس رقمًا ولا عنوانًا.`,
    answersAfterSec: 'عدد ثواني الرنين قبل الرد',
    seconds: (min, max) => `من ${min} إلى ${max}`,
    linksTitle: 'روابط الهاتف',
    linksHint: 'افتح روابط الصفحات الأخرى بهذا الهاتف. يسألك قبل أن يتصل، وقد يسألك متصفحك أيضًا.',
    links: { tel: 'فتح روابط tel:\u200e', sip: 'فتح روابط sip:\u200e' },
  },

  recordingRules: {
    when: 'متى',
    where: 'إلى أين',
    copies: 'على هذا الجهاز',
    beep: 'نغمة التنبيه',
    readOut: 'ما يُقرأ',
    policy: {
      always: 'كل مكالمة، من ثانيتها الأولى إلى الأخيرة. يمكنك إيقاف التسجيل مؤقتًا، لرقم بطاقة مثلًا، لا إنهاؤه.',
      never: 'لا تُسجَّل أي مكالمة.',
      ask: 'تُسأل في كل مكالمة.',
      'on-demand': 'عندما تضغط «تسجيل» في مكالمة.',
    },
    upload: 'إلى خادم التسجيلات.',
    folder: 'إلى مجلد على هذا الجهاز.',
    both: 'إلى خادم التسجيلات وإلى مجلد على هذا الجهاز.',
    untilStored: 'يُحذف التسجيل من هنا بعد حفظه هناك.',
    forGood: 'تبقى التسجيلات هنا إلى أن تحذفها.',
    forTime: (time) => `يبقى التسجيل هنا ${time} بعد حفظه.`,
    beepEvery: (time) => `يسمع الطرفان نغمة كل ${time}.`,
    decided: 'قرّر هذا من يقدّم لك هذا الهاتف، ولا يمكن تغييره هنا.',
  },

  account: {
    registered: 'مسجَّل',
    connecting: 'جارٍ الاتصال بالخادم',
    reconnecting: 'تجري إعادة الاتصال',
    offline: 'غير متصل',
    failed: 'تعذّر تسجيل الدخول',
    signOut: 'تسجيل الخروج',
    signOutOf: (address) => `تسجيل خروج ${address}`,
    several: 'الحسابات',
    menu: (address, others) =>
      others === 0 ? `الحسابات: ${address}` : `الحسابات: ${address} و${others} غيره`,
    more: (others) => `+${others}`,
    add: 'إضافة حساب',
    cancelAdd: 'إلغاء',
    callByThis: 'الاتصال بهذا الحساب',
    cannotCall: 'غير مسجَّل',
    signInAgain: 'تسجيل الدخول من جديد',
    reconnectingFor: 'تجري إعادة الاتصال منذ',
    callsGoOn: 'مكالمتك مستمرة.',
  },

  signIn: {
    title: 'تسجيل الدخول',
    intro: 'بحساب خادم SIP الخاص بك.',
    address: 'عنوان SIP',
    addressHint: 'مثل alice أو alice@example.com',
    password: 'كلمة المرور',
    passwordHint: 'لا تُحفظ أبدًا',
    passwordKeptHint: 'محفوظة مشفّرة على هذا الجهاز',
    stay: 'البقاء مسجّلًا على هذا الجهاز',
    stayHint: 'تُحفظ كلمة مرورك هنا مشفّرة بمفتاح لا يغادر هذا المتصفح أبدًا. وتُنسى عند تسجيل الخروج.',
    displayName: 'الاسم الظاهر',
    displayNameHint: 'ما يراه الآخرون عندما تتصل. يمكنك تركه فارغًا.',
    server: 'خادم WebSocket',
    serverHint: 'مثل wss://example.com/ws',
    submit: 'تسجيل الدخول',
    demoTitle: 'تريد أن تجرّب فقط؟',
    demoIntro: 'جرّب العرض باسم',
    demoAs: (name) => `جرّب العرض باسم ${name}`,
    noSuchDemo: (wanted, names) =>
      `ليس في العرض حساب «${wanted}»، بل ${new Intl.ListFormat('ar').format(names)} فقط.`,
  },

  devices: {
    link: 'الميكروفون والسماعة',
    microphone: 'الميكروفون',
    microphoneHint: 'ما يسمعك الآخرون به.',
    speaker: 'السماعة',
    speakerHint: 'حيث تسمع الآخرين.',
    ringer: 'الرنين',
    ringerHint: 'حيث ترنّ المكالمات. مع سماعة الرأس، اختر ما تسمعه من آخر الغرفة.',
    standard: 'جهاز النظام',
    away: (name) => `${name} (غير موصول)`,
    awayHint: (name) => `يُستخدم جهاز النظام إلى أن يعود «${name}».`,
    nameless: (number) => `جهاز ${number}`,
    unknown: 'يسمّي متصفحك أجهزتك بعد أن تسمح بالميكروفون: اضغط «تجربة» بجانبه.',
    fixed: 'يشغّل هذا المتصفح كل شيء على المخرج الذي يستخدمه النظام. اختر غيره في إعدادات النظام.',
    test: 'تجربة',
    testOf: (what) => `تجربة: ${what}`,
    stopTest: 'أوقف التجربة',
    opening: 'قد يسألك المتصفح إن كان لهذه الصفحة أن تستخدم ميكروفونك.',
    speak: 'قل شيئًا: يتحرّك الشريط مع صوتك.',
    heard: 'ميكروفونك يسمعك.',
    processing: 'تحسين صوتك',
    echoCancellation: 'إلغاء الصدى',
    echoCancellationHint: 'لا يسمع الآخرون أنفسهم من سماعتك.',
    noiseSuppression: 'خفض الضجيج',
    noiseSuppressionHint: 'يزيل الضجيج الثابت كصوت المروحة. ويزيل الموسيقى أيضًا.',
    autoGainControl: 'مستوى صوت تلقائي',
    autoGainControlHint: 'يجعل صوتك بعلوّ أصوات الآخرين، قريبًا من الميكروفون وبعيدًا عنه.',
  },

  language: {
    page: 'لغة الصفحة',
    automatic: (name) => `كلغة المتصفح (${name})`,
    failed: 'تعذّر تحميل هذه اللغة. افحص شبكتك ثم حاول مجددًا.',
  },

  look: {
    theme: { label: 'الإضاءة', system: 'كالنظام', light: 'فاتح', dark: 'داكن' },
    contrast: { label: 'التباين', system: 'كالنظام', more: 'تباين أعلى' },
    motion: { label: 'الحركة', system: 'كالنظام', less: 'حركة أقل' },
  },

  shortcuts: {
    title: 'الاختصارات',
    close: 'إغلاق',
    hint: 'تعمل في كل صفحة. أوقفها في الإعدادات إن كان برنامج آخر يستخدم المفاتيح نفسها.',
    control: 'كنترول',
    undo: 'استعادة ما حُذف',
    shift: 'العالي',
    on: 'مشغَّلة',
    off: 'موقوفة',
    help: 'عرض هذه القائمة',
    does: {
      accept: 'الرد على المكالمة',
      reject: 'رفض المكالمة',
      mute: 'كتم الصوت أو إلغاء كتمه',
      hold: 'تعليق أو استئناف',
      hangUp: 'إنهاء المكالمة',
      dial: 'الذهاب إلى خانة الطلب',
      smallWindow: 'افتح في نافذة صغيرة',
    },
  },

  notifications: {
    what: 'يعرض النظام المكالمات التي ترد وأنت تنظر إلى صفحة أخرى.',
    ask: 'شغّل الإشعارات',
    granted: 'الإشعارات مشغَّلة.',
    denied:
      'لا يسمح هذا المتصفح للهاتف بإشعارك. اسمح بالإشعارات بجانب شريط العنوان ثم أعد تحميل الصفحة. المكالمات ترنّ على أي حال.',
    unsupported: 'ليس في هذا المتصفح إشعارات. المكالمات ترنّ على أي حال: أبقِ الصفحة أمامك.',
  },
};
