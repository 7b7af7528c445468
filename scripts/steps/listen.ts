import { createServer } from 'node:http';
import type { Handler } from './serve-static';

/** Serve on this machine until stopped; says where, or why not (and ends the process). */
export function listen(handler: Handler, what: string, { port, host, base }: Readonly<{ port: number; host: string; base: string }>): void {
  const server = createServer(handler);
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use: set PORT to another one, e.g. PORT=4180 npm start.` : error.message);
    process.exit(1);
  });
  server.listen(port, host, () => console.log(`Serving ${what} at http://${host}:${port}${base}/ (Ctrl+C stops it)`));
}
