import { describe, expect, it } from 'vitest';
import { asCallId } from '../shared/ids.ts';
import { createCallTable } from './call-table.ts';
import { newOutgoingCall } from './new-call.ts';

const call = (name: string) =>
  newOutgoingCall(asCallId(name), { targetUri: 'sip:b@x', localUri: 'sip:a@x' }, 0);
const names = (table: ReadonlyMap<string, unknown>) => [...table.keys()];

describe('call table', () => {
  it('lists calls in the order in which they began, whatever ended first', () => {
    const table = createCallTable(10).begin(call('a')).begin(call('b')).begin(call('c')).end(call('b'));
    expect(names(table)).toEqual(['a', 'b', 'c']);
    expect(names(table.live)).toEqual(['a', 'c']);
    expect(table.size).toBe(3);
  });

  it('drops the call that ended first when the history is full, and never a live one', () => {
    let table = createCallTable(2).begin(call('live'));
    for (const name of ['a', 'b', 'c']) table = table.begin(call(name)).end(call(name));
    expect(names(table)).toEqual(['live', 'b', 'c']);
    expect(table.has(asCallId('a'))).toBe(false);
    expect(table.get(asCallId('c'))).toEqual(call('c'));
  });

  it('keeps nothing where the history has no room', () => {
    const table = createCallTable(0).begin(call('a')).end(call('a'));
    expect(names(table)).toEqual([]);
    expect(table.size).toBe(0);
  });

  it('leaves earlier snapshots as they were, long after', () => {
    let table = createCallTable(3);
    const snapshots = [table];
    for (let index = 0; index < 20; index += 1) {
      table = table.begin(call(`c${index}`)).end(call(`c${index}`));
      snapshots.push(table);
    }
    snapshots.forEach((snapshot, count) => {
      const kept = Array.from({ length: count }, (_, index) => `c${index}`).slice(-3);
      expect(names(snapshot)).toEqual(kept);
      expect(kept.every((name) => snapshot.has(asCallId(name)))).toBe(true);
      expect(snapshot.has(asCallId(`c${count}`))).toBe(false);
    });
  });

  it('lets two tables go on from the same one', () => {
    const start = createCallTable(5).begin(call('a')).begin(call('b'));
    const left = start.end(call('a'));
    const right = start.end(call('b'));
    expect(names(left.live)).toEqual(['b']);
    expect(names(right.live)).toEqual(['a']);
    expect(names(left)).toEqual(['a', 'b']);
    expect(names(right)).toEqual(['a', 'b']);
  });
});
