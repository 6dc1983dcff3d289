import { formatParams, paramValue, parseParams, type Param } from './params.ts';
import { readHostPort } from './uri.ts';

/** One Via value (RFC 3261 §20.42). */
export interface Via {
  /** `UDP`, `WS`, … in upper case. */
  readonly transport: string;
  /** `host[:port]` in lower case. */
  readonly sentBy: string;
  /** Never empty. */
  readonly branch: string;
  readonly params: readonly Param[];
}

const viaPattern = /^SIP[ \t]*\/[ \t]*2\.0[ \t]*\/[ \t]*([A-Za-z0-9-]+)[ \t]+([^; \t][^;]*)(?:;(.*))?$/isu;

/** Reads one value. Null when it is malformed or has no branch. */
export function parseVia(text: string): Via | null {
  const match = viaPattern.exec(text);
  const params = parseParams(match?.[3] ?? '');
  if (match === null || params === null) return null;
  const sentBy = (match[2] ?? '').replaceAll(/\s/gu, '').toLowerCase();
  const branch = paramValue(params, 'branch');
  if (readHostPort(sentBy) === null || branch === null || branch === '') return null;
  return { transport: (match[1] ?? '').toUpperCase(), sentBy, branch, params };
}

/** Where a Via's request really came from. */
export interface Source {
  readonly address: string;
  readonly port: number;
}

/** The Via with `received`, and with `rport` filled in where the sender asked for it (RFC 3261 §18.2.1, RFC 3581 §4). */
export function markSource(via: Via, source: Source): string {
  const kept = via.params.filter(({ name }) => !['received', 'rport'].includes(name.toLowerCase()));
  const asked = via.params.some(({ name }) => name.toLowerCase() === 'rport');
  const marks: readonly Param[] = [
    { name: 'received', value: source.address },
    ...(asked ? [{ name: 'rport', value: String(source.port) }] : []),
  ];
  return `SIP/2.0/${via.transport} ${via.sentBy}${formatParams([...kept, ...marks])}`;
}
