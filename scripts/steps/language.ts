import type { Language } from './problem';

/**
 * The language that the scripts speak to whoever runs them: that of the system's messages, by the variables of POSIX in their order; where none is set, as on
 * Windows, the one that its settings say. Chinese of any script and place is Chinese; whatever else is English.
 * @param usual the locale of the system's settings
 */
export function systemLanguage(env: NodeJS.ProcessEnv = process.env, usual = Intl.DateTimeFormat().resolvedOptions().locale): Language {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((one) => one !== undefined && one !== '') ?? usual;
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}
