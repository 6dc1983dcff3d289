/** Recordings, and where they are kept. */
export const recordings = {
  deviceRoom: (percent: string) =>
    `Recordings use ${percent} of the room that this browser has for them: delete some on the Recordings page, or free space on this device.`,

  recovered: (count: number) =>
    count === 1
      ? 'A recording was interrupted, and everything until then is safe.'
      : `${count} recordings were interrupted, and everything until then is safe.`,
  showRecordings: 'Show recordings',

  recordings: {
    title: 'Recordings',
    loading: 'Reading your recordings…',
    empty: 'No recordings yet',
    emptyHint: 'Every call that is recorded is listed here, from its first second.',
    listFailed: 'The recording server could not be asked for its list. What you see may be incomplete.',
    again: 'Try again',
    recording: 'Recording',
    queued: 'Waiting to be sent',
    sending: (percent: string) => `Sending ${percent}`,
    retryIn: 'Will be sent again in',
    retryByHand: 'Not sent',
    notSaved: 'Not saved',
    stored: 'Stored',
    failed: 'Failed',
    because: '·',
    endings: {
      recovered: 'Recovered after a crash',
      'storage-full': 'Ended early: this device had no room left',
      'storage-failed': 'Ended early: this browser would not write it',
    },
    play: 'Play',
    pause: 'Pause',
    stop: 'Close the player',
    download: 'Download',
    packets: 'Packets',
    packetsAsSound: 'Packets as WAV',
    retry: 'Retry',
    cancel: 'Cancel',
    delete: 'Delete',
    deleteLast: 'This recording is nowhere else. Delete it for good?',
    deleteForGood: 'Delete for good',
    deleteCopyQuestion: 'The recording server keeps its own. Delete the copy on this device?',
    deleteCopy: 'Delete the copy on this device',
    alsoHere: 'also on this device',
    alsoHereUntil: (day: string) => `also on this device until ${day}`,
    keep: 'Keep it',
    overview: (stored: number, all: number) => `${stored} of ${all} sent`,
    overviewBytes: (sent: string, all: string) => `${sent} of ${all}`,
    paused: 'This device is offline. Recordings are sent as soon as it is back.',
    position: 'Position',
    downloadFailed: 'This recording could not be downloaded.',
    playFailed: 'This recording could not be played.',
    mark: {
      hold: 'On hold',
      'remote-hold': 'Held by the other side',
      mute: 'Muted',
      pause: 'Recording paused',
      gap: 'No sound from this computer',
      reconnecting: 'Reconnecting',
      transfer: 'Transferred',
      'device-change': 'Microphone changed',
    },
  },

  folder: {
    title: 'Folder for recordings',
    none: 'Choose a folder on this device, and every recording is saved to it. Until then recordings stay in the browser.',
    ready: (name: string) => `Recordings are saved to the folder “${name}”.`,
    chosen: (name: string) => `The folder for recordings is “${name}”.`,
    locked: (name: string) =>
      `The browser wants your permission again before recordings are saved to the folder “${name}”.`,
    unsupported:
      'This browser cannot save recordings to a folder. Download them here, or use Chrome or Edge for this phone.',
    choose: 'Choose a folder',
    chooseOther: 'Choose another folder',
    allow: 'Allow',
  },
} as const;
