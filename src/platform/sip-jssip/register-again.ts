import type { UA } from 'jssip';

const firstPauseMs = 4000;
const longestPauseMs = 120_000;
/** What a registrar asks for beyond that is not waited for. */
const longestAskedMs = 3_600_000;

/** No answer, or one that says nothing of the account: the server is overloaded, or starting (RFC 3261 §8.1.3.1, §21.5). */
const mayPass = (status: number | undefined): boolean =>
  status === undefined || status === 408 || status >= 500;

/** RFC 3261 §20.33: seconds, then perhaps a comment and parameters. */
const askedPauseMs = (retryAfter: string | undefined): number =>
  Math.min((Number.parseInt(retryAfter ?? '', 10) || 0) * 1000, longestAskedMs);

/**
 * Registers again after a failure that may pass: JsSIP 3.13 tries once, and then the phone would ring nobody until a person
 * looks at it. After 4 s, doubled to two minutes, or when the registrar asks for later. Returns what ends it.
 */
export function registerAgain(ua: UA): () => void {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);

  ua.on('registered', () => {
    failures = 0;
    stop();
  });
  // JsSIP registers by itself when the connection is back.
  ua.on('disconnected', stop);
  ua.on('registrationFailed', ({ response, cause }) => {
    stop();
    // There is no response where none came, whatever the types say.
    const answer = response as typeof response | null;
    if (String(cause) === 'Connection Error' || !mayPass(answer?.status_code)) return;
    const pauseMs = Math.min(firstPauseMs * 2 ** failures, longestPauseMs);
    failures += 1;
    timer = setTimeout(
      () => ua.register(),
      Math.max(pauseMs, askedPauseMs(answer?.getHeader('Retry-After'))),
    );
  });
  return stop;
}
