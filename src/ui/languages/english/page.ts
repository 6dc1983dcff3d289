/** The page around everything. */
export const page = {
  product: 'Sidetone',
  promise: 'A phone in your browser that never loses a recording.',
  details: 'Details',
  notices: 'Messages',

  navigation: {
    label: 'Pages',
    phone: 'Phone',
    recordings: 'Recordings',
    history: 'History',
    contacts: 'Contacts',
    settings: 'Settings',
  },
  pageLoading: 'Loading…',
  pageNotLoaded: 'This page could not be loaded. Check your network, then try again.',
  config: { title: 'This phone is not set up correctly' },

  newerPage: { ready: 'A new version of the phone is ready.', reload: 'Reload the page' },

  smallWindow: {
    open: 'Open in a small window',
    blocked: 'Your browser did not open the window. Allow pop-ups for this page, then try again.',
    otherVersion: 'This window has another version of the phone',
    otherVersionHint: 'Reload the page that opened it, then open it again from there.',
    inPage: 'Do this in the page that opened this window: your browser asks only there.',
    microphone:
      'Your browser asks for the microphone in the page that opened this window. Look there before your first call.',
  },

  crash: {
    title: 'The page ran into a mistake of its own',
    hint: 'Recordings are safe on this device. Load the page again to go on.',
    inCall: 'Your call goes on. Loading the page again ends it.',
    reload: 'Reload the page',
  },
} as const;
