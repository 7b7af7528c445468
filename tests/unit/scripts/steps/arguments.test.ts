import { describe, expect, it } from 'vitest';
import { scriptArguments } from '../../../../scripts/steps/arguments';
import { InputError } from '../../../../scripts/steps/problem';

describe('what scripts for packs are called with', () => {
  it('is a pack and a language, wherever they stand, beside a script’s own options', () => {
    const { values } = scriptArguments({ watch: { type: 'boolean' } }, ['--watch', '--pack', 'my/pack', '--lang=zh']);
    expect(values).toMatchObject({ pack: 'my/pack', lang: 'zh', watch: true });
  });

  // npm keeps `--pack` to itself where `--` is forgotten: the path alone must not pass for the default pack
  it.each([[['my/pack']], [['--pakc', 'my/pack']], [['--pack', 'my/pack', 'other']]])('is nothing that it does not have: %j', (args) => {
    expect(() => scriptArguments({}, args)).toThrow(InputError);
  });

  it('is words without an option only where a script takes them', () => {
    expect(scriptArguments({}, ['2027-06-30'], true).positionals).toEqual(['2027-06-30']);
  });
});
