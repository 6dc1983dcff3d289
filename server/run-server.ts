import { createConsoleLogger } from './console-logger.ts';
import { readServerSettings, StartError } from './server-settings.ts';
import { createSidetoneServer, type SidetoneServer, type SidetoneServerOptions } from './sidetone-server.ts';

/**
 * The server as a process: takes its settings from the environment and ends on SIGINT and SIGTERM with exit code 0.
 * A start that fails prints one sentence where its cause is known, and ends the process with 1.
 */
export async function runServer(
  changes: Partial<Pick<SidetoneServerOptions, 'phone' | 'leavesUpgradeTo'>> = {},
): Promise<void> {
  try {
    const { phoneDirectory: phone, dataDirectory, ...settings } = readServerSettings(process.env);
    const logger = createConsoleLogger();
    const server = await createSidetoneServer({ ...settings, phone, dataDirectory, logger, ...changes });
    stopOnSignal(server);
    const place = settings.s3 === undefined ? dataDirectory : `the bucket ${settings.s3.bucket}`;
    console.log(`Sidetone is at ${server.url} (recordings in ${place}). Stop it with Ctrl-C.`);
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}

/** A connection that does not let itself be closed keeps nobody waiting longer than this. */
const patienceMs = 5000;

function stopOnSignal(server: SidetoneServer): void {
  // npm hands a Ctrl-C on that the terminal has sent to us as well: the second one changes nothing.
  const stop = () => {
    setTimeout(() => process.exit(1), patienceMs).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
