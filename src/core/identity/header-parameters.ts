import { scanUntil } from '../shared/scan-text.ts';
import { skipWhiteSpace } from './folding.ts';
import { readQuotedString } from './quoted-string.ts';

/** Parameters of a header value: name in lower case → value, null for one without a value. */
export type HeaderParameters = ReadonlyMap<string, string | null>;

const endsName = /[;=, \t\r\n]/g;
const endsValue = /[;, \t\r\n]/g;

/** Far more than any header has; a flood of them is no header. */
const maxParameters = 256;

/**
 * Reads `;name=value;flag` from `start` on (RFC 3261 §25.1, `generic-param`), with quoted values and white space
 * around `;` and `=`. Stops at the first thing that is no parameter; a name that comes twice keeps its first value.
 * What comes after the first 256 is left out.
 */
export function parseHeaderParameters(value: string, start: number): HeaderParameters {
  const parameters = new Map<string, string | null>();
  let position = skipWhiteSpace(value, start);
  for (let count = 0; value[position] === ';' && count < maxParameters; count += 1) {
    const nameStart = skipWhiteSpace(value, position + 1);
    const nameEnd = scanUntil(value, nameStart, endsName);
    const name = value.slice(nameStart, nameEnd).toLowerCase();
    position = skipWhiteSpace(value, nameEnd);
    let parameter: string | null = null;
    if (value[position] === '=') {
      const valueStart = skipWhiteSpace(value, position + 1);
      const quoted = value[valueStart] === '"' ? readQuotedString(value, valueStart) : null;
      const valueEnd = quoted?.end ?? scanUntil(value, valueStart, endsValue);
      parameter = quoted?.text ?? value.slice(valueStart, valueEnd);
      position = skipWhiteSpace(value, valueEnd);
    }
    if (name !== '' && !parameters.has(name)) parameters.set(name, parameter);
  }
  return parameters;
}
