/** What came in and was not taken yet, in order. */
export interface Inbox<Item> {
  readonly add: (item: Item) => void;
  /** The first item that matches, now or when it comes. Rejects after three seconds. */
  readonly take: <Wanted extends Item>(
    matches: (item: Item) => item is Wanted,
    what: string,
  ) => Promise<Wanted>;
  readonly left: () => readonly Item[];
}

const patienceMs = 3000;

export function createInbox<Item>(describe: (item: Item) => string): Inbox<Item> {
  const items: Item[] = [];
  const waiting = new Set<() => void>();
  return {
    add(item) {
      items.push(item);
      for (const look of waiting) look();
    },
    take<Wanted extends Item>(matches: (item: Item) => item is Wanted, what: string) {
      return new Promise<Wanted>((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`waited for ${what}; got: ${items.map(describe).join(' | ') || 'nothing'}`));
        }, patienceMs);
        const look = () => {
          const found = items.find(matches);
          if (found === undefined) return;
          items.splice(items.indexOf(found), 1);
          stop();
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
    left: () => items,
  };
}
