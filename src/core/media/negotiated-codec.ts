/** A codec by its RTP name, as written in the SDP (`opus`, `PCMU`), and its RTP clock rate (RFC 8866 §6.6). */
export interface RtpCodec {
  readonly name: string;
  readonly clockRateHz: number;
}

/** Payload types that need no line of their own (RFC 3551 §6), of those that a browser speaks. */
const staticCodecs: ReadonlyMap<string, RtpCodec> = new Map([
  ['0', { name: 'PCMU', clockRateHz: 8000 }],
  ['8', { name: 'PCMA', clockRateHz: 8000 }],
  ['9', { name: 'G722', clockRateHz: 8000 }],
]);
/** They go with a voice codec and are none. */
const auxiliary = /^(telephone-event|CN|red|ulpfec|flexfec-03)$/i;

/** The voice codecs of the first audio section, preferred first. */
function readCodecs(sdp: string): readonly RtpCodec[] {
  const audio = sdp.split(/^(?=m=)/m).find((section) => section.startsWith('m=audio '));
  if (audio === undefined) return [];
  const mapped = new Map(
    [...audio.matchAll(/^a=rtpmap:(\d+) ([^/\s]+)\/(\d+)/gm)].map(([, type = '', name = '', rate = '']) => [
      type,
      { name, clockRateHz: Number(rate) },
    ]),
  );
  const [line = ''] = audio.split(/\r?\n/, 1);
  return line
    .split(' ')
    .slice(3)
    .flatMap((type) => mapped.get(type) ?? staticCodecs.get(type) ?? [])
    .filter(({ name }) => !auxiliary.test(name));
}

/** What this phone sends after an offer and its answer: the remote party's first choice that we have, too. Null without one. */
export function negotiatedCodec(localSdp: string | null, remoteSdp: string | null): RtpCodec | null {
  const ours = readCodecs(localSdp ?? '');
  const isOurs = ({ name, clockRateHz }: RtpCodec) =>
    ours.some((own) => own.name.toLowerCase() === name.toLowerCase() && own.clockRateHz === clockRateHz);
  return readCodecs(remoteSdp ?? '').find(isOurs) ?? null;
}
