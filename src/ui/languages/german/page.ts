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
  pageLoading: 'Lädt …',

  pageNotLoaded: 'Diese Seite konnte nicht geladen werden. Prüfe dein Netz und versuche es noch einmal.',
  config: { title: 'Dieses Telefon ist nicht richtig eingerichtet' },

  newerPage: { ready: 'Eine neue Version des Telefons ist bereit.', reload: 'Seite neu laden' },

  smallWindow: {
    open: 'In einem kleinen Fenster öffnen',
    blocked:
      'Dein Browser hat das Fenster nicht geöffnet. Erlaube Pop-ups für diese Seite und versuche es noch einmal.',
    otherVersion: 'Dieses Fenster hat eine andere Version des Telefons',
    otherVersionHint: 'Lade die Seite neu, die es geöffnet hat, und öffne es von dort noch einmal.',
    inPage: 'Das geht auf der Seite, die dieses Fenster geöffnet hat: Nur dort fragt dein Browser.',
    microphone:
      'Dein Browser fragt auf der Seite, die dieses Fenster geöffnet hat, nach dem Mikrofon. Sieh vor dem ersten Anruf dort nach.',
  },

  crash: {
    title: 'Die Seite ist über einen eigenen Fehler gestolpert',
    hint: 'Aufnahmen sind auf diesem Gerät sicher. Lade die Seite neu, um weiterzumachen.',
    inCall: 'Dein Gespräch läuft weiter. Neu laden beendet es.',
    reload: 'Seite neu laden',
  },
};
