import { m } from '../messages/generated/messages';

/** What a field of an import is called on the screen. */
export const importField: Record<string, () => string> = {
  id: m.import_field_id,
  title: m.import_field_title,
  abstract: m.import_field_abstract,
  lang: m.import_field_lang,
  kind: m.import_field_kind,
  keywords: m.import_field_keywords,
  category: m.import_field_category,
  trl: m.import_field_trl,
  patent_no: m.import_field_patent_no,
  application_no: m.import_field_application_no,
  expires_on: m.import_field_expires_on,
  url: m.import_field_url,
};
