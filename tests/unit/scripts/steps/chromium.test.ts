import { describe, expect, it } from 'vitest';
import { ChromiumError, ensureChromium, findChromium, type Machine } from '../../../../scripts/steps/chromium';

const DOWNLOAD = '/root/.cache/ms-playwright/chromium/chrome';

/** A machine of which only `files` exist; `broken` ones do not start, and a command in `installs` brings a file. */
function machine({
  files = [],
  broken = [],
  installs = {},
  ...rest
}: Partial<Omit<Machine, 'exists' | 'run'>> & { files?: string[]; broken?: string[]; installs?: Record<string, string> }) {
  const present = new Set(files);
  const commands: string[] = [];
  const self: Machine & { commands: string[] } = {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    isRoot: false,
    downloadPath: () => DOWNLOAD,
    say: () => undefined,
    ...rest,
    exists: (path) => present.has(path),
    run: (command, args) => {
      if (args[0] === '--version') return !broken.includes(command);
      commands.push([command, ...args].join(' '));
      const brings = installs[`${command} ${args[0] ?? ''}`] ?? installs[`${args[0] ?? ''} ${args[2] ?? ''}`];
      if (brings) present.add(brings);
      return brings !== undefined;
    },
    commands
  };
  return self;
}

describe('findChromium', () => {
  it('takes CHROMIUM_PATH before an installed browser', () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/chrome' };
    expect(findChromium(machine({ env, files: ['/opt/chrome', '/usr/bin/chromium'] }))).toBe('/opt/chrome');
  });

  it.each([
    ['does not exist', []],
    ['does not start', ['/opt/chrome']]
  ])('says that CHROMIUM_PATH %s instead of taking another browser', (words, files) => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/chrome' };
    const run = () => findChromium(machine({ env, files: [...files, '/usr/bin/chromium'], broken: ['/opt/chrome'] }));
    expect(run).toThrow(ChromiumError);
    expect(run).toThrow(`CHROMIUM_PATH is set to /opt/chrome, which ${words}`);
  });

  it('looks for the commands in order along PATH', () => {
    expect(findChromium(machine({ files: ['/usr/bin/google-chrome', '/usr/local/bin/chromium-browser'] }))).toBe('/usr/local/bin/chromium-browser');
  });

  it('takes the shell before a whole browser', () => {
    expect(findChromium(machine({ files: ['/usr/local/bin/chromium', '/usr/bin/chromium-headless-shell'] }))).toBe('/usr/bin/chromium-headless-shell');
  });

  it('passes over a browser that does not start', () => {
    expect(findChromium(machine({ files: ['/usr/bin/chromium', '/usr/bin/google-chrome'], broken: ['/usr/bin/chromium'] }))).toBe('/usr/bin/google-chrome');
  });

  it('finds the usual places on macOS and Windows', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findChromium(machine({ platform: 'darwin', files: [mac] }))).toBe(mac);
    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    expect(findChromium(machine({ platform: 'win32', env: { ProgramFiles: 'C:\\Program Files' }, files: [windows] }))).toBe(windows);
  });

  it('falls back on an earlier download of Playwright’s', () => {
    expect(findChromium(machine({ files: [DOWNLOAD] }))).toBe(DOWNLOAD);
  });

  it('finds nothing on an empty machine', () => {
    expect(findChromium(machine({}))).toBeUndefined();
  });
});

describe('ensureChromium', () => {
  it('installs nothing where there is a browser', () => {
    const there = machine({ files: ['/usr/bin/chromium', '/usr/bin/apt-get'], isRoot: true });
    expect(ensureChromium(there)).toBe('/usr/bin/chromium');
    expect(there.commands).toEqual([]);
  });

  it.each([
    ['shell', 'chromium-headless-shell', ['apt-get install -y chromium-headless-shell fonts-noto-cjk']],
    [
      'whole browser where there is no shell',
      'chromium',
      ['apt-get install -y chromium-headless-shell fonts-noto-cjk', 'apt-get install -y chromium fonts-noto-cjk']
    ]
  ])('installs Debian’s %s and a Chinese font as root', (_, name, installs) => {
    const debian = machine({ isRoot: true, files: ['/usr/bin/apt-get'], installs: { [`install ${name}`]: `/usr/bin/${name}` } });
    expect(ensureChromium(debian)).toBe(`/usr/bin/${name}`);
    expect(debian.commands).toEqual(['apt-get update', ...installs]);
  });

  it.each([
    ['not root', { files: ['/usr/bin/apt-get'] }],
    ['no apt-get', { isRoot: true }]
  ])('downloads Playwright’s Chromium: %s', (_, options) => {
    const other = machine({ ...options, installs: { 'npx playwright': DOWNLOAD } });
    expect(ensureChromium(other)).toBe(DOWNLOAD);
    expect(other.commands).toEqual(['npx playwright install chromium']);
  });

  it('downloads Playwright’s where apt-get brings only a stub', () => {
    const installs = { 'apt-get install': '/usr/bin/chromium', 'npx playwright': DOWNLOAD };
    const ubuntu = machine({ isRoot: true, files: ['/usr/bin/apt-get'], broken: ['/usr/bin/chromium'], installs });
    expect(ensureChromium(ubuntu)).toBe(DOWNLOAD);
    expect(ubuntu.commands).toHaveLength(4);
  });

  it('says in one line what was tried and what to do', () => {
    const closed = machine({ isRoot: true, files: ['/usr/bin/apt-get'] });
    const run = () => ensureChromium(closed);
    expect(run).toThrow(/^No Chromium found, and apt-get and Playwright’s download did not bring one: install Chromium .* or set CHROMIUM_PATH .*\.$/);
    expect(closed.commands).toHaveLength(4);
  });
});
