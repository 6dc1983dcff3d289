import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { classifyOrigin } from './origin.ts';

const requestWith = (headers: IncomingMessage['headers']) => ({ headers }) as IncomingMessage;

describe('classifyOrigin', () => {
  const host = 'phone.example:8080';

  it('knows its own pages, with and without TLS in front', () => {
    expect(classifyOrigin(requestWith({ host, origin: `http://${host}` }), [])).toBe('own');
    expect(classifyOrigin(requestWith({ host, origin: `https://${host}` }), [])).toBe('own');
    expect(classifyOrigin(requestWith({ host }), [])).toBe('own');
  });

  it.each([
    'http://evil.example',
    'http://phone.example',
    'http://phone.example:8081',
    'null',
    '',
    'not a url',
  ])('calls %j foreign', (origin) => {
    expect(classifyOrigin(requestWith({ host, origin }), ['https://desk.example'])).toBe('foreign');
  });

  it('knows the origins that the operator listed', () => {
    const request = requestWith({ host, origin: 'https://desk.example' });
    expect(classifyOrigin(request, ['https://desk.example'])).toBe('allowed');
  });
});
