import type { ExplorerState } from '#lib/atlas/state';
import { escapeXml } from '#lib/map/picture/xml';
import { formatState, parseState } from './address';
import type { UrlProblem } from './address';

/** What an embedded map has besides the map; all of it by default. */
export type EmbedOptions = Readonly<{
  /** legend and list open to begin with */
  legend: boolean;
  /** a map to move; otherwise a still picture, which is lighter */
  interactive: boolean;
}>;

const SWITCHES = ['legend', 'interactive'] as const;

/**
 * Read an embedded map's address: the explorer's parameters, and legend=0, interactive=0. Total: whatever is written there,
 * a usable state comes back, and what could not be used is listed.
 */
export function parseEmbed(
  params: URLSearchParams,
  known: Parameters<typeof parseState>[1]
): { state: ExplorerState; options: EmbedOptions; problems: UrlProblem[] } {
  const { state, problems } = parseState(params, known);
  const options: Record<(typeof SWITCHES)[number], boolean> = { legend: true, interactive: true };
  for (const name of SWITCHES) {
    const value = params.get(name);
    if (value === '0') options[name] = false;
    else if (value !== null && value !== '' && value !== '1') problems.push({ parameter: name, value: value.slice(0, 60) });
  }
  return { state, options, problems };
}

/** Write an embedded map's parameters; defaults are left out. */
export function formatEmbed(state: ExplorerState, options: EmbedOptions, defaultLayout: string): URLSearchParams {
  const params = formatState(state, defaultLayout);
  for (const name of SWITCHES) if (!options[name]) params.set(name, '0');
  return params;
}

/**
 * The HTML to paste into another page.
 * @param address absolute address of the embedded map
 * @param title what it shows, for readers who cannot see it
 * @param height CSS px
 */
export const embedSnippet = (address: string, title: string, height: number): string =>
  `<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" width="100%" height="${height}" loading="lazy" allow="clipboard-write; fullscreen" referrerpolicy="strict-origin-when-cross-origin"></iframe>`;
