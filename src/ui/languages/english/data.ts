import { formatCount } from '../../shared/format.ts';

/** What is kept on this device. */
export const data = {
  data: {
    room: 'Room that is used',
    used: (used: string, quota: string) => `${used} of ${quota} are used.`,
    untold: 'This browser does not tell how much room is used.',
    persisted: 'The browser keeps everything until you delete it.',
    notPersisted: 'The browser may delete it by itself when this device has no room left.',
    persist: 'Ask the browser to keep it',
    persistRefused:
      'The browser did not agree. Install this page, or add it to your bookmarks, then ask again.',
    off: 'This browser keeps nothing: storage is switched off for this page. What you record or set here is gone when you close it.',
    offAction: 'Allow this page to save data, in the settings of the browser, then load it again.',
    nothing: 'Nothing',
    delete: 'Delete',
    deleteOf: (what: string) => `Delete: ${what}`,
    recordings: (count: number, size: string) =>
      count === 1 ? `1 recording, ${size}` : `${formatCount(count)} recordings, ${size}`,

    unsent: 'Recordings that are not sent',
    unsentQuestion: (count: number) =>
      count === 1
        ? 'This recording is nowhere else. Delete it for good?'
        : `These ${formatCount(count)} recordings are nowhere else. Delete them for good?`,
    copies: 'Copies of recordings that are stored',
    copiesQuestion: 'The recording server keeps its own. Delete the copies on this device?',
    exports: 'Files made to be saved',
    exportsQuestion: 'What you saved stays where you saved it. Delete what is left of it in the browser?',
    calls: 'Calls in the history',
    contacts: 'Contacts',
    contactsQuestion:
      'Delete all contacts? They are kept nowhere else: export them first if you want them back.',
    signIns: 'Sign-ins',
    staying: (count: number) =>
      count === 0
        ? 'The last address and server'
        : count === 1
          ? 'The last address and server, and an account that stays signed in'
          : `The last address and server, and ${formatCount(count)} accounts that stay signed in`,
    signInsQuestion: 'Forget them? You stay signed in until you close this page.',
    settings: 'Settings',
    settingsQuestion: 'Forget what is set here: devices, rules for calls, look, language and the rest?',
    settingsForgotten: 'Your settings are forgotten. Load the page again to begin anew.',
    settingsAfterCall: 'Your settings are forgotten. After your call, load the page again to begin anew.',
  },
} as const;
