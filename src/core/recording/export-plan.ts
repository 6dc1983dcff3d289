/** What a recording can be saved as. */
export const exportFormats = ['wav', 'opus', 'flac', 'mp3'] as const;
/** One of `exportFormats`. Opus is in an Ogg file. */
export type ExportFormat = (typeof exportFormats)[number];

/** Which voices of it. One alone is mono. */
export type ExportVoices = 'both' | 'local' | 'remote';

/** A file that is to be made of a recording. */
export interface ExportPlan {
  readonly format: ExportFormat;
  readonly voices: ExportVoices;
}

/** `.ogg` for Opus, else the format's name. */
export const exportEnding = ({ format }: Pick<ExportPlan, 'format'>): string =>
  format === 'opus' ? '.ogg' : `.${format}`;
