import { formatCount } from '../../shared/format.ts';
import type { Words } from '../../words.ts';

/** The check before a call, and what is told to whoever helps. */
export const check: Pick<Words, 'check' | 'diagnostics'> = {
  check: {
    title: 'Prüfung vor einem Anruf',
    offer: 'Ton und Netz prüfen',
    intro:
      'Das probiert dein Mikrofon, deinen Lautsprecher, das Netz und dein Konto. Niemand wird angerufen, nichts wird aufgenommen.',
    start: 'Prüfung starten',
    again: 'Noch einmal prüfen',
    stop: 'Prüfung beenden',
    results: 'Was gefunden wurde',
    checking: 'Wird geprüft …',
    allWell: 'Alles funktioniert: Du kannst anrufen.',
    allWellSignedOut: 'Alles funktioniert. Melde dich an, und du kannst anrufen.',
    problems: (count) =>
      count === 1
        ? 'Eine Sache ist nicht in Ordnung.'
        : `${formatCount(count)} Sachen sind nicht in Ordnung.`,

    listening: (device) => `Sag etwas: „${device}“ hört zu.`,
    heard: (device) => `„${device}“ hört dich.`,
    silent: (device) => `„${device}“ ist an, aber es war nichts zu hören.`,
    silentAction: 'Sieh nach, dass es nicht stumm ist, oder wähle ein anderes, und prüfe dann noch einmal.',

    toneFollows: 'Ein Ton folgt, wenn das Mikrofon fertig ist.',
    didYouHear: (device) => `Auf „${device}“ wurde ein Ton gespielt. Hast du ihn gehört?`,
    yes: 'Ja, ich habe ihn gehört',
    no: 'Nein',
    toneHeard: (device) => `Du hörst „${device}“.`,
    toneUnheard: (device) => `Der Ton auf „${device}“ war nicht zu hören.`,
    toneUnheardAction: 'Dreh lauter, oder wähle einen anderen Lautsprecher, und spiel ihn noch einmal.',
    toneBlocked: 'Der Browser hält den Ton dieser Seite zurück.',
    toneBlockedAction: 'Erlaube neben der Adresszeile den Ton für diese Seite, und spiel ihn dann ab.',
    toneInCall: 'Du bist in einem Gespräch, darum wird kein Ton gespielt.',
    playAgain: 'Ton spielen',

    server: 'Telefonserver',
    serverReached: 'Der Server deiner Anrufe antwortet.',
    noNetwork: 'Nicht einmal der Server dieser Seite antwortet.',
    noNetworkAction: 'Prüfe das Netz dieses Geräts, und prüfe dann noch einmal.',

    soundWay: 'Weg des Tons',
    ways: {
      host: 'direkt',
      srflx: 'durch deinen Router',
      relay: 'über ein Relais',
    },
    soundGoes: (ways) => `Der Ton kann so gehen: ${ways}.`,
    noWay: {
      everything: {
        sentence: 'Dieser Browser findet keinen Weg für den Ton eines Anrufs.',
        action: 'Schalte ab, was hier WebRTC sperrt, etwa eine Erweiterung, und prüfe dann noch einmal.',
      },
      relay: {
        sentence: 'Das Relais (TURN) antwortet nicht: In strengen Netzen bliebe ein Anruf stumm.',
        action: 'Probiere ein anderes Netz, oder bitte den Betreiber, TURN durchzulassen.',
      },
      srflx: {
        sentence: 'Der STUN-Server antwortet nicht: Anrufe aus deinem Netz hinaus bleiben vielleicht stumm.',
        action: 'Probiere ein anderes Netz, oder bitte den Betreiber, STUN durchzulassen.',
      },
    },

    account: 'Konto',
    callsArrive: 'Anrufe erreichen dich.',
    signedOut: 'Niemand ist angemeldet, darum kann noch kein Anruf kommen.',
  },

  diagnostics: {
    copy: 'Diagnose kopieren',
    hint: 'Für alle, die dir helfen: Versionen, Einstellungen, Geräte und wie der letzte Anruf endete. Kein Passwort und kein Token, und nicht, mit wem du gesprochen hast.',
    copied: 'Kopiert. Füge es in eine Nachricht an die ein, die dir helfen.',
    refused:
      'Der Browser lässt diese Seite nicht kopieren. Markiere den Text darunter und kopiere ihn selbst.',
    text: 'Diagnose',
  },
};
