import { languageTag } from '#lib/design/page/local';

/** The page for what does not exist, which also draws pages out of the offline copy, is made once for both languages. */
export const init = (): void => {
  document.documentElement.lang = languageTag();
};
