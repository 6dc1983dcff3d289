import { formatCount } from '../../shared/format.ts';
import type { Words } from '../../words.ts';

/** The check before a call, and what is told to whoever helps. */
export const check: Pick<Words, 'check' | 'diagnostics'> = {
  check: {
    title: 'Prueba antes de llamar',
    offer: 'Probar el sonido y la red',
    intro: 'Prueba tu micrófono, tu altavoz, la red y tu cuenta. No se llama a nadie ni se graba nada.',
    start: 'Empezar la prueba',
    again: 'Probar otra vez',
    stop: 'Detener la prueba',
    results: 'Lo que se encontró',
    checking: 'Comprobando…',
    allWell: 'Todo funciona: puedes llamar.',
    allWellSignedOut: 'Todo funciona. Inicia sesión y podrás llamar.',
    problems: (count) =>
      count === 1 ? 'Una cosa no está bien.' : `${formatCount(count)} cosas no están bien.`,

    listening: (device) => `Di algo: «${device}» escucha.`,
    heard: (device) => `«${device}» te oye.`,
    silent: (device) => `«${device}» está encendido, pero no se oyó nada.`,
    silentAction: 'Mira que no esté silenciado, o elige otro, y prueba otra vez.',

    toneFollows: 'Después del micrófono suena un tono.',
    didYouHear: (device) => `Sonó un tono en «${device}». ¿Lo oíste?`,
    yes: 'Sí, lo oí',
    no: 'No lo oí',
    toneHeard: (device) => `Oyes «${device}».`,
    toneUnheard: (device) => `El tono en «${device}» no se oyó.`,
    toneUnheardAction: 'Sube el volumen o elige otro altavoz, y ponlo otra vez.',
    toneBlocked: 'El navegador retiene el sonido de esta página.',
    toneBlockedAction: 'Permite el sonido junto a la barra de direcciones y pon el tono.',
    toneInCall: 'Estás en una llamada, así que no suena ningún tono.',
    playAgain: 'Poner el tono',

    server: 'Servidor telefónico',
    serverReached: 'El servidor de tus llamadas responde.',
    noNetwork: 'Ni siquiera responde el servidor de esta página.',
    noNetworkAction: 'Comprueba la red de este dispositivo y prueba otra vez.',

    soundWay: 'Camino del sonido',
    ways: {
      host: 'directamente',
      srflx: 'por tu router',
      relay: 'por un relé',
    },
    soundGoes: (ways) => `El sonido puede ir ${ways}.`,
    noWay: {
      everything: {
        sentence: 'Este navegador no encuentra camino para el sonido de una llamada.',
        action: 'Desactiva lo que bloquea WebRTC aquí, como una extensión, y prueba otra vez.',
      },
      relay: {
        sentence: 'El relé (TURN) no responde: en redes estrictas una llamada quedaría muda.',
        action: 'Prueba con otra red, o pide a quien lleva esta que deje pasar TURN.',
      },
      srflx: {
        sentence: 'El servidor STUN no responde: las llamadas fuera de tu red pueden quedar mudas.',
        action: 'Prueba con otra red, o pide a quien lleva esta que deje pasar STUN.',
      },
    },

    account: 'Cuenta',
    callsArrive: 'las llamadas te llegan.',
    signedOut: 'Nadie ha iniciado sesión, así que aún no puede llegar ninguna llamada.',
  },

  diagnostics: {
    copy: 'Copiar diagnóstico',
    hint: 'Para quien te ayude: versiones, ajustes, dispositivos y cómo terminó la última llamada. Sin contraseñas ni tokens, y sin con quién hablaste.',
    copied: 'Copiado. Pégalo en un mensaje para quien te ayude.',
    refused: 'El navegador no deja que esta página copie. Selecciona el texto de abajo y cópialo tú.',
    text: 'Diagnóstico',
  },
};
