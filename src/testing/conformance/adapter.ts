import { accountAnswers } from './account-answers.ts';
import type { AnswerCase } from './answers.ts';
import { controlAnswers } from './control-answers.ts';
import { eventAnswers } from './event-answers.ts';
import { hookAnswers } from './hook-answers.ts';
import { identityAnswers } from './identity-answers.ts';
import { jssipAnswers } from './jssip-answers.ts';
import { lifecycleAnswers } from './lifecycle-answers.ts';
import { recorderAnswers } from './recorder-answers.ts';
import { recordingSessionAnswers } from './recording-session-answers.ts';
import { sn3Answers } from './sn3-answers.ts';
import { stateAnswers } from './state-answers.ts';
import { statisticsAnswers } from './statistics-answers.ts';
import { timelineAnswers } from './timeline-answers.ts';

/** How each area is driven. */
const areas: ReadonlyMap<string, AnswerCase> = new Map<string, AnswerCase>(
  Object.entries({
    ...identityAnswers,
    ...stateAnswers,
    ...lifecycleAnswers,
    ...statisticsAnswers,
    ...eventAnswers,
    ...hookAnswers,
    ...jssipAnswers,
    ...recordingSessionAnswers,
    ...sn3Answers,
    ...timelineAnswers,
    ...recorderAnswers,
    ...controlAnswers,
    ...accountAnswers,
  }),
);

/**
 * Drives the phone's real code with a case's input and returns what happened, in the shape of the case's `expected`.
 * It computes nothing itself. Rejects for an area that it does not know.
 */
export async function runCase(area: string, input: unknown): Promise<unknown> {
  const answer = areas.get(area);
  if (answer === undefined) throw new Error(`Unknown area: ${area}`);
  return answer(input as never);
}
