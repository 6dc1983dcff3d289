import { formatCount } from '../shared/format.ts';
import type { Words } from '../words.ts';

const tryLater = 'Versuche es später noch einmal.';
const checkNetwork = 'Prüfe dein Netz und rufe dann noch einmal an.';

/** German. */
export const german: Words = {
  product: 'Sidetone',
  promise: 'Ein Telefon in deinem Browser, das nie eine Aufnahme verliert.',
  details: 'Einzelheiten',
  notices: 'Meldungen',

  navigation: {
    label: 'Seiten',
    phone: 'Telefon',
    recordings: 'Aufnahmen',
    history: 'Verlauf',
    contacts: 'Kontakte',
    settings: 'Einstellungen',
  },

  settings: {
    calls: 'Anrufe',
    sound: 'Ton',
    accounts: 'Konten',
    look: 'Aussehen',
    notifications: 'Benachrichtigungen',
    keyboard: 'Tastatur',
    language: 'Sprache',
  },

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

  link: {
    asks: (target) => `Ein Link möchte, dass du ${target} anrufst.`,
    call: (target) => `${target} anrufen`,
    dismiss: 'Nicht anrufen',
    refused:
      'Ein Link wollte von diesem Telefon etwas anderes als eine Nummer oder Adresse, darum wurde niemand angerufen.',
    understood: 'Schließen',
  },

  account: {
    registered: 'Angemeldet',
    connecting: 'Verbindet',
    reconnecting: 'Verbindet wieder',
    offline: 'Offline',
    failed: (why) => `Anmeldung fehlgeschlagen: ${why}`,
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

  deviceRoom: (percent) =>
    `Aufnahmen belegen ${percent} des Platzes, den dieser Browser für sie hat: Lösche einige auf der Seite „Aufnahmen“ oder schaffe Platz auf diesem Gerät.`,

  recovered: (count) =>
    count === 1
      ? 'Eine Aufnahme wurde unterbrochen, und alles bis dahin ist sicher.'
      : `${count} Aufnahmen wurden unterbrochen, und alles bis dahin ist sicher.`,
  showRecordings: 'Aufnahmen zeigen',

  lamps: { idle: 'Frei', ringing: 'Klingelt', busy: 'Im Gespräch' },

  messages: {
    waiting: (count) =>
      count === null ? 'Neue Nachrichten' : count === 1 ? '1 neue Nachricht' : `${count} neue Nachrichten`,
    waitingAt: (said, address) => `${said} für ${address}`,
    listen: (said) => `${said}: Mailbox anrufen`,
  },

  signIn: {
    title: 'Anmelden',
    intro: 'Mit dem Konto deines eigenen SIP-Servers.',
    address: 'SIP-Adresse',
    addressHint: 'Wie alice@example.com',
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
    transferring: 'Wird weitergegeben …',
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
    nothingArrives:
      'Von der Gegenseite kommt kein Ton an. Frage, ob man dich hört, und ruf noch einmal an; bleibt es so, lässt das Netz keinen Ton durch.',
    nothingLeaves:
      'Kein Ton verlässt diesen Computer, niemand hört dich also. Ruf noch einmal an und prüfe dein Netz.',
  },

  digits: {
    open: 'Tastenfeld',
    field: 'Ziffern',
    hint: 'Tippen, einfügen oder drücken: Jede wird sofort gesendet.',
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
    underWay: (target) => `Wird an ${target} weitergegeben …`,
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

  recordings: {
    title: 'Aufnahmen',
    loading: 'Deine Aufnahmen werden gelesen …',
    empty: 'Noch keine Aufnahmen',
    emptyHint: 'Jedes Gespräch, das aufgenommen wird, steht hier ab seiner ersten Sekunde.',
    listFailed:
      'Der Aufnahmeserver konnte nicht nach seiner Liste gefragt werden. Was du siehst, ist vielleicht nicht alles.',
    again: 'Noch einmal versuchen',
    recording: 'Wird aufgenommen',
    queued: 'Wartet auf das Senden',
    sending: (percent) => `Wird gesendet: ${percent}`,
    retryIn: 'Wird wieder gesendet in',
    retryByHand: 'Nicht gesendet',
    notSaved: 'Nicht gespeichert',
    stored: 'Gespeichert',
    failed: 'Fehlgeschlagen',
    because: '·',
    endings: {
      recovered: 'Nach einem Absturz wiederhergestellt',
      'storage-full': 'Früher beendet: Dieses Gerät hatte keinen Platz mehr',
      'storage-failed': 'Früher beendet: Dieser Browser wollte sie nicht schreiben',
    },
    play: 'Abspielen',
    pause: 'Pause',
    stop: 'Wiedergabe schließen',
    download: 'Herunterladen',
    packets: 'Pakete',
    packetsAsSound: 'Pakete als WAV',
    retry: 'Erneut senden',
    cancel: 'Abbrechen',
    delete: 'Löschen',
    deleteLast: 'Diese Aufnahme gibt es nirgends sonst. Endgültig löschen?',
    deleteForGood: 'Endgültig löschen',
    deleteCopyQuestion: 'Der Aufnahmeserver behält seine. Die Kopie auf diesem Gerät löschen?',
    deleteCopy: 'Die Kopie auf diesem Gerät löschen',
    alsoHere: 'auch auf diesem Gerät',
    alsoHereUntil: (day) => `auch auf diesem Gerät bis ${day}`,
    keep: 'Behalten',
    overview: (stored, all) => `${stored} von ${all} gesendet`,
    overviewBytes: (sent, all) => `${sent} von ${all}`,
    paused: 'Dieses Gerät ist offline. Aufnahmen werden gesendet, sobald es wieder da ist.',
    position: 'Stelle',
    downloadFailed: 'Diese Aufnahme konnte nicht heruntergeladen werden.',
    playFailed: 'Diese Aufnahme konnte nicht abgespielt werden.',
    mark: {
      hold: 'Gehalten',
      'remote-hold': 'Von der Gegenseite gehalten',
      mute: 'Stumm',
      pause: 'Aufnahme pausiert',
      gap: 'Kein Ton von diesem Computer',
      reconnecting: 'Verbindung unterbrochen',
      transfer: 'Weitergegeben',
      'device-change': 'Mikrofon gewechselt',
    },
  },

  people: {
    loading: 'Was hier aufbewahrt ist, wird gelesen…',
    again: 'Noch einmal versuchen',
    more: 'Mehr',
    search: 'Suchen',
    clearSearch: 'Suche leeren',
    undo: 'Rückgängig',
    dismiss: 'Schließen',
    keep: 'Behalten',
    call: (name) => `${name} anrufen`,
    moreOf: (name) => `Mehr zu ${name}`,
  },

  history: {
    list: 'Anrufe',
    today: 'Heute',
    yesterday: 'Gestern',
    searchHint: 'Name, Nummer oder Adresse',
    missedOnly: 'Nur verpasste',
    missedCount: (count) => (count === 1 ? '1 verpasster Anruf' : `${count} verpasste Anrufe`),
    found: (count) => (count === 1 ? '1 Anruf' : `${formatCount(count)} Anrufe`),
    empty: 'Noch keine Anrufe',
    emptyHint: 'Jeder Anruf, der kommt oder geht, steht hier, auch die verpassten.',
    nothingFound: 'Kein Anruf passt dazu',
    nothingFoundHint: 'Suche nach einem anderen Namen, einer anderen Nummer oder Adresse.',
    nothingMissed: 'Du hast keinen Anruf verpasst',
    nothingMissedHint: 'Hier stünden Anrufe, die hier niemand angenommen hat.',
    recording: (name) => `Aufnahme des Gesprächs mit ${name}`,
    openRecording: 'Aufnahme öffnen',
    saveContact: 'Als Kontakt speichern',
    openContact: 'Kontakt öffnen',
    remove: 'Löschen',
    removed: 'Der Anruf wurde gelöscht.',
    exportCsv: 'Als CSV exportieren',
    removeAll: 'Alle Anrufe löschen',
    removeAllQuestion: 'Alle Anrufe löschen, die hier aufbewahrt sind? Aufnahmen bleiben.',
    outcomes: {
      answered: 'Angenommen',
      missed: 'Verpasst',
      rejected: 'Abgelehnt',
      cancelled: 'Abgebrochen',
      failed: 'Nicht erreicht',
    },
    answeredElsewhere: 'Anderswo angenommen',
    table: {
      when: 'Zeit',
      name: 'Name der Person',
      address: 'Adresse',
      direction: 'Richtung',
      outcome: 'Ausgang',
      talkedSeconds: 'Gesprochen (Sekunden)',
      quality: 'Ton (MOS, 1 bis 5)',
      loss: 'Verloren (%)',
    },
    fileName: 'anrufe',
  },

  contacts: {
    list: 'Kontakte',
    count: (count) => (count === 1 ? '1 Kontakt' : `${formatCount(count)} Kontakte`),
    searchHint: 'Name, Firma oder Nummer',
    favourites: 'Favoriten',
    everybody: 'Alle Kontakte',
    add: 'Neuer Kontakt',
    empty: 'Noch keine Kontakte',
    emptyHint: 'Lege einen an oder bring deine mit: Das Telefon liest vCard- (.vcf) und CSV-Dateien.',
    nothingFound: 'Niemand passt dazu',
    nothingFoundHint: 'Suche nach einem anderen Namen oder einer anderen Nummer.',
    choose: 'Wähle einen Kontakt',
    chooseHint: 'Nummern und Notizen stehen dann hier.',
    back: 'Alle Kontakte',
    edit: 'Bearbeiten',
    remove: 'Löschen',
    removed: (name) => `${name} wurde gelöscht.`,
    favourite: 'Favorit',
    calls: 'Anrufe',
    note: 'Notiz',
    editTitle: 'Kontakt bearbeiten',
    addTitle: 'Neuer Kontakt',
    name: 'Name des Kontakts',
    organisation: 'Firma',
    address: (number) => `Nummer oder Adresse ${number}`,
    kind: (number) => `Art der Nummer ${number}`,
    kinds: { mobile: 'Mobil', work: 'Arbeit', home: 'Privat', other: 'Andere' },
    removeAddress: (number) => `Nummer ${number} entfernen`,
    addAddress: 'Nummer hinzufügen',
    save: 'Speichern',
    cancel: 'Abbrechen',
    notCallable: 'Das ist weder eine Nummer noch eine Adresse. Prüfe sie oder lass sie leer.',
    needsAddress: 'Gib eine Nummer oder Adresse ein, damit der Kontakt angerufen werden kann.',
    importFile: 'vCard oder CSV importieren',
    exportVcard: 'Als vCard exportieren',
    exportCsv: 'Als CSV exportieren',
    fileName: 'kontakte',
    importing: 'Die Datei wird gelesen…',
    keeping: 'Deine Kontakte werden aufbewahrt…',
    importProgress: 'Import der Datei',
    cancelImport: 'Anhalten',
    added: (count) =>
      count === 1 ? '1 Kontakt wurde hinzugefügt.' : `${formatCount(count)} Kontakte wurden hinzugefügt.`,
    known: (count) => `Schon da: ${formatCount(count)}.`,
    withoutAddress: (count) => `Ohne Nummer oder Adresse und darum ausgelassen: ${formatCount(count)}.`,
    openQuote: (row) =>
      `Ein Anführungszeichen in Zeile ${row} wird nie geschlossen, der Rest der Datei war nicht lesbar: Berichtige es und importiere noch einmal.`,
    partlyKept: 'Was bis dahin gelesen wurde, ist unter deinen Kontakten.',
    oldEncoding: 'Die Datei hat eine alte Kodierung: Prüfe, ob Namen mit Umlauten stimmen.',
  },

  folder: {
    title: 'Ordner für Aufnahmen',
    none: 'Wähle einen Ordner auf diesem Gerät, und jede Aufnahme wird dort gespeichert. Bis dahin bleiben Aufnahmen im Browser.',
    ready: (name) => `Aufnahmen werden im Ordner „${name}“ gespeichert.`,
    chosen: (name) => `Der Ordner für Aufnahmen ist „${name}“.`,
    locked: (name) =>
      `Der Browser möchte deine Erlaubnis noch einmal, bevor Aufnahmen im Ordner „${name}“ gespeichert werden.`,
    unsupported:
      'Dieser Browser kann Aufnahmen nicht in einem Ordner speichern. Lade sie hier herunter oder benutze Chrome oder Edge für dieses Telefon.',
    choose: 'Ordner wählen',
    chooseOther: 'Anderen Ordner wählen',
    allow: 'Erlauben',
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

  desk: {
    idle: 'Sidetone',
    ringing: (name) => `${name} ruft an`,
    inCall: (name) => `${name} – im Gespräch`,
    inCalls: (count) => `${count} Anrufe`,
    incomingTitle: (name) => `${name} ruft an`,
    incomingBody: 'Drücke hier, um den Anruf zu sehen.',
  },

  pageLoading: 'Lädt …',
  pageNotLoaded:
    'Diese Seite konnte nicht geladen werden. Prüfe dein Netz und lade neu, wenn du in keinem Gespräch bist.',

  config: { title: 'Dieses Telefon ist nicht richtig eingerichtet' },
  crash: {
    title: 'Die Seite ist über einen eigenen Fehler gestolpert',
    hint: 'Aufnahmen sind auf diesem Gerät sicher. Lade die Seite neu, um weiterzumachen.',
    reload: 'Seite neu laden',
  },

  callEnds: {
    ended: { sentence: () => 'Der Anruf ist zu Ende.', action: null },
    missed: { sentence: (name) => `Du hast einen Anruf von ${name} verpasst.`, action: null },
    missedInDoNotDisturb: {
      sentence: (name) => `Du hast einen Anruf von ${name} verpasst, weil „Nicht stören“ an war.`,
      action: null,
    },
    answeredElsewhere: { sentence: () => 'Der Anruf wurde an einem anderen Gerät angenommen.', action: null },
    forwarded: {
      sentence: (name, movedTo) =>
        `Der Anruf von ${name} wurde an ${movedTo || 'eine andere Adresse'} weitergeleitet.`,
      action: null,
    },
    toldBusy: { sentence: (name) => `${name} hat gehört, dass bei dir besetzt ist.`, action: null },
    youHungUp: { sentence: () => 'Du hast aufgelegt.', action: null },
    youGaveUp: { sentence: (name) => `Du hast aufgelegt, bevor ${name} abgenommen hat.`, action: null },
    youDeclined: { sentence: () => 'Du hast den Anruf abgelehnt.', action: null },
    hungUp: { sentence: (name) => `${name} hat aufgelegt.`, action: null },
    cancelled: { sentence: () => 'Der Anruf wurde abgebrochen.', action: null },
    declined: { sentence: (name) => `${name} hat den Anruf abgelehnt.`, action: null },
    busy: { sentence: (name) => `Bei ${name} ist besetzt.`, action: tryLater },
    nobodyAnswered: { sentence: () => 'Niemand hat abgenommen.', action: tryLater },
    cannotBeReached: { sentence: (name) => `${name} ist gerade nicht zu erreichen.`, action: tryLater },
    serverSilent: { sentence: () => 'Der Server hat nicht geantwortet.', action: checkNetwork },
    moved: {
      sentence: (name) => `${name} hat eine andere Adresse.`,
      action: 'Frage nach der neuen Adresse.',
    },
    movedTo: {
      sentence: (name, movedTo) => `${name} bittet dich, stattdessen ${movedTo} anzurufen.`,
      action: null,
    },
    notFound: {
      sentence: () => 'Diese Nummer oder Adresse gibt es nicht.',
      action: 'Prüfe sie und rufe dann noch einmal an.',
    },
    gone: {
      sentence: () => 'Diese Nummer oder Adresse wird nicht mehr benutzt.',
      action: 'Frage nach der neuen.',
    },
    noRoute: {
      sentence: () => 'Der Server hat keinen Weg zu dieser Nummer oder Adresse gefunden.',
      action: 'Prüfe sie und rufe dann noch einmal an.',
    },
    notAllowed: {
      sentence: () => 'Du darfst diese Nummer oder Adresse nicht anrufen.',
      action: 'Frage den, der deine Telefonanlage betreibt.',
    },
    incomplete: {
      sentence: () => 'Die Nummer ist nicht vollständig.',
      action: 'Prüfe die Nummer und rufe dann noch einmal an.',
    },
    loop: {
      sentence: () => 'Dieser Anruf führt zu deinem eigenen Telefon zurück.',
      action: 'Rufe eine andere Nummer oder Adresse an.',
    },
    passwordRefused: {
      sentence: () => 'Der Server hat dein Passwort für diesen Anruf nicht angenommen.',
      action: 'Melde dich ab und wieder an.',
    },
    mediaLost: {
      sentence: () => 'Die beiden Telefone konnten einander nicht mehr hören.',
      action: checkNetwork,
    },
    connectionLost: {
      sentence: () => 'Die Verbindung zum Server ging verloren, und der Anruf mit ihr.',
      action: checkNetwork,
    },
    connectionLostBefore: {
      sentence: () => 'Die Verbindung ging verloren, bevor der Anruf begann.',
      action: checkNetwork,
    },
    serverBusy: {
      sentence: () => 'Der Server nimmt gerade keine Anrufe an.',
      action: 'Versuche es in ein paar Minuten noch einmal.',
    },
    serverError: {
      sentence: () => 'Der Server konnte diesen Anruf nicht verbinden.',
      action: 'Versuche es gleich noch einmal.',
    },
  },

  errors: {
    'media/permission-denied': {
      sentence: 'Der Browser lässt diese Seite dein Mikrofon nicht benutzen.',
      action: 'Erlaube das Mikrofon neben der Adresszeile und versuche es noch einmal.',
    },
    'media/no-microphone': {
      sentence: 'Es wurde kein Mikrofon gefunden.',
      action: 'Schließe eines an und versuche es noch einmal.',
    },
    'media/microphone-busy': {
      sentence: 'Dein Mikrofon wird von einem anderen Programm benutzt.',
      action: 'Schließe dieses Programm und versuche es noch einmal.',
    },
    'media/microphone-failed': {
      sentence: 'Dein Mikrofon ließ sich nicht starten.',
      action: 'Zieh es ab, steck es wieder ein und versuche es noch einmal.',
    },
    'media/device-gone': {
      sentence: 'Dieses Gerät ist nicht mehr da, also bleibt alles, wie es war.',
      action: 'Steck es wieder ein oder wähle ein anderes.',
    },
    'signalling/invalid-server': {
      sentence: 'Der WebSocket-Server muss eine Adresse sein, die mit wss:// oder ws:// beginnt.',
      action: 'Berichtige den WebSocket-Server.',
    },
    'signalling/insecure-server': {
      sentence: 'Eine Seite, die über https geladen wurde, kann nur einen Server mit wss:// benutzen.',
      action: 'Ändere den WebSocket-Server auf wss://.',
    },
    'signalling/server-unreachable': {
      sentence:
        'Der Server antwortet nicht. Sein Name ist vielleicht falsch, er läuft nicht, oder seinem Zertifikat wird nicht vertraut.',
      action:
        'Prüfe den WebSocket-Server. Hat er ein eigenes Zertifikat, öffne seine Adresse einmal in diesem Browser und akzeptiere es.',
    },
    'signalling/transport-lost': {
      sentence: 'Die Verbindung zum Server ist abgebrochen.',
      action: 'Prüfe dein Netz. Das Telefon versucht es weiter.',
    },
    'signalling/not-loaded': {
      sentence: 'Ein Teil des Telefons konnte nicht geladen werden.',
      action: 'Prüfe dein Netz, dann lade die Seite neu.',
    },
    'registration/wrong-password': {
      sentence: 'Der Server nimmt dieses Passwort nicht an.',
      action: 'Gib das Passwort noch einmal ein und melde dich an.',
    },
    'registration/unknown-account': {
      sentence: 'Der Server kennt diese SIP-Adresse nicht.',
      action: 'Prüfe die SIP-Adresse und melde dich noch einmal an.',
    },
    'registration/refused': {
      sentence: 'Der Server hat deine Anmeldung abgelehnt.',
      action: 'Frage, wer den Server betreibt, und zeige die Einzelheiten.',
    },
    'registration/no-answer': {
      sentence: 'Der Server ist da, hat aber auf die Anmeldung nicht geantwortet.',
      action: 'Warte einen Augenblick und melde dich noch einmal an.',
    },
    'account/invalid-address': {
      sentence: 'Eine SIP-Adresse sieht aus wie alice@example.com.',
      action: 'Berichtige die SIP-Adresse.',
    },
    'account/missing-password': { sentence: 'Das Passwort fehlt.', action: 'Gib dein Passwort ein.' },
    'call/invalid-target': {
      sentence: 'Das ist weder eine Nummer noch eine Adresse.',
      action: 'Gib Ziffern, einen Namen oder eine Adresse wie bob@example.com ein.',
    },
    'call/forward-to-self': {
      sentence: 'Das ist deine eigene Adresse: Anrufe kämen zu dir zurück.',
      action: 'Leite an eine andere Nummer oder Adresse weiter.',
    },
    'call/not-registered': {
      sentence: 'Du bist gerade bei keinem Server angemeldet.',
      action: 'Warte, bis oben „Angemeldet“ steht.',
    },
    'call/not-found': { sentence: 'Diesen Anruf gibt es nicht mehr.', action: 'Beginne einen neuen.' },
    'call/too-many-calls': {
      sentence: 'Du hast so viele Anrufe, wie das Telefon halten kann.',
      action: 'Beende einen davon und ruf dann noch einmal an.',
    },
    'call/not-possible-now': {
      sentence: 'Das geht im Anruf, so wie er jetzt ist, nicht.',
      action: 'Versuche es gleich noch einmal.',
    },
    'call/ended': { sentence: 'Dieser Anruf ist vorbei.', action: 'Beginne einen neuen.' },
    'call/not-connected': {
      sentence: 'Das geht nur, während du mit jemandem sprichst.',
      action: 'Warte, bis der Anruf angenommen ist.',
    },
    'call/invalid-digits': {
      sentence: 'Das sind keine Tasten eines Telefons.',
      action: 'Benutze Ziffern, die Buchstaben A bis D, * und #.',
    },
    'call/refused-by-peer': {
      sentence: 'Das andere Telefon war nicht einverstanden.',
      action: 'Versuche es gleich noch einmal.',
    },
    'call/other-not-held': {
      sentence: 'Das Gespräch, in dem du bist, ließ sich nicht halten.',
      action: 'Versuche es gleich noch einmal oder beende es zuerst.',
    },
    'call/media-failed': {
      sentence: 'Die beiden Telefone konnten sich nicht einigen, wie sie Ton senden.',
      action: 'Frage, wer den Server betreibt, und zeige die Einzelheiten.',
    },
    'recording/storage-full': {
      sentence:
        'Die Aufnahme hat aufgehört, weil auf diesem Gerät kein Platz mehr ist. Dein Gespräch geht weiter.',
      action: 'Schaffe Platz oder lösche Aufnahmen.',
    },
    'recording/storage-failed': {
      sentence: 'Dieser Browser ließ das Telefon die Aufnahme nicht schreiben. Dein Gespräch geht weiter.',
      action: 'Benutze ein normales statt eines privaten Fensters.',
    },
    'recording/capture-failed': {
      sentence: 'Die Aufnahme ließ sich nicht starten. Dein Gespräch geht weiter.',
      action: 'Lade die Seite nach dem Gespräch neu.',
    },
    'recording/not-decodable': {
      sentence: 'Dieser Browser kann aus den Paketen dieses Anrufs keinen Ton machen.',
      action: 'Lade die Pakete herunter oder versuche es in Chrome oder Edge.',
    },
    'upload/server-unreachable': {
      sentence: 'Der Aufnahmeserver antwortet nicht. Die Aufnahme ist auf diesem Gerät sicher.',
      action: 'Nichts zu tun: Sie wird gesendet, sobald der Server antwortet.',
    },
    'upload/server-full': {
      sentence: 'Der Aufnahmeserver hat keinen Platz mehr. Die Aufnahme ist auf diesem Gerät sicher.',
      action: 'Sag es dem, der den Aufnahmeserver betreibt, und sende dann erneut.',
    },
    'upload/refused': {
      sentence: 'Der Aufnahmeserver hat diese Aufnahme abgelehnt. Sie ist auf diesem Gerät sicher.',
      action: 'Zeige die Einzelheiten dem, der den Aufnahmeserver betreibt, und sende dann erneut.',
    },
    'upload/token-refused': {
      sentence:
        'Der Aufnahmeserver nimmt das Token dieses Telefons nicht an. Aufnahmen sind auf diesem Gerät sicher.',
      action:
        'Bitte den, der dieses Telefon eingerichtet hat, recording.token in config.json zu berichtigen, und lade die Seite neu.',
    },
    'upload/cancelled': {
      sentence: 'Du hast es abgebrochen. Die Aufnahme ist auf diesem Gerät sicher.',
      action: 'Drücke „Erneut senden“. Sonst wird sie gesendet, wenn das Telefon wieder geöffnet wird.',
    },
    'folder/unsupported': {
      sentence:
        'Dieser Browser kann Aufnahmen nicht in einem Ordner speichern. Die Aufnahme ist im Browser sicher.',
      action: 'Lade sie herunter oder benutze Chrome oder Edge für dieses Telefon.',
    },
    'folder/not-chosen': {
      sentence: 'Für Aufnahmen ist noch kein Ordner gewählt. Die Aufnahme ist im Browser sicher.',
      action: 'Wähle einen Ordner auf der Seite „Aufnahmen“.',
    },
    'folder/locked': {
      sentence:
        'Der Browser möchte deine Erlaubnis noch einmal, bevor er in deinem Ordner speichert. Die Aufnahme ist im Browser sicher.',
      action: 'Drücke oben auf der Seite „Erlauben“.',
    },
    'folder/write-failed': {
      sentence: 'Die Aufnahme ließ sich nicht in deinem Ordner speichern. Sie ist im Browser sicher.',
      action:
        'Prüfe, ob der Ordner da ist und Platz hat, oder wähle einen anderen. Sende die Aufnahme dann erneut.',
    },
    'history/storage-full': {
      sentence:
        'Auf diesem Gerät ist kein Platz mehr für deine Anrufe. Sie werden aufgelistet, bis du das Telefon schließt.',
      action: 'Schaffe Platz auf diesem Gerät: Mit dem nächsten Anruf werden sie aufbewahrt.',
    },
    'history/storage-failed': {
      sentence:
        'Dieser Browser lässt das Telefon deine Anrufe nicht aufbewahren. Sie werden aufgelistet, bis du das Telefon schließt.',
      action: 'Erlaube dieser Seite in den Einstellungen des Browsers, Daten zu speichern, und lade sie neu.',
    },
    'contacts/storage-full': {
      sentence:
        'Auf diesem Gerät ist kein Platz mehr für deine Kontakte, deshalb wird die Änderung nicht aufbewahrt.',
      action: 'Schaffe Platz auf diesem Gerät und versuche es noch einmal.',
    },
    'contacts/storage-failed': {
      sentence: 'Dieser Browser lässt das Telefon keine Kontakte aufbewahren.',
      action: 'Erlaube dieser Seite in den Einstellungen des Browsers, Daten zu speichern, und lade sie neu.',
    },
    'contacts/not-loaded': {
      sentence: 'Deine Anrufe und Kontakte konnten nicht geladen werden.',
      action: 'Prüfe dein Netz und versuche es noch einmal.',
    },
    'contacts/file-unreadable': {
      sentence: 'Diese Datei konnte nicht gelesen werden.',
      action:
        'Prüfe, ob sie noch da ist und eine vCard (.vcf) oder CSV-Datei ist, und versuche es noch einmal.',
    },
    'contacts/file-without-contacts': {
      sentence: 'In dieser Datei ist niemand, den das Telefon anrufen könnte.',
      action:
        'Wähle eine vCard (.vcf) oder eine CSV-Datei, deren erste Zeile die Spalten nennt, etwa Name und Telefon.',
    },
    'contacts/file-too-large': {
      sentence: 'Diese Datei ist zu groß: Das Telefon nimmt bis zu 100.000 Kontakte und 200 MB auf einmal.',
      action: 'Teile sie und importiere die Teile nacheinander.',
    },
    'config/unreadable': {
      sentence: 'Die Einstellungen dieses Telefons (config.json) ließen sich nicht lesen.',
      action: 'Frage den, der dieses Telefon eingerichtet hat, und zeige die Einzelheiten.',
    },
    'config/invalid': {
      sentence: 'Die Einstellungen dieses Telefons (config.json) haben einen Fehler.',
      action: 'Frage den, der dieses Telefon eingerichtet hat, und zeige die Einzelheiten.',
    },
    'config/hooks-failed': {
      sentence:
        'Die Ergänzungen dieses Telefons, die config.json nennt, ließen sich nicht laden. Anrufe und Aufnahmen gehen ohne sie.',
      action: 'Sag es dem, der dieses Telefon eingerichtet hat, und zeige die Einzelheiten.',
    },
    'internal/unexpected': {
      sentence: 'Etwas ist schiefgegangen, was nicht hätte sein dürfen.',
      action: 'Lade die Seite neu.',
    },
  },
};
