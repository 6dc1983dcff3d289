import { PhoneError, toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { nopLifecycle } from '#core/hooks/lifecycle-sink.ts';
import { nopRecording } from '#core/hooks/recording-sink.ts';
import type { RecordingSink } from '#core/hooks/recording-sink.ts';
import type { Registry } from '#core/hooks/registry.ts';

/** What a deployment's module is given to build on: it cannot import the phone. Described in docs/SINKS.md. */
export interface ShippedSinks {
  /** Brings recordings to the store; what is used where the module has no sink of its own. */
  readonly upload: RecordingSink;
}

/** The sinks of a deployment, and why its own ones are not among them; null when they are, and when it has none. */
export interface LoadedRegistry {
  readonly registry: Registry;
  readonly error: PhoneErrorDetail | null;
}

/** The phone does not wait longer for a module before it goes on without. */
const loadTimeoutMs = 10_000;

/**
 * Loads the module at `url`, which exports `createRegistry(shipped)`, as such or as its default, and brings the registry
 * that it makes. Without a module, and when anything about it fails, the shipped sinks stand. Never rejects.
 */
export async function loadRegistry(
  url: string | null,
  shipped: ShippedSinks,
  importModule: (url: string) => Promise<unknown>,
): Promise<LoadedRegistry> {
  const standing: Registry = { lifecycle: nopLifecycle, recording: shipped.upload };
  if (url === null) return { registry: standing, error: null };
  try {
    const given = await Promise.race([make(url, shipped, importModule), tooLate()]);
    return { registry: complete(given, standing), error: null };
  } catch (error) {
    const details = `${url}: ${toPhoneErrorDetail(error).details ?? String(error)}`;
    return { registry: standing, error: { code: 'config/hooks-failed', details } };
  }
}

async function make(url: string, shipped: ShippedSinks, importModule: (url: string) => Promise<unknown>) {
  const exported = await importModule(url);
  const createRegistry = isObject(exported) ? (exported['createRegistry'] ?? exported['default']) : null;
  if (typeof createRegistry !== 'function') throw failed('It exports no createRegistry.');
  const registry = (await createRegistry(shipped)) as unknown;
  if (!isObject(registry)) throw failed('createRegistry returned no object.');
  return registry;
}

const tooLate = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(failed(`It was not there after ${loadTimeoutMs / 1000} s.`)), loadTimeoutMs);
  });

const failed = (details: string): PhoneError => new PhoneError({ code: 'config/hooks-failed', details });

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Null stands for nothing: a sink that is left out by mistake must not cost recordings. */
const complete = ({ lifecycle, recording }: Fields, standing: Registry): Registry => ({
  lifecycle: isObject(lifecycle) ? withMethodsOf(lifecycle, nopLifecycle) : standing.lifecycle,
  recording: isObject(recording) ? withMethodsOf(recording, nopRecording) : standing.recording,
});

/** A sink may leave out what it does not care for. */
function withMethodsOf<Sink extends object>(given: Fields, nop: Sink): Sink {
  const completed = Object.entries(nop).map(([name, fallback]) => {
    const method = given[name];
    return [name, typeof method === 'function' ? method.bind(given) : fallback] as const;
  });
  return Object.fromEntries(completed) as Sink;
}
