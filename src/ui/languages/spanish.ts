import { formatCount } from '../shared/format.ts';
import type { Words } from '../words.ts';

const tryLater = 'Inténtalo más tarde.';
const checkNetwork = 'Comprueba tu red y vuelve a llamar.';

/** Spanish. */
export const spanish: Words = {
  product: 'Sidetone',
  promise: 'Un teléfono en tu navegador que nunca pierde una grabación.',
  details: 'Detalles',
  notices: 'Avisos',

  navigation: {
    label: 'Páginas',
    phone: 'Teléfono',
    recordings: 'Grabaciones',
    history: 'Historial',
    contacts: 'Contactos',
    settings: 'Ajustes',
  },

  settings: {
    calls: 'Llamadas',
    sound: 'Sonido',
    accounts: 'Cuentas',
    look: 'Aspecto',
    notifications: 'Notificaciones',
    keyboard: 'Teclado',
    language: 'Idioma',
  },

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

  link: {
    asks: (target) => `Un enlace te pide que llames a ${target}.`,
    call: (target) => `Llamar a ${target}`,
    dismiss: 'No llamar',
    refused:
      'Un enlace pedía a este teléfono algo que no es un número ni una dirección, así que no se ha llamado a nadie.',
    understood: 'Cerrar',
  },

  account: {
    registered: 'Registrado',
    connecting: 'Conectando',
    reconnecting: 'Reconectando',
    offline: 'Sin conexión',
    failed: (why) => `No se pudo iniciar sesión: ${why}`,
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

  deviceRoom: (percent) =>
    `Las grabaciones ocupan el ${percent} del espacio que este navegador tiene para ellas: borra algunas en la página Grabaciones o libera espacio en este dispositivo.`,

  recovered: (count) =>
    count === 1
      ? 'Una grabación se interrumpió, y todo hasta ese momento está a salvo.'
      : `${count} grabaciones se interrumpieron, y todo hasta ese momento está a salvo.`,
  showRecordings: 'Ver las grabaciones',

  lamps: { idle: 'Libre', ringing: 'Sonando', busy: 'En una llamada' },

  messages: {
    waiting: (count) =>
      count === null ? 'Mensajes nuevos' : count === 1 ? '1 mensaje nuevo' : `${count} mensajes nuevos`,
    waitingAt: (said, address) => `${said} para ${address}`,
    listen: (said) => `${said}: llamar al buzón de voz`,
  },

  signIn: {
    title: 'Iniciar sesión',
    intro: 'Con la cuenta de tu propio servidor SIP.',
    address: 'Dirección SIP',
    addressHint: 'Como alice@example.com',
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

  dialer: {
    label: 'Marcar',
    account: 'Llamar como',
    byAccount: (address, why) => (why === null ? `Como ${address}` : `Como ${address} (${why})`),
    field: 'Número o dirección',
    hint: 'Como 100, bob o bob@example.com',
    erase: 'Borrar el último carácter',
    keypad: 'Teclado',
    keyZero: '0, mantén pulsado para el signo más',
    call: 'Llamar',
    redial: (last) => `Pulsa Llamar para ${last}, tu último número.`,
    notRegistered: 'Podrás llamar en cuanto estés registrado.',
  },

  demo: {
    title: 'Pruébalo',
    echo: 'Llamar al eco',
    echoHint: 'Habla y escúchate',
    second: (name) => `Abrir un segundo teléfono como ${name}`,
    secondHint: (address) => `En otra pestaña. Después llama desde aquí a ${address}`,
  },

  stage: {
    label: 'Llamadas',
    ready: 'Listo para llamadas',
    readyHint: (address) => `Te localizan en ${address}`,
    undisturbed: 'Nadie te molesta',
    undisturbedHint: 'Quien llame ahora aparece aquí como llamada perdida.',
    notReady: 'Las llamadas aún no te llegan',
    notReadyHint: 'Esto cambia en cuanto estés registrado.',
  },

  call: {
    region: (name) => `Llamada con ${name}`,
    calling: 'Llamando…',
    ringing: 'Sonando…',
    connecting: 'Conectando…',
    transferring: 'Transfiriendo…',
    answering: 'Contestando…',
    inCall: 'En llamada',
    hangingUp: 'Colgando…',
    incoming: 'Entrante',
    outgoing: 'Saliente',
    toAccount: 'para',
    asAccount: 'como',
    you: 'Tú',
    muted: 'Tú, en silencio',
    talkingWhileMuted: 'Estás hablando, pero estás en silencio',
    mute: 'Silenciar',
    unmute: 'Activar micrófono',
    hold: 'Retener',
    resume: 'Reanudar',
    holding: 'Reteniendo…',
    resuming: 'Reanudando…',
    onHold: 'En espera',
    remoteOnHold: 'En espera por la otra parte',
    reconnecting: 'Reconectando',
    mediaLost: 'Ahora no os podéis oír: la red ha cambiado o no está. Tu llamada sigue.',
    hangUp: 'Colgar',
    callAgain: 'Llamar de nuevo',
    callBack: 'Devolver la llamada',
    callInstead: (target) => `Llamar a ${target}`,
    answeredByItself: 'Esta llamada se contestó sin ti: la otra parte te oye.',
    dismiss: 'Cerrar',
    lasted: 'Duró',
    recording: 'Grabando',
    recordingHint: 'Ambas voces',
    recordingPaused: 'Grabación en pausa',
    record: 'Grabar',
    stopRecording: 'Detener la grabación',
    pauseRecording: 'Pausar la grabación',
    resumeRecording: 'Reanudar la grabación',
    askToRecord: '¿Grabar esta llamada?',
    doNotRecord: 'No grabar',
    readOut: 'Lee en voz alta:',
    remoteIsSilent: 'No se oye nada de la otra parte desde hace 10 segundos.',
    localIsSilent: 'No se oye nada de tu micrófono desde hace 10 segundos. Comprueba que esté encendido.',
    nothingArrives:
      'No llega sonido de la otra parte. Pregunta si te oyen y vuelve a llamar; si sigue igual, la red no deja pasar el sonido.',
    nothingLeaves:
      'No sale sonido de este ordenador, así que nadie te oye. Vuelve a llamar y comprueba tu red.',
  },

  digits: {
    open: 'Teclado',
    field: 'Dígitos',
    hint: 'Escribe, pega o pulsa: cada uno se envía al momento.',
    received: (digits) => `Recibido: ${digits}`,
  },

  transfer: {
    open: 'Transferir',
    label: 'Transferir la llamada',
    field: 'Transferir a',
    hint: 'Como 100, bob o bob@example.com',
    now: 'Transferir ya',
    askFirst: 'Preguntar antes',
    connectWith: (name) => `Conectar con ${name}`,
    underWay: (target) => `Transfiriendo a ${target}…`,
    rings: (target) => `Está sonando en ${target}…`,
    failed: (target) => `La transferencia a ${target} no funcionó. La llamada vuelve a ser tuya.`,
    asked: (target) => `La otra parte te pide que llames a ${target}.`,
    callThem: 'Llamar allí',
    stay: 'Quedarme aquí',
  },

  conference: {
    bringTogether: 'Hablar con todos a la vez',
    takeApart: 'Sacar y retener',
    leave: 'Dejar que hablen los dos',
    inCall: 'En conferencia',
  },

  quality: {
    levels: { Good: 'bueno', Fair: 'regular', Poor: 'malo', Critical: 'muy malo' },
    sound: (level) => `Sonido ${level}`,
    figures: (loss, jitter, roundTrip) =>
      `${loss} del sonido perdido, ${jitter} de variación${roundTrip === null ? '' : `, ${roundTrip} ida y vuelta`}`,
    summary: (level, loss) => `Sonido ${level}, ${loss} perdido`,
  },

  incoming: {
    label: (name) => `Llamada entrante de ${name}`,
    title: 'Llamada entrante',
    accept: 'Contestar',
    holdAndAccept: 'Retener y contestar',
    endAndAccept: 'Terminar y contestar',
    reject: 'Rechazar',
    forward: 'Desviar…',
    forwardTo: 'Desviar a',
    forwardNow: 'Desviar',
    busy: 'Estoy ocupado',
    answersIn: 'Se contesta sin ti en',
    answersNow: 'Se está contestando: quien llama está a punto de oírte.',
    letItRing: 'Dejar que suene',
  },

  sound: {
    blocked: 'Tu navegador mantiene esta página en silencio.',
    enable: 'Activar el sonido',
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

  recordings: {
    title: 'Grabaciones',
    loading: 'Leyendo tus grabaciones…',
    empty: 'Aún no hay grabaciones',
    emptyHint: 'Cada llamada grabada aparece aquí desde su primer segundo.',
    listFailed:
      'No se pudo pedir la lista al servidor de grabaciones. Puede que lo que ves no esté completo.',
    again: 'Intentar de nuevo',
    recording: 'Grabando',
    queued: 'Esperando el envío',
    sending: (percent) => `Enviando: ${percent}`,
    retryIn: 'Se volverá a enviar en',
    retryByHand: 'No enviada',
    notSaved: 'No guardada',
    stored: 'Guardada',
    failed: 'Falló',
    because: '·',
    endings: {
      recovered: 'Recuperada tras un fallo',
      'storage-full': 'Terminó antes: este dispositivo no tenía más espacio',
      'storage-failed': 'Terminó antes: este navegador no quiso escribirla',
    },
    play: 'Reproducir',
    pause: 'Pausar',
    stop: 'Cerrar el reproductor',
    download: 'Descargar',
    packets: 'Paquetes',
    packetsAsSound: 'Paquetes como WAV',
    retry: 'Reintentar',
    cancel: 'Cancelar',
    delete: 'Borrar',
    deleteLast: 'Esta grabación no está en ningún otro sitio. ¿Borrarla para siempre?',
    deleteForGood: 'Borrar para siempre',
    deleteCopyQuestion: 'El servidor de grabaciones conserva la suya. ¿Borrar la copia de este dispositivo?',
    deleteCopy: 'Borrar la copia de este dispositivo',
    alsoHere: 'también en este dispositivo',
    alsoHereUntil: (day) => `también en este dispositivo hasta el ${day}`,
    keep: 'Conservarla',
    overview: (stored, all) => `${stored} de ${all} enviadas`,
    overviewBytes: (sent, all) => `${sent} de ${all}`,
    paused: 'Este dispositivo no tiene conexión. Las grabaciones se envían en cuanto vuelva.',
    position: 'Posición',
    downloadFailed: 'No se pudo descargar esta grabación.',
    playFailed: 'No se pudo reproducir esta grabación.',
    mark: {
      hold: 'En espera',
      'remote-hold': 'En espera por la otra parte',
      mute: 'Silenciado',
      pause: 'Grabación en pausa',
      gap: 'Sin sonido de este ordenador',
      reconnecting: 'Reconexión',
      transfer: 'Transferida',
      'device-change': 'Cambio de micrófono',
    },
  },

  people: {
    loading: 'Leyendo lo que hay guardado aquí…',
    again: 'Volver a intentarlo',
    more: 'Más',
    search: 'Buscar',
    clearSearch: 'Borrar la búsqueda',
    undo: 'Deshacer',
    dismiss: 'Cerrar',
    keep: 'Conservarlas',
    call: (name) => `Llamar a ${name}`,
    moreOf: (name) => `Más sobre ${name}`,
  },

  history: {
    list: 'Llamadas',
    today: 'Hoy',
    yesterday: 'Ayer',
    searchHint: 'Nombre, número o dirección',
    missedOnly: 'Solo perdidas',
    missedCount: (count) => (count === 1 ? '1 llamada perdida' : `${count} llamadas perdidas`),
    found: (count) => (count === 1 ? '1 llamada' : `${formatCount(count)} llamadas`),
    empty: 'Aún no hay llamadas',
    emptyHint: 'Aquí aparece cada llamada que entra o sale, también las perdidas.',
    nothingFound: 'Ninguna llamada coincide',
    nothingFoundHint: 'Busca otro nombre, número o dirección.',
    nothingMissed: 'No perdiste ninguna llamada',
    nothingMissedHint: 'Aquí aparecerían las llamadas que nadie contestó aquí.',
    recording: (name) => `Grabación de la llamada con ${name}`,
    openRecording: 'Abrir la grabación',
    saveContact: 'Guardar como contacto',
    openContact: 'Abrir el contacto',
    remove: 'Eliminar',
    removed: 'La llamada se eliminó.',
    exportCsv: 'Exportar como CSV',
    removeAll: 'Eliminar todas las llamadas',
    removeAllQuestion: '¿Eliminar todas las llamadas guardadas aquí? Las grabaciones se quedan.',
    outcomes: {
      answered: 'Contestada',
      missed: 'Perdida',
      rejected: 'Rechazada',
      cancelled: 'Cancelada',
      failed: 'Sin respuesta',
    },
    answeredElsewhere: 'Contestada en otro sitio',
    table: {
      when: 'Hora',
      name: 'Nombre',
      address: 'Dirección',
      direction: 'Sentido',
      outcome: 'Resultado',
      talkedSeconds: 'Hablado (segundos)',
      quality: 'Sonido (MOS, de 1 a 5)',
      loss: 'Perdido (%)',
    },
    fileName: 'llamadas',
  },

  contacts: {
    list: 'Contactos',
    count: (count) => (count === 1 ? '1 contacto' : `${formatCount(count)} contactos`),
    searchHint: 'Nombre, empresa o número',
    favourites: 'Favoritos',
    everybody: 'Todos los contactos',
    add: 'Contacto nuevo',
    empty: 'Aún no hay contactos',
    emptyHint: 'Añade uno o trae los que tienes: el teléfono lee archivos vCard (.vcf) y CSV.',
    nothingFound: 'Nadie coincide',
    nothingFoundHint: 'Busca otro nombre o número.',
    choose: 'Elige un contacto',
    chooseHint: 'Aquí aparecen sus números y notas.',
    back: 'Todos los contactos',
    edit: 'Editar',
    remove: 'Eliminar',
    removed: (name) => `${name} se eliminó.`,
    favourite: 'Favorito',
    calls: 'Sus llamadas',
    note: 'Nota',
    editTitle: 'Editar contacto',
    addTitle: 'Contacto nuevo',
    name: 'Nombre',
    organisation: 'Empresa',
    address: (number) => `Número o dirección ${number}`,
    kind: (number) => `Tipo del número ${number}`,
    kinds: { mobile: 'Móvil', work: 'Trabajo', home: 'Casa', other: 'Otro' },
    removeAddress: (number) => `Quitar el número ${number}`,
    addAddress: 'Añadir un número',
    save: 'Guardar',
    cancel: 'Cancelar',
    notCallable: 'Esto no es ni un número ni una dirección. Corrígelo o déjalo vacío.',
    needsAddress: 'Escribe un número o una dirección para poder llamar al contacto.',
    importFile: 'Importar vCard o CSV',
    exportVcard: 'Exportar como vCard',
    exportCsv: 'Exportar como CSV',
    fileName: 'contactos',
    importing: 'Leyendo el archivo…',
    keeping: 'Guardando tus contactos…',
    importProgress: 'Importación',
    cancelImport: 'Parar',
    added: (count) =>
      count === 1 ? 'Se añadió 1 contacto.' : `Se añadieron ${formatCount(count)} contactos.`,
    known: (count) => `Ya estaban: ${formatCount(count)}.`,
    withoutAddress: (count) => `Sin número ni dirección, no añadidos: ${formatCount(count)}.`,
    openQuote: (row) =>
      `Unas comillas de la fila ${row} no se cierran nunca y no se pudo leer el resto del archivo: corrígelas y vuelve a importar.`,
    partlyKept: 'Lo que se había leído hasta entonces está entre tus contactos.',
    oldEncoding: 'El archivo tiene una codificación antigua: comprueba los nombres con acentos.',
  },

  folder: {
    title: 'Carpeta para grabaciones',
    none: 'Elige una carpeta de este dispositivo y cada grabación se guardará en ella. Hasta entonces las grabaciones quedan en el navegador.',
    ready: (name) => `Las grabaciones se guardan en la carpeta «${name}».`,
    chosen: (name) => `La carpeta para grabaciones es «${name}».`,
    locked: (name) =>
      `El navegador quiere otra vez tu permiso antes de guardar grabaciones en la carpeta «${name}».`,
    unsupported:
      'Este navegador no puede guardar grabaciones en una carpeta. Descárgalas aquí o usa Chrome o Edge para este teléfono.',
    choose: 'Elegir una carpeta',
    chooseOther: 'Elegir otra carpeta',
    allow: 'Permitir',
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

  desk: {
    idle: 'Sidetone',
    ringing: (name) => `${name} está llamando`,
    inCall: (name) => `${name} – en llamada`,
    inCalls: (count) => `${count} llamadas`,
    incomingTitle: (name) => `${name} está llamando`,
    incomingBody: 'Pulsa aquí para ver la llamada.',
  },

  pageLoading: 'Cargando…',
  pageNotLoaded:
    'No se pudo cargar esta página. Comprueba tu red y recarga cuando no estés en ninguna llamada.',

  config: { title: 'Este teléfono no está bien configurado' },
  crash: {
    title: 'La página tropezó con un error propio',
    hint: 'Las grabaciones están a salvo en este dispositivo. Vuelve a cargar la página para seguir.',
    reload: 'Recargar la página',
  },

  callEnds: {
    ended: { sentence: () => 'La llamada ha terminado.', action: null },
    missed: { sentence: (name) => `Tienes una llamada perdida de ${name}.`, action: null },
    missedInDoNotDisturb: {
      sentence: (name) => `Tienes una llamada perdida de ${name}, porque «No molestar» estaba activado.`,
      action: null,
    },
    answeredElsewhere: { sentence: () => 'La llamada se atendió en otro dispositivo.', action: null },
    forwarded: {
      sentence: (name, movedTo) => `La llamada de ${name} se desvió a ${movedTo || 'otra dirección'}.`,
      action: null,
    },
    toldBusy: { sentence: (name) => `Se le dijo a ${name} que estás ocupado.`, action: null },
    youHungUp: { sentence: () => 'Has colgado.', action: null },
    youGaveUp: { sentence: (name) => `Has colgado antes de que ${name} contestara.`, action: null },
    youDeclined: { sentence: () => 'Has rechazado la llamada.', action: null },
    hungUp: { sentence: (name) => `${name} ha colgado.`, action: null },
    cancelled: { sentence: () => 'La llamada se canceló.', action: null },
    declined: { sentence: (name) => `${name} ha rechazado la llamada.`, action: null },
    busy: { sentence: (name) => `${name} está comunicando.`, action: tryLater },
    nobodyAnswered: { sentence: () => 'Nadie ha contestado.', action: tryLater },
    cannotBeReached: { sentence: (name) => `Ahora no se puede localizar a ${name}.`, action: tryLater },
    serverSilent: { sentence: () => 'El servidor no ha respondido.', action: checkNetwork },
    moved: {
      sentence: (name) => `${name} tiene otra dirección.`,
      action: 'Pregunta por la nueva dirección.',
    },
    movedTo: { sentence: (name, movedTo) => `${name} pide que llames a ${movedTo}.`, action: null },
    notFound: {
      sentence: () => 'Este número o esta dirección no existe.',
      action: 'Compruébalo y vuelve a llamar.',
    },
    gone: { sentence: () => 'Este número o esta dirección ya no se usa.', action: 'Pregunta por el nuevo.' },
    noRoute: {
      sentence: () => 'El servidor no ha encontrado un camino hacia este número o esta dirección.',
      action: 'Compruébalo y vuelve a llamar.',
    },
    notAllowed: {
      sentence: () => 'No puedes llamar a este número o a esta dirección.',
      action: 'Pregunta a quien lleva tu centralita.',
    },
    incomplete: {
      sentence: () => 'El número no está completo.',
      action: 'Comprueba el número y vuelve a llamar.',
    },
    loop: {
      sentence: () => 'Esta llamada vuelve a tu propio teléfono.',
      action: 'Llama a otro número o a otra dirección.',
    },
    passwordRefused: {
      sentence: () => 'El servidor no ha aceptado tu contraseña para esta llamada.',
      action: 'Cierra la sesión y vuelve a entrar.',
    },
    mediaLost: { sentence: () => 'Los dos teléfonos dejaron de oírse.', action: checkNetwork },
    connectionLost: {
      sentence: () => 'Se perdió la conexión con el servidor y, con ella, la llamada.',
      action: checkNetwork,
    },
    connectionLostBefore: {
      sentence: () => 'Se perdió la conexión antes de que empezara la llamada.',
      action: checkNetwork,
    },
    serverBusy: {
      sentence: () => 'El servidor no acepta llamadas en este momento.',
      action: 'Inténtalo dentro de unos minutos.',
    },
    serverError: {
      sentence: () => 'El servidor no ha podido conectar esta llamada.',
      action: 'Inténtalo dentro de un momento.',
    },
  },

  errors: {
    'media/permission-denied': {
      sentence: 'El navegador no deja que esta página use tu micrófono.',
      action: 'Permite el micrófono junto a la barra de direcciones e inténtalo de nuevo.',
    },
    'media/no-microphone': {
      sentence: 'No se encontró ningún micrófono.',
      action: 'Conecta uno e inténtalo de nuevo.',
    },
    'media/microphone-busy': {
      sentence: 'Otro programa está usando tu micrófono.',
      action: 'Cierra ese programa e inténtalo de nuevo.',
    },
    'media/microphone-failed': {
      sentence: 'No se pudo poner en marcha tu micrófono.',
      action: 'Desconéctalo, conéctalo otra vez e inténtalo de nuevo.',
    },
    'media/device-gone': {
      sentence: 'Este dispositivo ya no está, así que todo queda como estaba.',
      action: 'Conéctalo otra vez o elige otro.',
    },
    'signalling/invalid-server': {
      sentence: 'El servidor WebSocket debe ser una dirección que empiece por wss:// o ws://.',
      action: 'Corrige el servidor WebSocket.',
    },
    'signalling/insecure-server': {
      sentence: 'Una página cargada por https solo puede usar un servidor que empiece por wss://.',
      action: 'Cambia el servidor WebSocket a wss://.',
    },
    'signalling/server-unreachable': {
      sentence:
        'El servidor no responde. Puede que su nombre esté mal, que no funcione o que su certificado no sea de confianza.',
      action:
        'Comprueba el servidor WebSocket. Si tiene un certificado propio, abre su dirección una vez en este navegador y acéptalo.',
    },
    'signalling/transport-lost': {
      sentence: 'Se perdió la conexión con el servidor.',
      action: 'Comprueba tu red. El teléfono sigue intentándolo.',
    },
    'signalling/not-loaded': {
      sentence: 'No se pudo cargar una parte del teléfono.',
      action: 'Comprueba tu red y vuelve a cargar la página.',
    },
    'registration/wrong-password': {
      sentence: 'El servidor no acepta esta contraseña.',
      action: 'Escribe la contraseña otra vez e inicia sesión.',
    },
    'registration/unknown-account': {
      sentence: 'El servidor no conoce esta dirección SIP.',
      action: 'Comprueba la dirección SIP e inicia sesión de nuevo.',
    },
    'registration/refused': {
      sentence: 'El servidor rechazó tu inicio de sesión.',
      action: 'Pregunta a quien lleva el servidor y enséñale los detalles.',
    },
    'registration/no-answer': {
      sentence: 'El servidor está ahí, pero no contestó al inicio de sesión.',
      action: 'Espera un momento e inicia sesión de nuevo.',
    },
    'account/invalid-address': {
      sentence: 'Una dirección SIP es como alice@example.com.',
      action: 'Corrige la dirección SIP.',
    },
    'account/missing-password': { sentence: 'Falta la contraseña.', action: 'Escribe tu contraseña.' },
    'call/invalid-target': {
      sentence: 'Esto no es ni un número ni una dirección.',
      action: 'Escribe dígitos, un nombre o una dirección como bob@example.com.',
    },
    'call/forward-to-self': {
      sentence: 'Esta es tu propia dirección: las llamadas volverían a ti.',
      action: 'Desvía a otro número u otra dirección.',
    },
    'call/not-registered': {
      sentence: 'Ahora mismo no tienes sesión en ningún servidor.',
      action: 'Espera a que arriba ponga Registrado.',
    },
    'call/not-found': { sentence: 'Esta llamada ya no existe.', action: 'Empieza otra.' },
    'call/too-many-calls': {
      sentence: 'Tienes tantas llamadas como caben en el teléfono.',
      action: 'Termina una y vuelve a llamar.',
    },
    'call/not-possible-now': {
      sentence: 'Esto no es posible en la llamada tal como está ahora.',
      action: 'Inténtalo de nuevo en un momento.',
    },
    'call/ended': { sentence: 'Esta llamada ha terminado.', action: 'Empieza otra.' },
    'call/not-connected': {
      sentence: 'Esto solo es posible mientras hablas con alguien.',
      action: 'Espera a que contesten.',
    },
    'call/invalid-digits': {
      sentence: 'Estas no son teclas de un teléfono.',
      action: 'Usa dígitos, las letras de la A a la D, * y #.',
    },
    'call/refused-by-peer': {
      sentence: 'El otro teléfono no estuvo de acuerdo.',
      action: 'Inténtalo de nuevo en un momento.',
    },
    'call/other-not-held': {
      sentence: 'La llamada en la que estás no se pudo poner en espera.',
      action: 'Inténtalo de nuevo en un momento o termínala antes.',
    },
    'call/media-failed': {
      sentence: 'Los dos teléfonos no se pusieron de acuerdo en cómo enviar el sonido.',
      action: 'Pregunta a quien lleva el servidor y enséñale los detalles.',
    },
    'recording/storage-full': {
      sentence: 'La grabación paró porque a este dispositivo no le queda espacio. Tu llamada sigue.',
      action: 'Libera espacio o borra grabaciones.',
    },
    'recording/storage-failed': {
      sentence: 'Este navegador no dejó que el teléfono escribiera la grabación. Tu llamada sigue.',
      action: 'Usa una ventana normal en vez de una privada.',
    },
    'recording/capture-failed': {
      sentence: 'No se pudo empezar la grabación. Tu llamada sigue.',
      action: 'Recarga la página después de la llamada.',
    },
    'recording/not-decodable': {
      sentence: 'Este navegador no puede convertir en sonido los paquetes de esta llamada.',
      action: 'Descarga los paquetes o prueba en Chrome o Edge.',
    },
    'upload/server-unreachable': {
      sentence: 'El servidor de grabaciones no responde. La grabación está a salvo en este dispositivo.',
      action: 'No hay que hacer nada: se envía en cuanto el servidor responda.',
    },
    'upload/server-full': {
      sentence:
        'Al servidor de grabaciones no le queda espacio. La grabación está a salvo en este dispositivo.',
      action: 'Avisa a quien lleva el servidor de grabaciones y después reintenta.',
    },
    'upload/refused': {
      sentence: 'El servidor de grabaciones rechazó esta grabación. Está a salvo en este dispositivo.',
      action: 'Enseña los detalles a quien lleva el servidor de grabaciones y después reintenta.',
    },
    'upload/token-refused': {
      sentence:
        'El servidor de grabaciones no acepta el token de este teléfono. Las grabaciones están a salvo en este dispositivo.',
      action:
        'Pide a quien configuró este teléfono que corrija recording.token en config.json y recarga la página.',
    },
    'upload/cancelled': {
      sentence: 'Lo cancelaste. La grabación está a salvo en este dispositivo.',
      action: 'Pulsa Reintentar para enviarla. Si no, se envía cuando se vuelva a abrir el teléfono.',
    },
    'folder/unsupported': {
      sentence:
        'Este navegador no puede guardar grabaciones en una carpeta. La grabación está a salvo en el navegador.',
      action: 'Descárgala o usa Chrome o Edge para este teléfono.',
    },
    'folder/not-chosen': {
      sentence: 'Aún no hay carpeta elegida para las grabaciones. La grabación está a salvo en el navegador.',
      action: 'Elige una carpeta en la página Grabaciones.',
    },
    'folder/locked': {
      sentence:
        'El navegador quiere otra vez tu permiso antes de guardar en tu carpeta. La grabación está a salvo en el navegador.',
      action: 'Pulsa Permitir en la parte de arriba de la página.',
    },
    'folder/write-failed': {
      sentence: 'No se pudo guardar la grabación en tu carpeta. Está a salvo en el navegador.',
      action: 'Comprueba que la carpeta esté ahí y tenga espacio, o elige otra. Después reintenta.',
    },
    'history/storage-full': {
      sentence:
        'No queda espacio en este dispositivo para guardar tus llamadas. Aparecen en la lista hasta que cierres el teléfono.',
      action: 'Libera espacio en este dispositivo: se guardarán con tu próxima llamada.',
    },
    'history/storage-failed': {
      sentence:
        'Este navegador no permite que el teléfono guarde tus llamadas. Aparecen en la lista hasta que cierres el teléfono.',
      action: 'Permite en los ajustes del navegador que esta página guarde datos y vuelve a cargarla.',
    },
    'contacts/storage-full': {
      sentence: 'No queda espacio en este dispositivo para tus contactos, así que el cambio no se guarda.',
      action: 'Libera espacio en este dispositivo y vuelve a intentarlo.',
    },
    'contacts/storage-failed': {
      sentence: 'Este navegador no permite que el teléfono guarde contactos.',
      action: 'Permite en los ajustes del navegador que esta página guarde datos y vuelve a cargarla.',
    },
    'contacts/not-loaded': {
      sentence: 'No se pudieron cargar tus llamadas y contactos.',
      action: 'Comprueba la red y vuelve a intentarlo.',
    },
    'contacts/file-unreadable': {
      sentence: 'No se pudo leer este archivo.',
      action: 'Comprueba que sigue ahí y que es una vCard (.vcf) o un archivo CSV, y vuelve a intentarlo.',
    },
    'contacts/file-without-contacts': {
      sentence: 'En este archivo no hay nadie a quien el teléfono pueda llamar.',
      action:
        'Elige una vCard (.vcf) o un archivo CSV cuya primera fila nombre las columnas, como Nombre y Teléfono.',
    },
    'contacts/file-too-large': {
      sentence:
        'Este archivo es demasiado grande: el teléfono acepta hasta 100 000 contactos y 200 MB de una vez.',
      action: 'Divídelo e importa las partes una tras otra.',
    },
    'config/unreadable': {
      sentence: 'No se pudieron leer los ajustes de este teléfono (config.json).',
      action: 'Pregunta a quien configuró este teléfono y enséñale los detalles.',
    },
    'config/invalid': {
      sentence: 'Los ajustes de este teléfono (config.json) tienen un error.',
      action: 'Pregunta a quien configuró este teléfono y enséñale los detalles.',
    },
    'config/hooks-failed': {
      sentence:
        'No se pudieron cargar los complementos de este teléfono que nombra config.json. Las llamadas y grabaciones funcionan sin ellos.',
      action: 'Avisa a quien configuró este teléfono y enséñale los detalles.',
    },
    'internal/unexpected': {
      sentence: 'Algo salió mal y no debería haber pasado.',
      action: 'Recarga la página.',
    },
  },
};
