import type { Project } from '#lib/atlas/project/project';
import * as m from '#lib/paraglide/messages';
import { parseProject } from '#lib/atlas/project/address';
import type { KnownWishes } from '#lib/atlas/project/address';

/** A made-up project to start from; one whose words the pack does not know is not offered. */
export type Preset = Readonly<{ id: string; query: string; name: () => string }>;

export const PRESETS: readonly Preset[] = [
  { id: 'synbio', query: 's=synbio&stage=manufacturing&land=gmp-plant,land-m3&near=airport', name: () => m.match_preset_synbio() },
  { id: 'api', query: 's=api&stage=manufacturing&land=land-m3', name: () => m.match_preset_api() },
  {
    id: 'research',
    query: 's=small-molecule,ai-drug&stage=research&want=cro-service,safety-evaluation&near=university,hospital',
    name: () => m.match_preset_research()
  }
];

export type OfferedPreset = Readonly<{ id: string; name: string; project: Project }>;

/** The made-up projects whose words the pack knows. */
export const offeredPresets = (known: KnownWishes): OfferedPreset[] =>
  PRESETS.flatMap(({ id, query, name }) => {
    const { project, problems } = parseProject(new URLSearchParams(query), known);
    return problems.length === 0 ? [{ id, name: name(), project }] : [];
  });
