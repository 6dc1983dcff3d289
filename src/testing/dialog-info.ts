const document = (state: 'full' | 'partial', dialogs: string): string =>
  `<?xml version="1.0"?><dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="1" state="${state}" entity="sip:bob@localhost">${dialogs}</dialog-info>`;

/** Bodies that tell of somebody's calls (RFC 4235 §4). */
export const dialogInfo = {
  dialog: (id: string, state: string, direction?: 'initiator' | 'recipient'): string =>
    `<dialog id="${id}"${direction === undefined ? '' : ` direction="${direction}"`}><state>${state}</state></dialog>`,
  /** All calls there are. */
  full: (dialogs: string): string => document('full', dialogs),
  /** Those that have changed. */
  partial: (dialogs: string): string => document('partial', dialogs),
};
