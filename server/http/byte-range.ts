/** Bytes `[start, endInclusive]` of a representation. */
export interface ByteRange {
  readonly start: number;
  readonly endInclusive: number;
}

/**
 * Reads a Range header (RFC 9110 §14.2) against a representation of `totalBytes`. `whole`: there is no range, or one
 * that may be ignored (another unit, several ranges, nonsense); `unsatisfiable`: answer 416.
 */
export function parseByteRange(
  header: string | undefined,
  totalBytes: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const suffixBytes = Number(last);
    if (suffixBytes === 0 || totalBytes === 0) return 'unsatisfiable';
    return { start: Math.max(0, totalBytes - suffixBytes), endInclusive: totalBytes - 1 };
  }
  const start = Number(first);
  const endInclusive = last === '' ? totalBytes - 1 : Math.min(Number(last), totalBytes - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start < totalBytes ? { start, endInclusive } : 'unsatisfiable';
}
