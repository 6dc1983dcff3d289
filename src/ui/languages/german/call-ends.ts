import type { Words } from '../../words.ts';

const tryLater = 'Versuche es später noch einmal.';
const checkNetwork = 'Prüfe dein Netz und rufe dann noch einmal an.';

/** Why a call ended. */
export const callEnds: Words['callEnds'] = {
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
  conditionsRefused: {
    sentence: () => 'Der Server verlangt etwas, das dieses Telefon nicht kann.',
    action: 'Frage den, der deine Telefonanlage betreibt.',
  },
  noSignOfLife: {
    sentence: () => 'Das andere Telefon gab kein Lebenszeichen mehr.',
    action: 'Rufe noch einmal an.',
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
};
