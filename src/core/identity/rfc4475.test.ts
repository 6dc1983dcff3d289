import { describe, expect, it } from 'vitest';
import { tortureHeaders } from '#testing/rfc4475-headers.ts';
import { remoteName } from '../call/selectors.ts';
import { extractDisplayNameFromHeader } from './display-name.ts';
import { displayText } from './display-text.ts';
import { parseNameAddr } from './name-addr.ts';

describe('RFC 4475', () => {
  it.each(tortureHeaders)('§$where', ({ value, name, uri, shown }) => {
    const remoteDisplayName = extractDisplayNameFromHeader(value);
    expect(remoteDisplayName === null ? null : displayText(remoteDisplayName)).toBe(name);
    expect(parseNameAddr(value).uri).toBe(uri);
    expect(remoteName({ remoteUri: value, remoteDisplayName })).toBe(shown);
  });
});
