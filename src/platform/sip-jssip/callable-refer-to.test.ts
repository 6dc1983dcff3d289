import { Grammar } from 'jssip';
import { describe, expect, it } from 'vitest';
import { toCallableReferTo } from './callable-refer-to.ts';

const refer = (header: string, method = 'REFER') =>
  [`${method} sip:alice@x SIP/2.0`, 'From: <sip:bob@x>;tag=1', header, '', 'Refer-To: <tel:1>'].join('\r\n');
const made = (header: string) => toCallableReferTo(refer(header), 'example.com');

describe('the target of a received REFER', () => {
  it.each([
    ['Refer-To: <tel:+15551234>', 'Refer-To: <sip:+15551234@example.com;user=phone>'],
    ['r:tel:+1-(555)-12.34', 'r: <sip:+15551234@example.com;user=phone>'],
    ['refer-to : "Carol" <tel:123;phone-context=+49>', 'refer-to : <sip:123@example.com;user=phone>'],
    ['Refer-To: <TEL:*21#>', 'Refer-To: <sip:*21%23@example.com;user=phone>'],
  ])('%s can be called', (sent, callable) => {
    expect(made(sent)).toBe(refer(callable));
    expect(Grammar.parse(callable.replace(/^[^:]*: /, ''), 'Refer_To')).not.toBe(-1);
  });

  it.each([
    'Refer-To: <sip:carol@example.com>',
    'Refer-To: <tel:>',
    'Refer-To: <tel:javascript>',
    'Referred-By: <tel:+1>',
    'Subject: x',
  ])('%s stays as it is', (header) => expect(made(header)).toBe(refer(header)));

  it('is looked for in no other request, and costs no time that a stranger chooses', () => {
    const invite = refer('Refer-To: <tel:+1>', 'INVITE');
    expect(toCallableReferTo(invite, 'x')).toBe(invite);
    const flood = refer(`Refer-To: ${'"'.repeat(8_000_000)}tel:${'1'.repeat(8_000_000)}`);
    expect(toCallableReferTo(flood, 'x') === flood).toBe(true);
  });
});
