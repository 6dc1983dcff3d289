import type { Words } from '../../words.ts';

/** The page around everything. */
export const page: Pick<
  Words,
  | 'product'
  | 'promise'
  | 'details'
  | 'notices'
  | 'navigation'
  | 'pageLoading'
  | 'newerPage'
  | 'smallWindow'
  | 'pageNotLoaded'
  | 'config'
  | 'crash'
> = {
  product: 'Sidetone',
  promise: 'هاتف في متصفحك لا يفقد تسجيلًا أبدًا.',
  details: 'التفاصيل',
  notices: 'الرسائل',

  navigation: {
    label: 'الصفحات',
    phone: 'الهاتف',
    recordings: 'التسجيلات',
    history: 'السجل',
    contacts: 'الأسماء',
    settings: 'الإعدادات',
  },
  pageLoading: 'جارٍ التحميل…',
  pageNotLoaded: 'تعذّر تحميل هذه الصفحة. افحص شبكتك ثم حاول مرة أخرى.',
  config: { title: 'هذا الهاتف غير مهيّأ على نحو صحيح' },

  newerPage: { ready: 'إصدار جديد من الهاتف جاهز.', reload: 'إعادة تحميل الصفحة' },

  smallWindow: {
    open: 'افتح في نافذة صغيرة',
    blocked: 'لم يفتح متصفحك النافذة. اسمح بالنوافذ المنبثقة لهذه الصفحة ثم حاول مجددًا.',
    otherVersion: 'في هذه النافذة إصدار آخر من الهاتف',
    otherVersionHint: 'أعد تحميل الصفحة التي فتحتها، ثم افتحها من هناك مرة أخرى.',
    inPage: 'افعل ذلك في الصفحة التي فتحت هذه النافذة: فمتصفحك لا يسأل إلا هناك.',
    microphone: 'يسأل متصفحك عن الميكروفون في الصفحة التي فتحت هذه النافذة. انظر هناك قبل مكالمتك الأولى.',
  },

  crash: {
    title: 'وقعت الصفحة في خطأ منها',
    hint: 'التسجيلات في أمان على هذا الجهاز. أعد تحميل الصفحة لتتابع.',
    inCall: 'مكالمتك مستمرة. إعادة التحميل تنهيها.',
    reload: 'أعد تحميل الصفحة',
  },
};
