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
    asks: (target) => `Ein Link möchte, dass du ${target} anrufst.`,
    call: (target) => `${target} anrufen`,
    dismiss: 'Nicht anrufen',
    refused:
      'Ein Link wollte von diesem Telefon etwas anderes als eine Nummer oder Adresse, darum wurde niemand angerufen.',
    understood: 'Schließen',
  },
  lamps: { idle: 'Frei', ringing: 'Klingelt', busy: 'Im Gespräch' },

  messages: {
    waiting: (count) =>
      count === null ? 'Neue Nachrichten' : count === 1 ? '1 neue Nachricht' : `${count} neue Nachrichten`,
    waitingAt: (said, address) => `${said} für ${address}`,
    listen: (said) => `${said}: Mailbox anrufen`,
  },

  dialer: {
    label: 'Wählen',
    account: 'Anrufen als',
    byAccount: (address, why) => (why === null ? `Als ${address}` : `Als ${address} (${why})`),
    field: 'Nummer oder Adresse',
    hint: 'Wie 100, bob oder bob@example.com',
    erase: 'Letztes Zeichen löschen',
    keypad: 'Tastenfeld',
    keyZero: '0, gedrückt halten für Plus',
    call: 'Anrufen',
    redial: (last) => `Drücke „Anrufen“ für ${last}, deine letzte Nummer.`,
    notRegistered: 'Du kannst anrufen, sobald du angemeldet bist.',
  },

  demo: {
    title: 'Probier es aus',
    echo: 'Das Echo anrufen',
    echoHint: 'Sprich und höre dich selbst',
    second: (name) => `Ein zweites Telefon als ${name} öffnen`,
    secondHint: (address) => `In einem neuen Tab. Ruf dann von hier ${address} an`,
  },

  stage: {
    label: 'Anrufe',
    ready: 'Bereit für Anrufe',
    readyHint: (address) => `Du bist unter ${address} erreichbar`,
    undisturbed: 'Du wirst nicht gestört',
    undisturbedHint: 'Wer jetzt anruft, steht hier als verpasst.',
    notReady: 'Anrufe können dich noch nicht erreichen',
    notReadyHint: 'Das ändert sich, sobald du angemeldet bist.',
  },

  call: {
    region: (name) => `Anruf mit ${name}`,
    calling: 'Ruft an …',
    ringing: 'Es klingelt …',
    connecting: 'Verbindet …',
    answering: 'Nimmt an …',
    inCall: 'Im Gespräch',
    hangingUp: 'Legt auf …',
    incoming: 'Eingehend',
    outgoing: 'Ausgehend',
    toAccount: 'für',
    asAccount: 'als',
    you: 'Du',
    muted: 'Du, stumm',
    talkingWhileMuted: 'Du sprichst, bist aber stumm geschaltet',
    mute: 'Stumm',
    unmute: 'Ton an',
    hold: 'Halten',
    resume: 'Fortsetzen',
    holding: 'Wird gehalten …',
    resuming: 'Wird fortgesetzt …',
    onHold: 'Gehalten',
    remoteOnHold: 'Von der Gegenseite gehalten',
    reconnecting: 'Verbindung wird wiederhergestellt',
    mediaLost:
      'Ihr könnt euch gerade nicht hören: Das Netz hat gewechselt oder ist weg. Dein Gespräch geht weiter.',
    hangUp: 'Auflegen',
    callAgain: 'Erneut anrufen',
    callBack: 'Zurückrufen',
    callInstead: (target) => `${target} anrufen`,
    answeredByItself: 'Dieser Anruf wurde ohne dich angenommen: Die andere Seite hört dich.',
    dismiss: 'Schließen',
    lasted: 'Dauer',
    recording: 'Aufnahme',
    recordingHint: 'Beide Stimmen',
    recordingPaused: 'Aufnahme pausiert',
    record: 'Aufnehmen',
    stopRecording: 'Aufnahme beenden',
    pauseRecording: 'Aufnahme pausieren',
    resumeRecording: 'Aufnahme fortsetzen',
    askToRecord: 'Dieses Gespräch aufnehmen?',
    doNotRecord: 'Nicht aufnehmen',
    readOut: 'Bitte lies vor:',
    remoteIsSilent: 'Von der Gegenseite ist seit 10 Sekunden nichts zu hören.',
    localIsSilent:
      'Von deinem Mikrofon ist seit 10 Sekunden nichts zu hören. Prüfe, ob es eingeschaltet ist.',
    recordsNoSound:
      'Die Aufnahme bekommt keinen Ton, nur die Pakete des Gesprächs. Lade die Seite nach dem Gespräch neu.',
    nothingArrives:
      'Von der Gegenseite kommt kein Ton an. Frage, ob man dich hört, und ruf noch einmal an; bleibt es so, lässt das Netz keinen Ton durch.',
    nothingLeaves:
      'Kein Ton verlässt diesen Computer, niemand hört dich also. Ruf noch einmal an und prüfe dein Netz.',
  },

  digits: {
    open: 'Tastenfeld',
    field: 'Ziffern',
    hint: 'Jede Ziffer wird sofort gesendet.',
    received: (digits) => `Empfangen: ${digits}`,
  },

  transfer: {
    open: 'Weitergeben',
    label: 'Den Anruf weitergeben',
    field: 'Weitergeben an',
    hint: 'Wie 100, bob oder bob@example.com',
    now: 'Sofort weitergeben',
    askFirst: 'Erst rückfragen',
    connectWith: (name) => `Mit ${name} verbinden`,
    waits: (target) => `Wartet, dass die Gegenseite ${target} anruft …`,
    rings: (target) => `Es klingelt bei ${target} …`,
    failed: (target) => `Die Weitergabe an ${target} hat nicht geklappt. Der Anruf ist wieder bei dir.`,
    asked: (target) => `Die Gegenseite bittet dich, stattdessen ${target} anzurufen.`,
    callThem: 'Dort anrufen',
    stay: 'Hier bleiben',
  },

  conference: {
    bringTogether: 'Mit allen zusammen sprechen',
    takeApart: 'Herausnehmen und halten',
    leave: 'Die beiden allein sprechen lassen',
    inCall: 'In der Konferenz',
  },

  quality: {
    levels: { Good: 'gut', Fair: 'mittel', Poor: 'schlecht', Critical: 'sehr schlecht' },
    sound: (level) => `Ton ${level}`,
    figures: (loss, jitter, roundTrip) =>
      `${loss} des Tons verloren, ${jitter} Schwankung${roundTrip === null ? '' : `, ${roundTrip} hin und zurück`}`,
    summary: (level, loss) => `Ton ${level}, ${loss} verloren`,
  },

  incoming: {
    label: (name) => `Eingehender Anruf von ${name}`,
    title: 'Eingehender Anruf',
    accept: 'Annehmen',
    holdAndAccept: 'Halten und annehmen',
    endAndAccept: 'Beenden und annehmen',
    reject: 'Ablehnen',
    forward: 'Weiterleiten…',
    forwardTo: 'Weiterleiten an',
    forwardNow: 'Weiterleiten',
    busy: 'Ich bin beschäftigt',
    answersIn: 'Wird ohne dich angenommen in',
    answersNow: 'Der Anruf wird angenommen: Die andere Seite hört dich gleich.',
    letItRing: 'Klingeln lassen',
  },

  sound: {
    blocked: 'Dein Browser hält diese Seite stumm.',
    enable: 'Ton einschalten',
  },

  desk: {
    idle: 'Sidetone',
    ringing: (name) => `${name} ruft an`,
    calling: (name) => `Ruft ${name} an`,
    inCall: (name) => `${name} – im Gespräch`,
    inCalls: (count) => `${count} Anrufe`,
    incomingTitle: (name) => `${name} ruft an`,
    incomingBody: 'Drücke hier, um den Anruf zu sehen.',
  },
};
