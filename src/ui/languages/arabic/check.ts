import { formatCount } from '../../shared/format.ts';
import type { Words } from '../../words.ts';

/** The check before a call, and what is told to whoever helps. */
export const check: Pick<Words, 'check' | 'diagnostics'> = {
  check: {
    title: 'فحص قبل المكالمة',
    offer: 'افحص الصوت والشبكة',
    intro: 'يجرّب هذا ميكروفونك وسماعتك والشبكة وحسابك. لا يُتصل بأحد ولا يُسجَّل شيء.',
    start: 'ابدأ الفحص',
    again: 'افحص مرة أخرى',
    stop: 'أوقف الفحص',
    results: 'ما وُجد',
    checking: 'جارٍ الفحص…',
    allWell: 'كل شيء يعمل: يمكنك الاتصال.',
    allWellSignedOut: 'كل شيء يعمل. سجّل الدخول فيمكنك الاتصال.',
    problems: (count) =>
      count === 1 ? 'أمر واحد ليس على ما يرام.' : `أمور ليست على ما يرام: ${formatCount(count)}.`,

    listening: (device) => `قل شيئًا: «${device}» يستمع.`,
    heard: (device) => `«${device}» يسمعك.`,
    silent: (device) => `«${device}» يعمل، لكن لم يُسمع شيء.`,
    silentAction: 'تأكد أنه غير مكتوم، أو اختر غيره، ثم افحص مرة أخرى.',

    toneFollows: 'تتبع نغمة بعد الميكروفون.',
    didYouHear: (device) => `عُزفت نغمة على «${device}». هل سمعتها؟`,
    yes: 'نعم، سمعتها',
    no: 'لا',
    toneHeard: (device) => `تسمع «${device}».`,
    toneUnheard: (device) => `لم تُسمع النغمة على «${device}».`,
    toneUnheardAction: 'ارفع الصوت أو اختر سماعة أخرى، ثم اعزفها مرة أخرى.',
    toneBlocked: 'يحجب المتصفح صوت هذه الصفحة.',
    toneBlockedAction: 'اسمح بالصوت لهذه الصفحة بجانب شريط العنوان، ثم اعزف النغمة.',
    toneInCall: 'أنت في مكالمة، فلا تُعزف نغمة.',
    playAgain: 'اعزف النغمة',

    server: 'خادم الهاتف',
    serverReached: 'خادم مكالماتك يجيب.',
    noNetwork: 'حتى خادم هذه الصفحة لا يجيب.',
    noNetworkAction: 'افحص شبكة هذا الجهاز، ثم افحص مرة أخرى.',

    soundWay: 'طريق الصوت',
    ways: {
      host: 'مباشرة',
      srflx: 'عبر جهاز التوجيه',
      relay: 'عبر مُرحِّل',
    },
    soundGoes: (ways) => `يمكن أن يسير الصوت ${ways}.`,
    noWay: {
      everything: {
        sentence: 'لا يجد هذا المتصفح طريقًا لصوت مكالمة.',
        action: 'أوقف ما يحجب WebRTC هنا، كإضافة ما، ثم افحص مرة أخرى.',
      },
      relay: {
        sentence: 'المُرحِّل (TURN) لا يجيب: في الشبكات الصارمة تبقى المكالمة بلا صوت.',
        action: 'جرّب شبكة أخرى، أو اطلب ممن يديرها أن يسمح بمرور TURN.',
      },
      srflx: {
        sentence: 'خادم STUN لا يجيب: قد تبقى المكالمات إلى خارج شبكتك بلا صوت.',
        action: 'جرّب شبكة أخرى، أو اطلب ممن يديرها أن يسمح بمرور STUN.',
      },
    },

    account: 'الحساب',
    callsArrive: 'المكالمات تصل إليك.',
    signedOut: 'لم يسجّل أحد الدخول، فلا يمكن أن تصل مكالمة بعد.',
  },

  diagnostics: {
    copy: 'انسخ التشخيص',
    hint: 'لمن يساعدك: الإصدارات والإعدادات والأجهزة وكيف انتهت آخر مكالمة. لا كلمة مرور ولا رمز، ولا مع من تحدثت.',
    copied: 'نُسخ. ألصقه في رسالة إلى من يساعدك.',
    refused: 'لا يسمح المتصفح لهذه الصفحة بالنسخ. حدّد النص أدناه وانسخه بنفسك.',
    text: 'التشخيص',
  },
};
