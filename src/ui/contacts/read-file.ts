import type { ReadContacts } from '#core/contacts/contact-import.ts';
import type { ContactReader } from '#core/contacts/contact-reader.ts';
import { createContactTableReader } from '#core/contacts/contact-table-reader.ts';
import type { ContactDetails } from '#core/contacts/contact.ts';
import { createVcardReader } from '#core/contacts/vcard-reader.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { AbortSignalLike } from '#core/shared/abort.ts';
import { breathe } from '../shared/breathe.ts';

/** So much is read at a time: some milliseconds of the page. */
const pieceBytes = 16 * 1024;
const mostBytes = 200_000_000;
const mostContacts = 100_000;

const tooLarge = (details: string) => new PhoneError({ code: 'contacts/file-too-large', details });

/** Apart from whatever else is thrown: the decoder's own TypeError is also what a bug looks like. */
class NotUnicode extends Error {}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch (error) {
    throw new NotUnicode('The file is not what it seemed to be written in.', { cause: error });
  }
}

const encodingOf = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
};

/**
 * Reads a vCard or CSV file piece by piece; `onProgress` is told how much of it is done, 0 to 1. What is no Unicode is taken
 * for Windows' western encoding, in which old address books write. Rejects with `contacts/file-*`, and when it is stopped.
 */
export async function readContacts(
  file: Blob,
  onProgress: (share: number) => void,
  signal: AbortSignalLike,
): Promise<ReadContacts> {
  if (file.size > mostBytes) throw tooLarge(`${file.size} bytes`);
  try {
    return await readAs(file, null, onProgress, signal);
  } catch (error) {
    if (!(error instanceof NotUnicode)) throw error;
    return await readAs(file, 'windows-1252', onProgress, signal);
  }
}

async function readAs(
  file: Blob,
  encoding: 'windows-1252' | null,
  onProgress: (share: number) => void,
  signal: AbortSignalLike,
): Promise<ReadContacts> {
  const contacts: ContactDetails[] = [];
  let decoder: TextDecoder | null = null;
  let reader: ContactReader | null = null;
  const take = (contact: ContactDetails) => {
    if (contacts.length === mostContacts) throw tooLarge(`more than ${mostContacts} contacts`);
    contacts.push(contact);
  };
  for (let start = 0; start < file.size; start += pieceBytes) {
    const bytes = await readPiece(file, start);
    decoder ??= new TextDecoder(encoding ?? encodingOf(bytes), { fatal: encoding === null });
    const text = decode(decoder, bytes);
    if (text.includes('\0'))
      throw new PhoneError({ code: 'contacts/file-unreadable', details: 'not a text' });
    reader ??= isVcard(text) ? createVcardReader(take) : createContactTableReader(take);
    reader.push(text);
    onProgress(Math.min(1, (start + pieceBytes) / file.size));
    await breathe();
    if (signal.aborted) throw new Error('It was stopped.');
  }
  if (decoder !== null) reader?.push(decode(decoder));
  const report = reader?.end();
  if (report === undefined || contacts.length === 0) {
    const details = report === undefined ? 'an empty file' : `${report.entries} entries`;
    throw new PhoneError({ code: 'contacts/file-without-contacts', details });
  }
  return { ...report, contacts, isOldEncoding: encoding !== null };
}

const isVcard = (text: string): boolean => /^\s*BEGIN\s*:\s*VCARD/im.test(text.slice(0, 4096));

async function readPiece(file: Blob, start: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(start, start + pieceBytes).arrayBuffer());
  } catch (error) {
    throw new PhoneError({ code: 'contacts/file-unreadable', details: String(error) }, error);
  }
}
