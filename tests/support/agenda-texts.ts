/** An agenda as a secretary would write it as plain text: two items numbered 2, a weekday that is wrong, an enclosure to come. */
export const plainAgenda = `Dagsorden for møde i Chefforum
Mandag den 8. december 2026 kl. 9.00-11.00
Sted: Rådhuset, mødelokale 2

Deltagere: Lis Dam, Bo Fyn

1. Godkendelse af dagsorden
Indstilling:
At Chefforum godkender dagsordenen.

2. Udskrivning i weekenden
Indstilling:
At Chefforum drøfter vagtordningen.
Sagsfremstilling:
Kommunerne har brug for en fælles vagt i weekenden.
Ordningen koster 2 mio. kr. om året.
Lægerne deltager i ordningen
Der er brug for en aftale med lægerne inden sommer.
Bilag:
Bilag 1: Vagtplan
Bilag 2: Økonomi (eftersendes)

2. Budget 2027
Indstilling:
At Chefforum tager budgettet til efterretning.
Sagsfremstilling:
Budgettet er uændret.
Bilag:
Bilag 3: Budgetudkast

3. Eventuelt
`

/** The minutes of that meeting: decisions, who came, one item that was not on the agenda, and the next meeting. */
export const plainMinutes = `Referat af møde i Chefforum
Tirsdag den 8. december 2026 kl. 9.00-11.00

Til stede: Lis Dam, Viborg Kommune
Afbud: Bo Fyn, Skive Kommune

1. Godkendelse af dagsorden
Beslutning:
Godkendt.

2. Udskrivning i weekenden
Referat:
Der var enighed om behovet.
Beslutning:
Chefforum godkender vagtordningen fra 1. marts.

3. Nyt sundhedshus
Beslutning:
Taget til efterretning.

4. Budget 2027
Beslutning:
Budgettet blev godkendt.

5. Eventuelt
Intet.
`

/** The same minutes with a next meeting and three proposals for it, one with a condition. */
export const plainMinutesWithNext = `${plainMinutes}
6. Næste møde
Næste møde er torsdag den 4. marts 2027 kl. 9.00-11.00.
Forslag til dagsorden for næste møde:
- Rekruttering
- Digital hjemmepleje (spørg først kvalitetsgruppen)
- Madplaner
`
