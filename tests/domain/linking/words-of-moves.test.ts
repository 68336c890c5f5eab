import { expect, test } from 'vitest'
import { linkCalendar } from '../../../src/domain/linking/link-calendar.ts'
import type { Instant } from '../../../src/shared/ids.ts'
import { aCalendar, anInvitation } from './link-builders.ts'

/** The words stand in an invitation to Tuesday 6 October; Monday 28 September and 17 November are in the calendar too. */
function hear(bodyText: string): string[] {
  const speaker = anInvitation('2026-10-06', { bodyText, createdAt: '2026-08-18T08:00:00Z' as Instant })
  const events = [anInvitation('2026-09-28'), speaker, anInvitation('2026-11-17')]
  return linkCalendar(aCalendar(events)).replacements.map((found) => {
    const dates = [found.staleEventId, found.currentEventId].map((id) => id.slice('event 2026-'.length))
    return `${dates.join(' -> ')} ${found.confidence >= 0.9 ? 'certain' : 'suggested'}`
  })
}

test.each([
  'Mødet den 28. september flyttes hermed til den 6. oktober.',
  'Vi er desværre nødt til at flytte mødet fra mandag d. 28/9 til tirsdag d. 6/10.',
  'Den oprindelige mødedato (28.09.26) udgår.',
  'NY DATO! Oprindelig dato var 28. september.',
  'Nærværende indkaldelse træder i stedet for indkaldelsen til mødet den 28. september 2026.',
  'Som aftalt på sidste møde rykker vi mødet i september (den 28.) til oktober.',
  'Mødet d. 28/9 må udsættes pga. sygdom. Ny mødedato er 6/10 kl. 9-11.',
  'Da formanden er forhindret den 28. september, flyttes mødet til den 6. oktober.',
  'Flyttet fra 28/9.',
  '(tidligere 28. september)',
  'I bedes slette indkaldelsen fra den 28. september.',
  'Bemærk at mødet den 28. september er udskudt til i dag otte dage, dvs. 6. oktober.',
  'Den 28. september passer ikke alle, så mødet holdes den 6. oktober i stedet.',
  'Mødet ligger nu den 6. oktober og ikke den 28. september.',
  '6. oktober i stedet for 28. september.',
  'Vi mødes den 6. oktober frem for den 28. september.',
  'Mødet bliver den 6. oktober og altså ikke den 28. september som tidligere udmeldt.',
  'Mødet 28.9. -> 6.10.',
  'Mødedato ændret fra 28.9 til 6.10.',
  'Jeg har flyttet mødet den 28. september til den 6. oktober, fordi lokalet var optaget.',
  'The meeting on 28 September has been moved to 6 October.',
  'This replaces our meeting on September 28.',
  'Mødet d. 28. sept. aflyses og erstattes af dette møde.',
  'Den tidligere udsendte invitation til d. 28/9 bedes slettet.',
  'Septembermødet den 28. flyttes til 6. oktober.',
])('[L6] "%s" is certain: the date left is named', (words) => {
  expect(hear(words)).toEqual(['09-28 -> 10-06 certain'])
})

test.each([
  'Septembermødet er flyttet.',
  'Denne invitation erstatter den gamle.',
  'Ny dato.',
  'Mødet er rykket.',
  'Se bort fra tidligere indkaldelse.',
  'Vi har måttet finde en ny dato for mødet.',
  'Mødet er desværre blevet flyttet.',
  'Hermed ny indkaldelse, da den første dato ikke passede.',
  'Ny indkaldelse - den gamle slettes.',
  'Slet venligst den tidligere aftale i jeres kalender.',
  'Tidspunktet er ændret.',
  'Mødet forventes flyttet fra den 28. september til den 6. oktober.',
])('[L6] "%s" only suggests', (words) => {
  expect(hear(words)).toEqual(['09-28 -> 10-06 suggested'])
})

test.each([
  'Skal vi flytte mødet fra den 28. september til den 6. oktober?',
  'Hvis mødet den 28. september må aflyses, mødes vi den 6. oktober i stedet.',
  'Mødet den 28. september fastholdes. Dette er det næste møde.',
  'Dette møde ligger i forlængelse af mødet den 28. september.',
  'Sagen blev udsat på mødet den 28. september og behandles nu.',
  'Tilmeldingsfristen den 28. september er udskudt til 1. oktober.',
  'Arbejdsgruppens møde den 28. september er flyttet hertil.',
  'Hanne afløser Bo, som stoppede den 28. september.',
  'Frokosten den 28. september er flyttet til kantinen.',
  'Mødet den 6. oktober flyttes til Teams.',
  'Mødet er flyttet til lokale 3.',
  'Mødet afholdes på Teams i stedet for i Viborg.',
  'Vi mødes på rådhuset i stedet for regionshuset.',
  'Vi tager punkt 3 fra mødet den 28. september op igen.',
  'På mødet den 28. september aflyste vi studieturen.',
  'Referat fra mødet den 28. september erstatter tidligere udsendte referat.',
  'Opfølgning på mødet den 28. september. Bilag 2 er erstattet af en ny version.',
  'Mødet starter kl. 10 i stedet for kl. 9.',
  'Dagsordenen til mødet den 28. september er ændret.',
  'Der er ændringer i deltagerlisten siden mødet den 28. september.',
  'Ændret lokale!',
  'Jeg er ny sekretær og afløser Mette, der gik på pension den 28. september.',
  'Den nye sundhedsaftale erstatter den gamle.',
  'Projektet flyttes fra kommunen til regionen den 28. september.',
  'Temadagen den 28. september er aflyst.',
  'Kommunalbestyrelsesmødet den 28. september er flyttet.',
  'Det bliver uden Lene, som er flyttet til Aarhus 28. september.',
  'Mødet den 28. september er IKKE aflyst.',
  'I skal ikke slette mødet den 28. september.',
  'Denne indkaldelse erstatter ikke mødet den 28. september.',
  'Ud over mødet den 28. september holder vi også dette møde.',
])('[L6] "%s" moves no meeting', (words) => {
  expect(hear(words)).toEqual([])
})
