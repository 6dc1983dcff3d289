import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { ExportPlan } from '#core/recording/export-plan.ts';
import type { FinishedScratch } from './scratch-file.ts';
import type { OpenZipEntry } from './zip-recordings.ts';

/** What the page tells an export worker, which makes one file. */
export type ExportRequest =
  | { readonly kind: 'convert'; readonly name: string; readonly url: string; readonly plan: ExportPlan }
  | { readonly kind: 'zip'; readonly name: string; readonly totalBytes: number }
  /** The answer to `next`; null when there are no more. */
  | { readonly kind: 'entry'; readonly entry: OpenZipEntry | null };

/** What an export worker says. */
export type ExportReply =
  | { readonly kind: 'progressed'; readonly share: number }
  /** It has written the last entry of the ZIP and wants the next one. */
  | { readonly kind: 'next' }
  /** `missing` are the names of what is not in a ZIP. */
  | { readonly kind: 'made'; readonly made: FinishedScratch; readonly missing: readonly string[] }
  | { readonly kind: 'failed'; readonly error: PhoneErrorDetail };
