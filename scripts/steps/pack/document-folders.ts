import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of the pack's documents, by name. */
export function documentFolders(dir: string): string[] {
  const folder = join(dir, 'documents');
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}
