import type { Words } from '../../words.ts';

const tryLater = 'Inténtalo más tarde.';
const checkNetwork = 'Comprueba tu red y vuelve a llamar.';

/** Why a call ended. */
export const callEnds: Words['callEnds'] = {
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
  conditionsRefused: {
    sentence: () => 'El servidor pide algo que este teléfono no puede hacer.',
    action: 'Pregunta a quien lleva tu centralita.',
  },
  noSignOfLife: {
    sentence: () => 'El otro teléfono ha dejado de dar señales de vida.',
    action: 'Vuelve a llamar.',
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
};
