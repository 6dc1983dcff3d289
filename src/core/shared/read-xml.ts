/** An element of a document, without its namespaces. */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  /** By name, as they stand: references to characters are not resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own, as it stands, trimmed. */
  readonly text: string;
}

interface Draft {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const maxCharacters = 65_536;
const maxDepth = 16;

/** What is passed over: it begins with the one, and ends with the other. */
const passedOver = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

const tag = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const readAttributes = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  );

/**
 * Reads a small document of a stranger, in linear time: the root element. Total: null for what is not well formed, longer
 * than 64 k characters or nested deeper than 16, and for what declares a document type, so that no entity is ever expanded.
 */
export function readXml(text: string): XmlElement | null {
  if (text.length > maxCharacters) return null;
  const document: Draft = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Draft[] = [document];
  let at = 0;
  for (;;) {
    const parent = open.at(-1) ?? document;
    const next = text.indexOf('<', at);
    parent.text += text.slice(at, next === -1 ? undefined : next).trim();
    if (next === -1) break;

    const passed = passedOver.find(([begin]) => text.startsWith(begin, next));
    if (passed !== undefined) {
      const [, end] = passed;
      const ended = text.indexOf(end, next);
      if (ended === -1) return null;
      at = ended + end.length;
      continue;
    }

    tag.lastIndex = next;
    const found = tag.exec(text);
    if (found === null) return null;
    at = tag.lastIndex;
    const [, closes, name = '', attributes = '', isEmpty] = found;
    if (closes !== '') {
      if (open.length === 1 || parent.name !== localName(name) || attributes !== '') return null;
      open.pop();
      continue;
    }
    const element: Draft = {
      name: localName(name),
      attributes: readAttributes(attributes),
      children: [],
      text: '',
    };
    parent.children.push(element);
    if (isEmpty === '' && open.push(element) > maxDepth) return null;
  }
  const [root = null, ...others] = document.children;
  return open.length === 1 && others.length === 0 && document.text === '' ? root : null;
}
