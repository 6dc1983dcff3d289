import { formatCount } from '../../shared/format.ts';
import type { Words } from '../../words.ts';

/** What is kept on this device. */
export const data: Pick<Words, 'data'> = {
  data: {
    room: 'Espacio usado',
    used: (used, quota) => `Se usan ${used} de ${quota}.`,
    untold: 'Este navegador no dice cuánto espacio se usa.',
    persisted: 'El navegador lo guarda todo hasta que lo borres.',
    notPersisted: 'El navegador puede borrarlo por sí mismo cuando no quede espacio en este dispositivo.',
    persist: 'Pedir al navegador que lo guarde',
    persistRefused:
      'El navegador no aceptó. Instala esta página o añádela a tus marcadores, y pídelo otra vez.',
    off: 'Este navegador no guarda nada: el almacenamiento está desactivado para esta página. Lo que grabes o ajustes aquí se pierde al cerrarla.',
    offAction: 'Permite en los ajustes del navegador que esta página guarde datos, y vuelve a cargarla.',
    nothing: 'Nada',
    delete: 'Borrar',
    deleteOf: (what) => `Borrar: ${what}`,
    recordings: (count, size) =>
      count === 1 ? `1 grabación, ${size}` : `${formatCount(count)} grabaciones, ${size}`,

    unsent: 'Grabaciones sin enviar',
    unsentQuestion: (count) =>
      count === 1
        ? 'Esta grabación no está en ningún otro sitio. ¿Borrarla para siempre?'
        : `Estas ${formatCount(count)} grabaciones no están en ningún otro sitio. ¿Borrarlas para siempre?`,
    copies: 'Copias de grabaciones guardadas',
    copiesQuestion: 'El servidor de grabaciones conserva las suyas. ¿Borrar las copias de este dispositivo?',
    exports: 'Archivos creados para guardar',
    exportsQuestion:
      'Lo que guardaste se queda donde lo guardaste. ¿Eliminar lo que queda de ello en el navegador?',
    calls: 'Llamadas en el historial',
    contacts: 'Contactos',
    contactsQuestion:
      '¿Borrar todos los contactos? No están en ningún otro sitio: expórtalos antes si los quieres recuperar.',
    signIns: 'Inicios de sesión',
    staying: (count) =>
      count === 0
        ? 'La última dirección y el servidor'
        : count === 1
          ? 'La última dirección y el servidor, y una cuenta que mantiene la sesión'
          : `La última dirección y el servidor, y ${formatCount(count)} cuentas que mantienen la sesión`,
    signInsQuestion: '¿Olvidarlos? La sesión sigue hasta que cierres esta página.',
    settings: 'Ajustes',
    settingsQuestion:
      '¿Olvidar lo que está ajustado: dispositivos, reglas de llamadas, aspecto, idioma y lo demás?',
    settingsForgotten: 'Tus ajustes están olvidados. Vuelve a cargar la página para empezar de nuevo.',
    settingsAfterCall:
      'Tus ajustes están olvidados. Después de la llamada, vuelve a cargar la página para empezar de nuevo.',
  },
};
