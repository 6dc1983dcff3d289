import type { Words } from '../../words.ts';

/** Recordings, and where they are kept. */
export const recordings: Pick<
  Words,
  'deviceRoom' | 'recovered' | 'showRecordings' | 'recordings' | 'folder'
> = {
  deviceRoom: (percent) =>
    `Las grabaciones ocupan el ${percent} del espacio que este navegador tiene para ellas: borra algunas en la página Grabaciones o libera espacio en este dispositivo.`,

  recovered: (count) =>
    count === 1
      ? 'Una grabación se interrumpió, y todo hasta ese momento está a salvo.'
      : `${count} grabaciones se interrumpieron, y todo hasta ese momento está a salvo.`,
  showRecordings: 'Ver las grabaciones',

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
};
