import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSelfSignedCertificate, HashAlgorithm, SignatureAlgorithm } from 'werift';

/** Starts an https server on loopback with a certificate that no browser trusts. */
export async function startSelfSignedServer(): Promise<{ readonly port: number; readonly stop: () => void }> {
  const { certPem, keyPem } = await createSelfSignedCertificate({
    signature: SignatureAlgorithm.rsa_1,
    hash: HashAlgorithm.sha256_4,
  });
  const server = createServer({ cert: certPem, key: keyPem });
  // The browser's alert is what the test is about.
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, stop: () => server.close() };
}
