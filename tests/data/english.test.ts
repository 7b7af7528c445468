import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unwantedForms } from '../../scripts/steps/pack/check-terms';
import { packDir } from '../../scripts/steps/pack/pack-dir';
import { readPack } from '../../scripts/steps/pack/read-pack';

const MESSAGES = 'src/i18n/messages/en';
const { terms } = readPack(packDir(undefined, {}));

describe('the site’s own English keeps to the terms of the pack', () => {
  const unwanted = unwantedForms(terms.data);

  it.each(readdirSync(MESSAGES))('%s', (file) => {
    const messages = JSON.parse(readFileSync(`${MESSAGES}/${file}`, 'utf8')) as Record<string, unknown>;
    // plural forms and the like are objects: their words are read all the same
    const found = Object.entries(messages).flatMap(([key, text]) => unwanted(JSON.stringify(text)).map((rule) => `${key}: ${rule.en}`));
    expect(found).toEqual([]);
  });
});
