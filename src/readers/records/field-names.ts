/** Names that exports give to the fields of an article; letter case, `_`, `-` and spaces are all one. */
import type { FieldNames } from "../../model/settings.js";

export type FieldName = keyof FieldNames | "agency" | "summary";

/** The first that is there and holds something wins; dots lead into nested records. */
export const USUAL_NAMES: Readonly<Record<FieldName, readonly string[]>> = {
  title: words(
    "title.rendered title headline.main headline head heading webTitle fields.headline hl1 name subject " +
      "titel titre titolo titulo título başlık baslik заголовок العنوان عنوان",
  ),
  body: words(
    "body articleBody full_text maintext main_text article_text body_text content_text bodyHtml " +
      "body_html content_html content.rendered content text paragraphs fields.bodyText fields.body " +
      "story_text story raw_text plain_text article.body article.text article.content article html " +
      "volltext inhalt texte contenu testo texto cuerpo contenido metin içerik icerik haber_metni " +
      "текст содержание النص نص المحتوى",
  ),
  summary: words(
    "summary description abstract excerpt.rendered excerpt snippet lead_paragraph lead lede teaser " +
      "trail_text fields.trailText content_summary résumé resume özet описание الملخص",
  ),
  standfirst: words(
    "standfirst subtitle sub_title subheadline subhead dek deck chapô chapo spot alt_başlık",
  ),
  byline: words(
    "byline.original byline authors creator author writer journalist fields.byline " +
      "reporter autor auteur autore yazar muhabir автор الكاتب كاتب",
  ),
  outlet: words(
    "outlet source.name source.title source_name source publisher.name publisher publication.name " +
      "publication site_name siteName newspaper media_name medium media site provider.name provider " +
      "feed.title website source_domain domain quelle zeitung journal gazete kaynak издание источник " +
      "المصدر الصحيفة",
  ),
  agency: words("agency news_agency wire ajans агентство الوكالة"),
  published: words(
    "published published_at publish_date publication_date date_publish date_published pub_date " +
      "webPublicationDate published_date published_on publish_time first_published posted_at posted " +
      "date_gmt date datetime date_time timestamp seendate created_at created time " +
      "datum veröffentlicht erscheinungsdatum date_de_publication fecha data tarih yayın_tarihi дата " +
      "التاريخ تاريخ",
  ),
  modified: words(
    "modified date_modified dateModified modified_at modified_gmt updated_at updated date_updated " +
      "last_modified last_updated date_modify lastmod güncelleme",
  ),
  url: words(
    "canonical_url canonicalUrl url link web_url webUrl article_url story_url source_url permalink " +
      "href uri mainEntityOfPage guid.rendered guid address bağlantı ссылка الرابط",
  ),
  language: words(
    "language lang lang_code language_code locale inLanguage sprache langue idioma dil язык اللغة",
  ),
};

function words(text: string): readonly string[] {
  return text.split(" ");
}
