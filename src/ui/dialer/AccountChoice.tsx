import { useStore } from 'zustand';
import type { AccountId } from '#core/shared/ids.ts';
import { SelectBox } from '../shared/SelectBox.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';

/** By which of several accounts a call goes out. */
export function AccountChoice({
  accountId,
  onChoose,
}: {
  /** The one that it goes out by now. */
  readonly accountId: AccountId | null;
  readonly onChoose: (accountId: AccountId) => void;
}) {
  const accounts = useStore(useSoftphone().accounts, (state) => state.accounts);
  if (accounts.size < 2 || accountId === null) return null;
  return (
    <SelectBox
      aria-label={words.dialer.account}
      value={accountId}
      onChange={({ target }) => {
        for (const known of accounts.keys()) if (known === target.value) onChoose(known);
      }}
    >
      {[...accounts.values()].map(({ accountId: id, registration }) => (
        <option key={id} value={id}>
          {words.dialer.byAccount(id, registration.status === 'registered' ? null : words.account.cannotCall)}
        </option>
      ))}
    </SelectBox>
  );
}
