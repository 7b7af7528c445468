import type { Problem } from '../problem';
import { checkCalls } from './check-calls';
import { checkCircles } from './check-circles';
import { checkClaims } from './check-claims';
import { checkMarks } from './check-marks';
import { checkMembers } from './check-members';
import { checkPrinted } from './check-printed';
import { checkPublished } from './check-published';
import { checkReferences } from './check-references';
import { checkRegister } from './check-register';
import { checkSectors } from './check-sectors';
import { checkSupport } from './check-support';
import { checkTerms } from './check-terms';
import type { Pack } from './read-pack';
import type { Adcodes } from './unknown-adcode';

/**
 * All that can be seen to be wrong with a pack that could be read: what it refers to, what it claims, how it says it.
 * @param adcodes the administrative units that the base geometry knows, or undefined to skip that check
 */
export const checkPack = (pack: Pack, adcodes?: Adcodes): Problem[] => [
  ...checkReferences(pack, adcodes),
  ...checkCircles(pack),
  ...checkClaims(pack),
  ...checkMarks(pack),
  ...checkMembers(pack),
  ...checkSectors(pack),
  ...checkSupport(pack),
  ...checkRegister(pack),
  ...checkPublished(pack, adcodes),
  ...checkCalls(pack),
  ...checkTerms(pack),
  ...checkPrinted(pack).problems
];
