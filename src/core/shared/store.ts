import { createStore as createZustandStore } from 'zustand/vanilla';

/** What everyone but the owner of a state sees of it. `zustand`'s `useStore` accepts it. */
export interface ReadonlyStore<State> {
  readonly getState: () => State;
  readonly getInitialState: () => State;
  /** Calls `listener` after every change of identity. Returns its own undo. */
  readonly subscribe: (listener: (state: State, previous: State) => void) => () => void;
}

/** A state with its one writer. `setState` replaces the whole state; the same reference notifies nobody. */
export interface Store<State> extends ReadonlyStore<State> {
  readonly setState: (next: State | ((state: State) => State)) => void;
}

/** The one door to zustand in core. */
export function createStore<State>(initial: State): Store<State> {
  const store = createZustandStore<State>(() => initial);
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    setState: (next) => store.setState(next, true),
  };
}
