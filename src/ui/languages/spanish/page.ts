import type { Words } from '../../words.ts';

/** The page around everything. */
export const page: Pick<
  Words,
  | 'product'
  | 'promise'
  | 'details'
  | 'notices'
  | 'navigation'
  | 'pageLoading'
  | 'newerPage'
  | 'smallWindow'
  | 'pageNotLoaded'
  | 'config'
  | 'crash'
> = {
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
  pageLoading: 'Cargando…',

  pageNotLoaded: 'No se pudo cargar esta página. Comprueba tu red y vuelve a intentarlo.',
  config: { title: 'Este teléfono no está bien configurado' },

  newerPage: { ready: 'Hay una versión nueva del teléfono.', reload: 'Recargar la página' },

  smallWindow: {
    open: 'Abrir en una ventana pequeña',
    blocked:
      'Tu navegador no ha abierto la ventana. Permite las ventanas emergentes en esta página e inténtalo de nuevo.',
    otherVersion: 'Esta ventana tiene otra versión del teléfono',
    otherVersionHint: 'Vuelve a cargar la página que la abrió y ábrela de nuevo desde allí.',
    inPage: 'Hazlo en la página que abrió esta ventana: tu navegador solo pregunta allí.',
    microphone:
      'Tu navegador pide el micrófono en la página que abrió esta ventana. Mira allí antes de tu primera llamada.',
  },

  crash: {
    title: 'La página tropezó con un error propio',
    hint: 'Las grabaciones están a salvo en este dispositivo. Vuelve a cargar la página para seguir.',
    inCall: 'Tu llamada sigue. Recargar la página la termina.',
    reload: 'Recargar la página',
  },
};
