// pdf.js declares its main module only; its worker module is imported for what it puts on globalThis.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
