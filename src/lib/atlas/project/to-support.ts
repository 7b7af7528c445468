import { SUPPORT_GROUPS } from '#lib/schema/terms';
import type { SupportGroup } from '#lib/schema/terms';
import { projectParams } from './address';
import type { Project } from './project';

/** The estimator's question for what a project invests; a pack without it is asked without. */
export const INVESTMENT_INPUT = 'fixed-assets';

/** What a stage would ask support for. Ours; stages that a pack names otherwise ask for nothing. */
const GROUP_OF_STAGE: Readonly<Record<string, SupportGroup>> = {
  research: 'rd',
  transfer: 'rd',
  pilot: 'rd',
  manufacturing: 'investment',
  'service-stage': 'platform'
};

/** The kinds of support that a project asks for, by its stages; who wants land or invests builds something. */
export function supportGroupsOf({ stage, land, investment }: Pick<Project, 'stage' | 'land' | 'investment'>): SupportGroup[] {
  const groups = new Set(stage.flatMap((one) => (Object.hasOwn(GROUP_OF_STAGE, one) ? GROUP_OF_STAGE[one] : [])));
  if (land.length > 0 || investment !== undefined) groups.add('investment');
  return SUPPORT_GROUPS.filter((group) => groups.has(group));
}

/** A project without what the estimator has questions of its own for: it travels along, so that it can go back. */
export const besideSupport = (project: Project): Project => ({ ...project, investment: undefined, on: undefined });

/** A project as parameters of the estimator: kinds of support, day and investment filled in, the rest as it is. */
export function supportParamsOf(project: Project): [key: string, value: string][] {
  const groups = supportGroupsOf(project);
  return [
    ...(groups.length > 0 ? [['for', groups.join(',')] as [string, string]] : []),
    ...(project.on ? [['on', project.on] as [string, string]] : []),
    ...(project.investment === undefined ? [] : [[INVESTMENT_INPUT, String(project.investment)] as [string, string]]),
    ...projectParams(besideSupport(project))
  ];
}
