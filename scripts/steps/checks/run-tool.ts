import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Run one of the project's installed tools, its output going straight to the terminal.
 * @returns whether it ended well
 */
export function runTool(tool: string, args: readonly string[], env: Record<string, string> = {}): Promise<boolean> {
  const windows = process.platform === 'win32';
  const command = join('node_modules', '.bin', windows ? `${tool}.cmd` : tool);
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { stdio: 'inherit', env: { ...process.env, ...env }, shell: windows });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}
