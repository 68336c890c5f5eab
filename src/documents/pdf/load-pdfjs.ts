import type { DocumentInitParameters, PDFDocumentLoadingTask } from 'pdfjs-dist/types/src/display/api.js'

/** The part of pdf.js we use. */
export type PdfLibrary = { readonly getDocument: (source: DocumentInitParameters) => PDFDocumentLoadingTask }

let loading: Promise<PdfLibrary> | null = null

/**
 * Loads pdf.js when the first PDF comes. Its worker code is loaded beside it and runs in this thread, which is our own
 * worker in the browser: pdf.js then starts no worker and fetches nothing. The legacy build runs in Node 20 as well.
 */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loading ??= importLibrary()
  return loading
}

async function importLibrary(): Promise<PdfLibrary> {
  overlookStrayRejections()
  const restoreNatives = holdNatives()
  // The worker module puts itself on globalThis.pdfjsWorker, where pdf.js looks before it starts a worker of its own.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  restoreNatives()
  return library
}

/**
 * The legacy build brings polyfills (core-js), and on Node 20 they replace functions that are there already for the sake
 * of corner cases nobody here meets; its `push` alone costs a sixth of the reading. Gives back what was there.
 */
function holdNatives(): () => void {
  const { push } = Array.prototype
  const { parse, stringify } = JSON
  return () => {
    Object.defineProperty(Array.prototype, 'push', { value: push })
    Object.assign(JSON, { parse, stringify })
  }
}

/** How a PDF nobody has vouched for is opened: nothing in it is run, drawn or fetched. */
export function openingParameters(bytes: Uint8Array): DocumentInitParameters {
  return {
    // pdf.js takes the bytes over, and refuses a Node Buffer: it gets a copy.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Images are never needed; larger ones than this are skipped before they are decoded.
    maxImageSize: 1,
  }
}

const libraryErrors =
  /^(?:ParserEOF|XRefEntry|XRefParse|InvalidPDF|MissingData|Abort|UnknownError|Password|Response)Exception$|^FormatError$/

/** Whether an error is one pdf.js throws at a file, and not a bug of ours. */
export function isLibraryError(error: unknown): boolean {
  return error instanceof Error && libraryErrors.test(error.name)
}

/**
 * Opening a damaged file, pdf.js 5.6 lets go of promises that reject later, beside the error it reports. Such a stray
 * rejection would end a Node process; it says nothing that the reported error does not.
 */
function overlookStrayRejections(): void {
  if (typeof process === 'object' && typeof process.on === 'function') {
    process.on('unhandledRejection', (reason) => {
      if (!isLibraryError(reason)) throw reason
    })
  } else {
    globalThis.addEventListener('unhandledrejection', (event) => {
      if (isLibraryError(event.reason)) event.preventDefault()
    })
  }
}
