/** Turkish: the verb at the end, its speaker at the start in the nominative. Words are folded. */
import { fold } from "../../../text/fold.js";
import { phrases, stems, words } from "./grammar.js";

export const TURKISH = {
  /** Verbs whose first word may be any of these, the whole phrase at the end of a clause. */
  verbs: phrases(
    fold(
      `dedi, diyor, söyledi, söylediler, söylüyor, belirtti, belirttiler, belirtiyor, kaydetti, kaydettiler,
       vurguladı, açıkladı, açıkladılar, bildirdi, bildirdiler, aktardı, aktardılar, savundu, savunuyor, iddia etti,
       iddia ediyor, ifade etti, ifade ettiler, ifade ediyor, dile getirdi, duyurdu, yineledi, uyardı, yalanladı, kınadı,
       eleştirdi, suçladı, çağrısında bulundu, çağrı yaptı, konuştu, ekledi, yazdı, altını çizdi, dikkat çekti,
       işaret etti, ifadelerini kullandı, ifadesini kullandı, değerlendirmesinde bulundu,
       açıklamasını yaptı, açıklamasında bulundu, yanıtını verdi, yanıt verdi, cevabını verdi, anlattı,
       şöyle konuştu, öne sürdü, ileri sürdü, teyit etti, doğruladı, hatırlattı, tekrarladı, istedi, talep etti, itiraf etti, duyuruyor, diye sordu`,
    ),
  ),
  /** Passive verbs: the source stands before them in the ablative or locative. */
  passive: phrases(
    fold(
      "bildirildi, belirtildi, kaydedildi, denildi, açıklandı, ifade edildi, duyuruldu, vurgulandı, aktarıldı, ifadelerine yer verildi, dile getirildi",
    ),
  ),
  /** Participles of speaking before their speaker: "“…” diyen X". */
  relative: words(
    fold("diyen söyleyen belirten kaydeden vurgulayan ifade savunan aktaran konuşan açıklayan"),
  ),
  /** Behind a source: "X'e göre". */
  according: words(fold("göre")),
  /** Nouns of which a source may be the owner: "X'ın haberine göre". */
  reportNouns: stems(
    fold(
      "haber veri rapor açıklama bilgi sözler anket araştırma iddia tahmin değerlendirme aktardığına",
    ),
  ),
  /** Subjects that speak in the nominative. */
  titles: stems(
    fold(
      `bakan cumhurbaşkan başbakan başkan sözcü müdür vali genel general albay milletvekili lider temsilci
       büyükelçi profesör prof dr doç avukat yazar komutan sekreter savcı yargıç hakim danışman uzman şef
       ekonomist çiftçi yardımcısı koordinatör direktör`,
    ),
  ),
  people: stems(
    fold(
      `yetkili kaynak uzman görgü tanık analist sakin gözlemci diplomat ekonomist aktivist eleştirmen
       muhalif gösterici doktor öğretmen avukat sözcü bakan başkan cumhurbaşkan başbakan müdür vali
       savcı komutan lider büyükelçi temsilci asker işçi sekreter vatandaş aile`,
    ),
  ),
  bodies: stems(
    fold(
      `hükümet bakanlı polis emniyet ordu savcılı meclis parti muhalefet sendika örgüt dernek birli
       komisyon konsey mahkeme banka hareket grup şirket komite federasyon belediye koalisyon devlet
       büyükelçili enstitü kurum kurul valili başkanlı müdürlü vakf`,
    ),
  ),
  documents: stems(fold("açıklama rapor bildiri mektup belge anket yazı mesaj")),
  outlets: stems(fold("ajans gazete kanal televizyon dergi radyo site medya")),
  negations: words(fold("değil")),
  openers: words(fold("ancak ama fakat ve ise öte yandan dün bugün bu o ayrıca daha sonra")),
  times: words(
    fold("dün bugün yarın pazartesi salı çarşamba perşembe cuma cumartesi pazar ayrıca ise da de"),
  ),
} as const;
