/** The DTLS certificate that all calls of an account share: making one takes some 10 ms of every call otherwise. */
export interface DtlsCertificate {
  /** What `RTCConfiguration.certificates` takes. Empty while there is none: the browser then makes one for the call. */
  readonly forCall: () => RTCCertificate[];
}

/** Browsers refuse a certificate that has expired, and give one 30 days. */
const renewBeforeMs = 24 * 60 * 60 * 1000;

/** Makes the first certificate at once, and another when it grows old. `generate` is the browser's own. */
export function createDtlsCertificate(generate: () => Promise<RTCCertificate>): DtlsCertificate {
  let current: RTCCertificate | undefined;
  let isBeingMade = false;
  const make = async () => {
    isBeingMade = true;
    current = await generate().catch(() => undefined);
    isBeingMade = false;
  };
  void make();

  return {
    forCall() {
      if (isBeingMade || current === undefined) return [];
      const remainingMs = current.expires - Date.now();
      if (remainingMs < renewBeforeMs) void make();
      return remainingMs > 0 ? [current] : [];
    },
  };
}

/** The curve that every WebRTC implementation knows (RFC 8827 §6.5). */
const p256: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };

/** Rejects where the browser cannot make one. */
export const generateDtlsCertificate = async (): Promise<RTCCertificate> =>
  RTCPeerConnection.generateCertificate(p256);
