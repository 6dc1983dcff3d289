import { formatCount } from '../../shared/format.ts';

/** The check before a call, and what is told to whoever helps. */
export const check = {
  check: {
    title: 'Check before a call',
    offer: 'Check sound and network',
    intro:
      'This tries your microphone, your speaker, the network and your account. Nobody is called, and nothing is recorded.',
    start: 'Start the check',
    again: 'Check again',
    stop: 'Stop the check',
    results: 'What was found',
    checking: 'Checking…',
    allWell: 'Everything works: you can call.',
    allWellSignedOut: 'Everything works. Sign in, and you can call.',
    problems: (count: number) =>
      count === 1 ? 'One thing is not well.' : `${formatCount(count)} things are not well.`,

    listening: (device: string) => `Say something: “${device}” listens.`,
    heard: (device: string) => `“${device}” hears you.`,
    silent: (device: string) => `“${device}” is on, but nothing was heard.`,
    silentAction: 'See that it is not muted, or choose another one, then check again.',

    toneFollows: 'A tone follows when the microphone is done.',
    didYouHear: (device: string) => `A tone was played on “${device}”. Did you hear it?`,
    yes: 'Yes, I heard it',
    no: 'No',
    toneHeard: (device: string) => `You hear “${device}”.`,
    toneUnheard: (device: string) => `The tone on “${device}” was not heard.`,
    toneUnheardAction: 'Turn up the volume, or choose another speaker, then play it again.',
    toneBlocked: 'The browser holds back the sound of this page.',
    toneBlockedAction: 'Allow sound for this page beside the address bar, then play the tone.',
    toneInCall: 'You are in a call, so no tone is played.',
    playAgain: 'Play the tone',

    server: 'Phone server',
    serverReached: 'The server of your calls answers.',
    noNetwork: 'Not even the server of this page answers.',
    noNetworkAction: 'Check the network of this device, then check again.',

    soundWay: 'Way of the sound',
    ways: {
      host: 'directly',
      srflx: 'through your router',
      relay: 'over a relay',
    },
    soundGoes: (ways: string) => `Sound can go ${ways}.`,
    noWay: {
      everything: {
        sentence: 'This browser finds no way for the sound of a call.',
        action: 'Switch off what blocks WebRTC here, such as an extension, then check again.',
      },
      relay: {
        sentence: 'The relay (TURN) does not answer: in strict networks a call would be silent.',
        action: 'Try another network, or ask whoever runs this one to let TURN pass.',
      },
      srflx: {
        sentence: 'The STUN server does not answer: calls out of your network may be silent.',
        action: 'Try another network, or ask whoever runs this one to let STUN pass.',
      },
    },

    account: 'Account',
    callsArrive: 'calls reach you.',
    signedOut: 'Nobody is signed in, so no call can come yet.',
  },

  diagnostics: {
    copy: 'Copy diagnostics',
    hint: 'For whoever helps you: versions, settings, devices and how the last call ended. No password and no token, and not whom you talked to.',
    copied: 'Copied. Paste it into a message to whoever helps you.',
    refused: 'The browser does not let this page copy. Select the text below and copy it yourself.',
    text: 'Diagnostics',
  },
} as const;
