/** Calls, from the dialler to the machine around the page. */
export const calls = {
  link: {
    asks: (target: string) => `A link asks you to call ${target}.`,
    call: (target: string) => `Call ${target}`,
    dismiss: 'Do not call',
    refused:
      'A link asked this phone for something other than a plain number or address, so nothing was called.',
    understood: 'Close',
  },
  lamps: { idle: 'Free', ringing: 'Ringing', busy: 'In a call' },

  messages: {
    waiting: (count: number | null) =>
      count === null ? 'New messages' : count === 1 ? '1 new message' : `${count} new messages`,
    waitingAt: (said: string, address: string) => `${said} for ${address}`,
    listen: (said: string) => `${said}: call the voicemail`,
  },

  dialer: {
    label: 'Dial',
    account: 'Call as',
    byAccount: (address: string, why: string | null) =>
      why === null ? `As ${address}` : `As ${address} (${why})`,
    field: 'Number or address',
    hint: 'Like 100, bob or bob@example.com',
    erase: 'Delete the last character',
    keypad: 'Keypad',
    keyZero: '0, hold for plus',
    call: 'Call',
    redial: (last: string) => `Press Call for ${last}, your last number.`,
    notRegistered: 'You can call as soon as you are registered.',
  },

  demo: {
    title: 'Try it',
    echo: 'Call the echo',
    echoHint: 'Talk, and hear yourself',
    second: (name: string) => `Open a second phone as ${name}`,
    secondHint: (address: string) => `In a new tab. Then call ${address} from here`,
  },

  stage: {
    label: 'Calls',
    ready: 'Ready for calls',
    readyHint: (address: string) => `People reach you at ${address}`,
    undisturbed: 'You are not disturbed',
    undisturbedHint: 'Whoever calls now is listed here as missed.',
    notReady: 'Calls cannot reach you yet',
    notReadyHint: 'This changes as soon as you are registered.',
  },

  call: {
    region: (name: string) => `Call with ${name}`,
    calling: 'Calling…',
    ringing: 'Ringing…',
    connecting: 'Connecting…',
    answering: 'Answering…',
    inCall: 'In call',
    hangingUp: 'Hanging up…',
    incoming: 'Incoming',
    outgoing: 'Outgoing',
    toAccount: 'to',
    asAccount: 'as',
    you: 'You',
    muted: 'You, muted',
    talkingWhileMuted: 'You are talking, but you are muted',
    mute: 'Mute',
    unmute: 'Unmute',
    hold: 'Hold',
    resume: 'Resume',
    holding: 'Holding…',
    resuming: 'Resuming…',
    onHold: 'On hold',
    remoteOnHold: 'Held by the other side',
    reconnecting: 'Reconnecting',
    mediaLost:
      'You cannot hear each other at the moment: the network has changed or is gone. Your call goes on.',
    hangUp: 'Hang up',
    callAgain: 'Call again',
    callBack: 'Call back',
    callInstead: (target: string) => `Call ${target}`,
    answeredByItself: 'This call was answered without you: the other side hears you.',
    dismiss: 'Dismiss',
    lasted: 'Lasted',
    recording: 'Recording',
    recordingHint: 'Both voices',
    recordingPaused: 'Recording paused',
    record: 'Record',
    stopRecording: 'Stop recording',
    pauseRecording: 'Pause recording',
    resumeRecording: 'Resume recording',
    askToRecord: 'Record this call?',
    doNotRecord: 'Do not record',
    readOut: 'Please read out:',
    remoteIsSilent: 'Nothing has been heard from the other side for 10 seconds.',
    localIsSilent:
      'Nothing has been heard from your microphone for 10 seconds. Check that it is switched on.',
    recordsNoSound:
      'The recording gets no sound, only the packets of the call. Reload the page after the call.',
    nothingArrives:
      'No sound arrives from the other side. Ask whether you are heard, and call again; if it stays so, the network lets no sound through.',
    nothingLeaves: 'No sound leaves this computer, so nobody hears you. Call again, and check your network.',
  },

  digits: {
    open: 'Keypad',
    field: 'Digits',
    hint: 'Type, paste or press: each is sent at once.',
    received: (digits: string) => `Received: ${digits}`,
  },

  transfer: {
    open: 'Transfer',
    label: 'Transfer the call',
    field: 'Transfer to',
    hint: 'Like 100, bob or bob@example.com',
    now: 'Transfer now',
    askFirst: 'Ask them first',
    connectWith: (name: string) => `Connect with ${name}`,
    waits: (target: string) => `Waiting for the other side to call ${target}…`,
    rings: (target: string) => `It rings at ${target}…`,
    failed: (target: string) => `The transfer to ${target} did not work. The call is with you again.`,
    asked: (target: string) => `The other side asks you to call ${target} instead.`,
    callThem: 'Call them',
    stay: 'Stay here',
  },

  conference: {
    bringTogether: 'Talk to all together',
    takeApart: 'Take out and hold',
    leave: 'Leave the two to talk',
    inCall: 'In conference',
  },

  quality: {
    levels: { Good: 'good', Fair: 'fair', Poor: 'poor', Critical: 'very poor' },
    sound: (level: string) => `Sound ${level}`,
    figures: (loss: string, jitter: string, roundTrip: string | null) =>
      `${loss} of the sound lost, ${jitter} jitter${roundTrip === null ? '' : `, ${roundTrip} there and back`}`,
    summary: (level: string, loss: string) => `Sound ${level}, ${loss} lost`,
  },

  incoming: {
    label: (name: string) => `Incoming call from ${name}`,
    title: 'Incoming call',
    accept: 'Accept',
    holdAndAccept: 'Hold and accept',
    endAndAccept: 'End and accept',
    reject: 'Reject',
    forward: 'Forward…',
    forwardTo: 'Forward to',
    forwardNow: 'Forward',
    busy: 'I am busy',
    answersIn: 'Answered without you in',
    answersNow: 'It is being answered: the caller is about to hear you.',
    letItRing: 'Let it ring',
  },

  sound: {
    blocked: 'Your browser keeps this page silent.',
    enable: 'Enable sound',
  },

  desk: {
    idle: 'Sidetone',
    ringing: (name: string) => `${name} is calling`,
    calling: (name: string) => `Calling ${name}`,
    inCall: (name: string) => `${name} – in call`,
    inCalls: (count: number) => `${count} calls`,
    incomingTitle: (name: string) => `${name} is calling`,
    incomingBody: 'Press here to see the call.',
  },
} as const;
