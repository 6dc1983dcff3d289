/** Why the store does not take a request: an HTTP status and one plain sentence. @tus/server sends it as it stands. */
export class Refusal extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.name = 'Refusal';
    this.status_code = status;
    this.body = `${sentence}\n`;
  }
}

/** The refusal of a file that is not the announced one. */
export const anotherDigest = (): Refusal =>
  new Refusal(422, 'The recording was refused: its SHA-256 is not the announced one.');

const fullDiskCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The refusal behind anything thrown while bytes were written: 507 (RFC 4918 §11.5) for a full disk, else 500. */
export function toRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  if (fullDiskCodes.has(errorCode(thrown) ?? '')) {
    return new Refusal(507, 'The recording server has no room left.');
  }
  return new Refusal(500, 'The recording server could not do this. Its log says why.');
}

/** The code of a Node system error (`ENOENT`); undefined for anything else. */
export function errorCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
