/** What other pages of this browser did to kept records; `everything` when it was too much to be told one by one. */
export type RecordsChange<Item, Id> =
  | { readonly put: readonly Item[]; readonly removed: readonly Id[] }
  | 'everything';

/**
 * Records of one kind that this device keeps between visits, in an order of their own. Whatever fails rejects with a
 * PhoneError `…/storage-full` or `…/storage-failed` of their area, and has changed nothing.
 */
export interface KeptRecords<Item, Id> {
  /** Hands over all of them, in order, part by part, so that nothing waits for the whole. Resolves after the last part. */
  readonly readAll: (onPart: (part: readonly Item[]) => void) => Promise<void>;
  /** Adds or replaces. */
  readonly put: (items: readonly Item[]) => Promise<void>;
  /** Unknown ones are ignored. */
  readonly remove: (ids: readonly Id[]) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Tells of changes by other pages, not of this page's own. */
  readonly onChangedElsewhere: (listener: (change: RecordsChange<Item, Id>) => void) => void;
}
