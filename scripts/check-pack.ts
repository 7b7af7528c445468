import { checkPack } from './steps/pack/check-pack';
import { checkPrinted } from './steps/pack/check-printed';
import { checkRegion } from './steps/pack/check-region';
import { readPack } from './steps/pack/read-pack';
import { packDir } from './steps/pack/pack-dir';
import { formatProblem, InputError } from './steps/problem';

/* Validate a pack's files and references without building anything: `npm run check:pack`. */
try {
  const pack = readPack(packDir());
  const problems = [...checkRegion(pack), ...checkPack(pack)];
  for (const problem of problems) console.error(formatProblem(problem));
  for (const difference of checkPrinted(pack).differences) console.warn(`note: ${formatProblem(difference)}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${pack.info.data.id} ${pack.info.data.version}: ${pack.documents.length} documents, ${pack.places.length} places, no problems`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
