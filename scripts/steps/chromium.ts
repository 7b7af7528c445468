import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What finding a browser needs to know of the machine, and may do to it. */
export type Machine = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  isRoot: boolean;
  exists: (path: string) => boolean;
  /** run a command; true when it ended well */
  run: (command: string, args: readonly string[]) => boolean;
  /** where Playwright keeps its own download, whether or not it is there */
  downloadPath: () => string;
  say: (line: string) => void;
}>;

/** How Chromium is started: as root too, drawing in software, and without requests of its own. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--no-first-run'
];

/** No browser, and none could be installed; the message is one line that says what to do. */
export class ChromiumError extends Error {
  override name = 'ChromiumError';
}

/** The shell first: it draws the same pages without the windows and menus that a whole browser makes even where nobody sees them. */
const COMMANDS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Debian's names of it, tried in turn: not every Debian has the first. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];
const ADVICE = 'install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chromium or Chrome executable';

/**
 * Find a Chromium that starts: CHROMIUM_PATH, else one installed on the machine, else Playwright's earlier download.
 * @throws ChromiumError where CHROMIUM_PATH is set and of no use, for it was asked for by name
 */
export function findChromium(machine: Machine): string | undefined {
  const wanted = machine.env.CHROMIUM_PATH;
  if (wanted) {
    if (works(wanted, machine)) return wanted;
    throw new ChromiumError(
      `CHROMIUM_PATH is set to ${wanted}, which ${machine.exists(wanted) ? 'does not start' : 'does not exist'}: correct it or unset it.`
    );
  }
  return [...candidates(machine), machine.downloadPath()].find((path) => works(path, machine));
}

/**
 * Find a Chromium or install one: apt-get as root where there is apt-get, then Playwright's own download.
 * @throws ChromiumError with the way out
 */
export function ensureChromium(machine: Machine): string {
  const found = findChromium(machine);
  if (found) return found;
  const tried: string[] = [];
  if (machine.isRoot && onPath('apt-get', machine)) {
    machine.say('No Chromium found: installing Debian’s with apt-get …');
    machine.run('apt-get', ['update']);
    for (const name of PACKAGES) {
      machine.run('apt-get', ['install', '-y', name, 'fonts-noto-cjk']);
      const installed = findChromium(machine);
      if (installed) return installed;
    }
    tried.push('apt-get');
  }
  machine.say('No Chromium found: downloading Playwright’s …');
  machine.run('npx', ['playwright', 'install', 'chromium']);
  tried.push('Playwright’s download');
  const downloaded = findChromium(machine);
  if (downloaded) return downloaded;
  throw new ChromiumError(`No Chromium found, and ${tried.join(' and ')} did not bring one: ${ADVICE}.`);
}

/** Ubuntu's chromium is a stub that only asks for a snap: a browser counts when it can say its version. */
function works(path: string, machine: Machine): boolean {
  if (!machine.exists(path)) return false;
  // on Windows `--version` opens a window instead
  return machine.platform === 'win32' || machine.run(path, ['--version']);
}

function candidates(machine: Machine): string[] {
  const { env, platform } = machine;
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) =>
      ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((name) => `${root}\\${name}\\Application\\${name.endsWith('Edge') ? 'msedge' : 'chrome'}.exe`)
    );
  }
  const apps = platform === 'darwin' ? ['Chromium', 'Google Chrome'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`) : [];
  return [...COMMANDS.flatMap((command) => onPath(command, machine) ?? []), ...apps];
}

function onPath(command: string, { env, exists }: Machine): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, command)).find(exists);
}

/** The machine that this runs on. @param downloadPath as Playwright's `chromium.executablePath()` */
export function thisMachine(downloadPath: () => string): Machine {
  return {
    env: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    run: (command, args) => {
      try {
        const probe = args.includes('--version');
        execFileSync(command, args, {
          stdio: probe ? 'ignore' : 'inherit',
          timeout: probe ? 30_000 : 15 * 60_000,
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
          shell: process.platform === 'win32' // npx is a batch file there
        });
        return true;
      } catch {
        return false;
      }
    },
    downloadPath,
    say: (line) => console.log(line)
  };
}
