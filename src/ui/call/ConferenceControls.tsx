import { LogOut, PhoneForwarded, UserRoundMinus, UsersRound } from 'lucide-react';
import { useStore } from 'zustand';
import { callCapabilities } from '#core/call/capabilities.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import { partyName } from '#core/contacts/known-names.ts';
import type { CallId } from '#core/shared/ids.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { useAttempt } from '../shared/use-attempt.ts';
import { words } from '../words.ts';

function useNoticedAttempt() {
  const { error, attempt } = useAttempt();
  const notice = error === null ? null : <ErrorNotice error={error} tone="warning" urgent />;
  return { attempt, notice };
}

/** Makes one conversation of several calls; nothing where there are not two, or where they are one already. */
export function BringTogether() {
  const softphone = useSoftphone();
  const members = useStore(softphone.conference);
  const canJoin = useStore(softphone.calls, ({ liveCalls }) => {
    const connected = [...liveCalls.values()].filter(({ state }) => state === 'Connected');
    return connected.length > 1 && connected.some(({ callId }) => !members.has(callId));
  });
  const { attempt, notice } = useNoticedAttempt();
  if (!canJoin) return null;
  return (
    <>
      {notice}
      <Button icon={UsersRound} wide onClick={() => void attempt(softphone.bringTogether)}>
        {words.conference.bringTogether}
      </Button>
    </>
  );
}

/** Leaves the conversation to its two other parties (an attended transfer); nothing where there are more of them, or while it is tried. */
export function LeaveTogether() {
  const softphone = useSoftphone();
  const members = useStore(softphone.conference);
  const { attempt, notice } = useNoticedAttempt();
  const [first, second, ...others] = members;
  const canLeave = useStore(softphone.calls, ({ liveCalls }) => {
    const call = first === undefined ? undefined : liveCalls.get(first);
    return call !== undefined && callCapabilities(call).canTransfer;
  });
  if (first === undefined || second === undefined || others.length > 0 || !canLeave) return null;
  return (
    <>
      {notice}
      <Button icon={LogOut} wide onClick={() => void attempt(() => softphone.transferToCall(first, second))}>
        {words.conference.leave}
      </Button>
    </>
  );
}

/** Ends a consultation well: the one who is held is sent to the one whom the person talks to. Nothing with fewer calls, or more. */
export function ConnectHeld({ call: { callId, onHold } }: { readonly call: CallInfo }) {
  const softphone = useSoftphone();
  const names = useStore(softphone.people.names);
  const held = useStore(softphone.calls, ({ liveCalls }) => {
    const connected = [...liveCalls.values()].filter(({ state }) => state === 'Connected');
    const [other, another] = connected.filter((call) => call.callId !== callId);
    const isOne = connected.length === 2 && another === undefined;
    return isOne && other?.onHold === true && callCapabilities(other).canTransfer ? other : null;
  });
  const { attempt, notice } = useNoticedAttempt();
  if (onHold || held === null) return null;
  return (
    <>
      {notice}
      <Button
        icon={PhoneForwarded}
        wide
        onClick={() => void attempt(() => softphone.transferToCall(held.callId, callId))}
      >
        {words.transfer.connectWith(partyName(names, held))}
      </Button>
    </>
  );
}

/** Takes a call out of the conversation; nothing for one that is in none. */
export function TakeApart({ callId }: { readonly callId: CallId }) {
  const softphone = useSoftphone();
  const isMember = useStore(softphone.conference, (members) => members.has(callId));
  const { attempt, notice } = useNoticedAttempt();
  if (!isMember) return null;
  return (
    <>
      {notice}
      <Button icon={UserRoundMinus} wide onClick={() => void attempt(() => softphone.takeApart(callId))}>
        {words.conference.takeApart}
      </Button>
    </>
  );
}
