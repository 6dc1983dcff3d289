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
    calls: 'Anrufe',
    recording: 'Aufnahme',
    sound: 'Ton',
    check: 'Prüfung',
    accounts: 'Konten',
    look: 'Aussehen',
    notifications: 'Benachrichtigungen',
    keyboard: 'Tastatur',
    language: 'Sprache',
    data: 'Daten',
  },
  settingsIndex: 'Abschnitte',

  rules: {
    doNotDisturb: 'Nicht stören',
    doNotDisturbHint:
      'Nichts klingelt. Wer anruft, hört, dass du nicht erreichbar bist, und du siehst, wer es war.',
    doNotDisturbIsOn: '„Nicht stören“ ist an: Anrufe erreichen dich nicht.',
    switchOff: 'Ausschalten',
    forwardTitle: 'Anrufe weiterleiten',
    forwardTo: 'Weiterleiten an',
    forward: {
      always: 'Alle Anrufe',
      whenBusy: 'Wenn du beschäftigt bist',
      whenUnanswered: 'Wenn du nicht annimmst',
    },
    forwardHint: {
      always: 'Sie klingeln hier nicht.',
      whenBusy: 'Während eines anderen Anrufs, oder wenn „Nicht stören“ an ist.',
      whenUnanswered: 'Nachdem es hier eine Weile geklingelt hat.',
    },
    targetHint: 'Wie 100, bob oder bob@example.com',
    ringsForSec: 'Sekunden, die es hier klingelt',
    allForwarded: (target) => `Alle deine Anrufe werden an ${target} weitergeleitet.`,
    stopForwarding: 'Nicht mehr weiterleiten',
    answerTitle: 'Ohne dich annehmen',
    answerHint:
      'Du hörst drei steigende Töne, danach hört dich die andere Seite. Nie während eines anderen Anrufs.',
    answerModes: {
      off: 'Nie',
      whenAsked: 'Wenn jemand darum bittet, dem du es erlaubst',
      always: 'Jeden Anruf',
    },
    allowedCallers: 'Wem du es erlaubst',
    allowedCallersHint:
      'Nummern und Adressen, durch Kommas getrennt. Sonst kann niemand dein Mikrofon öffnen.',
    unreadableCaller: (caller) => `„${caller}“ ist weder eine Nummer noch eine Adresse.`,
    answersAfterSec: 'Sekunden, die es vorher klingelt',
    seconds: (min, max) => `${min} bis ${max}`,
    linksTitle: 'Telefon-Links',
    linksHint:
      'Links anderer Seiten mit diesem Telefon öffnen. Es fragt dich, bevor es anruft. Vielleicht fragt dich auch dein Browser.',
    links: { tel: 'tel:-Links öffnen', sip: 'sip:-Links öffnen' },
  },

  recordingRules: {
    when: 'Wann',
    where: 'Wohin',
    copies: 'Auf diesem Gerät',
    beep: 'Piepton',
    readOut: 'Vorzulesen',
    policy: {
      always:
        'Jedes Gespräch, von der ersten bis zur letzten Sekunde. Du kannst eine Aufnahme pausieren, etwa für eine Kartennummer, aber nicht beenden.',
      never: 'Kein Gespräch wird aufgenommen.',
      ask: 'Du wirst in jedem Gespräch gefragt.',
      'on-demand': 'Wenn du in einem Gespräch auf „Aufnehmen“ drückst.',
    },
    upload: 'Auf den Aufnahmeserver.',
    folder: 'In einen Ordner auf diesem Gerät.',
    both: 'Auf den Aufnahmeserver und in einen Ordner auf diesem Gerät.',
    untilStored: 'Eine Aufnahme wird hier gelöscht, sobald sie dort gespeichert ist.',
    forGood: 'Aufnahmen bleiben hier, bis du sie löschst.',
    forTime: (time) => `Eine Aufnahme bleibt nach dem Speichern noch ${time} hier.`,
    beepEvery: (time) => `Beide Seiten hören alle ${time} einen Piepton.`,
    decided: 'Das hat festgelegt, wer dieses Telefon bereitstellt. Hier lässt es sich nicht ändern.',
  },

  account: {
    registered: 'Angemeldet',
    connecting: 'Verbindet',
    reconnecting: 'Verbindet wieder',
    offline: 'Offline',
    failed: 'Anmeldung fehlgeschlagen',
    signOut: 'Abmelden',
    signOutOf: (address) => `${address} abmelden`,
    several: 'Konten',
    menu: (address, others) =>
      others === 0 ? `Konten: ${address}` : `Konten: ${address} und ${others} weitere`,
    more: (others) => `+${others}`,
    add: 'Konto hinzufügen',
    cancelAdd: 'Abbrechen',
    callByThis: 'Mit diesem Konto anrufen',
    cannotCall: 'nicht angemeldet',
    signInAgain: 'Neu anmelden',
    reconnectingFor: 'Verbindet wieder seit',
    callsGoOn: 'Dein Gespräch geht weiter.',
  },

  signIn: {
    title: 'Anmelden',
    intro: 'Mit dem Konto deines eigenen SIP-Servers.',
    address: 'SIP-Adresse',
    addressHint: 'Wie alice oder alice@example.com',
    password: 'Passwort',
    passwordHint: 'Wird nie gespeichert',
    passwordKeptHint: 'Verschlüsselt auf diesem Gerät',
    stay: 'Auf diesem Gerät angemeldet bleiben',
    stayHint:
      'Dein Passwort liegt dann hier, verschlüsselt mit einem Schlüssel, der diesen Browser nie verlässt. Wer sich abmeldet, löscht es.',
    displayName: 'Anzeigename',
    displayNameHint: 'Was andere sehen, wenn du anrufst. Du kannst ihn leer lassen.',
    server: 'WebSocket-Server',
    serverHint: 'Wie wss://example.com/ws',
    submit: 'Anmelden',
    demoTitle: 'Nur mal schauen?',
    demoIntro: 'Probiere die Demo als',
    demoAs: (name) => `Demo als ${name} probieren`,
    noSuchDemo: (wanted, names) =>
      `Die Demo hat kein Konto „${wanted}“, nur ${new Intl.ListFormat('de').format(names)}.`,
  },

  devices: {
    link: 'Mikrofon und Lautsprecher',
    microphone: 'Mikrofon',
    microphoneHint: 'Womit andere dich hören.',
    speaker: 'Lautsprecher',
    speakerHint: 'Wo du andere hörst.',
    ringer: 'Klingeln',
    ringerHint: 'Wo Anrufe klingeln. Mit Headset besser etwas, das du durch den ganzen Raum hörst.',
    standard: 'Systemstandard',
    away: (name) => `${name} (nicht angeschlossen)`,
    awayHint: (name) => `Der Systemstandard gilt, bis „${name}“ wieder da ist.`,
    nameless: (number) => `Gerät ${number}`,
    unknown: 'Dein Browser nennt deine Geräte, sobald du das Mikrofon erlaubt hast: Drücke „Testen“ daneben.',
    fixed:
      'Dieser Browser spielt alles über den Ausgang ab, den das System benutzt. Wähle in den Einstellungen des Systems einen anderen.',
    test: 'Testen',
    testOf: (what) => `Testen: ${what}`,
    stopTest: 'Test beenden',
    opening: 'Der Browser fragt vielleicht, ob diese Seite dein Mikrofon benutzen darf.',
    speak: 'Sag etwas: Der Balken bewegt sich mit deiner Stimme.',
    heard: 'Dein Mikrofon hört dich.',
    processing: 'Deine Stimme verbessern',
    echoCancellation: 'Echo unterdrücken',
    echoCancellationHint: 'Andere hören sich nicht selbst aus deinem Lautsprecher.',
    noiseSuppression: 'Rauschen unterdrücken',
    noiseSuppressionHint: 'Entfernt gleichmäßige Geräusche wie einen Lüfter. Musik entfernt es auch.',
    autoGainControl: 'Automatische Lautstärke',
    autoGainControlHint: 'Macht dich so laut wie andere, nah am Mikrofon und weit davon.',
  },

  language: {
    page: 'Die Seite spricht',
    automatic: (name) => `Wie der Browser (${name})`,
    failed: 'Diese Sprache konnte nicht geladen werden. Prüfe dein Netz und versuche es noch einmal.',
  },

  look: {
    theme: { label: 'Helligkeit', system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    contrast: { label: 'Kontrast', system: 'Wie das System', more: 'Mehr Kontrast' },
    motion: { label: 'Bewegung', system: 'Wie das System', less: 'Weniger Bewegung' },
  },

  shortcuts: {
    title: 'Tastenkürzel',
    close: 'Schließen',
    hint: 'Sie gelten auf jeder Seite. Schalte sie in den Einstellungen ab, wenn ein anderes Programm dieselben Tasten benutzt.',
    control: 'Strg',
    undo: 'Gelöschtes zurückholen',
    shift: 'Umschalt',
    on: 'An',
    off: 'Aus',
    help: 'Diese Liste zeigen',
    does: {
      accept: 'Anruf annehmen',
      reject: 'Anruf ablehnen',
      mute: 'Stumm schalten oder Ton an',
      hold: 'Halten oder fortsetzen',
      hangUp: 'Auflegen',
      dial: 'Zum Wählfeld gehen',
      smallWindow: 'In einem kleinen Fenster öffnen',
    },
  },

  notifications: {
    what: 'Anrufe, die kommen, während du eine andere Seite ansiehst, zeigt das System.',
    ask: 'Benachrichtigungen einschalten',
    granted: 'Benachrichtigungen sind eingeschaltet.',
    denied:
      'Dieser Browser lässt das Telefon dich nicht benachrichtigen. Erlaube Benachrichtigungen neben der Adresszeile und lade die Seite neu. Anrufe klingeln trotzdem.',
    unsupported:
      'Dieser Browser hat keine Benachrichtigungen. Anrufe klingeln trotzdem: Behalte die Seite im Blick.',
  },
};
