import { Button } from '@fluentui/react-components'
import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { EventBus, PDFLinkService, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs'
import 'pdfjs-dist/web/pdf_viewer.css'
import { useEffect, useRef, useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './enclosure-reader.module.css'

GlobalWorkerOptions.workerSrc = workerUrl

type Shown =
  | { readonly kind: 'reading' }
  | { readonly kind: 'shown'; readonly page: number; readonly pages: number }
  | { readonly kind: 'failed' }

/** Shows a PDF inside the app, page under page, with its text selectable. `bytes` are untrusted: no scripts are run. */
export function EnclosureReader({
  bytes,
  onClose,
  onOpenOutside,
  title,
}: {
  bytes: ArrayBuffer
  onClose: () => void
  onOpenOutside: () => void
  title: string
}) {
  const texts = useTexts()
  const frame = useRef<HTMLDivElement>(null)
  const viewer = useRef<PDFViewer | null>(null)
  const [shown, setShown] = useState<Shown>({ kind: 'reading' })
  useEffect(() => {
    if (!frame.current) return undefined
    const opened = openViewer(frame.current, bytes, setShown)
    viewer.current = opened.viewer
    return opened.close
  }, [bytes])
  return (
    <section aria-label={texts.enclosures.pdfTitle(title)} className={styles['reader']}>
      <div className={styles['bar']}>
        <Button appearance="subtle" onClick={onClose} size="small">
          ← {texts.enclosures.closeReader}
        </Button>
        <h2 className={styles['title']}>{title}</h2>
        <span className={styles['page']} role="status">
          {shown.kind === 'shown' ? texts.enclosures.page(shown.page, shown.pages) : ''}
        </span>
        <Button aria-label={texts.enclosures.zoomOut} onClick={() => viewer.current?.decreaseScale()} size="small">
          −
        </Button>
        <Button aria-label={texts.enclosures.zoomIn} onClick={() => viewer.current?.increaseScale()} size="small">
          +
        </Button>
        <Button onClick={onOpenOutside} size="small">
          {texts.enclosures.openOutside}
        </Button>
      </div>
      {shown.kind === 'reading' ? <Placeholder label={texts.common.loading} lines={9} /> : null}
      {shown.kind === 'failed' ? <Notice intent="error">{texts.enclosures.unreadable}</Notice> : null}
      <div className={styles['pages']}>
        {/* The scrolling region itself takes the focus, so that the arrow keys scroll it. */}
        <div aria-label={title} className={styles['frame']} ref={frame} role="document" tabIndex={0}>
          <div className="pdfViewer" />
        </div>
      </div>
    </section>
  )
}

function openViewer(container: HTMLDivElement, bytes: ArrayBuffer, tell: (shown: Shown) => void) {
  const eventBus = new EventBus()
  const linkService = new PDFLinkService({ eventBus, externalLinkTarget: 2, externalLinkRel: 'noreferrer noopener' })
  const viewer = new PDFViewer({ container, eventBus, linkService, removePageBorders: true })
  linkService.setViewer(viewer)
  // pdf.js hands its buffer to the worker, so it gets a copy.
  const task = getDocument({ data: bytes.slice(0), isEvalSupported: false, enableXfa: false })
  let closed = false
  eventBus.on('pagesinit', () => {
    viewer.currentScaleValue = 'page-width'
  })
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => {
    tell({ kind: 'shown', page: pageNumber, pages: viewer.pagesCount })
  })
  task.promise.then(
    (pdf) => {
      if (closed) return
      viewer.setDocument(pdf)
      linkService.setDocument(pdf)
      tell({ kind: 'shown', page: 1, pages: pdf.numPages })
    },
    () => {
      if (!closed) tell({ kind: 'failed' })
    },
  )
  const close = () => {
    closed = true
    viewer.cleanup()
    void task.destroy()
  }
  return { viewer, close }
}
