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
    calls: 'Llamadas',
    recording: 'Grabación',
    sound: 'Sonido',
    check: 'Prueba',
    accounts: 'Cuentas',
    look: 'Aspecto',
    notifications: 'Notificaciones',
    keyboard: 'Teclado',
    language: 'Idioma',
    data: 'Datos',
  },
  settingsIndex: 'Secciones',

  rules: {
    doNotDisturb: 'No molestar',
    doNotDisturbHint: 'Nada suena. Quien llama oye que no estás disponible, y tú ves quién llamó.',
    doNotDisturbIsOn: '«No molestar» está activado: las llamadas no te llegan.',
    switchOff: 'Desactivar',
    forwardTitle: 'Desviar llamadas',
    forwardTo: 'Desviar a',
    forward: {
      always: 'Todas las llamadas',
      whenBusy: 'Cuando estás ocupado',
      whenUnanswered: 'Cuando no contestas',
    },
    forwardHint: {
      always: 'Aquí no suenan.',
      whenBusy: 'Mientras estás en otra llamada o con «No molestar» activado.',
      whenUnanswered: 'Después de sonar aquí un rato.',
    },
    targetHint: 'Por ejemplo 100, bob o bob@example.com',
    ringsForSec: 'Segundos que suena aquí',
    allForwarded: (target) => `Todas tus llamadas se desvían a ${target}.`,
    stopForwarding: 'Dejar de desviar',
    answerTitle: 'Contestar sin ti',
    answerHint:
      'Oyes tres tonos ascendentes y después quien llama te oye. Nunca mientras estás en otra llamada.',
    answerModes: {
      off: 'Nunca',
      whenAsked: 'Cuando lo pide alguien a quien se lo permites',
      always: 'Todas las llamadas',
    },
    allowedCallers: 'A quién se lo permites',
    allowedCallersHint: 'Números y direcciones separados por comas. Nadie más puede abrir tu micrófono.',
    unreadableCaller: (caller) => `«${caller}» no es ni un número ni una dirección.`,
    answersAfterSec: 'Segundos que suena antes',
    seconds: (min, max) => `De ${min} a ${max}`,
    linksTitle: 'Enlaces telefónicos',
    linksHint:
      'Abre los enlaces de otras páginas con este teléfono. Te pregunta antes de llamar. Quizá tu navegador también te pregunte.',
    links: { tel: 'Abrir enlaces tel:', sip: 'Abrir enlaces sip:' },
  },

  recordingRules: {
    when: 'Cuándo',
    where: 'Adónde',
    copies: 'En este dispositivo',
    beep: 'Pitido',
    readOut: 'Para leer en voz alta',
    policy: {
      always:
        'Todas las llamadas, del primer segundo al último. Puedes pausar una grabación, por ejemplo para un número de tarjeta, pero no detenerla.',
      never: 'No se graba ninguna llamada.',
      ask: 'Se te pregunta en cada llamada.',
      'on-demand': 'Cuando pulsas «Grabar» en una llamada.',
    },
    upload: 'Al servidor de grabaciones.',
    folder: 'A una carpeta de este dispositivo.',
    both: 'Al servidor de grabaciones y a una carpeta de este dispositivo.',
    untilStored: 'Una grabación se borra de aquí en cuanto está guardada allí.',
    forGood: 'Las grabaciones se quedan aquí hasta que las borres.',
    forTime: (time) => `Una grabación se queda aquí ${time} después de guardarse.`,
    beepEvery: (time) => `Ambas partes oyen un pitido cada ${time}.`,
    decided: 'Lo ha decidido quien ofrece este teléfono. Aquí no se puede cambiar.',
  },

  account: {
    registered: 'Registrado',
    connecting: 'Conectando',
    reconnecting: 'Reconectando',
    offline: 'Sin conexión',
    failed: 'No se pudo iniciar sesión',
    signOut: 'Cerrar sesión',
    signOutOf: (address) => `Cerrar la sesión de ${address}`,
    several: 'Cuentas',
    menu: (address, others) => (others === 0 ? `Cuentas: ${address}` : `Cuentas: ${address} y ${others} más`),
    more: (others) => `+${others}`,
    add: 'Añadir una cuenta',
    cancelAdd: 'Cancelar',
    callByThis: 'Llamar con esta cuenta',
    cannotCall: 'no registrada',
    signInAgain: 'Iniciar sesión de nuevo',
    reconnectingFor: 'Reconectando desde hace',
    callsGoOn: 'Tu llamada sigue.',
  },

  signIn: {
    title: 'Iniciar sesión',
    intro: 'Con la cuenta de tu propio servidor SIP.',
    address: 'Dirección SIP',
    addressHint: 'Como alice o alice@example.com',
    password: 'Contraseña',
    passwordHint: 'Nunca se guarda',
    passwordKeptHint: 'Cifrada en este dispositivo',
    stay: 'Mantener la sesión en este dispositivo',
    stayHint:
      'Tu contraseña se guarda entonces aquí, cifrada con una clave que nunca sale de este navegador. Al cerrar la sesión se olvida.',
    displayName: 'Nombre visible',
    displayNameHint: 'Lo que ven los demás cuando llamas. Puedes dejarlo vacío.',
    server: 'Servidor WebSocket',
    serverHint: 'Como wss://example.com/ws',
    submit: 'Iniciar sesión',
    demoTitle: '¿Solo quieres mirar?',
    demoIntro: 'Prueba la demo como',
    demoAs: (name) => `Probar la demo como ${name}`,
    noSuchDemo: (wanted, names) =>
      `La demo no tiene la cuenta «${wanted}», solo ${new Intl.ListFormat('es').format(names)}.`,
  },

  devices: {
    link: 'Micrófono y altavoz',
    microphone: 'Micrófono',
    microphoneHint: 'Con lo que te oyen los demás.',
    speaker: 'Altavoz',
    speakerHint: 'Donde oyes a los demás.',
    ringer: 'Timbre',
    ringerHint:
      'Donde suenan las llamadas. Si usas auriculares, elige algo que se oiga desde el otro lado de la sala.',
    standard: 'El del sistema',
    away: (name) => `${name} (no conectado)`,
    awayHint: (name) => `Se usa el del sistema hasta que vuelva «${name}».`,
    nameless: (number) => `Dispositivo ${number}`,
    unknown: 'Tu navegador nombra tus dispositivos cuando permites el micrófono: pulsa «Probar» a su lado.',
    fixed:
      'Este navegador reproduce todo por la salida que usa el sistema. Elige otra en los ajustes del sistema.',
    test: 'Probar',
    testOf: (what) => `Probar: ${what}`,
    stopTest: 'Terminar la prueba',
    opening: 'Puede que el navegador pregunte si esta página puede usar tu micrófono.',
    speak: 'Di algo: la barra se mueve con tu voz.',
    heard: 'Tu micrófono te oye.',
    processing: 'Mejorar tu voz',
    echoCancellation: 'Cancelación de eco',
    echoCancellationHint: 'Los demás no se oyen a sí mismos por tu altavoz.',
    noiseSuppression: 'Supresión de ruido',
    noiseSuppressionHint: 'Quita el ruido constante, como un ventilador. También quita la música.',
    autoGainControl: 'Volumen automático',
    autoGainControlHint: 'Te iguala al volumen de los demás, cerca y lejos del micrófono.',
  },

  language: {
    page: 'La página habla',
    automatic: (name) => `Como el navegador (${name})`,
    failed: 'No se pudo cargar este idioma. Comprueba tu red e inténtalo de nuevo.',
  },

  look: {
    theme: { label: 'Brillo', system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
    contrast: { label: 'Contraste', system: 'Como el sistema', more: 'Más contraste' },
    motion: { label: 'Movimiento', system: 'Como el sistema', less: 'Menos movimiento' },
  },

  shortcuts: {
    title: 'Atajos',
    close: 'Cerrar',
    hint: 'Funcionan en todas las páginas. Desactívalos en los ajustes si otro programa usa las mismas teclas.',
    control: 'Control',
    undo: 'Recuperar lo eliminado',
    shift: 'Mayús',
    on: 'Activados',
    off: 'Desactivados',
    help: 'Mostrar esta lista',
    does: {
      accept: 'Contestar la llamada',
      reject: 'Rechazar la llamada',
      mute: 'Silenciar o activar el micrófono',
      hold: 'Retener o reanudar',
      hangUp: 'Colgar',
      dial: 'Ir al campo para marcar',
      smallWindow: 'Abrir en una ventana pequeña',
    },
  },

  notifications: {
    what: 'El sistema muestra las llamadas que llegan mientras miras otra página.',
    ask: 'Activar las notificaciones',
    granted: 'Las notificaciones están activadas.',
    denied:
      'Este navegador no deja que el teléfono te avise. Permite las notificaciones junto a la barra de direcciones y recarga la página. Las llamadas suenan igualmente.',
    unsupported:
      'Este navegador no tiene notificaciones. Las llamadas suenan igualmente: ten la página a la vista.',
  },
};
