/** What is known, by name; plain data that nests as it likes. */
export type Facts = Readonly<Record<string, unknown>>;

/** A list of words stands in one line. */
const maxLineLength = 120;

function toLines(name: string, fact: unknown): readonly string[] {
  if (fact === undefined) return [];
  if (fact === null) return [`${name}: none`];
  if (typeof fact === 'string') return [`${name}: ${fact}`];
  if (typeof fact !== 'object') return [`${name}: ${JSON.stringify(fact)}`];
  const parts = Object.entries(fact);
  if (parts.length === 0) return [`${name}: none`];
  if (!Array.isArray(fact)) return parts.flatMap(([key, part]) => toLines(`${name}.${key}`, part));
  const joined = fact.some((part) => typeof part === 'object') ? null : fact.join(', ');
  if (joined !== null && joined.length <= maxLineLength) return [`${name}: ${joined}`];
  return parts.flatMap(([index, part]) => toLines(`${name}.${Number(index) + 1}`, part));
}

/** One line for each fact, below the title of its section: `settings.recording.policy: always`. */
export const writeFacts = (sections: Facts): string =>
  Object.entries(sections)
    .map(([title, facts]) => [`[${title}]`, ...toLines(title, facts), ''].join('\n'))
    .join('\n');
