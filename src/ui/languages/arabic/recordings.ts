import type { Words } from '../../words.ts';

/** Recordings, and where they are kept. */
export const recordings: Pick<
  Words,
  'deviceRoom' | 'recovered' | 'showRecordings' | 'recordings' | 'folder'
> = {
  deviceRoom: (percent) =>
    `تشغل التسجيلات ${percent} من المساحة التي يتيحها لها هذا المتصفح: احذف بعضها في صفحة التسجيلات أو أفرغ مساحة على هذا الجهاز.`,

  recovered: (count) =>
    count === 1 ? 'انقطع تسجيل، وكل ما قبل ذلك محفوظ.' : `تسجيلات انقطعت: ${count}، وكل ما قبل ذلك محفوظ.`,
  showRecordings: 'عرض التسجيلات',

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
};
