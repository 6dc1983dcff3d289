import type { Words } from '../../words.ts';

/** Calls, from the dialler to the machine around the page. */
export const calls: Pick<
  Words,
  | 'link'
  | 'lamps'
  | 'messages'
  | 'dialer'
  | 'demo'
  | 'stage'
  | 'call'
  | 'digits'
  | 'transfer'
  | 'conference'
  | 'quality'
  | 'incoming'
  | 'sound'
  | 'desk'
> = {
  link: {
    asks: (target) => `Un enlace te pide que llames a ${target}.`,
    call: (target) => `Llamar a ${target}`,
    dismiss: 'No llamar',
    refused:
      'Un enlace pedía a este teléfono algo que no es un número ni una dirección, así que no se ha llamado a nadie.',
    understood: 'Cerrar',
  },
  lamps: { idle: 'Libre', ringing: 'Sonando', busy: 'En una llamada' },

  messages: {
    waiting: (count) =>
      count === null ? 'Mensajes nuevos' : count === 1 ? '1 mensaje nuevo' : `${count} mensajes nuevos`,
    waitingAt: (said, address) => `${said} para ${address}`,
    listen: (said) => `${said}: llamar al buzón de voz`,
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
    recordsNoSound:
      'La grabación no recibe sonido, solo los paquetes de la llamada. Recarga la página después de la llamada.',
    nothingArrives:
      'No llega sonido de la otra parte. Pregunta si te oyen y vuelve a llamar; si sigue igual, la red no deja pasar el sonido.',
    nothingLeaves:
      'No sale sonido de este ordenador, así que nadie te oye. Vuelve a llamar y comprueba tu red.',
  },

  digits: {
    open: 'Teclado',
    field: 'Dígitos',
    hint: 'Cada dígito se envía al momento.',
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
    waits: (target) => `Esperando a que la otra parte llame a ${target}…`,
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

  desk: {
    idle: 'Sidetone',
    ringing: (name) => `${name} está llamando`,
    calling: (name) => `Llamando a ${name}`,
    inCall: (name) => `${name} – en llamada`,
    inCalls: (count) => `${count} llamadas`,
    incomingTitle: (name) => `${name} está llamando`,
    incomingBody: 'Pulsa aquí para ver la llamada.',
  },
};
