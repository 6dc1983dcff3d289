/** What JsSIP names as Supported in an INVITE's answer, and `gruu` and `path`, which ask nothing of the called side. */
const supported: ReadonlySet<string> = new Set(['gruu', 'ice', 'outbound', 'path', 'replaces', 'timer']);

/**
 * The option tags in the values of Require that this phone does not know. A request that has any must be refused with
 * 420 and have them named as Unsupported (RFC 3261 §8.2.2.3); JsSIP takes no notice of Require.
 */
export const unsupportedExtensions = (require: readonly string[]): readonly string[] =>
  require
    .flatMap((value) => value.split(/[\s,]+/))
    .filter((tag) => tag !== '' && !supported.has(tag.toLowerCase()));
