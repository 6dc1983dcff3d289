import type { CallEnd } from '#core/call/call-end.ts';
import type { IncomingCommands } from '#core/call/incoming-commands.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { CallId } from '#core/shared/ids.ts';
import type { FakeCallBook } from './fake-call-book.ts';
import type { FakeCommand } from './fake-softphone.ts';

/** What is done with calls that wait, as far as a page would see it. */
export function createFakeIncomingCommands(
  book: FakeCallBook,
  end: (callId: CallId, cause: CallEnd['cause']) => void,
  commands: FakeCommand[],
): IncomingCommands {
  return {
    accept(callId) {
      commands.push(['accept', callId]);
      book.change(callId, { state: 'Connected', connectedAt: Date.now() });
      return Promise.resolve();
    },
    endOthersAndAccept(callId) {
      commands.push(['endOthersAndAccept', callId]);
      book.change(callId, { state: 'Connected', connectedAt: Date.now() });
      return Promise.resolve();
    },
    reject(callId, how = 'declined') {
      commands.push(how === 'busy' ? ['reject', callId, how] : ['reject', callId]);
      end(callId, how === 'busy' ? 'busy' : 'rejected');
    },
    forward(callId, typed) {
      commands.push(['forward', callId, typed]);
      if (typed.includes(' ')) throw new PhoneError({ code: 'call/invalid-target' });
      end(callId, 'redirected');
    },
  };
}
