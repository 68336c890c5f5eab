import type { ImportArchiveTexts } from '../da/import-archive.ts'

/** The sentences of the archive import in English, saying what the Danish ones say. */
export const importArchiveEn: ImportArchiveTexts = {
  title: 'Import archive',
  hint: 'Choose a folder or many files with old agendas and minutes. The meeting is found or made by the date of the document, and what is there already is left alone.',
  closedHint: 'Closed items are left out.',
  forum: 'Forum',
  chooseFolder: 'Choose a folder',
  chooseFiles: 'Choose files',
  anyForum: 'Also take documents that name another forum',
  start: (count) => `Import ${count} files`,
  stop: 'Stop after this file',
  stopping: 'Stopping after this file …',
  progress: (done, all) => `${done} of ${all} files`,
  reading: (name) => `Reading ${name} …`,
  again: 'Import more',
  goOn: 'Continue',
  report: 'Result',
  counts: {
    imported: (count) => `${count} imported`,
    joined: (count) => `${count} put on a meeting that was there`,
    there: (count) => `${count} were there already`,
    none: (count) => `${count} are no agenda and no minutes`,
    undated: (count) => `${count} without a date`,
    otherForum: (count) => `${count} of another forum`,
    unreadable: (count) => `${count} cannot be read`,
    failed: (count) => `${count} could not be saved`,
  },
  entry: {
    imported: 'Imported',
    joined: 'Put on the meeting',
    there: 'There already',
    none: 'No agenda and no minutes',
    undated: 'The date of the meeting is not in the document',
    otherForum: (named) => `Names another forum: ${named}`,
    unreadable: 'Cannot be read',
    failed: 'Could not be saved',
  },
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
  doubts: (count) => (count === 1 ? '1 thing to look at' : `${count} things to look at`),
  closed: (count) =>
    count === 1 ? '1 closed item and the original are left out' : `${count} closed items and the original are left out`,
  kept: (count) =>
    count === 1 ? '1 text was different and was not changed' : `${count} texts were different and were not changed`,
  stopped: {
    asked: 'Stopped. Run the import again to go on; what is saved will not be doubled.',
    failure: (why) => `The import stopped: ${why} Run it again to go on; what is saved will not be doubled.`,
  },
  noFiles: 'There are no files that can be read. Agendas must be Word, PDF, text, odt or html.',
}
