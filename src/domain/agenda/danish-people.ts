/** What a label over or before names says of them. */
export type AttendanceGroup =
  | 'present'
  | 'absent'
  | 'secretariat'
  | 'chair'
  | 'vice-chair'
  | 'co-chair'
  | 'guests'
  | 'none'

type GroupForms = { readonly group: AttendanceGroup; readonly pattern: RegExp }

/** Labels of lists of people, in lower case; the first that fits wins. 'none' closes a list. */
export const attendanceLabels: readonly GroupForms[] = [
  {
    group: 'absent',
    pattern:
      /^(?:afbud(?: fra| modtaget fra)?|meldt afbud|fraværende(?: med| uden)?(?: afbud)?|fravær|ikke til ?stede|ikke mødt|ikke fremmødt|forhindret|udeblevet|framelding|frameldt|ej til ?stede|ej mødt)(?: (?:på mødet|til mødet|medlemmer))?$/u,
  },
  { group: 'vice-chair', pattern: /^næstform(?:and|ænd)$/u },
  { group: 'co-chair', pattern: /^(?:med|del)form(?:and|ænd)$/u },
  { group: 'chair', pattern: /^(?:formand|forperson|formandskab|bestyrelsesformand)$/u },
  {
    group: 'secretariat',
    pattern:
      /^(?:sekretariat(?:et)?|fra sekretariatet|sekretær(?:er)?|ref|referent(?:er)?|sekretariatsbetjening|sekretariatsdeltagere|mødesekretær|for sekretariatet|deltagere fra sekretariatet|sekretariatet for .{3,40})$/u,
  },
  {
    group: 'guests',
    pattern:
      /^(?:gæst(?:er)?|øvrige(?: deltagere| mødedeltagere)?|desuden deltog|endvidere deltog|herudover deltog|observatør(?:er)?|tilforordnede|fra (?:administrationen|forvaltningen|kommunen|regionen|ledelsen|personalet|skolen)|(?:administration|administrationen|forvaltningen|forvaltning|ledelse|ledelsen)|embedsmænd|deltagere fra (?:administrationen|forvaltningen)|særligt inviterede|inviterede|inviteret|andre deltagere|suppleanter)$/u,
  },
  {
    group: 'present',
    pattern:
      /^(?:møde)?deltager(?:e|liste)?(?: (?:i|på|til) mødet)?$|^(?:møde)?deltagere fra .{2,40}$|^(?:til ?stede(?:værende)?|tilstede(?:værende)?)(?: (?:var|på mødet|medlemmer))?$|^(?:mødedeltagere|hvem|fremmødt(?:e)?|mødt(?:e)?(?: op)?|medlemmer|udvalgsmedlemmer|udvalgets medlemmer|bestyrelsesmedlemmer|bestyrelse(?:n)?|rådets medlemmer|deltog|deltagende|følgende deltog|inviterede deltagere|indkaldte|indkaldt|kommunale (?:repræsentanter|medlemmer)|regionale (?:repræsentanter|medlemmer)|(?:forældre|medarbejder|elev|lærer|bruger|patient)(?:valgte|repræsentanter)(?: repræsentanter)?|forældrerepræsentanter|medarbejderrepræsentanter|elevrepræsentanter|ordinære medlemmer|faste medlemmer|mødeleder|ordstyrer|dirigent|mødeleder\/ordstyrer)$/u,
  },
  {
    group: 'none',
    pattern:
      /^(?:dagsorden|sted|mødested|lokale|tid|tidspunkt|dato|mødedato|tid og sted|bilag|kopi til|cc|emne|næste møde|starttidspunkt|sluttidspunkt|vedr|referat|kl|til|fra|forum|møde|mødetid|mødetidspunkt|bemærkninger|åbent møde|lukket møde|tid & sted|mødetype|forplejning|telefon|mail|e-mail|j\.?nr|journalnr|sagsnr|indkaldt af|indkaldes af|opkaldsnummer)$/u,
  },
]

/** Words for what a person is, met right before or after a name; matched at the end of a word too ("sundhedschef"). */
export const personTitles =
  /^(?:stud|cand|ph\.?d|dr|mag|adj|prof|lic|ing|arkt?)\.?(?:\p{Ll}+\.?)*\.$|(?:^|[\p{Ll}-])(?:borgmester|rådmand|regionsrådsformand|direktør|chef|leder|konsulent|fuldmægtig|rektor|prorektor|dekan|inspektør|koordinator|sekretær|kontorfunktionær|læge|overlæge|sygeplejerske|oversygeplejerske|lærer|pædagog|professor|lektor|advokat|revisor|kasserer|formand|næstformand|medlem|suppleant|repræsentant|forælder|elev|viceskoleleder|skoleleder|praksiskonsulent|terapeut|jordemoder|ingeniør|arkitekt|planlægger|jurist|økonom|specialist|udviklingskonsulent|præst|provst|driftsleder|ejendomsmester|vicevært|administrator|tillidsrepræsentant|ansvarlig|studerende|assistent|medarbejder|fysioterapeut|kommunaldirektør|viceborgmester|byrådsmedlem|udvalgsformand|adjunkt|værge|organist|graver|tjener|betjent|bibliotekar|psykolog|rådgiver|forsker|redaktør|kaptajn|minister|biskop|diakon|degn|ordfører|talsperson|kontaktperson|forperson|pedel|lecturer|student|postdoc|kommitteret|dommer|apoteker|farmaceut|tolk|kantor)(?:en|er|ne)?$/iu

/** Words of institutions: a part of a person's line that holds one is the organisation. */
export const organisationWords =
  /(?:kommune\b|^region\b|\bregion\b|regionen|kommunen|forvaltning|sekretariat|hospital|sygehus|\bKKR\b|\bPLO\b|\bKL\b(?!\.)|universitet|skole\b|skolen\b|forening|center\b|centret|centeret|styrelse|ministeriet|psykiatrien|udvalget?\b|rådet\b|nævn|\ba\/s\b|\baps\b|fonden\b|bibliotek|plejehjem|børnehus|klinik|lægehus|praksis|afdeling|organisation|forbund|selskab|almen|råd\b|institut|akademi|college|gymnasi|museum|teater|kirken?\b|menighed|boligselskab|forsyning|politi|beredskab|\bDH\b|\bFOA\b|\bDSR\b|\bDLF\b|\bBUPL\b)/iu

/** Roles of the meeting printed with a name. */
export const roleWords: readonly {
  readonly role: 'formand' | 'næstformand' | 'medformand' | 'sekretariat'
  readonly pattern: RegExp
}[] = [
  { role: 'næstformand', pattern: /\bnæst(?:formand|forperson)\b|\bviceformand\b|\bnfmd\.?\b/iu },
  { role: 'medformand', pattern: /\b(?:med|del)(?:formand|forperson)\b/iu },
  { role: 'formand', pattern: /\b(?:formand|forperson|bestyrelsesformand|udvalgsformand|fmd\.?|formandskab)\b/iu },
  {
    role: 'sekretariat',
    pattern: /\b(?:referent|sekretær|sekretariat(?:et)?|mødesekretær|ref\.)\b|sekretariat(?:et)?\b/iu,
  },
]
