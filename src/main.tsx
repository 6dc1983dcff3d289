import { startApp } from '#app/start-app.tsx';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no element #root');
void startApp(container);
