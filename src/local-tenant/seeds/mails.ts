import type { WorldMessage } from '../world.ts'
import { documentOf } from './agenda-sketch.ts'
import { sayDate, shiftDate, utcAt } from './danish-clock.ts'
import type { DemoDates } from './demo-dates.ts'
import { bodyHtmlOf, type InvitationSketch, iCalUIdOf } from './invitations.ts'
import { type PersonName, personNamed } from './people.ts'
import { writePdf } from './write-pdf.ts'
import { writeWord } from './write-word.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const trialReport = documentOf(
  'Kaj Overby, hjemmeplejen i Fjordhøj',
  `# Forsøget
To distrikter i Fjordhøj har i fire måneder haft en fast sygeplejerske på telefon fra kl. 15 til 23.
# Resultat
Antallet af akutte indlæggelser fra de to distrikter faldt fra 41 til 29. Ni ud af ti opkald kunne afsluttes uden besøg.
# Økonomi
Forsøget kostede 312.000 kr. Der er ikke regnet på, hvad hospitalet har sparet.`,
)

const trialQuestions = documentOf(
  'Kaj Overby',
  '# Spørgsmål\nVil to kommuner mere prøve ordningen?\nHvem betaler for opkoblingen?',
)

const consultationAnswer = documentOf(
  'Møllevang Kommune',
  '# Svar\nMøllevang støtter retningslinjen og ønsker 7 dage for borgere med diabetes.',
)

const trialBody = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>p.MsoNormal{margin:0;font-family:Calibri,sans-serif}</style></head><body lang="DA">
<p class="MsoNormal">Kære Peter</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">Vores forsøg med en <b>fast sygeplejerske på telefon</b> er slut, og tallene er bedre, end vi turde håbe. Jeg synes, de andre kommuner bør høre om det:</p>
<ul><li>12 færre akutte indlæggelser på fire måneder</li><li>9 ud af 10 opkald afsluttet uden besøg</li><li>312.000 kr. i alt</li></ul>
<table border="1"><tr><th>Distrikt</th><th>Før</th><th>Efter</th></tr><tr><td>Nord</td><td>22</td><td>15</td></tr><tr><td>Havn</td><td>19</td><td>14</td></tr></table>
<p class="MsoNormal">Kan du tage det op i Chefforum? Vi foreslår, at to kommuner mere prøver ordningen i foråret. Rapport og en side med spørgsmål er vedhæftet.</p>
<p class="MsoNormal">&nbsp;</p><p class="MsoNormal">Venlig hilsen<br>Kaj Overby<br><span style="color:#7f7f7f">Driftsleder, hjemmeplejen · Fjordhøj Kommune</span></p>
<img src="https://billeder.fjordhoej.example/logo.png" width="120" height="40" alt="Fjordhøj Kommune"></body></html>`

function sender(person: PersonName): { readonly name: string; readonly mail: string } {
  const { name, mail } = personNamed(person)
  return { name, mail }
}

function trialMail(receivedAt: string): WorldMessage {
  return {
    id: 'mail-telefonsygeplejerske',
    mailbox: 'peter',
    from: sender('kaj'),
    subject: 'Sygeplejerske på telefon om aftenen: kan vi tage det i Chefforum?',
    bodyHtml: trialBody,
    receivedAt,
    attachments: [
      {
        name: 'Rapport om telefonsygeplejerske.pdf',
        contentType: 'application/pdf',
        content: writePdf({ title: 'Telefonsygeplejerske om aftenen', ...trialReport }),
      },
      {
        name: 'Spørgsmål til Chefforum.docx',
        contentType: wordType,
        content: writeWord({ title: 'Spørgsmål til Chefforum', ...trialQuestions }),
      },
    ],
  }
}

function consultationMail(receivedAt: string): WorldMessage {
  return {
    id: 'mail-hoeringssvar',
    mailbox: 'vibe',
    from: sender('anja'),
    subject: 'Høringssvar om sårpleje fra Møllevang',
    bodyHtml: '<p>Kære Vibe</p><p>Hermed vores svar. De andre kommer i næste uge.</p><p>Anja Rosenkær</p>',
    receivedAt,
    attachments: [
      {
        name: 'Høringssvar Møllevang.pdf',
        contentType: 'application/pdf',
        content: writePdf({ title: 'Høringssvar om sårpleje', ...consultationAnswer }),
      },
    ],
  }
}

function shortMail(mail: Omit<WorldMessage, 'attachments'>): WorldMessage {
  return { ...mail, attachments: [] }
}

function ordinaryMails(dates: DemoDates): readonly WorldMessage[] {
  const at = (daysAgo: number, time: string) => utcAt(shiftDate(dates.today, -daysAgo), time)
  return [
    trialMail(at(1, '15:47')),
    shortMail({
      id: 'mail-frokost',
      mailbox: 'peter',
      from: sender('gorm'),
      subject: 'Frokost torsdag?',
      bodyHtml: '<p>Hej Peter</p><p>Skal vi spise sammen efter budgetmødet?</p><p>Gorm</p>',
      receivedAt: at(2, '11:02'),
    }),
    shortMail({
      id: 'mail-afbud',
      mailbox: 'lone',
      from: sender('rikke'),
      subject: 'Afbud til Chefforum',
      bodyHtml: `<p>Kære Lone</p><p>Jeg kan desværre ikke ${sayDate(dates.coming)}. Mads deltager for Strandvang.</p><p>Rikke Havmose</p>`,
      receivedAt: at(1, '08:20'),
    }),
    consultationMail(at(1, '13:31')),
  ]
}

/** The mail by which each invited person got an invitation. */
function invitationMails(sketch: InvitationSketch): readonly WorldMessage[] {
  const slug = sketch.name.replace(/[^a-z]+/g, '-')
  return sketch.invited
    .filter((person) => person !== sketch.organizer)
    .map((person) => ({
      id: `indkaldelse-${slug}-${person}`,
      mailbox: person,
      from: sender(sketch.organizer),
      subject: sketch.subject,
      bodyHtml: bodyHtmlOf(sketch),
      receivedAt: sketch.createdAt,
      attachments: [],
      eventICalUId: iCalUIdOf(sketch),
    }))
}

/** Mails in the mailboxes: one that asks to become a proposal, some ordinary ones, and the invitations' own. */
export function demoMails(dates: DemoDates, invitations: readonly InvitationSketch[]): readonly WorldMessage[] {
  return [...ordinaryMails(dates), ...invitations.flatMap(invitationMails)]
}
