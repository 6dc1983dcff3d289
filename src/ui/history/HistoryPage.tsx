import { PeopleGate } from '../shared/PeopleGate.tsx';
import { CallHistory } from './CallHistory.tsx';

/** Every call that came or went. `part` is what to search for at once. */
export function HistoryPage({ part }: { readonly part: string | null }) {
  return (
    <PeopleGate>{(people) => <CallHistory key={part} history={people.history} part={part} />}</PeopleGate>
  );
}
