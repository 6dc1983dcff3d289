/**
 * A lifetime. Whatever is opened during it is handed to `onDispose`, and everything is closed when it ends:
 * children first, then own disposals, last in first out.
 *
 * After every `await`, look at `disposed` before going on.
 */
export interface Scope {
  readonly disposed: boolean;
  /** Registers a disposal. On a scope that has ended it runs at once, so nothing that is opened late leaks. */
  readonly onDispose: (dispose: () => void) => void;
  /** A lifetime that ends with this one, or earlier. */
  readonly child: () => Scope;
  /** Ends the lifetime. A disposal that throws does not keep the others from running; the first error is thrown at the end. */
  readonly dispose: () => void;
}

/** Opens a lifetime. */
export function createScope(): Scope {
  return openScope(() => undefined);
}

function openScope(detach: (scope: Scope) => void): Scope {
  const children = new Set<Scope>();
  const disposals: (() => void)[] = [];
  let disposed = false;

  const scope: Scope = {
    get disposed() {
      return disposed;
    },
    onDispose(dispose) {
      if (disposed) dispose();
      else disposals.push(dispose);
    },
    child() {
      const child = openScope((ended) => children.delete(ended));
      if (disposed) child.dispose();
      else children.add(child);
      return child;
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      const errors: unknown[] = [];
      const attempt = (dispose: () => void) => {
        try {
          dispose();
        } catch (error) {
          errors.push(error);
        }
      };
      for (const child of [...children].reverse()) attempt(child.dispose);
      for (const dispose of disposals.reverse()) attempt(dispose);
      detach(scope);
      if (errors.length > 0) throw errors[0];
    },
  };
  return scope;
}
