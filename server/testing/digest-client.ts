import { digestResponse, type DigestAlgorithm } from '../exchange/auth/digest.ts';
import {
  headerValue,
  headerValues,
  withHeader,
  type SipRequest,
  type SipResponse,
} from '../exchange/message/message.ts';

/** The request again with a higher CSeq, a new branch, and credentials for the challenge of that algorithm. */
export function withCredentials(
  request: SipRequest,
  challenge: SipResponse,
  user: string,
  password: string,
  algorithm: DigestAlgorithm = 'MD5',
): SipRequest {
  const proxy = challenge.status === 407;
  const offered = headerValues(challenge.headers, proxy ? 'Proxy-Authenticate' : 'WWW-Authenticate');
  // One that names no algorithm means MD5 (RFC 7616 §3.3).
  const chosen =
    offered.find((value) => value.includes(`algorithm=${algorithm}`)) ??
    offered.find((value) => algorithm === 'MD5' && !value.includes('algorithm=')) ??
    '';
  const read = (name: string) => new RegExp(`${name}="([^"]*)"`, 'u').exec(chosen)?.[1] ?? '';
  const credentials = {
    username: user,
    realm: read('realm'),
    nonce: read('nonce'),
    uri: request.requestUri,
    cnonce: 'c1',
    nc: '00000001',
    algorithm,
  };
  const response = digestResponse(credentials, request.method, password);
  const { username, realm, nonce, uri, cnonce, nc } = credentials;
  const value =
    `Digest username="${username}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${response}", ` +
    `algorithm=${algorithm}, qop=auth, cnonce="${cnonce}", nc=${nc}`;
  const [number = '0', method = ''] = (headerValue(request.headers, 'CSeq') ?? '').split(' ');
  const branch = `${headerValue(request.headers, 'Via')}a`;
  let headers = withHeader(request.headers, 'Via', branch);
  headers = withHeader(headers, 'CSeq', `${Number(number) + 1} ${method}`);
  headers = withHeader(headers, proxy ? 'Proxy-Authorization' : 'Authorization', value);
  return { ...request, headers };
}
