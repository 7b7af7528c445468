import { writeFileSync } from 'node:fs';
import { GUIDES, writeGuides } from './steps/guide/write-guide';

/* Write the guide for authors of packs, in Chinese and English: `npm run guide`. */
for (const [language, text] of Object.entries(writeGuides())) {
  const file = GUIDES[language as keyof typeof GUIDES];
  writeFileSync(file, text);
  console.log(file);
}
