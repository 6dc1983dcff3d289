import { goTo } from '../shared/addresses.ts';
import { type PlaceCall, usePlaceCall } from '../shared/use-place-call.ts';

/** Places a call, and goes where it is. */
export function useCall(): PlaceCall {
  const placing = usePlaceCall();
  return {
    ...placing,
    place(typed) {
      const callId = placing.place(typed);
      if (callId !== null) goTo('phone');
      return callId;
    },
  };
}
