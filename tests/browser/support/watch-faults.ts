import type { BrowserContext } from '@playwright/test';

/** Collect what a page must never do: throw, write an error to the console, or ask another host for anything. */
export function watchFaults(context: BrowserContext, origin: string): string[] {
  const faults: string[] = [];
  context.on('weberror', (event) => faults.push(`page error: ${event.error().stack ?? event.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const local = url.origin === origin || ['data:', 'blob:', 'about:'].includes(url.protocol);
    if (!local) faults.push(`request to another host: ${request.url()}`);
  });
  return faults;
}
