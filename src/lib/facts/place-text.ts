import type { PlaceKind, Precision } from '#lib/schema/terms';
import * as m from '#lib/paraglide/messages';

/* What a place is and how well its position is known, in the reader's words. */

export function kindText(kind: PlaceKind): string {
  switch (kind) {
    case 'park':
      return m.kind_park();
    case 'town':
      return m.kind_town();
    case 'base':
      return m.kind_base();
    case 'zone':
      return m.kind_zone();
    case 'platform':
      return m.kind_platform();
    case 'institute':
      return m.kind_institute();
    case 'facility':
      return m.kind_facility();
    case 'hospital':
      return m.kind_hospital();
    case 'university':
      return m.kind_university();
    case 'airport':
      return m.kind_airport();
    case 'port':
      return m.kind_port();
    case 'station':
      return m.kind_station();
    case 'bonded':
      return m.kind_bonded();
    case 'customs':
      return m.kind_customs();
  }
}

export function precisionText(precision: Precision): string {
  switch (precision) {
    case 'site':
      return m.precision_site();
    case 'neighbourhood':
      return m.precision_neighbourhood();
    case 'town':
      return m.precision_town();
    case 'district':
      return m.precision_district();
    case 'prefecture':
      return m.precision_prefecture();
    case 'unlocated':
      return m.precision_unlocated();
  }
}
