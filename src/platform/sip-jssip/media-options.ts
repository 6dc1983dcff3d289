import type { IceServer } from '#core/config/phone-config.ts';
import type { AudioSource } from '#core/media/audio-source.ts';
import { toMediaStream } from '../media-handles.ts';
import { createDtlsCertificate, generateDtlsCertificate } from './dtls-certificate.ts';
import { sessionTimersExpiresSec } from './ua-configuration.ts';

/** What JsSIP is told of the media of each call. */
export function createMediaOptions(iceServers: readonly IceServer[]) {
  const certificate = createDtlsCertificate(generateDtlsCertificate);
  return (microphone: AudioSource) => ({
    mediaStream: toMediaStream(microphone),
    mediaConstraints: { audio: true, video: false },
    // No iceCandidatePoolSize: Chromium 156 gathers nothing at all, now and then, for the first connection of a page (1 in 50).
    pcConfig: { iceServers: iceServers.map(toRtcIceServer), certificates: certificate.forCall() },
    sessionTimersExpires: sessionTimersExpiresSec,
  });
}

const toRtcIceServer = ({ urls, ...credentials }: IceServer): RTCIceServer => ({
  urls: typeof urls === 'string' ? urls : [...urls],
  ...credentials,
});
