/** A content line of a vCard (RFC 6350 §3.3), taken apart. */
export interface VcardLine {
  /** Upper case, without its group. */
  readonly name: string;
  /** Names and values in upper case; a value without a name, as vCard 2.1 has them, is a `TYPE`. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** As it stands, but with quoted-printable undone. */
  readonly value: string;
}

/** What is longer is cut off: a photograph is of no use here. */
const maxLineLength = 16_384;

const isQuotedPrintable = (line: string): boolean => /^[^:]{0,200}QUOTED-PRINTABLE[^:]{0,200}:/i.test(line);

/** Puts folded lines together, piece by piece, in time linear in the length and in bounded memory. */
export function createLineReader(onLine: (line: VcardLine) => void): {
  readonly push: (text: string) => void;
  readonly end: () => void;
} {
  let line = '';
  let rest = '';
  let isPrintable = false;
  /** The line break after it belongs to how it is written (RFC 2045 §6.7). */
  let isSoft = false;

  const finish = (): void => {
    const parsed = parseLine(line);
    line = '';
    if (parsed !== null) onLine(parsed);
  };
  const append = (text: string): void => {
    if (line.length < maxLineLength) line += text.slice(0, maxLineLength - line.length);
  };
  const takePhysical = (text: string): void => {
    const isFolded = !isSoft && (text.startsWith(' ') || text.startsWith('\t'));
    if (!isSoft && !isFolded) {
      finish();
      isPrintable = isQuotedPrintable(text);
    }
    isSoft = isPrintable && text.endsWith('=');
    append(text.slice(isFolded ? 1 : 0, isSoft ? -1 : undefined));
  };

  return {
    push(text) {
      // A return at the very end may be the first half of a line break.
      if (rest.endsWith('\r') && !text.startsWith('\n')) {
        takePhysical(rest.slice(0, -1));
        rest = '';
      }
      const lines = text.split(/\r\n|\n|\r(?!\n|$)/);
      const last = lines.pop() ?? '';
      for (const physical of lines) {
        takePhysical((rest + physical).replace(/\r$/, ''));
        rest = '';
      }
      // A line without end is not kept whole.
      if (rest.length < 2 * maxLineLength) rest += last.slice(0, 2 * maxLineLength);
    },
    end() {
      takePhysical(rest.replace(/\r$/, ''));
      finish();
    },
  };
}

/** Null for a line that is none. */
function parseLine(line: string): VcardLine | null {
  const colon = findColon(line);
  if (colon <= 0) return null;
  const [full = '', ...given] = line.slice(0, colon).toUpperCase().split(';');
  const parameters = given.map((parameter): readonly [string, string] => {
    const equals = parameter.indexOf('=');
    return equals === -1
      ? ['TYPE', parameter]
      : [parameter.slice(0, equals).trim(), parameter.slice(equals + 1).replaceAll('"', '')];
  });
  const value = line.slice(colon + 1);
  const isPrintable = parameters.some(([, encoding]) => encoding === 'QUOTED-PRINTABLE');
  return {
    name: full.slice(full.lastIndexOf('.') + 1).trim(),
    parameters,
    value: isPrintable ? decodeQuotedPrintable(value) : value,
  };
}

/** The first colon outside of quotes; the first one of all when a quote is never closed. */
function findColon(line: string): number {
  const quotedPart = /^(?:[^":]|"[^"]*")*:/.exec(line);
  return quotedPart === null ? line.indexOf(':') : quotedPart[0].length - 1;
}

/** UTF-8 where it is that, else one byte a character. */
function decodeQuotedPrintable(value: string): string {
  const bytes = value.replaceAll('%', '%25').replaceAll(/=([0-9A-F]{2})/gi, '%$1');
  try {
    return decodeURIComponent(bytes);
  } catch {
    return value.replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}
