import type { UnreadableReason } from './document-reading.ts'

/** The Danish sentence shown for a file that cannot be read: what is wrong and what to do. */
export function unreadableSentence(reason: UnreadableReason): string {
  switch (reason) {
    case 'empty':
      return 'Filen er tom. Vælg en fil med indhold.'
    case 'corrupt':
      return 'Filen er beskadiget og kan ikke læses. Åbn den i det program, den er lavet i, og gem den på ny.'
    case 'encrypted':
      return 'Filen er beskyttet med en adgangskode. Gem den uden adgangskode, og prøv igen.'
    case 'tooLarge':
      return 'Filen er for stor til at blive læst. Gem den uden billeder eller i mindre dele, og prøv igen.'
    case 'tooComplex':
      return 'Filen er bygget så indviklet, at den ikke kan læses. Kopiér teksten til et nyt dokument, og prøv igen.'
    case 'tooSlow':
      return 'Det tog for lang tid at læse filen. Gem den i mindre dele, og prøv igen.'
    case 'oldWord':
      return 'Filen er i Words gamle format (.doc). Åbn den i Word, og gem den som .docx.'
    case 'noText':
      return 'Filen har ingen tekst, kun billeder. Er det et indscannet dokument, skal det først tekstgenkendes (OCR).'
    case 'unknownFormat':
      return 'Filens format kan ikke læses. Brug Word (.docx), PDF, OpenDocument (.odt), HTML eller ren tekst.'
  }
}
