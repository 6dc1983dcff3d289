/** How far the queue is, since it was empty the last time. */
export interface UploadOverview {
  readonly recordings: number;
  readonly storedRecordings: number;
  /** Of all recordings. */
  readonly totalBytes: number;
  readonly sentBytes: number;
  /** The device says that it has no network: nothing is sent until it has one again. */
  readonly isPaused: boolean;
}
