import { runServer } from '../run-server.ts';
import { createVitePhone, isHotReload } from './vite-phone.ts';

await runServer({ phone: createVitePhone, leavesUpgradeTo: isHotReload });
