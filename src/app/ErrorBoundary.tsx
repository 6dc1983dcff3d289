import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Softphone } from '#core/softphone-types.ts';
import { CrashPage } from '#ui/CrashPage.tsx';
import { consoleLogger } from '#platform/browser/console-logger.ts';

/** Shows a page of its own when drawing fails. The phone lives outside React, so a call under way goes on. */
export class ErrorBoundary extends Component<
  {
    readonly phone: Pick<Softphone, 'calls' | 'hangUp'>;
    readonly diagnose: () => Promise<string>;
    readonly children: ReactNode;
  },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    consoleLogger.error('the page could not be drawn', { error, stack: info.componentStack });
  }

  override render(): ReactNode {
    const { phone, diagnose, children } = this.props;
    return this.state.failed ? <CrashPage phone={phone} diagnose={diagnose} /> : children;
  }
}
