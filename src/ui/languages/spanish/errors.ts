import type { Words } from '../../words.ts';

/** What went wrong, and what to do. */
export const errors: Words['errors'] = {
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
  'account/not-kept': {
    sentence: 'Este navegador no pudo conservar tu inicio de sesión.',
    action: 'La próxima vez se te pedirá la contraseña: libera espacio en este dispositivo para cambiarlo.',
  },
  'account/not-forgotten': {
    sentence: 'Este navegador no pudo olvidar tu inicio de sesión.',
    action: 'Borra en los ajustes del navegador lo que guarda de esta página.',
  },
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
  'recording/file-gone': {
    sentence: 'El archivo de esta grabación ya no está.',
    action:
      'Vuelve a cargar la lista. Si la grabación sigue ahí, pregunta a quien administra el servidor de grabaciones.',
  },
  'recording/device-full': {
    sentence: 'En este dispositivo no hay sitio para el archivo.',
    action: 'Libera espacio o borra grabaciones, e inténtalo otra vez.',
  },
  'recording/not-convertible': {
    sentence: 'Este navegador no pudo crear un archivo en este formato.',
    action: 'Elige otro formato. WAV siempre funciona.',
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
  'upload/not-accepted': {
    sentence:
      'El servidor de grabaciones no acepta ahora grabaciones de este teléfono. La grabación está a salvo en este dispositivo.',
    action: 'Enseña los detalles a quien lleva el servidor de grabaciones. Se reintenta solo.',
  },
  'upload/token-refused': {
    sentence:
      'El servidor de grabaciones no acepta el token de este teléfono. Las grabaciones están a salvo en este dispositivo.',
    action:
      'Pide a quien configuró este teléfono que corrija recording.token en config.json. Después inténtalo de nuevo, o espera.',
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
    action: 'Comprueba que la carpeta esté ahí y tenga espacio, o elige otra. Se reintenta solo.',
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
};
