import { describe, expect, it } from 'vitest';
import { readAnswerRequest } from './answer-request.ts';

describe('readAnswerRequest', () => {
  it.each([
    [{ 'Answer-Mode': 'Auto' }, 0],
    [{ 'answer-mode': 'auto;require' }, 0],
    [{ 'Priv-Answer-Mode': 'Auto', 'Answer-Mode': 'Manual' }, 0],
    [{ 'Call-Info': '<sip:example.com>;answer-after=2' }, 2],
    [{ 'Call-Info': ';answer-after=0' }, 0],
    [{ 'Call-Info': 'answer-after=0' }, 0],
    [{ 'Call-Info': '<http://a.example/photo>;purpose=icon, <sip:b>;answer-after=5' }, 5],
    [{ 'Alert-Info': '<http://example.com>;info=alert-autoanswer;delay=3' }, 3],
    [{ 'Alert-Info': 'info=alert-autoanswer' }, 0],
    [{ 'Alert-Info': '<sip:b>;info="Auto Answer"' }, 0],
    [{ 'Alert-Info': 'Auto Answer' }, 0],
    [{ 'Alert-Info': 'Ring-Answer' }, 0],
    [{ 'Alert-Info': 'Intercom' }, 0],
  ])('%j asks to be answered after %i s', (headers, afterSec) => {
    expect(readAnswerRequest(headers)).toEqual({ kind: 'automatic', afterSec });
  });

  it('knows who asks to be answered by hand', () => {
    const headers = { 'Answer-Mode': 'Manual;require', 'Call-Info': '<sip:b>;answer-after=0' };
    expect(readAnswerRequest(headers)).toEqual({ kind: 'manual' });
  });

  it.each([
    {},
    { 'Answer-Mode': 'Automatic' },
    { 'Call-Info': '<http://example.com/answer-after=0>;purpose=info' },
    { 'Call-Info': '<sip:b>;answer-after=-1' },
    { 'Call-Info': '<sip:b>;answer-after=1e1' },
    { 'Call-Info': '<sip:b>;answer-after=61' },
    { 'Alert-Info': '<urn:alert:source:internal>' },
    { 'Alert-Info': '<sip:intercom>' },
    { Subject: 'answer-after=0' },
  ])('%j asks for nothing', (headers) => {
    expect(readAnswerRequest(headers as Record<string, string>)).toBeNull();
  });
});
