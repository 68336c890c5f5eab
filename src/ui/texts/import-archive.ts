import { type ImportArchiveTexts, importArchiveDa } from './da/import-archive.ts'
import { importArchiveEn } from './en/import-archive.ts'
import { useTexts } from './texts.tsx'

/** The archive's sentences in the reader's language; both are small and come with the archive. */
export function useImportArchiveTexts(): ImportArchiveTexts {
  return useTexts().language === 'en' ? importArchiveEn : importArchiveDa
}
