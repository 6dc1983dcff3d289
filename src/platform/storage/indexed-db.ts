/** A request as a promise. Rejects with its DOMException. */
export const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(toError(request.error)));
  });

/** Resolves when a transaction is committed. Rejects with the DOMException that aborted it. */
export const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(toError(transaction.error)));
  });

const toError = (error: DOMException | null): DOMException =>
  error ?? new DOMException('The database gave up.', 'AbortError');
