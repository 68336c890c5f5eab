/** The product's language for a host's locale: Danish also for those who read it best besides their own. */
export function readLanguage(locale: string | null | undefined): 'da' | 'en' {
  const language = (locale ?? '').toLowerCase().split(/[-_]/)[0] ?? ''
  return ['da', 'fo', 'kl'].includes(language) ? 'da' : 'en'
}
