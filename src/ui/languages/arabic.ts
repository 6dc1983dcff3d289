import type { Words } from '../words.ts';

const tryLater = 'حاول مرة أخرى لاحقًا.';
const checkNetwork = 'تحقق من شبكتك، ثم اتصل مرة أخرى.';

/** Arabic, which is written from right to left. */
export const arabic: Words = {
  product: 'Sidetone',
  promise: 'هاتف في متصفحك لا يفقد تسجيلًا أبدًا.',
  details: 'التفاصيل',
  notices: 'الرسائل',

  navigation: { label: 'الصفحات', phone: 'الهاتف', recordings: 'التسجيلات', settings: 'الإعدادات' },

  settings: {
    calls: 'المكالمات',
    sound: 'الصوت',
    accounts: 'الحسابات',
    look: 'المظهر',
    notifications: 'الإشعارات',
    keyboard: 'لوحة مفاتيح الحاسوب',
    language: 'اللغة',
  },

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
    links: { tel: 'فتح روابط tel:', sip: 'فتح روابط sip:' },
  },

  link: {
    asks: (target) => `يطلب منك رابط الاتصال بـ ${target}.`,
    call: (target) => `اتصل بـ ${target}`,
    dismiss: 'لا تتصل',
    refused: 'طلب رابط من هذا الهاتف شيئًا غير رقم أو عنوان عادي، لذلك لم يُتصل بأحد.',
    understood: 'إغلاق',
  },

  account: {
    registered: 'مسجَّل',
    connecting: 'جارٍ الاتصال بالخادم',
    reconnecting: 'تجري إعادة الاتصال',
    offline: 'غير متصل',
    failed: (why) => `تعذّر تسجيل الدخول: ${why}`,
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

  deviceRoom: (percent) =>
    `تشغل التسجيلات ${percent} من المساحة التي يتيحها لها هذا المتصفح: احذف بعضها في صفحة التسجيلات أو أفرغ مساحة على هذا الجهاز.`,

  recovered: (count) =>
    count === 1 ? 'انقطع تسجيل، وكل ما قبل ذلك محفوظ.' : `تسجيلات انقطعت: ${count}، وكل ما قبل ذلك محفوظ.`,
  showRecordings: 'عرض التسجيلات',

  messages: {
    waiting: (count) => (count === null ? 'رسائل جديدة' : `رسائل جديدة: ${count}`),
    waitingAt: (said, address) => `${said} إلى ${address}`,
    listen: (said) => `${said}: الاتصال بالبريد الصوتي`,
  },

  signIn: {
    title: 'تسجيل الدخول',
    intro: 'بحساب خادم SIP الخاص بك.',
    address: 'عنوان SIP',
    addressHint: 'مثل alice@example.com',
    password: 'كلمة المرور',
    passwordHint: 'لا تُحفظ أبدًا',
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

  dialer: {
    label: 'الطلب',
    account: 'الاتصال باسم',
    byAccount: (address, why) => (why === null ? `باسم ${address}` : `باسم ${address} (${why})`),
    field: 'رقم أو عنوان',
    hint: 'مثل 100 أو bob أو bob@example.com',
    erase: 'حذف الحرف الأخير',
    keypad: 'لوحة المفاتيح',
    keyZero: '0، اضغط مطوّلًا لعلامة الزائد',
    call: 'اتصال',
    redial: (last) => `اضغط «اتصال» للاتصال بـ ${last}، آخر رقم لك.`,
    notRegistered: 'يمكنك الاتصال حالما تصبح مسجَّلًا.',
  },

  demo: {
    title: 'جرّبه',
    echo: 'اتصل بالصدى',
    echoHint: 'تكلّم واسمع نفسك',
    second: (name) => `افتح هاتفًا ثانيًا باسم ${name}`,
    secondHint: (address) => `في علامة تبويب جديدة. ثم اتصل من هنا بـ ${address}`,
  },

  stage: {
    label: 'المكالمات',
    ready: 'جاهز للمكالمات',
    readyHint: (address) => `يصل الناس إليك على ${address}`,
    undisturbed: 'لا أحد يزعجك',
    undisturbedHint: 'من يتصل الآن يظهر هنا كمكالمة فائتة.',
    notReady: 'لا يمكن للمكالمات أن تصل إليك بعد',
    notReadyHint: 'يتغيّر هذا حالما تصبح مسجَّلًا.',
  },

  call: {
    region: (name) => `مكالمة مع ${name}`,
    calling: 'جارٍ الاتصال…',
    ringing: 'يرنّ…',
    connecting: 'جارٍ الوصل…',
    transferring: 'جارٍ التحويل…',
    answering: 'جارٍ الرد…',
    inCall: 'في مكالمة',
    hangingUp: 'جارٍ الإنهاء…',
    incoming: 'واردة',
    outgoing: 'صادرة',
    toAccount: 'إلى',
    asAccount: 'باسم',
    you: 'أنت',
    muted: 'أنت، مكتوم',
    talkingWhileMuted: 'أنت تتكلّم لكن صوتك مكتوم',
    mute: 'كتم',
    unmute: 'إلغاء الكتم',
    hold: 'تعليق',
    resume: 'استئناف',
    holding: 'جارٍ التعليق…',
    resuming: 'جارٍ الاستئناف…',
    onHold: 'معلّقة',
    remoteOnHold: 'علّقها الطرف الآخر',
    reconnecting: 'جارٍ إعادة الاتصال',
    mediaLost: 'لا يسمع أحدكما الآخر الآن: تغيّرت الشبكة أو انقطعت. مكالمتك مستمرة.',
    hangUp: 'إنهاء',
    callAgain: 'اتصل مجددًا',
    callBack: 'معاودة الاتصال',
    callInstead: (target) => `اتصل بـ ${target}`,
    answeredByItself: 'رُدَّ على هذه المكالمة من دونك: الطرف الآخر يسمعك.',
    dismiss: 'إخفاء',
    lasted: 'المدة',
    recording: 'يجري التسجيل',
    recordingHint: 'الصوتان معًا',
    recordingPaused: 'التسجيل متوقف مؤقتًا',
    record: 'تسجيل',
    stopRecording: 'إيقاف التسجيل',
    pauseRecording: 'إيقاف التسجيل مؤقتًا',
    resumeRecording: 'استئناف التسجيل',
    askToRecord: 'هل تُسجَّل هذه المكالمة؟',
    doNotRecord: 'لا تسجّل',
    readOut: 'اقرأ من فضلك بصوت مسموع:',
    remoteIsSilent: 'لم يُسمع شيء من الطرف الآخر منذ 10 ثوانٍ.',
    localIsSilent: 'لم يُسمع شيء من ميكروفونك منذ 10 ثوانٍ. تأكّد من أنه مشغَّل.',
    nothingArrives:
      'لا يصل صوت من الطرف الآخر. اسأل إن كنت مسموعًا، واتصل مجددًا؛ وإن بقي الأمر كذلك فالشبكة لا تمرّر الصوت.',
    nothingLeaves: 'لا يخرج صوت من هذا الحاسوب، فلا يسمعك أحد. اتصل مجددًا وافحص شبكتك.',
  },

  digits: {
    open: 'لوحة المفاتيح',
    field: 'الأرقام',
    hint: 'اكتب أو الصق أو اضغط: يُرسل كل رقم فورًا.',
    received: (digits) => `وصل: ${digits}`,
  },

  transfer: {
    open: 'تحويل',
    label: 'تحويل المكالمة',
    field: 'التحويل إلى',
    hint: 'مثل 100 أو bob أو bob@example.com',
    now: 'حوّل الآن',
    askFirst: 'اسألهم أولًا',
    connectWith: (name) => `صِل مع ${name}`,
    underWay: (target) => `جارٍ التحويل إلى ${target}…`,
    rings: (target) => `يرنّ عند ${target}…`,
    failed: (target) => `لم ينجح التحويل إلى ${target}. عادت المكالمة إليك.`,
    asked: (target) => `يطلب منك الطرف الآخر أن تتصل بـ ${target} بدلًا منه.`,
    callThem: 'اتصل بهم',
    stay: 'ابقَ هنا',
  },

  conference: {
    bringTogether: 'تحدّث مع الجميع معًا',
    takeApart: 'أخرِجه وعلّق المكالمة',
    leave: 'اترك الطرفين يتحدثان',
    inCall: 'في مكالمة جماعية',
  },

  quality: {
    levels: { Good: 'جيد', Fair: 'مقبول', Poor: 'ضعيف', Critical: 'ضعيف جدًا' },
    sound: (level) => `الصوت ${level}`,
    figures: (loss, jitter, roundTrip) =>
      `فُقد ${loss} من الصوت، والتذبذب ${jitter}${roundTrip === null ? '' : `، و${roundTrip} ذهابًا وإيابًا`}`,
    summary: (level, loss) => `الصوت ${level}، وفُقد منه ${loss}`,
  },

  incoming: {
    label: (name) => `مكالمة واردة من ${name}`,
    title: 'مكالمة واردة',
    accept: 'رد',
    holdAndAccept: 'علّق ورُدّ',
    endAndAccept: 'أنهِ ورُدّ',
    reject: 'رفض',
    forward: 'تحويل…',
    forwardTo: 'تحويل إلى',
    forwardNow: 'تحويل',
    busy: 'أنا مشغول',
    answersIn: 'يُرَدّ من دونك خلال',
    answersNow: 'يجري الرد: المتصل على وشك أن يسمعك.',
    letItRing: 'دعها ترنّ',
  },

  sound: {
    blocked: 'متصفحك يبقي هذه الصفحة صامتة.',
    enable: 'شغّل الصوت',
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

  recordings: {
    title: 'التسجيلات',
    loading: 'جارٍ قراءة تسجيلاتك…',
    empty: 'لا تسجيلات بعد',
    emptyHint: 'كل مكالمة تُسجَّل تظهر هنا منذ ثانيتها الأولى.',
    listFailed: 'تعذّر طلب القائمة من خادم التسجيلات. قد يكون ما تراه ناقصًا.',
    again: 'حاول مجددًا',
    recording: 'يجري التسجيل',
    queued: 'في انتظار الإرسال',
    sending: (percent) => `جارٍ الإرسال: ${percent}`,
    retryIn: 'يُعاد الإرسال بعد',
    retryByHand: 'لم يُرسل',
    notSaved: 'لم يُحفظ',
    stored: 'محفوظ',
    failed: 'فشل',
    because: '·',
    endings: {
      recovered: 'استُعيد بعد انهيار',
      'storage-full': 'انتهى مبكرًا: لم تبقَ مساحة على هذا الجهاز',
      'storage-failed': 'انتهى مبكرًا: رفض هذا المتصفح كتابته',
    },
    play: 'تشغيل',
    pause: 'إيقاف مؤقت',
    stop: 'أغلق المشغّل',
    download: 'تنزيل',
    packets: 'الحزم',
    packetsAsSound: 'الحزم بصيغة WAV',
    retry: 'أعد الإرسال',
    cancel: 'إلغاء',
    delete: 'حذف',
    deleteLast: 'هذا التسجيل غير موجود في أي مكان آخر. هل تحذفه نهائيًا؟',
    deleteForGood: 'احذف نهائيًا',
    deleteCopyQuestion: 'يحتفظ خادم التسجيلات بنسخته. هل تحذف النسخة التي على هذا الجهاز؟',
    deleteCopy: 'احذف النسخة التي على هذا الجهاز',
    alsoHere: 'وعلى هذا الجهاز أيضًا',
    alsoHereUntil: (day) => `وعلى هذا الجهاز أيضًا حتى ${day}`,
    keep: 'احتفظ به',
    overview: (stored, all) => `أُرسل ${stored} من ${all}`,
    overviewBytes: (sent, all) => `${sent} من ${all}`,
    paused: 'هذا الجهاز غير متصل بالشبكة. تُرسل التسجيلات حالما يعود.',
    position: 'الموضع',
    downloadFailed: 'تعذّر تنزيل هذا التسجيل.',
    playFailed: 'تعذّر تشغيل هذا التسجيل.',
    mark: {
      hold: 'معلّقة',
      'remote-hold': 'علّقها الطرف الآخر',
      mute: 'مكتوم',
      pause: 'التسجيل متوقف مؤقتًا',
      gap: 'لا صوت من هذا الحاسوب',
      reconnecting: 'إعادة الاتصال',
      transfer: 'حُوّلت',
      'device-change': 'تغيّر الميكروفون',
    },
  },

  folder: {
    title: 'مجلد التسجيلات',
    none: 'اختر مجلدًا على هذا الجهاز فيُحفظ فيه كل تسجيل. وحتى ذلك الحين تبقى التسجيلات في المتصفح.',
    ready: (name) => `تُحفظ التسجيلات في المجلد «${name}».`,
    chosen: (name) => `مجلد التسجيلات هو «${name}».`,
    locked: (name) => `يطلب المتصفح إذنك من جديد قبل حفظ التسجيلات في المجلد «${name}».`,
    unsupported:
      'لا يستطيع هذا المتصفح حفظ التسجيلات في مجلد. نزّلها من هنا أو استخدم Chrome أو Edge لهذا الهاتف.',
    choose: 'اختر مجلدًا',
    chooseOther: 'اختر مجلدًا آخر',
    allow: 'اسمح',
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

  desk: {
    idle: 'Sidetone',
    ringing: (name) => `${name} يتصل بك`,
    inCall: (name) => `${name} – في مكالمة`,
    inCalls: (count) => `المكالمات: ${count}`,
    incomingTitle: (name) => `${name} يتصل بك`,
    incomingBody: 'اضغط هنا لترى المكالمة.',
  },

  pageLoading: 'جارٍ التحميل…',
  pageNotLoaded: 'تعذّر تحميل هذه الصفحة. افحص شبكتك، وأعد التحميل عندما لا تكون في مكالمة.',

  config: { title: 'هذا الهاتف غير مهيّأ على نحو صحيح' },
  crash: {
    title: 'وقعت الصفحة في خطأ منها',
    hint: 'التسجيلات في أمان على هذا الجهاز. أعد تحميل الصفحة لتتابع.',
    reload: 'أعد تحميل الصفحة',
  },

  callEnds: {
    ended: { sentence: () => 'انتهت المكالمة.', action: null },
    missed: { sentence: (name) => `فاتتك مكالمة من ${name}.`, action: null },
    missedInDoNotDisturb: {
      sentence: (name) => `فاتتك مكالمة من ${name} لأن «عدم الإزعاج» كان مفعّلًا.`,
      action: null,
    },
    answeredElsewhere: { sentence: () => 'تم الرد على المكالمة من جهاز آخر.', action: null },
    forwarded: {
      sentence: (name, movedTo) => `حُوّلت المكالمة من ${name} إلى ${movedTo || 'عنوان آخر'}.`,
      action: null,
    },
    toldBusy: { sentence: (name) => `أُبلغ ${name} بأنك مشغول.`, action: null },
    youHungUp: { sentence: () => 'أنهيتَ المكالمة.', action: null },
    youGaveUp: { sentence: (name) => `أنهيتَ المكالمة قبل أن يرد ${name}.`, action: null },
    youDeclined: { sentence: () => 'رفضتَ المكالمة.', action: null },
    hungUp: { sentence: (name) => `أنهى ${name} المكالمة.`, action: null },
    cancelled: { sentence: () => 'أُلغيت المكالمة.', action: null },
    declined: { sentence: (name) => `رفض ${name} المكالمة.`, action: null },
    busy: { sentence: (name) => `الخط مشغول لدى ${name}.`, action: tryLater },
    nobodyAnswered: { sentence: () => 'لم يرد أحد.', action: tryLater },
    cannotBeReached: { sentence: (name) => `لا يمكن الوصول إلى ${name} الآن.`, action: tryLater },
    serverSilent: { sentence: () => 'لم يستجب الخادم.', action: checkNetwork },
    moved: { sentence: (name) => `لدى ${name} عنوان آخر.`, action: 'اسأل عن العنوان الجديد.' },
    movedTo: {
      sentence: (name, movedTo) => `يطلب منك ${name} الاتصال بـ ${movedTo} بدلًا من ذلك.`,
      action: null,
    },
    notFound: { sentence: () => 'هذا الرقم أو العنوان غير موجود.', action: 'تحقق منه، ثم اتصل مرة أخرى.' },
    gone: { sentence: () => 'هذا الرقم أو العنوان لم يعد مستخدمًا.', action: 'اسأل عن الجديد.' },
    noRoute: {
      sentence: () => 'لم يجد الخادم طريقًا إلى هذا الرقم أو العنوان.',
      action: 'تحقق منه، ثم اتصل مرة أخرى.',
    },
    notAllowed: {
      sentence: () => 'لا يُسمح لك بالاتصال بهذا الرقم أو العنوان.',
      action: 'اسأل المسؤول عن نظام الهاتف لديك.',
    },
    incomplete: { sentence: () => 'الرقم غير مكتمل.', action: 'تحقق من الرقم، ثم اتصل مرة أخرى.' },
    loop: { sentence: () => 'تعود هذه المكالمة إلى هاتفك أنت.', action: 'اتصل برقم أو عنوان آخر.' },
    passwordRefused: {
      sentence: () => 'لم يقبل الخادم كلمة مرورك لهذه المكالمة.',
      action: 'سجّل الخروج ثم سجّل الدخول من جديد.',
    },
    mediaLost: { sentence: () => 'لم يعد الهاتفان يسمعان بعضهما.', action: checkNetwork },
    connectionLost: { sentence: () => 'انقطع الاتصال بالخادم، ومعه المكالمة.', action: checkNetwork },
    connectionLostBefore: { sentence: () => 'انقطع الاتصال قبل أن تبدأ المكالمة.', action: checkNetwork },
    serverBusy: { sentence: () => 'لا يستقبل الخادم مكالمات الآن.', action: 'حاول مرة أخرى بعد بضع دقائق.' },
    serverError: {
      sentence: () => 'لم يتمكن الخادم من توصيل هذه المكالمة.',
      action: 'حاول مرة أخرى بعد لحظة.',
    },
  },

  errors: {
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
    'upload/token-refused': {
      sentence: 'لا يقبل خادم التسجيلات رمز هذا الهاتف. التسجيلات في أمان على هذا الجهاز.',
      action: 'اطلب ممن هيّأ هذا الهاتف أن يصحّح recording.token في config.json، ثم أعد تحميل الصفحة.',
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
      action: 'تأكّد من أن المجلد موجود وفيه مساحة، أو اختر غيره. ثم أعد الإرسال.',
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
  },
};
