import type { Reach } from './comparison';
import * as m from '#lib/paraglide/messages';

export function reachText(reach: Reach): string {
  switch (reach) {
    case 'all':
      return m.compare_reach_all();
    case 'some':
      return m.compare_reach_some();
    case 'only':
      return m.compare_reach_only();
  }
}
