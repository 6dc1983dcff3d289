import type { Words } from '../../words.ts';

/** What went wrong, and what to do. */
export const errors: Words['errors'] = {
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
  'account/not-kept': {
    sentence: 'Dieser Browser konnte deine Anmeldung nicht behalten.',
    action:
      'Du wirst beim nächsten Mal nach dem Passwort gefragt: Schaffe Platz auf diesem Gerät, um das zu ändern.',
  },
  'account/not-forgotten': {
    sentence: 'Dieser Browser konnte deine Anmeldung nicht vergessen.',
    action: 'Lösche in den Einstellungen des Browsers, was er für diese Seite gespeichert hat.',
  },
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
  'recording/file-gone': {
    sentence: 'Die Datei dieser Aufnahme ist nicht mehr da.',
    action: 'Lade die Liste neu. Steht die Aufnahme dann noch da, frag, wer den Aufnahmeserver betreibt.',
  },
  'recording/device-full': {
    sentence: 'Auf diesem Gerät ist kein Platz für die Datei.',
    action: 'Schaffe Platz oder lösche Aufnahmen, und versuche es noch einmal.',
  },
  'recording/not-convertible': {
    sentence: 'Dieser Browser konnte keine Datei in diesem Format machen.',
    action: 'Wähle ein anderes Format. WAV geht immer.',
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
  'upload/not-accepted': {
    sentence:
      'Der Aufnahmeserver nimmt zurzeit keine Aufnahmen von diesem Telefon an. Die Aufnahme ist auf diesem Gerät sicher.',
    action:
      'Zeige die Einzelheiten dem, der den Aufnahmeserver betreibt. Es wird von selbst noch einmal versucht.',
  },
  'upload/token-refused': {
    sentence:
      'Der Aufnahmeserver nimmt das Token dieses Telefons nicht an. Aufnahmen sind auf diesem Gerät sicher.',
    action:
      'Bitte den, der dieses Telefon eingerichtet hat, recording.token in config.json zu berichtigen. Versuch es dann erneut, oder warte.',
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
      'Prüfe, ob der Ordner da ist und Platz hat, oder wähle einen anderen. Es wird von selbst noch einmal versucht.',
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
};
