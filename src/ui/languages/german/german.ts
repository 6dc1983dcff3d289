import type { Words } from '../../words.ts';
import { page } from './page.ts';
import { settings } from './settings.ts';
import { calls } from './calls.ts';
import { check } from './check.ts';
import { data } from './data.ts';
import { recordings } from './recordings.ts';
import { people } from './people.ts';
import { callEnds } from './call-ends.ts';
import { errors } from './errors.ts';

/** German. */
export const german: Words = {
  ...page,
  ...settings,
  ...calls,
  ...check,
  ...data,
  ...recordings,
  ...people,
  callEnds,
  errors,
};
