/** The codecs that an extension can handle. */
export type AudioCodec = 'opus' | 'PCMU' | 'PCMA';

const staticTypes: Readonly<Record<string, AudioCodec>> = { '0': 'PCMU', '8': 'PCMA' };

/** The codecs of the first audio line of an offer (RFC 8866 §5.14, RFC 3551 §6). Empty when there is none. */
export function offeredCodecs(sdp: string): ReadonlySet<AudioCodec> {
  const lines = sdp.split(/\r?\n/u);
  const media = lines.findIndex((line) => line.startsWith('m=audio '));
  const found = new Set<AudioCodec>();
  if (media === -1) return found;
  const end = lines.findIndex((line, index) => index > media && line.startsWith('m='));
  const payloadTypes = (lines[media] ?? '').split(' ').slice(3);
  for (const type of payloadTypes) {
    const codec = staticTypes[type];
    if (codec !== undefined) found.add(codec);
  }
  for (const line of lines.slice(media, end === -1 ? undefined : end)) {
    if (/^a=rtpmap:\d+ opus\/48000\/2$/iu.test(line.trim())) found.add('opus');
  }
  return found;
}
