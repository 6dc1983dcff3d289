import type { Words } from '../../words.ts';

/** Calls, from the dialler to the machine around the page. */
export const calls: Pick<
  Words,
  | 'link'
  | 'lamps'
  | 'messages'
  | 'dialer'
  | 'demo'
  | 'stage'
  | 'call'
  | 'digits'
  | 'transfer'
  | 'conference'
  | 'quality'
  | 'incoming'
  | 'sound'
  | 'desk'
> = {
  link: {
    asks: (target) => `يطلب منك رابط الاتصال بـ ${target}.`,
    call: (target) => `اتصل بـ ${target}`,
    dismiss: 'لا تتصل',
    refused: 'طلب رابط من هذا الهاتف شيئًا غير رقم أو عنوان عادي، لذلك لم يُتصل بأحد.',
    understood: 'إغلاق',
  },
  lamps: { idle: 'متاح', ringing: 'يرنّ', busy: 'في مكالمة' },

  messages: {
    waiting: (count) => (count === null ? 'رسائل جديدة' : `رسائل جديدة: ${count}`),
    waitingAt: (said, address) => `${said} إلى ${address}`,
    listen: (said) => `${said}: الاتصال بالبريد الصوتي`,
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
    recordsNoSound: 'لا يصل صوت إلى التسجيل، بل حزم المكالمة فقط. أعد تحميل الصفحة بعد المكالمة.',
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
    waits: (target) => `في انتظار أن يتصل الطرف الآخر بـ ${target}…`,
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

  desk: {
    idle: 'Sidetone',
    ringing: (name) => `${name} يتصل بك`,
    calling: (name) => `جارٍ الاتصال بـ ${name}`,
    inCall: (name) => `${name} – في مكالمة`,
    inCalls: (count) => `المكالمات: ${count}`,
    incomingTitle: (name) => `${name} يتصل بك`,
    incomingBody: 'اضغط هنا لترى المكالمة.',
  },
};
