import type { PhoneErrorCode } from './phone-error.ts';

/** What a failure means to the person: what happened, the one thing to do, and whether the same attempt may succeed later. */
export interface ErrorRow {
  readonly sentence: string;
  readonly action: string;
  readonly retryable: boolean;
}

const row = (sentence: string, action: string, retryable: boolean): ErrorRow => ({
  sentence,
  action,
  retryable,
});

/** One row per code. The words are shown as they stand. */
export const errorTable: Readonly<Record<PhoneErrorCode, ErrorRow>> = {
  'media/permission-denied': row(
    'The browser does not let this page use your microphone.',
    'Allow the microphone beside the address bar, then try again.',
    true,
  ),
  'media/no-microphone': row('No microphone was found.', 'Plug one in, then try again.', true),
  'media/microphone-busy': row(
    'Your microphone is in use by another program.',
    'Close that program, then try again.',
    true,
  ),
  'media/microphone-failed': row(
    'Your microphone could not be started.',
    'Unplug it and plug it in again, then try again.',
    true,
  ),
  'media/device-gone': row(
    'This device is not there any more, so everything stays as it was.',
    'Plug it in again, or choose another one.',
    true,
  ),
  'signalling/invalid-server': row(
    'The WebSocket server must be an address that starts with wss:// or ws://.',
    'Correct the WebSocket server.',
    false,
  ),
  'signalling/insecure-server': row(
    'A page that was loaded over https can only use a server that starts with wss://.',
    'Change the WebSocket server to wss://.',
    false,
  ),
  'signalling/server-unreachable': row(
    'The server does not answer. Its name may be wrong, it may be down, or its certificate may not be trusted.',
    'Check the WebSocket server. If it has a certificate of its own, open its address once in this browser and accept it.',
    true,
  ),
  'signalling/transport-lost': row(
    'The connection to the server was lost.',
    'Check your network. The phone keeps trying.',
    true,
  ),
  'signalling/not-loaded': row(
    'A part of the phone could not be loaded.',
    'Check your network, then reload the page.',
    true,
  ),
  'registration/wrong-password': row(
    'The server does not accept this password.',
    'Type the password again and sign in.',
    false,
  ),
  'registration/unknown-account': row(
    'The server does not know this SIP address.',
    'Check the SIP address and sign in again.',
    false,
  ),
  'registration/refused': row(
    'The server refused to sign you in.',
    'Ask whoever runs the server, and show them the details.',
    false,
  ),
  'registration/no-answer': row(
    'The server is there but did not answer the sign-in.',
    'Wait a moment and sign in again.',
    true,
  ),
  'account/invalid-address': row(
    'A SIP address looks like alice@example.com.',
    'Correct the SIP address.',
    false,
  ),
  'account/missing-password': row('The password is missing.', 'Type your password.', false),
  'account/not-kept': row(
    'This browser could not keep your sign-in.',
    'You will be asked for your password the next time: make room on this device to change that.',
    false,
  ),
  'account/not-forgotten': row(
    'This browser could not forget your sign-in.',
    'Clear what the browser keeps for this page, in its own settings.',
    false,
  ),
  'call/invalid-target': row(
    'This is neither a number nor an address.',
    'Type digits, a name, or an address like bob@example.com.',
    false,
  ),
  'call/forward-to-self': row(
    'This is your own address: calls would come back to you.',
    'Forward to another number or address.',
    false,
  ),
  'call/not-registered': row(
    'You are not signed in to a server right now.',
    'Wait until the state at the top says Registered.',
    true,
  ),
  'call/not-found': row('This call does not exist any more.', 'Start a new call.', false),
  'call/too-many-calls': row(
    'You have as many calls as the phone can hold.',
    'End one of them, then call again.',
    true,
  ),
  'call/not-possible-now': row(
    'This is not possible in the call as it is now.',
    'Try again in a moment.',
    true,
  ),
  'call/ended': row('This call is over.', 'Start a new call.', false),
  'call/not-connected': row(
    'This is possible only while you talk to somebody.',
    'Wait until the call is answered.',
    true,
  ),
  'call/invalid-digits': row(
    'These are not keys of a telephone.',
    'Use digits, the letters A to D, * and #.',
    false,
  ),
  'call/refused-by-peer': row('The other phone did not agree.', 'Try again in a moment.', true),
  'call/other-not-held': row(
    'The call that you are in could not be put on hold.',
    'Try again in a moment, or end it first.',
    true,
  ),
  'call/media-failed': row(
    'The two phones could not agree on how to send sound.',
    'Ask whoever runs the server, and show them the details.',
    false,
  ),
  'recording/storage-full': row(
    'The recording stopped because this device has no room left. Your call goes on.',
    'Free some space or delete recordings.',
    true,
  ),
  'recording/storage-failed': row(
    'This browser did not let the phone write the recording. Your call goes on.',
    'Use a normal window instead of a private one.',
    true,
  ),
  'recording/capture-failed': row(
    'The recording could not be started. Your call goes on.',
    'Reload the page after the call.',
    true,
  ),
  'recording/not-decodable': row(
    'This browser cannot turn the packets of this call into sound.',
    'Download the packets, or try it in Chrome or Edge.',
    false,
  ),
  'recording/file-gone': row(
    'The file of this recording is not there any more.',
    'Reload the list. If it still shows the recording, ask whoever runs the recording server.',
    false,
  ),
  'recording/device-full': row(
    'There is no room on this device to make the file.',
    'Free some space or delete recordings, then try again.',
    true,
  ),
  'recording/not-convertible': row(
    'This browser could not make a file of this format.',
    'Choose another format. WAV always works.',
    false,
  ),
  'upload/server-unreachable': row(
    'The recording server does not answer. The recording is safe on this device.',
    'Nothing to do: it is sent as soon as the server answers.',
    true,
  ),
  'upload/server-full': row(
    'The recording server has no room left. The recording is safe on this device.',
    'Tell whoever runs the recording server, then retry.',
    true,
  ),
  'upload/refused': row(
    'The recording server refused this recording. It is safe on this device.',
    'Show the details to whoever runs the recording server, then retry.',
    true,
  ),
  'upload/not-accepted': row(
    'The recording server does not take recordings from this phone now. The recording is safe on this device.',
    'Show the details to whoever runs the recording server. It is tried again by itself.',
    true,
  ),
  'upload/token-refused': row(
    'The recording server does not accept the token of this phone. Recordings are safe on this device.',
    'Ask whoever set up this phone to correct recording.token in config.json. Then try again, or wait.',
    true,
  ),
  'upload/cancelled': row(
    'You cancelled it. The recording is safe on this device.',
    'Press Retry to send it. Otherwise it is sent when the phone is opened again.',
    true,
  ),
  'folder/unsupported': row(
    'This browser cannot save recordings to a folder. The recording is safe in the browser.',
    'Download it, or use Chrome or Edge for this phone.',
    false,
  ),
  'folder/not-chosen': row(
    'No folder is chosen for recordings yet. The recording is safe in the browser.',
    'Choose a folder on the Recordings page.',
    true,
  ),
  'folder/locked': row(
    'The browser wants your permission again before it saves to your folder. The recording is safe in the browser.',
    'Press Allow at the top of the page.',
    true,
  ),
  'folder/write-failed': row(
    'The recording could not be saved to your folder. It is safe in the browser.',
    'Check that the folder is there and has room, or choose another one. It is tried again by itself.',
    true,
  ),
  'history/storage-full': row(
    'This device has no room left to keep your calls. They are listed until you close the phone.',
    'Free some space on this device: they are kept with your next call.',
    true,
  ),
  'history/storage-failed': row(
    'This browser does not let the phone keep your calls. They are listed until you close the phone.',
    'Allow this page to store data in the settings of the browser, then reload the page.',
    true,
  ),
  'contacts/storage-full': row(
    'This device has no room left for your contacts, so the change is not kept.',
    'Free some space on this device, then try again.',
    true,
  ),
  'contacts/storage-failed': row(
    'This browser does not let the phone keep contacts.',
    'Allow this page to store data in the settings of the browser, then reload the page.',
    true,
  ),
  'contacts/not-loaded': row(
    'Your calls and contacts could not be loaded.',
    'Check your network, then try again.',
    true,
  ),
  'contacts/file-unreadable': row(
    'This file could not be read.',
    'Check that it is still there and is a vCard (.vcf) or CSV file, then try again.',
    true,
  ),
  'contacts/file-without-contacts': row(
    'There is nobody in this file whom the phone could call.',
    'Choose a vCard (.vcf), or a CSV file whose first row names its columns, such as Name and Phone.',
    false,
  ),
  'contacts/file-too-large': row(
    'This file is too large: the phone takes up to 100,000 contacts and 200 MB at a time.',
    'Split it, and import the parts one after the other.',
    false,
  ),
  'config/unreadable': row(
    'The settings of this phone (config.json) could not be read.',
    'Ask whoever set up this phone, and show them the details.',
    false,
  ),
  'config/invalid': row(
    'The settings of this phone (config.json) have a mistake.',
    'Ask whoever set up this phone, and show them the details.',
    false,
  ),
  'config/hooks-failed': row(
    'The additions to this phone that config.json names could not be loaded. Calls and recordings work without them.',
    'Tell whoever set up this phone, and show them the details.',
    false,
  ),
  'internal/unexpected': row('Something went wrong that should not have.', 'Reload the page.', true),
};
