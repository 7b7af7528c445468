import type { PlaceKind, Tier } from '#lib/schema/terms';

/** Map position: centre in WGS 84 degrees and MapLibre zoom. */
export type Camera = Readonly<{ lon: number; lat: number; zoom: number }>;

export type Selection = Readonly<{ kind: 'zone'; id: string } | { kind: 'unit'; adcode: string } | { kind: 'place'; id: string }>;

/** Everything the address bar holds. Absent means the default. */
export type ExplorerState = Readonly<{
  layout: string;
  selection?: Selection;
  /** zones that name this sector or one below it */
  sector?: string;
  /** show the places that this document names, instead of those of the layout's zones */
  document?: string;
  /** tiers switched off in the legend */
  hiddenTiers: readonly Tier[];
  /** kinds of place switched off */
  hiddenKinds: readonly PlaceKind[];
  camera?: Camera;
  /** address on this site of a layer of very many points, as `parseTilesAddress` reads it */
  tiles?: string;
  /** day for which document status is shown, YYYY-MM-DD; absent = today */
  day?: string;
}>;

export type Intent =
  | Readonly<{ type: 'select'; selection: Selection }>
  | Readonly<{ type: 'clear' }>
  | Readonly<{ type: 'layout'; id: string }>
  | Readonly<{ type: 'sector'; id: string | undefined }>
  | Readonly<{ type: 'document'; id: string | undefined }>
  | Readonly<{ type: 'toggle-tier'; tier: Tier }>
  | Readonly<{ type: 'toggle-kind'; kind: PlaceKind }>
  | Readonly<{ type: 'reset-filters' }>
  | Readonly<{ type: 'camera'; camera: Camera }>;

const toggled = <T>(list: readonly T[], item: T): T[] => (list.includes(item) ? list.filter((other) => other !== item) : [...list, item]);

/** The state after an intent. Pure; the caller writes the answer to the address bar. */
export function reduce(state: ExplorerState, intent: Intent): ExplorerState {
  switch (intent.type) {
    case 'select':
      return { ...state, selection: intent.selection };
    case 'clear': {
      const { selection: _, ...rest } = state;
      return rest;
    }
    case 'layout': {
      // what was selected or framed belongs to the other layout
      const { selection: _, camera: __, ...rest } = state;
      return { ...rest, layout: intent.id, hiddenTiers: [] };
    }
    case 'sector': {
      const { sector: _, ...rest } = state;
      return intent.id === undefined ? rest : { ...rest, sector: intent.id };
    }
    case 'document': {
      const { document: _, ...rest } = state;
      return intent.id === undefined ? rest : { ...rest, document: intent.id };
    }
    case 'toggle-tier':
      return { ...state, hiddenTiers: toggled(state.hiddenTiers, intent.tier) };
    case 'toggle-kind':
      return { ...state, hiddenKinds: toggled(state.hiddenKinds, intent.kind) };
    case 'reset-filters': {
      const { sector: _, document: __, ...rest } = state;
      return { ...rest, hiddenTiers: [], hiddenKinds: [] };
    }
    case 'camera':
      return { ...state, camera: intent.camera };
  }
}
