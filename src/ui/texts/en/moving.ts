import type { LinkingPart } from '../da/linking.ts'

/** "Move the meeting": from the wish to what was done and what to write to people. */
export const moving: LinkingPart['moving'] = {
  title: 'Move the meeting',
  now: (when) => `The meeting is now on ${when}.`,
  unfinished:
    'A move away from this date was begun and not finished. Choose the date again to finish it. No further invitation is sent.',
  looking: "Looking for the meeting's invitation in your calendar …",
  date: 'New date',
  from: 'From',
  to: 'To',
  place: 'Place',
  reason: 'Why is it moved?',
  reasonHint: 'Everybody sees the reason beside the dates of the meeting, e.g. "Collides with a conference".',
  deadlines: 'Move the deadlines by as many days',
  message: 'Message',
  messageHint: 'Stands in the invitation when a new one is sent. The link to the meeting is put in for you.',
  preview: 'See what happens',
  happens: 'This happens when you move the meeting',
  problem: {
    dateMissing: 'Choose a date and a time.',
    endBeforeStart: 'The meeting must end after it begins.',
    past: 'The new date must lie in the future.',
    same: 'Choose another time than the one the meeting has now.',
  },
  consequence: {
    sameInvitation: (when, count) =>
      `You called the meeting yourself, so your invitation is moved to ${when}. Outlook tells the ${count} invited. Nobody has to delete anything.`,
    newInvitation: (when, count) =>
      `A new invitation for ${when} is sent from your calendar to the ${count} others in the forum, with a Teams meeting and a link to the agenda.`,
    oldBy: (who) =>
      `The old invitation was sent by ${who} and cannot be moved by you. It is marked as replaced; each participant removes their own, and Mødetråd shows the button.`,
    oldUnknown:
      'The old invitation is marked as replaced. Each participant removes their own, and Mødetråd shows the button.',
    onlyHere:
      'Mødetråd may not write in your calendar, so no invitation is sent from here. The date is moved here. Send the invitation yourself in Outlook, where Mødetråd puts the link in.',
    date: (day) => `The old date, ${day}, stays with the reason.`,
    follows: (items, proposals, notes) =>
      `The agenda with ${items} items, ${proposals} proposals and ${notes} status notes comes along.`,
    deadlines: (proposals, notes) => `The deadlines move along. Now: proposals ${proposals}, status ${notes}`,
    noUndoSent: 'An invitation that is sent cannot be called back. The rest can be undone afterwards.',
    noUndoMoved: 'The move can be undone. Outlook then tells the invited once more.',
    undoable: 'The move can be undone afterwards.',
  },
  send: {
    sameInvitation: 'Move the meeting',
    newInvitation: 'Move the meeting and send',
    onlyHere: 'Move the meeting here',
  },
  moving: 'Moving the meeting …',
  change: 'Change',
  failedSafe: 'Try again with the same button; no further invitation is sent.',
  done: (when) => `The meeting is moved to ${when}.`,
  textToSend: 'Text you can send',
  copy: 'Copy the text',
  copied: 'The text is copied',
  copyFailed: 'The text could not be copied. Select it and copy it yourself.',
  undo: 'Undo the move',
  undoTitle: 'Undo the move?',
  undoConfirm: {
    sameInvitation: (when) => `The meeting and your invitation go back to ${when}, and Outlook tells the invited.`,
    newInvitation: (when) =>
      `The meeting is on ${when} again, and the old invitation holds. The new invitation is sent and cannot be called back: cancel it in Outlook yourself. Until then it is shown as replaced.`,
    onlyHere: (when) => `The meeting is on ${when} again.`,
  },
  undone: 'The move is undone',
  letter: {
    subject: (forum) => `${forum} - new date`,
    moved: (forum, from, to) => `The meeting of ${forum} ${from} is moved to ${to}.`,
    because: (reason) => `Reason: ${reason}`,
    replaces: (from) =>
      `This invitation replaces the meeting ${from}. Delete the old one in your calendar yourself, or open it in Outlook and Mødetråd removes it for you.`,
    nothingToDelete: 'The invitation in your calendar is moved, so you need not delete anything.',
    newComes:
      'You will get a new invitation. Delete the old one in your calendar yourself, or open it in Outlook and Mødetråd removes it for you.',
    follows: 'Agenda, enclosures and proposals come along.',
  },
}
