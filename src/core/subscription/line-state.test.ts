import { describe, expect, it } from 'vitest';
import { dialogInfo } from '#testing/dialog-info.ts';
import { createLineReader } from './line-state.ts';

const readOnce = (body: string) => createLineReader().hear(body);

describe('the state of a line', () => {
  it.each([
    ['no dialog', '', 'idle'],
    ['a call that is on', dialogInfo.dialog('1', 'confirmed'), 'busy'],
    ['a call that comes in', dialogInfo.dialog('1', 'early', 'recipient'), 'ringing'],
    ['a call that somebody begins', dialogInfo.dialog('1', 'trying', 'initiator'), 'busy'],
    ['a call of which no more is said', dialogInfo.dialog('1', 'proceeding'), 'ringing'],
    ['a call that is over', dialogInfo.dialog('1', 'terminated'), 'idle'],
    [
      'one call that is on, and one that comes in',
      dialogInfo.dialog('1', 'early') + dialogInfo.dialog('2', 'confirmed'),
      'busy',
    ],
    ['a state that nobody knows', dialogInfo.dialog('1', '<b>early</b>'), 'idle'],
  ])('with %s', (_what, dialogs, state) => {
    expect(readOnce(dialogInfo.full(dialogs))).toBe(state);
  });

  it('is read from what RFC 4235 shows (§6.1)', () => {
    const body = (state: string) => `<?xml version="1.0"?>
      <dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="0" state="full" entity="sip:alice@example.com">
        <dialog id="as7d900as8" call-id="a84b4c76e66710" local-tag="1928301774" direction="initiator">
          <state event="replaced" code="200">${state}</state>
          <local><identity display="&quot;A&quot;">sip:alice@example.com</identity></local>
        </dialog>
      </dialog-info>`;
    expect(readOnce(body('confirmed'))).toBe('busy');
    expect(readOnce(body('terminated'))).toBe('idle');
  });

  it('follows what has changed', () => {
    const { hear } = createLineReader();
    expect(hear(dialogInfo.full(dialogInfo.dialog('1', 'early')))).toBe('ringing');
    expect(hear(dialogInfo.partial(dialogInfo.dialog('2', 'confirmed')))).toBe('busy');
    expect(hear(dialogInfo.partial(dialogInfo.dialog('2', 'terminated')))).toBe('ringing');
    expect(hear(dialogInfo.full(''))).toBe('idle');
  });

  it.each([
    '',
    'Messages-Waiting: yes',
    '<presence/>',
    '<!DOCTYPE dialog-info><dialog-info/>',
    '<dialog-info>',
  ])('is not changed by %j', (body) => {
    const { hear } = createLineReader();
    hear(dialogInfo.full(dialogInfo.dialog('1', 'confirmed')));
    expect(hear(body)).toBeNull();
    expect(hear(dialogInfo.partial(''))).toBe('busy');
  });

  it('is told also by one that claims to have thousands of calls', () => {
    const many = Array.from({ length: 700 }, (_, index) => dialogInfo.dialog(String(index), 'early')).join(
      '',
    );
    expect(readOnce(dialogInfo.full(many))).toBe('ringing');
  });
});
