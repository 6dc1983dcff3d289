import type { IDBPIndex, StoreNames } from 'idb';
import type { KeptRecords, RecordsChange } from '#core/shared/kept-records.ts';
import { guarded, type KeptArea } from './kept-error.ts';
import { openChannel } from './other-pages.ts';
import type { PeopleDatabase, PeopleSchema, Row } from './people-database.ts';

/** So many rows are read or written at a time: a few milliseconds of the page. */
const rowsAtATime = 250;
/** More are not told one by one. */
const mostTold = 200;

type Table = Exclude<StoreNames<PeopleSchema>, 'marks'>;
type AnyRow = PeopleSchema[Table]['value'];

/** Records of one table. `toRow` says by what each is found. */
export function createKeptRows<Item, Id extends string>(deps: {
  readonly database: () => Promise<PeopleDatabase>;
  readonly table: Table;
  readonly area: KeptArea;
  readonly direction: 'next' | 'prev';
  readonly toRow: (item: Item) => Row<Item, Id>;
}): KeptRecords<Item, Id> & { readonly tell: (change: RecordsChange<Item, Id>) => void } {
  const { database, table, area, direction, toRow } = deps;
  const channel = openChannel<RecordsChange<Item, Id>>(`sidetone.${table}`);

  const inDatabase = <Result>(work: (opened: PeopleDatabase) => Promise<Result>): Promise<Result> =>
    guarded(area, async () => work(await database()));
  const tell = (change: RecordsChange<Item, Id>): void => {
    const isLong = change !== 'everything' && change.put.length + change.removed.length > mostTold;
    channel.tell(isLong ? 'everything' : change);
  };

  return {
    tell,
    readAll: (onPart) =>
      inDatabase(async (opened) => {
        let last: IDBValidKey | null = null;
        for (;;) {
          const { index } = readIndex(opened, table);
          const rows: readonly AnyRow[] = await readPart(index, last, direction);
          if (rows.length === 0) return;
          last = [...(rows.at(-1)?.order ?? [])];
          onPart(rows.map(({ item }) => item as Item));
        }
      }),
    async put(items) {
      await inDatabase(async (opened) => {
        const transaction = opened.transaction(table, 'readwrite');
        const writes = items.map((item) => transaction.store.put(toRow(item) as unknown as AnyRow));
        await Promise.all([...writes, transaction.done]);
      });
      tell({ put: items, removed: [] });
    },
    async remove(ids) {
      await inDatabase(async (opened) => {
        const transaction = opened.transaction(table, 'readwrite');
        const removals = ids.map((id) => transaction.store.delete(id as unknown as never));
        await Promise.all([...removals, transaction.done]);
      });
      tell({ put: [], removed: ids });
    },
    async clear() {
      await inDatabase((opened) => opened.clear(table));
      tell('everything');
    },
    onChangedElsewhere: channel.onTold,
  };
}

type OrderIndex = IDBPIndex<PeopleSchema, [Table], Table, 'order'>;

const readIndex = (opened: PeopleDatabase, table: Table): { readonly index: OrderIndex } => ({
  index: opened.transaction(table).store.index('order'),
});

/** The next rows after `last`. Backwards the first of them is looked up, as no browser reads many at once that way. */
async function readPart(
  index: OrderIndex,
  last: IDBValidKey | null,
  direction: 'next' | 'prev',
): Promise<readonly AnyRow[]> {
  if (direction === 'next') {
    return index.getAll(last === null ? null : IDBKeyRange.lowerBound(last, true), rowsAtATime);
  }
  const before = last === null ? null : IDBKeyRange.upperBound(last, true);
  const newest = await index.openKeyCursor(before, 'prev');
  if (newest === null) return [];
  const end = newest.key;
  const oldest = await newest.advance(rowsAtATime - 1);
  const range = oldest === null ? IDBKeyRange.upperBound(end) : IDBKeyRange.bound(oldest.key, end);
  return (await index.getAll(range)).reverse();
}
