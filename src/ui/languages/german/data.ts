import { formatCount } from '../../shared/format.ts';
import type { Words } from '../../words.ts';

/** What is kept on this device. */
export const data: Pick<Words, 'data'> = {
  data: {
    room: 'Belegter Platz',
    used: (used, quota) => `${used} von ${quota} sind belegt.`,
    untold: 'Dieser Browser sagt nicht, wie viel Platz belegt ist.',
    persisted: 'Der Browser behält alles, bis du es löschst.',
    notPersisted: 'Der Browser kann es von selbst löschen, wenn auf diesem Gerät kein Platz mehr ist.',
    persist: 'Browser bitten, es zu behalten',
    persistRefused:
      'Der Browser war nicht einverstanden. Installiere diese Seite oder setz ein Lesezeichen, und bitte dann noch einmal.',
    off: 'Dieser Browser behält nichts: Der Speicher ist für diese Seite abgeschaltet. Was du hier aufnimmst oder einstellst, ist weg, wenn du sie schließt.',
    offAction: 'Erlaube der Seite in den Einstellungen des Browsers, Daten zu speichern, und lade sie neu.',
    nothing: 'Nichts',
    delete: 'Löschen',
    deleteOf: (what) => `Löschen: ${what}`,
    recordings: (count, size) =>
      count === 1 ? `1 Aufnahme, ${size}` : `${formatCount(count)} Aufnahmen, ${size}`,

    unsent: 'Aufnahmen, die nicht gesendet sind',
    unsentQuestion: (count) =>
      count === 1
        ? 'Diese Aufnahme gibt es sonst nirgends. Endgültig löschen?'
        : `Diese ${formatCount(count)} Aufnahmen gibt es sonst nirgends. Endgültig löschen?`,
    copies: 'Kopien gespeicherter Aufnahmen',
    copiesQuestion: 'Der Aufnahmeserver behält seine eigenen. Die Kopien auf diesem Gerät löschen?',
    exports: 'Dateien zum Speichern',
    exportsQuestion:
      'Was du gespeichert hast, bleibt, wo du es gespeichert hast. Soll gelöscht werden, was davon noch im Browser liegt?',
    calls: 'Anrufe im Verlauf',
    contacts: 'Kontakte',
    contactsQuestion:
      'Alle Kontakte löschen? Es gibt sie sonst nirgends: Exportiere sie vorher, wenn du sie wiederhaben willst.',
    signIns: 'Anmeldungen',
    staying: (count) =>
      count === 0
        ? 'Die letzte Adresse und der Server'
        : count === 1
          ? 'Die letzte Adresse und der Server, und ein Konto, das angemeldet bleibt'
          : `Die letzte Adresse und der Server, und ${formatCount(count)} Konten, die angemeldet bleiben`,
    signInsQuestion: 'Vergessen? Du bleibst angemeldet, bis du diese Seite schließt.',
    settings: 'Einstellungen',
    settingsQuestion:
      'Vergessen, was hier eingestellt ist: Geräte, Regeln für Anrufe, Aussehen, Sprache und der Rest?',
    settingsForgotten: 'Deine Einstellungen sind vergessen. Lade die Seite neu, um von vorn zu beginnen.',
    settingsAfterCall:
      'Deine Einstellungen sind vergessen. Lade die Seite nach deinem Gespräch neu, um von vorn zu beginnen.',
  },
};
