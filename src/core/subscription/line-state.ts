import { readXml, type XmlElement } from '../shared/read-xml.ts';

/** What the calls of an address come to: none, one that rings there, or one that is on. */
export type LineState = 'idle' | 'ringing' | 'busy';

/** Follows the calls of one address through what a subscription to them notifies. */
export interface LineReader {
  /** Takes in a body. Null for what is no dialog-info, which changes nothing. */
  readonly hear: (body: string) => LineState | null;
}

/** Nobody has more calls at once. */
const maxDialogs = 100;

/**
 * Makes one for one subscription: dialog-info (RFC 4235 §4) tells all dialogs, or those that have changed. A line rings
 * while somebody calls it; who calls out is busy from the first digit on. Versions are not looked at: some servers never
 * raise theirs, and the CSeq of the NOTIFYs keeps the order.
 */
export function createLineReader(): LineReader {
  const dialogs = new Map<string, LineState>();

  return {
    hear(body) {
      const root = readXml(body);
      if (root?.name !== 'dialog-info') return null;
      if (root.attributes.get('state') !== 'partial') dialogs.clear();
      for (const dialog of root.children.filter(({ name }) => name === 'dialog')) {
        const id = dialog.attributes.get('id') ?? '';
        dialogs.delete(id);
        const state = stateOf(dialog);
        if (state !== 'idle' && dialogs.size < maxDialogs) dialogs.set(id, state);
      }
      const states = new Set(dialogs.values());
      if (states.has('busy')) return 'busy';
      return states.has('ringing') ? 'ringing' : 'idle';
    },
  };
}

const beginning: ReadonlySet<string> = new Set(['trying', 'proceeding', 'early']);

function stateOf({ attributes, children }: XmlElement): LineState {
  const state = children.find(({ name }) => name === 'state')?.text.toLowerCase() ?? '';
  if (state === 'confirmed') return 'busy';
  if (!beginning.has(state)) return 'idle';
  return attributes.get('direction') === 'initiator' ? 'busy' : 'ringing';
}
