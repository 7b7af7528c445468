import type { ExampleProject } from '#lib/schema/examples';
import { parseProject } from '#lib/atlas/project/address';
import type { KnownWishes } from '#lib/atlas/project/address';
import type { Project } from '#lib/atlas/project/project';
import { local } from '#lib/design/page/local';

/** A made-up project to start from. */
export type OfferedPreset = Readonly<{ id: string; name: string; project: Project }>;

/** The words of an example in the address's form. */
export const presetQuery = ({ sectors, stage, land, want, near }: ExampleProject): URLSearchParams =>
  new URLSearchParams({ s: sectors.join(','), stage: stage.join(','), land: land.join(','), want: want.join(','), near: near.join(',') });

/** The pack's made-up projects whose words can all be matched, named in the language of the page. */
export const offeredPresets = (known: KnownWishes, projects: readonly ExampleProject[]): OfferedPreset[] =>
  projects.flatMap((example) => {
    const { project, problems } = parseProject(presetQuery(example), known);
    return problems.length === 0 ? [{ id: example.id, name: local(example.name), project }] : [];
  });
