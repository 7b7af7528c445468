import { spawn } from 'node:child_process';
import { resolve as resolvePath } from 'node:path';

/** What gets a tool's words, and on which of its two streams they came. */
export type Say = (text: string, stream: 'out' | 'error') => void;
/** `say` gets what the tool prints, which otherwise goes straight to the terminal. `cwd`: folder to run it in, if not this one. */
export type HowToRun = Readonly<{ env?: Readonly<Record<string, string>>; cwd?: string; say?: Say }>;

/**
 * Run one of the project's installed tools.
 * @returns whether it ended well
 */
export function runTool(tool: string, args: readonly string[], { env = {}, cwd, say }: HowToRun = {}): Promise<boolean> {
  const windows = process.platform === 'win32';
  const command = resolvePath('node_modules', '.bin', windows ? `${tool}.cmd` : tool);
  return new Promise((resolve) => {
    const stdio = say ? (['ignore', 'pipe', 'pipe'] as const) : 'inherit';
    const child = spawn(command, [...args], { stdio: stdio as 'inherit', env: { ...process.env, ...env }, shell: windows, ...(cwd ? { cwd } : {}) });
    const listen = (stream: NodeJS.ReadableStream | null, name: 'out' | 'error') => stream?.setEncoding('utf8').on('data', (text: string) => say?.(text, name));
    listen(child.stdout, 'out');
    listen(child.stderr, 'error');
    child.on('error', (error) => {
      if (say) say(`${error.message}\n`, 'error');
      else console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}
