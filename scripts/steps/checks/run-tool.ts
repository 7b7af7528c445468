import { spawn } from 'node:child_process';
import { resolve as resolvePath } from 'node:path';

/**
 * Run one of the project's installed tools, its output going straight to the terminal.
 * @param cwd folder to run it in, if not this one
 * @returns whether it ended well
 */
export function runTool(tool: string, args: readonly string[], env: Record<string, string> = {}, cwd?: string): Promise<boolean> {
  const windows = process.platform === 'win32';
  const command = resolvePath('node_modules', '.bin', windows ? `${tool}.cmd` : tool);
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { stdio: 'inherit', env: { ...process.env, ...env }, shell: windows, ...(cwd ? { cwd } : {}) });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}
