import type { Words } from '../../words.ts';

/** Recordings, and where they are kept. */
export const recordings: Pick<
  Words,
  'deviceRoom' | 'recovered' | 'showRecordings' | 'recordings' | 'folder'
> = {
  deviceRoom: (percent) =>
    `Aufnahmen belegen ${percent} des Platzes, den dieser Browser für sie hat: Lösche einige auf der Seite „Aufnahmen“ oder schaffe Platz auf diesem Gerät.`,

  recovered: (count) =>
    count === 1
      ? 'Eine Aufnahme wurde unterbrochen, und alles bis dahin ist sicher.'
      : `${count} Aufnahmen wurden unterbrochen, und alles bis dahin ist sicher.`,
  showRecordings: 'Aufnahmen zeigen',

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
};
