import { documentOf } from './agenda-sketch.ts'

/** The texts of the enclosures of the coming meeting; all invented. */
export const comingDocuments = {
  dischargeStatus: documentOf(
    'Følgegruppen for udskrivningsaftalen',
    `# 1. Hvad aftalen skal
Aftalen gælder alle borgere, der udskrives fra Nordenå Hospital med behov for kommunal hjælp inden for det første døgn. Den bygger på ét princip: Beskeden om udskrivning sendes, når borgerens behov er kendt, ikke når sengen er bestilt til en anden.
Følgegruppen har fulgt aftalen i to kvartaler. Der er læst 214 forløb igennem, fordelt på alle syv kommuner.
# 2. Hvad tallene viser
Tre ud af fire forløb følger aftalen uden afvigelser. De fleste afvigelser handler om hjælpemidler, der ikke er bestilt før weekenden, og om medicin, som kun er udleveret til ét døgn.
Andelen af beskeder sendt før kl. 12 er steget fra 58 til 71 procent. Stigningen ses i alle kommuner, men er mindst på de kirurgiske afdelinger.
Antallet af genindlæggelser inden for 72 timer er uændret. Følgegruppen vurderer, at perioden er for kort til at konkludere.
# 3. Hvad følgegruppen anbefaler
At weekendudskrivninger varsles senest fredag kl. 11.
At hospitalet udleverer medicin til tre døgn frem til mandag.
At kommunerne lægger ét telefonnummer ind, som svares hele døgnet.`,
  ),
  dischargeFigures: documentOf(
    'Følgegruppen for udskrivningsaftalen',
    `# Tal for andet kvartal
Lyngvig: 41 forløb, heraf 33 uden afvigelser. Strandvang: 38 forløb, heraf 27 uden afvigelser.
Hedelund: 36 forløb, heraf 29 uden afvigelser. Birkesø: 29 forløb, heraf 22 uden afvigelser.
Åkærdal: 24 forløb, heraf 18 uden afvigelser. Fjordhøj: 25 forløb, heraf 17 uden afvigelser. Møllevang: 21 forløb, heraf 16 uden afvigelser.
# Om opgørelsen
Et forløb tælles i den kommune, hvor borgeren bor ved udskrivningen. Forløb, hvor borgeren dør eller flytter inden for 72 timer, er ikke med.`,
  ),
  woundGuideline: documentOf(
    'Arbejdsgruppen for sårpleje',
    `# 1. Formål
Retningslinjen skal sikre, at en borger med et sår møder den samme plan, uanset om det er egen læge, sårambulatoriet eller hjemmesygeplejen, der skifter forbindingen.
# 2. Ansvar
Den, der stiller diagnosen, lægger planen. Den, der udfører plejen, melder tilbage efter planen. Den, der afslutter, skriver et afsluttende notat.
Hjemmesygeplejen kontakter sårambulatoriet, hvis såret ikke er blevet mindre efter 14 dage.
# 3. Billeder
Der tages billede ved opstart, ved skift af plan og ved afslutning. Billeder deles i det fælles system og aldrig fra private telefoner.
# 4. Spørgsmål til høringen
Er grænsen på 14 dage rigtig for borgere med diabetes?
Kan alle kommuner stille en sårsygeplejerske til rådighed på hverdage mellem kl. 8 og 15?`,
  ),
  acuteModel: documentOf(
    'Sundhedssekretariatet Nordenå',
    `# Model A: Ét fælles akutteam
Et fælles team med base ved hospitalet dækker alle syv kommuner. Fordelen er et stabilt vagtlag. Ulempen er afstanden til Åkærdal og Møllevang, hvor køretiden er over 50 minutter.
# Model B: To teams, øst og vest
Klynge Øst og Klynge Vest har hvert sit team, som afløser hinanden om natten. Modellen kræver 19 årsværk mod 15 i model A.
# Model C: Lokale teams med fælles nattevagt
Kommunerne beholder egne teams i dagtiden og deler en vagt fra kl. 22 til 7. Modellen kan indføres trinvist og koster mindst i det første år.
# Sammenligning
Alle tre modeller forudsætter, at hospitalet kan give lægefaglig rådgivning hele døgnet inden for 20 minutter.`,
  ),
  acuteComments: documentOf(
    'Kommunernes foreløbige svar',
    `# Øst
Birkesø og Møllevang foretrækker model C, fordi den kan begynde uden ny lokalplan for basen.
# Vest
Lyngvig og Strandvang ser en fordel i model B, hvis rekrutteringen kan løses. Hedelund afventer.
# Hospitalet
Hospitalet kan levere rådgivning i alle tre modeller, men ikke før foråret.`,
  ),
  monitoringGroup: documentOf(
    'Sundhedssekretariatet Nordenå',
    `# Opgaven
Styregruppen for digital hjemmemonitorering skal følge indkøb, oplæring og support i de første to år. Den mødes seks gange om året.
# Sammensætning
To chefer fra kommunerne, to fra hospitalet, en praktiserende læge og en repræsentant for patientforeningerne.
# Periode
Udpegningen gælder til udgangen af den kommende valgperiode og kan forlænges én gang.`,
  ),
  winterCapacity: documentOf(
    'Netværket for midlertidige pladser',
    `# Situationen
I vinteren sidste år var der i 31 dage ingen ledige midlertidige pladser i mindst fire kommuner på samme tid.
# Forslag
Kommunerne melder ledige pladser ind hver dag kl. 9. En kommune med tre eller flere ledige pladser stiller én til rådighed for de andre mod betaling efter fast takst.
# Takst og ansvar
Taksten er 3.150 kr. i døgnet. Borgerens hjemkommune har fortsat ansvaret for planen og for kontakten til de pårørende.
# Start
Ordningen prøves i et vinterhalvår og evalueres derefter.`,
  ),
  recruitment: documentOf(
    'Arbejdsgruppen for rekruttering',
    `# Idéen
Én kampagne for sygeplejersker i Nordenå i stedet for syv. Budskabet er, at man kan skifte mellem hospital, kommune og praksis uden at begynde forfra.
# Økonomi
Kampagnen koster 840.000 kr. over to år, fordelt efter indbyggertal. Region Nordenå betaler en tredjedel.
# Tidsplan
Udbud efter Direktørforums beslutning, første forløb fire måneder senere, evaluering efter et år.`,
  ),
  medication: documentOf(
    'Lægemiddelgruppen',
    `# Baggrund
Hver femte borger, der flytter på plejehjem, får mindst ét præparat, som ikke længere er ordineret.
# Forsøget
På fire plejehjem har en farmaceut gennemgået medicinen sammen med plejehjemslægen inden for 14 dage. I gennemsnit blev 2,3 præparater stoppet.
# Spørgsmål til Chefforum
Skal ordningen udbredes, og kan kommunerne finde tiden til de fælles gennemgange?`,
  ),
  readmissions: documentOf(
    'Dataenheden, Region Nordenå',
    `# Overblik
Andelen af medicinske patienter over 65 år, der genindlægges inden for 30 dage, er 14,8 procent. Det er 0,6 procentpoint lavere end året før.
# Forskelle
Forskellen mellem kommunerne er mindre end usikkerheden på tallene. Tabellerne bør derfor ikke bruges til at sammenligne enkelte kommuner.`,
  ),
  meetingPlan: documentOf(
    'Sundhedssekretariatet Nordenå',
    `# Forslag til mødeplan
Chefforum: fire møder, to fysiske i Lyngvig og to på Teams, alle onsdage kl. 9.00-11.00.
Direktørforum: fire møder, tre uger efter Chefforum.
Driftsforum Sundhed og Ældre: seks møder, den første tirsdag i måneden.
# Hensyn
Der er taget hensyn til skoleferier og til Sundhedsdagene i Nordenå.`,
  ),
  palliation: documentOf(
    'Søren Elmtoft, Birkesø Kommune',
    `# Fælles kompetenceudvikling i palliation
Forslag til et fælles forløb på tre dage for sygeplejersker og assistenter, gentaget to gange om året.
# Pris og praktik
Forløbet kan holdes på skift i kommunerne. Prisen er omkring 2.400 kr. for hver deltager ved hold på 24.`,
  ),
}
