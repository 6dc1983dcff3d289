import type { IceServer } from '../config/phone-config.ts';

/** Where a candidate comes from (RFC 8445 §5.1.1): an address of this device, what a STUN server saw of it, a TURN server. */
export type CandidateType = 'host' | 'srflx' | 'relay';

/** What the servers of a deployment can give, the best last: nothing but a relay passes a symmetric NAT. */
export function wantedCandidates(iceServers: readonly IceServer[]): readonly CandidateType[] {
  const urls = iceServers.flatMap((server) => server.urls);
  const has = (scheme: RegExp) => urls.some((url) => scheme.test(url));
  return [
    'host',
    ...(has(/^stuns?:/i) ? (['srflx'] as const) : []),
    ...(has(/^turns?:/i) ? (['relay'] as const) : []),
  ];
}
