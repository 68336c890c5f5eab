import { anyOf } from './any-of.ts'

// What a sentence of an invitation may speak of. In small letters.

/** Things that may move without the meeting moving. */
export const otherThings = anyOf(
  'punkt(?:et|er|erne|ets)?',
  'dagsordenspunkt(?:et|er|erne)?',
  'sag(?:en|er|erne)?',
  'frist(?:en|er|erne)?',
  'deadline(?:n|s)?',
  'svarfrist(?:en)?',
  'tilmeldingsfrist(?:en)?',
  'drøftelse(?:n|r|rne)?',
  'temadrøftelse(?:n)?',
  'orientering(?:en)?',
  'emne(?:t|r|rne)?',
  'tema(?:et)?',
  'temaer(?:ne)?',
  'oplæg(?:get)?',
  'behandling(?:en)?',
  'bilag(?:et|ene)?',
  'dagsorden(?:en)?',
  'materiale(?:t|r|rne)?',
  'referat(?:et)?',
  'udkast(?:et)?',
  'version(?:en)?',
  'notat(?:et)?',
  'frokost(?:en)?',
  'middag(?:en)?',
  'formøde(?:t|r|rne)?',
  'eftermøde(?:t)?',
  'lokale(?:t|r)?',
  'mødelokale(?:t)?',
  'arbejdsgruppe\\p{L}*',
  'følgegruppe\\p{L}*',
  'projektgruppe\\p{L}*',
  'bus(?:sen)?',
  'transport(?:en)?',
  'parkering(?:en)?',
  'besøg(?:et)?',
  'temadag(?:en)?',
  'seminar(?:et)?',
  'konference(?:n)?',
  'webinar(?:et)?',
  'workshop(?:pen)?',
  'præsentation(?:en)?',
  'implementering(?:en)?',
  'ikrafttræden',
  'opstart(?:en)?',
  'projekt(?:et)?',
  'høring(?:en)?',
  'høringsfrist(?:en)?',
  'aftale(?:n)? om',
  'beslutning(?:en)?',
  'dagsordensmøde(?:t)?',
  'planlægningsmøde(?:t)?',
  'forberedelsesmøde(?:t)?',
  'forplejning(?:en)?',
  'link(?:et)?',
  'budget(?:tet)?',
  'statusnotat(?:et)?',
)
/** The meeting, or the entry that stands for it. */
export const meetingThings =
  /(?<!\p{L})(?:(?:det|dette|vores|de|denne|den) )?(?:\p{L}*(?:møde|mødet|møder|møderne|mødes|mødets|indkaldelse|indkaldelsen|indkaldelser|invitation|invitationen|invitationer|kalenderaftale|kalenderaftalen|kalenderbooking|bookingen|booking|mødeaftale|reservation|reservationen|reservationer|reservationerne|kalenderreservation|kalenderpost|kalenderposten|datoen|dato|tidspunktet|forum|forummet|udvalget|meeting|invitation|møte|møtet|mötet)|mødeserie\p{L}*|serien?|møderække\p{L}*|\p{L}*serie|\p{L}*serien|rækken|aftalen|aftaler|aftalerne|aftale)(?!\p{L})/u
/** "denne indkaldelse": the entry the words stand in. */
export const thisInvitation =
  /(?<!\p{L})(?:denne|dette|nærværende|this)\s+(?:\p{L}+\s+)?(?:\p{L}*indkaldelse|\p{L}*invitation|\p{L}*møde|\p{L}*aftale|\p{L}*booking|meeting)(?!\p{L})/u
