/** Where the reading stands: which page Word last put it on, and whether the writer asked for a new one. */
export class DocxPage {
  /** Null when Word left no marks of its pages in the document. */
  page: number | null
  startsPage = false
  /** An empty paragraph came last. */
  followsGap = false

  constructor(hasPageMarks: boolean) {
    this.page = hasPageMarks ? 1 : null
  }

  /** Word's mark of a page begun. At the start of a paragraph that paragraph starts the page. */
  turn(atParagraphStart: boolean): void {
    if (this.page !== null) this.page += 1
    if (atParagraphStart) this.startsPage = true
  }

  takeStart(): boolean {
    const starts = this.startsPage
    this.startsPage = false
    return starts
  }
}
