import { describe, expect, it } from 'vitest';
import { asContactId, type Contact, type ContactId } from '#core/contacts/contact.ts';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import type { KeptHistory } from '#core/history/history-port.ts';
import { asCallId, asSipCallId } from '#core/shared/ids.ts';
import type { KeptRecords, RecordsChange } from '#core/shared/kept-records.ts';
import { buildContact, buildEntry } from './people-builders.ts';

async function readAll<Item, Id>(kept: KeptRecords<Item, Id>): Promise<readonly Item[]> {
  const items: Item[] = [];
  await kept.readAll((part) => items.push(...part));
  return items;
}

/** What every place for contacts does. `open` opens one more page of a browser; `startAnew` gives a browser without any. */
export function describeKeptContactsContract(
  startAnew: () => Promise<() => KeptRecords<Contact, ContactId>>,
): void {
  const named = (name: string) => buildContact({ id: name, name });

  describe('kept contacts', () => {
    it('are read by name, without case and accents, however many there are', async () => {
      const kept = (await startAnew())();
      expect(await readAll(kept)).toEqual([]);
      const many = Array.from({ length: 700 }, (_, index) => named(`x${String(index).padStart(3, '0')}`));
      await kept.put([...many, named('zoe'), named('Ängel'), named('Anton'), named('bob')]);
      const names = (await readAll(kept)).map(({ name }) => name);
      expect(names).toEqual(['Ängel', 'Anton', 'bob', ...many.map(({ name }) => name), 'zoe']);
    });

    it('are replaced, removed, and forgotten', async () => {
      const kept = (await startAnew())();
      await kept.put([named('a'), named('b'), named('c')]);
      await kept.put([{ ...named('a'), name: 'z' }]);
      await kept.remove([asContactId('b'), asContactId('nobody')]);
      expect((await readAll(kept)).map(({ name }) => name)).toEqual(['c', 'z']);
      await kept.clear();
      expect(await readAll(kept)).toEqual([]);
    });

    it('tell other pages what was changed', async () => {
      const open = await startAnew();
      const [here, there] = [open(), open()];
      const own: unknown[] = [];
      const told: RecordsChange<Contact, ContactId>[] = [];
      here.onChangedElsewhere((change) => own.push(change));
      there.onChangedElsewhere((change) => told.push(change));
      await here.put([named('a')]);
      await here.remove([asContactId('a')]);
      await here.clear();
      await expect
        .poll(() => told)
        .toEqual([{ put: [named('a')], removed: [] }, { put: [], removed: ['a'] }, 'everything']);
      expect(own).toEqual([]);
    });
  });
}

/** What every place for calls does, holding five of them. */
export function describeKeptHistoryContract(startAnew: () => Promise<() => KeptHistory>): void {
  const at = (startedAtMs: number, changes: Partial<HistoryEntry> = {}) =>
    buildEntry({ callId: asCallId(`at-${startedAtMs}`), startedAtMs, endedAtMs: startedAtMs, ...changes });
  const idsOf = async (kept: KeptHistory) => (await readAll(kept)).map(({ callId }) => callId);

  describe('a kept history', () => {
    it('is read from the newest call on', async () => {
      const kept = (await startAnew())();
      await kept.put([at(2), at(9), at(4)]);
      expect(await idsOf(kept)).toEqual(['at-9', 'at-4', 'at-2']);
      const many = Array.from({ length: 700 }, (_, index) => at(100 + index));
      await kept.put(many);
      expect(await idsOf(kept)).toEqual([
        ...many.map(({ callId }) => callId).reverse(),
        'at-9',
        'at-4',
        'at-2',
      ]);
    });

    it('lets go of the oldest calls', async () => {
      const kept = (await startAnew())();
      for (const time of [3, 1, 2, 4, 5]) await kept.add(at(time));
      expect(await kept.add(at(6))).toEqual({ put: [at(6)], removed: ['at-1'] });
      expect(await idsOf(kept)).toEqual(['at-6', 'at-5', 'at-4', 'at-3', 'at-2']);
    });

    it('keeps a call once for all pages that rang, as the one that knows best tells it', async () => {
      const open = await startAnew();
      const [here, there] = [open(), open()];
      const sipCallId = asSipCallId('one@host');
      const missed = at(1000, { outcome: 'missed', sipCallId });
      const answered = at(1003, { outcome: 'answered', sipCallId });
      await Promise.all([
        here.add(missed),
        there.add(answered),
        there.add({ ...missed, callId: asCallId('third') }),
      ]);
      expect(await readAll(here)).toEqual([answered]);
      expect(await here.countUnseen()).toBe(0);
    });

    it('takes a Call-ID that is used again for another call', async () => {
      const kept = (await startAnew())();
      const sipCallId = asSipCallId('one@host');
      await kept.add(at(1000, { sipCallId }));
      await kept.add(at(60_000, { sipCallId }));
      await kept.add(at(1001, { sipCallId, direction: 'Outgoing' }));
      await kept.add(at(1002, { sipCallId: asSipCallId('') }));
      await kept.add(at(1003, { sipCallId: asSipCallId('') }));
      expect(await idsOf(kept)).toHaveLength(5);
    });

    it('counts missed calls until they were seen, and tells other pages that they were', async () => {
      const open = await startAnew();
      const [here, there] = [open(), open()];
      let told = 0;
      here.onSeenElsewhere(() => (told += 1));
      await here.add(at(10, { outcome: 'missed' }));
      await here.add(at(20, { outcome: 'missed' }));
      await here.add(at(30));
      expect(await here.countUnseen()).toBe(2);
      await there.markSeen(10);
      await expect.poll(() => told).toBe(1);
      expect(await here.countUnseen()).toBe(1);
      await here.remove([asCallId('at-20')]);
      expect(await there.countUnseen()).toBe(0);
    });
  });
}
