import { type ImportReviewTexts, importReviewDa } from './da/import-review.ts'
import { importReviewEn } from './en/import-review.ts'
import { useTexts } from './texts.tsx'

/** The review's sentences in the reader's language; both are small and come with the review. */
export function useImportReviewTexts(): ImportReviewTexts {
  return useTexts().language === 'en' ? importReviewEn : importReviewDa
}
