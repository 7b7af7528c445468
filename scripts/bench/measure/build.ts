import { execFileSync } from 'node:child_process';
import { atMost } from '../tools/row';
import type { Row } from '../tools/row';

/* The product's own build, once: it makes what all else measures. */

/** @throws if the build fails */
export function measureBuild(say: (line: string) => void): Row[] {
  const seconds = (script: string): number => {
    say(`npm run ${script} …`);
    const started = performance.now();
    execFileSync('npm', ['run', '--silent', script], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    return (performance.now() - started) / 1000;
  };
  const [geodata, build] = [seconds('geodata'), seconds('build')];
  return [
    { what: '`npm run geodata`', unit: 's', samples: { ours: [geodata] }, target: atMost(60, 's') },
    { what: '`npm run build`, geodata included', unit: 's', samples: { ours: [build] }, target: atMost(120, 's') }
  ];
}
