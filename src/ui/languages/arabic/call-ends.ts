import type { Words } from '../../words.ts';

const tryLater = 'حاول مرة أخرى لاحقًا.';
const checkNetwork = 'تحقق من شبكتك، ثم اتصل مرة أخرى.';

/** Why a call ended. */
export const callEnds: Words['callEnds'] = {
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
  conditionsRefused: {
    sentence: () => 'يطلب الخادم شيئًا لا يستطيعه هذا الهاتف.',
    action: 'اسأل المسؤول عن نظام الهاتف لديك.',
  },
  noSignOfLife: {
    sentence: () => 'لم يعد الهاتف الآخر يستجيب.',
    action: 'اتصل مرة أخرى.',
  },
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
};
