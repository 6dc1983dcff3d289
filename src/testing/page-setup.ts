import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A page that is loaded when it is first wanted is compiled then: on a busy machine that takes more than the usual second.
configure({ asyncUtilTimeout: 20_000 });

afterEach(cleanup);
