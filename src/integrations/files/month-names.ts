/** Months by their names, long and short, alone and in a date, in 28 languages (CLDR), as `plain` text has them. */
export const MONTH_NAMES: readonly string[] = [
  `ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janeiro januar januara januari january
   janv janvaris janvier led leden ledna oca ocak sausio sausis sty styczen stycznia tammi tammikuu
   tammikuuta ιαν ιανουαριου січ січень січня янв январь января януари`,
  `feb febbraio febr febrer febrero februar februara februari februarie februaris february fev
   fevereiro fevr fevrier helmi helmikuu helmikuuta lut lutego luty sub subat uno unor unora vasario
   vasaris veebr veebruar φεβ φεβρουαριου лют лютии лютого февр февраль февраля февруари`,
  `bre brezen brezna kovas kovo maalis maaliskuu maaliskuuta maart mar marc marca march marcius marco
   marec maret mars mart martie marts marz marzec marzo mrt mrz μαρ μαρτιου бер березень березня мар
   март марта`,
  `abr abril apr april aprila aprile aprilie aprilis aprill avr avril balandis balandzio dub duben
   dubna d’abr d’abril huhti huhtikuu huhtikuuta kwi kwiecien kwietnia nis nisan απρ απριλιου апр
   апрель апреля април квіт квітень квітня`,
  `geguze geguzes kve kveten kvetna mag maggio mai maig maijs maio maj maja majus may mayo mayıs mei
   touko toukokuu toukokuuta μαι μαιου маи мая трав травень травня`,
  `birzelio birzelis cerven cervna cvn cze czerwca czerwiec giu giugno haz haziran iun iunie juin jun
   juna june junho juni junij junijs junio junius juny juuni kesa kesakuu kesakuuta ιουν ιουνιου июн
   июнь июня черв червень червня юни`,
  `cervence cervenec cvc heina heinakuu heinakuuta iul iulie juil juillet jul jula julho juli julij
   julijs julio juliol julius july juuli liepa liepos lip lipca lipiec lug luglio tem temmuz ιουλ
   ιουλιου июл июль июля лип липень липня юли`,
  `ag ago agost agosto agu agustos agustus aout aug august augusta augusti augusts augustus augusztus
   avg avgust d’ag d’agost elo elokuu elokuuta rugpjucio rugpjutis sie sierpien sierpnia srp srpen
   srpna αυγ αυγουστου авг август августа серп серпень серпня`,
  `eyl eylul rugsejis rugsejo sep sept september septembra septembre septembrie septembris septiembre
   set setembre setembro settembre syys syyskuu syyskuuta szept szeptember wrz wrzesien wrzesnia zar
   zari σεπ σεπτεμβριου вер вересень вересня сент сентябрь сентября септември`,
  `d’oct d’octubre eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktober
   oktobra oktobris oktoober ott ottobre out outubro paz pazdziernik pazdziernika rij rijen rijna
   spalio spalis οκτ οκτωβριου жовт жовтень жовтня окт октомври октябрь октября`,
  `kas kasım lapkricio lapkritis lis listopad listopada listopadu marras marraskuu marraskuuta
   noiembrie nov november novembra novembre novembris novembro noviembre νοε νοεμβριου лист листопад
   листопада ноември нояб ноябрь ноября`,
  `ara aralık dec december decembra decembre decembrie decembris des desember desembre dets detsember
   dez dezember dezembro dic dicembre diciembre gru grudnia grudzien gruodis gruodzio joulu joulukuu
   joulukuuta pro prosince prosinec δεκ δεκεμβριου груд грудень грудня дек декабрь декабря декември`,
];
