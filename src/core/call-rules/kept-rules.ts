import { PhoneError } from '../errors/phone-error.ts';
import type { KeptText } from '../shared/kept-text.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import { domainOf, resolveTarget, sameAddress } from '../signalling/sip-target.ts';
import { forwardConditions, parseCallRules, type CallRules } from './call-rules.ts';

/** The person's rules, kept on this device. */
export interface KeptRules {
  readonly store: ReadonlyStore<CallRules>;
  /**
   * Changes some of them, for calls that come from now on. Throws PhoneError `call/invalid-target` or
   * `call/forward-to-self` for a forwarding that is on and leads nowhere: then everything stays as it was.
   */
  readonly change: (changes: Partial<CallRules>) => void;
}

/** Makes them, with what was kept. `ownAddress` is that of whoever is signed in. */
export function createKeptRules(kept: KeptText, ownAddress: () => string): KeptRules {
  const store = createStore<CallRules>(parseCallRules(kept.read()));

  const check = ({ forward }: CallRules, before: CallRules): void => {
    const own = ownAddress();
    for (const condition of forwardConditions) {
      const { isOn, target } = forward[condition];
      if (!isOn || forward[condition] === before.forward[condition]) continue;
      if (sameAddress(resolveTarget(target, domainOf(own)), `sip:${own}`)) {
        throw new PhoneError({ code: 'call/forward-to-self' });
      }
    }
  };

  return {
    store,
    change(changes) {
      const before = store.getState();
      const next = { ...before, ...changes };
      check(next, before);
      store.setState(next);
      kept.write(JSON.stringify(next));
    },
  };
}
