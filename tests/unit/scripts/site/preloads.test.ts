import { describe, expect, it } from 'vitest';
import { addPreloads } from '../../../../scripts/steps/site/preloads';

const manifest = {
  page: { file: '_app/page.js', imports: ['_frame.js', '_facts.js'] },
  '_frame.js': { file: '_app/frame.js', imports: [] },
  '_facts.js': { file: '_app/facts.js', imports: ['_frame.js', '_names.js'] },
  '_names.js': { file: '_app/names.js' }
};
const html = '<head><link href="/b/_app/frame.js" rel="modulepreload"><link href="/b/_app/page.js" rel="modulepreload"></head><p>x</p>';

describe('preloads of a page', () => {
  it('names every script that its scripts import, once, after the others', () => {
    expect(addPreloads(html, manifest, '/b')).toBe(
      html.replace('</head>', '<link href="/b/_app/facts.js" rel="modulepreload"><link href="/b/_app/names.js" rel="modulepreload"></head>')
    );
  });

  it('leaves a page alone that lacks none, or that preloads nothing', () => {
    const whole = addPreloads(html, manifest, '/b');
    expect(addPreloads(whole, manifest, '/b')).toBe(whole);
    expect(addPreloads('<p>x</p>', manifest, '/b')).toBe('<p>x</p>');
  });
});
