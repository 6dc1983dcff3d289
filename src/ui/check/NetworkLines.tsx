import { useStore } from 'zustand';
import {
  accountVerdicts,
  missingSoundWay,
  serverVerdict,
  soundWayVerdict,
  type ServerCheck,
  type SoundWayCheck,
} from '#core/phone-check/check-state.ts';
import { describeRegistration } from '../shared/AccountStatus.tsx';
import { listFormat } from '../shared/kept-formats.ts';
import { locale } from '../shared/locale.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { CheckLine } from './CheckLine.tsx';

/** Whether the server is there that calls are placed by. */
export function ServerLine({ check }: { readonly check: ServerCheck }) {
  const title = words.check.server;
  const verdict = serverVerdict(check);
  if (check.phase !== 'failed') {
    const sentence = check.phase === 'checking' ? words.check.checking : words.check.serverReached;
    return <CheckLine title={title} verdict={verdict} sentence={sentence} />;
  }
  const row = words.errors[check.error.code];
  return check.isPageReachable ? (
    <CheckLine title={title} verdict={verdict} sentence={row.sentence} action={row.action} />
  ) : (
    <CheckLine
      title={title}
      verdict={verdict}
      sentence={words.check.noNetwork}
      action={words.check.noNetworkAction}
    />
  );
}

/** Whether sound can go to whoever is called, and by which ways. */
export function SoundWayLine({ check }: { readonly check: SoundWayCheck }) {
  const title = words.check.soundWay;
  const verdict = soundWayVerdict(check);
  if (check.phase === 'checking') {
    return <CheckLine title={title} verdict={verdict} sentence={words.check.checking} />;
  }
  const missing = missingSoundWay(check);
  if (missing === null) {
    const ways = listFormat(locale, {}).format(check.found.map((type) => words.check.ways[type]));
    return <CheckLine title={title} verdict={verdict} sentence={words.check.soundGoes(ways)} />;
  }
  const { sentence, action } = words.check.noWay[missing];
  return <CheckLine title={title} verdict={verdict} sentence={sentence} action={action} />;
}

/** Whether calls reach the person, by each of their accounts. */
export function AccountLines() {
  const state = useStore(useSoftphone().accounts);
  const verdicts = accountVerdicts(state);
  if (state.accounts.size === 0) {
    return <CheckLine title={words.check.account} verdict="open" sentence={words.check.signedOut} />;
  }
  return [...state.accounts.values()].map(({ accountId, registration }, index) => {
    const error = 'error' in registration ? registration.error : null;
    const row = error === null ? null : words.errors[error.code];
    const isWell = registration.status === 'registered';
    return (
      <CheckLine
        key={accountId}
        title={words.check.account}
        verdict={verdicts[index] ?? 'open'}
        sentence={
          <>
            <bdi>{accountId}</bdi>:{' '}
            {isWell ? words.check.callsArrive : (row?.sentence ?? describeRegistration(registration))}
          </>
        }
        action={row?.action ?? null}
      />
    );
  });
}
