import { callEndTable, type CallEndTable } from '#core/call/call-end-table.ts';
import { errorTable } from '#core/errors/error-table.ts';
import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import { formatCount } from './shared/format.ts';

/** Every word of the page, in English; `languages/` has the same in others. Why a call ended is told by core: `describeCallEnd`. */
export const english = {
  product: 'Sidetone',
  promise: 'A phone in your browser that never loses a recording.',
  details: 'Details',
  notices: 'Messages',

  navigation: {
    label: 'Pages',
    phone: 'Phone',
    recordings: 'Recordings',
    history: 'History',
    contacts: 'Contacts',
    settings: 'Settings',
  },

  settings: {
    calls: 'Calls',
    sound: 'Sound',
    accounts: 'Accounts',
    look: 'Look',
    notifications: 'Notifications',
    keyboard: 'Keyboard',
    language: 'Language',
  },

  rules: {
    doNotDisturb: 'Do not disturb',
    doNotDisturbHint: 'Nothing rings. Callers hear that you cannot be reached, and you see who called.',
    doNotDisturbIsOn: 'Do not disturb is on: calls do not reach you.',
    switchOff: 'Switch off',
    forwardTitle: 'Forward calls',
    forwardTo: 'Forward to',
    forward: {
      always: 'All calls',
      whenBusy: 'When you are busy',
      whenUnanswered: 'When you do not answer',
    },
    forwardHint: {
      always: 'They do not ring here.',
      whenBusy: 'While you are in another call, or do not disturb is on.',
      whenUnanswered: 'After a call has rung here for a while.',
    },
    targetHint: 'Like 100, bob or bob@example.com',
    ringsForSec: 'Seconds it rings here',
    allForwarded: (target: string) => `All your calls are forwarded to ${target}.`,
    stopForwarding: 'Stop forwarding',
    answerTitle: 'Answer without you',
    answerHint:
      'You hear three rising tones, and then the caller hears you. Never while you are in another call.',
    answerModes: {
      off: 'Never',
      whenAsked: 'When a caller whom you allow asks for it',
      always: 'Every call',
    },
    allowedCallers: 'Callers whom you allow',
    allowedCallersHint:
      'Numbers and addresses, with commas between them. Nobody else can open your microphone.',
    unreadableCaller: (caller: string) => `“${caller}” is neither a number nor an address.`,
    answersAfterSec: 'Seconds it rings before',
    seconds: (min: number, max: number) => `${min} to ${max}`,
    linksTitle: 'Telephone links',
    linksHint:
      'Open links of other pages with this phone. It asks you before it calls. Your browser may ask you, too.',
    links: { tel: 'Open tel: links', sip: 'Open sip: links' },
  },

  link: {
    asks: (target: string) => `A link asks you to call ${target}.`,
    call: (target: string) => `Call ${target}`,
    dismiss: 'Do not call',
    refused:
      'A link asked this phone for something other than a plain number or address, so nothing was called.',
    understood: 'Close',
  },

  account: {
    registered: 'Registered',
    connecting: 'Connecting',
    reconnecting: 'Reconnecting',
    offline: 'Offline',
    failed: (why: string) => `Sign-in failed: ${why}`,
    signOut: 'Sign out',
    signOutOf: (address: string) => `Sign out ${address}`,
    several: 'Accounts',
    menu: (address: string, others: number) =>
      others === 0 ? `Accounts: ${address}` : `Accounts: ${address} and ${others} more`,
    more: (others: number) => `+${others}`,
    add: 'Add account',
    cancelAdd: 'Cancel',
    callByThis: 'Call by this account',
    cannotCall: 'not registered',
    signInAgain: 'Sign in again',
    reconnectingFor: 'Reconnecting',
    callsGoOn: 'Your call goes on.',
  },

  deviceRoom: (percent: string) =>
    `Recordings use ${percent} of the room that this browser has for them: delete some on the Recordings page, or free space on this device.`,

  recovered: (count: number) =>
    count === 1
      ? 'A recording was interrupted, and everything until then is safe.'
      : `${count} recordings were interrupted, and everything until then is safe.`,
  showRecordings: 'Show recordings',

  lamps: { idle: 'Free', ringing: 'Ringing', busy: 'In a call' },

  messages: {
    waiting: (count: number | null) =>
      count === null ? 'New messages' : count === 1 ? '1 new message' : `${count} new messages`,
    waitingAt: (said: string, address: string) => `${said} for ${address}`,
    listen: (said: string) => `${said}: call the voicemail`,
  },

  signIn: {
    title: 'Sign in',
    intro: 'With the account of your own SIP server.',
    address: 'SIP address',
    addressHint: 'Like alice@example.com',
    password: 'Password',
    passwordHint: 'Never stored',
    passwordKeptHint: 'Kept on this device, encrypted',
    stay: 'Stay signed in on this device',
    stayHint:
      'Your password is then kept here, encrypted with a key that never leaves this browser. Signing out forgets it.',
    displayName: 'Display name',
    displayNameHint: 'What others see when you call. You can leave it empty.',
    server: 'WebSocket server',
    serverHint: 'Like wss://example.com/ws',
    submit: 'Sign in',
    demoTitle: 'Just looking?',
    demoIntro: 'Try the demo as',
    demoAs: (name: string) => `Try the demo as ${name}`,
    noSuchDemo: (wanted: string, names: readonly string[]) =>
      `The demo has no account “${wanted}”, only ${new Intl.ListFormat('en').format(names)}.`,
  },

  dialer: {
    label: 'Dial',
    account: 'Call as',
    byAccount: (address: string, why: string | null) =>
      why === null ? `As ${address}` : `As ${address} (${why})`,
    field: 'Number or address',
    hint: 'Like 100, bob or bob@example.com',
    erase: 'Delete the last character',
    keypad: 'Keypad',
    keyZero: '0, hold for plus',
    call: 'Call',
    redial: (last: string) => `Press Call for ${last}, your last number.`,
    notRegistered: 'You can call as soon as you are registered.',
  },

  demo: {
    title: 'Try it',
    echo: 'Call the echo',
    echoHint: 'Talk, and hear yourself',
    second: (name: string) => `Open a second phone as ${name}`,
    secondHint: (address: string) => `In a new tab. Then call ${address} from here`,
  },

  stage: {
    label: 'Calls',
    ready: 'Ready for calls',
    readyHint: (address: string) => `People reach you at ${address}`,
    undisturbed: 'You are not disturbed',
    undisturbedHint: 'Whoever calls now is listed here as missed.',
    notReady: 'Calls cannot reach you yet',
    notReadyHint: 'This changes as soon as you are registered.',
  },

  call: {
    region: (name: string) => `Call with ${name}`,
    calling: 'Calling…',
    ringing: 'Ringing…',
    connecting: 'Connecting…',
    transferring: 'Transferring…',
    answering: 'Answering…',
    inCall: 'In call',
    hangingUp: 'Hanging up…',
    incoming: 'Incoming',
    outgoing: 'Outgoing',
    toAccount: 'to',
    asAccount: 'as',
    you: 'You',
    muted: 'You, muted',
    talkingWhileMuted: 'You are talking, but you are muted',
    mute: 'Mute',
    unmute: 'Unmute',
    hold: 'Hold',
    resume: 'Resume',
    holding: 'Holding…',
    resuming: 'Resuming…',
    onHold: 'On hold',
    remoteOnHold: 'Held by the other side',
    reconnecting: 'Reconnecting',
    mediaLost:
      'You cannot hear each other at the moment: the network has changed or is gone. Your call goes on.',
    hangUp: 'Hang up',
    callAgain: 'Call again',
    callBack: 'Call back',
    callInstead: (target: string) => `Call ${target}`,
    answeredByItself: 'This call was answered without you: the other side hears you.',
    dismiss: 'Dismiss',
    lasted: 'Lasted',
    recording: 'Recording',
    recordingHint: 'Both voices',
    recordingPaused: 'Recording paused',
    record: 'Record',
    stopRecording: 'Stop recording',
    pauseRecording: 'Pause recording',
    resumeRecording: 'Resume recording',
    askToRecord: 'Record this call?',
    doNotRecord: 'Do not record',
    readOut: 'Please read out:',
    remoteIsSilent: 'Nothing has been heard from the other side for 10 seconds.',
    localIsSilent:
      'Nothing has been heard from your microphone for 10 seconds. Check that it is switched on.',
    nothingArrives:
      'No sound arrives from the other side. Ask whether you are heard, and call again; if it stays so, the network lets no sound through.',
    nothingLeaves: 'No sound leaves this computer, so nobody hears you. Call again, and check your network.',
  },

  digits: {
    open: 'Keypad',
    field: 'Digits',
    hint: 'Type, paste or press: each is sent at once.',
    received: (digits: string) => `Received: ${digits}`,
  },

  transfer: {
    open: 'Transfer',
    label: 'Transfer the call',
    field: 'Transfer to',
    hint: 'Like 100, bob or bob@example.com',
    now: 'Transfer now',
    askFirst: 'Ask them first',
    connectWith: (name: string) => `Connect with ${name}`,
    underWay: (target: string) => `Transferring to ${target}…`,
    rings: (target: string) => `It rings at ${target}…`,
    failed: (target: string) => `The transfer to ${target} did not work. The call is with you again.`,
    asked: (target: string) => `The other side asks you to call ${target} instead.`,
    callThem: 'Call them',
    stay: 'Stay here',
  },

  conference: {
    bringTogether: 'Talk to all together',
    takeApart: 'Take out and hold',
    leave: 'Leave the two to talk',
    inCall: 'In conference',
  },

  quality: {
    levels: { Good: 'good', Fair: 'fair', Poor: 'poor', Critical: 'very poor' },
    sound: (level: string) => `Sound ${level}`,
    figures: (loss: string, jitter: string, roundTrip: string | null) =>
      `${loss} of the sound lost, ${jitter} jitter${roundTrip === null ? '' : `, ${roundTrip} there and back`}`,
    summary: (level: string, loss: string) => `Sound ${level}, ${loss} lost`,
  },

  incoming: {
    label: (name: string) => `Incoming call from ${name}`,
    title: 'Incoming call',
    accept: 'Accept',
    holdAndAccept: 'Hold and accept',
    endAndAccept: 'End and accept',
    reject: 'Reject',
    forward: 'Forward…',
    forwardTo: 'Forward to',
    forwardNow: 'Forward',
    busy: 'I am busy',
    answersIn: 'Answered without you in',
    answersNow: 'It is being answered: the caller is about to hear you.',
    letItRing: 'Let it ring',
  },

  sound: {
    blocked: 'Your browser keeps this page silent.',
    enable: 'Enable sound',
  },

  devices: {
    link: 'Microphone and speaker',
    microphone: 'Microphone',
    microphoneHint: 'What others hear you with.',
    speaker: 'Speaker',
    speakerHint: 'Where you hear others.',
    ringer: 'Ringing',
    ringerHint: 'Where calls ring. With a headset, let it be something that you hear from across the room.',
    standard: 'System default',
    away: (name: string) => `${name} (not connected)`,
    awayHint: (name: string) => `The system default is used until “${name}” is back.`,
    nameless: (number: number) => `Device ${number}`,
    unknown: 'Your browser names your devices once you have allowed the microphone: press “Test” beside it.',
    fixed:
      'This browser plays everything on the output that the system uses. Choose another one in the settings of the system.',
    test: 'Test',
    testOf: (what: string) => `Test: ${what}`,
    stopTest: 'Stop the test',
    opening: 'The browser may ask whether this page can use your microphone.',
    speak: 'Say something: the bar moves with your voice.',
    heard: 'Your microphone hears you.',
    processing: 'Improve your voice',
    echoCancellation: 'Echo cancellation',
    echoCancellationHint: 'Others do not hear themselves from your speaker.',
    noiseSuppression: 'Noise suppression',
    noiseSuppressionHint: 'Takes away steady noise, like a fan. It takes away music, too.',
    autoGainControl: 'Automatic volume',
    autoGainControlHint: 'Makes you as loud as others, near and far from the microphone.',
  },

  recordings: {
    title: 'Recordings',
    loading: 'Reading your recordings…',
    empty: 'No recordings yet',
    emptyHint: 'Every call that is recorded is listed here, from its first second.',
    listFailed: 'The recording server could not be asked for its list. What you see may be incomplete.',
    again: 'Try again',
    recording: 'Recording',
    queued: 'Waiting to be sent',
    sending: (percent: string) => `Sending ${percent}`,
    retryIn: 'Will be sent again in',
    retryByHand: 'Not sent',
    notSaved: 'Not saved',
    stored: 'Stored',
    failed: 'Failed',
    because: '·',
    endings: {
      recovered: 'Recovered after a crash',
      'storage-full': 'Ended early: this device had no room left',
      'storage-failed': 'Ended early: this browser would not write it',
    },
    play: 'Play',
    pause: 'Pause',
    stop: 'Close the player',
    download: 'Download',
    packets: 'Packets',
    packetsAsSound: 'Packets as WAV',
    retry: 'Retry',
    cancel: 'Cancel',
    delete: 'Delete',
    deleteLast: 'This recording is nowhere else. Delete it for good?',
    deleteForGood: 'Delete for good',
    deleteCopyQuestion: 'The recording server keeps its own. Delete the copy on this device?',
    deleteCopy: 'Delete the copy on this device',
    alsoHere: 'also on this device',
    alsoHereUntil: (day: string) => `also on this device until ${day}`,
    keep: 'Keep it',
    overview: (stored: number, all: number) => `${stored} of ${all} sent`,
    overviewBytes: (sent: string, all: string) => `${sent} of ${all}`,
    paused: 'This device is offline. Recordings are sent as soon as it is back.',
    position: 'Position',
    downloadFailed: 'This recording could not be downloaded.',
    playFailed: 'This recording could not be played.',
    mark: {
      hold: 'On hold',
      'remote-hold': 'Held by the other side',
      mute: 'Muted',
      pause: 'Recording paused',
      gap: 'No sound from this computer',
      reconnecting: 'Reconnecting',
      transfer: 'Transferred',
      'device-change': 'Microphone changed',
    },
  },

  people: {
    loading: 'Reading what is kept here…',
    again: 'Try again',
    more: 'More',
    search: 'Search',
    clearSearch: 'Clear the search',
    undo: 'Undo',
    dismiss: 'Dismiss',
    keep: 'Keep them',
    call: (name: string) => `Call ${name}`,
    moreOf: (name: string) => `More about ${name}`,
  },

  history: {
    list: 'Calls',
    today: 'Today',
    yesterday: 'Yesterday',
    searchHint: 'Name, number or address',
    missedOnly: 'Missed only',
    missedCount: (count: number) => (count === 1 ? '1 missed call' : `${count} missed calls`),
    found: (count: number) => (count === 1 ? '1 call' : `${formatCount(count)} calls`),
    empty: 'No calls yet',
    emptyHint: 'Every call that comes or goes is listed here, also those that you missed.',
    nothingFound: 'No call is like that',
    nothingFoundHint: 'Search for another name, number or address.',
    nothingMissed: 'You missed no call',
    nothingMissedHint: 'Calls that nobody answered here would be listed.',
    recording: (name: string) => `Recording of the call with ${name}`,
    openRecording: 'Open the recording',
    saveContact: 'Save as contact',
    openContact: 'Open the contact',
    remove: 'Delete',
    removed: 'The call was deleted.',
    exportCsv: 'Export as CSV',
    removeAll: 'Delete all calls',
    removeAllQuestion: 'Delete all calls that are kept here? Recordings stay.',
    outcomes: {
      answered: 'Answered',
      missed: 'Missed',
      rejected: 'Declined',
      cancelled: 'Cancelled',
      failed: 'Not reached',
    },
    answeredElsewhere: 'Answered elsewhere',
    table: {
      when: 'Time',
      name: 'Name',
      address: 'Address',
      direction: 'Direction',
      outcome: 'Outcome',
      talkedSeconds: 'Talked (seconds)',
      quality: 'Sound (MOS, 1 to 5)',
      loss: 'Lost (%)',
    },
    fileName: 'calls',
  },

  contacts: {
    list: 'Contacts',
    count: (count: number) => (count === 1 ? '1 contact' : `${formatCount(count)} contacts`),
    searchHint: 'Name, organisation or number',
    favourites: 'Favourites',
    everybody: 'All contacts',
    add: 'New contact',
    empty: 'No contacts yet',
    emptyHint: 'Add one, or bring those that you have: the phone reads vCard (.vcf) and CSV files.',
    nothingFound: 'Nobody is like that',
    nothingFoundHint: 'Search for another name or number.',
    choose: 'Choose a contact',
    chooseHint: 'Their numbers and notes are shown here.',
    back: 'All contacts',
    edit: 'Edit',
    remove: 'Delete',
    removed: (name: string) => `${name} was deleted.`,
    favourite: 'Favourite',
    calls: 'Their calls',
    note: 'Note',
    editTitle: 'Edit contact',
    addTitle: 'New contact',
    name: 'Name',
    organisation: 'Organisation',
    address: (number: number) => `Number or address ${number}`,
    kind: (number: number) => `Kind of number ${number}`,
    kinds: { mobile: 'Mobile', work: 'Work', home: 'Home', other: 'Other' },
    removeAddress: (number: number) => `Remove number ${number}`,
    addAddress: 'Add a number',
    save: 'Save',
    cancel: 'Cancel',
    notCallable: 'This is neither a number nor an address. Check it, or leave it empty.',
    needsAddress: 'Enter a number or address, so that the contact can be called.',
    importFile: 'Import vCard or CSV',
    exportVcard: 'Export as vCard',
    exportCsv: 'Export as CSV',
    fileName: 'contacts',
    importing: 'Reading the file…',
    keeping: 'Keeping your contacts…',
    importProgress: 'Import',
    cancelImport: 'Stop',
    added: (count: number) =>
      count === 1 ? '1 contact was added.' : `${formatCount(count)} contacts were added.`,
    known: (count: number) =>
      count === 1 ? '1 was there already.' : `${formatCount(count)} were there already.`,
    withoutAddress: (count: number) =>
      count === 1
        ? '1 has no number or address and was left out.'
        : `${formatCount(count)} have no number or address and were left out.`,
    openQuote: (row: number) =>
      `A quotation mark in row ${row} is never closed, so the rest of the file could not be read: correct it, then import again.`,
    partlyKept: 'What was read until then is among your contacts.',
    oldEncoding: 'The file is in an old encoding: check that names with accents look right.',
  },

  folder: {
    title: 'Folder for recordings',
    none: 'Choose a folder on this device, and every recording is saved to it. Until then recordings stay in the browser.',
    ready: (name: string) => `Recordings are saved to the folder “${name}”.`,
    chosen: (name: string) => `The folder for recordings is “${name}”.`,
    locked: (name: string) =>
      `The browser wants your permission again before recordings are saved to the folder “${name}”.`,
    unsupported:
      'This browser cannot save recordings to a folder. Download them here, or use Chrome or Edge for this phone.',
    choose: 'Choose a folder',
    chooseOther: 'Choose another folder',
    allow: 'Allow',
  },

  language: {
    page: 'The page speaks',
    automatic: (name: string) => `As the browser (${name})`,
    failed: 'This language could not be loaded. Check your network, then try again.',
  },

  look: {
    theme: { label: 'Brightness', system: 'As the system', light: 'Light', dark: 'Dark' },
    contrast: { label: 'Contrast', system: 'As the system', more: 'More contrast' },
    motion: { label: 'Motion', system: 'As the system', less: 'Less motion' },
  },

  shortcuts: {
    title: 'Shortcuts',
    close: 'Close',
    hint: 'They work on every page. Switch them off in the settings if another program uses the same keys.',
    shift: 'Shift',
    on: 'On',
    off: 'Off',
    help: 'Show this list',
    does: {
      accept: 'Accept the call',
      reject: 'Reject the call',
      mute: 'Mute or unmute',
      hold: 'Hold or resume',
      hangUp: 'Hang up',
      dial: 'Go to the dial field',
    },
  },

  notifications: {
    what: 'Calls that come in while you look at another page are shown by the system.',
    ask: 'Switch notifications on',
    granted: 'Notifications are on.',
    denied:
      'This browser does not let the phone notify you. Allow notifications beside the address bar, then load the page again. Calls ring all the same.',
    unsupported: 'This browser has no notifications. Calls ring all the same: keep the page in sight.',
  },

  desk: {
    idle: 'Sidetone',
    ringing: (name: string) => `${name} is calling`,
    inCall: (name: string) => `${name} – in call`,
    inCalls: (count: number) => `${count} calls`,
    incomingTitle: (name: string) => `${name} is calling`,
    incomingBody: 'Press here to see the call.',
  },

  pageLoading: 'Loading…',
  pageNotLoaded: 'This page could not be loaded. Check your network, and reload when you are in no call.',

  config: { title: 'This phone is not set up correctly' },
  crash: {
    title: 'The page ran into a mistake of its own',
    hint: 'Recordings are safe on this device. Load the page again to go on.',
    reload: 'Reload the page',
  },

  callEnds: callEndTable,
  errors: errorTable,
} as const;

/** What a catalog of any language has: the keys and the parameters of the English one. */
type Translated<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> };

/** A language's words. One that is missing does not compile. */
export type Words = Translated<Omit<typeof english, 'errors' | 'callEnds'>> & {
  readonly callEnds: CallEndTable;
  readonly errors: Readonly<Record<PhoneErrorCode, { readonly sentence: string; readonly action: string }>>;
};

/** The words of the language that the page is in. Read them while rendering, not before: the language can change. */
let current: Words = english;
export { current as words };

/** The page has to be drawn anew afterwards: `languages/language.ts` sees to it. */
export function setWords(next: Words): void {
  current = next;
}
