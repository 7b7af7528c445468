import { settings } from './settings';

/** Absolute address of a path of this site where the site's own address is set (PUBLIC_SITE_URL), else the path itself. */
export const siteAddress = (path: string): string => (settings.siteUrl ? new URL(path, settings.siteUrl).href : path);
